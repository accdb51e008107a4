"""The languages of books: one profile a language holds all that the program knows of it.

Nothing outside this package names a language. Another one is added by ``register``.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from book.languages.en import ENGLISH
from book.languages.labels import Imprint, Labels
from book.languages.profile import FontFile, LineRules, Profile, QuotationMarks
from book.languages.zh_hans import SIMPLIFIED_CHINESE
from book.languages.zh_hant import TRADITIONAL_CHINESE
from book.model.language import Language, same_tongue

__all__ = [
    "MESSAGES",
    "FontFile",
    "Imprint",
    "Labels",
    "LineRules",
    "Profile",
    "QuotationMarks",
    "detect",
    "languages",
    "profile",
    "register",
    "registered",
    "translated_into",
]

MESSAGES = Language("en")
"""The language of the program's own messages, of its files for machines and of its documentation."""

_PROFILES: dict[Language, Profile] = {p.language: p for p in (SIMPLIFIED_CHINESE, TRADITIONAL_CHINESE, ENGLISH)}


def languages() -> tuple[Language, ...]:
    """The languages that there are."""
    return tuple(_PROFILES)


def profile(language: Language) -> Profile:
    """The profile of a language. Raises KeyError where there is none."""
    return _PROFILES[language]


def register(own: Profile) -> None:
    """Add a language, or replace what is known of it."""
    _PROFILES[own.language] = own


@contextmanager
def registered(own: Profile) -> Iterator[Profile]:
    """Add a language for as long as the block lasts."""
    before = dict(_PROFILES)
    register(own)
    try:
        yield own
    finally:
        _PROFILES.clear()
        _PROFILES.update(before)


def scripts_of(language: Language) -> tuple[Language, ...]:
    """The other scripts that a language is written in."""
    return tuple(other for other in _PROFILES if other != language and same_tongue(other, language))


def detect(text: str, prefer: Language) -> Language:
    """The language that a text seems to be in, by its script: ``prefer`` where it may be that, else the first so."""
    if profile(prefer).reads(text):
        return prefer
    return next((language for language, own in _PROFILES.items() if own.reads(text)), prefer)


def translated_into(language: Language, printed: Iterable[Language]) -> Language:
    """The language that a text is translated into, in a book that prints these.

    The language's partner where that is printed, in any script; else the first that is printed and is another; the
    partner too where there is none.
    """
    partner = profile(language).partner
    others = [other for other in printed if not same_tongue(other, language)]
    if not others or any(same_tongue(other, partner) for other in others):
        return partner
    return others[0]
