"""Where a text stands in its document: lines, characters, time, and the document's own count."""

from collections.abc import Iterable
from dataclasses import dataclass

from book.model.moment import Interval


@dataclass(frozen=True, slots=True, order=True)
class LineRange:
    """Lines of a document, both ends included, counted from 1."""

    first: int
    last: int

    def __contains__(self, line: object) -> bool:
        return isinstance(line, int) and self.first <= line <= self.last

    @property
    def numbers(self) -> range:
        """Each line number."""
        return range(self.first, self.last + 1)


@dataclass(frozen=True, slots=True, order=True)
class Characters:
    """Code points of a document's text, from ``start``, counted from 0, up to but not including ``stop``."""

    start: int
    stop: int

    def of(self, text: str) -> str:
        """The document's text → these characters of it, markup included."""
        return text[self.start : self.stop]


@dataclass(frozen=True, slots=True)
class Unit:
    """Pieces of a document by its own count, both ends included, for documents whose lines mean nothing to a reader."""

    name: str
    """What the pieces are, as labels name them: ``cue``, ``segment``."""
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Span:
    """Where a text stands in its document, and in the recording where the document says so."""

    lines: LineRange
    characters: Characters
    time: Interval | None = None
    unit: Unit | None = None

    def touches(self, following: "Span", text: str) -> bool:
        """Whether another span follows with nothing printed between, in the document with this ``text``.

        By the document's own count where both spans have one; else only white space may lie between.
        """
        if self.unit is not None and following.unit is not None:
            return self.unit.name == following.unit.name and following.unit.first == self.unit.last + 1
        start, stop = self.characters.stop, following.characters.start
        return start <= stop and not text[start:stop].strip()


def around(spans: Iterable[Span]) -> Span:
    """Spans of one document, at least one → the smallest span that holds them all."""
    spans = tuple(spans)
    units = [span.unit for span in spans if span.unit is not None]
    has_units = len(units) == len(spans) and len({unit.name for unit in units}) == 1
    return Span(
        LineRange(min(s.lines.first for s in spans), max(s.lines.last for s in spans)),
        Characters(min(s.characters.start for s in spans), max(s.characters.stop for s in spans)),
        time_around(span.time for span in spans),
        Unit(units[0].name, min(u.first for u in units), max(u.last for u in units)) if has_units else None,
    )


def time_around(times: Iterable[Interval | None]) -> Interval | None:
    """Stretches of time, some unknown → the smallest that holds those known, or None where none is.

    It has no end where one of them has none.
    """
    known = [time for time in times if time is not None]
    if not known:
        return None
    stops = [time.stop for time in known if time.stop is not None]
    return Interval(min(time.start for time in known), max(stops) if len(stops) == len(known) else None)
