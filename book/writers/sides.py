"""The sides of a book: one for each of its languages, and how what they say is put together.

A book in one language has one side, and nothing shows that there could be others. In a book in two, every
text is a pair: the leading language first, the second beside or under it, each under its language tag (BCP 47).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import assert_never

from book.languages import Labels, Profile, profile
from book.model.inline import Code, Corrected, Emphasis, Foreign, Gloss, Inline, LineBreak, Link, Literal, Strong, Text
from book.model.language import Language
from book.setting.galley import Galley, SetDivision
from book.writers import pandoc_tree as tree
from book.writers.endings import WORD_JOINER
from book.writers.medium import Medium
from book.writers.pandoc_tree import Node


@dataclass(frozen=True, slots=True)
class Side:
    """One language of the book, or of one of its chapters."""

    galley: Galley
    medium: Medium
    division: str = ""
    """The id of the chapter; nothing in the back matter."""
    glosses_before: int = 0
    """How many translator's notes the chapter has on the sides before this one."""

    @property
    def language(self) -> Language:
        """Its language."""
        return self.galley.language

    @property
    def profile(self) -> Profile:
        """What is known of its language."""
        return profile(self.language)

    @property
    def labels(self) -> Labels:
        """The book's own words in it."""
        return self.galley.labels

    def inlines(self, inlines: Iterable[Inline]) -> list[Node]:
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
                case Foreign(inner, language):
                    result.append(tree.span(self.inlines(inner), lang=str(language)))
                case Link(inner, target):
                    result.append(tree.link(self.inlines(inner), target))
                case Gloss():
                    result += self.gloss_call(inline.number)
                case _:
                    assert_never(inline)
        return result

    def gloss_call(self, number: int) -> list[Node]:
        """The raised letter that calls a translator's note."""
        assert self.division, "a translator's note belongs to a chapter"
        name = self.labels.translators_note_name.format(number=letter(number))
        return self.call(letter(number), name, self.gloss_id(number), f"call-{self.gloss_id(number)}")

    def gloss_id(self, number: int) -> str:
        """The id of a translator's note, counted through the sides of its chapter."""
        return f"g-{self.division}-{self.glosses_before + number}"

    def call(self, sign: str, name: str, target: str, id: str) -> list[Node]:
        """The raised sign that calls a note; where we break the lines it never begins one (CLREQ § 3.1.3)."""
        pairs = {"epub:type": "noteref", "role": "doc-noteref", "aria-label": name}
        raised = tree.superscript([tree.link(tree.words(sign), f"#{target}", id=id, pairs=pairs)])
        return [*tree.words(WORD_JOINER), raised] if self.medium.breaks_lines else [raised]


def letter(number: int) -> str:
    """1 → ``a``, 26 → ``z``, 27 → ``aa``."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


_PLACES = ("first", "second")


@dataclass(frozen=True, slots=True)
class Sides:
    """All sides, the leading language first."""

    each: tuple[Side, ...]

    @property
    def lead(self) -> Side:
        """The side of the leading language."""
        return self.each[0]

    @property
    def is_pair(self) -> bool:
        """Whether the book is in two languages."""
        return len(self.each) > 1

    def within(self, versions: Sequence[SetDivision]) -> "Sides":
        """The sides of a chapter."""
        before = accumulate((len(version.glosses) for version in versions), initial=0)
        return Sides(
            tuple(
                replace(side, division=versions[0].id, glosses_before=number)
                for side, number in zip(self.each, before, strict=False)
            )
        )

    def line(self, versions: Sequence[list[Node]]) -> list[Node]:
        """What each side says, in one line. What is the same in both is said once."""
        if not self.is_pair:
            return versions[0]
        result: list[Node] = []
        said: list[list[Node]] = []
        for place, side, nodes in zip(_PLACES, self.each, versions, strict=True):
            if nodes and nodes not in said:
                said.append(nodes)
                result += [*([tree.SPACE] if result else []), tree.span(nodes, place, lang=str(side.language))]
        return result

    def blocks(self, versions: Sequence[list[Node]], data: Sequence[dict[str, str]] | None = None) -> list[Node]:
        """What each side says, in blocks: as they are, or a pair."""
        if not self.is_pair:
            return versions[0]
        halves = [
            tree.division(nodes, place, pairs={"lang": str(side.language), **own})
            for place, side, nodes, own in zip(
                _PLACES, self.each, versions, data or [{} for _ in versions], strict=True
            )
            if nodes
        ]
        return [tree.division(halves, "pair")]

    def paragraphs(self, versions: Sequence[list[Node]]) -> list[Node]:
        """What each side says, a paragraph each."""
        return self.blocks([[tree.paragraph(nodes)] if nodes else [] for nodes in versions])
