"""What must agree between the book's files before anything is compiled."""

from collections.abc import Iterable

from book.diagnostics import Code, Diagnostic
from book.diagnostics.suggesting import nearest
from book.specs.book_spec import BookSpec
from book.specs.registry import Registry
from book.specs.yaml_values import Scalar


def check_order(book: BookSpec, found: Iterable[str]) -> list[Diagnostic]:
    """Chapters that the order names twice, or that have no file. ``found`` are the slugs of the files."""
    found = tuple(found)
    diagnostics = []
    seen: dict[str, Scalar] = {}
    for slug in book.order:
        if slug.text in seen:
            message = f"the chapter '{slug.text}' is in the order for the second time"
            hint = f"the first is in line {seen[slug.text].place.line}; keep one of them"
            diagnostics.append(Diagnostic.error(Code.CHAPTER_REPEATED, message, slug.place, hint))
        elif slug.text not in found:
            message = f"there is no chapter '{slug.text}'"
            hint = nearest(slug.text, found) or f"write chapters/{slug.text}.yaml"
            diagnostics.append(Diagnostic.error(Code.CHAPTER_NOT_FOUND, message, slug.place, hint))
        seen.setdefault(slug.text, slug)
    return diagnostics


def check_people(book: BookSpec, registry: Registry) -> list[Diagnostic]:
    """People whom the registry names and the book does not know."""
    if book.people is None:
        return []
    known = {person.id: person for person in book.people}
    diagnostics = []
    for scalar in registry.people:
        if scalar.text not in known:
            message = f"the book knows no person '{scalar.text}'"
            hint = nearest(scalar.text, known) or "add the name under 'people' in chapters/book.yaml"
            diagnostics.append(Diagnostic.error(Code.UNKNOWN_PERSON, message, scalar.place, hint))
    return diagnostics
