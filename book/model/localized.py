"""A text that an editor wrote in several languages."""

from dataclasses import dataclass

from book.model.language import Language


@dataclass(frozen=True, slots=True)
class Localized:
    """One text in each language it was written in; None where it was not."""

    zh_hans: str | None = None
    zh_hant: str | None = None
    en: str | None = None

    def written(self, language: Language) -> str | None:
        """The text as written in ``language``, or None."""
        match language:
            case Language.ZH_HANS:
                return self.zh_hans
            case Language.ZH_HANT:
                return self.zh_hant
            case Language.EN:
                return self.en

    @property
    def any(self) -> str:
        """The text in whichever language it has, Simplified first: for messages and ledgers."""
        return self.zh_hans or self.zh_hant or self.en or ""
