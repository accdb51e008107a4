"""Finished PDFs: their fonts, their contents, and where their lines begin."""

import re
import subprocess
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest

from tests.finished.reading import CHINESE, XHTML, Book, Page, folded, lines, words

pytestmark = pytest.mark.slow

NOT_FIRST = "，。、；：！？）」』》”’…～·"
MEASURE, EM = 320, 10
"""How wide the text is, and a character of it, in points: ``pdf.css``."""
NOT_LAST = "（「『《“‘"


@pytest.mark.parametrize(("edition", "region"), [("zh-Hans", "SC"), ("zh-Hant", "TC")])
def test_the_fonts_are_embedded_and_exactly_the_expected_families(finished: Book, edition: str, region: str) -> None:
    rows = finished.pdfs[edition].fonts
    names = [re.sub(r"^[A-Z]{6}\+", "", row[0]) for row in rows]
    families = {re.sub(r"-(Bold|Semi-Condensed)$", "", name) for name in names}
    text = "".join(words(page) for page in finished.epubs[edition].pages.values())
    assert {unicodedata.category(c) for c in text} >= {"So"}, "a pictograph, of which Symbola is the font"
    assert families == {f"Noto-Serif-CJK-{region}", f"Noto-Sans-CJK-{region}", "Latin", "LatinBold", "Symbola"}
    assert len(names) == len(set(names))
    for row in rows:
        assert row[-5:-2] == ["yes", "yes", "yes"], row  # embedded, a subset, with a map to Unicode


def contents(book: Book, edition: str) -> dict[str, int]:
    """The page of contents: each entry's words, folded, and the number printed for it."""
    pdf = book.pdfs[edition]
    page = pdf.body(2, set())
    result = {}
    for row in lines(page):
        text = [w.text.strip("· ") for w in row]
        text = [t for t in text if t]
        if len(text) > 1 and text[-1].isdigit():
            result[folded("".join(text[:-1]))] = int(text[-1])
    return result


@pytest.mark.parametrize("edition", CHINESE)
def test_the_contents_give_the_pages_on_which_chapters_begin(finished: Book, edition: str) -> None:
    pdf = finished.pdfs[edition]
    titles = []
    for section in finished.epubs[edition].chapters().values():
        heading = section.find(f"{XHTML}h1")
        assert heading is not None
        titles.append(folded(words(heading)))
    listed = contents(finished, edition)
    assert list(listed) == titles
    for title, number in listed.items():
        first = "".join(folded(w.text) for row in lines(pdf.body(number, set()))[:4] for w in row)
        assert first.startswith(title), (title, number, first)
    assert list(listed.values()) == sorted(set(listed.values()))


def ink(pdf: Path, page: int, left: float, top: float, width: float, height: float) -> int:
    """How many dots are dark in a part of a page, in points, at 72 to the inch."""
    area = [
        f"-{n}" if i == 0 else str(int(v))
        for n, v in (("x", left), ("y", top), ("W", width), ("H", height))
        for i in (0, 1)
    ]
    command = ["pdftoppm", "-r", "72", "-gray", "-f", str(page), "-l", str(page), *area, str(pdf)]
    data = subprocess.run(command, capture_output=True, check=True).stdout
    assert data.startswith(b"P5")
    return sum(1 for dot in data.split(b"\n", 3)[3] if dot < 160)


_MM = 72 / 25.4
HEAD = (100 * _MM, 5 * _MM, 65 * _MM, 14 * _MM)
FOOT = (100 * _MM, 221 * _MM, 65 * _MM, 14 * _MM)


@pytest.mark.parametrize("edition", CHINESE)
def test_head_and_folio_are_drawn_on_a_page_and_are_no_part_of_its_text(finished: Book, edition: str) -> None:
    pdf = finished.pdfs[edition]
    openings = list(contents(finished, edition).values())
    opening = next(page for page, after in pairwise(openings) if after - page > 1)
    assert ink(pdf.path, opening + 1, *HEAD) > 20
    assert ink(pdf.path, opening + 1, *FOOT) > 0
    assert ink(pdf.path, 1, *HEAD) == ink(pdf.path, 1, *FOOT) == 0
    for page, found in enumerate(pdf.pages, 1):
        rows = lines([word for word in found if word.right > pdf.left])
        assert "".join(w.text for w in rows[-1]) != str(page)


@pytest.mark.parametrize("edition", CHINESE)
def test_the_page_on_which_a_chapter_opens_has_a_folio_and_no_running_head(finished: Book, edition: str) -> None:
    pdf = finished.pdfs[edition]
    openings = list(contents(finished, edition).values())
    assert [page for page in openings if ink(pdf.path, page, *FOOT) == 0] == []
    assert [page for page in openings if ink(pdf.path, page, *HEAD) > 0] == []


def body_lines(book: Book, edition: str) -> list[tuple[int, Page]]:
    """Every line after the contents, with the number of its page."""
    result = []
    for number in range(3, len(book.pdfs[edition].pages) + 1):
        body = book.pdfs[edition].body(number, book.heads(edition))
        rows = lines(body)
        assert sum(map(len, rows)) == len(body)
        result += [(number, row) for row in rows]
    assert result
    return result


@pytest.mark.parametrize("edition", CHINESE)
def test_no_line_begins_or_ends_with_a_mark_that_may_not(finished: Book, edition: str) -> None:
    """CLREQ § 3.1.3."""
    rows = body_lines(finished, edition)
    assert [(n, said(row)[:12]) for n, row in rows if row[0].text[0] in NOT_FIRST] == []
    assert [(n, said(row)[-12:]) for n, row in rows if row[-1].text[-1] in NOT_LAST] == []


def said(row: Page) -> str:
    """The words of a line."""
    return "".join(word.text for word in row)


@pytest.mark.parametrize("edition", CHINESE)
def test_nothing_stands_outside_the_page(finished: Book, edition: str) -> None:
    pdf = finished.pdfs[edition]
    millimetre = 72 / 25.4
    for number, page in enumerate(pdf.pages, 1):
        for word in page:
            assert word.left > 0, (number, word)
            assert word.right < 170 * millimetre, (number, word)
            assert 0 < word.top < word.bottom < 240 * millimetre, (number, word)


@pytest.mark.parametrize("edition", CHINESE)
def test_lines_of_chinese_fill_the_measure(finished: Book, edition: str) -> None:
    """A line that comes near the edge ends at it, or with a mark that gives up half an em; the others end paragraphs."""
    pdf = finished.pdfs[edition]
    right = pdf.left + MEASURE
    rows = [row for _, row in body_lines(finished, edition)]
    near = [row for row in rows if row[-1].right > right - 20]
    full = [row for row in near if -0.6 < row[-1].right - right < 6]
    ragged = [row for row in near if row[-1].right < right - 0.6]
    assert len(full) >= fewest_full_lines(finished, edition)
    assert [row for row in near if row[-1].right >= right + 6] == []
    assert [row for row in ragged if not re.search("[。？！；：”」，]\\d*$|\\d$", said(row))] == []


def fewest_full_lines(book: Book, edition: str) -> int:
    """All lines of a paragraph but its last are full, and no line has more than 32 em and two halves that marks give up.

    Only Han is counted, which is an em wide each.
    """
    found = 0
    for passage in book.epubs[edition].passages.values():
        for paragraph in passage.iter(f"{XHTML}p"):
            found += max(len(re.findall("[\u3400-\u9fff]", words(paragraph))) - 1, 0) // (MEASURE // EM + 1)
    assert found
    return found
