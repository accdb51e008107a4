"""The address of a section within its source, as editors may write it → the sections that it fits."""

import difflib
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from book.model.moment import STAMP, Time, parse_stamp
from book.model.source import Section, Source
from book.scripts.conversion import fold
from book.text.slug import slug


@dataclass(frozen=True, slots=True)
class Matches:
    """The sections that an address fits: one where all is well."""

    sections: tuple[Section, ...]
    hint: str = ""


def find_sections(source: Source, address: str) -> Matches:
    """The section at an address; several or none where the address is wrong, with a hint.

    An address is a stamp, a number, the slug of a heading or its beginning up to a hyphen, or the
    heading itself, in either script. The most exact reading that fits anything decides.
    """
    for fits in _readings(address):
        sections = tuple(section for section in source.sections if fits(section))
        if sections:
            return Matches(sections, "" if len(sections) == 1 else f"write one of {_list(sections)}")
    return Matches((), _nearest(source, address))


def _readings(address: str) -> tuple[Callable[[Section], bool], ...]:
    """The ways to read an address, the most exact first."""
    stamp = None
    if STAMP.fullmatch(address):
        try:
            stamp = parse_stamp(address)
        except ValueError:
            stamp = Time(-1)  # no section has it
    folded, folded_slug = fold(address), fold(slug(address))
    return (
        lambda s: s.start == stamp if stamp is not None else s.address == address,
        lambda s: any(folded == fold(name) for name in _names(s)),
        lambda s: bool(folded_slug) and folded_slug in (fold(slug(name)) for name in _names(s)),
        lambda s: bool(folded_slug) and any(fold(slug(name)).startswith(folded_slug + "-") for name in _titles(s)),
    )


def _titles(section: Section) -> tuple[str, ...]:
    """The words of its heading, in each language that the document gives."""
    heading = section.heading
    if heading is None:
        return ()
    return (heading.text, heading.mirror.text) if heading.mirror else (heading.text,)


def _names(section: Section) -> tuple[str, ...]:
    heading = section.heading
    numbered = (f"{heading.number} {heading.text}",) if heading and heading.number else ()
    return (section.address, *_titles(section), *numbered)


def _nearest(source: Source, address: str) -> str:
    with_text = [s for s in source.sections if s.blocks]
    if STAMP.fullmatch(address):
        stamped = [s for s in with_text if s.start is not None]
        close = difflib.get_close_matches(address, [s.address for s in stamped], 1, 0.5)
        near = next((s for s in stamped if s.address in close), None)
    else:
        by_name = {name: s for s in with_text for name in (s.address, *map(slug, _titles(s)))}
        close = difflib.get_close_matches(slug(address), list(by_name), 1, 0.4)
        near = by_name[close[0]] if close else None
    if near is None:
        return f"'{source.id}' has {_list(with_text[:6])}{' …' if len(with_text) > 6 else ''}"
    return f"did you mean {_list((near,))}?"


def _list(sections: Iterable[Section]) -> str:
    return ", ".join(f"'{s.address}'" + (f" ({s.title})" if s.title and s.title != s.address else "") for s in sections)
