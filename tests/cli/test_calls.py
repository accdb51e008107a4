"""Calls that are wrong end with status 2 and one clear line; calls that are right find their project."""

from pathlib import Path

import pytest

from tests.cli.conftest import Result, Run
from tests.pipeline.small_book import spoil_small_book, write_small_book
from tests.projects import snapshot


def _is_refused(result: Result, *words: str) -> None:
    assert result.status == 2
    assert result.out == ""
    last = result.err.rstrip("\n").split("\n")[-1]
    assert last.startswith("build.py"), result.err
    for word in words:
        assert word in last, result.err


@pytest.mark.parametrize("word", ["chek", "source", "bulid", "BUILD"])
def test_a_misspelt_command(run: Run, word: str) -> None:
    _is_refused(run(word), repr(word), "check", "sources", "build")


@pytest.mark.parametrize(
    "words", [["check", "--jsn"], ["build", "--quite"], ["sources", "--all"], ["--frmat", "epub"], ["check", "extra"]]
)
def test_a_misspelt_option(run: Run, words: list[str]) -> None:
    _is_refused(run(*words), words[-1] if words[0] != "--frmat" else "--frmat")


def test_an_unknown_edition(run: Run, small: Path) -> None:
    result = run("build", "--project", small, "--edition", "zh-Hanz")
    _is_refused(result, "'zh-Hanz'", "did you mean 'zh-Han")
    assert len(result.err.splitlines()) == 1


def test_an_edition_that_the_book_does_not_have(run: Run, small: Path) -> None:
    _is_refused(run("build", "--project", small, "--edition", "ja"), "'ja'", "zh-Hans", "zh-Hant")


def test_one_wrong_edition_among_right_ones(run: Run, small: Path) -> None:
    _is_refused(run("build", "--project", small, "--edition", "zh-Hans", "zh-Hanz"), "'zh-Hanz'")


def test_an_unknown_chapter(run: Run, small: Path) -> None:
    result = run("build", "--project", small, "--chapter", "nonsense")
    _is_refused(result, "'nonsense'", "01-soil", "02-water")
    assert len(result.err.splitlines()) == 1


def test_a_misspelt_chapter(run: Run, small: Path) -> None:
    _is_refused(run("build", "--project", small, "--chapter", "01-soli"), "did you mean '01-soil'?")


def test_an_unknown_format(run: Run, small: Path) -> None:
    _is_refused(run("build", "--project", small, "--format", "epubs"), "'epubs'", "epub", "pdf")


def test_an_unknown_source(run: Run, small: Path) -> None:
    result = run("sources", "outlin", "--project", small)
    _is_refused(result, "'outlin'", "did you mean 'outline'?")
    assert len(result.err.splitlines()) == 1


def test_a_release_of_another_version(run: Run, small: Path) -> None:
    _is_refused(run("release", "99.0", "--project", small), "99.0")
    assert not (small / "dist").exists()


@pytest.mark.parametrize("command", ["build", "check", "sources"])
def test_a_project_that_is_not_there(run: Run, tmp_path: Path, command: str) -> None:
    missing = tmp_path / "nowhere"
    result = run(command, "--project", missing)
    _is_refused(result, str(missing))
    assert len(result.err.splitlines()) == 1
    assert not missing.exists()


@pytest.mark.parametrize("command", ["build", "check", "sources"])
def test_a_project_that_is_an_empty_folder_or_a_file(run: Run, tmp_path: Path, command: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("x")
    for name in ("empty", "file"):
        _is_refused(run(command, "--project", tmp_path / name), name)


def test_a_wrong_call_writes_nothing(run: Run, small: Path) -> None:
    before = snapshot(small)
    for words in (["--edition", "zh-Hanz"], ["--chapter", "nonsense"], ["--format", "epubs"]):
        assert run("build", "--project", small, *words).status == 2
    assert snapshot(small) == before


def test_an_output_folder_that_is_a_file(run: Run, small: Path) -> None:
    out = small / "taken"
    out.write_text("mine")
    _is_refused(run("build", "--project", small, "--format", "epub", "--quiet", "--out", out), str(out))
    assert out.read_text() == "mine"


@pytest.mark.parametrize("words", [["--help"], ["build", "--help"], ["check", "-h"], ["sources", "--help"]])
def test_help_is_no_mistake(run: Run, words: list[str]) -> None:
    result = run(*words)
    assert (result.status, result.err) == (0, "")
    assert "exit status: 0 fine, 1 the book's files are wrong, 2" in " ".join(result.out.split())


def test_the_help_names_every_command_and_option(run: Run) -> None:
    top = run("--help").out
    for command in ("build", "check", "sources", "release"):
        assert command in top
    options = {
        "build": ("--project", "--out", "--edition", "--format", "--chapter", "--quiet"),
        "check": ("--project", "--json", "--strict", "--quiet"),
        "sources": ("--project", "--json", "--quiet"),
    }
    for command, names in options.items():
        text = run(command, "--help").out
        for name in names:
            assert name in text


def test_a_project_with_mistakes_is_not_built(run: Run, spoiled: Path) -> None:
    before = snapshot(spoiled)
    result = run("build", "--project", spoiled)
    assert (result.status, result.out) == (1, "")
    assert "error[section-not-found]" in result.err
    assert "1 error, 0 warnings" in result.err
    assert snapshot(spoiled) == before


def test_without_a_command_the_project_of_the_current_folder_is_built(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A spoiled project tells the two apart: building it says what is wrong and makes nothing."""
    here, home = spoil_small_book(tmp_path / "here"), write_small_book(tmp_path / "home")
    monkeypatch.chdir(here)
    for words in ([], ["--format", "epub"], ["--quiet"]):
        result = run(*words, home=home)
        assert (result.status, result.out) == (1, "")
        assert "error[section-not-found]" in result.err
        assert not (here / "dist").exists()
        assert not (home / "dist").exists()


def test_elsewhere_the_home_project_is_taken(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = spoil_small_book(tmp_path / "home")
    (home / "chapters" / "drafts").mkdir()
    (tmp_path / "elsewhere").mkdir()
    for folder in (tmp_path / "elsewhere", home / "chapters" / "drafts", home / "seeds"):
        monkeypatch.chdir(folder)
        result = run("check", home=home)
        assert result.status == 1
        assert "chapters/01-soil.yaml:4:15" in result.err


def test_a_relative_project(run: Run, spoiled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(spoiled / "seeds")
    result = run("check", "--project", "..")
    assert result.status == 1
    assert "chapters/01-soil.yaml:4:15" in result.err


def test_a_given_project_goes_before_the_current_folder(
    run: Run, small: Path, spoiled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(spoiled)
    assert run("check", "--project", small).status == 0
