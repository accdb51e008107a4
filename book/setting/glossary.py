"""The term base × the set chapters → the glossary in two languages, with where each name is found."""

import re
from collections.abc import Iterable

from book.languages import profile, translated_into
from book.model.block import ListItem, Paragraph
from book.model.inline import plain_text
from book.model.language import Edition, Language, same_tongue
from book.model.term import Action, Term, TermKind
from book.setting.desk import Desk
from book.setting.galley import GlossaryEntry, GlossaryPart, Locator, SetDivision, SetExtract, SetPassage
from book.text.whole_words import whole_word

Found = dict[str, dict[str, str]]
"""For each term, by division, the first passage that has it."""


def set_glossary(
    found: Found, divisions: Iterable[SetDivision], desk: Desk, edition: Edition, printed: Iterable[Language]
) -> tuple[GlossaryPart, ...]:
    """The names and terms found in a book → its glossary, by kind, each beside its form in another language.

    That is the other language of the edition, else the one that the book, which prints these, is translated into.
    """
    others = [language for language in edition.languages if language != desk.language]
    other = others[0] if others else translated_into(desk.language, printed)
    labels = {division.id: division.label or division.title for division in divisions}
    parts = []
    for kind in TermKind:
        terms = [t for t in desk.copy.terms if t.kind is kind and t.in_glossary and t.id in found]
        terms.sort(key=lambda term: _order(term, edition.languages[0]))
        entries = tuple(_entry(term, found[term.id], labels, desk, other) for term in terms)
        if entries:
            parts.append(GlossaryPart(kind, entries))
    return tuple(parts)


def _order(term: Term, language: Language) -> tuple[str, str]:
    """By the form in the language by which a glossary in this one is sorted."""
    by = profile(language).sorted_by or language
    return term.form(by if term.has(by) else language).casefold(), term.id


def _entry(term: Term, places: dict[str, str], labels: dict[str, str], desk: Desk, other: Language) -> GlossaryEntry:
    own = term.form(desk.language)
    foreign = term.form(other) if term.has(other) else ""
    return GlossaryEntry(
        id=f"t-{term.id}",
        term=own,
        other=foreign if foreign.casefold() != own.casefold() else "",
        other_language=other,
        note=desk.words(term.note),
        locators=tuple(Locator(passage, labels[division]) for division, passage in places.items()),
    )


def find_terms(divisions: Iterable[SetDivision], desk: Desk) -> Found:
    """Where the chapters of an edition print its terms; a longer form hides a shorter."""
    forms = {form: term.id for term in desk.copy.terms for form in _forms(term, desk)}
    if not forms:
        return {}
    longest = sorted(forms, key=len, reverse=True)
    pattern = re.compile("|".join(whole_word(form) for form in longest))
    result: Found = {}
    for division in divisions:
        for passage in _passages(division):
            for found in pattern.finditer(_text(passage)):
                result.setdefault(forms[found.group()], {}).setdefault(division.id, passage.id)
    return result


def _forms(term: Term, desk: Desk) -> Iterable[str]:
    """The forms of a term that the edition prints."""
    if not term.has(desk.language):
        return
    yield term.form(desk.language)
    for variant in term.variants:
        if variant.action is Action.KEEP and same_tongue(variant.language, desk.language):
            yield variant.text


def _passages(division: SetDivision) -> Iterable[SetPassage]:
    for group in division.groups:
        for item in group.items:
            if isinstance(item, SetExtract):
                yield from item.passages


def _text(passage: SetPassage) -> str:
    """What a passage prints, and the name of who speaks in it."""
    contents = (block.content for block in passage.blocks)
    texts = [plain_text(c.inlines) for c in contents if isinstance(c, Paragraph | ListItem)]
    return "\n".join([passage.speaker or "", *texts])
