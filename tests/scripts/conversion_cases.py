"""The cases of ``cases/conversion.txt``, whose form is told at its head."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from book.model.language import Language
from tests.languages import ZH_HANS, ZH_HANT

CASES = Path(__file__).resolve().parent / "cases" / "conversion.txt"
HANS, HANT = ZH_HANS, ZH_HANT
BOTH: tuple[tuple[Language, Language], ...] = ((HANS, HANT), (HANT, HANS))
DIRECTIONS = {">only": ((HANS, HANT),), "<only": ((HANT, HANS),)}


@dataclass(frozen=True, slots=True)
class Case:
    """One text in one direction."""

    line: int
    """The line of the text to convert."""
    source: Language
    target: Language
    text: str
    expected: str
    about: str


def conversion_cases(path: Path = CASES) -> tuple[Case, ...]:
    """Every case of the file, a pair tested both ways being two."""
    return tuple(_cases(path.read_text(encoding="utf-8").splitlines()))


def _cases(lines: list[str]) -> Iterator[Case]:
    about, directions = "", BOTH
    simplified: tuple[int, str] | None = None
    for number, line in enumerate(lines, 1):
        mark, _, text = line.partition(" ")
        if mark == "#":
            _, _, only = text.rpartition(" ")
            directions = DIRECTIONS.get(only, BOTH)
            about = text.removesuffix(only).rstrip() if only in DIRECTIONS else text
        elif mark == ">" and about and simplified is None:
            simplified = number, text
            continue
        elif mark == "<" and simplified is not None:
            sides = {HANS: simplified, HANT: (number, text)}
            for source, target in directions:
                yield Case(sides[source][0], source, target, sides[source][1], sides[target][1], about)
            simplified = None
        elif line and about:
            raise ValueError(f"line {number}: neither a heading nor half of a pair: {line}")
        if simplified is not None:
            raise ValueError(f"line {simplified[0]}: without its other script")
    if simplified is not None:
        raise ValueError(f"line {simplified[0]}: without its other script")
