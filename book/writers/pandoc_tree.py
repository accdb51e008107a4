"""Constructors for pandoc's document tree (pandoc-types 1.23), as the JSON that pandoc reads.

Only what the book needs. A ``Str`` holds no spaces: ``words`` parts text at U+0020 into ``Str`` and
``Space``, and keeps every other character, ideographic and no-break spaces among them.
"""

from collections.abc import Iterable, Mapping
from typing import Any

API_VERSION = [1, 23, 1]
"""What pandoc 3.9 accepts; it refuses another major or minor version."""

Node = dict[str, Any]
Attributes = Mapping[str, str]


def attributes(id: str = "", classes: Iterable[str] = (), pairs: Attributes | None = None) -> list[Any]:
    """Identifier, classes and key-value pairs."""
    return [id, [c for c in classes if c], [[key, value] for key, value in (pairs or {}).items() if value]]


def words(text: str) -> list[Node]:
    """Text → ``Str``, ``Space`` and ``LineBreak``."""
    nodes: list[Node] = []
    for row_number, row in enumerate(text.split("\n")):
        if row_number:
            nodes.append(line_break())
        for number, word in enumerate(row.split(" ")):
            if number and not (nodes and nodes[-1] == SPACE):
                nodes.append(SPACE)
            if word:
                nodes.append({"t": "Str", "c": word})
    return nodes


SPACE: Node = {"t": "Space"}


def line_break() -> Node:
    """A break inside a paragraph."""
    return {"t": "LineBreak"}


def strong(inlines: list[Node]) -> Node:
    """Bold."""
    return {"t": "Strong", "c": inlines}


def emphasis(inlines: list[Node]) -> Node:
    """Emphasis."""
    return {"t": "Emph", "c": inlines}


def code(text: str) -> Node:
    """Code inside a sentence."""
    return {"t": "Code", "c": [attributes(), text]}


def span(inlines: list[Node], *classes: str, id: str = "", **pairs: str) -> Node:
    """A stretch of text with classes; ``pairs`` such as ``lang``."""
    return {"t": "Span", "c": [attributes(id, classes, pairs), inlines]}


def link(inlines: list[Node], target: str, *classes: str, id: str = "", pairs: Attributes | None = None) -> Node:
    """A link."""
    return {"t": "Link", "c": [attributes(id, classes, pairs), inlines, [target, ""]]}


def superscript(inlines: list[Node]) -> Node:
    """Raised text."""
    return {"t": "Superscript", "c": inlines}


def paragraph(inlines: list[Node]) -> Node:
    """A paragraph."""
    return {"t": "Para", "c": inlines}


def code_block(text: str) -> Node:
    """Lines of code."""
    return {"t": "CodeBlock", "c": [attributes(), text]}


def bullet_list(items: list[list[Node]]) -> Node:
    """A list with bullets."""
    return {"t": "BulletList", "c": items}


def ordered_list(items: list[list[Node]], start: int) -> Node:
    """A numbered list."""
    return {"t": "OrderedList", "c": [[start, {"t": "Decimal"}, {"t": "Period"}], items]}


def division(blocks: list[Node], *classes: str, id: str = "", pairs: Attributes | None = None) -> Node:
    """A division with an identifier, classes and attributes."""
    return {"t": "Div", "c": [attributes(id, classes, pairs), blocks]}


def header(level: int, inlines: list[Node], *classes: str, id: str = "", pairs: Attributes | None = None) -> Node:
    """A heading; pandoc moves its identifier and attributes to the section that it opens."""
    return {"t": "Header", "c": [level, attributes(id, classes, pairs), inlines]}


def definition_list(entries: list[tuple[list[Node], list[Node]]]) -> Node:
    """Names and their descriptions."""
    return {"t": "DefinitionList", "c": [[name, [description]] for name, description in entries]}


def meta_text(text: str) -> Node:
    """A text of the metadata."""
    return {"t": "MetaInlines", "c": words(text)}


def meta_string(text: str) -> Node:
    """A machine's string of the metadata."""
    return {"t": "MetaString", "c": text}


def document(meta: dict[str, Node], blocks: list[Node]) -> Node:
    """The whole document."""
    return {"pandoc-api-version": API_VERSION, "meta": meta, "blocks": blocks}
