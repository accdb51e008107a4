"""The words that the book itself prints, one file a language."""

from book.model.language import Language
from book.setting.labels.english import ENGLISH
from book.setting.labels.form import Labels
from book.setting.labels.simplified import SIMPLIFIED
from book.setting.labels.traditional import TRADITIONAL

__all__ = ["LABELS", "Labels", "chapter_label", "han_number"]

LABELS: dict[Language, Labels] = {
    Language.ZH_HANS: SIMPLIFIED,
    Language.ZH_HANT: TRADITIONAL,
    Language.EN: ENGLISH,
}
"""The languages that an edition can be set in."""

_NUMERALS = "零一二三四五六七八九"


def chapter_label(number: int, language: Language) -> str:
    """4 → ``第四章``, in the numerals of GB/T 15835 for chapters, up to 99; ``Chapter 4``."""
    return LABELS[language].chapter.format(number=han_number(number) if language.is_chinese else number)


def han_number(number: int) -> str:
    """12 → ``十二``; 1 to 99."""
    assert 0 < number < 100
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{_NUMERALS[tens]}十"
    return head + (_NUMERALS[ones] if ones else "")
