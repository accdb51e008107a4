"""Nothing is lost, nothing appears twice: every letter of every source is used, or left out with a reason."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from book.diagnostics import Code, Place, Report
from book.editorial.manuscript import Cut
from book.editorial.quoting import letters
from book.model.address import Address
from book.model.source import Section, Source
from book.specs.chapter_spec import PassageSpec


@dataclass(frozen=True, slots=True)
class Use:
    """Where a cut is used."""

    start: int
    stop: int
    where: str
    """The chapter's slug, or nothing where it is left out."""
    spec: PassageSpec


@dataclass(slots=True)
class Coverage:
    """Which characters of which blocks are used, by address and number of the block, from 0."""

    uses: dict[tuple[Address, int], list[Use]] = field(default_factory=dict)

    def add(
        self, source: Source, section: Section, cuts: Iterable[Cut], where: str, spec: PassageSpec, report: Report
    ) -> None:
        """Take note of a use; where some of it was used before and no reason is given, that is reported."""
        clash: Use | None = None
        for cut in cuts:
            uses = self.uses.setdefault((Address(source.id, section.address), cut.index), [])
            clash = clash or next((u for u in uses if cut.start < u.stop and u.start < cut.stop), None)
            uses.append(Use(cut.start, cut.stop, where, spec))
        if clash is None or spec.again:
            return
        earlier = f"{clash.spec.place.path}:{clash.spec.place.line}"
        what = f"'{Address(source.id, section.address)}'"
        if bool(clash.where) != bool(where):
            message = f"{what} is both used and left out"
            report.error(Code.USED_AND_LEFT_OUT, message, spec.place, f"the other place is {earlier}")
            return
        message = f"{what} is already used" if where else f"{what} is already left out"
        hint = f"see {earlier}; choose other paragraphs, or add 'again: reason'"
        report.error(Code.USED_TWICE, message, spec.place, hint)

    def used_in(self, source: Source, section: Section) -> tuple[str, ...]:
        """The chapters that print some of a section, in the order in which they do."""
        address = Address(source.id, section.address)
        uses = [use for index in range(len(section.blocks)) for use in self.uses.get((address, index), [])]
        return tuple(dict.fromkeys(use.where for use in uses if use.where))

    def check(self, source: Source, report: Report) -> None:
        """Report what of a source is neither used nor left out."""
        for section in source.sections:
            missing = [n for n in range(len(section.blocks)) if self._rest(source, section, n)]
            if not missing:
                continue
            span = section.blocks[missing[0]].span
            place = Place(source.path, span.lines.first)
            if span.unit is not None:
                place = Place(source.path, *source.document.position(span.characters.start))
            if len(missing) == len(section.blocks):
                name = f" ({section.title})" if section.title and section.title != section.address else ""
                message = f"the section '{section.address}'{name} of '{source.id}' is used by no chapter"
                place = Place(source.path, section.heading.lines.first) if section.heading else place
            else:
                numbers = ", ".join(str(n + 1) for n in missing)
                address = Address(source.id, section.address)
                message = f"paragraph {numbers} of '{address}' is used by no chapter, or not whole"
            hint = "use it in a chapter, or name it in 'leave-out' of chapters/book.yaml with a reason"
            report.error(Code.SECTION_UNUSED, message, place, hint)

    def _rest(self, source: Source, section: Section, index: int) -> bool:
        """Whether a letter of a block is not covered."""
        text = section.blocks[index].text
        covered = bytearray(len(text))
        for use in self.uses.get((Address(source.id, section.address), index), []):
            covered[use.start : use.stop] = b"\1" * (use.stop - use.start)
        places = letters(text)[1] or [place for place, character in enumerate(text) if not character.isspace()]
        return any(not covered[place] for place in places)
