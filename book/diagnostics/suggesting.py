"""A misspelt word → the one that was probably meant."""

import difflib
from collections.abc import Iterable


def nearest(word: str, among: Iterable[str]) -> str:
    """``did you mean '…'?`` for the closest match among the words, or nothing."""
    close = difflib.get_close_matches(word, list(among), 1, 0.6)
    return f"did you mean '{close[0]}'?" if close else ""
