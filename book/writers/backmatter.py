"""The back of the book → pandoc's document tree: glossary, sources, what was left out, and the imprint."""

import re
from collections.abc import Sequence
from itertools import zip_longest

from book.model.inline import plain_text
from book.model.term import TermKind
from book.setting.galley import Entry, GlossaryEntry, GlossaryPart
from book.writers import pandoc_tree as tree
from book.writers.pandoc_tree import Node
from book.writers.sides import Medium, Side, Sides


def back_matter(sides: Sides, medium: Medium) -> list[Node]:
    """The sides of a book → its back matter."""
    return _Glossary(sides, medium).write() + _apparatus(sides) + _colophon(sides)


def _titles(sides: Sides, name: str) -> list[list[Node]]:
    """The title of a part on each side."""
    return [[tree.span(nodes, "name")] for nodes in _names(sides, name)]


def _names(sides: Sides, name: str) -> list[list[Node]]:
    """One of the book's own words on each side."""
    return [tree.words(getattr(side.labels, name)) for side in sides.each]


class _Glossary:
    """Names and terms in two languages, and where they are found: by page in print, else by chapter."""

    def __init__(self, sides: Sides, medium: Medium) -> None:
        self.sides = sides
        self.medium = medium

    def write(self) -> list[Node]:
        parts = [side.galley.glossary for side in self.sides.each]
        if not any(parts):
            return []
        semantics = {"epub:type": "glossary", "role": "doc-glossary"}
        title = self.sides.line(_titles(self.sides, "glossary"))
        blocks = [tree.header(1, title, "backmatter", id="glossary", pairs=semantics)]
        kinds = dict.fromkeys(part.kind for own in parts for part in own)
        for number, kind in enumerate(sorted(kinds, key=list(TermKind).index), 1):
            heading = self.sides.line([tree.words(side.labels.term_kinds[kind]) for side in self.sides.each])
            blocks.append(tree.header(2, heading, id=f"glossary-{number}"))
            own = [next((part for part in side if part.kind is kind), None) for side in parts]
            blocks += [self.entry(versions) for versions in _by_id(own)]
        return blocks

    def entry(self, versions: Sequence[GlossaryEntry | None]) -> Node:
        """One name or term; in a book in two languages each side may have found it alone."""
        lead, side = next((v, s) for v, s in zip(versions, self.sides.each, strict=True) if v is not None)
        head = [tree.span(tree.words(lead.term), "term", lang=self.tag(side))]
        if lead.other:
            head += [tree.SPACE, tree.span(tree.words(lead.other), "other", lang=str(lead.other_language))]
        if side is not self.sides.lead:
            head = head[::-1]
        locators: list[Node] = []
        for locator in lead.locators:
            label = tree.words(locator.label) if self.medium is Medium.SCREEN else []
            comma = tree.words(side.labels.enumeration_comma) if locators and self.medium is Medium.SCREEN else []
            locators += [*comma, tree.link(label, f"#{locator.passage}", "page")]
            locators += [tree.SPACE] if self.medium is Medium.PAGE else []
        found = tree.span(locators, "found", lang=self.tag(side))
        notes = [tree.words(version.note) if version else [] for version in versions]
        if self.sides.is_pair:
            notes = [tree.words(note) for note in (lead.note, lead.other_note)[:: 1 if side is self.sides.lead else -1]]
            blocks = [tree.paragraph(head), *self.sides.paragraphs(notes), tree.paragraph([found])]
        else:
            gap = [tree.SPACE] if notes[0] else []
            blocks = [tree.paragraph(head), tree.paragraph([*notes[0], *gap, found])]
        return tree.division(blocks, "glossary-entry", id=lead.id)

    def tag(self, side: Side) -> str:
        """The language of a run, where the book has two."""
        return str(side.language) if self.sides.is_pair else ""


def _by_id(parts: Sequence[GlossaryPart | None]) -> list[tuple[GlossaryEntry | None, ...]]:
    """The entries of each side → the same entries side by side, in their common order."""
    entries = [{entry.id: entry for entry in part.entries} if part else {} for part in parts]
    order = sorted({(entry.order, id) for own in entries for id, entry in own.items()})
    return [tuple(own.get(id) for own in entries) for _, id in order]


def _apparatus(sides: Sides) -> list[Node]:
    """The list of sources, and what was left out."""
    semantics = {"epub:type": "bibliography", "role": "doc-bibliography"}
    title = sides.line(_titles(sides, "sources"))
    blocks = [tree.header(1, title, "backmatter", id="sources", pairs=semantics)]
    lists = [side.galley.apparatus for side in sides.each]
    for id, name, intro, versions in (
        ("recordings", "recordings", "", [own.recordings for own in lists]),
        ("documents", "documents", "", [own.documents for own in lists]),
        ("corrections", "corrections", "corrections_intro", [own.corrections for own in lists]),
        ("left-out", "left_out", "left_out_intro", [own.omissions for own in lists]),
    ):
        if any(versions):
            blocks.append(tree.header(2, sides.line(_names(sides, name)), id=f"sources-{id}"))
            blocks += sides.paragraphs(_names(sides, intro)) if intro else []
            blocks += [_entry(sides, entries) for entries in _side_by_side(versions)]
    return blocks


def _side_by_side(versions: Sequence[tuple[Entry, ...]]) -> list[tuple[Entry | None, ...]]:
    """The entries of each side → the same entries side by side; those of one side only stand at the end."""
    if not any(entry.key for own in versions for entry in own):
        return list(zip(*versions, strict=True))
    by_key = [{entry.key: entry for entry in own} for own in versions]
    keys = dict.fromkeys(entry.key for own in versions for entry in own)
    return [tuple(own.get(key) for own in by_key) for key in keys]


def _entry(sides: Sides, versions: Sequence[Entry | None]) -> Node:
    """One entry of the list of sources."""
    names = [s.inlines(v.name) if v else [] for s, v in zip(sides.each, versions, strict=True)]
    if sides.is_pair and len({_letters(version) for version in versions if version}) == 1:
        names = [names[0] or names[1], []]
    blocks = [tree.division(sides.paragraphs(names), "name")]
    for details in zip_longest(*(version.details if version else () for version in versions)):
        texts = [side.inlines(detail or ()) for side, detail in zip(sides.each, details, strict=True)]
        if sides.is_pair and len({_plain(plain_text(detail or ())) for detail in details}) == 1:
            texts = [texts[0], []]
        blocks += sides.paragraphs(texts)
    return tree.division(blocks, "entry")


def _letters(entry: Entry) -> str:
    return _plain(plain_text(entry.name))


def _plain(text: str) -> str:
    """A text without its marks and spaces: an address is not said again because a colon differs."""
    return re.sub(r"[\W_]", "", text)


def _colophon(sides: Sides) -> list[Node]:
    """The imprint."""
    semantics = {"epub:type": "colophon", "role": "doc-colophon"}
    title = sides.line(_titles(sides, "colophon"))
    heading = tree.header(1, title, "backmatter", id="colophon", pairs=semantics)
    entries: list[tuple[list[Node], list[Node]]] = []
    for rows in zip(*(side.galley.colophon for side in sides.each), strict=True):
        names = sides.line([tree.words(name) for name, _ in rows])
        values = [tree.words(value) for _, value in rows]
        if len({value for _, value in rows}) == 1:
            values = [values[0], *([] for _ in rows[1:])]
        entries.append((names, sides.paragraphs(values)))
    return [heading, tree.definition_list(entries)]
