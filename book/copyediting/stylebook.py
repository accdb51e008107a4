"""Term base and corrections → the stylebook: what to look for in a text of a source, in each direction."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from book.copyediting.converting import Form, Forms
from book.diagnostics import Code, Report
from book.editorial.resolving import Resolved, Unresolved, resolve
from book.languages import languages, profile
from book.model.address import Address
from book.model.change import Cause
from book.model.language import Language, same_tongue
from book.model.localized import Localized
from book.model.source import Source
from book.model.term import Action, Policy, Term, Variant
from book.scripts.conversion import convert_script
from book.specs.corrections_spec import CorrectionSpec
from book.specs.fields import Reference
from book.specs.terms_spec import OpinionSpec, OverrideSpec, TermSpec, TermsSpec


@dataclass(frozen=True, slots=True)
class Correction:
    """Words of a source, what is printed for them, and why."""

    text: str
    to: str
    because: Localized


@dataclass(slots=True)
class Stylebook:
    """The house style of one book."""

    terms: tuple[Term, ...] = ()
    overrides: tuple[tuple[OverrideSpec, frozenset[Address]], ...] = ()
    opinions: tuple[OpinionSpec, ...] = ()
    corrections: dict[Address, tuple[Correction, ...]] = field(default_factory=dict)
    _forms: dict[tuple[Language, Language, bool, bool], Forms] = field(default_factory=dict, compare=False)
    _without_terms: "Stylebook | None" = field(default=None, compare=False)

    @property
    def without_terms(self) -> "Stylebook":
        """The corrections alone: what a translation depends on, so that no change of a term makes it stale."""
        if not self.terms and not self.overrides:
            return self
        if self._without_terms is None:
            self._without_terms = Stylebook(corrections=self.corrections)
        return self._without_terms

    @property
    def without_entries(self) -> "Stylebook":
        """The style of no book in particular: the punctuation of the region and nothing else."""
        plain = self.without_terms
        return plain if not plain.corrections else _NO_ENTRIES

    @property
    def words(self) -> Iterator[Localized]:
        """What editors wrote in it for readers: the notes on terms, and the reasons of corrections."""
        yield from (term.note for term in self.terms if term.note is not None)
        yield from (c.because for corrections in self.corrections.values() for c in corrections)

    def forms(self, source: Language, target: Language, *, is_editors: bool = False) -> Forms:
        """What to look for in a text in ``source`` when setting ``target``.

        In the editors' own prose wrong and other forms are not replaced: it speaks of them.
        """
        key = (source, target, is_editors, False)
        if key not in self._forms:
            self._forms[key] = Forms(self._collect(source, target, is_editors=is_editors))
        return self._forms[key]

    def marked_forms(self, source: Language) -> Forms:
        """Forms that hold a mark or a space, which the punctuation would change before they could be found.

        They become the term's form in the source's own language, and that is found like any other.
        """
        key = (source, source, False, True)
        if key not in self._forms:
            forms = [
                self._form(variant.text, term, source, source, variant)
                for term in self.terms
                if term.has(source)
                for variant in term.variants
                if variant.language == source
                and variant.action is not Action.KEEP
                and profile(source).set_form(variant.text) != variant.text
            ]
            self._forms[key] = Forms(forms)
        return self._forms[key]

    def _collect(self, source: Language, target: Language, *, is_editors: bool) -> Iterable[Form]:
        for term in self.terms:
            if not (term.has(source) and term.has(target)):
                continue
            if term.policy is not Policy.REVIEW:
                yield self._form(profile(target).set_form(term.form(source)), term, source, target)
            for variant in term.variants:
                if variant.language != source:
                    continue
                text = profile(target).set_form(variant.text)
                if variant.action is Action.KEEP:
                    plain = convert_script(text, source, target)
                    yield Form(text, plain, plain, Cause.SCRIPT, term.id, variant.where)
                elif not is_editors:
                    yield self._form(text, term, source, target, variant)
        if source == target:
            return
        for override, where in self.overrides:
            if override.target == target:
                yield Form(override.text.text, override.result, override.result, Cause.SCRIPT, override.because, where)

    def _form(self, text: str, term: Term, source: Language, target: Language, variant: Variant | None = None) -> Form:
        return Form(
            text,
            term.form(target),
            convert_script(text, source, target),
            Cause.TERM,
            term.id,
            variant.where if variant else frozenset(),
            term.kept,
            variant is not None and variant.action is Action.CORRECT,
        )

    def corrections_at(self, spot: Address) -> tuple[Correction, ...]:
        """The corrections of a section."""
        return self.corrections.get(spot, ())


_NO_ENTRIES = Stylebook()


def compile_stylebook(
    spec: TermsSpec,
    corrections: tuple[CorrectionSpec, ...],
    sources: tuple[Source, ...],
    declared: Collection[str] | None,
    report: Report,
) -> Stylebook:
    """Specs and sources → the stylebook; addresses that name nothing and corrections of absent words are reported.

    ``declared`` names the registry's sources, of which some may have failed to be read: nothing is said of those.
    """
    places = _Places(sources, declared, report)
    book = Stylebook(
        terms=tuple(_term(term, places) for term in spec.terms),
        overrides=tuple((override, places.addresses(override.where)) for override in spec.overrides),
        opinions=spec.opinions,
    )
    for correction in corrections:
        for at in correction.at:
            for address in places.addresses((at,)):
                if not places.has(address, correction.text.text):
                    message = f"these words are not in {at.address}"
                    hint = "write them as they stand in the source; if it has changed, fix or delete the correction"
                    report.error(Code.CORRECTION_NOT_FOUND, message, correction.text.place, hint)
                elif correction.to is not None:
                    entry = Correction(correction.text.text, correction.to, correction.because)
                    book.corrections[address] = (*book.corrections_at(address), entry)
    return book


def _term(spec: TermSpec, places: "_Places") -> Term:
    return Term(
        id=spec.id.text,
        kind=spec.kind,
        forms=_completed(spec.forms),
        policy=spec.policy,
        variants=tuple(
            Variant(variant.text.text, variant.language, variant.action, places.addresses(variant.where))
            for variant in spec.variants
        ),
        kept=places.addresses(spec.keep),
        note=spec.note,
        in_glossary=spec.in_glossary,
    )


def _completed(forms: Localized) -> Localized:
    """The forms of a term → with those in other scripts of the same languages, converted where none was written."""
    texts = dict(forms.texts)
    for language in languages():
        own, text = forms.nearest(language)
        if language not in texts and same_tongue(own, language):
            texts[language] = convert_script(text, own, language)
    return Localized.of(texts)


class _Places:
    """The sections that addresses name."""

    def __init__(self, sources: tuple[Source, ...], declared: Collection[str] | None, report: Report) -> None:
        self.sources = {source.id: source for source in sources}
        self.declared = declared
        self.report = report

    def addresses(self, references: tuple[Reference, ...]) -> frozenset[Address]:
        """Addresses as editors wrote them → the canonical ones; one that names nothing is reported, and kept.

        A form without addresses holds everywhere: one whose only address names nothing must hold nowhere.
        """
        result = set()
        for reference in references:
            match resolve(reference.address, self.sources, self.declared):
                case Resolved() as found:
                    result.add(found.address)
                case Unresolved(code, message, hint):
                    self.report.error(code, message, reference.place, hint)
                    result.add(reference.address)
                case None:
                    result.add(reference.address)
        return frozenset(result)

    def has(self, address: Address, words: str) -> bool:
        """Whether words stand in a section's heading or blocks, in either of its languages."""
        source = self.sources.get(address.source)
        section = next((s for s in source.sections if s.address == address.section), None) if source else None
        if section is None:
            return True
        texts = [section.title, *(block.text for block in section.blocks)]
        texts += [block.mirror.text for block in section.blocks if block.mirror]
        return any(words in text for text in texts)
