"""The last line of a paragraph of Chinese: never a single character with its mark.

Typesetters call it an orphan (孤字). On a page the last two characters and the mark after them are kept together by
U+2060 (UAX #14, class WJ), which nobody sees and no search looks at; reading systems break lines as they will.
"""

import re
from typing import Any

from book.text.han import HAN_RANGES
from book.writers.pandoc_tree import Node

WORD_JOINER = "\u2060"
_END = re.compile(
    rf"(?<=[{HAN_RANGES}])(?=[{HAN_RANGES}][，。、；：！？）」』》”’…—]*$)|(?<=[{HAN_RANGES}])(?=[。！？）」』》”’…]+$)"
)
_SHORT = 8
"""A text of fewer characters is left alone: it has no last line but its first."""


def keep_endings(node: Any) -> Any:
    """Pandoc's tree, or a part of it → the same with the ends of its paragraphs kept together."""
    if isinstance(node, dict):
        if node.get("t") in ("Para", "Plain"):
            return {"t": node["t"], "c": _kept(node["c"])}
        return {key: keep_endings(value) for key, value in node.items()}
    return [keep_endings(item) for item in node] if isinstance(node, list) else node


def _kept(nodes: list[Node]) -> list[Node]:
    """Inlines → the same; what calls a note stands after the end and is passed over."""
    for place in reversed(range(len(nodes))):
        node = nodes[place]
        if node["t"] == "Superscript" or (node["t"] == "Str" and node["c"] == WORD_JOINER):
            continue
        return [*nodes[:place], _with_end_kept(node), *nodes[place + 1 :]]
    return nodes


def _with_end_kept(node: Node) -> Node:
    match node["t"]:
        case "Str" if len(node["c"]) >= _SHORT:
            return {"t": "Str", "c": _END.sub(WORD_JOINER, node["c"])}
        case "Strong" | "Emph":
            return {"t": node["t"], "c": _kept(node["c"])}
        case "Span":
            return {"t": "Span", "c": [node["c"][0], _kept(node["c"][1])]}
        case _:
            return node
