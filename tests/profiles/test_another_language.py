"""A language that the program has never heard of: its profile is all that it needs, from the specs to the page."""

import json
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from book.cli import main
from book.comparing import Pair, findings
from book.languages import languages, registered
from book.pipeline.project import load_project
from book.translation.markup import read_markup
from tests.languages import EN
from tests.profiles.japanese import JAPANESE

BOOK = Path(__file__).resolve().parents[1] / "books" / "japanese"
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def japanese() -> Iterator[None]:
    with registered(JAPANESE):
        yield
    assert JAPANESE.language not in languages()


@pytest.mark.usefixtures("japanese")
def test_nothing_is_wrong_with_a_book_in_it() -> None:
    project = load_project(BOOK)
    project.proofread(strictly=True)
    assert project.diagnostics == ()


def test_without_the_profile_the_book_is_in_no_known_language(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--project", str(BOOK), "--json"]) == 1
    codes = {row["code"] for row in json.loads(capsys.readouterr().out)["diagnostics"]}
    assert {"unknown-edition", "unknown-language"} <= codes


@pytest.mark.slow
@pytest.mark.usefixtures("japanese")
def test_a_book_in_it_alone_and_beside_english(tmp_path: Path) -> None:
    assert main(["build", "--project", str(BOOK), "--out", str(tmp_path), "--quiet"]) == 0
    names = [f"toudai.{edition}.{format}" for edition in ("ja", "ja-en") for format in ("epub", "pdf")]
    assert all((tmp_path / name).is_file() for name in names)
    with zipfile.ZipFile(tmp_path / "toudai.ja-en.epub") as archive:
        chapter = archive.read("EPUB/text/ch001.xhtml").decode()
        package = archive.read("EPUB/content.opf").decode()
    assert 'lang="ja"' in chapter
    assert "20マイルほどです。「光そのもの」より先に、光の輪が見えます。" in chapter
    assert "About 20 miles. Before “the light itself” you see a ring of light." in chapter
    assert "第1章" in chapter
    assert "<dc:language>ja</dc:language>" in package
    for edition in ("ja", "ja-en"):
        command = ["pdftotext", "-raw", str(tmp_path / f"toudai.{edition}.pdf"), "-"]
        text = "".join(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())
        assert "灯は1974年から一度も消えていません。" in text
        assert "日本語" in text, "the colophon names the language by CLDR"
        fonts = subprocess.run(["pdffonts", str(tmp_path / f"toudai.{edition}.pdf")], capture_output=True, text=True)
        assert "Noto-Serif-CJK-JP" in fonts.stdout
        assert "Noto-Serif-CJK-SC" not in fonts.stdout


def test_only_the_profiles_name_a_language() -> None:
    """The tags of languages in the program's own code: none but in ``languages`` and in the conversion of scripts."""
    allowed = ("languages", "scripts")
    found = []
    for path in sorted((ROOT / "book").rglob("*.py")):
        if path.relative_to(ROOT / "book").parts[0] in allowed:
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            code = line.partition("#")[0]
            if any(f"{mark}{tag}{mark}" in code for tag in ("zh-Hans", "zh-Hant", "zh", "en") for mark in "\"'"):
                found.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()}")
            if "is_chinese" in code and "is_chinese_set" not in code:
                found.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()}")
    assert found == []


FILES = {
    "seeds/sources.yaml": "sources:\n  a:\n    file: a.md\n    format: markdown\n    language: {language}\n",
    "seeds/a.md": "# {heading}\n\n{text}\n",
    "chapters/book.yaml": (
        "slug: a\ntitle: {{{language}: {heading}}}\nidentifier: urn:uuid:5a0cf0c2-9b1f-4c53-9a55-6c1b61b7a0df\n"
        "date: 2025-06-01\neditions: [{edition}]\nchapters: [01-a]\n"
    ),
    "chapters/01-a.yaml": "title: {{{language}: {heading}}}\nsections:\n  - passages: [from: 'a#{heading}']\n",
}


@pytest.mark.parametrize(
    ("language", "edition", "heading", "text"),
    [
        ("zh-Hans", "zh-Hans", "灯塔", "灯塔还亮着。"),
        ("zh-Hans", "zh-Hant", "灯塔", "灯塔还亮着。"),
        ("en", "en", "Lighthouse", "The lighthouse still shines."),
    ],
)
def test_a_book_in_one_language_needs_no_other(
    language: str, edition: str, heading: str, text: str, tmp_path: Path
) -> None:
    for name, content in FILES.items():
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(content.format(language=language, edition=edition, heading=heading, text=text), "utf-8")
    project = load_project(tmp_path)
    project.proofread(strictly=True)
    assert project.diagnostics == ()
    out = tmp_path / "dist"
    assert main(["build", "--project", str(tmp_path), "--out", str(out), "--format", "epub", "--quiet"]) == 0
    assert (out / f"a.{edition}.epub").is_file()


@pytest.mark.usefixtures("japanese")
@pytest.mark.parametrize(
    ("original", "translation", "checks"),
    [
        ("灯は1974年から消えていません。", "The lamp has not gone out since 1974.", []),
        ("灯は1974年から消えていません。", "The lamp has not gone out since 1947.", ["numbers"]),
        ("**灯**は消えていません。", "The lamp has not gone out.", ["emphasis"]),
        ("灯（あかり）は消えていません。", "The lamp has not gone out.", ["brackets"]),
        ("詳しくは https://example.org/a を見よ。", "For more see https://example.org/b.", ["urls"]),
        ("灯は消えていません。", "灯は消えていません。", ["untranslated"]),
    ],
)
def test_a_pair_is_checked_for_what_needs_no_rule_of_its_own(
    original: str, translation: str, checks: list[str]
) -> None:
    pair = Pair(read_markup(original), read_markup(translation), JAPANESE.language, EN, is_heading=False)
    assert [finding.check for finding in findings(pair)] == checks
