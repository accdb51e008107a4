"""English punctuation: the typewriter's quotation marks and dashes → the printer's.

The Chicago Manual of Style, 17th edition: directional quotation marks and apostrophes § 6.115 and § 6.117, the em
dash § 6.85. Words, spaces and everything else are left as the source has them.
"""

import re
from collections.abc import Iterator

from book.model.change import Cause, Change, Stage, stage
from book.text.sentinels import MACHINE

_MARK = re.compile("[\"']")
_OPENS = frozenset("([{—–“‘/")
_ELISION = re.compile(r"'(?=\d\ds?\b|(?:tis|twas|em|til|cause|bout|n)\b)", re.IGNORECASE)
_ENDING = re.compile(r"'(?:s|d|m|t|ll|re|ve)?(?![A-Za-z])")
_DASH = re.compile(r"(?<=[^\s-])(?:--|\s+--\s+)(?=[^\s-])")


def punctuate_english(text: str) -> Iterator[tuple[str, Stage]]:
    """A text → the text after each rule that changes it, and the changes."""
    for rule in (_dashes, _quotation_marks):
        if made := stage(list(rule(text))):
            text = made.apply(text)
            yield text, made


def _dashes(text: str) -> Iterator[Change]:
    """``word--word`` → ``word—word``, but ``run --strict`` stays."""
    for found in _DASH.finditer(text):
        yield Change(found.start(), found.group(), "—", Cause.PUNCTUATION, "CMOS § 6.85")


def _quotation_marks(text: str) -> Iterator[Change]:
    """Straight marks → directional ones; an apostrophe is a closing single mark, and a measure is left alone."""
    is_open = {'"': False, "'": False}
    last = ""
    place = -1
    for found in _MARK.finditer(text):
        mark = found.group()
        # the mark just before this one, as it has become, or the text
        before = last if place == found.start() - 1 and last else text[: found.start()][-1:]
        place = found.start()
        opens = _is_opening(text, place, before, mark)
        last = {'"': "”“", "'": "’‘"}[mark][opens]
        is_measure = before.isdigit() and not is_open[mark] and not text[place + 1 : place + 2].isalpha()
        if is_measure:
            last = mark
            continue
        is_open[mark] = opens
        yield Change(place, mark, last, Cause.PUNCTUATION, "CMOS § 6.115")


def _is_opening(text: str, place: int, before: str, mark: str) -> bool:
    """Whether a mark begins what it marks."""
    if mark == "'" and _ELISION.match(text, place):
        return False
    if before == MACHINE:  # code, an address, or the end of a line
        after = text[place + 1 : place + 2]
        return after.isalnum() and not (mark == "'" and _ENDING.match(text, place))
    return not before or before.isspace() or before in _OPENS
