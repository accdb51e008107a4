"""What the book itself has to say in each language: labels, headings of its parts, notes' phrases."""

from dataclasses import dataclass
from datetime import date

from book.model.block import Kind
from book.model.language import Language
from book.model.term import TermKind


@dataclass(frozen=True, slots=True)
class Labels:
    """The furniture of one language; ``{…}`` is filled in by the setting."""

    contents: str
    notes: str
    note_name: str
    back_to_text: str
    chapter: str
    sources: str
    recordings: str
    documents: str
    left_out: str
    left_out_intro: str
    colophon: str
    kinds: dict[Kind, str]
    editors_note: str
    approximately: str
    editors_moment: str
    no_time: str
    from_line: str
    lines: str
    section_clause: str
    section_number: str
    opening: str
    work: str
    list_comma: str
    semicolon: str
    stop: str
    colon: str
    dash: str
    sites: dict[str, str]
    guest: str
    host: str
    unnamed: str
    day: str
    file: str
    script: dict[Language, str]
    imprint: dict[str, str]
    title_page: str
    glossary: str
    term_kinds: dict[TermKind, str]
    corrections: str
    corrections_intro: str
    by_terms: str
    several_lines: str
    enumeration_comma: str
    aside: str
    """Something said in brackets."""
    editions: dict[str, str]
    """What each edition is called."""
    translators_notes: str
    translators_note_name: str
    untranslated: str
    """Said beside a text that should be a translation and is not."""
    between: str
    """Between the things said beside a passage."""
    months: tuple[str, ...] = ()

    def printed_day(self, day: date) -> str:
        """2026-01-31 → ``2026年1月31日``, ``January 31, 2026``."""
        month = self.months[day.month - 1] if self.months else day.month
        return self.day.format(year=day.year, month=month, day=day.day)
