"""Every line of every document is in the books once, left out with a reason, or metadata."""

import copy
import difflib
import re
from collections import Counter

import pytest
from opencc import OpenCC

from tests.finished.reading import (
    CHINESE,
    EDITIONS,
    XHTML,
    Book,
    Element,
    Row,
    bare,
    folded,
    has_class,
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
    for part in ("passages", "left_out", "metadata"):
        times = Counter((row["source"], n) for row in finished.manifest[part] for n, _ in finished.lines(row))
        assert [place for place, count in times.items() if count > 1] == [], part


def test_much_of_each_document_is_printed(finished: Book) -> None:
    for source, name in finished.sources.items():
        printed = sum(
            len(line) for r in finished.manifest["passages"] if r["source"] == source for _, line in finished.lines(r)
        )
        total = sum(len(line) for line in finished.documents[name])
        assert printed > total * 0.2, (source, printed, total)


def test_what_is_left_out_says_why(finished: Book) -> None:
    assert finished.manifest["left_out"]
    assert all(len(row["because"].split()) > 3 for row in finished.manifest["left_out"])


def test_metadata_says_what_it_is(finished: Book) -> None:
    assert all(row["what"] for row in finished.manifest["metadata"])


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


@pytest.mark.parametrize("edition", CHINESE)
def test_every_passage_of_the_epub_has_the_words_of_its_lines_but_for_declared_changes(
    finished: Book, edition: str
) -> None:
    passages = finished.epubs[edition].passages
    wrong = {}
    for row in finished.printed(chinese=True):
        printed = own_words(passages[row["id"]])
        assert printed
        label = re.match(r"\*\*(.+?)\*\*[：:]", finished.lines(row)[0][1])
        if row["kind"] == "transcript" and label:
            printed = folded(label.group(1)) + printed
        if found := undeclared(finished, row, edition, printed):
            wrong[row["id"]] = found
    assert wrong == {}


@pytest.mark.parametrize("edition", CHINESE)
def test_most_words_are_not_changed_at_all(finished: Book, edition: str) -> None:
    passages = finished.epubs[edition].passages
    for row in finished.printed(chinese=True):
        source = folded("".join(bare(line) for _, line in finished.lines(row)))
        ratio = difflib.SequenceMatcher(None, source, own_words(passages[row["id"]]), autojunk=False).ratio()
        assert ratio > 0.8 or len(source) < 20, row["id"]


@pytest.mark.parametrize("edition", CHINESE)
def test_every_passage_of_the_epub_is_in_the_text_of_the_pdf(finished: Book, edition: str) -> None:
    text = finished.pdfs[edition].text(finished.heads(edition))
    passages = finished.epubs[edition].passages
    missing = [row["id"] for row in finished.printed(chinese=True) if own_words(passages[row["id"]]) not in text]
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
    """But for the list of corrections, which prints the sources' own words."""
    other = "zh-Hans" if edition == "zh-Hant" else "zh-Hant"
    pages = [copy.deepcopy(page) for page in finished.epubs[edition].pages.values()]
    for page in pages:
        for entry in [e for e in page.iter() if e.get("id") == "sources-corrections"]:
            entry.clear()
    text = "".join(words(page) for page in pages)
    assert of_one_script_only(text)[other] == set()


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_passages_of_the_epub_are_those_of_the_manifest_in_its_order(finished: Book, edition: str) -> None:
    rows = finished.printed(chinese=True)
    assert list(finished.epubs[edition].passages) == [row["id"] for row in rows]
    assert {row["id"] for row in finished.printed(chinese=False)} < {row["id"] for row in rows}
    chapters = finished.epubs[edition].chapters()
    for row in rows:
        chapter = chapters[f"c-{row['chapter']}"]
        assert any(e.get("id") == row["id"] for e in chapter.iter())


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_attribute_of_a_passage_agrees_with_the_manifest(finished: Book, edition: str) -> None:
    names: dict[str, str] = {}
    halves = {row["id"]: "{}-{}".format(*row["lines"]) for row in finished.printed(chinese=False)}
    for row in finished.printed(chinese=True):
        passage = finished.epubs[edition].passages[row["id"]]
        data = {str(k): str(v) for k, v in passage.items() if str(k).startswith("data-")}
        speaker = data.pop("data-speaker", None)
        wanted = {
            "data-source": row["source"],
            "data-address": row["address"],
            "data-lines": "{}-{}".format(*row["lines"]),
            "data-kind": row["kind"],
        }
        if edition == "en":
            is_own = row["id"] in halves
            wanted |= {"data-mirror-lines": halves[row["id"]]} if is_own else {"data-translation": "reviewed"}
        if row["time"] is not None:
            wanted |= {"data-time": str(row["time"]), "data-time-basis": row["time_basis"]}
        assert data == wanted
        assert (row["time"] is None) == (row["time_basis"] == "none")
        assert (speaker is None) == (row["speaker"] is None)
        assert (row["speaker"] is not None) == (row["kind"] in ("transcript", "quotation"))
        if speaker is not None:
            assert names.setdefault(row["speaker"], speaker) == speaker
            assert speaker in words(passage)
    assert len(set(names.values())) == len(names) > 1


def timed_links(epub_pages: dict[str, Element]) -> list[tuple[str, str, int]]:
    """What is printed for every link to a moment, its address, and the second it leads to."""
    result = []
    for page in epub_pages.values():
        for a in page.iter(f"{XHTML}a"):
            if found := re.search(r"[?&]t=(\d+)", str(a.get("href"))):
                result.append((words(a), str(a.get("href")), int(found.group(1))))
    return result


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_time_shown_is_the_time_of_its_link(finished: Book, edition: str) -> None:
    links = timed_links(finished.epubs[edition].pages)
    assert len(links) > 100
    for shown, address, seconds in links:
        first = re.search(r"\d+(?::\d\d)+", shown)
        assert first is not None
        assert first.group() == stamp(seconds), address
        assert re.match(r"https://(youtu\.be/I0DrcsDf3Os\?|www\.bilibili\.com/video/BV1darmBcE4A/\?)", address)


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


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_stamp_that_the_source_gives_is_the_one_in_its_document(finished: Book, edition: str) -> None:
    rows = [row for row in finished.manifest["passages"] if row["time_basis"] == "source"]
    assert len(rows) > 20
    for row in rows:
        document = finished.documents[finished.sources[row["source"]]]
        heading = next(line for line in reversed(document[: row["lines"][0] - 1]) if re.match(r"\[\d", line))
        parts = [int(part) for part in heading[1 : heading.index("]")].split(":")]
        assert sum(part * 60**n for n, part in enumerate(reversed(parts))) == row["time"]
        assert finished.epubs[edition].passages[row["id"]].get("data-time") == str(row["time"])


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_time_is_printed_for_the_recording_that_no_document_stamps(finished: Book, edition: str) -> None:
    rows = [row for row in finished.manifest["passages"] if row["source"] == "schulman"]
    assert len(rows) > 20
    assert {(row["time"], row["time_basis"]) for row in rows} == {(None, "none")}
    for page in finished.epubs[edition].pages.values():
        for a in page.iter(f"{XHTML}a"):
            if "29BYxvvF1iM" in str(a.get("href")):
                assert str(a.get("href")) == "https://youtu.be/29BYxvvF1iM"
                assert not re.search(r"\d:\d\d", words(a))
        for note in (
            e
            for e in page.iter(f"{XHTML}aside")
            if "29BYxvvF1iM" in "".join(str(a.get("href")) for a in e.iter(f"{XHTML}a"))
        ):
            assert not re.search(r"\d:\d\d", words(note))


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_note_is_called_once_and_leads_back_to_its_call(finished: Book, edition: str) -> None:
    notes = 0
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
        assert not letters or edition not in CHINESE
        for call in calls:
            note = ids[str(call.get("href")).removeprefix(own).removeprefix("#")]
            (back,) = [a for a in note.iter(f"{XHTML}a") if a.get("role") == "doc-backlink"]
            assert ids[str(back.get("href")).removeprefix(own).removeprefix("#")] is call
            assert words(back) == f"{words(call)}."
            notes += 1
    assert notes > 100
