"""Which characters are Han, by Unicode block (Unicode 15, chapter 18)."""

import re
from collections.abc import Iterable

HAN_RANGES = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
"""The Han characters, for a class in a pattern: by block, so that what Unicode assigns later is among them; with 〆."""

HAN = re.compile(f"[{HAN_RANGES}]")
"""One Han character."""

_WIDE = re.compile(
    "[\u2e80-\u303f\u3100-\u312f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef—…“”‘’·\U00020000-\U0003ffff]"
)


def is_han(character: str) -> bool:
    """Whether a character is Han."""
    return bool(HAN.match(character))


def is_chinese_set(character: str) -> bool:
    """Whether a character belongs to Chinese setting: Han, or Chinese punctuation."""
    return bool(_WIDE.match(character))


def is_mostly_han(text: str) -> bool:
    """Whether a text is Chinese rather than in Latin script: a Han character weighs as three letters."""
    han = len(HAN.findall(text))
    latin = sum(1 for c in text if c.isascii() and c.isalpha())
    return han * 3 > latin


def join_lines(before: str, after: str) -> str:
    """What is put between two lines of one paragraph: nothing beside Chinese, else a space.

    CLREQ § 3.2.4 sets no space between Han; CommonMark's soft break would print one. Dashes, ellipses and
    curly quotation marks belong to both scripts: beside them the nearest letter decides.
    """
    if not before or not after:
        return ""
    sides = [side for side in (_nearest(reversed(before)), _nearest(after)) if side]
    return "" if not sides or any(is_chinese_set(side) for side in sides) else " "


def _nearest(characters: Iterable[str]) -> str:
    """The first character that belongs to one script only."""
    return next((c for c in characters if c not in "—…“”‘’·" and not c.isspace()), "")
