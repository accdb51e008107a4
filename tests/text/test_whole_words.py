"""What a whole word is: the same wherever a form is looked for."""

import re

import pytest

from book.comparing.terminology import terms_in
from book.copyediting.converting import Form, Forms
from book.model.change import Cause
from book.model.term import Policy, Term, TermKind
from book.text.whole_words import whole_word
from tests.languages import ZH_HANS, localized

CASES = [
    ("RL", "RL 很难", True),
    ("RL", "用RL训练", True),
    ("RL", "RLHF", False),
    ("RL", "URL", False),
    ("4o", "GPT4o", False),
    ("4o", "GPT-4o", True),
    ("4o", "14o", False),
    ("3D", "a3D", False),
    ("3D", "看3D电影", True),
    ("caf", "café", False),
    ("Zo", "Zoë", False),
    ("ën", "Citroën", False),
    ("é", "cafe\u0301é", False),
    ("C++", "C++11", True),
    ("C++", "VC++", False),
    (".NET", "ASP.NET", True),
    ("视频", "短视频里", True),
    ("AI公司", "OpenAI公司", False),
    ("AI公司", "AI公司们", True),
]


@pytest.mark.parametrize(("form", "text", "is_found"), CASES)
def test_a_form_is_found_as_a_whole_word(form: str, text: str, is_found: bool) -> None:
    assert bool(re.search(whole_word(form), text)) is is_found


@pytest.mark.parametrize(("form", "text", "is_found"), CASES)
def test_whoever_looks_for_a_form_finds_the_same(form: str, text: str, is_found: bool) -> None:
    """The copy editor in a text, and the check that compares a text with its translation."""
    forms = Forms([Form(form, form, form, Cause.TERM, "a")])
    assert bool(list(forms.find(text, None))) is is_found
    term = Term("a", TermKind.TERM, localized(form, form, form), Policy.LOCK)
    assert bool(terms_in(text, ZH_HANS, (term,))) is is_found


def test_another_pattern_is_bounded_as_the_form_is() -> None:
    pattern = whole_word("open source", r"open[\s-]+source")
    assert re.search(pattern, "an open-source tool")
    assert not re.search(pattern, "reopen source")
