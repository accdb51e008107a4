"""Inlines of a source → the same as an edition prints them, and the revision that tells every change.

The text of a block is revised as one, whatever bold or links stand in it: a term may begin in one and end
in another, and a quotation mark knows its pair. A machine's string takes one place in it that no rule reads.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from book.copyediting.converting import Converter, convert
from book.copyediting.stylebook import Stylebook
from book.languages import profile
from book.model.address import Address
from book.model.change import Cause, Change, Revision, Stage, stage
from book.model.inline import Code, Corrected, Emphasis, Foreign, Gloss, Inline, LineBreak, Link, Literal, Strong, Text
from book.model.language import Language, same_tongue
from book.scripts.conversion import convert_script
from book.text.sentinels import MACHINE


def revise_text(
    text: str,
    source: Language,
    target: Language,
    style: Stylebook,
    spot: Address | None = None,
    converter: Converter = convert_script,
) -> Revision:
    """The text of one block in ``source`` → as an edition in ``target`` prints it.

    ``spot`` is the section it stands in, None for the editors' own prose. What is printed in an edition of
    another language than its own is corrected and otherwise left alone.
    """
    stages: list[Stage] = []
    original = text

    def make(changes: Iterator[Change]) -> Stage | None:
        nonlocal text
        if made := stage(sorted(changes, key=_start)):
            stages.append(made)
            text = made.apply(text)
        return made

    def set_marks(rules: Iterator[tuple[str, Stage]]) -> None:
        nonlocal text
        for changed, made in rules:
            stages.append(made)
            text = changed

    if spot is not None:
        make(_corrections(text, style, spot))
        if style.marked_forms(source).by_text:
            make(convert(text, source, source, style.marked_forms(source), spot))
    if same_tongue(source, target):
        punctuate = profile(target).punctuate
        set_marks(punctuate(text))
        forms = style.forms(source, target, is_editors=spot is None)
        made = make(convert(text, source, target, forms, spot, converter))
        if made and any(map(_may_bring_marks, made.changes)):
            set_marks(punctuate(text))
    return Revision(original, tuple(stages), text)


def _start(change: Change) -> int:
    return change.start


def _may_bring_marks(change: Change) -> bool:
    """Whether a change does more than write the same characters in the other script."""
    return change.cause is not Cause.SCRIPT or len(change.before) != len(change.after)


def _corrections(text: str, style: Stylebook, spot: Address) -> Iterator[Change]:
    taken: list[tuple[int, int]] = []
    for correction in style.corrections_at(spot):
        at = text.find(correction.text)
        while at >= 0:
            stop = at + len(correction.text)
            if not any(at < end and begin < stop for begin, end in taken):
                taken.append((at, stop))
                because = correction.because
                yield Change(at, correction.text, correction.to, Cause.CORRECTION, because.any, True, because)
            at = text.find(correction.text, stop)


@dataclass(frozen=True, slots=True)
class Revised:
    """Inlines as printed, and how they came about."""

    inlines: tuple[Inline, ...]
    revision: Revision


def revised_inlines(inlines: tuple[Inline, ...], revision_of: Callable[[str], Revision]) -> Revised:
    """Inlines and the way to the revision of their words → as printed; a note in them is a text of its own."""
    revision = revision_of(flat(inlines))
    marks = sorted(_marks(revision))
    place = 0

    def rebuilt(inlines: tuple[Inline, ...]) -> Iterator[Inline]:
        nonlocal place
        for inline in inlines:
            match inline:
                case Text(content):
                    start, stop = revision.moved(place), revision.moved(place + len(content))
                    place += len(content)
                    yield from _marked(revision.text, start, stop, marks)
                case Literal() | Code() | LineBreak():
                    place += 1
                    yield inline
                case Gloss(inner):
                    yield replace(inline, inlines=revised_inlines(inner, revision_of).inlines)
                case Strong() | Emphasis() | Link() | Corrected() | Foreign():
                    yield replace(inline, inlines=tuple(rebuilt(inline.inlines)))

    return Revised(tuple(rebuilt(inlines)), revision)


def flat(inlines: tuple[Inline, ...]) -> str:
    """Inlines → the text that is revised: words, and one U+FFFC for each machine's string or break."""
    pieces = []
    for inline in inlines:
        match inline:
            case Text(content):
                pieces.append(content)
            case Literal() | Code() | LineBreak():
                pieces.append(MACHINE)
            case Gloss():
                continue  # a text of its own, revised by itself
            case Strong(inner) | Emphasis(inner) | Link(inner) | Corrected(inner) | Foreign(inner):
                pieces.append(flat(inner))
    return "".join(pieces)


def _marks(revision: Revision) -> Iterator[tuple[int, int]]:
    """Where in the result the words are that the book lists as corrected."""
    for number, made in enumerate(revision.stages):
        for change in made.changes:
            if change.is_listed:
                start = made.moved(change.start)
                stop = start + len(change.after)
                yield revision.moved(start, number + 1), revision.moved(stop, number + 1)


def _marked(text: str, start: int, stop: int, marks: list[tuple[int, int]]) -> Iterator[Inline]:
    """A stretch of the result → text, its corrected words marked."""
    place = start
    for first, last in marks:
        first, last = max(first, start), min(last, stop)
        if first < last:
            if place < first:
                yield Text(text[place:first])
            yield Corrected((Text(text[first:last]),))
            place = last
    if place < stop:
        yield Text(text[place:stop])
