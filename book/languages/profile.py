"""The profile of a language: everything that the program knows of it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from babel import Locale
from babel.dates import format_date

from book.languages.conventions import Conventions
from book.languages.labels import Labels
from book.model.change import Stage
from book.model.language import Edition, Language

Punctuator = Callable[[str], Iterator[tuple[str, Stage]]]
"""A text → the text after each rule of punctuation that changes it, and the changes."""


@dataclass(frozen=True, slots=True)
class QuotationMarks:
    """The marks of a quotation, and of one inside another."""

    opening: str
    closing: str
    inner_opening: str
    inner_closing: str


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font that a page in the language needs."""

    name: str
    """The name of its file."""
    package: str
    """The package of Debian that holds it."""
    is_embedded: bool = False
    """Whether the style sheet loads it as ``font:NAME``; others are found by their family."""


@dataclass(frozen=True, slots=True)
class LineRules:
    """How lines of Han are composed on a page (CLREQ § 3.1)."""

    stops_keep_square: bool
    """Whether stops are centred in their square and don't give up a half of it, as in Taiwan."""


def _leave_alone(text: str) -> Iterator[tuple[str, Stage]]:
    return iter(())


@dataclass(frozen=True)
class Profile:
    """One language. What is left out has no rule, and nothing is done or checked for it."""

    language: Language
    labels: Labels
    quotation_marks: QuotationMarks
    partner: Language
    """The language that its texts are translated into, and beside which its glossary is set, where the book doesn't
    say otherwise."""
    reads: Callable[[str], bool]
    """Whether a text looks as if it were in this language, by its script."""
    punctuate: Punctuator = _leave_alone
    neighbour: str = ""
    """A letter of the language that may stand right beside a name: a form is looked for as it is set between two."""
    numeral: Callable[[int], str] = str
    """The number of a chapter."""
    titles_are_italic: bool = False
    """Whether titles of works are set in italics."""
    comma_goes_inside: bool = False
    """Whether a comma after a quotation goes inside its marks, and falls away after ``?`` and ``!``."""
    sorted_by: Language | None = None
    """The language by whose forms a glossary is sorted; its own where this is None."""
    count_words: Callable[[str], int] = field(default=lambda text: len(text.split()))
    names: Mapping[str, str] = field(default_factory=dict)
    """What the language calls others, where the house does not follow CLDR."""
    fonts: tuple[FontFile, ...] = ()
    page_style: str = ""
    """CSS for its text on a page (PDF)."""
    screen_style: str = ""
    """CSS for its text in an EPUB."""
    conventions: Conventions = field(default_factory=Conventions)
    """What is known of it for comparing a text with its translation."""
    lines: LineRules | None = None
    """How its lines are composed where its script is Han; None: by the spaces between words."""

    @cached_property
    def locale(self) -> Locale:
        """Its data in CLDR (UTS #35)."""
        return Locale.parse(self.language, sep="-")

    @property
    def enumeration_comma(self) -> str:
        """What is put between the members of a list (CLDR, list patterns)."""
        return str(self.locale.list_patterns["standard"]["middle"]).format("", "")

    def name_of(self, language: Language) -> str:
        """What the language calls another (CLDR, locale display names)."""
        key = language.replace("-", "_")
        return (
            self.names.get(language)
            or self.locale.languages.get(key)
            or str(Locale.parse(key).get_display_name(self.locale))
        )

    def name_of_edition(self, edition: Edition) -> str:
        """What the language calls an edition of the book."""
        first, *others = map(self.name_of, edition.languages)
        if not others:
            return self.labels.edition_in_one.format(language=first)
        return self.labels.edition_in_two.format(first=first, second=others[0])

    def day(self, day: date) -> str:
        """2026-01-31 → ``2026年1月31日``, ``January 31, 2026`` (CLDR, long date)."""
        return format_date(day, "long", locale=self.locale)

    def chapter(self, number: int) -> str:
        """4 → ``第四章``, ``Chapter 4``."""
        return self.labels.chapter.format(number=self.numeral(number))

    def set_form(self, text: str) -> str:
        """A name or term → as it is in a text whose punctuation has been set."""
        text = f"{self.neighbour}{text}{self.neighbour}"
        for changed, _ in self.punctuate(text):
            text = changed
        return text[len(self.neighbour) : len(text) - len(self.neighbour)]
