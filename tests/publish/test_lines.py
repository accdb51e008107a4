"""Lines of Chinese: which marks give up a half, where a line may grow, and that the drawn line fills its measure."""

import re
import subprocess
from pathlib import Path

import pytest

from book.publish.font_files import find_fonts
from book.publish.weasyprint.lines import halved, may_grow
from book.publish.weasyprint.rendering import PageTask, render_pdf


@pytest.mark.parametrize(
    ("text", "halves"),
    [
        ("他说，先有土。", ""),
        ("（他说），先有土", "）"),
        ("“先有土。”他说", "。"),
        ("“‘土’‘水’”", "‘’’"),
        ("《土》、《水》", "》、"),
        ("土……水——光", ""),
        ("土。\u2060）水", "。"),
    ],
)
def test_marks_side_by_side(text: str, halves: str) -> None:
    assert "".join(text[place] for place in halved(text, stops_keep_square=False)) == halves


def test_in_taiwan_a_stop_keeps_its_square() -> None:
    assert halved("「先有土。」他說", stops_keep_square=True) == ()
    assert halved("「土」「水」", stops_keep_square=True) == (2,)
    assert halved("「土」，水", stops_keep_square=True) == (2,)


def test_marks_at_the_edges_of_a_line() -> None:
    assert halved("“土”", stops_keep_square=False, begins_line=True, ends_line=True) == (0, 2)
    assert halved("土。", stops_keep_square=False, ends_line=True) == (1,)
    assert halved("土。", stops_keep_square=True, ends_line=True) == ()
    assert halved("土。", stops_keep_square=False, begins_line=True) == ()
    assert halved("", stops_keep_square=False, begins_line=True, ends_line=True) == ()


@pytest.mark.parametrize(
    ("before", "after", "grows"),
    [
        ("土", "水", True),
        ("土", "，", False),
        ("，", "水", True),
        ("“", "土", False),
        ("土", "”", False),
        ("—", "—", False),
        ("…", "…", False),
        ("土", "—", True),
        ("G", "P", False),
        ("土", " ", False),
        (" ", "G", True),
        ("T", "的", True),
    ],
)
def test_where_a_line_may_grow(before: str, after: str, grows: bool) -> None:
    assert may_grow(before, after) is grows


TEXT = (
    "他说，“先有土，才有菜。”（这是他的话。）后来又说，GPT 也要先有 data，再有 model；"
    "《土》《水》两篇里写过——不止一次——这个意思……"
) * 6
STYLE = "@page { size: 300pt 400pt; margin: 50pt } body, p { margin: 0 } p { font: 10pt/16pt 'Noto Serif CJK SC'; text-align: justify }"


def drawn(language: str, tmp_path: Path) -> tuple[str, list[tuple[float, float]]]:
    """A paragraph in a measure of 200 points → its text, and the left and right edge of each line."""
    html = f'<!DOCTYPE html><html lang="{language}"><head><title>x</title><style>{STYLE}</style></head>'
    file = tmp_path / "page.pdf"
    page = f"{html}<body><p>{TEXT}</p></body></html>"
    task = PageTask(page, "x", {}, find_fonts(), {"zh-Hans": False, "zh-Hant": True, "ja": False})
    file.write_bytes(render_pdf(task).files[""])
    done = subprocess.run(["pdftotext", "-bbox", str(file), "-"], capture_output=True, text=True, check=True)
    words = re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)"[^>]*>([^<]*)</word>', done.stdout)
    rows: dict[int, list[tuple[float, float]]] = {}
    for left, top, right, _ in words:
        rows.setdefault(round((float(top) + 4) / 16), []).append((float(left), float(right)))
    edges = [(min(left for left, _ in row), max(right for _, right in row)) for _, row in sorted(rows.items())]
    return "".join(text for *_, text in words), edges


@pytest.mark.slow
@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "ja"])
def test_every_line_but_the_last_fills_the_measure_and_the_text_is_what_it_was(language: str, tmp_path: Path) -> None:
    text, edges = drawn(language, tmp_path)
    assert re.sub(r"[\s\u2060]", "", text) == TEXT.replace(" ", "")
    han = len(re.findall("[\u3400-\u9fff]", TEXT))
    assert len(edges) > han * 10 / 205, "as many lines as Han alone fills, each of 10 points"
    # the box of a glyph that gives up a half is as wide as before, whether the half is empty or not
    assert all(abs(left - 50) < 5.2 for left, _ in edges)
    assert all(249.8 < right < 255.2 for _, right in edges[:-1]), edges
