"""``build.py sources``: what can be cited, for people and for machines."""

import io
import json
import re
import signal
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import pytest

from book.cli import main
from tests.cli.conftest import Run
from tests.projects import CLOCKMAKER

STAMPS = ["01:05", "12:40", "27:03", "58:30", "1:02:03"]
SECONDS = [65, 760, 1623, 3510, 3723]
"""The stamps of the timed outline, as people who read it list them."""
KINDS = {"transcript", "quotation", "summary", "commentary"}
CHAPTERS = {path.stem for path in (CLOCKMAKER / "chapters").glob("[0-9]*.yaml")}
FILES = {
    "notes": "notes.md",
    "outline": "outline.txt",
    "column": "column.txt",
    "digest": "digest.md",
    "talk": "talk.txt",
}


def _seconds(stamp: str) -> int:
    result = 0
    for part in stamp.split(":"):
        result = result * 60 + int(part)
    return result


def test_the_stamps_and_the_seconds_of_this_file_agree() -> None:
    assert [_seconds(stamp) for stamp in STAMPS] == SECONDS
    assert sorted(set(SECONDS)) == SECONDS


@pytest.fixture(scope="module")
def listed() -> dict[str, list[dict[str, Any]]]:
    """The sections of every source of the whole test book."""
    before = signal.getsignal(signal.SIGTERM)
    with redirect_stdout(io.StringIO()) as out:
        assert main(["sources", "--json", "--project", str(CLOCKMAKER)]) == 0
    signal.signal(signal.SIGTERM, before)
    return {source["id"]: source["sections"] for source in json.loads(out.getvalue())["sources"]}


def test_the_form(listed: dict[str, list[dict[str, Any]]]) -> None:
    assert set(listed) == set(FILES)
    for id, sections in listed.items():
        rows = (CLOCKMAKER / "seeds" / FILES[id]).read_text(encoding="utf-8").split("\n")
        assert sections
        addresses = [section["address"] for section in sections]
        assert len(set(addresses)) == len(addresses)
        for section in sections:
            assert {"address", "heading", "kind", "language", "start", "end", "lines", "used_in"} <= set(section)
            assert section["address"]
            assert isinstance(section["heading"], str)
            assert section["kind"] in KINDS
            assert section["language"] in {"zh-Hans", "zh-Hant", "en"}
            first, last = section["lines"]
            assert 1 <= first <= last <= len(rows)
            assert rows[first - 1].strip()
            assert rows[last - 1].strip()
            assert set(section["used_in"]) <= CHAPTERS
            assert len(set(section["used_in"])) == len(section["used_in"])


def test_the_stamped_sections(listed: dict[str, list[dict[str, Any]]]) -> None:
    stamped = [section for section in listed["outline"] if section["start"] is not None]
    assert [section["start"] for section in stamped] == SECONDS
    assert [section["end"] for section in stamped] == [*SECONDS[1:], None]
    assert [_seconds(section["address"]) for section in stamped] == SECONDS
    assert {section["kind"] for section in stamped} == {"summary"}
    assert {section["language"] for section in stamped} == {"zh-Hant"}


def test_the_stamped_sections_begin_at_their_stamps(listed: dict[str, list[dict[str, Any]]]) -> None:
    rows = (CLOCKMAKER / "seeds" / "outline.txt").read_text(encoding="utf-8").split("\n")
    heads = [(n, row) for n, row in enumerate(rows, 1) if re.match(r"\[[\d:]+\] ", row)]
    assert [re.findall(r"[\d:]+", row)[0] for _, row in heads] == STAMPS
    stamped = [section for section in listed["outline"] if section["start"] is not None]
    assert [section["lines"][0] for section in stamped] == [number for number, _ in heads]
    assert [section["heading"] for section in stamped] == [row.partition("] ")[2] for _, row in heads]
    for (number, _), (after, _), section in zip(heads, heads[1:], stamped, strict=False):
        assert section["lines"] == [number, after - 1]


def test_only_the_stamped_sections_have_times(listed: dict[str, list[dict[str, Any]]]) -> None:
    timed = [(id, s["address"]) for id, sections in listed.items() for s in sections if s["start"] is not None]
    assert {id for id, _ in timed} == {"outline"}
    assert all(s["end"] is None for sections in listed.values() for s in sections if s["start"] is None)


def test_nothing_of_an_interview_without_stamps_has_a_time(listed: dict[str, list[dict[str, Any]]]) -> None:
    assert [s["address"] for s in listed["talk"]] == ["in-short", "the-first-bell", "tuning"]
    assert {(s["start"], s["end"]) for s in listed["talk"]} == {(None, None)}
    assert [s["kind"] for s in listed["talk"]] == ["summary", "transcript", "transcript"]


def test_used_in_names_the_chapters(listed: dict[str, list[dict[str, Any]]]) -> None:
    used = {id: {s["address"]: set(s["used_in"]) for s in sections} for id, sections in listed.items()}
    assert used["outline"]["12:40"] == {"02-tower"}
    assert used["talk"]["tuning"] == {"04-bells"}
    assert used["notes"]["4"] == {"02-tower", "05-listeners"}
    assert used["outline"]["影片重點"] == {"01-apprentice", "03-ledger", "05-listeners"}


def test_what_is_left_out_is_used_nowhere(listed: dict[str, list[dict[str, Any]]]) -> None:
    unused = {(id, s["address"]) for id, sections in listed.items() for s in sections if not s["used_in"]}
    assert unused == {("notes", "3"), ("notes", "5")}


def test_one_source(run: Run) -> None:
    result = run("sources", "outline", "--json", "--project", CLOCKMAKER)
    assert result.status == 0
    assert [source["id"] for source in json.loads(result.out)["sources"]] == ["outline"]


def test_the_table(run: Run) -> None:
    result = run("sources", "outline", "--project", CLOCKMAKER)
    assert (result.status, result.err) == (0, "")
    rows = result.out.splitlines()
    assert "outline" in rows[0]
    assert "seeds/outline.txt" in rows[0]
    row = next(row for row in rows if row.startswith("27:03"))
    for cell in ("27:03–58:30", "13–15", "summary", "zh-Hant", "會記帳的軟體", "03-ledger"):
        assert cell in row
    last = next(row for row in rows if row.startswith("1:02:03"))
    assert "傳給誰" in last
    assert "05-listeners" in last
    assert [row.split()[0] for row in rows if re.match(r"(\d:)?\d\d:\d\d ", row)] == STAMPS


def test_the_table_of_every_source(run: Run, small: Path) -> None:
    result = run("sources", "--project", small)
    assert result.status == 0
    for words in ("outline", "seeds/outline.txt", "essay", "seeds/essay.txt", "00:10", "1:02:03", "lead", "02-water"):
        assert words in result.out


def test_mistakes_in_chapters_do_not_hide_the_sources(run: Run, spoiled: Path) -> None:
    result = run("sources", "--json", "--project", spoiled)
    assert result.status == 0
    assert [source["id"] for source in json.loads(result.out)["sources"]] == ["outline", "essay"]


def test_a_missing_document_is_reported_and_the_others_are_listed(run: Run, small: Path) -> None:
    (small / "seeds" / "essay.txt").unlink()
    result = run("sources", "--json", "--project", small)
    assert result.status == 1
    assert "error[file-missing]" in result.err
    assert [source["id"] for source in json.loads(result.out)["sources"]] == ["outline"]


def test_a_source_whose_document_is_missing_is_a_mistake_in_the_files_not_in_the_call(run: Run, small: Path) -> None:
    (small / "seeds" / "essay.txt").unlink()
    result = run("sources", "essay", "--project", small)
    assert result.status == 1
    assert "error[file-missing]" in result.err
    assert "no source" not in result.err
