"""Moments of a recording, in whole seconds from its beginning."""

import re
from dataclasses import dataclass
from enum import StrEnum

STAMP = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{2})")
"""``mm:ss`` or ``hh:mm:ss``; leading zeros don't matter."""


class TimeBasis(StrEnum):
    """Who says that a passage belongs to a moment."""

    SOURCE = "source"
    """The source stamps it."""
    EDITOR = "editor"
    """The editor found it, by comparing sources; printed with ≈."""
    NONE = "none"
    """Nobody: no time may be printed."""


@dataclass(frozen=True, slots=True)
class Moment:
    """When a passage was said, and on whose word."""

    start: int
    end: int | None
    """Where the source gives a next stamp, the seconds of that."""
    basis: TimeBasis


def parse_stamp(text: str) -> int:
    """``41:08`` → 2468. Raises ValueError when the text is no time or has sixty seconds or minutes."""
    match = STAMP.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"{text!r} is not a time like 41:08 or 1:01:54")
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    if seconds > 59:
        raise ValueError(f"{text!r} has {seconds} seconds, more than 59")
    if match.group(1) and minutes > 59:
        raise ValueError(f"{text!r} has {minutes} minutes after the hours, more than 59")
    return hours * 3600 + minutes * 60 + seconds


def format_stamp(seconds: int) -> str:
    """2468 → ``41:08``; 3714 → ``1:01:54``."""
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes:02}:{seconds:02}"


def moment_text(moment: Moment | None, approximately: str) -> str:
    """A moment as printed: ``41:08–48:07``, ``≈41:08``, or nothing where there is none.

    ``approximately`` is the language's pattern for a time that an editor gives, such as ``≈{time}``.
    """
    if moment is None or moment.basis is TimeBasis.NONE:
        return ""
    start = format_stamp(moment.start)
    if moment.basis is TimeBasis.EDITOR:
        return approximately.format(time=start)
    return start if moment.end is None else f"{start}–{format_stamp(moment.end)}"
