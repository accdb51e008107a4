"""One rule for what a whole word is, wherever a name or term is looked for in a text."""

import re

LATIN = "0-9A-Za-zÀ-ÖØ-öø-ɏ\u0300-\u036fḀ-ỿ"
"""Letters in Latin script and digits, for a class in a pattern: Unicode's Latin blocks to Extended-B, and accents."""

_LATIN = re.compile(f"[{LATIN}]")


def whole_word(form: str, pattern: str | None = None) -> str:
    """A form → the pattern that finds it as a whole word: no ``RL`` in ``RLHF``, no ``4o`` in ``GPT4o``.

    Where the form begins or ends with a letter in Latin script or a digit, no other letter or digit may precede or
    follow. Chinese sets no spaces between words, so a form in Han is found wherever it is written. ``pattern`` is what
    finds the form where that is not the form itself: inflected, or with other spaces.
    """
    before = f"(?<![{LATIN}])" if _LATIN.match(form[:1]) else ""
    after = f"(?![{LATIN}])" if _LATIN.match(form[-1:]) else ""
    return before + (re.escape(form) if pattern is None else pattern) + after
