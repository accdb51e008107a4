"""The translations of a whole book, for whoever sets it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from book.comparing import Finding, Pair, doubled, findings
from book.copyediting.stylebook import Stylebook
from book.diagnostics import Code, Diagnostic, Place, Report, Severity
from book.editorial.manuscript import Manuscript
from book.model.address import Address
from book.model.inline import plain_text, without_notes
from book.model.language import Edition, printed_languages
from book.model.text_id import TextId
from book.translation.catalogue import Catalogue, Merged, Rendering, Status, merge
from book.translation.markup import read_markup
from book.translation.messages import Message

TRANSLATIONS = "chapters/translations"
"""Where the catalogues are, in the project's folder."""


@dataclass(slots=True)
class Translations:
    """Every message of a book with its translation."""

    by_source: dict[str, Merged] = field(default_factory=dict)
    catalogues: dict[str, Catalogue] = field(default_factory=dict)
    _by_text: dict[TextId, Rendering] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Make the index by which the translation of a text is found."""
        self._by_text = {id: rendering for rendering in self.renderings for id in rendering.message.texts}

    @property
    def renderings(self) -> Iterator[Rendering]:
        """Every message with its translation, by source."""
        for merged in self.by_source.values():
            yield from merged.renderings

    def of(self, text: TextId) -> Rendering | None:
        """The translation of a text, or what there is of one; None where the book asks for none."""
        return self._by_text.get(text)

    def needed(self, editions: Iterable[Edition]) -> Iterator[Rendering]:
        """The translations that some of the editions print."""
        tongues = {language.tongue for language in printed_languages(editions)}
        return (r for r in self.renderings if r.message.target.tongue in tongues)


def merge_all(messages: Iterable[Message], catalogues: Mapping[str, Catalogue]) -> Translations:
    """The messages of a book and the catalogues by source → its translations."""
    by_source: dict[str, list[Message]] = {}
    for message in messages:
        by_source.setdefault(message.source.id, []).append(message)
    paths = {source: catalogues.get(source) or Catalogue(catalogue_path(source)) for source in by_source}
    return Translations(
        {source: merge(own, paths[source]) for source, own in by_source.items()},
        paths,
    )


def catalogue_path(source: str) -> str:
    """The file of a source's translations, in the project's folder."""
    return f"{TRANSLATIONS}/{source}.po"


def check_finished(translations: Translations, editions: Iterable[Edition], severity: Severity, report: Report) -> None:
    """Report translations that an edition needs and does not have, or that are older than their original."""
    missing: dict[str, list[Rendering]] = {}
    for rendering in translations.needed(editions):
        message, source = rendering.message, rendering.message.source.id
        path = translations.catalogues[source].path
        if rendering.status is Status.MISSING:
            missing.setdefault(source, []).append(rendering)
        elif rendering.status is Status.STALE:
            address = Address(source, message.section.address)
            sentence = f"the text of {address} has changed since '{_beginning(rendering.text)}' was written for it"
            hint = "correct the translation and delete 'fuzzy'; until then editions print the original, marked"
            place = Place(path, rendering.entry.line)
            report.add(Diagnostic(severity, Code.TRANSLATION_STALE, sentence, place, hint))
    for source, renderings in missing.items():
        first = renderings[0]
        number = "one text has" if len(renderings) == 1 else f"{len(renderings)} texts have"
        where = f"{'first ' if len(renderings) > 1 else ''}'{_beginning(first.message.text)}'"
        sentence = f"{number} no translation into {first.message.target}: {where}"
        hint = "run the command 'translate' and fill in msgstr; until then editions print the original, marked"
        place = Place(translations.catalogues[source].path, first.entry.line)
        report.add(Diagnostic(severity, Code.TRANSLATION_MISSING, sentence, place, hint))


def check_notes(translations: Translations, manuscript: Manuscript, report: Report) -> None:
    """Report translators' notes on headings that no chapter prints: a heading that is only cited leaves them out."""
    extracts = [extract for division in manuscript.divisions for extract in division.extracts if extract.with_heading]
    printed = {extract.section.heading.id for extract in extracts if extract.section.heading}
    for rendering in translations.renderings:
        message = rendering.message
        if message.kind is not None or not rendering.status.is_done or not printed.isdisjoint(message.texts):
            continue
        words = read_markup(rendering.text)
        if without_notes(words) != words:
            sentence = f"the note on '{_beginning(plain_text(words))}' is printed nowhere: the heading is only cited"
            hint = "move the note to a paragraph, or print the heading with 'with-heading: true'"
            place = Place(translations.catalogues[message.source.id].path, rendering.entry.line)
            report.warning(Code.NOTE_UNPRINTED, sentence, place, hint)


def compare_pairs(translations: Translations, style: Stylebook, report: Report) -> None:
    """Report pairs of which a check says that the two do not say the same, where no editor has waived it."""
    pairs = [(rendering, _pair(rendering, style)) for rendering in translations.renderings if rendering.status.is_done]
    for rendering, pair in pairs:
        for finding in findings(pair):
            _report(translations, rendering, finding, report)
    by_id = {rendering.message.id: rendering for rendering, _ in pairs}
    for id, finding in doubled([(rendering.message.id, pair) for rendering, pair in pairs]):
        _report(translations, by_id[id], finding, report)


def _pair(rendering: Rendering, style: Stylebook) -> Pair:
    message = rendering.message
    return Pair(
        original=read_markup(message.text),
        translation=read_markup(rendering.text),
        source=message.language,
        target=message.target,
        is_heading=message.kind is None,
        terms=style.terms,
    )


def _report(translations: Translations, rendering: Rendering, finding: Finding, report: Report) -> None:
    """Report what a check has found in a pair, unless an editor has waived the check there."""
    if finding.check in rendering.entry.allowed:
        return
    place = Place(translations.catalogues[rendering.message.source.id].path, rendering.entry.line)
    waiver = f"where it is right, write '# allow {finding.check}: reason' above the entry"
    hint = f"{finding.hint}; {waiver}" if finding.hint else waiver
    report.warning(Code.PAIR_DIFFERS, f"{finding.check}: {finding.message}", place, hint)


def _beginning(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 24 else words[:23] + "…"
