"""Sentences in both scripts, checked one by one against dictionaries, not against a converter."""

import pytest

from book.language.script import convert_script
from tests.language.conversion_cases import Case, conversion_cases


def test_there_are_enough_cases() -> None:
    assert len(conversion_cases()) >= 300


@pytest.mark.parametrize("case", conversion_cases(), ids=lambda case: f"{case.line}-{case.target}")
def test_a_sentence_becomes_the_other_script(case: Case) -> None:
    assert convert_script(case.text, case.source, case.target) == case.expected


def test_a_sentence_already_in_its_script_is_left_alone() -> None:
    touched = [c.line for c in conversion_cases() if convert_script(c.expected, c.target, c.target) != c.expected]
    assert touched == []
