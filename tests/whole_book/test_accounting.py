"""Where every line of every document of a whole book went, counted straight from the files."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from book.pipeline.accounting import ledger
from book.pipeline.project import Project

LISTS = ("passages", "left_out", "metadata")
SPEECH = {"transcript", "quotation"}
Ledger = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def book_ledger(whole_book: Project) -> Ledger:
    return ledger(whole_book.manuscript)


def _rows(book: Project, source: str) -> list[str]:
    (path,) = (document.path for document in book.sources if document.id == source)
    return (book.root / path).read_text(encoding="utf-8").split("\n")


def _yaml(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def _chapters(book: Project) -> dict[str, list[dict[str, Any]]]:
    """What each chapter lists, as its file says."""
    return {
        path.stem: [item for section in _yaml(path)["sections"] for item in section["passages"]]
        for path in sorted((book.root / "chapters").glob("[0-9]*.yaml"))
    }


def _seconds(stamp: str) -> int:
    result = 0
    for part in stamp.split(":"):
        result = result * 60 + int(part)
    return result


def test_every_line_is_in_exactly_one_list(whole_book: Project, book_ledger: Ledger) -> None:
    """Once, but for a paragraph that is quoted in parts or used again; both are passages."""
    for source in whole_book.sources:
        held = {name: Counter[int]() for name in LISTS}
        for name in LISTS:
            for row in book_ledger[name]:
                if row["source"] == source.id:
                    first, last = row["lines"]
                    assert first <= last
                    held[name].update(range(first, last + 1))
        rows = _rows(whole_book, source.id)
        written = {number for number, row in enumerate(rows, 1) if row.strip()}
        times = Counter(number for numbers in held.values() for number in set(numbers))
        assert {n: times[n] for n in written if times[n] != 1} == {}, source.id
        assert max(times) <= len(rows)
        twice = {n for numbers in held.values() for n in written if numbers[n] > 1}
        assert all(held["passages"][n] > 1 for n in twice)
        shares = [
            item
            for items in _chapters(whole_book).values()
            for item in items
            if item.get("from", "").startswith(f"{source.id}#") and ("quote" in item or "again" in item)
        ]
        assert bool(twice) <= bool(shares)


def test_the_rows_have_the_promised_keys(whole_book: Project, book_ledger: Ledger) -> None:
    chapters, sources = set(_chapters(whole_book)), {source.id for source in whole_book.sources}
    for row in book_ledger["passages"]:
        assert {"chapter", "id", "source", "address", "lines", "kind", "speaker", "time", "time_basis"} <= set(row)
        assert row["chapter"] in chapters
        assert row["source"] in sources
        assert row["kind"] in {"transcript", "quotation", "summary", "commentary"}
        assert row["time_basis"] in {"source", "editor", "none"}
        assert (row["time"] is None) == (row["time_basis"] == "none")
        assert (row["speaker"] is not None) == (row["kind"] in SPEECH)
    for row in book_ledger["left_out"]:
        assert {"source", "lines", "because"} <= set(row)
        assert row["because"].strip()
    for row in book_ledger["metadata"]:
        assert {"source", "lines"} <= set(row)


def test_rows_begin_and_end_on_written_lines(whole_book: Project, book_ledger: Ledger) -> None:
    for name in LISTS:
        for row in book_ledger[name]:
            rows = _rows(whole_book, row["source"])
            first, last = row["lines"]
            assert rows[first - 1].strip(), row
            assert rows[last - 1].strip(), row


def test_identifiers_of_passages_are_unique(book_ledger: Ledger) -> None:
    """A passage printed in both languages of its document has a row for each under one identifier."""
    identifiers = Counter((row["id"], row.get("language")) for row in book_ledger["passages"])
    assert [name for name, times in identifiers.items() if times > 1] == []


def test_times_of_the_source_are_those_of_the_stamp_above(whole_book: Project, book_ledger: Ledger) -> None:
    """Every stamp of a document is the time of what stands below it, as nothing stamped is left out."""
    stamp = re.compile(r"\[(\d+(?::\d\d)+)\] ")
    stamped = [row for row in book_ledger["passages"] if row["time_basis"] == "source"]
    for row in stamped:
        rows = _rows(whole_book, row["source"])
        above = [found for text in rows[: row["lines"][0]] if (found := stamp.match(text))]
        assert row["time"] == _seconds(row["address"]) == _seconds(above[-1].group(1))
    stamps = {
        (source.id, _seconds(found.group(1)))
        for source in whole_book.sources
        for text in _rows(whole_book, source.id)
        if (found := stamp.match(text))
    }
    assert stamps
    assert {(row["source"], row["time"]) for row in stamped} == stamps


def test_times_of_the_editor_are_those_that_the_chapter_gives(whole_book: Project, book_ledger: Ledger) -> None:
    given = {
        (chapter, item["from"].partition("#")[0], _seconds(item["at"]))
        for chapter, items in _chapters(whole_book).items()
        for item in items
        if "at" in item
    }
    assert given
    rows = [row for row in book_ledger["passages"] if row["time_basis"] == "editor"]
    assert {(row["chapter"], row["source"], row["time"]) for row in rows} == given


def test_a_turn_belongs_to_the_label_above_it(whole_book: Project, book_ledger: Ledger) -> None:
    """Paragraphs without a label continue the turn before them."""
    speakers = _yaml(whole_book.root / "seeds" / "sources.yaml")["sources"]
    rows = [row for row in book_ledger["passages"] if row["kind"] == "transcript"]
    assert rows
    for row in rows:
        text = _rows(whole_book, row["source"])
        for number in range(row["lines"][0], row["lines"][1] + 1):
            above = [m.group(1) for line in text[:number] if (m := re.match(r"\*\*(.+?)\*\*[：:]", line))]
            assert speakers[row["source"]]["speakers"][above[-1]] == row["speaker"], number


def test_words_are_speech_only_where_a_label_or_quotation_marks_say_whose(
    whole_book: Project, book_ledger: Ledger
) -> None:
    sources = _yaml(whole_book.root / "seeds" / "sources.yaml")["sources"]
    for row in book_ledger["passages"]:
        if row["kind"] == "transcript":
            assert sources[row["source"]]["format"] == "dialogue"
        elif row["kind"] == "quotation":
            assert row["speaker"] == sources[row["source"]]["quoted"]
            first = _rows(whole_book, row["source"])[row["lines"][0] - 1]
            assert (first[0], first[-1]) in {("「", "」"), ("“", "”"), ('"', '"')}


def test_what_the_editor_leaves_out_gives_the_editor_s_reason(whole_book: Project, book_ledger: Ledger) -> None:
    reasons = [entry["because"] for entry in _yaml(whole_book.root / "chapters" / "book.yaml")["leave-out"]]
    texts = {reason if isinstance(reason, str) else reason["en"] for reason in reasons}
    assert {row["because"] for row in book_ledger["left_out"]} == texts
