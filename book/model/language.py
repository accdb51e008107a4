"""Languages, scripts and editions, named by BCP 47 tags (RFC 5646)."""

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """The three languages a book is set in; the Chinese ones differ in script and region."""

    ZH_HANS = "zh-Hans"
    """Chinese in Simplified script, as printed on the mainland."""
    ZH_HANT = "zh-Hant"
    """Chinese in Traditional script, as printed in Taiwan."""
    EN = "en"

    @property
    def is_chinese(self) -> bool:
        """Whether the language is written in Han characters."""
        return self is not Language.EN

    @property
    def other_script(self) -> "Language":
        """The same language in its other script; English has only one."""
        match self:
            case Language.ZH_HANS:
                return Language.ZH_HANT
            case Language.ZH_HANT:
                return Language.ZH_HANS
            case Language.EN:
                return Language.EN


@dataclass(frozen=True, slots=True)
class Edition:
    """One form in which the book is published."""

    id: str
    languages: tuple[Language, ...]
    """The leading language first."""

    @property
    def is_monolingual(self) -> bool:
        """Whether the edition prints one language only."""
        return len(self.languages) == 1


EDITIONS = (
    Edition("zh-Hans", (Language.ZH_HANS,)),
    Edition("zh-Hant", (Language.ZH_HANT,)),
    Edition("en", (Language.EN,)),
    Edition("zh-Hans-en", (Language.ZH_HANS, Language.EN)),
    Edition("zh-Hant-en", (Language.ZH_HANT, Language.EN)),
)
"""Every edition that a book may name, in the order in which they are built."""
