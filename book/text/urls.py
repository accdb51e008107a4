"""URLs written out in running text: where each begins and ends.

The rule is that of the extended autolinks of GitHub Flavored Markdown 0.29 (§ 6.9), which allows Han in a URL as
RFC 3987 does, with two amendments. Chinese sets no space around a URL, so it may begin right after a word, and Chinese
punctuation ends it. And a URL may end in ``_``, ``*`` or ``~``, for emphasis has been read before URLs are looked for.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from book.text.sentinels import STAND_INS

_STOPS = (
    r"\s<>\"“”‘’…—"
    "\u3000-\u3003\u3008-\u3020\u3030\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"  # Chinese punctuation
    + STAND_INS
)
_TRAILING = "?!.,:;'"
_BRACKETS = {")": "(", "]": "["}

REACH = (
    r"(?:(?i:https?)://(?=[\w\[])|(?<![A-Za-z0-9./@_-])www\.(?=(?:[\w-]+\.)+\w))"
    rf"[^{_STOPS}]+"
)
"""A pattern of how far a URL can reach, the punctuation of its sentence included: for hiding URLs from a converter."""

_URL = re.compile(REACH)


class Url(NamedTuple):
    """A URL in a text."""

    start: int
    """Its offset in the text, in code points."""
    text: str
    """As it is written: it may lack its scheme."""

    @property
    def stop(self) -> int:
        """Where it ends: the offset of the code point after it."""
        return self.start + len(self.text)


def urls(text: str) -> Iterator[Url]:
    """Running text → the URLs in it, without the punctuation of the sentence around them."""
    for found in _URL.finditer(text):
        yield Url(found.start(), _without_sentence(found.group()))


def without_urls(text: str, stand_in: str) -> str:
    """Running text → the same with ``stand_in`` for each URL."""
    pieces, place = [], 0
    for url in urls(text):
        pieces += [text[place : url.start], stand_in]
        place = url.stop
    return "".join([*pieces, text[place:]])


def href(url: str) -> str:
    """A URL as it is written → what a link to it holds: ``www.example.org`` gets the scheme ``http``."""
    return url if "://" in url else f"http://{url}"


def _without_sentence(url: str) -> str:
    """A URL → the same without marks at its end; a bracket stays where it was opened inside."""
    while url:
        last = url[-1]
        opening = _BRACKETS.get(last)
        if last not in _TRAILING and (opening is None or url.count(opening) >= url.count(last)):
            break
        url = url[:-1]
    return url
