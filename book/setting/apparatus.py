"""The back of the book: its recordings and documents, and what was left out of them."""

from book.editorial.manuscript import Manuscript, Omission
from book.model.inline import Inline, Link, Literal, Text
from book.model.language import Language
from book.model.source import Recording, Source
from book.setting.citing import line_text, section_name
from book.setting.galley import Apparatus, Entry
from book.setting.labels import Labels
from book.setting.rendering import localized


def set_apparatus(manuscript: Manuscript, language: Language, labels: Labels) -> Apparatus:
    """A manuscript → the list of its sources and omissions."""
    names = {person.id: localized(person.name, language) for person in manuscript.book.people or ()}
    return Apparatus(
        recordings=tuple(_recording(r, names, language, labels) for r in manuscript.recordings),
        documents=tuple(_document(s, language, labels) for s in manuscript.sources),
        omissions=tuple(_omission(o, language, labels) for o in manuscript.omissions),
    )


def _recording(recording: Recording, names: dict[str, str], language: Language, labels: Labels) -> Entry:
    roles = {"guest": labels.guest, "host": labels.host}
    people = labels.semicolon.join(
        f"{roles[p.role]}{labels.colon}{names.get(p.person, p.person)}" for p in recording.people
    )
    details: list[tuple[Inline, ...]] = [(Text(people),)] if people else []
    for site in recording.sites:
        name = labels.sites.get(site.name, site.name)
        address = site.address(None)
        details.append((Text(name + labels.colon), Link((Literal(address),), address)))
    return Entry((Text(localized(recording.title, language)),), tuple(details))


def _document(source: Source, language: Language, labels: Labels) -> Entry:
    """A document: its label and title, language, file, kinds of text and recording."""
    kinds = dict.fromkeys(labels.kinds[b.kind] for section in source.sections for b in section.blocks)
    halves = {b.mirror.language for section in source.sections for b in section.blocks if b.mirror}
    languages = [source.language, *sorted(halves - {source.language})]
    details: list[tuple[Inline, ...]] = [
        (
            Text("、".join(labels.script[tag] for tag in languages) + labels.semicolon + "、".join(kinds)),
            *((Text(labels.semicolon + localized(source.recording.short, language)),) if source.recording else ()),
        ),
        (Text(labels.file + labels.colon), Literal(source.path)),
    ]
    name = localized(source.short, language) + labels.work.format(title=localized(source.title, language))
    return Entry((Text(name),), tuple(details))


def _omission(omission: Omission, language: Language, labels: Labels) -> Entry:
    blocks = [cut.block for cut in omission.cuts]
    first, last = min(b.lines.first for b in blocks), max(b.lines.last for b in blocks)
    name: tuple[Inline, ...] = (
        Text(localized(omission.source.short, language) + labels.list_comma),
        *section_name(omission.section, language, labels),
        Text(labels.list_comma + line_text(first, last, labels)),
    )
    return Entry(name, ((Text(localized(omission.because, language)),),))
