"""What must agree between the book's files before anything is compiled."""

from collections.abc import Iterable

from book.diagnostics import Code, Report
from book.diagnostics.suggesting import nearest
from book.specs.book_spec import Contents
from book.specs.registry import Registry
from book.specs.yaml_values import Scalar


def check_order(contents: Contents, found: Iterable[str], report: Report) -> None:
    """Report chapters that the order names twice, or that have no file. ``found`` are the slugs of the files."""
    found = tuple(found)
    seen: dict[str, Scalar] = {}
    for slug in contents.order:
        if slug.text in seen:
            message = f"the chapter '{slug.text}' is listed twice"
            hint = f"it is already on line {seen[slug.text].place.line}; keep one of them"
            report.error(Code.CHAPTER_REPEATED, message, slug.place, hint)
        elif slug.text not in found:
            message = f"there is no chapter '{slug.text}'"
            hint = nearest(slug.text, found) or f"write chapters/{slug.text}.yaml"
            report.error(Code.CHAPTER_NOT_FOUND, message, slug.place, hint)
        seen.setdefault(slug.text, slug)


def check_people(contents: Contents, registry: Registry, report: Report) -> None:
    """Report people whom the registry names and the book does not know."""
    if contents.people is None:
        return
    known = {person.id: person for person in contents.people}
    for scalar in registry.people:
        if scalar.text not in known:
            message = f"the book knows no person '{scalar.text}'"
            hint = nearest(scalar.text, known) or "add the name under 'people' in chapters/book.yaml"
            report.error(Code.UNKNOWN_PERSON, message, scalar.place, hint)
