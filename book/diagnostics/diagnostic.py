"""A diagnostic: severity, stable code, sentence, place and remedy.

An editor's mistake is a value of this type, collected and reported with all the others of the same
run. A broken tool raises an exception instead, and our own bugs are assertions.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How grave a diagnostic is; only errors stop a build."""

    ERROR = "error"
    WARNING = "warning"


class Code(StrEnum):
    """The stable names of everything that can be wrong; users may search for them and silence none."""

    # files and their characters
    FILE_MISSING = "file-missing"
    FILE_UNREADABLE = "file-unreadable"
    NOT_A_FILE = "not-a-file"
    FILE_EMPTY = "file-empty"
    BAD_ENCODING = "bad-encoding"
    BAD_CHARACTER = "bad-character"
    # YAML
    YAML_SYNTAX = "yaml-syntax"
    DUPLICATE_KEY = "duplicate-key"
    UNKNOWN_KEY = "unknown-key"
    MISSING_KEY = "missing-key"
    WRONG_TYPE = "wrong-type"
    BAD_VALUE = "bad-value"
    MISSING_LANGUAGE = "missing-language"
    # registry
    UNKNOWN_FORMAT = "unknown-format"
    UNKNOWN_LANGUAGE = "unknown-language"
    UNKNOWN_KIND = "unknown-kind"
    UNKNOWN_RECORDING = "unknown-recording"
    UNKNOWN_PERSON = "unknown-person"
    UNDECLARED_DOCUMENT = "undeclared-document"
    # documents
    HEADING_NOT_FOUND = "heading-not-found"
    STAMP_ORDER = "stamp-order"
    BAD_TIME = "bad-time"
    HALVES_DIFFER = "halves-differ"
    SCRIPT_MISMATCH = "script-mismatch"
    IMAGE_NOT_CARRIED = "image-not-carried"
    NO_SECTIONS = "no-sections"
    # chapters and book
    UNKNOWN_EDITION = "unknown-edition"
    CHAPTER_NOT_FOUND = "chapter-not-found"
    CHAPTER_REPEATED = "chapter-repeated"
    CHAPTER_NOT_IN_ORDER = "chapter-not-in-order"
    SOURCE_NOT_FOUND = "source-not-found"
    SECTION_NOT_FOUND = "section-not-found"
    SECTION_AMBIGUOUS = "section-ambiguous"
    SECTION_WITHOUT_TEXT = "section-without-text"
    PARAGRAPH_OUT_OF_RANGE = "paragraph-out-of-range"
    QUOTE_NOT_FOUND = "quote-not-found"
    QUOTE_AMBIGUOUS = "quote-ambiguous"
    TIME_ALREADY_KNOWN = "time-already-known"
    FALSE_KIND = "false-kind"
    SECTION_UNUSED = "section-unused"
    USED_TWICE = "used-twice"
    USED_AND_LEFT_OUT = "used-and-left-out"
    # copy-editing
    CORRECTION_NOT_FOUND = "correction-not-found"
    SECOND_OPINION = "second-opinion"
    SECOND_OPINION_MISSING = "second-opinion-missing"
    STRAY_VARIANT = "stray-variant"
    STRAY_CHARACTER = "stray-character"
    # translations
    PO_SYNTAX = "po-syntax"
    BAD_ENTRY = "bad-entry"
    UNKNOWN_CATALOGUE = "unknown-catalogue"
    TRANSLATION_MISSING = "translation-missing"
    TRANSLATION_STALE = "translation-stale"
    PAIR_DIFFERS = "pair-differs"
    NOTE_UNPRINTED = "note-unprinted"


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one line in one of the book's files."""

    path: str
    """The file, relative to the project's folder, with forward slashes."""
    line: int = 0
    """1-based; 0 means the file as a whole."""
    column: int = 0
    """1-based, in characters; 0 means the line as a whole."""
    width: int = 1
    """How many characters of the line are meant."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One mistake."""

    severity: Severity
    code: Code
    message: str
    """A sentence without a full stop that says what is wrong."""
    place: Place
    hint: str = ""
    """What to do about it."""

    @classmethod
    def error(cls, code: Code, message: str, place: Place, hint: str = "") -> "Diagnostic":
        """A mistake that stops the build."""
        return cls(Severity.ERROR, code, message, place, hint)

    @classmethod
    def warning(cls, code: Code, message: str, place: Place, hint: str = "") -> "Diagnostic":
        """A mistake that lets a draft through; ``check --strict`` makes it an error."""
        return cls(Severity.WARNING, code, message, place, hint)


def in_reading_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The diagnostics without repetition, by file, line and column."""
    unique = dict.fromkeys(diagnostics)
    return tuple(sorted(unique, key=lambda d: (d.place.path, d.place.line, d.place.column, d.code)))
