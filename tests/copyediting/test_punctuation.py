"""Punctuation of the two regions: the cases of ``cases/punctuation.txt``, whose form is told at its head."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings

from book.copyediting.revising import revise_text
from book.copyediting.stylebook import Stylebook
from book.languages.chinese_punctuation import MAINLAND, RULES, TAIWAN
from book.model.change import Cause
from book.model.language import Language
from book.text.sentinels import MACHINE
from tests.copyediting.made import ANY_TEXT, HANS, HANT
from tests.examples import examples
from tests.languages import EN

CASES = Path(__file__).resolve().parent / "cases" / "punctuation.txt"
EDITIONS = {"=": (HANS, HANT), "~": (HANS, HANT), "S": (HANS,), "T": (HANT,)}


@dataclass(frozen=True, slots=True)
class Case:
    """One text in one edition."""

    line: int
    target: Language
    text: str
    expected: str


def _cases() -> Iterator[Case]:
    text, is_headed = "", False
    for number, line in enumerate(CASES.read_text(encoding="utf-8").splitlines(), 1):
        mark, _, written = line.replace("{}", MACHINE).partition(" ")
        if mark == "#":
            is_headed = True
        elif not is_headed or not line:
            continue
        elif mark == ">":
            text = written
        else:
            for target in EDITIONS[mark]:
                yield Case(number, target, written if mark == "~" else text, written)


ALL = tuple(_cases())


def printed(text: str, target: Language) -> str:
    """A text → the same with the punctuation of an edition, its script left alone."""
    return revise_text(text, target, target, Stylebook()).text


def test_there_are_enough_cases_of_both_editions() -> None:
    for target in (HANS, HANT):
        assert sum(case.target == target for case in ALL) >= 100


@pytest.mark.parametrize("target", [HANS, HANT])
def test_a_text_is_punctuated(target: Language) -> None:
    cases = [case for case in ALL if case.target == target]
    assert {c.line: printed(c.text, target) for c in cases} == {c.line: c.expected for c in cases}


REGIONS = {HANS: MAINLAND, HANT: TAIWAN}
CHANGED = [case for case in ALL if case.text != case.expected]


@pytest.mark.parametrize("target", [HANS, HANT])
def test_what_is_punctuated_stays_as_it_is(target: Language) -> None:
    cases = [case for case in CHANGED if case.target == target]
    assert cases
    assert {c.line: printed(c.expected, target) for c in cases} == {c.line: c.expected for c in cases}


@pytest.mark.parametrize("target", [HANS, HANT])
@settings(max_examples=examples(100), deadline=None)
@given(text=ANY_TEXT)
def test_a_rule_changes_marks_and_spaces_only_and_says_why(target: Language, text: str) -> None:
    for rule in RULES:
        last = 0
        for change in sorted(rule(text, REGIONS[target]), key=lambda change: change.start):
            assert change.start >= last
            assert text[change.start : change.stop] == change.before
            assert not any(c.isalnum() or c == MACHINE for c in change.before + change.after)
            assert change.cause is Cause.PUNCTUATION
            assert change.why
            assert not change.is_listed
            last = change.stop


@pytest.mark.parametrize("target", [HANS, HANT])
def test_english_that_an_edition_has_not_translated_is_left_alone(target: Language) -> None:
    text = 'He said: "why, (really) -- why?"...'
    assert revise_text(text, EN, target, Stylebook()).stages == ()
