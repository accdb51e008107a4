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
    EDITIONS,
    PAIRED,
    XHTML,
    Book,
    Element,
    emptied,
    folded,
    has_class,
    languages,
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


def headings(book: Book, id: str) -> int:
    """How many headings a chapter has, its title counted."""
    return 1 + sum("heading" in section for section in book.chapters[id.removeprefix("c-")]["sections"])


@pytest.mark.parametrize("edition", PAIRED)
@pytest.mark.parametrize("side", ["first", "second"])
def test_a_side_of_a_pair_says_what_the_edition_in_its_language_says(finished: Book, edition: str, side: str) -> None:
    """Translators' notes to the one language are in the first column of the notes, and so on neither side."""
    language = languages(edition)[side == "second"]
    assert list(chapters(finished, edition)) == [f"c-{slug}" for slug in finished.chapters]
    for id, section in chapters(finished, edition).items():
        alone = chapters(finished, language)[id]
        assert len(list(alone.iter(f"{XHTML}h1", f"{XHTML}h2"))) == headings(finished, id)
        ours, theirs = without_glosses(section), without_glosses(alone)
        wanted = [without_time(text) if side == "second" else text for text in texts(theirs, None)]
        assert [without_number(text) for text in texts(ours, side)] == [without_number(text) for text in wanted], id


def without_glosses(section: Element) -> Element:
    """A chapter → a copy without the notes of translators, which an edition prints once, in their language."""
    twin = etree.fromstring(etree.tostring(section, with_tail=False))
    for note in [e for e in twin.iter(f"{XHTML}aside") if str(e.get("id")).startswith("g-")]:
        parent = note.getparent()
        assert parent is not None
        parent.remove(note)
    return twin


def without_number(text: str) -> str:
    """A note's words without its number, which a pair has once."""
    return re.sub(r"^(?:\d+|[a-z])\. ", "", text)


def without_time(text: str) -> str:
    """What stands above a passage, without its time: a pair has one."""
    return re.sub(r"^≈?\d+(?::\d\d)+(?:–\d+(?::\d\d)+)? · (?=[A-Z])", "", text)


def paragraphs(element: Element) -> list[Element]:
    """The paragraphs of a passage or a note, and its blocks of code."""
    return [e for e in element.iter(f"{XHTML}p", f"{XHTML}pre") if not has_class(e, "attribution")]


@pytest.mark.parametrize("edition", PAIRED)
def test_every_paragraph_is_a_pair_with_both_of_its_sides(finished: Book, edition: str) -> None:
    """As many pairs as the edition in the leading language alone has paragraphs; an editor's prose has as many as he
    wrote in the one language if he wrote as many in the other, and else is one pair."""
    alone = {
        str(e.get("id")): len(paragraphs(e))
        for section in chapters(finished, languages(edition)[0]).values()
        for e in section.iter(f"{XHTML}div")
        if has_class(e, "passage") or has_class(e, "editorial")
    }
    found = {}
    for section in chapters(finished, edition).values():
        for element in section.iter(f"{XHTML}div"):
            if str(element.get("id")) not in alone:
                continue
            pairs = [e for e in element.iter(f"{XHTML}div") if has_class(e, "pair")]
            for pair in pairs:
                sides = [next(n for n in ("first", "second") if has_class(child, n)) for child in pair]
                assert sides == ["first", "second"], said(pair)[:40]
                assert all(said(child) for child in pair)
            found[str(element.get("id"))] = len(pairs)
    assert set(found) == set(alone)
    assert {id: n for id, n in found.items() if n != alone[id]} == {}
    assert len(alone) == len(finished.passages) + sum(
        "note" in item for slug in finished.chapters for item in finished.items(slug)
    )


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
    for name, page in documents(finished, edition).items():
        for tag, text in tagged(page):
            is_chinese = bool(HAN.search(text))
            if (is_chinese or SENTENCE.search(text)) and tag.startswith("zh") is not is_chinese:
                wrong.append((name, tag, text[:60]))
    assert wrong == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_passage_has_text_in_each_language_of_its_edition_and_in_no_other(finished: Book, edition: str) -> None:
    for page in finished.epubs[edition].pages.values():
        for passage in (e for e in page.iter(f"{XHTML}div") if e.get("data-source")):
            default = str(page.get("lang"))
            found = {tag or default for tag, _ in tagged(emptied(passage))}
            assert found == set(languages(edition)), said(passage)[:60]


@pytest.mark.parametrize("edition", ["en", *CHINESE, *PAIRED])
def test_a_tag_is_written_for_xml_and_for_html_alike(finished: Book, edition: str) -> None:
    for name, page in documents(finished, edition).items():
        for element in page.iter():
            assert element.get("lang") == element.get(XML_LANG), (name, element.tag)


def test_the_english_edition_has_no_han_but_in_glossary_corrections_and_code(finished: Book) -> None:
    """Each term of the glossary whose form is in Han, and each correction of words in Han."""
    found: list[str] = []
    entries: set[str] = set()
    corrected: set[str] = set()
    for page in finished.epubs["en"].pages.values():
        for element in page.iter():
            for text, owner in ((element.text, element), (element.tail, element.getparent())):
                if not text or owner is None or not HAN.search(text):
                    continue
                places = [owner, *owner.iterancestors()]
                if any(e.get("id") == "sources-corrections" for e in places):
                    corrected.add(text)
                elif any(has_class(e, "other") for e in places):
                    entries |= {str(e.get("id")) for e in places if has_class(e, "glossary-entry")}
                elif not any(e.tag in (f"{XHTML}pre", f"{XHTML}code") for e in places):
                    found.append(text)
    assert found == []
    printed = {str(e.get("id")) for p in finished.epubs["en"].pages.values() for e in p.iter() if e.get("id")}
    in_han = {f"t-{term['id']}" for term in finished.terms if HAN.search(term["zh-Hans"] + term["zh-Hant"])}
    assert entries == in_han & printed
    assert {plain(text) for text in corrected_words(finished) if HAN.search(text)} <= {plain(t) for t in corrected}


def corrected_words(book: Book) -> set[str]:
    """Both sides of each declared correction of a line that is not left out."""
    result = set()
    for correction in book.corrections:
        places = [correction["at"]] if isinstance(correction["at"], str) else correction["at"]
        for source in {place.partition("#")[0] for place in places}:
            rows = [row for row in book.manifest["left_out"] if row["source"] == source]
            left_out = {n for row in rows for n, _ in book.lines(row)}
            lines = enumerate(book.documents[book.sources[source]], 1)
            if any(n not in left_out and correction["text"] in line for n, line in lines):
                result |= {correction["text"], correction["to"]}
    return result


def plain(text: str) -> str:
    """Letters and marks without spaces, by which the setting of marks is not seen."""
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("edition", CHINESE)
def test_a_chinese_edition_has_no_english_sentence_but_in_a_title_that_is_english(finished: Book, edition: str) -> None:
    found = {
        sentence
        for page in finished.epubs[edition].pages.values()
        for _, text in tagged(page)
        for sentence in SENTENCE.findall(text)
    }
    titles = [
        text
        for entries in finished.registry.values()
        for entry in entries.values()
        for language, text in entry["title"].items()
        if language != "en"
    ]
    assert found <= {sentence for title in titles for sentence in SENTENCE.findall(title)}


def test_every_translation_is_done_and_reviewed(finished: Book) -> None:
    """Nothing is stale or missing, and the words are those of the catalogues."""
    rows = finished.manifest["translations"]
    assert [row["id"] for row in rows] == list(finished.sources)
    for row in rows:
        entries = [e for e in finished.catalogues[row["id"]] if not e.obsolete]
        own = finished.registry["sources"][row["id"]]["format"] == "parallel"
        states = {"source": len(entries) if own else 0, "reviewed": 0 if own else len(entries)}
        assert row == {
            "id": row["id"],
            "entries": len(entries),
            **states,
            "translated": 0,
            "stale": 0,
            "missing": 0,
            "words": row["words"],
        }
        assert row["words"] >= sum(len(e.msgstr.split()) for e in entries if not e.msgctxt.startswith("h-")) > 0


@pytest.mark.parametrize("edition", PAIRED)
def test_the_package_names_both_languages_and_titles(finished: Book, edition: str) -> None:
    with zipfile.ZipFile(finished.epubs[edition].path) as archive:
        package = etree.fromstring(archive.read("EPUB/content.opf"))
    assert [str(e.text) for e in package.iter("{*}language")] == [edition.removesuffix("-en"), "en"]
    others = {str(e.text): str(e.get(XML_LANG)) for e in package.iter("{*}meta") if e.get(XML_LANG)}
    assert others[finished.spec["title"]["en"]] == "en"


@pytest.mark.parametrize("edition", PAIRED)
def test_the_contents_name_every_part_in_both_languages(finished: Book, edition: str) -> None:
    contents = documents(finished, edition)["EPUB/nav.xhtml"]
    (toc,) = [nav for nav in contents.iter(f"{XHTML}nav") if nav.get("id") == "toc"]
    links = list(toc.iter(f"{XHTML}a"))
    for link in links:
        first, *second = [e for e in link if has_class(e, "first") or has_class(e, "second")]
        assert second or said(first).isascii(), said(link)
    parts = [
        f"{name.removeprefix('EPUB/')}#{section.get('id')}"
        for name, page in finished.epubs[edition].pages.items()
        for section in page.iter(f"{XHTML}section")
        if section.get("id") and any(section.find(f"{XHTML}{name}") is not None for name in ("h1", "h2"))
    ]
    assert [str(a.get("href")) for a in links] == parts
    assert sum("#c-" in part or "#s-" in part for part in parts) == sum(
        headings(finished, s) for s in finished.chapters
    )


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
    assert pairs
    assert found["en"] >= pairs
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
