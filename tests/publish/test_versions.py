"""The tools are those that are used, and are asked themselves."""

import os
import subprocess
import sys
from pathlib import Path

import pypandoc
import pytest

from book.publish.context import Context
from book.publish.epub.preparing import prepare_epub
from book.publish.epub.rendering import render_epub
from book.publish.errors import ToolError
from book.publish.versions import ASKED, versions
from book.writers.medium import SCREEN
from tests.writers.made import galley

BUNDLED = Path(pypandoc.__file__).parent / "files"


def write_fake(folder: Path) -> None:
    """A program that says it is a newer pandoc than any."""
    folder.mkdir()
    fake = folder / "pandoc"
    fake.write_text("#!/bin/sh\necho 'pandoc 99.0'\n")
    fake.chmod(0o755)


def test_a_pandoc_in_the_path_is_never_taken(tmp_path: Path) -> None:
    write_fake(tmp_path / "bin")
    script = (
        "from book.publish.pandoc import pandoc_path, pandoc_version\n"
        "from book.publish.versions import versions\n"
        "print(pandoc_path(), pandoc_version(), versions(['pandoc'])['pandoc'], sep='\\n')\n"
    )
    path = f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "PYPANDOC_PANDOC": str(tmp_path / "bin" / "pandoc")}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True)
    program, version, said = done.stdout.splitlines()
    assert Path(program).parent == BUNDLED
    own = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.split()[1]
    assert version == said == own != "99.0"


def test_what_a_user_has_set_up_for_pandoc_does_not_change_the_book(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    task = prepare_epub(galley(), Context(SCREEN, 0))
    before = render_epub(task).files[""]
    templates = tmp_path / "pandoc" / "templates"
    templates.mkdir(parents=True)
    for name in ("default.epub3", "default.html5"):
        (templates / name).write_text("<html><body><p>the user's own</p>$body$</body></html>")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert render_epub(task).files[""] == before


def test_the_libraries_are_those_that_weasyprint_loads() -> None:
    script = (
        "from weasyprint.text.ffi import harfbuzz, pango\n"
        "number = pango.pango_version()\n"
        "print(f'{number // 10000}.{number // 100 % 100}.{number % 100}')\n"
        "from book.publish.versions import versions\n"
        "said = versions(['Pango', 'HarfBuzz', 'fontconfig'])\n"
        "print(said['Pango'], said['HarfBuzz'], said['fontconfig'])\n"
        "def is_loaded(text, more):\n"
        "    parts = [int(part) for part in text.split('.')]\n"
        "    return harfbuzz.hb_version_atleast(*parts[:-1], parts[-1] + more)\n"
        "print(is_loaded(said['HarfBuzz'], 0), is_loaded(said['HarfBuzz'], 1))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded, said, harfbuzz = done.stdout.splitlines()
    pango, _, fontconfig = said.split()
    assert pango == loaded
    assert harfbuzz == "1 0"
    listed = subprocess.run(["fc-list", "--version"], capture_output=True, text=True, check=True)
    assert (listed.stdout + listed.stderr).split()[-1] == fontconfig


def test_a_tool_that_is_not_there_is_named() -> None:
    with pytest.raises(ToolError, match="no-such-package"):
        versions(["no-such-package"])


@pytest.mark.parametrize("name", sorted(ASKED))
def test_every_tool_says_its_version(name: str) -> None:
    assert versions([name])[name][0].isdigit()
