"""Only the book's fonts are used, and a character that none of them has is reported."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from book.publish import font_files as module
from book.publish.errors import ToolError
from book.publish.font_files import find_fonts
from book.publish.fonts import without_glyph
from book.publish.weasyprint.rendering import PageTask, render_pdf

PRIVATE = "\ue0f5"
"""A character of the private use area, which no font of the book draws."""


def test_characters_without_glyph_are_named_once_and_in_order() -> None:
    assert list(without_glyph([f"一{PRIVATE}", f"\U0010fffd{PRIVATE}"], find_fonts())) == [PRIVATE, "\U0010fffd"]


def test_what_books_are_written_in_has_glyphs() -> None:
    text = "骨直角，。；：？！「」『』“”‘’（）——……·‧～《》〈〉 abc ÄÖÜ éèê 0123 ±×÷ ①② 𠮷 鏟鏟铲 ≈–• 😀 \u3000\u00a0"
    assert list(without_glyph([text], find_fonts())) == []


def test_what_is_not_drawn_needs_no_glyph() -> None:
    assert list(without_glyph(["\u200b\u2060\ufe0f\n\t\u2003"], find_fonts())) == []


def test_a_missing_glyph_stops_the_build_and_names_the_character() -> None:
    with pytest.raises(ToolError, match=r"glyph.*U\+E0F5"):
        render_pdf(PageTask(f"<p>一{PRIVATE}二</p>", "x", {}, find_fonts()))


def test_a_missing_font_is_named_with_the_package_that_holds_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(module, "_FOLDERS", (str(tmp_path),))
    with pytest.raises(ToolError, match=r"NotoSerifCJK-Regular.ttc.*fonts-noto-cjk"):
        find_fonts()


def test_fontconfig_is_shown_the_books_chinese_fonts_and_no_others(tmp_path: Path) -> None:
    script = (
        "import os, subprocess\n"
        "from book.publish.font_files import find_fonts\n"
        "from book.publish.fonts import use_only\n"
        "use_only(find_fonts())\n"
        "print(subprocess.run(['fc-list', '--format', '%{file}\\n'], capture_output=True, text=True, check=True).stdout)\n"
    )
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path)}
    environment.pop("FONTCONFIG_FILE", None)
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True)
    shown = {Path(line) for line in done.stdout.split("\n") if line}
    assert {path.name for path in shown} == set(find_fonts().by_family)
    assert all(path.is_relative_to(tmp_path) for path in shown)
    assert {path.resolve() for path in shown} == {find_fonts().path(name).resolve() for name in find_fonts().by_family}


def test_a_cache_that_cannot_be_written_is_reported_with_its_remedy(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    script = (
        "from book.publish.font_files import find_fonts\n"
        "from book.publish.fonts import use_only\n"
        "from book.publish.errors import ToolError\n"
        "try:\n    use_only(find_fonts())\nexcept ToolError as error:\n    print(error)\n"
    )
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "file")}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True)
    assert "XDG_CACHE_HOME" in done.stdout
