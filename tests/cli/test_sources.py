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
from tests.conftest import ROOT

STAMPS = [
    "02:33", "08:10", "16:02", "19:23", "28:00", "30:38", "32:47", "41:08", "48:07", "49:54", "56:21", "59:46",
    "01:01:54", "01:06:31", "01:09:28", "01:13:13", "01:14:22", "01:19:18", "01:24:09", "01:27:01", "01:32:08",
    "01:36:30", "01:38:34", "01:43:30", "01:44:02", "01:46:37", "01:52:48",
]  # fmt: skip
SECONDS = [
    153, 490, 962, 1163, 1680, 1838, 1967, 2468, 2887, 2994, 3381, 3586, 3714, 3991, 4168, 4393,
    4462, 4758, 5049, 5221, 5528, 5790, 5914, 6210, 6242, 6397, 6768,
]  # fmt: skip
KINDS = {"transcript", "quotation", "summary", "commentary"}
CHAPTERS = {path.stem for path in (ROOT / "chapters").glob("[0-9]*.yaml")}
SUMMARY = ROOT / "seeds" / "001_36083c65a7171742.txt"
FILES = {
    "notes": "000_965a89107c18330c.txt",
    "summary": "001_36083c65a7171742.txt",
    "feature": "002_35c1b3343d4c930d.txt",
    "digest": "003_4158f7991a0d23c8.txt",
    "schulman": "004_f57a61c12e271624.txt",
}


def _seconds(stamp: str) -> int:
    result = 0
    for part in stamp.split(":"):
        result = result * 60 + int(part)
    return result


def test_the_stamps_and_the_seconds_of_this_file_agree() -> None:
    assert [_seconds(stamp) for stamp in STAMPS] == SECONDS
    assert sorted(set(SECONDS)) == SECONDS
    assert len(SECONDS) == 27


@pytest.fixture(scope="module")
def listed() -> dict[str, list[dict[str, Any]]]:
    """The sections of every source of this repository's book."""
    before = signal.getsignal(signal.SIGTERM)
    with redirect_stdout(io.StringIO()) as out:
        assert main(["sources", "--json", "--project", str(ROOT)]) == 0
    signal.signal(signal.SIGTERM, before)
    return {source["id"]: source["sections"] for source in json.loads(out.getvalue())["sources"]}


def test_the_form(listed: dict[str, list[dict[str, Any]]]) -> None:
    assert set(listed) == set(FILES)
    for id, sections in listed.items():
        rows = (ROOT / "seeds" / FILES[id]).read_text(encoding="utf-8").split("\n")
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
    stamped = [section for section in listed["summary"] if section["start"] is not None]
    assert [section["start"] for section in stamped] == SECONDS
    assert [section["end"] for section in stamped] == [*SECONDS[1:], None]
    assert [_seconds(section["address"]) for section in stamped] == SECONDS
    assert {section["kind"] for section in stamped} == {"summary"}
    assert {section["language"] for section in stamped} == {"zh-Hant"}


def test_the_stamped_sections_begin_at_their_stamps(listed: dict[str, list[dict[str, Any]]]) -> None:
    rows = SUMMARY.read_text(encoding="utf-8").split("\n")
    heads = [(n, row) for n, row in enumerate(rows, 1) if re.match(r"\[[\d:]+\] ", row)]
    assert [re.findall(r"[\d:]+", row)[0] for _, row in heads] == STAMPS
    stamped = [section for section in listed["summary"] if section["start"] is not None]
    assert [section["lines"][0] for section in stamped] == [number for number, _ in heads]
    assert [section["heading"] for section in stamped] == [row.partition("] ")[2] for _, row in heads]
    for (number, _), (after, _), section in zip(heads, heads[1:], stamped, strict=False):
        assert section["lines"] == [number, after - 1]


def test_only_the_stamped_sections_have_times(listed: dict[str, list[dict[str, Any]]]) -> None:
    timed = [(id, s["address"]) for id, sections in listed.items() for s in sections if s["start"] is not None]
    assert {id for id, _ in timed} == {"summary"}
    assert all(s["end"] is None for sections in listed.values() for s in sections if s["start"] is None)


def test_nothing_of_the_second_interview_has_a_time(listed: dict[str, list[dict[str, Any]]]) -> None:
    assert len(listed["schulman"]) == 19, "ten key points and nine sections of the transcript"
    assert {(s["start"], s["end"]) for s in listed["schulman"]} == {(None, None)}
    assert [s["kind"] for s in listed["schulman"]] == ["summary"] * 10 + ["transcript"] * 9


def test_used_in_names_the_chapters(listed: dict[str, list[dict[str, Any]]]) -> None:
    used = {id: {s["address"]: set(s["used_in"]) for s in sections} for id, sections in listed.items()}
    assert used["summary"]["41:08"] == {"04-tools-as-charity"}
    assert used["schulman"]["研究管理的艺术"] == {"07-engineering-and-research"}
    assert used["notes"]["2.1"] == {"01-investing-in-the-future", "02-tsinghua"}
    assert used["summary"]["影片重點"] == {
        "01-investing-in-the-future",
        "02-tsinghua",
        "04-tools-as-charity",
        "07-engineering-and-research",
        "08-selling-shovels",
        "11-agi-and-everyday-ai",
        "12-determined-world",
    }


def test_what_is_left_out_is_used_nowhere(listed: dict[str, list[dict[str, Any]]]) -> None:
    unused = {(id, s["address"]) for id, sections in listed.items() for s in sections if not s["used_in"]}
    assert unused == {("notes", "3"), ("notes", "5")}


def test_one_source(run: Run) -> None:
    result = run("sources", "summary", "--json", "--project", ROOT)
    assert result.status == 0
    assert [source["id"] for source in json.loads(result.out)["sources"]] == ["summary"]


def test_the_table(run: Run) -> None:
    result = run("sources", "summary", "--project", ROOT)
    assert (result.status, result.err) == (0, "")
    rows = result.out.splitlines()
    assert "summary" in rows[0]
    assert "seeds/001_36083c65a7171742.txt" in rows[0]
    row = next(row for row in rows if row.startswith("41:08"))
    for cell in ("41:08–48:07", "27–29", "summary", "zh-Hant", "天授(Tianshou)強化學習框架", "04-tools-as-charity"):
        assert cell in row
    last = next(row for row in rows if row.startswith("1:52:48"))
    assert "未來與宿命論" in last
    assert "12-determined-world" in last
    assert sum(bool(re.match(r"(\d:)?\d\d:\d\d ", row)) for row in rows) == 27


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
