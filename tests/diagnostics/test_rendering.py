"""A diagnostic as people read it: carets in terminal cells, long lines cut, nothing that steers a terminal."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from book.diagnostics import Code, Diagnostic, Place, render
from tests.examples import examples

PATH = "chapters/04-tools.yaml"


def diagnostic(place: Place, message: str = "something is wrong", hint: str = "mend it") -> Diagnostic:
    return Diagnostic.error(Code.SECTION_NOT_FOUND, message, place, hint)


def shown(text: str, line: int, column: int, width: int) -> list[str]:
    place = Place(PATH, line, column, width)
    return render(diagnostic(place), {PATH: text}).split("\n")


def cells(text: str) -> int:
    """How wide a text is on a terminal, by Unicode's own table (UAX #11)."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def underlined(rows: list[str]) -> str:
    """What stands above the carets, counted in cells."""
    excerpt, carets = rows[1].partition(" | ")[2], rows[2].partition(" | ")[2]
    first, last = carets.index("^"), len(carets)
    assert set(carets[first:]) == {"^"}
    result, place = "", 0
    for character in excerpt:
        if first <= place < last:
            result += character
        place += cells(character)
    return result


def test_the_whole_form() -> None:
    text = "title: x\nsections:\n     - from: summary#41:80\n"
    found = Diagnostic.error(
        Code.SECTION_NOT_FOUND,
        "'summary' has no section '41:80'",
        Place(PATH, 3, 14, 13),
        "did you mean '41:08'?",
    )
    assert render(found, {PATH: text}) == (
        "chapters/04-tools.yaml:3:14: error[section-not-found]: 'summary' has no section '41:80'\n"
        "    3 |      - from: summary#41:80\n"
        "      |              ^^^^^^^^^^^^^\n"
        "   = hint: did you mean '41:08'?"
    )


def test_a_warning_says_so() -> None:
    found = Diagnostic.warning(Code.UNDECLARED_DOCUMENT, "what is it", Place("seeds/a.txt"), "declare it")
    assert render(found, {}) == "seeds/a.txt: warning[undeclared-document]: what is it\n   = hint: declare it"


def test_without_a_hint_there_is_no_hint_line() -> None:
    assert "hint" not in render(diagnostic(Place(PATH, 1, 1), hint=""), {PATH: "x\n"})


@pytest.mark.parametrize(
    ("row", "target", "before", "carets"),
    [
        ("from: summary", "summary", 6, 7),
        ("標題: 天授", "天授", 6, 4),
        ("  - heading: {zh-Hans: 申请季, eng: Season}", "eng", 31, 3),
        ("「引語」，again", "again", 10, 5),
        ("from: feature#天授與-tuixue-online", "feature#天授與-tuixue-online", 6, 28),
        ("全角ＡＢ x", "x", 9, 1),
    ],
    ids=["Latin alone", "Han before and inside", "Han before", "full-width marks before", "Han inside", "wide Latin"],
)
def test_carets_are_measured_in_cells(row: str, target: str, before: int, carets: int) -> None:
    rows = shown(f"first\n{row}\n", 2, row.index(target) + 1, len(target))
    assert rows[1] == f"    2 | {row}"
    assert rows[2] == "      | " + " " * before + "^" * carets


def test_a_line_without_a_column_is_shown_without_carets() -> None:
    assert shown("a\nb\n", 2, 0, 1) == [
        f"{PATH}:2:1: error[section-not-found]: something is wrong",
        "    2 | b",
        "   = hint: mend it",
    ]


@pytest.mark.parametrize("line", [0, 9])
def test_a_line_that_the_file_does_not_have_is_not_shown(line: int) -> None:
    assert len(shown("a\nb\n", line, 1, 1)) == 2


def test_a_file_that_was_not_read_is_not_shown() -> None:
    assert len(render(diagnostic(Place(PATH, 1, 1)), {}).split("\n")) == 2


def test_a_place_after_the_end_of_its_line_gets_one_caret_there() -> None:
    rows = shown("申请季\n", 1, 4, 1)
    assert rows[1:3] == ["    1 | 申请季", "      |       ^"]


LONG_LATIN = " ".join(f"word{n:03}" for n in range(60))
LONG_HAN = "".join(chr(0x4E00 + n) for n in range(300))


@pytest.mark.parametrize("text", [LONG_LATIN, LONG_HAN, f"{LONG_LATIN}{LONG_HAN}"], ids=["Latin", "Han", "both"])
@pytest.mark.parametrize("part", [0, 0.05, 0.2, 0.5, 0.9, 1], ids=lambda part: f"at {part:.0%}")
def test_a_long_line_is_cut_around_its_place(text: str, part: float) -> None:
    start = int((len(text) - 8) * part)
    rows = shown(text + "\n", 1, start + 1, 8)
    excerpt = rows[1].partition(" | ")[2]
    assert underlined(rows) == text[start : start + 8]
    assert cells(excerpt) <= 100
    assert excerpt.strip("…") in text
    assert excerpt.startswith("…") == (not text.startswith(excerpt.strip("…")))
    assert excerpt.endswith("…") == (not text.endswith(excerpt.strip("…")))


def test_a_line_that_fits_is_not_cut() -> None:
    row = "天" * 48
    assert shown(row, 1, 40, 2)[1] == f"    1 | {row}"


@pytest.mark.parametrize("text", [LONG_LATIN, LONG_HAN], ids=["Latin", "Han"])
@pytest.mark.parametrize("start", [0, 150])
def test_a_place_longer_than_the_screen_is_underlined_as_far_as_it_is_shown(text: str, start: int) -> None:
    rows = shown(text, 1, start + 1, len(text) - start)
    excerpt, carets = rows[1].partition(" | ")[2], rows[2].partition(" | ")[2]
    assert cells(excerpt) <= 100
    assert len(carets) <= cells(excerpt)
    assert underlined(rows).rstrip("…") == text[start : start + len(underlined(rows).rstrip("…"))]


def test_control_characters_of_the_file_do_not_reach_the_terminal() -> None:
    row = "a: \x1b[31mred\x07\x00 \u202eback\tend"
    start = row.index("end")
    rows = shown(row + "\r\n", 1, start + 1, 3)
    assert rows[1].partition(" | ")[2] == "a: \ufffd[31mred\ufffd\ufffd \ufffdback end"
    assert underlined(rows) == "end"


@pytest.mark.parametrize("character", ["\x1b", "\x07", "\n", "\r", "\x9b"], ids=lambda c: f"U+{ord(c):04X}")
def test_control_characters_in_the_words_of_a_diagnostic_do_not_reach_the_terminal(character: str) -> None:
    """A YAML text may spell any character as an escape, and messages and hints quote such texts."""
    place = Place(PATH, 1, 1)
    text = render(diagnostic(place, f"there is no '{character}[2J'", f"did you mean '{character}'?"), {PATH: "x\n"})
    assert len(text.splitlines()) == 4
    assert character not in text.replace("\n", "", 3)


@settings(max_examples=examples(150), deadline=None)
@given(
    text=st.text(alphabet=st.characters(codec=None), max_size=150),
    line=st.integers(0, 4),
    column=st.integers(0, 200),
    width=st.integers(0, 200),
)
def test_any_place_in_any_text_can_be_shown(text: str, line: int, column: int, width: int) -> None:
    rows = render(diagnostic(Place(PATH, line, column, width)), {PATH: text}).split("\n")
    assert rows[0].startswith(PATH)
    assert rows[-1] == "   = hint: mend it"
    assert len(rows) <= 4
    assert not any(unicodedata.category(c) in ("Cc", "Cs") for row in rows for c in row)
