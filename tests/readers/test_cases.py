"""Each case of the case files: a document and the outline that it must become."""

import pytest

from book.readers import SHAPES
from tests.readers.literate import CASES, Case, load_cases, outline_of


@pytest.mark.parametrize("case", load_cases(), ids=lambda case: f"{case.format}: {case.title}")
def test_document_becomes_its_outline(case: Case) -> None:
    assert outline_of(case) == case.outline


def test_every_format_has_its_case_file() -> None:
    assert {path.stem for path in CASES.glob("*.txt")} == set(SHAPES)


def test_titles_of_cases_are_unique() -> None:
    titles = [(case.format, case.title) for case in load_cases()]
    assert len(titles) == len(set(titles))
