"""``chapters/book.yaml`` → what the book is: titles, people, editions, order, and what is left out."""

import re
import uuid
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from book.diagnostics import Code, Report
from book.diagnostics.suggesting import nearest
from book.languages import languages
from book.model.language import Edition, parse_edition, printed_languages, same_tongue
from book.model.localized import Localized
from book.model.recording import Person
from book.specs.chapter_spec import PassageSpec, read_source_passage
from book.specs.fields import Fields, each
from book.specs.yaml_values import Scalar, Value


class Layout(StrEnum):
    """How the PDF of an edition in two languages sets them."""

    COLUMNS = "columns"
    """Side by side, paragraph by paragraph."""
    STACKED = "stacked"
    """One under the other."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A passage that the book does not print, and why."""

    passage: PassageSpec
    because: Localized


@dataclass(frozen=True, slots=True)
class Contents:
    """What of a book's chapters and sources is printed, in which order, and who speaks in it: all that compiling needs.

    What could not be read is not in it.
    """

    front_matter: tuple[Scalar, ...] = ()
    chapters: tuple[Scalar, ...] = ()
    back_matter: tuple[Scalar, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    people: tuple[Person, ...] | None = None
    """None where they could not be read."""

    @property
    def order(self) -> tuple[Scalar, ...]:
        """Every chapter in the order of the book."""
        return self.front_matter + self.chapters + self.back_matter


@dataclass(frozen=True, slots=True)
class BookSpec:
    """What ``chapters/book.yaml`` says, read whole."""

    slug: str
    title: Localized
    subtitle: Localized | None
    identifier: str
    date: date
    editor: Localized | None
    rights: Localized | None
    editions: tuple[Edition, ...]
    layouts: tuple[tuple[str, Layout], ...]
    """The layouts chosen, by edition."""
    contents: Contents

    def layout(self, edition: Edition) -> Layout:
        """How the PDF of an edition in two languages sets them."""
        return dict(self.layouts).get(edition.id, Layout.COLUMNS)

    @property
    def order(self) -> tuple[Scalar, ...]:
        """Every chapter in the order of the book."""
        return self.contents.order

    @property
    def people(self) -> tuple[Person, ...]:
        """Who speaks in the book."""
        return self.contents.people or ()


def read_book(value: Value, report: Report) -> tuple[Contents, BookSpec | None]:
    """The value of ``chapters/book.yaml`` → the contents, as far as they could be read, and the book.

    The book is None where anything that it cannot do without is missing or wrong; its chapters can be checked all the
    same.
    """
    known = (
        "slug", "title", "subtitle", "identifier", "date", "editor", "rights", "people", "editions",
        "layouts", "front-matter", "chapters", "back-matter", "leave-out",
    )  # fmt: skip
    fields = Fields(value, "the book", known, report)
    editions = _editions(fields)
    fields.printed = printed_languages(editions or ())
    slug = _slug(fields)
    title = fields.localized("title", required=True)
    identifier = _identifier(fields)
    published = _date(fields)
    layouts = _layouts(fields, editions)
    contents = Contents(
        front_matter=_chapters(fields, "front-matter"),
        chapters=_chapters(fields, "chapters", required=True),
        back_matter=_chapters(fields, "back-matter"),
        left_out=each(fields.sequence("leave-out"), lambda item: _left_out(item, fields)),
        people=_people(fields),
    )
    subtitle, editor, rights = (fields.localized(key) for key in ("subtitle", "editor", "rights"))
    if not (slug and title and identifier and published and editions) or contents.people is None:
        return contents, None
    book = BookSpec(slug, title, subtitle, identifier, published, editor, rights, editions, layouts, contents)
    return contents, book


def _slug(fields: Fields) -> str | None:
    scalar = fields.scalar("slug", required=True)
    if scalar and not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", scalar.text):
        hint = "use letters, digits, '-' and '_'"
        fields.error(Code.BAD_VALUE, f"'{scalar.text}' cannot name a file", scalar.place, hint)
        return None
    return scalar.text if scalar else None


def _identifier(fields: Fields) -> str | None:
    scalar = fields.scalar("identifier", required=True)
    if scalar is None:
        return None
    text = scalar.text.strip()
    if text.startswith("urn:uuid:"):
        try:
            uuid.UUID(text.removeprefix("urn:uuid:"))
        except ValueError:
            fields.error(
                Code.BAD_VALUE,
                f"'{text}' does not contain a UUID",
                scalar.place,
                "32 hexadecimal digits follow 'urn:uuid:' (RFC 9562)",
            )
            return None
    elif not re.match(r"(urn:[a-z0-9-]+:|https?://)\S+$", text):
        fields.error(
            Code.BAD_VALUE, f"'{text}' is not a valid identifier", scalar.place, "write urn:uuid:…, urn:isbn:… or a URL"
        )
        return None
    return text


def _date(fields: Fields) -> date | None:
    scalar = fields.scalar("date", required=True)
    if scalar is None:
        return None
    try:
        return date.fromisoformat(scalar.text.strip())
    except ValueError:
        fields.error(
            Code.BAD_VALUE, f"'{scalar.text}' is not a date", scalar.place, "write it as 2026-01-31 (ISO 8601)"
        )
        return None


def _people(fields: Fields) -> tuple[Person, ...] | None:
    mark = fields.report.mark
    people = []
    for key, value in fields.mapping_of("people"):
        if name := fields.as_localized(value, f"the name of '{key.text}'"):
            people.append(Person(key.text, name))
    return None if fields.report.since(mark) or "people" in fields.doubtful else tuple(people)


def _editions(fields: Fields) -> tuple[Edition, ...] | None:
    """The editions; None where any of them could not be read."""
    mark = fields.report.mark
    chosen: list[Edition] = []
    items = fields.sequence("editions", required=True)
    if not (items or fields.report.since(mark) or "editions" in fields.doubtful):
        value = fields.get("editions")
        place = value.place if value else fields.place
        fields.error(Code.BAD_VALUE, "the book has no edition", place, f"name one: {', '.join(languages())}")
    for item in items:
        scalar = fields.as_scalar(item, "an edition")
        edition = _edition(fields, scalar) if scalar else None
        if edition is None or scalar is None:
            continue
        if edition in chosen:
            fields.error(Code.BAD_VALUE, f"the edition '{edition.id}' is named twice", scalar.place, "keep one of them")
        else:
            chosen.append(edition)
    return None if fields.report.since(mark) or "editions" in fields.doubtful else tuple(chosen)


def _edition(fields: Fields, scalar: Scalar) -> Edition | None:
    try:
        return parse_edition(scalar.text, languages())
    except ValueError as error:
        pairs = [f"{a}-{b}" for a in languages() for b in languages() if not same_tongue(a, b)]
        hint = nearest(scalar.text, [*languages(), *pairs])
        hint = hint or f"name one language, or two joined by '-': {', '.join(languages())}"
        fields.error(Code.UNKNOWN_EDITION, str(error), scalar.place, hint)
        return None


def _layouts(fields: Fields, editions: tuple[Edition, ...] | None) -> tuple[tuple[str, Layout], ...]:
    chosen: list[tuple[str, Layout]] = []
    for key, value in fields.mapping_of("layouts"):
        edition = _edition(fields, key)
        scalar = fields.as_scalar(value, f"the layout of '{key.text}'")
        layout = (
            fields.as_choice(scalar, "layout", {str(name): name for name in Layout}, Code.BAD_VALUE) if scalar else None
        )
        if edition is None or layout is None:
            continue
        if edition.is_monolingual:
            message = f"the edition '{edition.id}' is in one language, and a layout is for two"
            fields.error(Code.BAD_VALUE, message, key.place, "delete its layout")
            continue
        if editions is not None and edition not in editions:
            message = f"the book has no edition '{edition.id}' that could have a layout"
            fields.error(Code.UNKNOWN_EDITION, message, key.place, "add it to 'editions', or delete its layout")
        chosen.append((edition.id, layout))
    return tuple(chosen)


def _chapters(fields: Fields, key: str, *, required: bool = False) -> tuple[Scalar, ...]:
    def read(item: Value) -> Scalar | None:
        scalar = fields.as_scalar(item, "a chapter")
        return scalar and Scalar(scalar.text.strip().removesuffix(".yaml"), scalar.place)

    return each(fields.sequence(key, required=required), read)


def _left_out(value: Value, above: Fields) -> LeftOut | None:
    fields = above.within(value, "an entry of 'leave-out'", ("from", "paragraphs", "quote", "because"))
    passage = read_source_passage(fields)
    because = fields.get("because", required=True)
    if because is None or passage is None:
        return None
    if isinstance(because, Scalar):
        text = fields.as_scalar(because, "'because'")
        return LeftOut(passage, fields.in_each(text.text)) if text else None
    reason = fields.as_localized(because, "'because'")
    return LeftOut(passage, reason) if reason else None
