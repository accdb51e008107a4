"""EPUBCheck and the browser report what is wrong: that they have nothing to say means something."""

import zipfile
from pathlib import Path

import pytest

from tests.finished.reading import Book
from tests.finished.test_epub import dom, epubcheck

pytestmark = pytest.mark.slow


def test_epubcheck_finds_what_is_wrong(finished: Book, tmp_path: Path) -> None:
    spoiled = tmp_path / "spoiled.epub"
    with zipfile.ZipFile(finished.epubs["zh-Hans"].path) as whole, zipfile.ZipFile(spoiled, "w") as archive:
        for info in whole.infolist():
            data = whole.read(info)
            archive.writestr(info, data.replace(b'role="doc-noteref"', b'role="doc-noteref" nonsense="x"'))
    assert epubcheck(spoiled)["checker"]["nError"] > 0


def test_a_browser_reports_a_page_that_is_no_xml(finished: Book, tmp_path: Path) -> None:
    page = tmp_path / "page.xhtml"
    page.write_text('<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>x</body></html>')
    assert "parsererror" in dom(page, tmp_path / "profile")
