"""Every line of every document is in the books once, left out with a reason, or metadata."""

import difflib
import re
from collections import Counter
from typing import Any

import pytest
from opencc import OpenCC

from tests.finished.reading import (
    ALONE,
    CHINESE,
    EDITIONS,
    XHTML,
    Book,
    Element,
    Row,
    bare,
    emptied,
    folded,
    has_class,
    languages,
    tongue,
    without_calls,
    words,
)

pytestmark = pytest.mark.slow


def stamp(seconds: int) -> str:
    """2468 → 41:08."""
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes:02}:{seconds:02}"


def test_every_line_is_in_exactly_one_list(finished: Book) -> None:
    for source, name in finished.sources.items():
        places = {
            part: {n for row in finished.manifest[part] if row["source"] == source for n, _ in finished.lines(row)}
            for part in ("passages", "left_out", "metadata")
        }
        times = Counter(n for numbers in places.values() for n in numbers)
        printed = [n for n, line in enumerate(finished.documents[name], 1) if line.strip()]
        assert {n: times[n] for n in printed if times[n] != 1} == {}, source
        assert set(times) == set(printed)


def test_no_line_is_printed_twice_or_left_out_twice(finished: Book) -> None:
    """But for a paragraph that is quoted in parts, and for what a chapter says it uses again."""
    shared = {
        (slug, item["from"].partition("#")[0]) for slug, item in finished.cited if "quote" in item or "again" in item
    }
    for part in ("passages", "left_out", "metadata"):
        found: dict[tuple[str, int], list[Row]] = {}
        for row in finished.manifest[part]:
            for number, _ in finished.lines(row):
                found.setdefault((row["source"], number), []).append(row)
        twice = {place: rows for place, rows in found.items() if len(rows) > 1}
        allowed = [p for p, rows in twice.items() if any((row.get("chapter"), p[0]) in shared for row in rows)]
        assert list(twice) == allowed, part


def test_nothing_is_left_out_but_what_the_book_says_and_for_its_reason(finished: Book) -> None:
    """No edition is without Chinese or without English, so that both halves of a document in two are printed."""
    declared = [
        (omission["from"].partition("#")[0], omission["because"]) for omission in finished.spec.get("leave-out", [])
    ]
    reasons = {(source, text if isinstance(text, str) else text["en"]) for source, text in declared}
    assert {(row["source"], row["because"]) for row in finished.manifest["left_out"]} == reasons


def is_metadata(finished: Book, row: Row, number: int, line: str) -> bool:
    """Whether a line is none of the text: declared so, front matter, a heading, a rule, a link alone."""
    source = finished.registry["sources"][row["source"]]
    lines = [range(int(n.partition("-")[0]), int(n.rpartition("-")[2]) + 1) for n in source.get("metadata", [])]
    if any(number in numbers for numbers in lines) or line in source.get("headings", []):
        return True
    document = finished.documents[finished.sources[row["source"]]]
    if document[0] == "---" and number <= document.index("---", 1) + 1:
        return True
    return bool(re.match(r"#{1,6} |\[\d+(:\d\d)+\] |-{3,}$|!?\[.*\]\(.*\)$|.{0,20}https?://\S+$", line))


def test_metadata_is_no_text_and_says_what_it_is(finished: Book) -> None:
    for row in finished.manifest["metadata"]:
        assert row["what"]
        for number, line in finished.lines(row):
            assert is_metadata(finished, row, number, line), (row, line)


def undeclared(finished: Book, row: Row, edition: str, printed: str) -> list[tuple[str, str]]:
    """Where a printed passage differs from its lines, letter for letter, and no declared changes explain it."""
    source = folded("".join(bare(line) for _, line in finished.lines(row)))
    first, last = row["lines"]
    declared = [
        (folded(change["before"]), folded(change["after"]))
        for change in finished.manifest["changes"]
        if (change["edition"], change["source"]) == (edition, row["source"])
        and change["cause"] in ("correction", "term")
        and any(first <= line <= last for line in change["lines"])
    ]
    matcher = difflib.SequenceMatcher(None, source, printed, autojunk=False)
    return [
        (source[a:b], printed[c:d])
        for kind, a, b, c, d in matcher.get_opcodes()
        if kind != "equal"
        and not (
            any(source[a:b] in before for before, _ in declared) and any(printed[c:d] in after for _, after in declared)
        )
    ]


def own_words(element: Element) -> str:
    """What a passage prints, without the name of its speaker and the number of its note, folded."""
    element = without_calls(element)
    for name in [e for e in element.iter() if has_class(e, "speaker") or has_class(e, "attribution")]:
        tail = name.tail
        name.clear()
        name.tail = tail
    return folded(words(element))


@pytest.mark.parametrize("edition", ALONE)
def test_every_passage_of_the_epub_has_the_words_of_its_lines_but_for_declared_changes(
    finished: Book, edition: str
) -> None:
    """Of lines that are quoted in parts, the parts together; what is printed again is the same again."""
    parts: dict[tuple[str, int, int], list[Row]] = {}
    for row in finished.own_rows(edition):
        parts.setdefault((row["source"], *row["lines"]), []).append(row)
    assert parts
    wrong = {}
    for place, rows in parts.items():
        pieces = [printed_words(finished, row, edition) for row in rows]
        assert all(pieces), place
        if found := undeclared(finished, rows[0], edition, "".join(dict.fromkeys(pieces))):
            wrong[place] = found
    assert wrong == {}


def printed_words(finished: Book, row: Row, edition: str) -> str:
    """The words of a passage, with the label of a turn as its document writes it, folded."""
    printed = own_words(finished.epubs[edition].passages[row["id"]])
    label = re.match(r"\*\*(.+?)\*\*[：:]", finished.lines(row)[0][1])
    return folded(label.group(1)) + printed if row["kind"] == "transcript" and label else printed


@pytest.mark.parametrize("edition", ALONE)
def test_every_passage_of_the_epub_is_in_the_text_of_the_pdf(finished: Book, edition: str) -> None:
    text = finished.pdfs[edition].text(finished.heads(edition))
    passages = finished.epubs[edition].passages
    assert list(passages) == list(finished.passages)
    missing = [
        (id, words(paragraph)[:60])
        for id, passage in passages.items()
        for paragraph in passage.iter(f"{XHTML}p", f"{XHTML}pre")
        if folded(words(paragraph)) not in text  # with the numbers and letters that call notes
    ]
    assert missing == []


def of_one_script_only(text: str) -> dict[str, set[str]]:
    """The characters of a text that only one script writes, by OpenCC's tables of characters."""
    to_hant, to_hans = OpenCC("s2tw"), OpenCC("tw2s")
    found: dict[str, set[str]] = {"zh-Hans": set(), "zh-Hant": set()}
    for character in {c for c in text if "\u3400" <= c <= "\u9fff"} - set(WRITTEN_IN_BOTH):
        if to_hant.convert(character) != character:
            found["zh-Hans"].add(character)
        elif to_hans.convert(character) != character:
            found["zh-Hant"].add(character)
    return found


WRITTEN_IN_BOTH = "后里台干斗谷几系余云于松准咸范郁御愿冲才杰板极柜栗梁万与丑价伙党凶划厂厘叶吃吁周唇回姜岩岳帘广征念扎挂据朴杠涂涌游淀确种筑胜苹荐虫蜡适采雇布著"
"""Characters of the one script that are other characters, or the same, in the other (皇后, 公里, 台, 布)."""


@pytest.mark.parametrize("edition", CHINESE)
def test_an_edition_has_no_character_of_the_other_script(finished: Book, edition: str) -> None:
    """But for the list of corrections, which prints the sources' own words, and for code, which nobody converts."""
    other = "zh-Hans" if edition == "zh-Hant" else "zh-Hant"
    pages = [emptied(page, "sources-corrections") for page in finished.epubs[edition].pages.values()]
    text = "".join(words(page) for page in pages)
    assert of_one_script_only(text)[other] == set()


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_passages_of_the_epub_are_those_of_the_manifest_in_its_order(finished: Book, edition: str) -> None:
    assert list(finished.epubs[edition].passages) == list(finished.passages)
    assert set(finished.halves) < set(finished.passages)
    chapters = finished.epubs[edition].chapters()
    for row in finished.passages.values():
        chapter = chapters[f"c-{row['chapter']}"]
        assert any(e.get("id") == row["id"] for e in chapter.iter())


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_attribute_of_a_passage_agrees_with_the_manifest(finished: Book, edition: str) -> None:
    for row in finished.passages.values():
        passage = finished.epubs[edition].passages[row["id"]]
        data = {str(k): str(v) for k, v in passage.items() if str(k).startswith("data-")}
        wanted = {
            "data-source": row["source"],
            "data-address": row["address"],
            "data-lines": "{}-{}".format(*row["lines"]),
            "data-kind": row["kind"],
        }
        leading = languages(edition)[0]
        if tongue(row["language"]) != tongue(leading):
            half = finished.halves.get(row["id"])
            wanted |= (
                {"data-mirror-lines": "{}-{}".format(*half["lines"])} if half else {"data-translation": "reviewed"}
            )
        if row["time"] is not None:
            wanted |= {"data-time": str(row["time"]), "data-time-basis": row["time_basis"]}
        assert (row["time"] is None) == (row["time_basis"] == "none")
        assert (row["speaker"] is not None) == (row["kind"] in ("transcript", "quotation"))
        if row["speaker"] is not None:
            speaker = data.pop("data-speaker")
            name = finished.spec["people"][row["speaker"]]["en" if leading == "en" else "zh-Hans"]
            assert folded(speaker) == folded(name)
            assert speaker in words(passage)
        assert data == wanted


def timed_links(epub_pages: dict[str, Element]) -> list[tuple[str, str, int]]:
    """What is printed for every link to a moment, its address, and the second it leads to."""
    result = []
    for page in epub_pages.values():
        for a in page.iter(f"{XHTML}a"):
            if found := re.search(r"[?&]t=(\d+)", str(a.get("href"))):
                result.append((words(a), str(a.get("href")), int(found.group(1))))
    return result


SITES = {"youtube": "https://youtu.be/{}", "bilibili": "https://www.bilibili.com/video/{}/"}


def links_of(recording: dict[str, Any]) -> list[str]:
    """The addresses of a recording on the sites that it is on."""
    return [SITES[site].format(id) for site, id in recording["links"].items()]


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_time_shown_is_the_time_of_its_link(finished: Book, edition: str) -> None:
    """Beside a passage, and in its note once for every site that the recording is on."""
    links = timed_links(finished.epubs[edition].pages)
    for shown, address, seconds in links:
        first = re.search(r"\d+(?::\d\d)+", shown)
        assert first is not None
        assert first.group() == stamp(seconds), address
    found = {(address.rpartition("?")[0], seconds) for _, address, seconds in links}
    recordings = finished.registry["recordings"]
    assert found == {
        (link, row["time"])
        for row in finished.passages.values()
        if row["time"] is not None
        for link in links_of(recordings[finished.registry["sources"][row["source"]]["recording"]])
    }


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_timed_passage_shows_and_links_its_time_beside_it_and_no_other_does(finished: Book, edition: str) -> None:
    times = {row["id"]: (row["time"], row["time_basis"]) for row in finished.manifest["passages"]}
    for page in finished.epubs[edition].pages.values():
        for extract in (e for e in page.iter(f"{XHTML}div") if has_class(e, "extract")):
            own = {times[str(e.get("id"))] for e in extract.iter() if e.get("data-source")}
            ((time, basis),) = own
            shown = [words(e) for e in extract.iter() if has_class(e, "time")]
            if time is None:
                assert shown == []
                assert not timed_links({"": extract})
            else:
                (printed,) = shown
                assert printed.startswith("≈") == (basis == "editor")
                assert printed.lstrip("≈").split("–")[0] == stamp(time)


def seconds(typed: str) -> int:
    """41:08 → 2468."""
    return sum(int(part) * 60**n for n, part in enumerate(reversed(typed.split(":"))))


def test_a_stamp_that_the_source_gives_is_the_one_in_its_document(finished: Book) -> None:
    """Every stamp of a document is the time of a passage, as nothing that is stamped is left out."""
    rows = [row for row in finished.manifest["passages"] if row["time_basis"] == "source"]
    for row in rows:
        document = finished.documents[finished.sources[row["source"]]]
        heading = next(line for line in reversed(document[: row["lines"][0] - 1]) if re.match(r"\[\d", line))
        assert seconds(heading[1 : heading.index("]")]) == row["time"]
    stamped = {
        (source, seconds(line[1 : line.index("]")]))
        for source, name in finished.sources.items()
        for line in finished.documents[name]
        if re.match(r"\[\d+(:\d\d)+\] ", line)
    }
    assert stamped
    assert {(row["source"], row["time"]) for row in rows} == stamped


def test_a_time_that_the_editor_gives_is_the_one_in_the_chapter(finished: Book) -> None:
    rows = [row for row in finished.passages.values() if row["time_basis"] == "editor"]
    given = {(slug, i["from"].partition("#")[0], seconds(i["at"])) for slug, i in finished.cited if "at" in i}
    assert given
    assert {(row["chapter"], row["source"], row["time"]) for row in rows} == given


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_time_is_printed_for_a_recording_that_nobody_gives_times(finished: Book, edition: str) -> None:
    recording_of = {id: str(source["recording"]) for id, source in finished.registry["sources"].items()}
    timed = {recording_of[item["from"].partition("#")[0]] for _, item in finished.cited if "at" in item}
    timed |= {recording_of[id] for id, s in finished.registry["sources"].items() if s["format"] == "timed-outline"}
    untimed = {recording_of[row["source"]] for row in finished.passages.values()} - timed
    assert untimed
    links = {link for id in untimed for link in links_of(finished.registry["recordings"][id])}
    found = set()
    for page in finished.epubs[edition].pages.values():
        for element in page.iter(f"{XHTML}a", f"{XHTML}aside"):
            own = {str(a.get("href")) for a in element.iter(f"{XHTML}a")}
            about = {address for address in own if any(address.startswith(link) for link in links)}
            found |= about
            assert not about or not re.search(r"\d:\d\d", words(element))
    assert found == links
    for row in finished.passages.values():
        if recording_of[row["source"]] in untimed:
            assert (row["time"], row["time_basis"]) == (None, "none")


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_note_is_called_once_and_leads_back_to_its_call(finished: Book, edition: str) -> None:
    """A number for everything that a chapter takes from a document, a letter for every note of a translator."""
    notes: Counter[str] = Counter()
    letters_of = 0
    for name, page in finished.epubs[edition].pages.items():
        ids = {str(e.get("id")): e for e in page.iter() if e.get("id")}
        own = name.rsplit("/", 1)[-1]
        calls = [a for a in page.iter(f"{XHTML}a") if a.get("role") == "doc-noteref"]
        called = Counter(str(a.get("href")).removeprefix(own).removeprefix("#") for a in calls)
        asides = list(page.iter(f"{XHTML}aside"))
        assert called == Counter(str(e.get("id")) for e in asides)
        numbers, letters = ([w for a in calls if (w := words(a)).isdigit() is is_number] for is_number in (True, False))
        assert numbers == [str(n) for n in range(1, len(numbers) + 1)]
        assert letters == [chr(ord("a") + n) for n in range(len(letters))]
        letters_of += len(letters)
        for call in calls:
            note = ids[str(call.get("href")).removeprefix(own).removeprefix("#")]
            (back,) = [a for a in note.iter(f"{XHTML}a") if a.get("role") == "doc-backlink"]
            assert ids[str(back.get("href")).removeprefix(own).removeprefix("#")] is call
            assert words(back) == f"{words(call)}."
        for section in (s for s in page.iter(f"{XHTML}section") if str(s.get("id")).startswith("c-")):
            notes[str(section.get("id"))[2:]] += len(numbers)
    assert +notes == Counter(slug for slug, _ in finished.cited)
    assert letters_of == translators_notes(finished, edition)


def translators_notes(finished: Book, edition: str) -> int:
    """How many notes the translators of an edition's languages have written to texts that are printed."""
    tongues = {tongue(language) for language in languages(edition)}
    return sum(
        entry.msgstr.count("^[")
        for catalogue in finished.catalogues.values()
        if tongue(catalogue.metadata["Language"].replace("_", "-")) in tongues
        for entry in catalogue
        if not entry.obsolete
    )
