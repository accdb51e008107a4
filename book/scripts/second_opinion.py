"""A second converter between the scripts, which segments a sentence into words before it converts.

Where it reads otherwise than OpenCC, one of the two is wrong more often than not. It is an optional extra
(``pip install 'yulu[proof]'``) and never makes a page: it only tells an editor where to look.
"""

import importlib.util
from functools import cache
from typing import TYPE_CHECKING

from book.model.language import Language
from book.scripts.conversion import convert_script

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
    """Text in one script → the other, by words; what the house has decided is decided here too."""
    return convert_script(text, source, target, lambda masked, config: str(_converter(config).convert(masked, False)))
