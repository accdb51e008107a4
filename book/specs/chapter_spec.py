"""A chapter's YAML → its spec: headings, passages chosen from sources, and the editor's notes."""

from dataclasses import dataclass

from book.diagnostics import Code, Place, Report
from book.model.address import Address
from book.model.block import Kind
from book.model.language import Language
from book.model.localized import Localized
from book.model.moment import Time, parse_stamp
from book.model.span import LineRange
from book.specs.fields import Fields, each
from book.specs.yaml_values import Scalar, Value

RELABELS = {str(kind): kind for kind in (Kind.SUMMARY, Kind.COMMENTARY)}
"""The kinds that an editor may give a passage: never that of a speaker's own words."""


@dataclass(frozen=True, slots=True)
class PassageSpec:
    """A passage that an editor chose from a source."""

    address: Address
    place: Place
    """Of the address."""
    paragraphs: tuple[tuple[LineRange, Place], ...] = ()
    quote: Scalar | None = None
    at: Time | None = None
    """When it was said, on the editor's word."""
    at_place: Place | None = None
    kind: Kind | None = None
    kind_place: Place | None = None
    again: str | None = None
    with_heading: bool = False


@dataclass(frozen=True, slots=True)
class NoteSpec:
    """The editor's own prose."""

    text: Localized
    place: Place


@dataclass(frozen=True, slots=True)
class GroupSpec:
    """A heading and what is under it."""

    heading: Localized | None
    items: tuple[PassageSpec | NoteSpec, ...]


@dataclass(frozen=True, slots=True)
class ChapterSpec:
    """One chapter."""

    slug: str
    path: str
    title: Localized | None
    """None where it could not be read."""
    groups: tuple[GroupSpec, ...]


def read_chapter(value: Value, slug: str, path: str, report: Report, printed: tuple[Language, ...] = ()) -> ChapterSpec:
    """The value of a chapter's file → its spec; what could not be read is left out and reported."""
    fields = Fields(value, "a chapter", ("title", "sections"), report, printed)
    title = fields.localized("title", required=True)
    groups = each(fields.sequence("sections", required=True), lambda item: _group(item, fields))
    return ChapterSpec(slug, path, title, groups)


def _group(value: Value, above: Fields) -> GroupSpec:
    fields = above.within(value, "a section of a chapter", ("heading", "passages"))
    heading = fields.localized("heading")
    return GroupSpec(heading, each(fields.sequence("passages", required=True), lambda item: _item(item, fields)))


def _item(value: Value, above: Fields) -> PassageSpec | NoteSpec | None:
    known = ("from", "paragraphs", "quote", "at", "kind", "again", "with-heading", "note")
    fields = above.within(value, "a passage", known)
    note = fields.mapping.get("note")
    if note is None:
        return read_source_passage(fields)
    others = [key for key, _ in fields.mapping.entries if key.text != "note"]
    if others:
        fields.error(
            Code.UNKNOWN_KEY, f"a note takes no '{others[0].text}'", others[0].place, "make it a passage of its own"
        )
    text = fields.as_localized(note, "'note'")
    return NoteSpec(text, note.place) if text else None


def read_source_passage(fields: Fields) -> PassageSpec | None:
    """The fields of a passage, or of an entry of ``leave-out``, → what it chooses from which source.

    None where that could not be read.
    """
    value = fields.get("from", required=True)
    origin = fields.as_address(value, "'from'") if value else None
    mark = fields.report.mark
    paragraphs = fields.ranges("paragraphs")
    quote = fields.scalar("quote")
    if quote and paragraphs:
        fields.error(
            Code.BAD_VALUE, "a passage is chosen by 'paragraphs' or by 'quote', not by both", quote.place, "delete one"
        )
    is_clear = not fields.report.since(mark) and not fields.doubtful & {"paragraphs", "quote", "again"}
    at_scalar = fields.scalar("at")
    at = None
    if at_scalar:
        try:
            at = parse_stamp(at_scalar.text)
        except ValueError as error:
            fields.error(Code.BAD_TIME, str(error), at_scalar.place, "write mm:ss or h:mm:ss")
    kind_scalar = fields.scalar("kind")
    kind = _kind(fields, kind_scalar) if kind_scalar else None
    again = fields.scalar("again")
    with_heading = fields.flag("with-heading")
    if origin is None or not is_clear:
        return None
    return PassageSpec(
        address=origin.address,
        place=origin.place,
        paragraphs=paragraphs,
        quote=quote,
        at=at,
        at_place=at_scalar.place if at_scalar else None,
        kind=kind,
        kind_place=kind_scalar.place if kind_scalar else None,
        again=again.text if again else None,
        with_heading=with_heading,
    )


def _kind(fields: Fields, scalar: Scalar) -> Kind | None:
    if scalar.text in {str(kind) for kind in Kind} - set(RELABELS):
        message = f"'kind' cannot turn a passage into a {scalar.text}"
        fields.error(Code.FALSE_KIND, message, scalar.place, "only its source says whose words they are")
        return None
    return fields.as_choice(scalar, "kind", RELABELS, Code.UNKNOWN_KIND)
