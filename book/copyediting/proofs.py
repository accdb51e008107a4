"""What a proofreader looks for in every text of an edition, by program."""

from book.copyediting.differences import RevisedText, revised_texts
from book.copyediting.revisions import Revisions
from book.copyediting.stylebook import Stylebook
from book.diagnostics import Code, Place, Report
from book.model.language import Language
from book.model.source import Source
from book.scripts.conversion import exclusive, other_scripts

TERMS = "chapters/terms.yaml"


def proof(source: Source, target: Language, revisions: Revisions, report: Report) -> None:
    """Report characters of the other script, and forms of terms that the term base replaces, still in an edition."""
    for text in revised_texts(source, target, revisions.printed):
        _stray_characters(text, target, report)
        _stray_variants(text, target, revisions.style, report)


def _stray_characters(text: RevisedText, target: Language, report: Report) -> None:
    stray = {c for c in text.revision.text for other in other_scripts(target) if exclusive(c, other)}
    if stray:
        message = f"the edition {target} still has {'、'.join(sorted(stray))}, which only the other script writes"
        hint = f"add an entry under 'conversions' in {TERMS}"
        report.error(Code.STRAY_CHARACTER, message, Place(text.source.path, text.wording.lines.first), hint)


def _stray_variants(text: RevisedText, target: Language, style: Stylebook, report: Report) -> None:
    forms = style.forms(target, target)
    for _, form in forms.everywhere(text.revision.text):
        if form.text == form.result or text.wording.id.address in form.kept:
            continue
        message = f"the edition {target} has '{form.text}', for which the term '{form.why}' gives '{form.result}'"
        hint = f"add a variant to the term in {TERMS}, with the place where it is found"
        place = Place(text.source.path, text.wording.lines.first)
        report.error(Code.STRAY_VARIANT, message, place, hint)


def compare_converters(source: Source, target: Language, revisions: Revisions, report: Report) -> None:
    """Report where a second, segmenting converter reads a source otherwise, and no editor has settled it."""
    ours = revised_texts(source, target, revisions.printed)
    theirs = revised_texts(source, target, revisions.second_opinions)
    for one, other in zip(ours, theirs, strict=True):
        _differing(one, other.revision.text, target, revisions.style, report)


def _differing(text: RevisedText, other: str, target: Language, style: Stylebook, report: Report) -> None:
    own = text.revision.text
    for place, (mine, theirs) in enumerate(zip(own, other, strict=False)):
        if mine != theirs and not _is_settled(own, other, place, target, style):
            around = slice(max(place - 4, 0), place + 5)
            message = f"'{own[around]}' in the edition {target}: a second converter has '{other[around]}'"
            hint = f"settle it under 'second-opinions' in {TERMS}, or correct it under 'conversions'"
            where = Place(text.source.path, text.wording.lines.first)
            report.warning(Code.SECOND_OPINION, message, where, hint)


def _is_settled(own: str, other: str, place: int, target: Language, style: Stylebook) -> bool:
    """Whether an entry gives our reading, and the other one, of the words around a place."""
    for opinion in style.opinions:
        if opinion.target != target:
            continue
        start = own.find(opinion.result, max(place - len(opinion.result) + 1, 0))
        if 0 <= start <= place and other[start : start + len(opinion.result)] == opinion.other:
            return True
    return False
