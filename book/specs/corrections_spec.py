"""``chapters/corrections.yaml`` → the declared corrections of the sources' words."""

from dataclasses import dataclass

from book.diagnostics import Code, Report
from book.model.language import Language
from book.model.localized import Localized
from book.specs.fields import Fields, Reference, each
from book.specs.yaml_values import Scalar, Value


@dataclass(frozen=True, slots=True)
class CorrectionSpec:
    """Words of a source that are wrong, and what is printed for them; nothing where they are left as found."""

    at: tuple[Reference, ...]
    text: Scalar
    to: str | None
    because: Localized


def read_corrections(value: Value, report: Report, printed: tuple[Language, ...] = ()) -> tuple[CorrectionSpec, ...]:
    """The value of ``chapters/corrections.yaml`` → corrections, and oddities that are left as found."""
    fields = Fields(value, "the corrections", ("corrections", "left-as-found"), report, printed)
    corrections = each(fields.sequence("corrections"), lambda item: _correction(item, fields, changes=True))
    left = each(fields.sequence("left-as-found"), lambda item: _correction(item, fields, changes=False))
    return corrections + left


def _correction(value: Value, above: Fields, *, changes: bool) -> CorrectionSpec | None:
    known = ("at", "text", "to", "because") if changes else ("at", "text", "because")
    fields = above.within(value, "a correction", known)
    at = fields.addresses("at", required=True)
    text = fields.scalar("text", required=True)
    to = fields.scalar("to", required=True) if changes else None
    because = fields.localized("because", required=True)
    if text and to and text.text == to.text:
        fields.error(Code.BAD_VALUE, "the correction changes nothing", to.place, "write what is to be printed")
        return None
    if not (at and text and because) or (changes and not to):
        return None
    return CorrectionSpec(at, text, to.text if to else None, because)
