"""A format that is registered works everywhere, without a line changed in the program: one file, and a folder."""

import json
import os
import signal
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import book
from book.cli import main
from book.publish.artifact import Artifact
from book.publish.formats import FORMATS, Format
from tests.pipeline.made_formats import SITE, TEXT
from tests.pipeline.small_book import write_small_book
from tests.projects import edit, sha256, snapshot

HANS, HANT = "garden.zh-Hans", "garden.zh-Hant"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return write_small_book(tmp_path / "small")


@pytest.fixture(params=[TEXT, SITE], ids=lambda format: format.name)
def format(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Format[Any]:
    """The only format that there is for as long as a test lasts."""
    own: Format[Any] = request.param
    for name in list(FORMATS):
        monkeypatch.delitem(FORMATS, name)
    monkeypatch.setitem(FORMATS, own.name, own)
    return own


@pytest.fixture(autouse=True)
def _signals() -> Iterator[None]:
    before = signal.getsignal(signal.SIGTERM)
    yield
    signal.signal(signal.SIGTERM, before)


def build(root: Path, *words: str) -> None:
    assert main(["build", "--project", str(root), *words]) == 0


def manifest(root: Path) -> Any:
    return json.loads((root / "dist" / "manifest.json").read_text(encoding="utf-8"))


def test_the_registry_is_whole_again_after_a_test() -> None:
    assert list(FORMATS) == ["epub", "pdf"]


def test_a_format_beside_the_others_is_a_choice_and_does_not_disturb_them(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(FORMATS, "txt", TEXT)
    with pytest.raises(SystemExit):
        main(["build", "--help"])
    assert "{epub,pdf,txt}" in capsys.readouterr().out
    build(small, "--format", "txt", "epub", "--edition", "zh-Hans")
    assert sorted(path.name for path in (small / "dist").iterdir()) == [f"{HANS}.epub", f"{HANS}.txt", "manifest.json"]
    assert [row["format"] for row in manifest(small)["outputs"]] == ["epub", "txt"]
    build(small, "--format", "epub", "--edition", "zh-Hant")
    assert [row["file"] for row in manifest(small)["outputs"]] == [f"{HANS}.epub", f"{HANS}.txt", f"{HANT}.epub"]


def test_the_table_and_the_json_list_it(small: Path, format: Format[Any], capsys: pytest.CaptureFixture[str]) -> None:
    build(small)
    said = capsys.readouterr()
    assert [line.split()[:2] for line in said.out.splitlines()[1:3]] == [
        ["zh-Hans", format.name],
        ["zh-Hant", format.name],
    ]
    assert said.err.splitlines() == [f"making {HANS}.{format.name}", f"making {HANT}.{format.name}"]
    build(small, "--json")
    (first, second) = json.loads(capsys.readouterr().out)["outputs"]
    assert (first["file"], first["format"], first["pages"]) == (f"{HANS}.{format.name}", format.name, None)
    assert second["seconds"] is None


def test_the_manifest_lists_it_with_the_size_and_hash_of_all_its_files(small: Path, format: Format[Any]) -> None:
    build(small)
    rows = manifest(small)["outputs"]
    assert [(row["file"], row["edition"], row["format"]) for row in rows] == [
        (f"{HANS}.{format.name}", "zh-Hans", format.name),
        (f"{HANT}.{format.name}", "zh-Hant", format.name),
    ]
    for row in rows:
        made = small / "dist" / row["file"]
        files = [path for path in [made, *made.rglob("*")] if path.is_file()]
        assert row["bytes"] == sum(path.stat().st_size for path in files)
    assert manifest(small)["fonts"] == {}
    assert "weasyprint" not in manifest(small)["tools"]


def test_it_is_up_to_date_until_a_file_of_it_is_damaged(
    small: Path, format: Format[Any], capsys: pytest.CaptureFixture[str]
) -> None:
    build(small)
    whole = snapshot(small / "dist")
    capsys.readouterr()
    build(small)
    assert "up to date" in capsys.readouterr().out
    made = small / "dist" / f"{HANT}.{format.name}"
    file = made if made.is_file() else next(path for path in made.rglob("*") if path.is_file())
    for damage in (lambda: file.write_bytes(b"damaged"), file.unlink):
        damage()
        capsys.readouterr()
        build(small)
        assert capsys.readouterr().err.splitlines() == [f"making {HANT}.{format.name}"]
        assert snapshot(small / "dist") == whole


def test_a_release_holds_all_of_it_and_its_sums_are_right(small: Path, format: Format[Any]) -> None:
    assert main(["release", book.__version__, "--project", str(small), "--quiet"]) == 0
    folder = small / "dist" / "release"
    for name in (f"{HANS}.{format.name}", f"{HANT}.{format.name}", "manifest.json"):
        made, released = small / "dist" / name, folder / name
        assert (snapshot(made) if made.is_dir() else sha256(made)) == (
            snapshot(released) if released.is_dir() else sha256(released)
        )
    sums = (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    named = {line.partition("  ")[2] for line in sums}
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert named == files - {"SHA256SUMS"}
    checked = subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=folder, check=False)
    assert checked.returncode == 0


def test_a_release_takes_away_what_the_last_one_left_and_nothing_else(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in list(FORMATS):
        monkeypatch.delitem(FORMATS, name)
    folder = small / "dist" / "release"
    (folder / "mine").mkdir(parents=True)
    monkeypatch.setitem(FORMATS, "site", SITE)
    assert main(["release", book.__version__, "--project", str(small), "--quiet"]) == 0
    assert (folder / f"{HANS}.site").is_dir()
    monkeypatch.delitem(FORMATS, "site")
    monkeypatch.setitem(FORMATS, "txt", TEXT)
    assert main(["release", book.__version__, "--project", str(small), "--quiet"]) == 0
    assert {path.name for path in folder.iterdir()} == {
        f"{HANS}.txt", f"{HANT}.txt", "mine", "manifest.json", "SHA256SUMS",
    }  # fmt: skip


def test_a_folder_is_replaced_as_a_whole(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(FORMATS, "site", SITE)
    build(small, "--format", "site")
    made = small / "dist" / f"{HANS}.site"
    pages = {"index.txt", "chapters", "chapters/c-01-soil.txt", "chapters/c-02-water.txt"}
    assert set(snapshot(made)) == pages
    edit(small / "chapters" / "book.yaml", "chapters: [01-soil, 02-water]", "chapters: [01-soil]")
    edit(
        small / "chapters" / "book.yaml",
        "leave-out:",
        "leave-out:\n  - from: outline#1:02:03\n    because: {zh-Hans: 不用, en: Not used.}",
    )
    (small / "chapters" / "02-water.yaml").unlink()
    build(small, "--format", "site")
    assert set(snapshot(made)) == pages - {"chapters/c-02-water.txt"}
    assert [path.name for path in (small / "dist").iterdir() if path.name.startswith(".")] == []


def test_a_build_that_fails_leaves_a_folder_as_it_was(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(FORMATS, "site", SITE)
    build(small, "--format", "site")
    before = snapshot(small / "dist")
    edit(small / "seeds" / "outline.txt", "先有土", "先养土")
    replace_path = Path.replace

    def failing(self: Path, target: Path) -> Path:
        if Path(target).name == "manifest.json":
            raise OSError(28, os.strerror(28), str(target))
        return replace_path(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    assert main(["build", "--project", str(small), "--format", "site", "--quiet"]) == 2
    monkeypatch.undo()
    assert snapshot(small / "dist") == before


@pytest.mark.slow
def test_a_format_that_takes_long_is_rendered_in_processes_to_the_same_files(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(FORMATS, "site", SITE)
    build(small, "--format", "site", "--out", str(small / "dist"))
    monkeypatch.setitem(FORMATS, "site", replace(SITE, in_processes=True))
    build(small, "--format", "site", "--jobs", "2", "--out", str(small / "other"))
    assert snapshot(small / "dist") == snapshot(small / "other")


@pytest.mark.parametrize(
    "names", [[], ["", "a.html"], ["/etc/passwd"], ["../a.html"], ["a/../../b"], ["./a.html"], ["a//b"], ["."]]
)
def test_an_artifact_is_one_file_or_files_inside_its_folder(names: list[str]) -> None:
    with pytest.raises(ValueError, match=r"artifact"):
        Artifact(dict.fromkeys(names, b""))


def test_what_its_tool_is_given_can_be_kept(small: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(FORMATS, "txt", replace(TEXT, intermediate=lambda task: (".prepared", task)))
    build(small, "--format", "txt", "--intermediates", str(tmp_path / "kept"))
    kept = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "kept").iterdir()}
    assert kept == {
        f"{edition}.prepared": (small / "dist" / f"garden.{edition}.txt").read_text(encoding="utf-8")
        for edition in ("zh-Hans", "zh-Hant")
    }
