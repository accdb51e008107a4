"""The gap between Han and Latin, where no style sheet can set it.

CLREQ § 3.2.4 asks for about a quarter of an em between Han and Latin letters or digits. Readers of EPUB set
it themselves (``text-autospace``), and its text stays clean; WeasyPrint cannot, so the PDF gets spaces.
"""

import re
from typing import Any

from book.text.han import HAN_RANGES
from book.writers.pandoc_tree import SPACE, Node

_LATIN = "A-Za-z0-9À-ɏ"
_EDGE = re.compile(rf"(?<=[{HAN_RANGES}])(?=[{_LATIN}])|(?<=[{_LATIN}%])(?=[{HAN_RANGES}])")
_INLINES = {"Strong", "Emph", "Superscript", "Span", "Link"}


def set_gaps(node: Any) -> Any:
    """Pandoc's tree, or a part of it → the same with a space at each meeting of Han and Latin."""
    if isinstance(node, dict):
        if node.get("t") in ("Code", "CodeBlock"):
            return node
        return {key: set_gaps(value) for key, value in node.items()}
    if isinstance(node, list):
        if node and all(isinstance(item, dict) and "t" in item for item in node) and _is_text(node):
            return _Line().inlines(node)
        return [set_gaps(item) for item in node]
    return node


def gapped(text: str) -> str:
    """A text → the same with its gaps."""
    return _EDGE.sub(" ", text)


def _is_text(nodes: list[Node]) -> bool:
    return any(node["t"] in ("Str", *_INLINES) for node in nodes)


class _Line:
    """The inlines of one paragraph, whose last character says what the next one needs."""

    def __init__(self) -> None:
        self.last = ""

    def inlines(self, nodes: list[Node]) -> list[Node]:
        """Inlines → the same with gaps inside and between them."""
        result: list[Node] = []
        for node in nodes:
            if node["t"] == "Str":
                result += self.words(node["c"])
            elif node["t"] == "Superscript":
                result.append(node)
            elif node["t"] in _INLINES:
                first = _first(node)
                if first and _EDGE.search(self.last + first):
                    result.append(SPACE)
                    self.last = " "
                result.append(self.inside(node))
            else:
                self.last = ""
                result.append(node)
        return result

    def words(self, text: str) -> list[Node]:
        """A word → its parts."""
        parts = _EDGE.sub(" ", self.last + text)[len(self.last) :].split(" ")
        nodes: list[Node] = []
        for number, part in enumerate(parts):
            nodes += [SPACE] if number else []
            nodes += [{"t": "Str", "c": part}] if part else []
        self.last = text[-1:]
        return nodes

    def inside(self, node: Node) -> Node:
        """A node with inlines → the same with gaps inside."""
        content = node["c"]
        if node["t"] in ("Strong", "Emph"):
            return {"t": node["t"], "c": self.inlines(content)}
        return {"t": node["t"], "c": [content[0], self.inlines(content[1]), *content[2:]]}


def _first(node: Node) -> str:
    """The first character that a node prints."""
    if node["t"] == "Str":
        return str(node["c"])[:1]
    if node["t"] in ("Strong", "Emph"):
        return next((f for child in node["c"] if (f := _first(child))), "")
    if node["t"] in ("Span", "Link"):
        return next((f for child in node["c"][1] if (f := _first(child))), "")
    return ""
