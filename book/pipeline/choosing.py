"""Names that a user gives → the editions, chapters and sources of a project that they mean."""

from collections.abc import Iterable

from book.diagnostics.suggesting import nearest
from book.model.language import Edition
from book.model.source import Source
from book.pipeline.errors import CallError
from book.pipeline.project import Project
from book.publish.formats import FORMATS


def choose_editions(project: Project, wanted: Iterable[str] = ()) -> tuple[Edition, ...]:
    """The ids of editions → those editions, in the book's order; all of them where none is given.

    Raises CallError where the book has no such edition.
    """
    assert project.book is not None
    wanted = tuple(wanted)
    editions = {edition.id: edition for edition in project.book.editions}
    for id in wanted:
        _require(id, editions, "edition")
    return tuple(edition for id, edition in editions.items() if not wanted or id in wanted)


def choose_chapters(project: Project, wanted: Iterable[str] = ()) -> tuple[str, ...]:
    """Slugs of chapters, which may be given without their number or with ``.yaml`` → the whole slugs.

    Raises CallError where the book has no such chapter.
    """
    assert project.book is not None
    slugs = {slug.text: slug.text for slug in project.book.order}
    slugs |= {slug.partition("-")[2]: slug for slug in slugs.values() if slug[:1].isdigit() and "-" in slug}
    words = [word.removesuffix(".yaml") for word in wanted]
    for word in words:
        _require(word, slugs, "chapter")
    return tuple(slugs[word] for word in words)


def choose_formats(wanted: Iterable[str] = ()) -> tuple[str, ...]:
    """Names of formats → the same in the order in which they are built; all of them where none is given."""
    wanted = tuple(wanted)
    return tuple(name for name in FORMATS if not wanted or name in wanted)


def choose_sources(project: Project, wanted: str | None) -> tuple[Source, ...]:
    """The id of a source → the source, none where it is declared and could not be read; all of them without an id.

    Raises CallError where the registry declares no such source.
    """
    if wanted is None:
        return project.sources
    _require(wanted, dict.fromkeys([*(project.registry.declared or ()), *(s.id for s in project.sources)]), "source")
    return tuple(source for source in project.sources if source.id == wanted)


def _require(word: str, choices: Iterable[str], what: str) -> None:
    if word not in choices:
        hint = nearest(word, choices) or f"there is {', '.join(choices)}"
        raise CallError(f"the book has no {what} '{word}'; {hint}")
