"""CommonMark 0.31 as the house reads it: text → the tokens of markdown-it.

Two things are its own: emphasis in Chinese text, and the notes (``^[…]``, by ``mdit-py-plugins``) of translators.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_core import StateCore
from markdown_it.rules_core.text_join import text_join
from markdown_it.rules_inline.state_inline import Scanned, StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType
from mdit_py_plugins.footnote.index import footnote_inline
from mdit_py_plugins.front_matter import front_matter_plugin

from book.text.han import is_chinese_set

_IN_NOTE = "in a note"
"""The key of the parser's environment that says so."""

_FENCE = re.compile(r"---[^\S\n]*(?:\n|\Z)")
"""The first line of a document with front matter. The plugin alone would also take a longer rule for one."""


class _ChineseInline(StateInline):
    """CommonMark's flanking rules (§ 6.2), amended so that Chinese text can be bold up to its punctuation.

    By the letter ``**完了。**然后`` is not bold, because no space follows. Chinese sets no spaces, so
    Chinese characters and punctuation count here as neither space nor punctuation; nor does a note, which is
    printed as a raised letter.
    """

    def __init__(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> None:
        super().__init__(src, md, env, tokens)
        self.note_ends: set[int] = set()
        """Where notes end: offsets in ``src`` of the character after each."""

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803 (the library's names)
        marker = self.src[start]
        end = start
        while end < self.posMax and self.src[end] == marker:
            end += 1
        before = self.src[start - 1] if start > 0 else " "
        after = self.src[end] if end < self.posMax else " "
        is_free_before = start in self.note_ends or is_chinese_set(before)
        is_free_after = self.begins_note(end) or is_chinese_set(after)
        space_before, space_after = isWhiteSpace(ord(before)), isWhiteSpace(ord(after))
        mark_before = not is_free_before and _is_punctuation(before)
        mark_after = not is_free_after and _is_punctuation(after)
        opens = not space_after and (not mark_after or space_before or mark_before or is_free_before)
        closes = not space_before and (not mark_before or space_after or mark_after or is_free_after)
        if canSplitWord:
            return Scanned(opens, closes, end - start)
        return Scanned(opens and (not closes or mark_before), closes and (not opens or mark_after), end - start)

    def begins_note(self, place: int) -> bool:
        """Whether a note begins at an offset of ``src``."""
        if not self.src.startswith("^[", place, self.posMax) or "note" not in self.md.get_active_rules()["inline"]:
            return False
        here, self.pos = self.pos, place
        is_note = _note(self, True)
        self.pos = here
        return is_note


def _is_punctuation(character: str) -> bool:
    return isMdAsciiPunct(ord(character)) or isPunctChar(character)


class _ChineseInlineParser(ParserInline):
    """The library's inline parser over the amended rules."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        state = _ChineseInline(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _note(state: StateInline, silent: bool) -> bool:
    """The plugin's rule for ``^[…]``; in a note ``^[`` is text, as no page prints a note to a note."""
    if state.env.get(_IN_NOTE):
        return False
    state.env[_IN_NOTE] = True
    is_note = footnote_inline(state, silent)
    state.env[_IN_NOTE] = False
    if is_note and isinstance(state, _ChineseInline):
        state.note_ends.add(state.pos)
    return is_note


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark")
    parser.inline = _ChineseInlineParser()
    return parser.configure("commonmark")


_PLAIN = _parser()
_WITH_FRONT_MATTER = _parser().use(front_matter_plugin)
_WITH_NOTES = _parser()
_WITH_NOTES.inline.ruler.after("image", "note", _note)


def document_tokens(text: str) -> list[Token]:
    """A whole document → its block tokens; ``front_matter`` is the first where it begins with ``---``."""
    return (_WITH_FRONT_MATTER if _FENCE.match(text) else _PLAIN).parse(text, {})


def prose_tokens(text: str) -> list[Token]:
    """An editor's prose → its block tokens; a first line ``---`` is a rule."""
    return _PLAIN.parse(text, {})


def inline_tokens(text: str) -> list[Token]:
    """One paragraph → its inline tokens; nothing in it begins a list, heading or code."""
    return [child for token in _PLAIN.parseInline(text, {}) for child in token.children or []]


def noted_tokens(text: str) -> tuple[list[Token], list[list[Token]]]:
    """One paragraph with notes → its inline tokens, and those of each note.

    A ``footnote_ref`` stands for a note; ``meta["id"]`` is its index among the notes.
    """
    environment: EnvType = {}
    tokens = [child for token in _WITH_NOTES.parseInline(text, environment) for child in token.children or []]
    notes: dict[int, dict[str, list[Token]]] = environment.get("footnotes", {}).get("list", {})
    return tokens, [_with_text_joined(notes[id]["tokens"]) for id in sorted(notes)]


def _with_text_joined(tokens: list[Token]) -> list[Token]:
    """The tokens of a note → the same, escaped characters joined to the text beside them as in any paragraph."""
    inline = Token("inline", "", 0, children=tokens)
    text_join(StateCore("", _WITH_NOTES, {}, [inline]))
    return inline.children or []
