"""Terms of a text → whether the translation calls them by the name that the term base has for them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from book.languages import profile
from book.model.language import Language
from book.model.term import Action, Policy, Term, TermKind
from book.text.sentinels import COUNTED
from book.text.whole_words import whole_word


@dataclass(frozen=True, slots=True)
class Missing:
    """A term of the original that the translation does not name."""

    term: Term
    written: str
    """Its form in the original."""
    accepted: tuple[str, ...]
    """Any of these would do."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """A wrong form of a name in the translation."""

    written: str
    right: str


def missing_terms(
    original: str, translation: str, source: Language, target: Language, terms: Sequence[Term]
) -> Iterator[Missing]:
    """A pair → the terms of the original for which none of the accepted forms is in the translation."""
    done: set[str] = set()
    for written, term in terms_in(original, source, tuple(terms)):
        if term.id in done or not _is_watched(term):
            continue
        if term.kind is TermKind.PERSON and term.has(source) and written != term.form(source):
            continue
        done.add(term.id)
        if not term.has(target):
            continue
        accepted = accepted_forms(term, target)
        if not any(_pattern(form, term.kind, target).search(translation) for form in accepted):
            yield Missing(term, written, accepted)


def _is_watched(term: Term) -> bool:
    """Whether a translation must keep to the term.

    What no glossary explains (信息, 通过, 项目) is in the term base for the sake of its two Chinese forms, and
    English has many words for it.
    """
    return term.kind is not TermKind.TERM or (term.policy is not Policy.REVIEW and term.in_glossary)


def wrong_forms(translation: str, target: Language, terms: Sequence[Term]) -> Iterator[Wrong]:
    """A translation → the forms in it that the term base says are wrong."""
    for term in terms:
        for variant in term.variants:
            if variant.language == target and variant.action is Action.CORRECT and _written(variant.text, translation):
                yield Wrong(variant.text, term.form(target))


def accepted_forms(term: Term, target: Language) -> tuple[str, ...]:
    """A term → the forms of a language that a translation may use; a person's family or given name alone will do."""
    forms = [term.form(target)]
    forms += [v.text for v in term.variants if v.language == target and v.action is Action.KEEP]
    if term.kind is TermKind.PERSON:
        forms += [part for part in profile(target).conventions.name_parts(forms[0]) if part not in forms]
    return tuple(forms)


def terms_in(text: str, language: Language, terms: tuple[Term, ...]) -> list[tuple[str, Term]]:
    """A text → the terms in it as they are written, each form once; a longer form hides the shorter ones in it."""
    found: list[tuple[str, Term]] = []
    for form, term in _forms(language, terms):
        if form in text and (places := _places(form, text)):
            found.append((form, term))
            for start in places:
                text = text[:start] + COUNTED * len(form) + text[start + len(form) :]
    return found


@lru_cache(maxsize=16)
def _forms(language: Language, terms: tuple[Term, ...]) -> tuple[tuple[str, Term], ...]:
    forms = {v.text: term for term in terms for v in term.variants if v.language == language}
    forms |= {term.form(language): term for term in terms if term.has(language)}
    return tuple(sorted(forms.items(), key=lambda item: -len(item[0])))


def _places(form: str, text: str) -> list[int]:
    return [m.start() for m in re.finditer(whole_word(form), text)]


def _written(form: str, text: str) -> bool:
    return bool(re.search(whole_word(form), text))


@lru_cache(maxsize=4096)
def _pattern(form: str, kind: TermKind, language: Language) -> re.Pattern[str]:
    """An accepted form → what finds it: in any case, with spaces or hyphens, inflected, ``open and closed source``."""
    words = [re.escape(word).replace("’", "['’]") for word in re.split(r"[\s-]+", form)]
    last = form.split()[-1]
    if kind is TermKind.TERM and last == last.lower():
        words[-1] = profile(language).conventions.inflected(words[-1])
    elif form[-1].isalpha() and form[-1].isascii():
        words[-1] += r"(?:s|['’]s)?"
    between = r"(?:[\s-]+(?:and|or|vs\.?|versus)\s+\w+)?[\s-]+" if kind is TermKind.TERM else r"[\s-]+"
    return re.compile(whole_word(form, between.join(words)), re.IGNORECASE)
