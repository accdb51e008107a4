"""The house's Markdown → inlines, and blocks of inlines with their lines.

``>`` is body: many writers indent their notes with it, and to take it for a quotation would put words into somebody's
mouth. Tags such as ``<font>`` are dropped, what they enclose is kept.
"""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markdown_it.token import Token

from book.model.block import Content, ListItem, Paragraph, Verbatim
from book.model.inline import Code, Emphasis, Gloss, Inline, LineBreak, Link, Strong, Text, plain_text
from book.model.span import LineRange
from book.text.commonmark import document_tokens, inline_tokens, noted_tokens, prose_tokens
from book.text.plain import is_only_a_link, linked, without_soft_breaks, written_out
from book.text.sentinels import SOFT
from book.text.urls import href

_DEEPEST = 16
"""Maximum nesting of bold and italics; deeper is a line of asterisks, and would exhaust Python's stack."""

_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Title:
    """The inlines of a heading."""

    inlines: tuple[Inline, ...]
    level: int
    """1 to 6."""


@dataclass(frozen=True, slots=True)
class NoText:
    """No text: ``front matter``, a ``rule``, ``markup`` without words, a paragraph that is only a ``link``."""

    what: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A block of Markdown; a line end inside a paragraph is still ``SOFT``, which readers may need to see."""

    content: Content | Title | NoText
    lines: LineRange
    """They may end with blank ones."""
    images: tuple[str, ...] = ()
    """The addresses of its images, for each of which its alternative text is printed."""


def read_pieces(text: str) -> Iterator[Piece]:
    """A document in Markdown → its blocks, in order."""
    return _pieces(document_tokens(text))


def read_prose(text: str) -> tuple[Content, ...]:
    """An editor's Markdown → paragraphs, list items and code; headings, rules and links alone are dropped."""
    return tuple(_joined(p.content) for p in _pieces(prose_tokens(text)) if not isinstance(p.content, Title | NoText))


def read_inline(text: str) -> tuple[Inline, ...]:
    """One paragraph of Markdown → its inlines; nothing in it begins a list, heading or code."""
    return without_soft_breaks(_inlines(inline_tokens(text)))


def read_noted(text: str) -> tuple[Inline, ...]:
    """One paragraph of a translator's Markdown → its inlines, a note ``^[…]`` as a gloss."""
    tokens, notes = noted_tokens(text)
    return without_soft_breaks(_inlines(tokens, [Gloss(without_soft_breaks(_inlines(note))) for note in notes]))


def _joined(content: Content) -> Content:
    if isinstance(content, Verbatim):
        return content
    return replace(content, inlines=without_soft_breaks(content.inlines))


def _pieces(tokens: list[Token]) -> Iterator[Piece]:
    """Block tokens → pieces."""
    lists: list[int | None] = []
    item_is_fresh = False
    level = 0
    lines = LineRange(1, 1)
    for token in tokens:
        if token.map and token.type != "inline":
            lines = LineRange(token.map[0] + 1, max(token.map[1], token.map[0] + 1))
        match token.type:
            case "front_matter":
                yield Piece(NoText("front matter"), lines)
            case "bullet_list_open":
                lists.append(None)
            case "ordered_list_open":
                lists.append(int(token.attrs.get("start", 1)) - 1)
            case "bullet_list_close" | "ordered_list_close":
                lists.pop()
            case "list_item_open":
                item_is_fresh = True
                if lists[-1] is not None:
                    lists[-1] += 1
            case "heading_open":
                level = int(token.tag[1:])
            case "heading_close":
                level = 0
            case "inline":
                children = token.children or []
                inlines, images = _inlines(children), tuple(_images(children))
                if level:
                    yield Piece(Title(inlines, level), lines, images)
                elif not plain_text(inlines).strip():
                    yield Piece(NoText("markup"), lines, images)
                elif is_only_a_link(inlines) and not lists:
                    yield Piece(NoText("link"), lines, images)
                elif lists and item_is_fresh:
                    item_is_fresh = False
                    yield Piece(ListItem(inlines, lists[-1], len(lists)), lines, images)
                else:
                    yield Piece(Paragraph(inlines), lines, images)
            case "fence" | "code_block":
                yield Piece(Verbatim(token.content.rstrip("\n")), lines)
            case "html_block":
                words = html.unescape(_TAG.sub("", token.content)).strip().replace("\n", SOFT)
                yield Piece(Paragraph(linked(words)) if words else NoText("markup"), lines)
            case "hr":
                yield Piece(NoText("rule"), lines)


def _images(tokens: list[Token]) -> Iterator[str]:
    """Inline tokens → the addresses of their images, those in alternative texts among them."""
    for token in tokens:
        if token.type == "image":
            yield str(token.attrs.get("src", ""))
            yield from _images(token.children or [])


def _inlines(tokens: list[Token], notes: Sequence[Gloss] = ()) -> tuple[Inline, ...]:
    """Inline tokens → inlines."""
    stack: list[list[Inline]] = [[]]
    targets: list[str] = []
    too_deep = 0
    for token in tokens:
        if token.type in ("strong_open", "em_open") and len(stack) > _DEEPEST:
            too_deep += 1
            continue
        if token.type in ("strong_close", "em_close") and too_deep:
            too_deep -= 1
            continue
        match token.type:
            case "text" | "text_special":
                stack[-1] += [Text(token.content)] if targets else linked(token.content)
            case "softbreak":
                stack[-1].append(Text(SOFT))
            case "hardbreak":
                stack[-1].append(LineBreak())
            case "code_inline":
                stack[-1].append(Code(token.content))
            case "strong_open" | "em_open":
                stack.append([])
            case "link_open":
                stack.append([])
                targets.append(str(token.attrs.get("href", "")))
            case "strong_close":
                _close(stack, Strong(tuple(stack[-1])))
            case "em_close":
                _close(stack, Emphasis(tuple(stack[-1])))
            case "link_close":
                _close(stack, _link(tuple(stack[-1]), targets.pop()))
            case "html_inline" if _BREAK.fullmatch(token.content):
                stack[-1].append(LineBreak())
            case "image":
                words = plain_text(_inlines(token.children or [], notes))
                stack[-1] += [Text(words)] if words.strip() else []
            case "footnote_ref":
                stack[-1].append(notes[token.meta["id"]])
    return _merged(stack[0])


def _link(inlines: tuple[Inline, ...], target: str) -> Link:
    """A link; a URL that is its own words is a machine's string, as where it is written out."""
    match inlines:
        case (Text(words),) if href(words) == target and linked(words) == (written_out(words),):
            return written_out(words)
        case _:
            return Link(inlines, target)


def _close(stack: list[list[Inline]], inline: Inline) -> None:
    stack.pop()
    stack[-1].append(inline)


def _merged(inlines: list[Inline]) -> tuple[Inline, ...]:
    """Neighbouring pieces of text → one."""
    result: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Text) and result and isinstance(result[-1], Text):
            result[-1] = Text(result[-1].content + inline.content)
        elif not (isinstance(inline, Text) and not inline.content):
            result.append(inline)
    return tuple(result)
