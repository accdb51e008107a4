"""Where every line of every document went, counted straight from the files."""

import re
from collections import Counter
from typing import Any

import pytest
import yaml

from book.pipeline.accounting import ledger
from book.pipeline.project import Project
from tests.conftest import ROOT

FILES = {
    "notes": "000_965a89107c18330c.txt",
    "summary": "001_36083c65a7171742.txt",
    "feature": "002_35c1b3343d4c930d.txt",
    "digest": "003_4158f7991a0d23c8.txt",
    "schulman": "004_f57a61c12e271624.txt",
}
LISTS = ("passages", "left_out", "metadata")
SPEECH = {"transcript", "quotation"}
Ledger = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def book_ledger(own_book: Project) -> Ledger:
    return ledger(own_book.manuscript)


def _rows(source: str) -> list[str]:
    return (ROOT / "seeds" / FILES[source]).read_text(encoding="utf-8").split("\n")


def _seconds(stamp: str) -> int:
    result = 0
    for part in stamp.split(":"):
        result = result * 60 + int(part)
    return result


def test_there_are_five_documents_and_no_more() -> None:
    assert {path.name for path in (ROOT / "seeds").iterdir()} == {*FILES.values(), "sources.yaml"}


@pytest.mark.parametrize("source", FILES)
def test_every_line_is_in_exactly_one_place(book_ledger: Ledger, source: str) -> None:
    held: Counter[int] = Counter()
    for name in LISTS:
        for row in book_ledger[name]:
            if row["source"] == source:
                first, last = row["lines"]
                assert first <= last
                held.update(range(first, last + 1))
    rows = _rows(source)
    written = {number for number, row in enumerate(rows, 1) if row.strip()}
    assert {n for n in written if held[n] == 0} == set(), "lines that went nowhere"
    assert {n for n in written if held[n] > 1} == set(), "lines that stand twice"
    assert max(held) <= len(rows)


def test_the_rows_have_the_promised_keys(book_ledger: Ledger) -> None:
    chapters = {path.stem for path in (ROOT / "chapters").glob("[0-9]*.yaml")}
    for row in book_ledger["passages"]:
        assert {"chapter", "id", "source", "address", "lines", "kind", "speaker", "time", "time_basis"} <= set(row)
        assert row["chapter"] in chapters
        assert row["source"] in FILES
        assert row["kind"] in {"transcript", "quotation", "summary", "commentary"}
        assert row["time_basis"] in {"source", "editor", "none"}
        assert (row["time"] is None) == (row["time_basis"] == "none")
        assert (row["speaker"] is not None) == (row["kind"] in SPEECH)
    for row in book_ledger["left_out"]:
        assert {"source", "lines", "because"} <= set(row)
        assert row["because"].strip()
    for row in book_ledger["metadata"]:
        assert {"source", "lines"} <= set(row)


def test_rows_begin_and_end_on_written_lines(book_ledger: Ledger) -> None:
    for name in LISTS:
        for row in book_ledger[name]:
            rows = _rows(row["source"])
            first, last = row["lines"]
            assert rows[first - 1].strip(), row
            assert rows[last - 1].strip(), row


def test_identifiers_of_passages_are_unique(book_ledger: Ledger) -> None:
    """A passage printed in both languages of its document has a row for each under one identifier."""
    identifiers = Counter((row["id"], row.get("language")) for row in book_ledger["passages"])
    assert [name for name, times in identifiers.items() if times > 1] == []


def test_times_of_the_source_are_those_of_the_stamp_above(book_ledger: Ledger) -> None:
    stamped = [row for row in book_ledger["passages"] if row["time_basis"] == "source"]
    assert {row["source"] for row in stamped} == {"summary"}
    assert len({row["time"] for row in stamped}) == 27
    for row in stamped:
        above = [found for text in _rows("summary")[: row["lines"][0]] if (found := re.match(r"\[([\d:]+)\]", text))]
        assert row["time"] == _seconds(row["address"]) == _seconds(above[-1].group(1))


def test_times_of_the_editor_are_those_that_the_chapter_gives(book_ledger: Ledger) -> None:
    given: set[tuple[str, str, int]] = set()
    for path in (ROOT / "chapters").glob("[0-9]*.yaml"):
        for section in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)["sections"]:
            for item in section["passages"]:
                if "at" in item:
                    given.add((path.stem, item["from"].partition("#")[0], _seconds(item["at"])))
    assert given
    rows = [row for row in book_ledger["passages"] if row["time_basis"] == "editor"]
    assert {(row["chapter"], row["source"], row["time"]) for row in rows} == given
    assert {row["source"] for row in rows} == {"notes", "feature", "digest"}


def test_nothing_of_the_second_interview_has_a_time(book_ledger: Ledger) -> None:
    rows = [row for row in book_ledger["passages"] if row["source"] == "schulman"]
    assert rows
    assert {(row["time"], row["time_basis"]) for row in rows} == {(None, "none")}


def test_only_the_second_interview_is_transcribed_and_by_its_speakers(book_ledger: Ledger) -> None:
    spoken = {(row["source"], row["kind"], row["speaker"]) for row in book_ledger["passages"] if row["speaker"]}
    assert spoken == {
        ("schulman", "transcript", "john-schulman"),
        ("schulman", "transcript", "cursor-host"),
        ("feature", "quotation", "weng-jiayi"),
    }


def test_a_turn_belongs_to_the_label_above_it(book_ledger: Ledger) -> None:
    """Untagged paragraphs go on with the turn before them."""
    labels = {"主持人": "cursor-host", "John Schulman": "john-schulman"}
    rows = _rows("schulman")
    checked = 0
    for row in book_ledger["passages"]:
        if row["kind"] != "transcript":
            continue
        for number in range(row["lines"][0], row["lines"][1] + 1):
            above = [m.group(1) for text in rows[:number] if (m := re.match(r"\*\*(.+?)\*\*[：:]", text))]
            assert labels[above[-1]] == row["speaker"], number
            checked += bool(rows[number - 1].strip())
    assert checked == 48, "28 turns and 20 paragraphs that continue one"


def test_what_the_editor_leaves_out_gives_the_editor_s_reason(book_ledger: Ledger) -> None:
    book = yaml.load((ROOT / "chapters" / "book.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    reasons = {entry["because"]["en"] for entry in book["leave-out"]}
    assert reasons <= {row["because"] for row in book_ledger["left_out"]}
