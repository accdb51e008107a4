"""Sentences in both scripts, checked one by one against dictionaries, not against a converter."""

import pytest

from book.model.language import Language
from book.scripts.conversion import convert_script
from tests.languages import ZH_HANS, ZH_HANT
from tests.scripts.conversion_cases import conversion_cases


def test_there_are_enough_cases() -> None:
    assert len(conversion_cases()) >= 1000


@pytest.mark.parametrize("target", [ZH_HANS, ZH_HANT])
def test_every_sentence_becomes_the_other_script(target: Language) -> None:
    """One test for all sentences of a direction; each that comes out wrong is told with its line."""
    wrong = [
        (case.line, converted, case.expected)
        for case in conversion_cases()
        if case.target == target and (converted := convert_script(case.text, case.source, case.target)) != case.expected
    ]
    assert wrong == []


def test_a_sentence_already_in_its_script_is_left_alone() -> None:
    touched = [c.line for c in conversion_cases() if convert_script(c.expected, c.target, c.target) != c.expected]
    assert touched == []
