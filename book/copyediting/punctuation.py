"""Punctuation as each region sets it.

The mainland follows GB/T 15834-2011 (标点符号用法), Taiwan the Ministry of Education's 《重訂標點符號手冊》 of
2008; CLREQ (Requirements for Chinese Text Layout) § 3.1 tells how both are set. Numbers, times, addresses
and sentences in Latin script are left alone. A machine's string stands in the text as U+FFFC.
"""

import re
from collections.abc import Callable, Iterator

from book.copyediting.change import Cause, Change
from book.language.han import HAN
from book.model.language import Language

MACHINE = "\ufffc"
"""Stands for an inline that no rule may read or change."""

_HAN = HAN.pattern.strip("[]")
_MARKS = "，。、；：？！（）「」『』《》〈〉“”‘’…—·‧【】"
_CHINESE = f"[{_HAN}{_MARKS}]"
_SENTENCE = re.compile(rf"[^{_HAN}{_MARKS}{MACHINE}\n]+")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_LONG = 4
"""So many words in Latin script in a row are a sentence or a title, with punctuation of its own."""

Rule = Callable[[str, Language], Iterator[Change]]


def _foreign(text: str) -> list[tuple[int, int]]:
    """The stretches of a text that are sentences or titles in Latin script."""
    return [run.span() for run in _SENTENCE.finditer(text) if len(_WORD.findall(run.group())) >= _LONG]


def _inside(place: int, stretches: list[tuple[int, int]]) -> bool:
    return any(start < place < stop - 1 for start, stop in stretches)


def _change(found: re.Match[str], after: str, why: str, group: int = 0) -> Change:
    return Change(found.start(group), found.group(group), after, Cause.PUNCTUATION, why)


_ELLIPSIS = re.compile(r"(?:\.{3,}|。{3,}|…+|⋯+)。?")


def ellipsis(text: str, language: Language) -> Iterator[Change]:
    """``...`` → ``……``: six points in the room of two characters, and no full stop after them.

    GB/T 15834 § 4.11; 手冊「刪節號」; CLREQ § 3.1.4.
    """
    for found in _ELLIPSIS.finditer(text):
        yield _change(found, "……", "GB/T 15834 § 4.11")


_DASH = re.compile(rf"--+|─{{2,}}|—{{3,}}|(?<=[{_HAN}{_MARKS}])(?<!—)—(?!—)|(?<![—\w])—(?=[{_HAN}])")


def dash(text: str, language: Language) -> Iterator[Change]:
    """``--`` → ``——``: a dash in the room of two characters. GB/T 15834 § 4.10; 手冊「破折號」; CLREQ § 3.1.4."""
    for found in _DASH.finditer(text):
        yield _change(found, "——", "GB/T 15834 § 4.10")


_PAIR = re.compile(r"\(([^()\n]*)\)")


def brackets(text: str, language: Language) -> Iterator[Change]:
    """``(影響力)`` → ``（影響力）``. GB/T 15834 § 4.9; 手冊「夾注號」; CLREQ § 3.1.2."""
    foreign = _foreign(text)
    for found in _PAIR.finditer(text):
        if not _inside(found.start(), foreign) or not _inside(found.end(), foreign):
            yield Change(found.start(), "(", "（", Cause.PUNCTUATION, "GB/T 15834 § 4.9")
            yield Change(found.end() - 1, ")", "）", Cause.PUNCTUATION, "GB/T 15834 § 4.9")


_STOP = re.compile(r"[,:;?!]+")
_FULL = str.maketrans(",:;?!", "，：；？！")


def stops(text: str, language: Language) -> Iterator[Change]:
    """``,`` → ``，`` and so on, but not in ``1,500``, ``02:33``, nor in a sentence in Latin script.

    GB/T 15834 § 4.2 to § 4.7; 手冊「逗號」「冒號」「分號」「問號」「驚嘆號」; CLREQ § 3.1.2.
    """
    foreign = _foreign(text)
    for found in _STOP.finditer(text):
        before, after = text[: found.start()][-1:], text[found.end() :][:1]
        if before.isdigit() and after.isdigit() and found.group() in ",:":
            continue
        if _inside(found.start(), foreign) or (not before and not after):
            continue
        yield _change(found, found.group().translate(_FULL), "GB/T 15834 § 4.2–4.7")


_TO_TRADITIONAL = {"“": "「", "”": "」", "‘": "『", "’": "』"}
_TO_SIMPLIFIED = {after: before for before, after in _TO_TRADITIONAL.items()}
_QUOTED = re.compile(r"“[^“”「」]*”|\"[^\"\n]*\"")


def quotation_marks(text: str, language: Language) -> Iterator[Change]:
    """``「『』」`` ↔ ``“‘’”``, nesting kept; what is quoted wholly in Latin script keeps its marks.

    GB/T 15834 § 4.8 on the mainland; 手冊「引號」 in Taiwan; CLREQ § 3.1.2.
    """
    why = "GB/T 15834 § 4.8" if language is Language.ZH_HANS else "手冊「引號」"
    own = [q.span() for q in _QUOTED.finditer(text) if _foreign(q.group()[1:-1]) == [(0, len(q.group()) - 2)]]
    outer = "“”" if language is Language.ZH_HANS else "「」"
    straight = [q.span() for q in _QUOTED.finditer(text) if q.group()[0] == '"']
    table = _TO_SIMPLIFIED if language is Language.ZH_HANS else _TO_TRADITIONAL
    for place, mark in enumerate(text):
        if mark == '"':
            pair = next(((a, b) for a, b in straight if place in (a, b - 1)), None)
            if pair and pair not in own and re.search(_CHINESE, text):
                yield Change(place, mark, outer[place != pair[0]], Cause.PUNCTUATION, why)
        elif mark in table and not any(start <= place < stop for start, stop in own):
            if mark == "’" and _is_apostrophe(text, place):
                continue
            yield Change(place, mark, table[mark], Cause.PUNCTUATION, why)


def _is_apostrophe(text: str, place: int) -> bool:
    before, after = text[:place], text[place + 1 :]
    opened = before.count("‘") > before.count("’")
    is_between = before[-1:].isascii() and before[-1:].isalpha() and after[:1].isascii() and after[:1].isalpha()
    return is_between or not opened


_INTERPUNCT = re.compile(rf"(?<=[{_HAN}])\s*[·‧・•]\s*(?=[{_HAN}])")


def interpunct(text: str, language: Language) -> Iterator[Change]:
    """The point in ``山姆·奥特曼``: U+00B7 on the mainland, U+2027 in Taiwan. GB/T 15834 § 4.14; 手冊「間隔號」."""
    point = "·" if language is Language.ZH_HANS else "‧"
    for found in _INTERPUNCT.finditer(text):
        yield _change(found, point, "GB/T 15834 § 4.14")


_SPACE = re.compile(rf"(?<={_CHINESE})[ \u00a0]+(?=\S)|(?<=\S)[ \u00a0]+(?={_CHINESE})")


def spaces(text: str, language: Language) -> Iterator[Change]:
    """No space beside Chinese: the gap between Han and Latin is a matter of setting. CLREQ § 3.2.4."""
    for found in _SPACE.finditer(text):
        yield _change(found, "", "CLREQ § 3.2.4")


RULES: tuple[Rule, ...] = (ellipsis, dash, brackets, stops, quotation_marks, interpunct, spaces)
"""In the order in which they run."""
