"""What Chinese in both of its scripts has in common."""

import re
from pathlib import Path

from book.languages.profile import FontFile
from book.model.language import Language
from book.scripts.conversion import exclusive
from book.text.han import HAN, is_mostly_han

FONTS = tuple(
    FontFile(name, "fonts-noto-cjk")
    for name in (
        "NotoSerifCJK-Regular.ttc",
        "NotoSerifCJK-Bold.ttc",
        "NotoSansCJK-Regular.ttc",
        "NotoSansCJK-Bold.ttc",
    )
)
"""Found through fontconfig by their families."""

_STYLES = Path(__file__).parent / "styles"
SCREEN_STYLE = ""
_KANA = re.compile("[\u3041-\u30ff\u31f0-\u31ff]")
_HAN_OR_WORD = re.compile(rf"{HAN.pattern}|[A-Za-z0-9]+")
_NUMERALS = "零一二三四五六七八九"
_UNITS = ("", "十", "百", "千")


def reads(text: str, tag: Language) -> bool:
    """Whether a text may be Chinese in one of its scripts: no Kana, and not more characters of the other."""
    if not is_mostly_han(text) or _KANA.search(text):
        return False
    other = Language("zh-Hant" if tag == "zh-Hans" else "zh-Hans")
    return exclusive(text, tag) >= exclusive(text, other)


def count_words(text: str) -> int:
    """A text → its Han characters and its words in Latin script."""
    return len(_HAN_OR_WORD.findall(text))


def han_number(number: int) -> str:
    """104 → ``一百零四``, 12 → ``十二``, for 1 to 9999. Raises ValueError for another.

    As chapters are numbered: GB/T 15835-2011 § 4.2 (the numerals), § 5.3 (零 for places left empty).
    """
    if not 0 < number < 10_000:
        raise ValueError(f"{number} is not between 1 and 9999")
    written, was_empty = "", False
    for place in range(3, -1, -1):
        digit = number // 10**place % 10
        if digit:
            written += ("零" if was_empty and written else "") + _NUMERALS[digit] + _UNITS[place]
        was_empty = not digit
    return written.removeprefix("一") if 10 <= number < 20 else written


def page_style(tag: Language, serif: str, sans: str) -> str:
    """The style of a page's text in one of the scripts, with the families of its fonts."""
    style = (_STYLES / "chinese.page.css").read_text(encoding="utf-8")
    for name, value in (("tag", tag), ("serif", serif), ("sans", sans)):
        style = style.replace(f"«{name}»", value)
    return style
