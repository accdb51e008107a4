"""Traditional and Simplified: which script a text is in, and how one becomes the other.

Conversion is by OpenCC: ``tw2s`` from Traditional (Taiwan) to Simplified and ``s2tw`` back. A text
already in the wanted script is never converted: OpenCC would damage it (``系統`` → ``繫統``).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from opencc import OpenCC

from book.model.language import Language
from book.text.sentinels import DECIDED
from book.text.urls import REACH

Engine = Callable[[str, str], str]
"""A text and the name of a conversion (``s2tw``, ``tw2s``) → the text converted."""

SHARED = frozenset(
    "万丑丰于云亘仆价伙余佣党准几凶划占厂厘台叶吁吃后咨咸唇夸尸岩岳帘干广征愿挂据斗朴杠杰极柜涂涌淀游熏皂确种筑胜腊腌膻"
    "苹范荐虫蚝蜡蝎跖辟适郁采里雇乾瞭藉徵夥"
)
"""Characters that one direction changes and the other script writes too (皇后, 公里, 乾隆): no evidence."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """How one script becomes another."""

    config: str
    """OpenCC's name for it, and that of its phrases in ``phrases.tsv``."""
    house: str = ""
    """The rows of ``phrases.tsv`` that have the forms of this house."""


_SIMPLIFIED, _TRADITIONAL = Language("zh-Hans"), Language("zh-Hant")

CONVERSIONS: dict[tuple[Language, Language], Conversion] = {
    (_SIMPLIFIED, _TRADITIONAL): Conversion("s2tw", "house"),
    (_TRADITIONAL, _SIMPLIFIED): Conversion("tw2s"),
}
"""From which language a text can become which other by changing its script."""


def can_convert(source: Language, target: Language) -> bool:
    """Whether a text in one language becomes the other by changing its script."""
    return (source, target) in CONVERSIONS


def other_scripts(language: Language) -> tuple[Language, ...]:
    """The languages whose texts can become texts in this one."""
    return tuple(source for source, target in CONVERSIONS if target == language)


@cache
def _opencc(config: str) -> OpenCC:
    return OpenCC(config)


def convert_script(text: str, source: Language, target: Language, engine: Engine | None = None) -> str:
    """A text in one script → the other, where ``CONVERSIONS`` has a way; else untouched.

    URLs in the text are left alone, and so are the phrases that OpenCC is known to mistake.
    ``engine`` makes another converter do the rest.
    """
    conversion = CONVERSIONS.get((source, target))
    if conversion is None:
        return text
    config = conversion.config
    pattern = _decided_first(config, may_have_url="://" in text or "www." in text)
    if pattern.search(text) is None:
        return _in_house_forms(engine(text, config) if engine else _opencc(config).convert(text), conversion)
    decided = [_phrases(config).get(words, words) for words in pattern.findall(text)]
    masked = pattern.sub(DECIDED, text)
    converted = _in_house_forms(engine(masked, config) if engine else _opencc(config).convert(masked), conversion)
    words = iter(decided)
    return re.sub(DECIDED, lambda _: next(words), converted)


def _in_house_forms(text: str, conversion: Conversion) -> str:
    """Text fresh from a converter → with the forms of this house, such as 台 for 臺."""
    if not conversion.house:
        return text
    forms = _phrases(conversion.house)
    return _any_of(conversion.house).sub(lambda found: forms[found.group()], text)


@cache
def _phrases(config: str) -> dict[str, str]:
    """The phrases of ``phrases.tsv`` for one conversion, and what they become."""
    rows = Path(__file__).with_name("phrases.tsv").read_text(encoding="utf-8").split("\n")
    fields = [row.split("\t") for row in rows if row and not row.startswith("#")]
    return {words: result for name, words, result, _ in fields if name == config}


@cache
def _decided_first(config: str, *, may_have_url: bool) -> re.Pattern[str]:
    """URLs and phrases, the longest first; without URLs the search is several times as fast."""
    phrases = sorted(_phrases(config), key=len, reverse=True)
    machine = [REACH] if may_have_url else []
    return re.compile("|".join([DECIDED, *machine, *map(re.escape, phrases)]))


@cache
def _any_of(table: str) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _phrases(table))))


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Text in either script → Simplified in lower case without spaces, for comparing, never for print."""
    return "".join(_opencc("t2s").convert(text).lower().split())


def exclusive(text: str, language: Language) -> int:
    """How many characters of a text only this language writes, and not its other scripts.

    Characters that both scripts write (台, 里, 后, 只) say nothing, nor does a language with one script.
    """
    return sum(_only_in(character) == language for character in text)


@lru_cache(maxsize=32768)
def _only_in(character: str) -> Language | None:
    if character < "\u3400" or character in SHARED or "\ud800" <= character <= "\udfff":
        return None
    to_traditional = _opencc("s2tw").convert(character) != character
    to_simplified = _opencc("t2s").convert(character) != character
    if to_traditional == to_simplified:
        return None
    return _SIMPLIFIED if to_traditional else _TRADITIONAL
