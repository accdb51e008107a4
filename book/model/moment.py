"""Times of a recording: milliseconds inside, whole seconds where they are printed or written for machines."""

import re
from dataclasses import dataclass
from enum import StrEnum

STAMP = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{2})")
"""``mm:ss`` or ``hh:mm:ss``; leading zeros don't matter."""


@dataclass(frozen=True, slots=True, order=True)
class Time:
    """A point of a recording."""

    milliseconds: int
    """Counted from the beginning of the recording."""

    @classmethod
    def of_seconds(cls, seconds: float) -> "Time":
        """Seconds from the beginning → the time, to the nearest millisecond."""
        return cls(round(seconds * 1000))

    @property
    def seconds(self) -> int:
        """Whole seconds, rounded down: what is printed, linked and written for machines."""
        return self.milliseconds // 1000


@dataclass(frozen=True, slots=True)
class Interval:
    """A stretch of a recording."""

    start: Time
    stop: Time | None = None
    """None where nobody says when it ends."""


class TimeBasis(StrEnum):
    """Who says that a passage belongs to a moment."""

    SOURCE = "source"
    """The source stamps it."""
    EDITOR = "editor"
    """The editor found it, by comparing sources; printed with ≈."""


@dataclass(frozen=True, slots=True)
class Moment:
    """When a passage was said, and on whose word. Where nobody says it, there is no moment: None."""

    start: Time
    end: Time | None
    """Where the source gives a next stamp, that; or the end of the words themselves."""
    basis: TimeBasis


def parse_stamp(text: str) -> Time:
    """``41:08`` → 2 468 000 ms. Raises ValueError when the text is no time or has sixty seconds or minutes."""
    match = STAMP.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"{text!r} is not a time like 41:08 or 1:01:54")
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    if seconds > 59:
        raise ValueError(f"{text!r} has {seconds} seconds, more than 59")
    if match.group(1) and minutes > 59:
        raise ValueError(f"{text!r} has {minutes} minutes after the hours, more than 59")
    return Time.of_seconds(hours * 3600 + minutes * 60 + seconds)


def format_stamp(time: Time) -> str:
    """2 468 000 ms → ``41:08``; 3 714 900 ms → ``1:01:54``: seconds are rounded down."""
    hours, rest = divmod(time.seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes:02}:{seconds:02}"


def moment_text(moment: Moment | None, approximately: str) -> str:
    """A moment as printed: ``41:08–48:07``, ``≈41:08``, or nothing where there is none.

    A stretch that begins and ends within the same second is printed as that second. ``approximately`` is the language's
    pattern for a time that an editor gives, such as ``≈{time}``.
    """
    if moment is None:
        return ""
    start = format_stamp(moment.start)
    if moment.basis is TimeBasis.EDITOR:
        return approximately.format(time=start)
    end = start if moment.end is None else format_stamp(moment.end)
    return start if end == start else f"{start}–{end}"
