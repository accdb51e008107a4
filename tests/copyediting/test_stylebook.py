"""Term base and corrections → the stylebook; addresses and words that are not there."""

import pytest

from book.copyediting.stylebook import Correction, Stylebook, compile_stylebook
from book.diagnostics import Diagnostic
from book.model.address import Address
from book.specs.corrections_spec import read_corrections
from book.specs.terms_spec import read_terms
from tests.copyediting.made import CORRECTIONS, HANS, HANT, STYLE, TERMS, notes, parsed
from tests.languages import localized
from tests.reporting import reported


def compiled(terms: str, corrections: str, *declared: str) -> tuple[Stylebook, list[tuple[str, str, int]]]:
    """Texts → the stylebook, and code, file and line of what is wrong."""
    spec, wrong = reported(read_terms, parsed(terms))
    corrected, more = reported(read_corrections, parsed(corrections, "chapters/corrections.yaml"))
    assert wrong + more == []
    style, diagnostics = reported(compile_stylebook, spec, corrected, (notes(),), declared or ("notes",))
    assert all(d.hint for d in diagnostics if d.code == "correction-not-found")
    return style, [_found(d) for d in diagnostics]


def _found(diagnostic: Diagnostic) -> tuple[str, str, int]:
    return str(diagnostic.code), diagnostic.place.path, diagnostic.place.line


def line(text: str, words: str) -> int:
    (row,) = [n for n, row in enumerate(text.split("\n"), 1) if words in row]
    return row


def test_the_corrections_of_a_section_are_those_of_its_address() -> None:
    misprint = localized(zh_hans="误字", en="misprint")
    assert STYLE.corrections_at(Address("notes", "1")) == (
        Correction("工业届", "工业界", misprint),
        Correction("pipline", "pipeline", misprint),
    )
    assert [c.text for c in STYLE.corrections_at(Address("notes", "2"))] == ["pipline", "完了"]
    assert STYLE.corrections_at(Address("notes", "3")) == ()


def test_terms_keep_their_order_and_their_places() -> None:
    assert [term.id for term in STYLE.terms][:3] == ["tuixue", "gpt", "fafa"]
    assert STYLE.terms[0].kept == {Address("notes", "2")}
    assert STYLE.terms[0].variants[0].where == {Address("notes", "1")}
    assert STYLE.terms[0].form(HANT) == "tuixue.online"


def test_what_is_looked_for_is_found_once_for_each_direction() -> None:
    assert STYLE.forms(HANS, HANT) is STYLE.forms(HANS, HANT)
    assert STYLE.forms(HANS, HANT) is not STYLE.forms(HANT, HANS)
    assert STYLE.forms(HANS, HANT) is not STYLE.forms(HANS, HANT, is_editors=True)


def test_the_longest_form_is_found() -> None:
    found = [(at, form.text) for at, form in STYLE.forms(HANS, HANT).find("看视频游戏和视频", None)]
    assert found == [(1, "视频游戏"), (6, "视频")]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("where: [notes#1]", "where: [notes#9]", "section-not-found"),
        ("where: [notes#1]", "where: [nodes#1]", "source-not-found"),
        ("keep: [notes#2]", "keep: [notes#9]", "section-not-found"),
        ("where: [notes#2], because", "where: [notes#9], because", "section-not-found"),
    ],
)
def test_an_address_of_the_term_base_that_names_nothing(old: str, new: str, code: str) -> None:
    text = TERMS.replace(old, new)
    marker = new.removesuffix(", because").partition("[")[2]
    assert compiled(text, CORRECTIONS)[1] == [(code, "chapters/terms.yaml", line(text, marker))]


def test_what_holds_at_no_address_holds_nowhere() -> None:
    style, _ = compiled(TERMS.replace("where: [notes#2], because", "where: [notes#9], because"), CORRECTIONS)
    for spot in (Address("notes", "1"), Address("notes", "2"), None):
        assert [form.result for _, form in style.forms(HANS, HANT).find("头发", spot)] == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("at: notes#1, text: 工业届", "at: notes#9, text: 工业届", "section-not-found"),
        ("at: notes#1, text: 工业届", "at: nodes#1, text: 工业届", "source-not-found"),
        ("at: notes#1, text: 工业届", "at: notes#2, text: 工业届", "correction-not-found"),
        ("text: 工业届,", "text: 农业届,", "correction-not-found"),
        ("text: 现代时代,", "text: 当代时代,", "correction-not-found"),
    ],
)
def test_a_correction_of_what_is_not_there(old: str, new: str, code: str) -> None:
    text = CORRECTIONS.replace(old, new)
    assert compiled(TERMS, text)[1] == [(code, "chapters/corrections.yaml", line(text, new))]


def test_words_of_a_heading_can_be_corrected() -> None:
    text = CORRECTIONS.replace("text: 工业届, to: 工业界", "text: 标题1, to: 题目1")
    style, wrong = compiled(TERMS, text)
    assert wrong == []
    assert style.corrections_at(Address("notes", "1"))[0].to == "题目1"


def test_nothing_is_said_of_a_source_that_could_not_be_read() -> None:
    text = CORRECTIONS.replace("at: notes#1, text: 工业届", "at: digest#1, text: 工业届")
    assert compiled(TERMS, text, "notes", "digest")[1] == []


def test_a_stylebook_of_nothing() -> None:
    style, wrong = compiled("terms: []\n", "corrections: []\n")
    assert wrong == []
    assert list(style.forms(HANS, HANT).find("视频", None)) == []
