"""``seeds/sources.yaml`` → recordings and document entries."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from book.diagnostics import Code, Report
from book.diagnostics.located import Located
from book.diagnostics.suggesting import nearest
from book.languages import languages, profile
from book.model.block import Kind
from book.model.document import Declaration
from book.model.language import Language
from book.model.localized import Localized
from book.model.recording import Participant, Recording, Site
from book.readers.registry import SHAPES
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
class Registry:
    """What ``seeds/sources.yaml`` says."""

    recordings: tuple[Recording, ...] = ()
    entries: tuple[Declaration, ...] = ()
    declared: tuple[str, ...] | None = None
    """The ids of its sources, those with mistakes among them; None where it could not be read."""
    people: tuple[Located, ...] = ()
    """Every id of a person that it names, where it does; not those of entries with mistakes."""

    def recording(self, id: str | None) -> Recording | None:
        """The recording of an id, or None."""
        return next((r for r in self.recordings if r.id == id), None)


def read_registry(value: Value, report: Report, printed: tuple[Language, ...] = ()) -> Registry:
    """The value of ``seeds/sources.yaml`` → the registry; recordings and entries with mistakes are left out of it."""
    fields = Fields(value, "the registry", ("recordings", "sources"), report, printed)
    people: list[Located] = []
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


def _recording(key: Scalar, value: Value, people: list[Located], above: Fields) -> Recording | None:
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


_OF_ANY_FORMAT = ("file", "format", "language", "recording", "kind", "title", "short")


def _entry(key: Scalar, value: Value, recordings: dict[str, str], above: Fields) -> Declaration | None:
    """An entry of the registry → what it declares; None where anything in it is wrong."""
    mark = above.report.mark
    options = dict.fromkeys(option for shape in SHAPES.values() for option in shape.options)
    fields = above.within(value, f"the source '{key.text}'", (*_OF_ANY_FORMAT, *options))
    if not _ID.fullmatch(key.text):
        fields.error(
            Code.BAD_VALUE, f"'{key.text}' cannot be the id of a source", key.place, "use letters, digits, '-' and '_'"
        )
    file = fields.scalar("file", required=True)
    format = fields.choice("format", {name: name for name in SHAPES}, Code.UNKNOWN_FORMAT, required=True)
    known_languages = {str(language): language for language in languages()}
    language = fields.choice("language", known_languages, Code.UNKNOWN_LANGUAGE, required=True)
    recording = fields.choice("recording", recordings, Code.UNKNOWN_RECORDING)
    kind = fields.choice("kind", SOURCE_KINDS, Code.UNKNOWN_KIND)
    title = fields.localized("title") or Localized.everywhere(key.text)
    short = fields.localized("short") or title
    headings = tuple(scalar for item in fields.sequence("headings") if (scalar := fields.as_scalar(item, "a heading")))
    metadata = fields.ranges("metadata")
    kinds = tuple(
        (address, chosen)
        for address, item in fields.mapping_of("kinds")
        if (scalar := fields.as_scalar(item, "a kind"))
        and (chosen := fields.as_choice(scalar, "kind", SOURCE_KINDS, Code.UNKNOWN_KIND))
    )
    quoted = fields.scalar("quoted")
    speakers = tuple(
        (label.text, scalar)
        for label, item in fields.mapping_of("speakers")
        if (scalar := fields.as_scalar(item, "a speaker"))
    )
    if format is not None:
        _refuse_options_of_others(fields, format, options)
    if above.report.since(mark) or not (file and format and language):
        return None
    return Declaration(
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
        kinds=kinds,
        quoted=quoted,
        speakers=speakers,
    )


def _refuse_options_of_others(fields: Fields, format: str, options: Iterable[str]) -> None:
    """Report what is declared of a document whose format makes nothing of it."""
    for option in options:
        if fields.get(option) is None or option in SHAPES[format].options:
            continue
        takers = [f"'{name}'" for name, shape in SHAPES.items() if option in shape.options]
        formats = "the format " + takers[0] if len(takers) == 1 else f"the formats {', '.join(takers)}"
        key = next(name for name, _ in fields.mapping.entries if name.text == option)
        message = f"a document of the format '{format}' has no '{option}'"
        fields.error(Code.UNKNOWN_KEY, message, key.place, f"delete it: only {formats} can have '{option}'")
