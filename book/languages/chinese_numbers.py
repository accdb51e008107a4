"""Numbers in Chinese words: 二十、两三个、几十万."""

import re
from collections.abc import Iterator

from book.languages.number_word import NumberWord, hidden, number_word, of_any_century

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


def number_words(text: str) -> Iterator[NumberWord]:
    """A text → the numbers in it that are written in Han."""
    text = hidden(_IDIOMS, text)
    for match in _PER_CENT.finditer(text):
        yield number_word(match, {f"{_value(match[1])}%"}, True)
    text = hidden(_FRACTION, hidden(_PER_CENT, text))
    for match in _TENTHS.finditer(text):
        yield number_word(match, {f"{_DIGITS[match[1]]}0%"}, False)
    for match in _VAGUE.finditer(text):
        magnitude = sum(_UNITS[c] for c in match[1])
        yield NumberWord(match.start(), match.end(), match.group(), frozenset(), magnitude > 1, magnitude)
    text = hidden(_VAGUE, text)
    for match in _HALF_YEAR.finditer(text):
        yield number_word(match, {"6"}, False)
    for match in _TWO.finditer(text):
        yield number_word(match, {"2"}, False)
    for match in _RUN.finditer(text):
        yield _run(text, match)


def _run(text: str, match: re.Match[str]) -> NumberWord:
    before, after = text[: match.start()], text[match.end() :]
    run = match.group()
    values = _readings(run)
    if after.startswith("月"):
        return number_word(match, {f"month {v}" for v in values} | values, False)
    if after.startswith("年代"):
        return number_word(match, {year for value in values for year in of_any_century(value)}, False)
    if _ORDINAL_BEFORE.search(before) or (before[-1:] in "初高大" and run in "一二三四") or _ORDINAL_AFTER.match(after):
        return number_word(match, values, False)
    is_sure = bool(_MEASURE.match(after)) or (len(run) > 1 and run[-1] in "万萬亿億")
    return number_word(match, values, is_sure and len(values) == 1 and values.isdisjoint({"0", "1"}))


def _readings(run: str) -> set[str]:
    """二十 → 20, 七八 → 7 or 8, 二〇二一 → 2021."""
    if all(c in _DIGITS for c in run) and len(run) > 1:
        digits = [_DIGITS[c] for c in run]
        if digits == [*range(digits[0], digits[0] + len(run))] or len(run) == 2:
            return {str(d) for d in digits}
        return {"".join(map(str, digits))}
    return {str(_value(run))}


def _value(run: str) -> int:
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
