"""What the book itself has to say in each language: labels, headings of its parts, phrases of its notes."""

from collections.abc import Mapping
from dataclasses import dataclass

from book.model.block import Kind
from book.model.term import TermKind


@dataclass(frozen=True, slots=True)
class Imprint:
    """The names of what the colophon says."""

    title: str
    editor: str
    edition: str
    date: str
    identifier: str
    rights: str
    made: str
    made_with: str
    """``{version}`` is the program's."""
    excerpt: str
    """Of a part of the book: ``{chapters}`` are the titles of those in it."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of one language; ``{…}`` is filled in by the setting."""

    contents: str
    notes: str
    note_name: str
    back_to_text: str
    chapter: str
    """``{number}`` in the numerals of the language."""
    sources: str
    recordings: str
    documents: str
    left_out: str
    left_out_intro: str
    colophon: str
    kinds: Mapping[Kind, str]
    editors_note: str
    approximately: str
    editors_moment: str
    no_time: str
    from_line: str
    lines: str
    from_unit: Mapping[str, str]
    """One piece of a document that counts its own, by what it calls them."""
    units: Mapping[str, str]
    """Several of them."""
    section_clause: str
    """What names a section before its lines; ``{number}`` is the document's own, ``{title}`` its heading."""
    section_number: str
    opening: str
    work: str
    """How the title of a work is set: ``《{title}》``."""
    list_comma: str
    semicolon: str
    stop: str
    colon: str
    dash: str
    sites: Mapping[str, str]
    roles: Mapping[str, str]
    """What a participant of a recording is called by; a role that is not here needs its words in the registry."""
    unnamed: str
    file: str
    imprint: Imprint
    title_page: str
    glossary: str
    term_kinds: Mapping[TermKind, str]
    corrections: str
    corrections_intro: str
    by_terms: str
    several_lines: str
    aside: str
    """Something said in brackets."""
    edition_in_one: str
    """The name of an edition in one ``{language}``."""
    edition_in_two: str
    """The name of an edition in ``{first}`` and ``{second}``."""
    translators_notes: str
    translators_note_name: str
    untranslated: str
    """Said beside a text that should be a translation and is not."""
    between: str
    """Between the things said beside a passage."""
