"""Markdown (CommonMark 0.31) with front matter → elements.

``>`` is body: many writers indent their notes with it, and to take it for a quotation would put words
into somebody's mouth. Numbers typed into headings are kept apart from the words. Tags such as
``<font>`` are dropped, what they enclose is kept.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline.state_inline import Scanned, StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

from book.diagnostics import Code as DiagnosticCode
from book.diagnostics import Diagnostic, Place
from book.model.block import Block, Content, Kind, LineRange, ListItem, Paragraph, Verbatim
from book.model.inline import Code, Emphasis, Inline, LineBreak, Link, Strong, Text, map_text, plain_text
from book.model.language import Language
from book.model.source import Furniture, Heading
from book.readers.document import Document, Element, Reading
from book.text.han import is_chinese_set, join_lines
from book.text.plain import OBJECT, is_only_a_link, linked, written_out
from book.text.urls import href

SOFT = "\x1f"
"""The end of a line inside a paragraph, until it is joined; no text can hold this character."""

_DEEPEST = 16
"""So deep may bold and italics nest; more is a line of asterisks."""

NUMBER = re.compile(r"(\d{1,3}(?:\.\d{1,3})*)(?:[.．](?!\d)\s*|、\s*|\s+)(?=\S)")
"""A number typed into a heading: ``3.10 …``, ``1. …``, ``2、…``."""
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>", re.DOTALL)


class _ChineseInline(StateInline):
    """CommonMark's flanking rules (§ 6.2), amended so that Chinese text can be bold up to its punctuation.

    By the letter ``**完了。**然后`` is not bold, because no space follows. Chinese sets no spaces, so
    Chinese characters and punctuation count here as neither space nor punctuation.
    """

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803 (the library's names)
        marker = self.src[start]
        end = start
        while end < self.posMax and self.src[end] == marker:
            end += 1
        before = self.src[start - 1] if start > 0 else " "
        after = self.src[end] if end < self.posMax else " "
        space_before, space_after = isWhiteSpace(ord(before)), isWhiteSpace(ord(after))
        mark_before, mark_after = _is_western_punctuation(before), _is_western_punctuation(after)
        opens = not space_after and (not mark_after or space_before or mark_before or _parts_no_words(before))
        closes = not space_before and (not mark_before or space_after or mark_after or _parts_no_words(after))
        if canSplitWord:
            return Scanned(opens, closes, end - start)
        return Scanned(opens and (not closes or mark_before), closes and (not opens or mark_after), end - start)


def _parts_no_words(character: str) -> bool:
    """Whether nothing is said by a character's standing beside a mark: Chinese sets no spaces, nor does a note."""
    return character == OBJECT or is_chinese_set(character)


def _is_western_punctuation(character: str) -> bool:
    if is_chinese_set(character):
        return False
    return isMdAsciiPunct(ord(character)) or isPunctChar(character)


class _ChineseInlineParser(ParserInline):
    """The library's inline parser over the amended rules."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        state = _ChineseInline(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark")
    parser.inline = _ChineseInlineParser()
    return parser.configure("commonmark")


_MARKDOWN = _parser()


def read_markdown(document: Document) -> Reading:
    """Markdown → elements: headings, blocks, front matter, rules and paragraphs that are only a link."""
    reading = Reading()
    rows = document.rows
    end = _front_matter(rows)
    if end:
        reading.elements.append(Furniture(LineRange(1, end), "front matter"))
    text = "\n" * end + "\n".join(rows[end:])
    environment: dict[str, object] = {}
    tokens = _MARKDOWN.parse(text, environment)
    reading.elements += _Walk(document, reading.diagnostics).elements(tokens)
    return reading


def read_prose(text: str, language: Language) -> tuple[Content, ...]:
    """An editor's Markdown → paragraphs, list items and code, without headings or addresses of lines."""
    document = Document("", "", text, "markdown", language, Kind.EDITORIAL)
    elements = _Walk(document, []).elements(_MARKDOWN.parse(text, {}))
    blocks = (element for element in elements if isinstance(element, Block))
    return tuple(
        block.content
        if isinstance(block.content, Verbatim)
        else replace(block.content, inlines=without_soft_breaks(block.content.inlines))
        for block in blocks
    )


def read_inline(text: str, language: Language) -> tuple[Inline, ...]:
    """One paragraph of an editor's Markdown → its inlines; nothing in it begins a list, heading or code."""
    document = Document("", "", text, "markdown", language, Kind.EDITORIAL)
    tokens = _MARKDOWN.parseInline(text)
    inlines = _Walk(document, []).inlines(tokens[0].children or []) if tokens else ()
    return without_soft_breaks(inlines)


def _front_matter(rows: list[str]) -> int:
    """How many lines of YAML front matter the document begins with."""
    if not rows or rows[0].rstrip() != "---":
        return 0
    for number, row in enumerate(rows[1:], 2):
        if row.rstrip() in ("---", "..."):
            return number
    return 0


class _Walk:
    """One walk over a document's tokens."""

    def __init__(self, document: Document, diagnostics: list[Diagnostic]) -> None:
        self.document = document
        self.diagnostics = diagnostics
        self.lists: list[int | None] = []
        self.item_is_fresh = False
        self.lines = LineRange(1, 1)

    def elements(self, tokens: list[Token]) -> Iterator[Element]:
        """Block tokens → elements."""
        level = 0
        for token in tokens:
            if token.map and token.type not in ("inline",):
                self.lines = LineRange(token.map[0] + 1, max(token.map[1], token.map[0] + 1))
            match token.type:
                case "bullet_list_open":
                    self.lists.append(None)
                case "ordered_list_open":
                    self.lists.append(int(token.attrs.get("start", 1)) - 1)
                case "bullet_list_close" | "ordered_list_close":
                    self.lists.pop()
                case "list_item_open":
                    self.item_is_fresh = True
                    if self.lists[-1] is not None:
                        self.lists[-1] += 1
                case "heading_open":
                    level = int(token.tag[1:])
                case "heading_close":
                    level = 0
                case "inline":
                    inlines = self.inlines(token.children or [])
                    if level:
                        yield self.heading(inlines, level)
                    elif element := self.paragraph(inlines):
                        yield element
                case "fence" | "code_block":
                    yield self.block(Verbatim(token.content.rstrip("\n")))
                case "html_block":
                    words = html.unescape(_TAG.sub("", token.content)).strip().replace("\n", SOFT)
                    yield self.block(Paragraph(linked(words))) if words else Furniture(self.lines, "markup")
                case "hr":
                    yield Furniture(self.lines, "rule")

    def heading(self, inlines: tuple[Inline, ...], level: int) -> Heading:
        """Inlines of a heading → a heading, its typed number kept apart and bold over the whole of it dropped."""
        if len(inlines) == 1 and isinstance(inlines[0], Strong | Emphasis):
            inlines = inlines[0].inlines
        inlines, number = without_number(inlines)
        return Heading(inlines, self.lines, self.document.language, level, number)

    def paragraph(self, inlines: tuple[Inline, ...]) -> Element | None:
        """Inlines of a paragraph → a paragraph or list item, or furniture when it is only a link."""
        if not plain_text(inlines).strip():
            return Furniture(self.lines, "markup")
        if is_only_a_link(inlines) and not self.lists:
            return Furniture(self.lines, "link")
        if self.lists and self.item_is_fresh:
            self.item_is_fresh = False
            return self.block(ListItem(inlines, self.lists[-1], len(self.lists)))
        return self.block(Paragraph(inlines))

    def block(self, content: Content) -> Block:
        """Content → a block at the current lines."""
        return Block(content, self.lines, self.document.language, self.document.kind)

    def inlines(self, tokens: list[Token]) -> tuple[Inline, ...]:
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
                    self._report_image(token)
                    words = plain_text(self.inlines(token.children or []))
                    stack[-1] += [Text(words)] if words.strip() else []
        return _merged(stack[0])

    def _report_image(self, token: Token) -> None:
        self.diagnostics.append(
            Diagnostic.warning(
                DiagnosticCode.IMAGE_NOT_CARRIED,
                f"the image {str(token.attrs.get('src', ''))!r} is not carried into the book",
                Place(self.document.path, self.lines.first),
                "its alternative text is printed instead",
            )
        )


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


def without_number(inlines: tuple[Inline, ...]) -> tuple[tuple[Inline, ...], str | None]:
    """``3.10 words`` → ``words`` and ``3.10``; a heading without a number is left as it is."""
    if not inlines:
        return inlines, None
    first = inlines[0]
    if isinstance(first, Strong | Emphasis):
        inner, number = without_number(first.inlines)
        return (type(first)(inner), *inlines[1:]), number
    if isinstance(first, Text) and (found := NUMBER.match(first.content)):
        return (Text(first.content[found.end() :]), *inlines[1:]), found.group(1)
    return inlines, None


def without_soft_breaks(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Soft breaks → nothing beside Chinese, a space between Latin words, in bold and links as outside them."""
    text = plain_text(inlines)
    if SOFT not in text and "\n" not in text:
        return inlines
    place = 0

    def joined(piece: str) -> str:
        nonlocal place
        start = text.index(piece, place) if piece else place
        place = start + len(piece)
        result = ""
        for number, character in enumerate(piece):
            if character in (SOFT, "\n"):
                before = _line(text[: start + number][::-1])[::-1]
                after = _line(text[start + number + 1 :])
                result = result.rstrip(" ") + (join_lines(before, after) if before.strip() and after.strip() else "")
            elif not (character == " " and number and piece[number - 1] in (SOFT, "\n")):
                result += character
        return result

    return map_text(inlines, joined)


def _line(text: str) -> str:
    """The first line of a text that has anything in it."""
    return next((row for row in re.split(f"[{SOFT}\n]", text) if row.strip()), "")
