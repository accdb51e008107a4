"""Punctuation as each region sets it.

The mainland follows GB/T 15834-2011 (标点符号用法), Taiwan the Ministry of Education's 《重訂標點符號手冊》 of
2008; CLREQ (Requirements for Chinese Text Layout) § 3.1 tells how both are set. Numbers, times, addresses
and sentences in Latin script are left alone. A machine's string stands in the text as U+FFFC.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from book.model.change import Cause, Change, Stage, stage
from book.text.han import HAN_RANGES
from book.text.sentinels import MACHINE

_MARKS = "，。、；：？！（）「」『』《》〈〉“”‘’…—·‧【】"
_CHINESE = f"[{HAN_RANGES}{_MARKS}]"
_RUN = re.compile(rf"[A-Za-z0-9][^{HAN_RANGES}{_MARKS}{MACHINE}\n]*[A-Za-z0-9][?!.]*")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_LONG = 4
"""A run of at least this many words in Latin script is a sentence or a title, with punctuation of its own: names of
people and products have fewer, by trial."""

_QUOTED = re.compile(r"“[^“”]*”|\"[^\"\n]*\"|‘[^‘’]*(?:(?<=[A-Za-z])’(?=[A-Za-z])[^‘’]*)*’")


@dataclass(frozen=True)
class Region:
    """What one region sets otherwise than another."""

    marks: dict[str, str]
    """The other region's quotation marks, and its own."""
    straight: tuple[str, str]
    """What straight quotation marks become: the opening and the closing one."""
    quotation_standard: str
    point: str
    """The point between the parts of a foreign name."""

    def punctuate(self, text: str) -> Iterator[tuple[str, Stage]]:
        """A text → the text after each rule that changes it, and the changes."""
        for rule in RULES:
            if _WANTED[rule].search(text) is None:
                continue
            changes = sorted(rule(text, self), key=_start)
            if made := stage(changes):
                text = made.apply(text)
                yield text, made


_TO_TRADITIONAL = {"“": "「", "”": "」", "‘": "『", "’": "』"}
MAINLAND = Region({after: before for before, after in _TO_TRADITIONAL.items()}, ("“", "”"), "GB/T 15834 § 4.8", "·")
"""GB/T 15834-2011: U+00B7 in names."""
TAIWAN = Region(_TO_TRADITIONAL, ("「", "」"), "手冊「引號」", "‧")
"""《重訂標點符號手冊》: U+2027 in names."""

Rule = Callable[[str, Region], Iterator[Change]]


@lru_cache(maxsize=256)
def _chinese(text: str) -> str:
    """A text → the same with U+FFFC for every character of a sentence in Latin script.

    A text without Han is such a sentence; a quotation without Han of four words or more is one with its
    marks; and so is a run of four words or more between Chinese.
    """
    if not re.search(f"[{HAN_RANGES}]", text):
        return MACHINE * len(text)

    def hidden(found: re.Match[str]) -> str:
        words = found.group()
        is_foreign = not re.search(f"[{HAN_RANGES}]", words) and len(_WORD.findall(words)) >= _LONG
        return MACHINE * len(words) if is_foreign else words

    text = _QUOTED.sub(hidden, text)
    return _RUN.sub(_hidden_run, text)


def _hidden_run(found: re.Match[str]) -> str:
    """A run of Latin between Chinese → the same with its sentences hidden."""
    run = found.group()
    if not _is_sentence(run):
        return run
    return "".join(MACHINE * len(part) if _is_sentence(part) else part for part in _balanced(run))


def _is_sentence(run: str) -> bool:
    """Whether a run has so many words that it has punctuation of its own."""
    return len(run) >= 2 * _LONG - 1 and len(_WORD.findall(run)) >= _LONG


def _balanced(run: str) -> list[str]:
    """A run of Latin → its parts between the brackets that have no partner in it."""
    open_places: list[int] = []
    lone: list[int] = []
    for place, mark in enumerate(run):
        if mark == "(":
            open_places.append(place)
        elif mark == ")":
            if open_places:
                open_places.pop()
            else:
                lone.append(place)
    parts, last = [], 0
    for place in sorted(lone + open_places):
        parts += [run[last:place], run[place]]
        last = place + 1
    return [*parts, run[last:]]


def _change(found: re.Match[str], after: str, why: str) -> Change:
    return Change(found.start(), found.group(), after, Cause.PUNCTUATION, why)


_ELLIPSIS = re.compile(r"(?:\.{3,}|。{3,}|…|⋯)(?:[ \u00a0]*(?:\.{3,}|…|⋯)|。)*")


def ellipsis(text: str, region: Region) -> Iterator[Change]:
    """``...`` → ``……``: six points in the room of two characters, and no full stop after them.

    GB/T 15834 § 4.11; 手冊「刪節號」; CLREQ § 3.1.4.
    """
    for found in _ELLIPSIS.finditer(_chinese(text)):
        yield _change(found, "……", "GB/T 15834 § 4.11")


_DASH = re.compile(r"(?:--+|─{2,}|—|―|⸺)(?:[ \u00a0]*(?:--+|─{2,}|—|―|⸺))*")


def dash(text: str, region: Region) -> Iterator[Change]:
    """``--`` → ``——``: a dash in the room of two characters. GB/T 15834 § 4.10; 手冊「破折號」; CLREQ § 3.1.4."""
    for found in _DASH.finditer(_chinese(text)):
        yield _change(found, "——", "GB/T 15834 § 4.10")


_BRACKET = re.compile(r"[()\n]")


def brackets(text: str, region: Region) -> Iterator[Change]:
    """``(影響力)`` → ``（影響力）``, in pairs. GB/T 15834 § 4.9; 手冊「夾注號」; CLREQ § 3.1.2."""
    places: list[int] = []
    pairs: list[tuple[int, int]] = []
    for found in _BRACKET.finditer(_chinese(text)):
        place, mark = found.start(), found.group()
        if mark == "(":
            places.append(place)
        elif mark == ")" and places:
            pairs.append((places.pop(), place))
        elif mark == "\n":
            places.clear()
    for opening, closing in pairs:
        yield Change(opening, "(", "（", Cause.PUNCTUATION, "GB/T 15834 § 4.9")
        yield Change(closing, ")", "）", Cause.PUNCTUATION, "GB/T 15834 § 4.9")


_STOP = re.compile(r"[,:;?!]+")
_FULL = str.maketrans(",:;?!", "，：；？！")


def stops(text: str, region: Region) -> Iterator[Change]:
    """``,`` → ``，`` and so on, but not in ``1,500``, ``02:33``, nor in a sentence in Latin script.

    GB/T 15834 § 4.2 to § 4.7; 手冊「逗號」「冒號」「分號」「問號」「驚嘆號」; CLREQ § 3.1.2.
    """
    for found in _STOP.finditer(_chinese(text)):
        before, after = text[: found.start()][-1:], text[found.end() :][:1]
        if not (before.isdigit() and after.isdigit() and found.group() in ",:"):
            yield _change(found, found.group().translate(_FULL), "GB/T 15834 § 4.2–4.7")


_QUOTATION_MARK = re.compile('[“”‘’「」『』"]')
_STRAIGHT = re.compile(r"\"[^\"\n]*\"")


def quotation_marks(text: str, region: Region) -> Iterator[Change]:
    """``「『』」`` ↔ ``“‘’”``, nesting kept; what is quoted wholly in Latin script keeps its marks.

    GB/T 15834 § 4.8 on the mainland; 手冊「引號」 in Taiwan; CLREQ § 3.1.2.
    """
    why, table = region.quotation_standard, region.marks
    chinese = _chinese(text)
    straight: dict[int, str] = {}
    for quoted in _STRAIGHT.finditer(chinese):
        straight[quoted.start()], straight[quoted.end() - 1] = region.straight
    opened = 0
    for found in _QUOTATION_MARK.finditer(chinese):
        place, mark = found.start(), found.group()
        if place in straight:
            yield Change(place, mark, straight[place], Cause.PUNCTUATION, why)
        elif mark == "’" and (_is_inside_a_word(text, place) or not opened):
            continue
        elif mark in table:
            yield Change(place, mark, table[mark], Cause.PUNCTUATION, why)
        opened += (mark == "‘") - (mark == "’")


def _is_inside_a_word(text: str, place: int) -> bool:
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    return before.isascii() and before.isalpha() and after.isascii() and after.isalpha()


_INTERPUNCT = re.compile(rf"(?<=[{HAN_RANGES}])\s*[·‧・•]\s*(?=[{HAN_RANGES}])")


def interpunct(text: str, region: Region) -> Iterator[Change]:
    """The point in ``山姆·奥特曼``: U+00B7 on the mainland, U+2027 in Taiwan. GB/T 15834 § 4.14; 手冊「間隔號」."""
    for found in _INTERPUNCT.finditer(_chinese(text)):
        yield _change(found, region.point, "GB/T 15834 § 4.14")


_SPACE = re.compile(rf"(?<={_CHINESE})[ \u00a0]+(?=\S)|(?<=\S)[ \u00a0]+(?={_CHINESE})")


def spaces(text: str, region: Region) -> Iterator[Change]:
    """No space beside Chinese: the gap between Han and Latin is a matter of setting. CLREQ § 3.2.4."""
    for found in _SPACE.finditer(_chinese(text)):
        yield _change(found, "", "CLREQ § 3.2.4")


RULES: tuple[Rule, ...] = (spaces, ellipsis, dash, brackets, stops, quotation_marks, interpunct, spaces)
"""In the order in which they run; marks that have become Chinese want no space beside them either."""

_WANTED: dict[Rule, re.Pattern[str]] = {
    spaces: re.compile("[ \u00a0]"),
    ellipsis: re.compile(r"\.{3}|。{3}|[…⋯]"),
    dash: re.compile("--|─|[—―⸺]"),
    brackets: re.compile(r"\("),
    stops: re.compile("[,:;?!]"),
    quotation_marks: _QUOTATION_MARK,
    interpunct: re.compile("[·‧・•]"),
}
"""What a text must have for a rule to have anything to do: asked first, as it is asked quickly."""


def _start(change: Change) -> int:
    return change.start
