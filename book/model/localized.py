"""A text that an editor wrote in several languages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from book.model.language import Language, same_tongue

Tag = TypeVar("Tag", bound=str)

UNSPECIFIED = Language("und")
"""No language in particular (ISO 639-2): of a name or identifier that is the same in all."""


@dataclass(frozen=True, slots=True)
class Localized:
    """One text in each language it was written in."""

    texts: tuple[tuple[Language, str], ...] = ()
    """By language, in the order in which they were written."""

    @classmethod
    def of(cls, texts: Mapping[Tag, str | None]) -> "Localized":
        """Texts by tag → a localized text; None stands for one that was not written."""
        return cls(tuple((Language(tag), text) for tag, text in texts.items() if text is not None))

    @classmethod
    def everywhere(cls, text: str) -> "Localized":
        """A text that is the same in every language, such as an identifier."""
        return cls(((UNSPECIFIED, text),))

    def written(self, language: Language) -> str | None:
        """The text as written in ``language``, or for every language; None where it was not."""
        return next((text for own, text in self.texts if own in (language, UNSPECIFIED)), None)

    def nearest(self, language: Language) -> tuple[Language, str]:
        """The text to take for ``language``, and the language it is in.

        Its own, else another script of the same language, else the first that was written.
        """
        if (own := self.written(language)) is not None:
            return language, own
        return next(((other, text) for other, text in self.texts if same_tongue(other, language)), self._first)

    @property
    def _first(self) -> tuple[Language, str]:
        return self.texts[0] if self.texts else (UNSPECIFIED, "")

    @property
    def any(self) -> str:
        """The text in the language in which it was written first: for messages and ledgers."""
        return self._first[1]

    def missing(self, languages: Iterable[Language]) -> tuple[Language, ...]:
        """The first of each of the languages that have no text, in any of their scripts."""
        result: dict[str, Language] = {}
        for language in languages:
            if self.written(language) is None and not any(same_tongue(own, language) for own, _ in self.texts):
                result.setdefault(language.tongue, language)
        return tuple(result.values())
