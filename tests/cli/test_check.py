"""``build.py check``: every mistake in one run, nothing rendered, and an exit status to go by."""

import json
from pathlib import Path

from tests.cli.conftest import Run
from tests.projects import snapshot

KEYS = {"severity", "code", "message", "hint", "path", "line", "column"}
MISTAKE = "chapters/01-soil.yaml"


def test_a_good_book(run: Run, small: Path) -> None:
    result = run("check", "--project", small)
    assert (result.status, result.err) == (0, "")
    assert "0 errors, 0 warnings" in result.out


def test_a_spoiled_book(run: Run, spoiled: Path) -> None:
    result = run("check", "--project", spoiled)
    assert result.status == 1
    assert result.err.startswith(f"{MISTAKE}:4:15: error[section-not-found]: ")
    assert "      - from: outline#00:11\n" in result.err
    assert "= hint: did you mean '00:10'" in result.err
    assert "1 error, 0 warnings" in result.out


def test_nothing_is_written(run: Run, small: Path, spoiled: Path) -> None:
    for project in (small, spoiled):
        before = snapshot(project)
        run("check", "--project", project)
        run("check", "--project", project, "--json", "--strict")
        assert snapshot(project) == before


def test_json_of_a_good_book(run: Run, small: Path) -> None:
    result = run("check", "--project", small, "--json")
    assert result.status == 0
    assert json.loads(result.out) == {"diagnostics": []}


def test_json_of_a_spoiled_book(run: Run, spoiled: Path) -> None:
    result = run("check", "--project", spoiled, "--json")
    assert result.status == 1
    (row,) = json.loads(result.out)["diagnostics"]
    assert set(row) == KEYS
    assert row["severity"] == "error"
    assert row["code"] == "section-not-found"
    assert (row["path"], row["line"], row["column"]) == (MISTAKE, 4, 15)
    assert "00:11" in row["message"]
    assert "00:10" in row["hint"]


def test_an_undeclared_document_is_a_warning(run: Run, small: Path) -> None:
    (small / "seeds" / "stray.txt").write_text("谁写的？\n", encoding="utf-8")
    result = run("check", "--project", small)
    assert result.status == 0
    assert "seeds/stray.txt: warning[undeclared-document]" in result.err
    assert "0 errors, 1 warning " in result.out


def test_strict_makes_a_warning_an_error(run: Run, small: Path) -> None:
    (small / "seeds" / "stray.txt").write_text("谁写的？\n", encoding="utf-8")
    result = run("check", "--project", small, "--strict")
    assert result.status == 1
    assert "seeds/stray.txt: error[undeclared-document]" in result.err
    assert "1 error, 0 warnings" in result.out


def test_strict_in_json(run: Run, small: Path) -> None:
    (small / "seeds" / "stray.txt").write_text("谁写的？\n", encoding="utf-8")
    for words, status, severity in ((["--json"], 0, "warning"), (["--json", "--strict"], 1, "error")):
        result = run("check", "--project", small, *words)
        assert result.status == status
        (row,) = json.loads(result.out)["diagnostics"]
        assert (row["severity"], row["path"], row["line"]) == (severity, "seeds/stray.txt", 0)


def test_quiet_says_only_what_is_wrong(run: Run, small: Path, spoiled: Path) -> None:
    good = run("check", "--project", small, "--quiet")
    assert (good.status, good.out, good.err) == (0, "", "")
    bad = run("check", "--project", spoiled, "--quiet")
    assert (bad.status, bad.out) == (1, "")
    assert "error[section-not-found]" in bad.err
