"""How Chinese is written, in both of its scripts, as far as a translation can be checked by it."""

import re

from book.languages.chinese_numbers import number_words
from book.languages.conventions import CLOSING, Conventions, WrongMark
from book.languages.english_text import inflected
from book.text.han import HAN

ENGLISH_FOR_HAN = 3.95
"""Characters of English, spaces with them, for one Han character.

Wu (*Aligning a Parallel English-Chinese Corpus Statistically with Lexical Criteria*, ACL 1994) counts 0.506 bytes of
Chinese, two a character, for a character of English in the proceedings of a parliament.
"""

_LATIN_WORD = re.compile(r"[!-~]+")
_LATIN_RUN = re.compile(r"[A-Za-z][A-Za-z'’,;\- ]*")
_LONG_RUN = 6
"""Runs of more words than this are a sentence left in English; the titles of most works and firms are shorter."""


def weight(text: str) -> float:
    """A text → its length, in characters of English; what is in Latin script is printed again, with a space."""
    latin = sum(len(word) + 1 for word in _LATIN_WORD.findall(text))
    return len(HAN.findall(text)) * ENGLISH_FOR_HAN + latin


def _says_twice(bracket: re.Match[str]) -> bool:
    """后训练（post-training） is post-training in English, impact（影響力） is impact."""
    inside = bracket["inside"]
    if not HAN.search(inside):
        return bool(re.search("[A-Za-z]", inside))
    return bool(bracket["latin"]) and len(inside) <= 10 and all(HAN.match(c) for c in inside)


CHINESE = Conventions(
    sentence_end=re.compile(rf"(?:[。！？!?]+|……|…)[{CLOSING}]*(?![，、；：,;:的了是{CLOSING}])|\n"),
    weight=weight,
    has_words=lambda text: bool(HAN.search(text)),
    number_words=number_words,
    wrong_marks=(
        WrongMark(
            re.compile(rf"(?<={HAN.pattern})[,.:;?!()]|[,:;?!()](?={HAN.pattern})"),
            "a half-width mark",
            "，。：；？！（）",
        ),
        WrongMark(
            re.compile(rf"(?<={HAN.pattern})[\"']|[\"'](?={HAN.pattern})"), "a straight quotation mark", "“ ” or 「 」"
        ),
        WrongMark(re.compile(rf"(?<={HAN.pattern})(?:--+|(?<!—)—(?!—))"), "a dash that is none of Chinese", "——"),
        WrongMark(
            re.compile(rf"(?<={HAN.pattern})(?:\.{{3,}}|(?<!…)…(?!…))"), "an ellipsis that is none of Chinese", "……"
        ),
    ),
    left_over=lambda text: [run.strip() for run in _LATIN_RUN.findall(text) if len(run.split()) > _LONG_RUN],
    left_over_is="is left in English",
    inflected=inflected,
    says_twice=_says_twice,
)
