"""The back of the book: its recordings and documents, and what was left out of them."""

from collections.abc import Iterable

from book.editorial.manuscript import Manuscript, Omission
from book.model.block import Kind
from book.model.inline import Foreign, Inline, Link, Literal, Text
from book.model.localized import Localized
from book.model.recording import Participant, Recording
from book.model.source import Source
from book.model.span import around
from book.setting.citing import corrections_cited, line_text, place_text, section_clause, work
from book.setting.desk import Desk
from book.setting.galley import Apparatus, Entry, SetDivision
from book.translation.fair_copy import CorrectionMade


def set_apparatus(manuscript: Manuscript, divisions: Iterable[SetDivision], desk: Desk) -> Apparatus:
    """A manuscript and its chapters as set → the list of its sources, omissions and corrections."""
    omissions = tuple(_omission(omission, desk) for omission in manuscript.omissions)
    corrections = [made for division in divisions for made in division.corrections]
    corrections += [made for omission in omissions for made in omission.corrections]
    names = {person.id: desk.words(person.name) for person in manuscript.book.people or ()}
    return Apparatus(
        recordings=tuple(_recording(r, names, desk) for r in manuscript.recordings),
        documents=tuple(_document(s, manuscript, desk) for s in manuscript.sources),
        omissions=omissions,
        corrections=_corrections(corrections, manuscript.sources, desk),
    )


def _recording(recording: Recording, names: dict[str, str], desk: Desk) -> Entry:
    people = desk.labels.semicolon.join(
        _role(p, desk) + desk.labels.colon + (names.get(p.person, p.person) if p.is_named else desk.labels.unnamed)
        for p in recording.people
    )
    details: list[tuple[Inline, ...]] = [(Text(people),)] if people else []
    for site in recording.sites:
        name = desk.labels.sites.get(site.name, site.name)
        url = site.url(None)
        details.append((Text(name + desk.labels.colon), Link((Literal(url),), url)))
    return Entry((Text(desk.words(recording.title)),), tuple(details))


def _role(participant: Participant, desk: Desk) -> str:
    """What somebody does in a recording, in the edition's language."""
    role = participant.role
    return desk.words(role) if isinstance(role, Localized) else desk.labels.roles[role]


def _document(source: Source, manuscript: Manuscript, desk: Desk) -> Entry:
    """A document: its label and title, language, file, kinds of text and recording."""
    extracts = (e for division in manuscript.divisions for e in division.extracts if e.source.id == source.id)
    printed = {passage.kind for extract in extracts for passage in extract.passages}
    kinds = [desk.labels.kinds[kind] for kind in Kind if kind in printed]
    halves = {b.mirror.language for section in source.sections for b in section.blocks if b.mirror}
    languages = [source.language, *sorted(halves - {source.language})]
    comma = desk.profile.enumeration_comma
    names = comma.join(map(desk.profile.name_of, languages))
    details: list[tuple[Inline, ...]] = [
        (
            Text(names + desk.labels.semicolon + comma.join(kinds)),
            *((Text(desk.labels.semicolon + desk.words(source.recording.short)),) if source.recording else ()),
        ),
        (Text(desk.labels.file + desk.labels.colon), Literal(source.path)),
    ]
    return Entry((Text(desk.words(source.short)), *work(source, desk)), tuple(details))


def _omission(omission: Omission, desk: Desk) -> Entry:
    span = around(cut.block.span for cut in omission.cuts)
    name: tuple[Inline, ...] = (
        Text(desk.words(omission.source.short) + desk.labels.list_comma),
        *section_clause(omission.section, desk),
        Text(place_text(span, desk.labels)),
    )
    because = (Text(desk.words(omission.because)),)
    return Entry(name, (because,), corrections=corrections_cited(omission.section, desk))


def _corrections(made: Iterable[CorrectionMade], sources: Iterable[Source], desk: Desk) -> tuple[Entry, ...]:
    """Corrections → entries, one for the same correction of a source, for the same reason, in several lines."""
    shorts = {source.id: source.short for source in sources}
    grouped: dict[tuple[str, str, str, str, str], list[CorrectionMade]] = {}
    for one in made:
        change, reason = one.change, desk.words(one.change.because) or desk.labels.by_terms
        key = (one.text.source, change.before, change.after, str(change.cause), reason)
        grouped.setdefault(key, []).append(one)
    entries = []
    for (source, before, after, _, reason), places in grouped.items():
        lines = sorted({place.span.lines.first for place in places})
        where = desk.labels.several_lines.format(numbers=desk.profile.enumeration_comma.join(map(str, lines)))
        if any(place.span.unit for place in places):
            spans = dict.fromkeys(place_text(place.span, desk.labels) for place in places)
            where = desk.profile.enumeration_comma.join(spans)
        elif len(lines) == 1:
            where = line_text(lines[0], lines[0], desk.labels)
        short = desk.words(shorts[source])
        entries.append(
            Entry(
                (_words(before, places[0], desk), Text(" → "), _words(after, places[0], desk)),
                ((Text(short + desk.labels.list_comma + where), Text(desk.labels.semicolon + reason)),),
                f"{source} {lines[0]} {before}",
            )
        )
    return tuple(entries)


def _words(words: str, made: CorrectionMade, desk: Desk) -> Inline:
    """Words corrected, or a correction → the same, in the language of the document where that is another."""
    return Literal(words) if made.language == desk.language else Foreign((Literal(words),), made.language)
