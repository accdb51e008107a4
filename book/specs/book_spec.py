"""``chapters/book.yaml`` → what the book is: titles, people, editions, order, and what is left out."""

import re
import uuid
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from book.diagnostics import Code, Diagnostic
from book.diagnostics.suggesting import nearest
from book.languages import languages
from book.model.language import Edition, parse_edition, same_tongue
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
class BookSpec:
    """What ``chapters/book.yaml`` says."""

    slug: str
    title: Localized
    subtitle: Localized | None
    identifier: str
    date: date
    editor: Localized | None
    rights: Localized | None
    people: tuple[Person, ...] | None
    """None where they could not be read."""
    editions: tuple[Edition, ...]
    layouts: tuple[tuple[str, Layout], ...]
    """The layouts chosen, by edition."""
    front_matter: tuple[Scalar, ...]
    chapters: tuple[Scalar, ...]
    back_matter: tuple[Scalar, ...]
    left_out: tuple[LeftOut, ...]

    def layout(self, edition: Edition) -> Layout:
        """How the PDF of an edition in two languages sets them."""
        return dict(self.layouts).get(edition.id, Layout.COLUMNS)

    @property
    def order(self) -> tuple[Scalar, ...]:
        """Every chapter in the order of the book."""
        return self.front_matter + self.chapters + self.back_matter


def read_book(value: Value) -> tuple[BookSpec | None, list[Diagnostic]]:
    """The value of ``chapters/book.yaml`` → the book's spec, or None where something it cannot do without is wrong."""
    diagnostics: list[Diagnostic] = []
    known = (
        "slug", "title", "subtitle", "identifier", "date", "editor", "rights", "people", "editions",
        "layouts", "front-matter", "chapters", "back-matter", "leave-out",
    )  # fmt: skip
    fields = Fields(value, "the book", known, diagnostics)
    slug = fields.scalar("slug", required=True)
    if slug and not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", slug.text):
        fields.error(
            Code.BAD_VALUE, f"'{slug.text}' cannot name a file", slug.place, "use letters, digits, '-' and '_'"
        )
        slug = None
    title = fields.localized("title", required=True)
    identifier = _identifier(fields)
    published = _date(fields)
    book_slug = slug.text if slug else "book"
    editions = _editions(fields)
    spec = BookSpec(
        slug=book_slug,
        title=title or Localized.everywhere(book_slug),
        subtitle=fields.localized("subtitle"),
        identifier=identifier or str(uuid.uuid5(uuid.NAMESPACE_URL, book_slug)),
        date=published or date(1970, 1, 1),
        editor=fields.localized("editor"),
        rights=fields.localized("rights"),
        people=_people(fields),
        editions=editions,
        layouts=_layouts(fields, editions),
        front_matter=_slugs(fields, "front-matter"),
        chapters=_slugs(fields, "chapters", required=True),
        back_matter=_slugs(fields, "back-matter"),
        left_out=each(fields.sequence("leave-out"), lambda item: _left_out(item, diagnostics)),
    )
    return (None if fields.broken else spec), diagnostics


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
                f"'{text}' holds no UUID",
                scalar.place,
                "32 hexadecimal digits follow 'urn:uuid:' (RFC 9562)",
            )
            return None
    elif not re.match(r"(urn:[a-z0-9-]+:|https?://)\S+$", text):
        fields.error(
            Code.BAD_VALUE, f"'{text}' is no identifier", scalar.place, "write urn:uuid:…, urn:isbn:… or a web address"
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
        fields.error(Code.BAD_VALUE, f"'{scalar.text}' is no date", scalar.place, "write it as 2026-01-31 (ISO 8601)")
        return None


def _people(fields: Fields) -> tuple[Person, ...] | None:
    before = len(fields.diagnostics)
    people = []
    for key, value in fields.mapping_of("people"):
        if name := fields.as_localized(value, f"the name of '{key.text}'"):
            people.append(Person(key.text, name))
    return None if len(fields.diagnostics) > before or "people" in fields.misspelt else tuple(people)


def _editions(fields: Fields) -> tuple[Edition, ...]:
    chosen: list[Edition] = []
    for item in fields.sequence("editions", required=True):
        scalar = fields.as_scalar(item, "an edition")
        edition = _edition(fields, scalar) if scalar else None
        if edition is None or scalar is None:
            continue
        if edition in chosen:
            fields.error(Code.BAD_VALUE, f"the edition '{edition.id}' is named twice", scalar.place, "keep one of them")
        else:
            chosen.append(edition)
    return tuple(chosen)


def _edition(fields: Fields, scalar: Scalar) -> Edition | None:
    try:
        return parse_edition(scalar.text, languages())
    except ValueError as error:
        pairs = [f"{a}-{b}" for a in languages() for b in languages() if not same_tongue(a, b)]
        hint = nearest(scalar.text, [*languages(), *pairs])
        hint = hint or f"name one language, or two joined by '-': {', '.join(languages())}"
        fields.error(Code.UNKNOWN_EDITION, str(error), scalar.place, hint)
        return None


def _layouts(fields: Fields, editions: tuple[Edition, ...]) -> tuple[tuple[str, Layout], ...]:
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
        if edition not in editions and not fields.broken:
            message = f"the book has no edition '{edition.id}' that could have a layout"
            fields.error(Code.UNKNOWN_EDITION, message, key.place, "add it to 'editions', or delete its layout")
        chosen.append((edition.id, layout))
    return tuple(chosen)


def _slugs(fields: Fields, key: str, *, required: bool = False) -> tuple[Scalar, ...]:
    def read(item: Value) -> Scalar | None:
        scalar = fields.as_scalar(item, "a chapter")
        return scalar and Scalar(scalar.text.strip().removesuffix(".yaml"), scalar.place)

    return each(fields.sequence(key, required=required), read)


def _left_out(value: Value, diagnostics: list[Diagnostic]) -> LeftOut | None:
    fields = Fields(value, "an entry of 'leave-out'", ("from", "paragraphs", "quote", "because"), diagnostics)
    passage = read_source_passage(fields)
    because = fields.get("because", required=True)
    if because is None or passage is None:
        return None
    if isinstance(because, Scalar):
        text = fields.as_scalar(because, "'because'")
        return LeftOut(passage, fields.in_each(text.text)) if text else None
    reason = fields.as_localized(because, "'because'")
    return LeftOut(passage, reason) if reason else None
