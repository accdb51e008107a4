"""A galley → pandoc's document tree; EPUB and PDF differ only in where a passage's origin stands.

Notes are divisions at the end of their chapter, numbered here: pandoc's own notes would be numbered by
file.
"""

from enum import Enum
from itertools import groupby
from typing import assert_never

from book.editorial.manuscript import Matter
from book.model.block import Kind, ListItem, Paragraph, Verbatim
from book.model.inline import Code, Corrected, Emphasis, Inline, LineBreak, Link, Literal, Strong, Text
from book.model.moment import TimeBasis
from book.setting.galley import (
    Entry,
    Galley,
    GlossaryEntry,
    Origin,
    Reference,
    SetBlock,
    SetDivision,
    SetExtract,
    SetNote,
    SetPassage,
)
from book.writers import pandoc_tree as tree
from book.writers.gaps import set_gaps
from book.writers.pandoc_tree import Node

_SEMANTICS = {Matter.FRONT: "preface", Matter.BODY: "chapter", Matter.BACK: "afterword"}
_ROLES = {Matter.FRONT: "doc-preface", Matter.BODY: "doc-chapter", Matter.BACK: "doc-afterword"}


_WORD_JOINER = "\u2060"
"""Keeps two lines from parting where it stands (UAX #14, class WJ)."""


class Beside(Enum):
    """Where the time, document and kind of a passage stand."""

    ABOVE = "above"
    """In a line of their own above it: where there is no margin."""
    MARGIN = "margin"
    """Inside its first line, from where a style sheet moves them into the margin. They are never parted
    from that line by the end of a page, and no paragraph is interrupted by them."""


def write(galley: Galley, beside: Beside) -> Node:
    """A galley → the document that pandoc turns into EPUB or HTML."""
    meta = {
        "title": tree.meta_text(galley.title),
        "lang": tree.meta_string(galley.language),
        "identifier": tree.meta_string(galley.identifier),
        "date": tree.meta_string(galley.date.isoformat()),
        "toc-title": tree.meta_text(galley.labels.contents),
    }
    for name, value in (("subtitle", galley.subtitle), ("creator", galley.editor), ("rights", galley.rights)):
        if value:
            meta[name] = tree.meta_text(value)
    writer = _Writer(galley, beside)
    blocks: list[Node] = []
    for division in galley.divisions:
        blocks += writer.division(division)
    blocks += writer.glossary() + writer.apparatus() + writer.colophon()
    return tree.document(meta, set_gaps(blocks) if beside is Beside.MARGIN else blocks)


class _Writer:
    def __init__(self, galley: Galley, beside: Beside) -> None:
        self.galley = galley
        self.beside = beside
        self.labels = galley.labels

    def division(self, division: SetDivision) -> list[Node]:
        """A chapter: its heading, its groups, its notes."""
        label = [tree.span(tree.words(division.label), "label"), tree.SPACE] if division.label else []
        semantics = {"epub:type": _SEMANTICS[division.matter], "role": _ROLES[division.matter]}
        title = label + tree.words(division.title)
        blocks = [tree.header(1, title, str(division.matter), id=division.id, pairs=semantics)]
        for group in division.groups:
            if group.heading:
                blocks.append(tree.header(2, tree.words(group.heading), id=group.id))
            for item in group.items:
                match item:
                    case SetExtract():
                        blocks.append(self.extract(item, division))
                    case SetNote():
                        blocks.append(self.note(item, is_plain=division.matter is Matter.FRONT))
                    case _:
                        assert_never(item)
        return blocks + self.references(division)

    def extract(self, extract: SetExtract, division: SetDivision) -> Node:
        """Passages with what stands beside them and, at the end of the last, the number of their note."""
        origin = self.origin(extract.origin)
        blocks: list[Node] = []
        head: list[Node] = []
        if self.beside is Beside.ABOVE:
            blocks.append(tree.division([tree.paragraph(origin)], "origin"))
        else:
            head.append(tree.span(origin, "origin"))
        if extract.heading:
            blocks.append(tree.division([tree.paragraph(head + self.inlines(extract.heading))], "source-heading"))
            head = []
        last = len(extract.passages) - 1
        for number, passage in enumerate(extract.passages):
            call = self.call(division, extract.note) if number == last else []
            blocks.append(self.passage(passage, head if number == 0 else [], call))
        return tree.division(blocks, "extract")

    def origin(self, origin: Origin) -> list[Node]:
        """When, in which document, of which recording, what kind of text."""
        parts: list[Node] = []
        if origin.time:
            time = tree.words(origin.time)
            parts.append(tree.span([tree.link(time, origin.time_target)] if origin.time_target else time, "time"))
        for name, text in (("source", origin.source), ("kind", origin.kind), ("recording", origin.recording)):
            if text:
                parts += [*([tree.SPACE] if parts else []), tree.span(tree.words(text), name)]
        return parts

    def passage(self, passage: SetPassage, head: list[Node], call: list[Node]) -> Node:
        """One passage with all that a checker needs to find its source."""
        data = {
            "data-source": passage.source,
            "data-address": passage.address,
            "data-lines": f"{passage.lines.first}-{passage.lines.last}",
            "data-kind": str(passage.kind),
            "data-speaker": passage.speaker or "",
        }
        if passage.moment is not None and passage.moment.basis is not TimeBasis.NONE:
            data |= {"data-time": str(passage.moment.start), "data-time-basis": str(passage.moment.basis)}
        language = passage.blocks[0].language
        if language is not self.galley.language:
            data["lang"] = str(language)
        name = head
        after: list[Node] = []
        if passage.kind is Kind.TRANSCRIPT and passage.speaker:
            name = [*head, tree.span(tree.words(passage.speaker + self.labels.colon), "speaker")]
        if passage.kind is Kind.QUOTATION and passage.speaker:
            after = [tree.division([tree.paragraph(tree.words(self.labels.dash + passage.speaker))], "attribution")]
        blocks = self.blocks(passage.blocks, name, call)
        return tree.division(blocks + after, "passage", str(passage.kind), id=passage.id, pairs=data)

    def note(self, note: SetNote, *, is_plain: bool) -> Node:
        """The editor's prose: marked as such, but in the front matter, which is all the editor's."""
        data = {"data-kind": str(Kind.EDITORIAL)}
        if is_plain:
            return tree.division(self.blocks(note.blocks), "editorial", id=note.id, pairs=data)
        label = tree.division([tree.paragraph(tree.words(note.label))], "note-label")
        return tree.division([label, *self.blocks(note.blocks)], "editorial", "boxed", id=note.id, pairs=data)

    def blocks(
        self, blocks: tuple[SetBlock, ...], before: list[Node] | None = None, after: list[Node] | None = None
    ) -> list[Node]:
        """Blocks → pandoc's; ``before`` opens the first and ``after`` closes the last."""
        result: list[Node] = []
        count = 0
        for is_item, run in groupby(blocks, key=lambda block: _list_of(block)):
            items: list[list[Node]] = []
            first = 1
            for block in run:
                count += 1
                head = (before or []) if count == 1 else []
                tail = (after or []) if count == len(blocks) else []
                match block.content:
                    case Paragraph(inlines):
                        result.append(tree.paragraph(head + self.inlines(inlines) + tail))
                    case Verbatim(content):
                        result += [tree.paragraph(head)] if head else []
                        result.append(tree.code_block(content))
                        result += [tree.paragraph(tail)] if tail else []
                    case ListItem(inlines, ordinal):
                        first = ordinal if ordinal is not None and not items else first
                        items.append([tree.paragraph(head + self.inlines(inlines) + tail)])
                    case _:
                        assert_never(block.content)
            if is_item is not None:
                result.append(tree.ordered_list(items, first) if is_item else tree.bullet_list(items))
        return result

    def inlines(self, inlines: tuple[Inline, ...]) -> list[Node]:
        """Inlines → pandoc's."""
        result: list[Node] = []
        for inline in inlines:
            match inline:
                case Text(content) | Literal(content):
                    result += tree.words(content)
                case Code(content):
                    result.append(tree.code(content))
                case LineBreak():
                    result.append(tree.line_break())
                case Strong(inner):
                    result.append(tree.strong(self.inlines(inner)))
                case Emphasis(inner):
                    result.append(tree.emphasis(self.inlines(inner)))
                case Corrected(inner):
                    result.append(tree.span(self.inlines(inner), "corrected"))
                case Link(inner, target):
                    result.append(tree.link(self.inlines(inner), target))
                case _:
                    assert_never(inline)
        return result

    def call(self, division: SetDivision, number: int) -> list[Node]:
        """The raised number that calls a note; on a page it never begins a line (CLREQ § 3.1.3)."""
        pairs = {
            "epub:type": "noteref",
            "role": "doc-noteref",
            "aria-label": self.labels.note_name.format(number=number),
        }
        target, id = f"#{_note_id(division, number)}", _call_id(division, number)
        raised = tree.superscript([tree.link(tree.words(str(number)), target, id=id, pairs=pairs)])
        return [raised] if self.beside is Beside.ABOVE else [*tree.words(_WORD_JOINER), raised]

    def references(self, division: SetDivision) -> list[Node]:
        """The notes at a chapter's end.

        Readers that show notes as pop-ups hide them in the text, and would leave a heading standing over
        nothing: in an EPUB the notes are named by a label instead.
        """
        if not division.references:
            return []
        if self.beside is Beside.ABOVE:
            semantics = {"epub:type": "footnotes", "aria-label": self.labels.notes}
            notes = [self.reference(division, reference) for reference in division.references]
            return [tree.division(notes, "notes", id=f"notes-{division.id}", pairs=semantics)]
        heading = tree.header(2, tree.words(self.labels.notes), "notes", "unlisted", id=f"notes-{division.id}")
        return [heading, *(self.reference(division, r) for r in division.references)]

    def reference(self, division: SetDivision, reference: Reference) -> Node:
        """One note, with the way back to its call."""
        pairs = {"role": "doc-backlink", "aria-label": self.labels.back_to_text}
        back = tree.link(
            tree.words(f"{reference.number}."), f"#{_call_id(division, reference.number)}", "back", pairs=pairs
        )
        text = tree.paragraph([back, tree.SPACE, *self.inlines(reference.inlines)])
        semantics = {"epub:type": "footnote", "role": "doc-footnote"}
        return tree.division([text], "reference", id=_note_id(division, reference.number), pairs=semantics)

    def glossary(self) -> list[Node]:
        """Names and terms in two languages, and where they are found: by page in print, else by chapter."""
        if not self.galley.glossary:
            return []
        semantics = {"epub:type": "glossary", "role": "doc-glossary"}
        blocks = [tree.header(1, tree.words(self.labels.glossary), "backmatter", id="glossary", pairs=semantics)]
        for number, part in enumerate(self.galley.glossary, 1):
            blocks.append(tree.header(2, tree.words(part.heading), id=f"glossary-{number}"))
            blocks += [self.glossary_entry(entry) for entry in part.entries]
        return blocks

    def glossary_entry(self, entry: GlossaryEntry) -> Node:
        """One name or term."""
        head = [tree.span(tree.words(entry.term), "term")]
        if entry.other:
            head += [tree.SPACE, tree.span(tree.words(entry.other), "other", lang=str(entry.other_language))]
        blocks = [tree.paragraph(head)]
        locators: list[Node] = []
        for locator in entry.locators:
            label = tree.words(locator.label) if self.beside is Beside.ABOVE else []
            gap = tree.words(self.labels.enumeration_comma) if locators and self.beside is Beside.ABOVE else []
            locators += [*gap, tree.link(label, f"#{locator.passage}", "page")]
            locators += [tree.SPACE] if self.beside is Beside.MARGIN else []
        note = tree.words(entry.note) + ([tree.SPACE] if entry.note else [])
        blocks.append(tree.paragraph([*note, tree.span(locators, "found")]))
        return tree.division(blocks, "glossary-entry", id=entry.id)

    def apparatus(self) -> list[Node]:
        """The list of sources, and what was left out."""
        apparatus, labels = self.galley.apparatus, self.labels
        semantics = {"epub:type": "bibliography", "role": "doc-bibliography"}
        blocks = [tree.header(1, tree.words(labels.sources), "backmatter", id="sources", pairs=semantics)]
        for id, name, intro, entries in (
            ("recordings", labels.recordings, "", apparatus.recordings),
            ("documents", labels.documents, "", apparatus.documents),
            ("corrections", labels.corrections, labels.corrections_intro, apparatus.corrections),
            ("left-out", labels.left_out, labels.left_out_intro, apparatus.omissions),
        ):
            if entries:
                blocks.append(tree.header(2, tree.words(name), id=f"sources-{id}"))
                blocks += [tree.paragraph(tree.words(intro))] if intro else []
                blocks += [self.entry(entry) for entry in entries]
        return blocks

    def entry(self, entry: Entry) -> Node:
        """One entry of the list of sources."""
        name = tree.division([tree.paragraph(self.inlines(entry.name))], "name")
        return tree.division([name, *(tree.paragraph(self.inlines(d)) for d in entry.details)], "entry")

    def colophon(self) -> list[Node]:
        """The imprint."""
        semantics = {"epub:type": "colophon", "role": "doc-colophon"}
        heading = tree.header(1, tree.words(self.labels.colophon), "backmatter", id="colophon", pairs=semantics)
        entries = [(tree.words(name), [tree.paragraph(tree.words(text))]) for name, text in self.galley.colophon]
        return [heading, tree.definition_list(entries)]


def _list_of(block: SetBlock) -> bool | None:
    """Whether a block is an entry of a numbered list, of another, or of none."""
    return block.content.ordinal is not None if isinstance(block.content, ListItem) else None


def _note_id(division: SetDivision, number: int) -> str:
    return f"n-{division.id}-{number}"


def _call_id(division: SetDivision, number: int) -> str:
    return f"r-{division.id}-{number}"
