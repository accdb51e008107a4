"""How English is written, as far as a translation can be checked by it."""

import re

from book.languages.conventions import CLOSING, Conventions, WrongMark
from book.languages.english_numbers import number_words
from book.text.han import HAN

_WORD = re.compile(r"(?<![\w.])[a-z]{2,}(?![\w.]*\.[a-z])")
"""A word that is no name."""


def inflected(word: str) -> str:
    """A word → the pattern of its forms: library, libraries; train, trained; code, coding; plan, planning."""
    endings = r"(?:s|es|ed|d|ing|['’]s|s['’])?"
    if word.endswith("y"):
        return rf"(?:{word}|{word[:-1]}ie)(?:s|d|ing|['’]s)?"
    if word.endswith("ing"):
        return rf"{word[:-3]}(?:ing|e|ed|s|es)?(?:['’]?s)?"
    if word.endswith("e"):
        return rf"(?:{word}|{word[:-1]}(?=ing)){endings}"
    return rf"{word}(?:{word[-1]}(?=ed|ing))?{endings}"


def _name_parts(name: str) -> tuple[str, ...]:
    """The first and the last name."""
    words = name.split()
    return tuple(dict.fromkeys((words[0], words[-1])))


ENGLISH_TEXT = Conventions(
    sentence_end=re.compile(rf"(?:[.!?…]+[{CLOSING}]*)(?=\s+[“‘\"'(\[]*[A-Z\d]|\s*$)|\n"),
    abbreviation=re.compile(
        r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr|vs|etc|cf|Fig|No|vol|pp?|approx|Inc|Ltd|Co|e\.g|i\.e|U\.S|U\.K|a\.m|p\.m"
        r"|[A-Z]))\.$"
    ),
    has_words=lambda text: bool(_WORD.search(text)),
    number_words=number_words,
    wrong_marks=(
        WrongMark(re.compile("[\"']"), "a straight quotation mark", "“ ” ‘ ’"),
        WrongMark(re.compile(r"--+|——|―|(?<= )–(?= )| —|— "), "a dash that is none of English", "— without spaces"),
        WrongMark(re.compile(r"\.{3,}|……"), "an ellipsis that is none of English", "…"),
        WrongMark(
            re.compile("[\u3000-\u3004\u3008-\u3020\u30fb\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]"),
            "a full-width mark",
        ),
        WrongMark(re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)"), "two spaces", "one"),
        WrongMark(re.compile(r"(?<=\w)\s+[,;:!?.)](?!\w)|[(\[“‘]\s"), "a space beside a mark"),
        WrongMark(re.compile(r"(?<=[a-z])[,;](?=[A-Za-z])"), "a mark without a space after it"),
    ),
    left_over=re.compile(f"{HAN.pattern}+").findall,
    left_over_is="is left in Han characters",
    notes_may_quote=False,
    # grammar doubles the first three; the others are said twice for emphasis or in greeting
    may_be_doubled=frozenset({"had", "that", "so", "very", "no", "many", "long", "bye", "ha"}),
    inflected=inflected,
    name_parts=_name_parts,
)
