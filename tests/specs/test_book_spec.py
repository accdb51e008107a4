"""``chapters/book.yaml`` → the book's spec, and what must agree with the other files."""

from datetime import date

import pytest

from book.diagnostics import Code, Diagnostic
from book.editorial.checks import check_order, check_people
from book.model.block import LineRange
from book.specs.book_spec import BookSpec, read_book
from book.specs.registry import read_registry
from tests.languages import EN, ZH_HANS
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


def book(text: str) -> tuple[BookSpec, list[Diagnostic]]:
    spec, diagnostics = read_book(value(text))
    assert spec is not None
    return spec, diagnostics


def test_a_sound_book() -> None:
    spec, diagnostics = book(SOUND)
    assert diagnostics == []
    assert (spec.slug, spec.title.written(EN), spec.date) == ("tools", "Book", date(2026, 1, 31))
    assert spec.identifier == "urn:uuid:6f1e3a52-7c1d-4f5e-9d0b-2b8a4c3e1d7f"
    assert [edition.id for edition in spec.editions] == ["zh-Hans", "zh-Hant"]
    assert [slug.text for slug in spec.order] == ["00-preface", "01-one", "02-two", "99-end"]
    assert [(person.id, person.name.written(EN)) for person in spec.people or ()] == [("ann", "Ann")]
    first, second = spec.left_out
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
        ("en: Book", "fr: Livre", Code.MISSING_LANGUAGE, 2),
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
    _, diagnostics = book(SOUND.replace(old, new, 1))
    assert (code, line) in [(d.code, d.place.line) for d in diagnostics]


@pytest.mark.parametrize("key", ["slug", "title", "identifier", "date", "editions", "chapters"])
def test_what_a_book_needs(key: str) -> None:
    rows = [row for row in SOUND.split("\n") if not row.startswith(f"{key}:")]
    _, diagnostics = book("\n".join(rows))
    assert [d.code for d in diagnostics] == [Code.MISSING_KEY]
    assert f"'{key}'" in diagnostics[0].message


def test_what_is_no_book() -> None:
    spec, diagnostics = read_book(value("- a\n"))
    assert spec is None
    assert found(diagnostics) == [("wrong-type", 1, 1)]


def test_a_missing_identifier_is_the_same_every_time() -> None:
    text = "\n".join(row for row in SOUND.split("\n") if not row.startswith("identifier:"))
    assert book(text)[0].identifier == book(text)[0].identifier


def test_the_order_names_files_that_are_there_and_each_once() -> None:
    spec, _ = book(SOUND.replace("back-matter: [99-end]", "back-matter: [99-end, 01-one]"))
    diagnostics = check_order(spec, ["00-preface", "01-one", "02-too", "99-end"])
    assert found(diagnostics) == [("chapter-not-found", 9, 20), ("chapter-repeated", 10, 23)]
    assert "02-too" in diagnostics[0].hint
    assert "line 9" in diagnostics[1].hint


def test_the_registry_names_people_whom_the_book_knows() -> None:
    spec, _ = book(SOUND)
    registry, _ = read_registry(
        value("sources: {a: {file: a, format: article, language: en, quoted: anne, speakers: {A: ann, B: bob}}}\n")
    )
    diagnostics = check_people(spec, registry)
    assert [d.code for d in diagnostics] == [Code.UNKNOWN_PERSON, Code.UNKNOWN_PERSON]
    assert sorted(d.message for d in diagnostics) == [
        "the book knows no person 'anne'",
        "the book knows no person 'bob'",
    ]
