"""``build.py build`` that finds a mistake only when the texts are proofread."""

from pathlib import Path

from tests.cli.conftest import Run
from tests.projects import edit


def test_a_refused_build_says_everything_once(run: Run, small: Path) -> None:
    (small / "seeds" / "stray.txt").write_text("谁写的？\n", encoding="utf-8")
    edit(small / "seeds" / "outline.txt", "先有土", "後有土")
    result = run("build", "--project", small, "--format", "epub")
    assert result.status == 1
    assert result.err.count("warning[undeclared-document]") == 1
    assert result.err.count("error[stray-character]") == 1
    assert result.err.endswith("\n1 error, 1 warning in 6 files\n")
    assert not (small / "dist").exists()
