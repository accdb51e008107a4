"""What WeasyPrint only logs stops the build."""

import logging
import pickle

import pytest

from book.publish.artifact import Artifact
from book.publish.context import Context
from book.publish.errors import ToolError
from book.publish.font_files import find_fonts
from book.publish.pdf import prepare_pdf
from book.publish.weasyprint.rendering import PageTask, render_pdf
from book.writers import medium
from tests.writers.made import galley

PAGE = '<!DOCTYPE html><html lang="zh-Hans"><head><title>頁</title>{head}</head><body>{body}</body></html>'


def page(body: str = "<p>一</p>", head: str = "") -> str:
    return PAGE.format(head=head, body=body)


def rendered(html: str, identifier: str = "x", **styles: str) -> Artifact:
    return render_pdf(PageTask(html, identifier, styles, find_fonts()))


@pytest.mark.slow
def test_a_sound_page_becomes_a_pdf() -> None:
    pdf = rendered(page())
    assert pdf.files[""].startswith(b"%PDF-")
    assert pdf.pages == 1


@pytest.mark.parametrize(
    ("html", "complaint"),
    [
        (page("<p style='text-autospace: normal'>一</p>"), "text-autospace"),
        (page("<p style='color: nonsense'>一</p>"), "color"),
        (page("<img src='cover.png' alt='x'>"), "cover.png"),
        (page("<img src='https://example.org/cover.png' alt='x'>"), "example.org"),
        (page("<img src='file:///etc/hostname' alt='x'>"), "/etc/hostname"),
        (page(head="<link rel=stylesheet href='style:none.css'>"), "none.css"),
        (page(head="<style>@font-face { font-family: X; src: url('font:none.otf') }</style>"), "'X' cannot be loaded"),
        (page("<p><a href='#nowhere'>一</a></p>"), "nowhere"),
    ],
)
def test_a_complaint_of_weasyprint_is_a_tools_error(html: str, complaint: str) -> None:
    with pytest.raises(ToolError, match="WeasyPrint") as caught:
        rendered(html)
    assert complaint in str(caught.value)


def test_the_log_is_left_as_it_was_found() -> None:
    logger = logging.getLogger("weasyprint")
    before = (list(logger.handlers), logger.propagate)
    with pytest.raises(ToolError):
        rendered(page("<p style='color: nonsense'>一</p>"))
    assert (logger.handlers, logger.propagate) == before


def test_the_same_page_is_the_same_bytes_and_another_identifier_another_file() -> None:
    first, again, other = (rendered(page(), name).files[""] for name in ("x", "x", "y"))
    assert first == again
    assert first != other


def test_a_page_is_given_the_style_sheets_of_its_edition_and_no_others() -> None:
    def sheets(edition: str) -> list[str]:
        return list(prepare_pdf(galley(edition), Context(medium.PAGE, 0, find_fonts())).styles)

    alone, pair = sheets("zh-Hans"), sheets("zh-Hans-en")
    assert "pdf.css" in alone
    assert not {"pdf-pairs.css", "pdf-columns.css", "pdf-stacked.css"} & set(alone)
    assert {"pdf-pairs.css", "pdf-columns.css"} <= set(pair)
    assert "pdf-stacked.css" not in pair


def test_a_process_needs_nothing_but_the_task() -> None:
    """A style sheet is what the task says it is, whatever is in the program's folders."""
    html = page("<p>一</p><p>二</p>", "<link rel=stylesheet href='style:own.css'>")
    task = PageTask(html, "x", {"own.css": "p + p { break-before: page }"}, find_fonts())
    assert render_pdf(task).pages == 2
    assert render_pdf(pickle.loads(pickle.dumps(task))).files == render_pdf(task).files
