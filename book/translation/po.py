"""Catalogues ↔ gettext PO files (GNU gettext manual, § 3), as Poedit and Weblate read and write them.

``msgctxt`` is the entry's name; a stale entry is ``fuzzy`` and keeps the text it was written for as ``#|``; where a
text stands is said by its address and not by its line, so that a paragraph put in changes no other entry.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

import polib

from book.diagnostics import Code, Place, Report
from book.languages import MESSAGES, profile
from book.model.address import Address
from book.model.language import Language
from book.model.moment import moment_text
from book.model.term import Term
from book.text.sentinels import LINE_ENDS
from book.translation.catalogue import Catalogue, Entry, Merged, Rendering
from book.translation.messages import Message

_SYNTAX = re.compile(r"\(line (\d+)\)(?::\s*(.+))?")
_STRING = r'"(?:[^"\\]|\\.)*"'
_LINE = re.compile(
    rf"\s*|(?:#~\|?|#\|)?\s*(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s+)?{_STRING}\s*|#(?![~|]).*|#~\s*"
)
_BACK = {stand_in: chr(end) for end, stand_in in LINE_ENDS.items()}


def read_catalogue(text: str, path: str, report: Report) -> Catalogue | None:
    """The text of a PO file → its catalogue, None where it is none; entries with mistakes are left out."""
    for number, line in enumerate(text.split("\n"), 1):
        if not _LINE.fullmatch(line):
            _report_syntax(path, number, report)
            return None
    try:
        # a previous text of an obsolete entry is passed over by polib; a text without a line end would be a file's name
        file = polib.pofile(re.sub(r"(?m)^#~\|", "#|", text).translate(LINE_ENDS) + "\n")
    except (OSError, ValueError) as error:
        found = _SYNTAX.search(str(error))
        _report_syntax(path, int(found.group(1)) if found else 0, report)
        return None
    entries: dict[str, Entry] = {}
    for item in file:
        entry = _entry(item)
        place = Place(path, entry.line)
        known = entries.get(entry.id)
        if not entry.id:
            message = "this entry has no msgctxt, so nobody can tell which passage it translates"
            hint = "delete it; the command 'translate' writes every entry"
            report.error(Code.BAD_ENTRY, message, place, hint)
        elif item.msgid_plural:
            message = f"'{entry.id}' has plural forms, which no text of a book has"
            hint = "delete msgid_plural and write one msgstr without a number"
            report.error(Code.BAD_ENTRY, message, place, hint)
        elif known is None or known.is_obsolete:
            entries[entry.id] = entry
        elif not entry.is_obsolete:
            message = f"'{entry.id}' is translated twice, first in line {known.line}"
            report.error(Code.BAD_ENTRY, message, place, "keep one of the two")
    header = tuple((str(name), str(value).translate(_BACK)) for name, value in file.metadata.items())
    return Catalogue(path, tuple(entries.values()), header)


def _report_syntax(path: str, line: int, report: Report) -> None:
    hint = 'every entry has msgctxt "…", msgid "…" and msgstr "…", with \\" for a quotation mark inside'
    report.error(Code.PO_SYNTAX, "not a line of a gettext PO file", Place(path, line), hint)


def _entry(item: polib.POEntry) -> Entry:
    return Entry(
        id=(item.msgctxt or "").translate(_BACK),
        original=item.msgid.translate(_BACK),
        text=item.msgstr.translate(_BACK),
        is_fuzzy=item.fuzzy,
        previous=(item.previous_msgid or "").translate(_BACK),
        comments=tuple(item.tcomment.translate(_BACK).split("\n")) if item.tcomment else (),
        is_obsolete=bool(item.obsolete),
        line=item.linenum,
    )


def write_catalogue(merged: Merged, header: Iterable[tuple[str, str]], title: str, terms: tuple[Term, ...] = ()) -> str:
    """The messages of a source with their translations → the text of its PO file, with the terms in each named."""
    file = polib.POFile(wrapwidth=0)
    file.metadata = dict(_header(merged.renderings[0].message, dict(header), title))
    for rendering in merged.renderings:
        file.append(_item(rendering.entry, rendering, terms))
    for entry in merged.obsolete:
        file.append(_item(entry, None, ()))
    return str(file).removeprefix("#\n").rstrip("\n") + "\n"


def _header(message: Message, header: dict[str, str], title: str) -> Iterator[tuple[str, str]]:
    """The fields that every catalogue has, and those that translators' programs added."""
    own = {
        "Project-Id-Version": f"{title} {message.source.id}",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Language": _locale(message.target),
        "X-Source-Language": _locale(message.language),
    }
    yield from own.items()
    yield from ((name, value) for name, value in header.items() if name not in own)


def _locale(language: Language) -> str:
    """``zh-Hant`` → ``zh_Hant``: the name of a locale as gettext writes it."""
    return language.replace("-", "_")


def _item(entry: Entry, rendering: Rendering | None, terms: tuple[Term, ...]) -> polib.POEntry:
    item = polib.POEntry(
        msgctxt=entry.id,
        msgid=entry.original,
        msgstr=entry.text,
        tcomment="\n".join(entry.comments),
        obsolete=entry.is_obsolete,
        flags=["fuzzy"] if entry.is_fuzzy else [],
    )
    if entry.previous:
        item.previous_msgid = entry.previous
    if rendering is not None:
        message = rendering.message
        item.comment = "\n".join(_remarks(message, terms))
        item.occurrences = [(message.source.path, "")]
    return item


def _remarks(message: Message, terms: tuple[Term, ...]) -> Iterator[str]:
    """What a translator should know of a message."""
    where = str(Address(message.source.id, message.section.address))
    begins = replace(message.moment, end=None) if message.moment else None
    if time := moment_text(begins, profile(MESSAGES).labels.approximately):
        where += f", {time}"
    yield where + (f", in {message.chapter}" if message.chapter else "")
    speaker = f", {message.speaker.name.any}" if message.speaker else ""
    yield f"{message.kind or 'heading'}{speaker}"
    if message.own is not None:
        yield "the document's own translation; correct it in chapters/corrections.yaml"
    for term in terms:
        if not (term.has(message.language) and term.has(message.target)):
            continue
        own, other = term.form(message.language), term.form(message.target)
        if own != other and any(form in message.text for form in _forms(term, message.language)):
            yield f"term: {own} = {other}"


def _forms(term: Term, language: Language) -> Iterator[str]:
    """The forms in which a text may name a term; one character alone is too often something else."""
    yield term.form(language)
    yield from (variant.text for variant in term.variants if variant.language == language and len(variant.text) > 1)
