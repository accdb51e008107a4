"""A text → the figures in it, whether written in digits or in words, so that two languages can be compared.

What is in digits must be answered on the other side by the same value, in digits or in words. Words are asked
for only where they are sure to count something: 两周 and "two weeks", 几十万 and "several hundred thousand",
never 十分, 第一, 初二 or "one".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from book.languages import profile
from book.languages.number_word import of_any_century
from book.model.language import Language
from book.text.sentinels import COUNTED

TIME = re.compile(r"(?<![\d.])(?<!\d[:：])(\d{1,2})[:：](\d{2})(?:[:：](\d{2}))?(?![\d:：]|\.\d)")
"""A stamp: ``41:08`` or ``1:02:33``."""

_NAME = re.compile(r"(?<![A-Za-z\d])([A-Za-z]+-?)(\d+(?:\.\d+)*)([A-Za-z]?)(?![A-Za-z])")
_NUMBER = re.compile(
    r"(?P<digits>\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)*)"
    r"(?:[多余餘几幾]?(?P<han>[十百千万萬亿億]+)|[ \u00a0-]?(?P<word>hundred|thousand|million|billion|trillion)\b)?"
    r"(?P<letters>[A-Za-z]*)(?P<per_cent>\s?(?:%|％|per ?cent\b))?"
    r"(?P<month>月)?(?P<decade>年代)?"
)
_CENTURY = re.compile(r"(\d{1,2})世[纪紀](\d0)年代")
_SHORT_YEAR = re.compile(r"(?<!\d)(\d\d)\d\d[-–—](\d\d)(?!\d)")
_RANGE = re.compile(r"\s*(?:[-–—~～至到、或,]|to|or|and)\s*")

_SCALES = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_SCALES |= {"k": 3, "K": 3, "w": 4, "W": 4, "M": 6, "B": 9}
_SCALES |= {"十": 1, "百": 2, "千": 3, "万": 4, "萬": 4, "亿": 8, "億": 8}


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of a text."""

    start: int
    stop: int
    written: str
    values: frozenset[str]
    """What it may be read as: ``80%``, ``1500``, ``gpt-4o``; 5月 is ``5`` and ``month 5``."""
    in_digits: bool = True
    is_required: bool = True
    """Whether the other side must have it."""
    magnitude: int | None = None
    """Of several hundred thousand, which is no value: 5."""
    bare: str = ""
    """The number in a name: ``4o``."""
    scale: int = 0


def differences(one: str, language: Language, other: str, other_language: Language) -> tuple[list[str], list[str]]:
    """Two texts → the figures of the first that the second lacks, and those of the second that the first lacks."""
    ours, theirs = figures(one, language), figures(other, other_language)
    left, right = _uncancelled([f for f in ours if f.in_digits], [f for f in theirs if f.in_digits])
    return [*_unanswered(left, ours, right, theirs)], [*_unanswered(right, theirs, left, ours)]


def _uncancelled(left: list[Figure], right: list[Figure]) -> tuple[list[Figure], list[Figure]]:
    """Figures in digits → those without a partner of the same value, names with their letters first."""
    for may_be_bare in (False, True):
        for figure in tuple(left):
            partner = next((f for f in right if _is_same(figure, f, may_be_bare)), None)
            if partner is not None:
                left.remove(figure)
                right.remove(partner)
    return left, right


def _is_same(one: Figure, other: Figure, may_be_bare: bool) -> bool:
    if one.values & other.values:
        return True
    return may_be_bare and bool({one.bare, other.bare} & (one.values | other.values))


def _unanswered(left: list[Figure], ours: list[Figure], right: list[Figure], theirs: list[Figure]) -> Iterator[str]:
    words = [f for f in theirs if not f.in_digits]
    for figure in ours:
        if not figure.is_required:
            continue
        if figure.in_digits:
            if figure in left and not any(_is_same(figure, f, may_be_bare=True) for f in words):
                yield figure.written
        elif not any(_is_same(figure, f, may_be_bare=True) for f in theirs) and not any(
            _is_as_large(figure, f) for f in (*words, *right)
        ):
            yield figure.written


def _is_as_large(word: Figure, figure: Figure) -> bool:
    is_vague = word.magnitude is not None or figure.magnitude is not None
    return is_vague and bool(_magnitudes(word) & _magnitudes(figure))


def _magnitudes(figure: Figure) -> set[int]:
    if figure.magnitude is not None:
        return {figure.magnitude}
    return {Decimal(value).adjusted() for value in figure.values if re.fullmatch(r"\d+", value)}


def figures(text: str, language: Language) -> list[Figure]:
    """A text → its figures, in order; stamps are none."""
    text = TIME.sub(lambda found: " " * len(found.group()), text)
    found = [*_in_digits(text)]
    for figure in found:
        text = text[: figure.start] + COUNTED * (figure.stop - figure.start) + text[figure.stop :]
    words = profile(language).conventions.number_words(text)
    found += [Figure(w.start, w.stop, w.written, w.values, False, w.is_required, w.magnitude) for w in words]
    return sorted(found, key=lambda figure: figure.start)


def _in_digits(text: str) -> Iterator[Figure]:
    found: list[Figure] = []
    masked = text
    for match in _CENTURY.finditer(text):
        year = str((int(match[1]) - 1) * 100 + int(match[2]))
        found.append(Figure(match.start(), match.end(), match.group(), frozenset({year, year[2:]})))
    for match in _NAME.finditer(text):
        letters, number, suffix = match.groups()
        suffix = "" if suffix == "s" else suffix
        values = frozenset({(letters.rstrip("-") + number + suffix).casefold()})
        written = match.group()[: -1 if match[3] == "s" else None]
        found.append(Figure(match.start(), match.end(), written, values, bare=(number + suffix).casefold()))
    for figure in found:
        masked = masked[: figure.start] + COUNTED * (figure.stop - figure.start) + masked[figure.stop :]
    found += [_number(match) for match in _NUMBER.finditer(masked)]
    found.sort(key=lambda figure: figure.start)
    short = {match.start(2): match[1] + match[2] for match in _SHORT_YEAR.finditer(masked)}
    for figure, following in zip(found, [*found[1:], None], strict=False):
        readings = set(figure.values)
        if figure.start in short:
            readings.add(short[figure.start])
        if following and not figure.bare and _RANGE.fullmatch(text[figure.stop : following.start]):
            readings |= _as_in_range(figure, following)
        yield replace(figure, values=frozenset(readings))


def _number(match: re.Match[str]) -> Figure:
    """A match → its figure: ``9.2k`` is 9200, ``300万`` three million, ``20th`` an ordinal."""
    digits, letters = match["digits"].replace(",", ""), match["letters"] or ""
    scale = sum(_SCALES[c] for c in match["han"] or "") + _SCALES.get(match["word"] or "", 0)
    ordinal = letters in {"st", "nd", "rd", "th"}
    bare = ""
    if letters in _SCALES:
        scale, letters = scale + _SCALES[letters], ""
    elif ordinal or letters in {"s", "x"}:
        letters = ""
    elif letters:
        bare = _value(digits, scale)
    value = _value(digits, scale) + letters.casefold() + ("%" if match["per_cent"] else "")
    readings = {value}
    if match["month"]:
        readings.add(f"month {value}")
    if (match["decade"] or match["letters"] == "s") and len(digits) == 2:
        readings |= of_any_century(value)
    written = match.group().strip()
    return Figure(match.start(), match.end(), written, frozenset(readings), True, not ordinal, None, bare, scale)


def _as_in_range(figure: Figure, following: Figure) -> set[str]:
    """The ``80`` of ``80–90%`` and the ``5`` of ``5-10万`` → what they stand for."""
    (value,) = [v for v in figure.values if " " not in v][:1]
    per_cent = any(v.endswith("%") for v in following.values)
    if not re.fullmatch(r"[\d.]+", value) or value.count(".") > 1 or (not per_cent and not following.scale):
        return set()
    scale = following.scale if not figure.scale else 0
    return {_value(value, scale) + ("%" if per_cent else "")}


def _value(digits: str, scale: int) -> str:
    """Digits and a power of ten → the value, written in one way; a version such as 3.5.1 stays as it is."""
    if digits.count(".") > 1:
        return digits
    return format((Decimal(digits).scaleb(scale)).normalize(), "f")
