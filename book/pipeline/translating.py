"""A project → its catalogues brought up to date, and how far the translation has come."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from book.diagnostics import Code, Severity
from book.editorial.resolving import Resolved, Unresolved, resolve, resolve_source
from book.languages import profile
from book.model.address import Address
from book.model.inline import plain_text
from book.model.source import Source
from book.pipeline.checking import without_translations
from book.pipeline.errors import CallError
from book.pipeline.project import Project
from book.pipeline.staging import staging
from book.translation.catalogue import Merged, Rendering, Status
from book.translation.markup import read_markup
from book.translation.po import write_catalogue
from book.translation.translations import TRANSLATIONS


class UnknownPlaceError(CallError):
    """A place named for review that is not in the book."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many texts of a source or chapter are in which state, and how many words the translations have."""

    name: str
    entries: int
    states: tuple[tuple[Status, int], ...]
    words: int

    @property
    def done(self) -> int:
        """How many can be printed."""
        return sum(number for status, number in self.states if status.is_done)

    def row(self) -> dict[str, str | int]:
        """For machines: the name, and a number for each state."""
        states = {str(status): number for status, number in self.states}
        return {"id": self.name, "entries": self.entries, **states, "words": self.words}


_HARMLESS = (Code.SECTION_UNUSED, Code.USED_TWICE, Code.USED_AND_LEFT_OUT, Code.CORRECTION_NOT_FOUND)
"""Errors that hide no text from translators: the catalogues are brought up to date all the same."""


def can_update(project: Project) -> bool:
    """Whether no mistake hides a text from translators."""
    errors = (d for d in without_translations(project.report) if d.severity is Severity.ERROR)
    return all(error.code in _HARMLESS for error in errors)


def update_catalogues(project: Project, reviewed: Iterable[str] = ()) -> list[str]:
    """Extract what is to be translated into ``chapters/translations``; the files that changed, by their paths there.

    ``reviewed`` names sources, or sections as ``SOURCE#ADDRESS``, whose translations somebody has compared with the
    original. Raises UnknownPlaceError where there is no such place, and OSError when the disk fails.
    """
    assert project.book is not None
    chosen = {id for place in reviewed for id in _named(project, place)}
    texts: dict[str, str] = {}
    for source, merged in project.translations.by_source.items():
        catalogue = project.translations.catalogues[source]
        text = write_catalogue(_signed(merged, chosen), catalogue.header, project.book.slug, project.style.terms)
        name = Path(catalogue.path).name
        if text != project.texts.get(catalogue.path):
            texts[name] = text
    if texts:
        with staging(project.root / TRANSLATIONS) as stage:
            for name, text in texts.items():
                stage.path(name).write_text(text, encoding="utf-8")
            stage.publish()
    return [f"{TRANSLATIONS}/{name}" for name in texts]


def _named(project: Project, place: str) -> set[str]:
    """A source or the address of a section → the texts in it that can be reviewed."""
    sources = {source.id: source for source in project.sources}
    found: Source | Resolved | Unresolved | None
    if "#" in place:
        try:
            found = resolve(Address.parse(place), sources, sources)
        except ValueError as error:
            raise UnknownPlaceError(str(error)) from error
    else:
        found = resolve_source(place, sources, sources)
    assert found is not None, "every source of the project has been read"
    match found:
        case Unresolved(_, message, hint):
            raise UnknownPlaceError(f"{message}; {hint}")
        case Resolved(source, section):
            addresses = {section.address}
        case Source() as source:
            addresses = {section.address for section in source.sections}
    merged = project.translations.by_source.get(source.id)
    return {r.message.id for r in merged.renderings if r.message.section.address in addresses} if merged else set()


def _signed(merged: Merged, chosen: set[str]) -> Merged:
    """The translations with the mark of a review on those chosen that can be printed."""
    return replace(merged, renderings=tuple(_reviewed(r) if r.message.id in chosen else r for r in merged.renderings))


def _reviewed(rendering: Rendering) -> Rendering:
    if rendering.status is not Status.TRANSLATED:
        return rendering
    return replace(rendering, entry=rendering.entry.reviewed(), status=Status.REVIEWED)


def tallies(project: Project) -> tuple[list[Tally], list[Tally]]:
    """The state of the translation by source, and by chapter."""
    assert project.book is not None
    renderings = list(project.translations.renderings)
    by_source = [_tally(source, merged.renderings) for source, merged in project.translations.by_source.items()]
    slugs = [slug.text for slug in project.book.order]
    by_chapter = [_tally(slug, [r for r in renderings if r.message.chapter == slug]) for slug in slugs]
    return by_source, [tally for tally in by_chapter if tally.entries]


def _tally(name: str, renderings: Iterable[Rendering]) -> Tally:
    renderings = list(renderings)
    counted = Counter(r.status for r in renderings)
    words = sum(_words(r) for r in renderings if r.status.is_done)
    return Tally(name, len(renderings), tuple((status, counted[status]) for status in Status), words)


def _words(rendering: Rendering) -> int:
    """The words of a translation; in Chinese, its characters."""
    target = rendering.message.target
    return profile(target).count_words(plain_text(read_markup(rendering.text)))
