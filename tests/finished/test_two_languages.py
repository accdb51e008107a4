"""Editions in English and in two languages: what each says is what the others say, under the right tag."""

import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise

import pytest
from lxml import etree

from tests.finished.reading import (
    CHINESE,
    PAIRED,
    XHTML,
    Book,
    Element,
    folded,
    has_class,
    lines,
    without_calls,
    words,
)

pytestmark = pytest.mark.slow

HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003134f]")
SENTENCE = re.compile(r"\b[a-z]+(?:[ ,;’'-]+[a-z]+){4,}")
"""Five words in lower case in a row: no name, no title in capitals, no list of products."""
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def said(element: Element) -> str:
    """The words of an element without calls of notes, and with one space for any white space."""
    return " ".join(words(without_calls(element)).split())


def texts(section: Element, side: str | None) -> list[str]:
    """What a chapter says, heading by heading and paragraph by paragraph; of a pair, one side.

    What both languages say in the same words is said once, under the first.
    """
    found = []
    for element in section.iter(f"{XHTML}h1", f"{XHTML}h2", f"{XHTML}p"):
        if side is None:
            found.append(said(element))
            continue
        own = next((e for e in element.iter(f"{XHTML}span") if has_class(e, side)), None)
        either = [e for e in element.iter(f"{XHTML}span") if has_class(e, "first") or has_class(e, "second")]
        if either:
            found.append(said(own if own is not None else either[0]))
        elif any(has_class(parent, side) for parent in element.iterancestors()) or not any(
            has_class(p, n) for p in element.iterancestors() for n in ("first", "second")
        ):
            found.append(said(element))
    return found


def chapters(book: Book, edition: str) -> dict[str, Element]:
    """The chapters and the parts written like one; not the glossary and what follows it."""
    found = book.epubs[edition].chapters()
    return {id: section for id, section in found.items() if id.startswith("c-")}


@pytest.mark.parametrize("edition", PAIRED)
@pytest.mark.parametrize("side", ["first", "second"])
def test_a_side_of_a_pair_says_what_the_edition_in_its_language_says(finished: Book, edition: str, side: str) -> None:
    alone = "en" if side == "second" else edition.removesuffix("-en")
    compared = 0
    for id, section in chapters(finished, edition).items():
        own = texts(chapters(finished, alone)[id], None)
        paired = [text.removeprefix("a. ") for text in texts(section, side)]
        if side == "first":  # translator's notes are in the other language only
            paired = [text for text in paired if HAN.search(text) or text in own]
        wanted = [without_time(text) if side == "second" else text for text in own]
        wanted = [re.sub(r"^(?:\d+|[a-z])\. ", "", text) for text in wanted]
        paired = [re.sub(r"^(?:\d+|[a-z])\. ", "", text) for text in paired]
        assert paired == wanted, id
        compared += len(wanted)
    assert compared > 500


def without_time(text: str) -> str:
    """What stands above a passage, without its time: a pair has one."""
    return re.sub(r"^≈?\d+(?::\d\d)+(?:–\d+(?::\d\d)+)? · (?=[A-Z])", "", text)


@pytest.mark.parametrize("edition", PAIRED)
def test_every_pair_has_both_of_its_sides(finished: Book, edition: str) -> None:
    pairs = 0
    for id, section in chapters(finished, edition).items():
        for pair in (e for e in section.iter(f"{XHTML}div") if has_class(e, "pair")):
            sides = [next(n for n in ("first", "second") if has_class(child, n)) for child in pair]
            assert sides == ["first", "second"], (id, said(pair)[:40])
            assert all(said(child) for child in pair)
            pairs += 1
    assert pairs > 500


def tagged(root: Element) -> Iterator[tuple[str, str]]:
    """Every text of a page, with the language of the tag that it stands under."""
    for element in root.iter():
        tag = next((str(e.get("lang")) for e in (element, *element.iterancestors()) if e.get("lang")), "")
        if element.text and element.text.strip() and isinstance(element.tag, str):
            yield tag, element.text
        if element.tail and element.tail.strip():
            parent = next((str(e.get("lang")) for e in element.iterancestors() if e.get("lang")), "")
            yield parent, element.tail


def documents(book: Book, edition: str) -> dict[str, Element]:
    """Every XHTML document of an EPUB, the contents too."""
    with zipfile.ZipFile(book.epubs[edition].path) as archive:
        names = [name for name in archive.namelist() if name.endswith(".xhtml")]
        return {name: etree.fromstring(archive.read(name)) for name in names}


@pytest.mark.parametrize("edition", ["en", *PAIRED])
def test_every_text_stands_under_the_tag_of_its_language(finished: Book, edition: str) -> None:
    wrong: list[tuple[str, str, str]] = []
    counted = {True: 0, False: 0}
    for name, page in documents(finished, edition).items():
        for tag, text in tagged(page):
            is_chinese = bool(HAN.search(text))
            if is_chinese or SENTENCE.search(text):
                counted[is_chinese] += 1
                if tag.startswith("zh") is not is_chinese:
                    wrong.append((name, tag, text[:60]))
    assert wrong == []
    assert counted[True] > (30 if edition == "en" else 1000)
    assert counted[False] > 400


@pytest.mark.parametrize("edition", ["en", *CHINESE, *PAIRED])
def test_a_tag_is_written_for_xml_and_for_html_alike(finished: Book, edition: str) -> None:
    for name, page in documents(finished, edition).items():
        for element in page.iter():
            assert element.get("lang") == element.get(XML_LANG), (name, element.tag)


def test_the_english_edition_has_no_han_but_in_glossary_and_corrections(finished: Book) -> None:
    found: list[str] = []
    listed = 0
    for page in finished.epubs["en"].pages.values():
        for element in page.iter():
            for text, owner in ((element.text, element), (element.tail, element.getparent())):
                if not text or owner is None or not HAN.search(text):
                    continue
                places = [owner, *owner.iterancestors()]
                is_listed = any(has_class(e, "other") or e.get("id") == "sources-corrections" for e in places)
                listed += is_listed
                found += [] if is_listed else [text]
    assert found == []
    assert listed > 30


@pytest.mark.parametrize("edition", CHINESE)
def test_a_chinese_edition_has_no_english_sentence_but_the_title_of_a_recording(finished: Book, edition: str) -> None:
    found = {
        sentence
        for page in finished.epubs[edition].pages.values()
        for _, text in tagged(page)
        for sentence in SENTENCE.findall(text)
    }
    assert found <= {"and building research institutions", "scaling", "on dead ends, scaling"}


def test_every_translation_is_done_and_reviewed(finished: Book) -> None:
    rows = finished.manifest["translations"]
    assert {row["id"] for row in rows} == set(finished.sources)
    for row in rows:
        assert row["entries"] == row["source"] + row["reviewed"], row
        assert row["words"] > 400
    assert [row["id"] for row in rows if row["source"]] == ["digest"]


@pytest.mark.parametrize("edition", PAIRED)
def test_the_package_names_both_languages_and_titles(finished: Book, edition: str) -> None:
    with zipfile.ZipFile(finished.epubs[edition].path) as archive:
        package = etree.fromstring(archive.read("EPUB/content.opf"))
    assert [str(e.text) for e in package.iter("{*}language")] == [edition.removesuffix("-en"), "en"]
    others = {str(e.text): str(e.get(XML_LANG)) for e in package.iter("{*}meta") if e.get(XML_LANG)}
    assert others["Shovels and Stars"] == "en"


@pytest.mark.parametrize("edition", PAIRED)
def test_the_contents_name_every_part_in_both_languages(finished: Book, edition: str) -> None:
    contents = documents(finished, edition)["EPUB/nav.xhtml"]
    links = [a for a in contents.iter(f"{XHTML}a") if a.get("href") != "#toc"]
    for link in links:
        first, *second = [e for e in link if has_class(e, "first") or has_class(e, "second")]
        assert second or said(first).isascii(), said(link)
    assert len(links) > 80


def test_every_passage_of_the_english_epub_is_in_the_text_of_its_pdf(finished: Book) -> None:
    text = finished.pdfs["en"].text(finished.heads("en"))
    missing = []
    for id, passage in finished.epubs["en"].passages.items():
        for paragraph in passage.iter(f"{XHTML}p"):
            if folded(words(paragraph)) not in text:  # with the letters that call notes
                missing.append((id, said(paragraph)[:60]))
    assert missing == []


@pytest.mark.parametrize("edition", PAIRED)
def test_each_column_of_a_pdf_holds_one_side_of_every_pair_in_order(finished: Book, edition: str) -> None:
    pdf = finished.pdfs[edition]
    middle = 185 / 2 * 72 / 25.4
    columns = {"first": "", "second": ""}
    for page in pdf.pages:
        for side, own in (("first", True), ("second", False)):
            rows = lines([word for word in page if (word.left < middle) is own])
            columns[side] += "".join(folded("".join(word.text for word in row)) for row in rows)
    for side, text in columns.items():
        place = 0
        for passage in finished.epubs[edition].passages.values():
            for half in (e for e in passage.iter(f"{XHTML}div") if has_class(e, side)):
                for paragraph in half.iter(f"{XHTML}p"):
                    found = text.find(folded(words(paragraph)), place)
                    assert found >= 0, (side, said(paragraph)[:60])
                    place = found


@pytest.mark.parametrize("edition", ["en", *PAIRED])
def test_no_line_of_english_is_torn_apart(finished: Book, edition: str) -> None:
    """A line broken too early and then justified has gaps many times as wide as a space."""
    middle = 185 / 2 * 72 / 25.4 if edition in PAIRED else 0
    torn = []
    for number, page in enumerate(finished.pdfs[edition].pages, 1):
        for row in lines([word for word in page if word.left >= middle]):
            gaps = [after.left - before.right for before, after in pairwise(row)]
            if sum(gap > 14 for gap in gaps) > 2 and "·" not in "".join(word.text for word in row):
                torn.append((number, " ".join(word.text for word in row)))
    assert torn == []


def tags(pdf: bytes) -> Counter[str]:
    """The languages that the elements of a PDF's structure say they are in."""
    streams = [match.group(1) for match in re.finditer(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL)]
    inflated = b""
    for stream in streams:
        with suppress(zlib.error):
            inflated += zlib.decompress(stream)
    return Counter(found.decode() for found in re.findall(rb"/Lang ?\(([^)]*)\)", inflated + pdf))


@pytest.mark.parametrize("edition", PAIRED)
def test_the_structure_of_a_pdf_says_what_is_in_which_language(finished: Book, edition: str) -> None:
    found = tags(finished.pdfs[edition].path.read_bytes())
    chinese = edition.removesuffix("-en")
    pairs = sum(
        1 for page in finished.epubs[edition].pages.values() for e in page.iter(f"{XHTML}div") if has_class(e, "second")
    )
    assert found["en"] >= pairs > 500
    assert found[chinese] >= pairs


@pytest.mark.parametrize("edition", [*CHINESE, "en"])
def test_a_pdf_in_one_language_says_which(finished: Book, edition: str) -> None:
    assert tags(finished.pdfs[edition].path.read_bytes())[edition] == 1


@pytest.mark.parametrize("edition", PAIRED)
def test_nothing_stands_outside_the_columns(finished: Book, edition: str) -> None:
    points = 72 / 25.4
    margin = (185 * points - 419) / 2
    outside = [
        (number, word.text)
        for number, page in enumerate(finished.pdfs[edition].pages, 1)
        for word in page
        if word.left < margin - 6 or word.right > 185 * points - margin + 6  # a mark may give up half an em
    ]
    assert outside == []
