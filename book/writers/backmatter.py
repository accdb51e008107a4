"""The back of the book → pandoc's document tree: glossary, sources, what was left out, and the imprint."""

import re
from collections.abc import Callable, Sequence
from itertools import zip_longest

from book.languages import Labels
from book.model.inline import plain_text
from book.setting.galley import Entry, GlossaryEntry
from book.writers import pandoc_tree as tree
from book.writers.medium import Medium
from book.writers.pandoc_tree import Node
from book.writers.sides import Sides


def back_matter(sides: Sides, medium: Medium) -> list[Node]:
    """The sides of a book → its back matter."""
    return _Glossary(sides, medium).write() + _apparatus(sides) + _colophon(sides)


def _titles(sides: Sides, name: Callable[[Labels], str]) -> list[list[Node]]:
    """The title of a part on each side."""
    return [[tree.span(nodes, "name")] for nodes in _names(sides, name)]


def _names(sides: Sides, name: Callable[[Labels], str]) -> list[list[Node]]:
    """One of the book's own words on each side."""
    return [tree.words(name(side.labels)) for side in sides.each]


class _Glossary:
    """Names and terms in two languages, and where they are found: by page in print, else by chapter."""

    def __init__(self, sides: Sides, medium: Medium) -> None:
        self.sides = sides
        self.medium = medium

    def write(self) -> list[Node]:
        parts = list(zip(*(side.galley.glossary for side in self.sides.each), strict=True))
        if not parts:
            return []
        semantics = {"epub:type": "glossary", "role": "doc-glossary"}
        title = self.sides.line(_titles(self.sides, lambda labels: labels.glossary))
        blocks = [tree.header(1, title, "backmatter", id="glossary", pairs=semantics)]
        for number, part in enumerate(parts, 1):
            heading = self.sides.line([tree.words(side.labels.term_kinds[part[0].kind]) for side in self.sides.each])
            blocks.append(tree.header(2, heading, id=f"glossary-{number}"))
            blocks += [self.entry(versions) for versions in zip(*(own.entries for own in part), strict=True)]
        return blocks

    def entry(self, versions: Sequence[GlossaryEntry]) -> Node:
        """One name or term: in both languages, whether the book is or not."""
        lead = versions[0]
        tag = str(self.sides.lead.language) if self.sides.is_pair else ""
        head = [tree.span(tree.words(lead.term), "term", lang=tag)]
        if lead.other:
            head += [tree.SPACE, tree.span(tree.words(lead.other), "other", lang=str(lead.other_language))]
        found = tree.span(self.locators(lead), "found", lang=tag)
        if self.sides.is_pair:
            notes = self.sides.paragraphs([tree.words(version.note) for version in versions])
            return tree.division([tree.paragraph(head), *notes, tree.paragraph([found])], "glossary-entry", id=lead.id)
        note = [*tree.words(lead.note), tree.SPACE] if lead.note else []
        return tree.division([tree.paragraph(head), tree.paragraph([*note, found])], "glossary-entry", id=lead.id)

    def locators(self, entry: GlossaryEntry) -> list[Node]:
        """Where an entry is found: on a page its style sheet writes the number."""
        links = [
            tree.link([] if self.medium.has_pages else tree.words(place.label), f"#{place.passage}", "page")
            for place in entry.locators
        ]
        comma = tree.words(self.sides.lead.profile.enumeration_comma)
        between = [tree.SPACE] if self.medium.has_pages else comma
        return [node for number, link in enumerate(links) for node in [*(between if number else []), link]]


def _apparatus(sides: Sides) -> list[Node]:
    """The list of sources, and what was left out."""
    semantics = {"epub:type": "bibliography", "role": "doc-bibliography"}
    title = sides.line(_titles(sides, lambda labels: labels.sources))
    blocks = [tree.header(1, title, "backmatter", id="sources", pairs=semantics)]
    lists = [side.galley.apparatus for side in sides.each]
    parts: tuple[tuple[str, Callable[[Labels], str], Callable[[Labels], str] | None, list[tuple[Entry, ...]]], ...] = (
        ("recordings", lambda labels: labels.recordings, None, [own.recordings for own in lists]),
        ("documents", lambda labels: labels.documents, None, [own.documents for own in lists]),
        (
            "corrections",
            lambda labels: labels.corrections,
            lambda labels: labels.corrections_intro,
            [own.corrections for own in lists],
        ),
        (
            "left-out",
            lambda labels: labels.left_out,
            lambda labels: labels.left_out_intro,
            [o.omissions for o in lists],
        ),
    )
    for id, name, intro, versions in parts:
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
    """A text without its marks and spaces: a URL is not said again because a colon differs."""
    return re.sub(r"[\W_]", "", text)


def _colophon(sides: Sides) -> list[Node]:
    """The imprint."""
    semantics = {"epub:type": "colophon", "role": "doc-colophon"}
    title = sides.line(_titles(sides, lambda labels: labels.colophon))
    heading = tree.header(1, title, "backmatter", id="colophon", pairs=semantics)
    entries: list[tuple[list[Node], list[Node]]] = []
    for rows in zip(*(side.galley.colophon for side in sides.each), strict=True):
        names = sides.line([tree.words(name) for name, _ in rows])
        values = [tree.words(value) for _, value in rows]
        if len({value for _, value in rows}) == 1:
            values = [values[0], *([] for _ in rows[1:])]
        entries.append((names, sides.paragraphs(values)))
    return [heading, tree.definition_list(entries)]
