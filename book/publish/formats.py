"""The formats that a book can be built in. The rest of the program asks this registry and names no format.

A format works in two steps, so that what decides its bytes can be seen between them: it *prepares* a galley, which
gives a task, plain data that holds all that the tool is given; and it *renders* the task. An output whose task
has not changed need not be rendered again, and a task can be sent to another process.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from book.publish.artifact import Artifact
from book.publish.context import Context
from book.publish.epub.preparing import prepare_epub
from book.publish.epub.rendering import render_epub
from book.publish.pdf import prepare_pdf
from book.publish.weasyprint.rendering import render_pdf
from book.setting.galley import Galley
from book.writers.medium import PAGE, SCREEN, Medium

Task = TypeVar("Task")


@dataclass(frozen=True, slots=True)
class Format(Generic[Task]):
    """One format."""

    name: str
    """As ``--format`` asks for it, and the ending of the file or folder that is made."""
    medium: Medium
    prepare: Callable[[Galley, Context], Task]
    """Galley → task: dataclasses, mappings, sequences, strings, bytes, numbers and Fonts, but nothing else.
    May raise ToolError."""
    render: Callable[[Task], Artifact]
    """Task → artifact, and nothing decides it but the task, the tools named here and the function's own code.
    A function of a module. May raise ToolError."""
    tools: tuple[str, ...] = ()
    """What renders, by the names that ``versions`` knows: another version may give other bytes."""
    needs_fonts: bool = False
    """Whether the context must hold the fonts."""
    in_processes: bool = False
    """Whether rendering takes so long that tasks are worth a process each; they are then rendered last."""
    intermediate: Callable[[Task], tuple[str, str]] | None = None
    """What ``--intermediates`` keeps of a task: the ending of a file, and its text."""


FORMATS: dict[str, Format[Any]] = {
    format.name: format
    for format in (
        Format(
            name="epub",
            medium=SCREEN,
            prepare=prepare_epub,
            render=render_epub,
            tools=("pandoc", "lxml", "libxml2", "zlib"),
            intermediate=lambda task: (".json", task.document),
        ),
        Format(
            name="pdf",
            medium=PAGE,
            prepare=prepare_pdf,
            render=render_pdf,
            tools=(
                "weasyprint", "pydyf", "pyphen", "tinycss2", "tinyhtml5", "cssselect2", "fonttools",
                "Pango", "HarfBuzz", "fontconfig", "zlib",
            ),
            needs_fonts=True,
            in_processes=True,
            intermediate=lambda task: (".html", task.html),
        ),
    )
}  # fmt: skip
"""Every format by its name, in the order in which an edition is built."""
