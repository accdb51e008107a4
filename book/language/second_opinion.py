"""A second converter between the scripts, which segments a sentence into words before it converts.

Where it reads otherwise than OpenCC, one of the two is wrong more often than not. It is an optional extra
(``pip install 'yulu[proof]'``) and never makes a page: it only tells an editor where to look.
"""

import importlib.util
from functools import cache
from typing import TYPE_CHECKING

from book.language.script import house_forms
from book.model.language import Language

if TYPE_CHECKING:
    from opencc_jieba_pyo3 import OpenCC


def is_installed() -> bool:
    """Whether the second converter is there."""
    return importlib.util.find_spec("opencc_jieba_pyo3") is not None


@cache
def _converter(config: str) -> "OpenCC":
    from opencc_jieba_pyo3 import OpenCC

    return OpenCC(config)


def second_opinion(text: str, source: Language, target: Language) -> str:
    """Text in one script → the other, by words; the house's own forms as in the first converter."""
    if source is target or not (source.is_chinese and target.is_chinese):
        return text
    config = "s2tw" if target is Language.ZH_HANT else "tw2s"
    converted = str(_converter(config).convert(text, False))
    return house_forms(converted, target)
