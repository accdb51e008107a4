"""Building: what is up to date stays, what fails changes nothing, and the manifest tells the truth."""

import errno
import hashlib
import json
import os
import re
import resource
import signal
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest

from book.cli import main
from book.pipeline.building import Order, Report, build
from book.pipeline.project import load_project
from tests.pipeline.small_book import FILES, write_small_book
from tests.projects import edit, run_program, sha256, snapshot, typed

pytestmark = pytest.mark.slow

HANS, HANT = "garden.zh-Hans.epub", "garden.zh-Hant.epub"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return write_small_book(tmp_path / "small")


def _build(root: Path, *formats: str) -> Report:
    project = load_project(root)
    assert project.book is not None
    return build(project, root / "dist", Order(project.book.editions, formats or ("epub",)), lambda _name: None)


def _built(report: Report) -> set[str]:
    return {output.file for output in report.outputs if output.seconds is not None}


def _manifest(root: Path) -> Any:
    return json.loads((root / "dist" / "manifest.json").read_text(encoding="utf-8"))


def test_a_second_build_has_nothing_to_do(small: Path) -> None:
    first = run_program("build", "--project", small, "--format", "epub")
    assert first.returncode == 0, first.stderr
    before = {path.name: path.stat().st_mtime_ns for path in (small / "dist").iterdir()}
    second = run_program("build", "--project", small, "--format", "epub")
    assert (second.returncode, second.stderr) == (0, "")
    assert "up to date" in second.stdout
    assert {path.name: path.stat().st_mtime_ns for path in (small / "dist").iterdir()} == before


def test_only_what_is_missing_or_damaged_is_built_again(small: Path) -> None:
    assert _built(_build(small)) == {HANS, HANT}
    whole = snapshot(small / "dist")
    (small / "dist" / HANT).unlink()
    assert _built(_build(small)) == {HANT}
    assert snapshot(small / "dist") == whole
    (small / "dist" / HANS).write_bytes(b"damaged")
    assert _built(_build(small)) == {HANS}
    assert snapshot(small / "dist") == whole
    (small / "dist" / "manifest.json").unlink()
    assert _built(_build(small)) == {HANS, HANT}
    assert snapshot(small / "dist") == whole
    (small / "dist" / "manifest.json").write_text("{]", encoding="utf-8")
    assert _built(_build(small)) == {HANS, HANT}
    assert snapshot(small / "dist") == whole


def test_a_changed_document_changes_every_edition(small: Path) -> None:
    _build(small)
    before = snapshot(small / "dist")
    edit(small / "seeds" / "outline.txt", "先有土", "先养土")
    assert _built(_build(small)) == {HANS, HANT}
    after = snapshot(small / "dist")
    assert after.keys() == before.keys()
    assert all(after[name] != before[name] for name in before)


def test_one_chapter_is_not_taken_for_the_whole_book(small: Path) -> None:
    project = load_project(small)
    assert project.book is not None
    out = small / "dist"
    build(project, out, Order(project.book.editions, ("epub",), ("02-water",)), lambda _name: None)
    assert [row["chapters"] for row in _manifest(small)["outputs"]] == [["02-water"]] * 2
    assert _built(_build(small)) == {HANS, HANT}
    assert [row["chapters"] for row in _manifest(small)["outputs"]] == [["01-soil", "02-water"]] * 2


def test_building_one_edition_keeps_the_others_in_the_manifest(small: Path) -> None:
    _build(small)
    project = load_project(small)
    assert project.book is not None
    (small / "dist" / HANS).unlink()
    build(project, small / "dist", Order(project.book.editions[:1], ("epub",)), lambda _name: None)
    assert {row["file"] for row in _manifest(small)["outputs"]} == {HANS, HANT}


def test_the_same_book_gives_the_same_bytes(small: Path, tmp_path: Path) -> None:
    other = write_small_book(tmp_path / "elsewhere" / "book")
    _build(small, "epub", "pdf")
    _build(other, "epub", "pdf")
    assert snapshot(small / "dist") == snapshot(other / "dist")


def test_the_manifest_tells_the_truth(small: Path) -> None:
    _build(small, "epub", "pdf")
    manifest = _manifest(small)
    files = {path.name: path for path in (small / "dist").iterdir() if path.name != "manifest.json"}
    assert {row["file"] for row in manifest["outputs"]} == set(files)
    for row in manifest["outputs"]:
        data = files[row["file"]].read_bytes()
        assert (row["sha256"], row["bytes"]) == (hashlib.sha256(data).hexdigest(), len(data))
        assert row["file"] == f"garden.{row['edition']}.{row['format']}"
    assert manifest["inputs"] == {path: sha256(small / path) for path in FILES}
    assert manifest["tools"]
    assert all(isinstance(version, str) and version for version in manifest["tools"].values())
    installed = {path.name: path for path in Path("/usr/share/fonts").rglob("*.[ot]t[fc]")}
    assert manifest["fonts"]
    for name, digest in manifest["fonts"].items():
        assert digest == sha256(installed[name])


def test_the_ledger_of_the_manifest(small: Path) -> None:
    _build(small)
    manifest = _manifest(small)
    times = [(p["source"], p["address"], p["lines"], p["time"], p["time_basis"]) for p in manifest["passages"]]
    assert times == [
        ("outline", "00:10", [2, 2], 10, "source"),
        ("essay", "lead", [1, 1], 12, "editor"),
        ("outline", "1:02:03", [5, 5], 3723, "source"),
    ]
    assert [(row["source"], row["lines"], row["because"]) for row in manifest["left_out"]] == [
        ("essay", [3, 3], "A closing line.")
    ]
    assert [(row["source"], row["lines"]) for row in manifest["metadata"]] == [("outline", [1, 1]), ("outline", [4, 4])]


def test_the_editor_s_times_are_printed_as_the_editor_s(small: Path) -> None:
    _build(small)
    with zipfile.ZipFile(small / "dist" / HANS) as archive:
        pages = [archive.read(name).decode() for name in archive.namelist() if "/text/ch" in name]
    extracts = re.findall(r'<div class="extract">.*?data-time="\d+" data-time-basis="\w+"', "".join(pages), re.DOTALL)
    assert len(extracts) == 3
    for extract in extracts:
        time = re.search(r'data-time="(\d+)" data-time-basis="(\w+)"', extract)
        printed = re.search(r'class="time">(?:<a [^>]*>)?([^<]+)<', extract)
        assert time is not None
        assert printed is not None
        assert printed.group(1).startswith("≈") == (time.group(2) == "editor")
        shown = printed.group(1).lstrip("≈").partition("–")[0]
        assert shown == {"10": "00:10", "12": "00:12", "3723": "1:02:03"}[time.group(1)]
        assert f"t={time.group(1)}" in extract


def test_an_interrupted_build_leaves_the_folder_as_it_was(small: Path) -> None:
    """Ctrl-C comes while the second edition is being made, when all of the first is finished."""
    _build(small)
    before = snapshot(small / "dist")
    edit(small / "seeds" / "outline.txt", "先有土", "先养土")
    process = subprocess.Popen(
        typed("build", "--project", small), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    )
    assert process.stderr is not None
    said = ""
    for line in process.stderr:
        said += line
        if "garden.zh-Hant.pdf" in line:
            process.send_signal(signal.SIGINT)
            break
    out, rest = process.communicate(timeout=60)
    assert process.returncode != 0
    assert "Traceback" not in said + rest
    assert rest.strip().count("\n") == 0
    assert "interrupted" in rest
    assert out == ""
    assert snapshot(small / "dist") == before


def test_a_build_interrupted_before_there_was_anything_leaves_nothing(small: Path) -> None:
    process = subprocess.Popen(
        typed("build", "--project", small, "--out", small / "far" / "dist"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert process.stderr is not None
    assert "garden.zh-Hans.epub" in process.stderr.readline()
    process.send_signal(signal.SIGTERM)
    _, rest = process.communicate(timeout=60)
    assert process.returncode != 0
    assert "Traceback" not in rest
    assert not (small / "far").exists()


@pytest.mark.parametrize(("format", "limit"), [("epub", 1_000), ("epub", 4_000), ("pdf", 1_000), ("pdf", 8_000)])
def test_a_full_disk_leaves_the_folder_as_it_was(small: Path, format: str, limit: int) -> None:
    """No file may grow beyond the limit: what a full disk does to whoever writes."""
    _build(small, format)
    before = snapshot(small / "dist")
    assert all(file.stat().st_size > limit for file in (small / "dist").glob(f"*.{format}"))
    edit(small / "seeds" / "outline.txt", "先有土", "先养土")
    finished = subprocess.run(
        typed("build", "--project", small, "--format", format, "--quiet"),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )
    assert finished.returncode == 2, finished.stderr
    assert finished.stdout == ""
    assert len(finished.stderr.splitlines()) == 1, finished.stderr
    assert finished.stderr.startswith("build.py: ")
    assert snapshot(small / "dist") == before


def test_a_disk_that_fills_up_at_the_last_file_leaves_the_folder_as_it_was(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _build(small)
    before = snapshot(small / "dist")
    edit(small / "seeds" / "outline.txt", "先有土", "先养土")
    write_text = Path.write_text

    def full(self: Path, text: str, encoding: str | None = None) -> int:
        if self.name == "manifest.json":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self))
        return write_text(self, text, encoding=encoding)

    monkeypatch.setattr(Path, "write_text", full)
    terminated = signal.getsignal(signal.SIGTERM)
    status = main(["build", "--project", str(small), "--format", "epub", "--quiet"])
    signal.signal(signal.SIGTERM, terminated)
    said = capsys.readouterr()
    assert (status, said.out) == (2, "")
    assert "No space left on device" in said.err
    assert len(said.err.splitlines()) == 1
    assert snapshot(small / "dist") == before
