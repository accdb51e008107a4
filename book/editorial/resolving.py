"""An address → the section it names, or why it names none: in one place, in one wording."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from book.diagnostics import Code
from book.diagnostics.suggesting import nearest
from book.editorial.addresses import find_sections
from book.model.address import Address
from book.model.source import Section, Source


@dataclass(frozen=True, slots=True)
class Resolved:
    """The one section that an address names."""

    source: Source
    section: Section

    @property
    def address(self) -> Address:
        """Its canonical address."""
        return Address(self.source.id, self.section.address)


@dataclass(frozen=True, slots=True)
class Unresolved:
    """Why an address names no section: the parts of a diagnostic, without a place."""

    code: Code
    message: str
    hint: str


def resolve(
    address: Address, sources: Mapping[str, Source], declared: Collection[str] | None
) -> Resolved | Unresolved | None:
    """An address → its section, or why there is not exactly one.

    ``sources`` are those that could be read, by id; ``declared`` are the ids of all that the registry has, None where
    it could not be read. The result is None where nothing can be said because the source could not be read.
    """
    source = resolve_source(address.source, sources, declared)
    if not isinstance(source, Source):
        return source
    found = find_sections(source, address.section)
    match found.sections:
        case (section,):
            return Resolved(source, section)
        case ():
            return Unresolved(Code.SECTION_NOT_FOUND, f"'{source.id}' has no section '{address.section}'", found.hint)
        case several:
            message = f"'{address}' is ambiguous: it matches {len(several)} sections"
            return Unresolved(Code.SECTION_AMBIGUOUS, message, found.hint)


def resolve_source(
    id: str, sources: Mapping[str, Source], declared: Collection[str] | None
) -> Source | Unresolved | None:
    """The id of a source → the source; the arguments and the result otherwise are those of ``resolve``."""
    if source := sources.get(id):
        return source
    if declared is None or id in declared:
        return None
    hint = nearest(id, declared) or f"the sources are {', '.join(declared)}"
    return Unresolved(Code.SOURCE_NOT_FOUND, f"there is no source '{id}'", hint)
