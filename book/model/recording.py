"""A recording: who takes part in it, and where it can be seen or heard."""

from dataclasses import dataclass

from book.model.localized import Localized


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who speaks in a recording."""

    id: str
    name: Localized


@dataclass(frozen=True, slots=True)
class Participant:
    """A person's part in a recording."""

    person: str
    role: str | Localized
    """A role that the languages have a word for, such as ``guest``, or the registry's own words."""
    is_named: bool = True
    """Whether the person is known by name; else the list of recordings says that there is none."""


@dataclass(frozen=True, slots=True)
class Site:
    """Where a recording can be seen or heard."""

    name: str
    """``youtube``, ``bilibili``, or the name the registry gives another site."""
    whole: str
    """The URL of the whole recording."""
    template: str = ""
    """The URL of a moment, with ``{seconds}`` where the seconds go; nothing where the site has none."""

    def url(self, seconds: int | None) -> str:
        """The URL of one moment of the recording, or of the whole."""
        if seconds is None or not self.template:
            return self.whole
        return self.template.replace("{seconds}", str(seconds))


@dataclass(frozen=True, slots=True)
class Recording:
    """An interview that documents tell of."""

    id: str
    title: Localized
    short: Localized
    """A label of two or three words, printed beside every passage."""
    people: tuple[Participant, ...]
    sites: tuple[Site, ...]
