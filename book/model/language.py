"""Languages and editions, named by BCP 47 tags (RFC 5646). What is known of a language is in ``book.languages``."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from babel.core import get_global


class Language(str):
    """A language in one script: a BCP 47 tag such as ``zh-Hant``, ``en`` or ``ja``."""

    __slots__ = ()

    @property
    def tongue(self) -> str:
        """The language without its script or region: ``zh`` of ``zh-Hant``."""
        return self.partition("-")[0]

    @property
    def script(self) -> str:
        """Its script (ISO 15924): the tag's own, or the one it is usually written in (CLDR, likely subtags)."""
        return _script(self)


@lru_cache(maxsize=64)
def _script(tag: str) -> str:
    subtags = tag.split("-")
    own = next((subtag.title() for subtag in subtags[1:] if len(subtag) == 4 and subtag.isalpha()), "")
    likely = str(get_global("likely_subtags").get(subtags[0], "")).split("_")
    return own or (likely[1] if len(likely) > 1 else "")


def same_tongue(one: Language, other: Language) -> bool:
    """Whether two are one language, perhaps in two scripts: what one says needs no translation into the other."""
    return one.tongue == other.tongue


def same_script(one: Language, other: Language) -> bool:
    """Whether two languages are written in the same script."""
    return one.script == other.script


@dataclass(frozen=True, slots=True)
class Edition:
    """One form in which the book is published: in one language, or in two."""

    languages: tuple[Language, ...]
    """The leading language first."""

    @property
    def id(self) -> str:
        """The tags of its languages: ``zh-Hans-en``."""
        return "-".join(self.languages)

    @property
    def is_monolingual(self) -> bool:
        """Whether the edition prints one language only."""
        return len(self.languages) == 1


def parse_edition(text: str, known: Iterable[Language]) -> Edition:
    """``en-zh-Hans`` → the edition in English and Simplified Chinese.

    ``known`` are the languages that there are. Raises ValueError, with a sentence that says why, where the text
    doesn't name one or two of them, or two scripts of the same language.
    """
    known = tuple(known)
    if text in known:
        return Edition((Language(text),))
    for first in known:
        if text.startswith(f"{first}-") and (second := text.removeprefix(f"{first}-")) in known:
            if same_tongue(first, Language(second)):
                raise ValueError(f"'{text}' pairs a language with itself")
            return Edition((first, Language(second)))
    raise ValueError(f"there is no edition '{text}'")


def printed_languages(editions: Iterable[Edition]) -> tuple[Language, ...]:
    """The languages that some of the editions print, each once, in the order of the editions."""
    return tuple(dict.fromkeys(language for edition in editions for language in edition.languages))
