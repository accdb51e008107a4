"""``chapters/terms.yaml`` → the term base, overrides of conversion and settled second opinions."""

from dataclasses import dataclass, field

from book.diagnostics import Code, Place, Report
from book.languages import languages
from book.model.language import Language
from book.model.localized import Localized
from book.model.term import Action, Policy, TermKind
from book.scripts.conversion import CONVERSIONS
from book.specs.fields import Fields, Reference, each
from book.specs.yaml_values import Scalar, Value

_TARGETS = tuple(target for _, target in CONVERSIONS)
"""The languages that a text can become by changing its script."""


@dataclass(frozen=True, slots=True)
class VariantSpec:
    """Another form of a term, as an editor wrote it."""

    text: Scalar
    language: Language
    action: Action
    where: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class TermSpec:
    """A term, as an editor wrote it."""

    id: Scalar
    kind: TermKind
    forms: Localized
    policy: Policy
    variants: tuple[VariantSpec, ...]
    keep: tuple[Reference, ...]
    note: Localized | None
    in_glossary: bool


@dataclass(frozen=True, slots=True)
class OverrideSpec:
    """Words that OpenCC converts wrongly, and what they become."""

    text: Scalar
    target: Language
    result: str
    where: tuple[Reference, ...]
    because: str


@dataclass(frozen=True, slots=True)
class OpinionSpec:
    """A difference between two converters that an editor has settled."""

    text: str
    target: Language
    result: str
    other: str
    place: Place


@dataclass(frozen=True, slots=True)
class TermsSpec:
    """What ``chapters/terms.yaml`` says."""

    terms: tuple[TermSpec, ...] = ()
    overrides: tuple[OverrideSpec, ...] = ()
    opinions: tuple[OpinionSpec, ...] = field(default=())


def read_terms(value: Value, report: Report, printed: tuple[Language, ...] = ()) -> TermsSpec:
    """The value of ``chapters/terms.yaml`` → the term base; entries with mistakes are left out."""
    fields = Fields(value, "the term base", ("terms", "conversions", "second-opinions"), report, printed)
    terms = each(fields.sequence("terms"), lambda item: _term(item, fields))
    seen: dict[str, Place] = {}
    for term in terms:
        if term.id.text in seen:
            message = f"duplicate term '{term.id.text}'"
            hint = f"it is already on line {seen[term.id.text].line}; keep one of them"
            report.error(Code.DUPLICATE_KEY, message, term.id.place, hint)
        seen.setdefault(term.id.text, term.id.place)
    overrides = each(fields.sequence("conversions"), lambda item: _override(item, fields))
    opinions = each(fields.sequence("second-opinions"), lambda item: _opinion(item, fields))
    return TermsSpec(terms, overrides, opinions)


def _term(value: Value, above: Fields) -> TermSpec | None:
    known = ("id", "kind", *languages(), "policy", "variants", "keep", "note", "glossary")
    fields = above.within(value, "a term", known)
    mark = above.report.mark
    id = fields.scalar("id", required=True)
    kind = fields.choice("kind", {str(k): k for k in TermKind}, Code.BAD_VALUE, required=True)
    policy = fields.choice("policy", {str(p): p for p in Policy}, Code.BAD_VALUE, required=True)
    forms = fields.in_languages()
    variants = each(fields.sequence("variants"), lambda item: _variant(item, fields))
    in_glossary = fields.flag("glossary", default=True)
    spec_keep = fields.addresses("keep")
    note = fields.localized("note")
    if above.report.since(mark) or not (id and kind and policy and forms.texts):
        return None
    return TermSpec(
        id=id,
        kind=kind,
        forms=forms,
        policy=policy,
        variants=variants,
        keep=spec_keep,
        note=note,
        in_glossary=in_glossary,
    )


def _variant(value: Value, above: Fields) -> VariantSpec | None:
    fields = above.within(value, "a variant", ("text", "lang", "action", "where"))
    text = fields.scalar("text", required=True)
    language = fields.choice("lang", {str(tag): tag for tag in languages()}, Code.UNKNOWN_LANGUAGE, required=True)
    action = fields.choice("action", {str(a): a for a in Action}, Code.BAD_VALUE, required=True)
    where = fields.addresses("where")
    return VariantSpec(text, language, action, where) if text and language and action else None


def _target(fields: Fields) -> tuple[Language, Scalar] | None:
    """The one script that an entry gives a result for."""
    given = [(language, scalar) for language in _TARGETS if (scalar := fields.scalar(language))]
    if len(given) == 1:
        return given[0]
    if fields.doubtful.intersection(_TARGETS):
        return None
    hint = "write 'zh-Hant: …' for what a Simplified text becomes, or 'zh-Hans: …' for a Traditional one"
    fields.error(Code.BAD_VALUE, f"{fields.what} needs its result in one script", fields.place, hint)
    return None


def _override(value: Value, above: Fields) -> OverrideSpec | None:
    fields = above.within(value, "a conversion", ("text", *_TARGETS, "where", "because"))
    text = fields.scalar("text", required=True)
    because = fields.scalar("because", required=True)
    target = _target(fields)
    where = fields.addresses("where")
    if not (text and because and target):
        return None
    return OverrideSpec(text, target[0], target[1].text, where, because.text)


def _opinion(value: Value, above: Fields) -> OpinionSpec | None:
    fields = above.within(value, "a second opinion", ("text", *_TARGETS, "other", "because"))
    text = fields.scalar("text", required=True)
    other = fields.scalar("other", required=True)
    because = fields.scalar("because", required=True)
    target = _target(fields)
    if not (text and other and because and target):
        return None
    return OpinionSpec(text.text, target[0], target[1].text, other.text, text.place)
