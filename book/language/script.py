"""Traditional and Simplified: which script a text is in, and how one becomes the other.

Conversion is by OpenCC: ``tw2s`` from Traditional (Taiwan) to Simplified and ``s2tw`` back. A text
already in the wanted script is never converted: OpenCC would damage it (``系統`` → ``繫統``).
"""

import re
from functools import cache, lru_cache

from opencc import OpenCC

from book.model.language import Language

_MACHINE = re.compile(
    r"https?://[^\s<>\"“”‘’「」『』《》【】（），。；、：！？]+|[A-Za-z0-9_.+-]+@[A-Za-z0-9_-]+\.[A-Za-z0-9_.]+"
)
"""Addresses inside running text: they are machine strings and stay as they are."""

SHARED = frozenset(
    "万丑丰于云亘仆价伙余佣党准几凶划占厂厘台叶吁吃后咨咸唇夸尸岩岳帘干广征愿挂据斗朴杠杰极柜涂涌淀游熏皂确种筑胜腊腌膻"
    "苹范荐虫蚝蜡蝎跖辟适郁采里雇乾瞭藉徵夥"
)
"""Characters that one direction changes and the other script writes too (皇后, 公里, 乾隆): no evidence."""


@cache
def _opencc(config: str) -> OpenCC:
    return OpenCC(config)


def convert_script(text: str, source: Language, target: Language) -> str:
    """Chinese text in one script → the other; text in the target script, and English, untouched.

    Addresses inside the text are left alone. This is the one door through which text is converted;
    the term base and the overrides of an editor belong behind it.
    """
    if source is target or not (source.is_chinese and target.is_chinese):
        return text
    config = "s2tw" if target is Language.ZH_HANT else "tw2s"
    converter = _opencc(config)
    result: list[str] = []
    start = 0
    for machine in _MACHINE.finditer(text):
        result += [converter.convert(text[start : machine.start()]), machine.group()]
        start = machine.end()
    result.append(converter.convert(text[start:]))
    return "".join(result)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Text in either script → Simplified in lower case without spaces, for comparing, never for print."""
    return "".join(_opencc("t2s").convert(text).lower().split())


def evidence(text: str) -> tuple[int, int]:
    """How many characters of a text exist only in Simplified, and only in Traditional.

    Characters that both scripts write (台, 里, 后, 只) say nothing.
    """
    simplified = traditional = 0
    for character in text:
        script = _script_of(character)
        simplified += script is Language.ZH_HANS
        traditional += script is Language.ZH_HANT
    return simplified, traditional


@lru_cache(maxsize=32768)
def _script_of(character: str) -> Language | None:
    if character < "\u3400" or character in SHARED or "\ud800" <= character <= "\udfff":
        return None
    to_traditional = _opencc("s2t").convert(character) != character
    to_simplified = _opencc("t2s").convert(character) != character
    if to_traditional == to_simplified:
        return None
    return Language.ZH_HANS if to_traditional else Language.ZH_HANT
