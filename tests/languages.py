"""The languages that the tests speak of, and texts in several of them."""

from book.model.language import Edition, Language
from book.model.localized import Localized

ZH_HANS, ZH_HANT, EN = Language("zh-Hans"), Language("zh-Hant"), Language("en")

EDITIONS = (
    Edition((ZH_HANS,)),
    Edition((ZH_HANT,)),
    Edition((EN,)),
    Edition((ZH_HANS, EN)),
    Edition((ZH_HANT, EN)),
)


def localized(zh_hans: str | None = None, zh_hant: str | None = None, en: str | None = None) -> Localized:
    """A text as an editor writes it."""
    return Localized.of({ZH_HANS: zh_hans, ZH_HANT: zh_hant, EN: en})
