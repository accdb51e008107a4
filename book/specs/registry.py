"""``seeds/sources.yaml`` → recordings and document entries."""

import re
from dataclasses import dataclass

from book.diagnostics import Code, Place, Report
from book.diagnostics.suggesting import nearest
from book.languages import languages, profile
from book.model.block import Kind, LineRange
from book.model.language import Language
from book.model.localized import Localized
from book.model.recording import Participant, Recording, Site
from book.readers.document import Declared
from book.readers.registry import READERS
from book.specs.fields import Fields, each
from book.specs.yaml_values import Mapping, Scalar, Value

SITES = {
    "youtube": ("https://youtu.be/{id}", "https://youtu.be/{id}?t={{seconds}}"),
    "bilibili": ("https://www.bilibili.com/video/{id}/", "https://www.bilibili.com/video/{id}/?t={{seconds}}"),
}
"""Sites whose URLs are known: of the whole recording, and of a moment."""

SOURCE_KINDS = {str(kind): kind for kind in Kind if kind is not Kind.EDITORIAL}
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True, slots=True)
class Entry:
    """One document, as the registry declares it."""

    id: str
    file: Scalar
    format: str
    language: Language
    kind: Kind
    title: Localized
    short: Localized
    recording: str | None
    headings: tuple[Declared, ...]
    metadata: tuple[tuple[LineRange, Place], ...]
    kinds: tuple[tuple[Declared, Kind], ...]
    quoted: Scalar | None
    speakers: tuple[tuple[str, Scalar], ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Registry:
    """What ``seeds/sources.yaml`` says."""

    recordings: tuple[Recording, ...] = ()
    entries: tuple[Entry, ...] = ()
    declared: tuple[str, ...] | None = None
    """The ids of its sources, those with mistakes among them; None where it could not be read."""
    people: tuple[Scalar, ...] = ()
    """Every id of a person that it names, where it does; not those of entries with mistakes."""

    def recording(self, id: str | None) -> Recording | None:
        """The recording of an id, or None."""
        return next((r for r in self.recordings if r.id == id), None)


def read_registry(value: Value, report: Report, printed: tuple[Language, ...] = ()) -> Registry:
    """The value of ``seeds/sources.yaml`` → the registry; recordings and entries with mistakes are left out of it."""
    fields = Fields(value, "the registry", ("recordings", "sources"), report, printed)
    people: list[Scalar] = []
    recordings = fields.mapping_of("recordings")
    read = [_recording(key, item, people, fields) for key, item in recordings]
    known = {key.text: key.text for key, _ in recordings}
    sources = fields.mapping_of("sources", required=True)
    entries = [_entry(key, item, known, fields) for key, item in sources]
    kept = tuple(entry for entry in entries if entry)
    for entry in kept:
        people += [speaker for _, speaker in entry.speakers] + ([entry.quoted] if entry.quoted else [])
    declared = tuple(key.text for key, _ in sources) if sources else None
    return Registry(tuple(recording for recording in read if recording), kept, declared, tuple(people))


def _recording(key: Scalar, value: Value, people: list[Scalar], above: Fields) -> Recording | None:
    fields = above.within(value, f"the recording '{key.text}'", ("title", "short", "people", "links"))
    title = fields.localized("title", required=True)

    def participant(item: Value) -> Participant | None:
        person = fields.within(item, "a person of a recording", ("id", "role", "name"))
        id = person.scalar("id", required=True)
        role = _role(person)
        people.extend([id] if id else [])
        if name := person.get("name"):
            hint = "a name is given under 'people' in chapters/book.yaml; write 'name: null' for somebody without one"
            person.error(Code.BAD_VALUE, "a participant's name can only be null", name.place, hint)
        is_named = person.mapping.get("name") is None
        return Participant(id.text, role, is_named) if id and role else None

    short = fields.localized("short") or title
    participants = each(fields.sequence("people"), participant)
    sites = _sites(fields)
    return Recording(key.text, title, short, participants, sites) if title and short else None


def _role(person: Fields) -> str | Localized | None:
    """A role that the languages have a word for, or the registry's own words for another."""
    value = person.get("role", required=True)
    if isinstance(value, Mapping):
        return person.as_localized(value, "'role'")
    scalar = person.scalar("role") if value else None
    known = set.intersection(*(set(profile(language).labels.roles) for language in languages()))
    if scalar is None:
        return None
    if scalar.text in known:
        return scalar.text
    hint = nearest(scalar.text, known) or f"choose from {', '.join(sorted(known))}, or write {{zh-Hans: …, en: …}}"
    person.error(Code.BAD_VALUE, f"there is no word for the role '{scalar.text}'", scalar.place, hint)
    return None


def _sites(fields: Fields) -> tuple[Site, ...]:
    links = fields.get("links")
    if links is None:
        return ()
    inner = fields.within(links, "'links'", (*SITES, "url", "template"))
    sites = []
    for name, (whole, template) in SITES.items():
        if id := inner.scalar(name):
            if not re.fullmatch(r"[A-Za-z0-9_-]+", id.text):
                inner.error(
                    Code.BAD_VALUE,
                    f"'{id.text}' is not a video's identifier",
                    id.place,
                    "write the identifier, not the URL",
                )
            else:
                sites.append(Site(name, whole.format(id=id.text), template.format(id=id.text)))
    url, template_text = inner.scalar("url"), inner.scalar("template")
    for given in (url, template_text):
        if given and not re.match(r"https?://\S+$", given.text):
            inner.error(Code.BAD_VALUE, f"'{given.text}' is not a URL", given.place, "begin it with https://")
            return tuple(sites)
    if template_text and "{seconds}" not in template_text.text:
        inner.error(
            Code.BAD_VALUE,
            "the template has no '{seconds}'",
            template_text.place,
            "write {seconds} where the moment goes",
        )
    if url or template_text:
        moment = template_text.text if template_text else ""
        whole = url.text if url else re.sub(r"[?&#][^?&#]*\{seconds\}.*$", "", moment)
        sites.append(Site(re.sub(r"^https?://(?:www\.)?([^/]+).*$", r"\1", whole), whole, moment))
    return tuple(sites)


def _entry(key: Scalar, value: Value, recordings: dict[str, str], above: Fields) -> Entry | None:
    mark = above.report.mark
    known = (
        "file", "format", "language", "recording", "kind", "headings",
        "title", "short", "metadata", "kinds", "quoted", "speakers",
    )  # fmt: skip
    fields = above.within(value, f"the source '{key.text}'", known)
    if not _ID.fullmatch(key.text):
        fields.error(
            Code.BAD_VALUE, f"'{key.text}' cannot be the id of a source", key.place, "use letters, digits, '-' and '_'"
        )
    file = fields.scalar("file", required=True)
    format = fields.choice("format", {name: name for name in READERS}, Code.UNKNOWN_FORMAT, required=True)
    known_languages = {str(language): language for language in languages()}
    language = fields.choice("language", known_languages, Code.UNKNOWN_LANGUAGE, required=True)
    recording = fields.choice("recording", recordings, Code.UNKNOWN_RECORDING)
    kind = fields.choice("kind", SOURCE_KINDS, Code.UNKNOWN_KIND)
    name = Localized.everywhere(key.text)
    title = fields.localized("title") or name
    kinds = [
        (Declared(address.text, address.place), chosen)
        for address, item in fields.mapping_of("kinds")
        if (scalar := fields.as_scalar(item, "a kind"))
        and (chosen := fields.as_choice(scalar, "kind", SOURCE_KINDS, Code.UNKNOWN_KIND))
    ]
    headings = tuple(
        Declared(scalar.text, scalar.place)
        for item in fields.sequence("headings")
        if (scalar := fields.as_scalar(item, "a heading"))
    )
    metadata = fields.ranges("metadata")
    speakers = tuple(
        (label.text, scalar)
        for label, item in fields.mapping_of("speakers")
        if (scalar := fields.as_scalar(item, "a speaker"))
    )
    short = fields.localized("short") or title
    quoted = fields.scalar("quoted")
    if above.report.since(mark) or not (file and format and language):
        return None
    return Entry(
        id=key.text,
        file=file,
        format=format,
        language=language,
        kind=kind or Kind.SUMMARY,
        title=title,
        short=short,
        recording=recording,
        headings=headings,
        metadata=metadata,
        kinds=tuple(kinds),
        quoted=quoted,
        speakers=speakers,
        place=key.place,
    )
