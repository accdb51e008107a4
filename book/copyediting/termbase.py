"""The term base → files that translators' tools read: TBX (ISO 30042:2019, TBX-Basic) and CSV (RFC 4180)."""

import csv
import io
from collections.abc import Iterable
from typing import Any

from lxml import etree

from book.languages import languages
from book.model.term import Action, Policy, Term, TermKind

_NAMESPACE = "urn:iso:std:iso:30042:ed-2"
_TBX = f"{{{_NAMESPACE}}}"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

_STATUS = {
    Action.CORRECT: "deprecatedTerm-admn-sts",
    Action.UNIFY: "supersededTerm-admn-sts",
    Action.KEEP: "admittedTerm-admn-sts",
}
"""What TBX-Basic calls a form that is wrong, given up or admitted."""

_FIELDS = {
    TermKind.PERSON: "person",
    TermKind.ORG: "organization",
    TermKind.PRODUCT: "product",
    TermKind.WORK: "work",
    TermKind.TERM: "term",
}


def to_tbx(terms: Iterable[Term], title: str) -> bytes:
    """Terms → a TBX file: one concept each, with its forms in every language and their status."""
    names: dict[Any, str] = {None: _NAMESPACE}
    root = etree.Element(_TBX + "tbx", {"type": "TBX-Basic", "style": "dca", _LANG: languages()[0]}, nsmap=names)
    header = etree.SubElement(root, _TBX + "tbxHeader")
    description = etree.SubElement(header, _TBX + "fileDesc")
    source = etree.SubElement(etree.SubElement(description, _TBX + "sourceDesc"), _TBX + "p")
    source.text = title
    body = etree.SubElement(etree.SubElement(root, _TBX + "text"), _TBX + "body")
    for term in terms:
        _concept(body, term)
    data = etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    assert isinstance(data, bytes)
    return data


def _concept(body: etree._Element, term: Term) -> None:
    entry = etree.SubElement(body, _TBX + "conceptEntry", {"id": f"c-{term.id}"})
    _child(entry, "descrip", _FIELDS[term.kind], type="subjectField")
    for language in (own for own in languages() if term.has(own)):
        section = etree.SubElement(entry, _TBX + "langSec", {_LANG: str(language)})
        if term.note is not None and (note := term.note.written(language)):
            _child(section, "descrip", note, type="definition")
        _form(section, term.form(language), "preferredTerm-admn-sts", str(term.policy))
        for variant in term.variants:
            if variant.language == language:
                _form(section, variant.text, _STATUS[variant.action], "")


def _form(section: etree._Element, text: str, status: str, policy: str) -> None:
    form = etree.SubElement(section, _TBX + "termSec")
    _child(form, "term", text)
    _child(form, "termNote", status, type="administrativeStatus")
    if policy and policy != Policy.CONVERT:
        _child(form, "note", f"policy: {policy}")


def _child(parent: etree._Element, name: str, text: str, **attributes: str) -> None:
    child = etree.SubElement(parent, _TBX + name, attributes)
    child.text = text


def to_csv(terms: Iterable[Term]) -> bytes:
    """Terms → a table with a line each, in UTF-8 with a byte order mark, as spreadsheets want it."""
    terms = tuple(terms)
    tags = [language for language in languages() if any(term.has(language) for term in terms)]
    noted = [tag for tag in tags if any(term.note and term.note.written(tag) for term in terms)]
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(
        ["id", "kind", *tags, "policy", *(f"variants {tag}" for tag in tags), *(f"note {tag}" for tag in noted)]
    )
    for term in terms:
        forms = [term.forms.written(tag) or "" for tag in tags]
        variants = ["; ".join(f"{v.text} ({v.action})" for v in term.variants if v.language == tag) for tag in tags]
        notes = [(term.note.written(tag) or "") if term.note else "" for tag in noted]
        writer.writerow([term.id, term.kind, *forms, term.policy, *variants, *notes])
    return buffer.getvalue().encode("utf-8-sig")
