"""Numbers in words: 二十、两三个、几十万 and "twenty", "two or three", "several hundred thousand"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from book.text.sentinels import COUNTED


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A number in words."""

    start: int
    stop: int
    written: str
    values: frozenset[str]
    is_required: bool
    """Whether it is sure to count something, so that the other language must have it."""
    magnitude: int | None = None
    """The power of ten of what is no value: 几十万 is 5."""


# ---- Chinese

_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
_UNITS = {"十": 1, "百": 2, "千": 3, "万": 4, "萬": 4, "亿": 8, "億": 8}
_RUN = re.compile(r"[零〇一二两兩三四五六七八九十百千万萬亿億]+")
_VAGUE = re.compile(r"[几幾数數上]([十百千万萬亿億]+)")
_PER_CENT = re.compile(r"百分之([零〇一二三四五六七八九十百]+)")
_FRACTION = re.compile(r"[一二三四五六七八九十百]+分之[一二三四五六七八九十]+")
_TENTHS = re.compile(r"([一二三四五六七八九])成(?![为為了就立本员員功果长長年])")
_HALF_YEAR = re.compile(r"半年")
_TWO = re.compile(r"[双雙俩倆]")
_IDIOMS = re.compile(
    r"万一|萬一|[千万萬]{2}(?=[别別不要记記])|十分(?![之钟鐘])|[万萬]分|三番[五两兩]次|三天[两兩][头頭]|三三[两兩]{2}"
    r"|四面八方|五花八[门門]|[乱亂]七八糟|七上八下|不三不四|接二[连連]三|[举舉]一反三|一五一十|一石二[鸟鳥]|千方百[计計]"
    r"|成千上[万萬]|独一无二|獨一無二|三心二意|四分五裂|二[分叉]|五一"
)
_MEASURE = re.compile(
    r"[多余餘来來]?(?:[年个個周週天日倍种種次人家名位条條项項篇段行张張台臺部本层層步大款件场場岁歲块塊元集章句份组組所届屆支类類边邊者代座句]"
    r"|小[时時]|分[钟鐘]|秒|美元|方面)(?![级級])"
)
_ORDINAL_BEFORE = re.compile(r"(?:第|[初高大研](?=[一二三四](?![\u4e00-\u9fff]{0,1}[个個种種大位类類])))$")
_ORDINAL_AFTER = re.compile(r"年[级級]|[号號等]|世[纪紀]|期[间間]?$")


def chinese_words(text: str) -> Iterator[NumberWord]:
    """A text → the numbers in it that are written in Han."""
    text = _masked(_IDIOMS, text)
    for match in _PER_CENT.finditer(text):
        yield _word(match, {f"{_chinese_value(match[1])}%"}, True)
    text = _masked(_FRACTION, _masked(_PER_CENT, text))
    for match in _TENTHS.finditer(text):
        yield _word(match, {f"{_DIGITS[match[1]]}0%"}, False)
    for match in _VAGUE.finditer(text):
        magnitude = sum(_UNITS[c] for c in match[1])
        yield NumberWord(match.start(), match.end(), match.group(), frozenset(), magnitude > 1, magnitude)
    text = _masked(_VAGUE, text)
    for match in _HALF_YEAR.finditer(text):
        yield _word(match, {"6"}, False)
    for match in _TWO.finditer(text):
        yield _word(match, {"2"}, False)
    for match in _RUN.finditer(text):
        yield _chinese_run(text, match)


def _chinese_run(text: str, match: re.Match[str]) -> NumberWord:
    before, after = text[: match.start()], text[match.end() :]
    run = match.group()
    values = _chinese_readings(run)
    if after.startswith("月"):
        return _word(match, {f"month {v}" for v in values} | values, False)
    if after.startswith("年代"):
        return _word(match, {f"19{v}" for v in values} | values, False)
    if _ORDINAL_BEFORE.search(before) or (before[-1:] in "初高大" and run in "一二三四") or _ORDINAL_AFTER.match(after):
        return _word(match, values, False)
    is_sure = bool(_MEASURE.match(after)) or (len(run) > 1 and run[-1] in "万萬亿億")
    return _word(match, values, is_sure and len(values) == 1 and values.isdisjoint({"0", "1"}))


def _chinese_readings(run: str) -> set[str]:
    """二十 → 20, 七八 → 7 or 8, 二〇二一 → 2021."""
    if all(c in _DIGITS for c in run) and len(run) > 1:
        digits = [_DIGITS[c] for c in run]
        if digits == [*range(digits[0], digits[0] + len(run))] or len(run) == 2:
            return {str(d) for d in digits}
        return {"".join(map(str, digits))}
    return {str(_chinese_value(run))}


def _chinese_value(run: str) -> int:
    """The value of a numeral: 三千五百万 → 35000000, 三万五 → 35000."""
    total = section = digit = unit = 0
    for place, character in enumerate(run):
        if character in _DIGITS:
            digit = _DIGITS[character]
            if place == len(run) - 1 and unit > 1 and run[place - 1] in _UNITS:
                digit *= 10 ** (unit - 1)
        elif _UNITS[character] < 4:
            unit = _UNITS[character]
            section += (digit or (0 if section and place else 1)) * 10**unit
            digit = 0
        else:
            unit = _UNITS[character]
            total = (total + section + digit or 1) * 10**unit
            section = digit = 0
    return total + section + digit


# ---- English

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]
_SMALL = {word: n for n, word in enumerate(_ONES)} | {word: 20 + 10 * n for n, word in enumerate(_TENS)}
_SCALES = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_ORDINAL = {word: n for n, word in enumerate(_ORDINALS)}
_ORDINAL |= {f"{word[:-1]}ieth": 20 + 10 * n for n, word in enumerate(_TENS)}
_AGES = {f"{word[:-1]}ies": 20 + 10 * n for n, word in enumerate(_TENS)}
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_OTHERS = {
    **dict.fromkeys(("both", "couple", "pair", "twice", "double", "doubles", "doubled", "doubling", "either"), 2),
    **dict.fromkeys(("neither", "twin", "fortnight", "dual", "each"), 2),
    **dict.fromkeys(("thrice", "triple", "tripled", "treble"), 3),
    "quadruple": 4,
    "dozen": 12,
    "century": 100,
    "a": 1,
    "an": 1,
    "single": 1,
    "once": 1,
    **{f"{word}fold": n for word, n in _SMALL.items()},
}
_CARDINAL = re.compile(
    rf"\b(?:(?:an?|half an?)[ -](?=(?:{'|'.join(_SCALES)}|decade)\b))?"
    rf"(?:(?:{'|'.join((*_SMALL, *_SCALES))})\b(?:(?: and |[ -])(?=(?:{'|'.join((*_SMALL, *_SCALES))})\b))?)+"
    r"(?:[ -](decade)s?\b)?",
    re.IGNORECASE,
)
_ENGLISH_VAGUE = re.compile(
    r"\b(?:(tens|dozens|hundreds|thousands|millions|billions)(?: (?:up)?on (?:tens|hundreds|thousands|millions))?"
    r"(?: of (thousands|millions|billions))?|(?:several|a few|some|many)[ -](hundred|thousand|million|billion)"
    r"(?:[ -](thousand|million|billion))?)\b",
    re.IGNORECASE,
)
_DECADE = re.compile(r"\b(?:a|the|this|last|next) decade\b", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z]+")
_ENGLISH_FRACTION = re.compile(r"\b(?:one|two|three|four)[ -](?:thirds?|quarters?|fourths?|fifths?|tenths?)\b", re.I)


def english_words(text: str) -> Iterator[NumberWord]:
    """A text → the numbers in it that are written in English words."""
    text = _masked(_ENGLISH_FRACTION, text)
    for match in _ENGLISH_VAGUE.finditer(text):
        magnitude = sum(_magnitude(word) for word in match.groups() if word)
        yield NumberWord(match.start(), match.end(), match.group(), frozenset(), magnitude > 1, magnitude)
    text = _masked(_ENGLISH_VAGUE, text)
    for match in _CARDINAL.finditer(text):
        yield from _cardinals(text, match)
    text = _masked(_CARDINAL, text)
    for match in _DECADE.finditer(text):
        yield _word(match, {"10"}, False)
    for match in _WORD.finditer(text):
        word = match.group().lower()
        if match.group() in _MONTHS:
            yield _word(match, {f"month {_MONTHS.index(match.group()) + 1}"}, False)
        for words in (_ORDINAL, _AGES, _OTHERS):
            if word in words:
                yield _word(match, {str(words[word])}, False)


def _magnitude(word: str) -> int:
    word = word.lower().removesuffix("s")
    return 1 if word in {"ten", "dozen"} else _SCALES[word]


def _cardinals(text: str, match: re.Match[str]) -> Iterator[NumberWord]:
    """Words in a row → their value; ``a couple of`` and ``one`` are not asked for."""
    if re.search(r"\bthe $|\bthese $|\bthose $|\bother $|\bor $|\bnumber $", text[: match.start()], re.IGNORECASE):
        is_bound = True
    else:
        is_bound = bool(re.match(r"[ -]?(?:thirds|of (?:them|us|you|these|those)|halves)\b", text[match.end() :]))
    for value in _english_values(match.group().lower()):
        is_required = value > 1 and not (is_bound and value == 2)
        yield _word(match, {str(value)}, is_required)


def _english_values(words: str) -> Iterator[int]:
    """``two million`` → 2000000; ``fifteen hundred`` → 1500; ``two three`` → 2, 3."""
    half = words.startswith("half a")
    total = section = 0
    last = "scale"
    for word in re.findall(r"[a-z]+", words.removeprefix("half ")):
        if word in {"a", "an"}:
            section = 1
        elif word in _SMALL:
            number = _SMALL[word]
            if last == "one" or (last == "ten" and not 0 < number < 10):
                yield total + section
                total = section = 0
            section += number
            last = "one" if number < 20 else "ten"
        elif word == "hundred":
            section, last = (section or 1) * 100, "scale"
        elif word in _SCALES:
            total, section, last = total + (section or 1) * 10 ** _SCALES[word], 0, "scale"
        elif word.startswith("decade"):
            section = (section or 1) * 10
    yield (total + section) // 2 if half else total + section


def _masked(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda found: COUNTED * len(found.group()), text)


def _word(match: re.Match[str], values: set[str], is_required: bool) -> NumberWord:
    return NumberWord(match.start(), match.end(), match.group().strip(), frozenset(values), is_required)
