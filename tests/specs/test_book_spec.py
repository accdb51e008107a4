"""``chapters/book.yaml`` → the book's spec, and what must agree with the other files."""

from datetime import date

import pytest

from book.diagnostics import Code, Diagnostic
from book.editorial.checks import check_order, check_people
from book.model.span import LineRange
from book.specs.book_spec import BookSpec, Contents, read_book
from book.specs.registry import read_registry
from tests.languages import EN, ZH_HANS
from tests.reporting import reported
from tests.specs.reading import found, value

SOUND = """\
slug: tools
title: {zh-Hans: 书, en: Book}
identifier: urn:uuid:6f1e3a52-7c1d-4f5e-9d0b-2b8a4c3e1d7f
date: 2026-01-31
people:
  ann: {zh-Hans: 安, en: Ann}
editions: [zh-Hans, zh-Hant]
front-matter: [00-preface]
chapters: [01-one, 02-two.yaml]
back-matter: [99-end]
leave-out:
  - {from: 'summary#41:08', because: too long}
  - {from: 'summary#lead', paragraphs: 1-2, because: {zh-Hans: 广告, en: Advertising}}
"""


def read(text: str) -> tuple[Contents, BookSpec | None, list[Diagnostic]]:
    (contents, spec), diagnostics = reported(read_book, value(text))
    return contents, spec, diagnostics


def book(text: str) -> tuple[BookSpec, list[Diagnostic]]:
    _, spec, diagnostics = read(text)
    assert spec is not None
    return spec, diagnostics


def test_a_sound_book() -> None:
    spec, diagnostics = book(SOUND)
    assert diagnostics == []
    assert (spec.slug, spec.title.written(EN), spec.date) == ("tools", "Book", date(2026, 1, 31))
    assert spec.identifier == "urn:uuid:6f1e3a52-7c1d-4f5e-9d0b-2b8a4c3e1d7f"
    assert [edition.id for edition in spec.editions] == ["zh-Hans", "zh-Hant"]
    assert [slug.text for slug in spec.order] == ["00-preface", "01-one", "02-two", "99-end"]
    assert [(person.id, person.name.written(EN)) for person in spec.people] == [("ann", "Ann")]
    first, second = spec.contents.left_out
    assert (str(first.passage.address), first.because.any) == ("summary#41:08", "too long")
    assert [lines for lines, _ in second.passage.paragraphs] == [LineRange(1, 2)]
    assert (second.because.written(ZH_HANS), second.because.written(EN)) == ("广告", "Advertising")


@pytest.mark.parametrize(
    "identifier",
    ["urn:isbn:9787020002207", "https://example.org/book", "urn:uuid:6F1E3A52-7C1D-4F5E-9D0B-2B8A4C3E1D7F"],
)
def test_identifiers(identifier: str) -> None:
    spec, diagnostics = book(SOUND.replace("urn:uuid:6f1e3a52-7c1d-4f5e-9d0b-2b8a4c3e1d7f", identifier))
    assert (spec.identifier, diagnostics) == (identifier, [])


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("slug: tools", "slug: ../tools", Code.BAD_VALUE, 1),
        ("slug: tools", "slug: 书", Code.BAD_VALUE, 1),
        ("en: Book", "fr: Livre", Code.UNKNOWN_KEY, 2),
        ("urn:uuid:6f1e3a52", "urn:uuid:xyz", Code.BAD_VALUE, 3),
        ("urn:uuid:6f1e3a52-7c1d-4f5e-9d0b-2b8a4c3e1d7f", "my book", Code.BAD_VALUE, 3),
        ("2026-01-31", "2026-02-31", Code.BAD_VALUE, 4),
        ("2026-01-31", "January", Code.BAD_VALUE, 4),
        ("{zh-Hans: 安, en: Ann}", "Ann", Code.WRONG_TYPE, 6),
        ("[zh-Hans, zh-Hant]", "[zh-Hans, zh-TW]", Code.UNKNOWN_EDITION, 7),
        ("[zh-Hans, zh-Hant]", "[zh-Hans, zh-Hans]", Code.BAD_VALUE, 7),
        ("[zh-Hans, zh-Hant]", "zh-Hans", Code.WRONG_TYPE, 7),
        ("[01-one, 02-two.yaml]", "[01-one, [02-two]]", Code.WRONG_TYPE, 9),
        ("summary#41:08", "summary", Code.BAD_VALUE, 12),
        (", because: too long", "", Code.MISSING_KEY, 12),
        ("paragraphs: 1-2", "at: 41:08", Code.UNKNOWN_KEY, 13),
        ("date:", "dates:", Code.UNKNOWN_KEY, 4),
    ],
)
def test_a_mistake_is_reported_in_its_line(old: str, new: str, code: Code, line: int) -> None:
    assert old in SOUND
    _, _, diagnostics = read(SOUND.replace(old, new, 1))
    assert (code, line) in [(d.code, d.place.line) for d in diagnostics]


@pytest.mark.parametrize("key", ["slug", "title", "identifier", "date", "editions", "chapters"])
def test_what_a_book_needs(key: str) -> None:
    rows = [row for row in SOUND.split("\n") if not row.startswith(f"{key}:")]
    _, spec, diagnostics = read("\n".join(rows))
    assert [d.code for d in diagnostics] == [Code.MISSING_KEY]
    assert spec is None or key == "chapters"
    assert f"'{key}'" in diagnostics[0].message


def test_what_is_no_book() -> None:
    contents, spec, diagnostics = read("- a\n")
    assert (contents, spec) == (Contents(), None)
    assert found(diagnostics) == [("wrong-type", 1, 1)]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("slug: tools", "slug: ../tools", Code.BAD_VALUE),
        ("title: {zh-Hans: 书, en: Book}", "title: Book", Code.WRONG_TYPE),
        ("urn:uuid:6f1e3a52", "urn:uuid:xyz", Code.BAD_VALUE),
        ("2026-01-31", "yesterday", Code.BAD_VALUE),
        ("2026-01-31", "''", Code.BAD_VALUE),
        ("{zh-Hans: 安, en: Ann}", "Ann", Code.WRONG_TYPE),
        ("[zh-Hans, zh-Hant]", "[]", Code.BAD_VALUE),
        ("[zh-Hans, zh-Hant]", "[zh-Hans, zh-TW]", Code.UNKNOWN_EDITION),
        ("editions:", "editoins:", Code.UNKNOWN_KEY),
    ],
)
def test_a_book_with_a_mistake_is_none_and_nothing_is_made_up_for_it(old: str, new: str, code: Code) -> None:
    """Its order and what it leaves out are read all the same, so that its chapters can be checked in the same run."""
    contents, spec, diagnostics = read(SOUND.replace(old, new, 1))
    assert [d.code for d in diagnostics] == [code]
    assert spec is None
    assert [slug.text for slug in contents.order] == ["00-preface", "01-one", "02-two", "99-end"]
    assert len(contents.left_out) == 2


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("editions: [zh-Hans, en, zh-Hans-en]", "editions: [zh-Hans, en, zh-Hans-ne]", Code.UNKNOWN_EDITION),
        ("editions: [zh-Hans, en, zh-Hans-en]", "editons: [zh-Hans, en, zh-Hans-en]", Code.UNKNOWN_KEY),
    ],
)
def test_a_layout_is_not_held_against_editions_that_could_not_be_read(old: str, new: str, code: Code) -> None:
    text = SOUND.replace("editions: [zh-Hans, zh-Hant]", "editions: [zh-Hans, en, zh-Hans-en]")
    text += "layouts: {zh-Hans-en: stacked}\n"
    assert read(text)[2] == []
    assert [d.code for d in read(text.replace(old, new))[2]] == [code]


def test_the_order_names_files_that_are_there_and_each_once() -> None:
    contents, _, _ = read(SOUND.replace("back-matter: [99-end]", "back-matter: [99-end, 01-one]"))
    _, diagnostics = reported(check_order, contents, ["00-preface", "01-one", "02-too", "99-end"])
    assert found(diagnostics) == [("chapter-not-found", 9, 20), ("chapter-repeated", 10, 23)]
    assert "02-too" in diagnostics[0].hint
    assert "line 9" in diagnostics[1].hint


def test_the_registry_names_people_whom_the_book_knows() -> None:
    contents, _, _ = read(SOUND)
    registry, _ = reported(
        read_registry,
        value("sources: {a: {file: a, format: dialogue, language: en, quoted: anne, speakers: {A: ann, B: bob}}}\n"),
    )
    _, diagnostics = reported(check_people, contents, registry)
    assert [d.code for d in diagnostics] == [Code.UNKNOWN_PERSON, Code.UNKNOWN_PERSON]
    assert sorted(d.message for d in diagnostics) == [
        "the book knows no person 'anne'",
        "the book knows no person 'bob'",
    ]
