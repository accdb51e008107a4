"""A catalogue: what translators have written for the messages of one source, and what became of each.

Entries are found by the name made of their words. Where a text has changed, the entry of its earlier form is
recognised by likeness, keeps its translation, and is stale until somebody has looked at it; so no other
entry is disturbed by the change, nor by a paragraph put in or taken out.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from enum import StrEnum

from book.translation.messages import Message

LIKE = 0.6
"""The least similarity at which a text is taken for an earlier one, changed: the ratio of Ratcliff and Obershelp's
measure above which two sequences are close matches (the Python documentation of ``difflib``)."""
LIKE_IN_PLACE = 0.35
"""The same for a text between the same neighbours, whose place speaks for it: about a third of its words is enough,
by trial; below that the translation is of little use to its translator."""

REVIEWED = "reviewed:"
ALLOW = "allow "
_FORMERLY = {"addresses": "urls"}
"""Names that checks had before, which catalogues may still hold."""


class Status(StrEnum):
    """The status of a translation."""

    SOURCE = "source"
    """The document's own."""
    REVIEWED = "reviewed"
    """Compared with the original by somebody who did not translate it, and unchanged since."""
    TRANSLATED = "translated"
    STALE = "stale"
    """The original has changed since."""
    MISSING = "missing"

    @property
    def is_done(self) -> bool:
        """Whether it can be printed."""
        return self not in (Status.STALE, Status.MISSING)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a catalogue, as it stands in the file."""

    id: str
    original: str
    text: str
    is_fuzzy: bool = False
    """Whether somebody must look at it before it is printed."""
    previous: str = ""
    """The original for which the text was written, where that has changed."""
    comments: tuple[str, ...] = ()
    """What people wrote beside it: remarks, ``allow CHECK: reason``, and the mark of a review."""
    is_obsolete: bool = False
    line: int = 0
    """Where it begins in the file, from 1; 0 where it is not in the file yet."""

    @property
    def is_reviewed(self) -> bool:
        """Whether the text is the one that was reviewed."""
        return f"{REVIEWED} {self.digest}" in self.comments

    @property
    def digest(self) -> str:
        """A short hash of the pair, by which a later change is seen."""
        return hashlib.sha256(f"{self.original}\n{self.text}".encode()).hexdigest()[:10]

    @property
    def allowed(self) -> dict[str, str]:
        """The checks that are waived here, with the reasons."""
        lines = (line.removeprefix(ALLOW) for line in self.comments if line.startswith(ALLOW))
        waived = ((check.strip(), reason.strip()) for check, _, reason in (line.partition(":") for line in lines))
        return {_FORMERLY.get(check, check): reason for check, reason in waived}

    def reviewed(self) -> "Entry":
        """The entry with the mark of a review of what it says now."""
        kept = tuple(line for line in self.comments if not line.startswith(REVIEWED))
        return replace(self, comments=(*kept, f"{REVIEWED} {self.digest}"))


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The entries for one source."""

    path: str
    entries: tuple[Entry, ...] = ()
    header: tuple[tuple[str, str], ...] = ()
    """The fields of the file's header, which translators' programs write."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """A message and its translation, or what there is of one."""

    message: Message
    entry: Entry
    status: Status

    @property
    def text(self) -> str:
        """The translation in the translator's Markdown; nothing where it is missing."""
        return self.entry.text


@dataclass(frozen=True, slots=True)
class Merged:
    """The messages of a source with their translations, and the entries that belong to none any more."""

    renderings: tuple[Rendering, ...]
    obsolete: tuple[Entry, ...]


def merge(messages: Iterable[Message], catalogue: Catalogue) -> Merged:
    """Messages and what translators wrote → the translation of each."""
    return _Merge(catalogue).merge(tuple(messages))


@dataclass(slots=True)
class _Merge:
    catalogue: Catalogue
    left: dict[str, Entry] = field(default_factory=dict)
    """Entries that no message has taken yet."""
    former: dict[str, tuple[str, str]] = field(default_factory=dict)
    """The names before and after each entry in the file."""
    now: dict[str, tuple[str, str]] = field(default_factory=dict)
    """The names before and after each message."""

    def merge(self, messages: tuple[Message, ...]) -> Merged:
        self.left = {entry.id: entry for entry in self.catalogue.entries}
        self.former = _neighbours([entry.id for entry in self.catalogue.entries if not entry.is_obsolete])
        self.now = _neighbours([message.id for message in messages])
        chosen = {message.id: self.left.pop(message.id) for message in messages if message.id in self.left}
        new = [message for message in messages if message.id not in chosen]
        for message in new:
            if former := self.restored(message):
                chosen[message.id] = former
        new = [message for message in new if message.id not in chosen]
        for message, entry in self.likenesses(new):
            previous = entry.previous if entry.is_fuzzy and entry.previous else entry.original
            chosen[message.id] = Entry(
                message.id, message.text, entry.text, True, previous, entry.comments, line=entry.line
            )
        renderings = tuple(_rendering(m, chosen.get(m.id) or Entry(m.id, m.text, "")) for m in messages)
        return Merged(renderings, tuple(replace(e, is_obsolete=True) for e in self.left.values() if e.text))

    def restored(self, message: Message) -> Entry | None:
        """The entry of a text that had changed and has been changed back."""
        for id, entry in self.left.items():
            if entry.is_fuzzy and entry.previous == message.text:
                del self.left[id]
                return replace(entry, id=message.id, original=message.text, is_fuzzy=False, previous="")
        return None

    def least(self, message: Message, entry: Entry) -> float:
        """The least similarity of the two."""
        former, now = self.former.get(entry.id), self.now[message.id]
        return LIKE_IN_PLACE if former and any(a and a == b for a, b in zip(former, now, strict=True)) else LIKE

    def likenesses(self, new: list[Message]) -> Iterator[tuple[Message, Entry]]:
        """The most alike first: messages without an entry, and entries without a message."""
        pairs = [
            (likeness, -number, message, entry)
            for number, message in enumerate(new)
            for entry in self.left.values()
            if entry.text and (entry.id[:2] == message.id[:2])
            if (likeness := _likeness(message.text, entry.original, self.least(message, entry)))
        ]
        taken: set[str] = set()
        for _, _, message, entry in sorted(pairs, key=lambda pair: pair[:2], reverse=True):
            if message.id not in taken and entry.id in self.left:
                taken.add(message.id)
                yield message, self.left.pop(entry.id)


def _neighbours(ids: list[str]) -> dict[str, tuple[str, str]]:
    """Names in order → the one before and the one after each; nothing at the ends."""
    return {id: (before, after) for before, id, after in zip(["", *ids], ids, [*ids[1:], ""], strict=False)}


def _likeness(one: str, other: str, least: float) -> float:
    """How similar two texts are; 0 where that is less than the least."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= least else 0.0


def _rendering(message: Message, entry: Entry) -> Rendering:
    entry = replace(entry, is_obsolete=False)
    if message.own is not None:
        own = replace(entry, original=message.text, text=message.own, is_fuzzy=False, previous="")
        return Rendering(message, own, Status.SOURCE)
    if entry.original != message.text:
        entry = replace(entry, original=message.text, is_fuzzy=True, previous=entry.previous or entry.original)
    if not entry.text:
        return Rendering(message, entry, Status.MISSING)
    if entry.is_fuzzy:
        return Rendering(message, entry, Status.STALE)
    return Rendering(message, entry, Status.REVIEWED if entry.is_reviewed else Status.TRANSLATED)
