"""A galley → pandoc's document tree, for a medium.

Notes are divisions at the end of their chapter, numbered here: pandoc's own notes would be numbered by
file.
"""

from collections.abc import Sequence
from itertools import compress, groupby
from typing import assert_never

from book.editorial.manuscript import Matter
from book.model.block import Kind, ListItem, Paragraph, Verbatim
from book.model.inline import Gloss
from book.model.span import LineRange
from book.setting.galley import Galley, Origin, Reference, SetBlock, SetDivision, SetExtract, SetNote, SetPassage
from book.writers import pandoc_tree as tree
from book.writers.backmatter import back_matter
from book.writers.endings import keep_endings
from book.writers.gaps import set_gaps
from book.writers.medium import Medium
from book.writers.pandoc_tree import Node
from book.writers.sides import Side, Sides, letter

_SEMANTICS = {Matter.FRONT: "preface", Matter.BODY: "chapter", Matter.BACK: "afterword"}
_ROLES = {Matter.FRONT: "doc-preface", Matter.BODY: "doc-chapter", Matter.BACK: "doc-afterword"}


def write(galley: Galley, medium: Medium) -> Node:
    """A galley → its document for a medium, as pandoc reads it.

    Raises ValueError where the sides of a galley in two languages do not match item by item.
    """
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
    galleys = (galley, galley.second) if galley.second else (galley,)
    medium = medium.in_two_languages() if galley.second else medium
    sides = Sides(tuple(Side(version, medium) for version in galleys))
    blocks: list[Node] = []
    for versions in zip(*(version.divisions for version in galleys), strict=True):
        blocks += _Writer(sides.within(versions), medium).division(versions)
    blocks += back_matter(sides, medium)
    return tree.document(meta, keep_endings(set_gaps(blocks)) if medium.breaks_lines else blocks)


class _Writer:
    """Writes a chapter. ``versions`` are always the same thing on each side."""

    def __init__(self, sides: Sides, medium: Medium) -> None:
        self.sides = sides
        self.medium = medium

    def division(self, versions: Sequence[SetDivision]) -> list[Node]:
        """A chapter: its heading, its groups, its notes."""
        lead = versions[0]
        semantics = {"epub:type": _SEMANTICS[lead.matter], "role": _ROLES[lead.matter]}
        title = self.sides.line([_title(division) for division in versions])
        blocks = [tree.header(1, title, str(lead.matter), id=lead.id, pairs=semantics)]
        for groups in zip(*(division.groups for division in versions), strict=True):
            if groups[0].heading:
                heading = self.sides.line([tree.words(group.heading or "") for group in groups])
                blocks.append(tree.header(2, heading, id=groups[0].id))
            for items in zip(*(group.items for group in groups), strict=True):
                match items[0]:
                    case SetExtract():
                        blocks.append(self.extract([i for i in items if isinstance(i, SetExtract)], lead))
                    case SetNote():
                        notes = [i for i in items if isinstance(i, SetNote)]
                        blocks.append(self.note(notes, is_plain=lead.matter is Matter.FRONT))
                    case _:
                        assert_never(items[0])
        return blocks + self.references(versions) + self.glosses(versions)

    def extract(self, versions: Sequence[SetExtract], division: SetDivision) -> Node:
        """Passages with what appears beside them and, at the end of the last, the number of their note."""
        lead = versions[0]
        in_margin = self.medium.has_margin
        origins = [
            _origin(extract.origin, " " if in_margin else side.labels.between, is_lead=extract is lead)
            for side, extract in zip(self.sides.each, versions, strict=True)
        ]
        blocks: list[Node] = []
        head: list[Node] = []
        if in_margin:
            head = [tree.span(origins[0], "origin")]
        else:
            blocks.append(tree.division(self.sides.paragraphs(origins), "origin"))
        if lead.heading:
            headings = [
                side.inlines(e.heading.inlines if e.heading else ())
                for side, e in zip(self.sides.each, versions, strict=True)
            ]
            headings[0] = head + headings[0]
            blocks.append(tree.division(self.sides.paragraphs(headings), "source-heading"))
            head = []
        last = len(lead.passages) - 1
        for number, passages in enumerate(zip(*(extract.passages for extract in versions), strict=True)):
            call = self.call(division, lead.note) if number == last else []
            blocks.append(self.passage(passages, head if number == 0 else [], call))
        return tree.division(blocks, "extract")

    def passage(self, versions: Sequence[SetPassage], head: list[Node], call: list[Node]) -> Node:
        """One passage with all that a checker needs to find its source."""
        lead = versions[0]
        heads: list[list[Node]] = [[] for _ in versions]
        heads[0] = head
        after: list[Node] = []
        if lead.speaker and lead.kind is Kind.TRANSCRIPT:
            heads = [
                [*own, tree.span(tree.words(f"{passage.speaker}{side.labels.colon}"), "speaker")]
                for own, side, passage in zip(heads, self.sides.each, versions, strict=True)
            ]
        if lead.speaker and lead.kind is Kind.QUOTATION:
            names = [
                tree.words(f"{side.labels.dash}{passage.speaker}")
                for side, passage in zip(self.sides.each, versions, strict=True)
            ]
            after = [tree.division(self.sides.paragraphs(names), "attribution")]
        blocks = self.blocks([passage.blocks for passage in versions], heads, call)
        return tree.division(blocks + after, "passage", str(lead.kind), id=lead.id, pairs=_data(lead))

    def note(self, versions: Sequence[SetNote], *, is_plain: bool) -> Node:
        """The editor's prose: marked as such, but in the front matter, which is all the editor's."""
        data = {"data-kind": str(Kind.EDITORIAL)}
        blocks = self.blocks([note.blocks for note in versions])
        if is_plain:
            return tree.division(blocks, "editorial", id=versions[0].id, pairs=data)
        label = tree.division(self.sides.paragraphs([tree.words(note.label) for note in versions]), "note-label")
        return tree.division([label, *blocks], "editorial", "boxed", id=versions[0].id, pairs=data)

    def blocks(
        self,
        versions: Sequence[tuple[SetBlock, ...]],
        heads: list[list[Node]] | None = None,
        call: list[Node] | None = None,
    ) -> list[Node]:
        """Blocks → pandoc's, paired block by block; ``heads`` open the first and ``call`` closes the last.

        An editor may part prose into paragraphs in one way in one language and otherwise in the other: then all
        of it is one pair.
        """
        if len({len(version) for version in versions}) > 1:
            return self.sides.blocks(
                [
                    _Writer(Sides((side,)), self.medium).blocks([v])
                    for side, v in zip(self.sides.each, versions, strict=True)
                ]
            )
        result: list[Node] = []
        rows = list(zip(*versions, strict=True))
        last = len(rows) - 1
        numbered = enumerate(rows)
        for is_numbered, run in groupby(numbered, key=lambda row: _list_of(row[1][0])):
            items: list[list[Node]] = []
            first = 1
            for number, row in run:
                opening = heads if heads and number == 0 else [[] for _ in row]
                closing = call if call and number == last else []
                written = [
                    self.block(block, side, head, closing if side is self.sides.lead else [])
                    for block, side, head in zip(row, self.sides.each, opening, strict=True)
                ]
                nodes = self.sides.blocks(written, [_half_data(block, row[0]) for block in row])
                if is_numbered is None:
                    result += nodes
                    continue
                content = row[0].content
                if not items and isinstance(content, ListItem) and content.ordinal is not None:
                    first = content.ordinal
                items.append(nodes)
            if is_numbered is not None:
                result.append(tree.ordered_list(items, first) if is_numbered else tree.bullet_list(items))
        return result

    def block(self, block: SetBlock, side: Side, head: list[Node], tail: list[Node]) -> list[Node]:
        """One block on one side; one without a translation is marked, and beside its original not said again."""
        match block.content:
            case Paragraph(inlines) | ListItem(inlines):
                if not block.is_untranslated:
                    return [tree.paragraph(head + side.inlines(inlines) + tail)]
                mark = tree.span(tree.words(f"[{side.labels.untranslated}]"), "mark")
                if self.sides.is_pair and side is not self.sides.lead:
                    return [tree.division([tree.paragraph([*head, mark])], "untranslated")]
                original = tree.span(side.inlines(inlines), lang=str(block.language))
                return [tree.division([tree.paragraph([*head, original, tree.SPACE, mark, *tail])], "untranslated")]
            case Verbatim(content):
                nodes = [tree.paragraph(head)] if head else []
                code = tree.code_block(content)
                if block.language != side.language:
                    code = tree.division([code], pairs={"lang": str(block.language)})
                return [*nodes, code, *([tree.paragraph(tail)] if tail else [])]
            case _:
                assert_never(block.content)

    def call(self, division: SetDivision, number: int) -> list[Node]:
        """The raised number that calls a note."""
        side = self.sides.lead
        name = side.labels.note_name.format(number=number)
        return side.call(str(number), name, _note_id(division, number), _call_id(division, number))

    def references(self, versions: Sequence[SetDivision]) -> list[Node]:
        """The notes at a chapter's end."""
        lead = versions[0]
        if not lead.references:
            return []
        notes = [
            self.reference(lead, references)
            for references in zip(*(division.references for division in versions), strict=True)
        ]
        return self.note_list(f"notes-{lead.id}", [side.labels.notes for side in self.sides.each], notes)

    def note_list(self, id: str, names: list[str], notes: list[Node]) -> list[Node]:
        """Notes under their heading.

        Reading systems that show notes as pop-ups hide them in the text, which would leave a heading over
        nothing: for them the notes are named by a label instead.
        """
        if self.medium.notes_pop_up:
            semantics = {"epub:type": "footnotes", "aria-label": " ".join(names)}
            return [tree.division(notes, "notes", id=id, pairs=semantics)]
        heading = tree.header(2, self.sides.line([tree.words(n) for n in names]), "notes", "unlisted", id=id)
        return [heading, *notes]

    def reference(self, division: SetDivision, versions: Sequence[Reference]) -> Node:
        """One note, with the way back to its call."""
        lead = versions[0]
        label = self.sides.lead.labels.back_to_text
        back = _back(f"{lead.number}.", _call_id(division, lead.number), label)
        texts = [side.inlines(r.inlines) for side, r in zip(self.sides.each, versions, strict=True)]
        texts[0] = [back, tree.SPACE, *texts[0]]
        return _note(self.sides.paragraphs(texts), _note_id(division, lead.number))

    def glosses(self, versions: Sequence[SetDivision]) -> list[Node]:
        """The translator's notes at a chapter's end, each in the language of the text that calls it."""
        notes = [
            self.gloss(gloss, side)
            for side, division in zip(self.sides.each, versions, strict=True)
            for gloss in division.glosses
        ]
        if not notes:
            return []
        own = [bool(division.glosses) or not self.medium.notes_pop_up for division in versions]
        names = [side.labels.translators_notes for side in compress(self.sides.each, own)]
        return self.note_list(f"glosses-{versions[0].id}", names, notes)

    def gloss(self, gloss: Gloss, side: Side) -> Node:
        """One translator's note, with the way back to its call."""
        id = side.gloss_id(gloss.number)
        back = _back(f"{letter(gloss.number)}.", f"call-{id}", side.labels.back_to_text)
        text = tree.paragraph([back, tree.SPACE, *side.inlines(gloss.inlines)])
        return _note([text], id, {"lang": str(side.language)} if self.sides.is_pair else {})


def _title(division: SetDivision) -> list[Node]:
    label = [tree.span(tree.words(division.label), "label"), tree.SPACE] if division.label else []
    return [*label, tree.span(tree.words(division.title), "name")]


def _origin(origin: Origin, between: str, *, is_lead: bool) -> list[Node]:
    """When, in which document, of which recording, what kind of text; the time is said once for a pair."""
    parts: list[Node] = []
    if origin.time and is_lead:
        time = tree.words(origin.time)
        parts.append(tree.span([tree.link(time, origin.time_target)] if origin.time_target else time, "time"))
    for name, text in (("source", origin.source), ("kind", origin.kind), ("recording", origin.recording)):
        if text:
            parts += [*(tree.words(between) if parts else []), tree.span(tree.words(text), name)]
    return parts


def _data(passage: SetPassage) -> dict[str, str]:
    """What a checker needs to find a passage's source."""
    data = {
        "data-source": passage.source,
        "data-address": passage.address,
        "data-lines": _range(passage.lines),
        "data-mirror-lines": _range(passage.mirror_lines),
        "data-kind": str(passage.kind),
        "data-speaker": passage.speaker or "",
    }
    if passage.moment is not None:
        data |= {"data-time": str(passage.moment.start.seconds), "data-time-basis": str(passage.moment.basis)}
    if passage.unit is not None:
        data["data-unit"] = f"{passage.unit.name} {passage.unit.first}-{passage.unit.last}"
    statuses = dict.fromkeys(str(block.status) for block in passage.blocks if block.status)
    return data | ({"data-translation": " ".join(statuses)} if statuses else {})


def _range(lines: LineRange | None) -> str:
    return f"{lines.first}-{lines.last}" if lines else ""


def _half_data(block: SetBlock, lead: SetBlock) -> dict[str, str]:
    """What differs between the halves of a pair: its lines, and the translation's worth."""
    data: dict[str, str] = {}
    if block is not lead and block.lines and block.lines != lead.lines:
        data["data-mirror-lines"] = _range(block.lines)
    if block.status:
        data["data-translation"] = str(block.status)
    return data


def _back(sign: str, call: str, label: str) -> Node:
    return tree.link(tree.words(sign), f"#{call}", "back", pairs={"role": "doc-backlink", "aria-label": label})


def _note(blocks: list[Node], id: str, pairs: dict[str, str] | None = None) -> Node:
    semantics = {"epub:type": "footnote", "role": "doc-footnote", **(pairs or {})}
    return tree.division(blocks, "reference", id=id, pairs=semantics)


def _list_of(block: SetBlock) -> bool | None:
    """Whether a block is an entry of a numbered list, of another, or of none."""
    return block.content.ordinal is not None if isinstance(block.content, ListItem) else None


def _note_id(division: SetDivision, number: int) -> str:
    return f"n-{division.id}-{number}"


def _call_id(division: SetDivision, number: int) -> str:
    return f"r-{division.id}-{number}"
