"""Names and terms: one form in each language, and what to do with the others."""

from dataclasses import dataclass
from enum import StrEnum

from book.model.address import Address
from book.model.language import Language
from book.model.localized import Localized


class TermKind(StrEnum):
    """What a name names."""

    PERSON = "person"
    ORG = "org"
    PRODUCT = "product"
    WORK = "work"
    TERM = "term"


class Policy(StrEnum):
    """What an edition does with a term."""

    LOCK = "lock"
    """Printed as it is, never converted."""
    CONVERT = "convert"
    """The form of one edition replaces that of the other."""
    REVIEW = "review"
    """Nothing is changed; it is listed, and watched."""


class Action(StrEnum):
    """What an edition does with another form of a term."""

    CORRECT = "correct"
    """A wrong form: replaced, and printed in the list of corrections."""
    UNIFY = "unify"
    """An equally right form: replaced by the edition's own."""
    KEEP = "keep"
    """Left as it stands."""


@dataclass(frozen=True, slots=True)
class Variant:
    """Another form in which a source writes a term."""

    text: str
    language: Language
    action: Action
    where: frozenset[Address] = frozenset()
    """The sections where it is found; everywhere where there are none."""


@dataclass(frozen=True, slots=True)
class Term:
    """A name or term of the term base."""

    id: str
    kind: TermKind
    forms: Localized
    policy: Policy
    variants: tuple[Variant, ...] = ()
    kept: frozenset[Address] = frozenset()
    """The sections where a quotation keeps its own words."""
    note: Localized | None = None
    in_glossary: bool = True

    def form(self, language: Language) -> str:
        """The form that an edition in this language prints. Raises KeyError where it has none."""
        written = self.forms.written(language)
        if written is None:
            raise KeyError(language)
        return written

    def has(self, language: Language) -> bool:
        """Whether there is a form in this language."""
        return self.forms.written(language) is not None
