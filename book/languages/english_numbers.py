"""Numbers in English words: "twenty", "two or three", "several hundred thousand"."""

import re
from collections.abc import Iterator

from book.languages.number_word import NumberWord, hidden, number_word, of_any_century

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
_OTHERS = {  # words that say a number without being one
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
_VAGUE = re.compile(
    r"\b(?:(tens|dozens|hundreds|thousands|millions|billions)(?: (?:up)?on (?:tens|hundreds|thousands|millions))?"
    r"(?: of (thousands|millions|billions))?|(?:several|a few|some|many)[ -](hundred|thousand|million|billion)"
    r"(?:[ -](thousand|million|billion))?)\b",
    re.IGNORECASE,
)
_DECADE = re.compile(r"\b(?:a|the|this|last|next) decade\b", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z]+")
_FRACTION = re.compile(r"\b(?:one|two|three|four)[ -](?:thirds?|quarters?|fourths?|fifths?|tenths?)\b", re.I)


def number_words(text: str) -> Iterator[NumberWord]:
    """A text → the numbers in it that are written in English words."""
    text = hidden(_FRACTION, text)
    for match in _VAGUE.finditer(text):
        magnitude = sum(_magnitude(word) for word in match.groups() if word)
        yield NumberWord(match.start(), match.end(), match.group(), frozenset(), magnitude > 1, magnitude)
    text = hidden(_VAGUE, text)
    for match in _CARDINAL.finditer(text):
        yield from _cardinals(text, match)
    text = hidden(_CARDINAL, text)
    for match in _DECADE.finditer(text):
        yield number_word(match, {"10"}, False)
    for match in _WORD.finditer(text):
        word = match.group().lower()
        if match.group() in _MONTHS:
            yield number_word(match, {f"month {_MONTHS.index(match.group()) + 1}"}, False)
        for words in (_ORDINAL, _AGES, _OTHERS):
            if word in words:
                value = str(words[word])
                yield number_word(match, of_any_century(value) if words is _AGES else {value}, False)


def _magnitude(word: str) -> int:
    word = word.lower().removesuffix("s")
    return 1 if word in {"ten", "dozen"} else _SCALES[word]


def _cardinals(text: str, match: re.Match[str]) -> Iterator[NumberWord]:
    """Words in a row → their value; ``a couple of`` and ``one`` are not asked for."""
    if re.search(r"\bthe $|\bthese $|\bthose $|\bother $|\bor $|\bnumber $", text[: match.start()], re.IGNORECASE):
        is_bound = True
    else:
        is_bound = bool(re.match(r"[ -]?(?:thirds|of (?:them|us|you|these|those)|halves)\b", text[match.end() :]))
    for value in _values(match.group().lower()):
        is_required = value > 1 and not (is_bound and value == 2)
        yield number_word(match, {str(value)}, is_required)


def _values(words: str) -> Iterator[int]:
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
