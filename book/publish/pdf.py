"""The HTML of a galley → PDF, by WeasyPrint; whatever WeasyPrint only logs is an error here.

A missing font, an ignored property, an image that is not there: each is a line in a log and a wrong
page in a book, so the first such line stops the build.
"""

import hashlib
import logging
import multiprocessing
import os
import signal
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.error import URLError

from markupsafe import Markup

from book.languages import languages, profile
from book.model.language import Language
from book.publish.errors import ToolError
from book.publish.fonts import Fonts, use_only, without_glyph
from book.publish.templates import fill
from book.setting.galley import Galley

_STYLES = Path(__file__).parent / "styles"


@dataclass(frozen=True, slots=True)
class Pdf:
    """A finished PDF."""

    data: bytes
    pages: int
    seconds: float
    """How long it took."""


@dataclass(frozen=True, slots=True)
class Job:
    """A page to be rendered."""

    html: str
    identifier: str


def page_html(galley: Galley, body: str) -> str:
    """The elements of the body → the whole page, with title page and contents."""
    return fill("page.html", galley=galley, layout=galley.layout, languages=languages(), body=Markup(body)).lstrip()


def render_pdfs(jobs: Sequence[Job], fonts: Fonts, at_a_time: int | None = None) -> Iterator[Pdf]:
    """Pages → PDFs in their order, as many at a time as there are processors, or as is said."""
    processors = min(len(jobs), at_a_time or os.cpu_count() or 1)
    if processors < 2:
        for job in jobs:
            yield render_pdf(job.html, fonts, job.identifier)
        return
    use_only(fonts)  # once, so that the processes find it done
    with multiprocessing.get_context("spawn").Pool(processors, _leave_interrupts_to_parent) as pool:
        yield from pool.imap(partial(_render_job, fonts), jobs)


def _leave_interrupts_to_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _render_job(fonts: Fonts, job: Job) -> Pdf:
    return render_pdf(job.html, fonts, job.identifier)


def render_pdf(html: str, fonts: Fonts, identifier: str) -> Pdf:
    """HTML → PDF. Raises ToolError when a character has no glyph or WeasyPrint complains."""
    begun = time.monotonic()
    if missing := list(without_glyph([html], fonts)):
        named = ", ".join(f"{character} (U+{ord(character):04X})" for character in missing)
        raise ToolError(
            f"no font has a glyph for {named}; correct the character, or add a font to book/publish/fonts.py"
        )
    use_only(fonts)
    import weasyprint  # after fontconfig has been told which fonts there are
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    from book.publish.chinese_lines import set_chinese_lines
    from book.publish.tagging import mend_tags

    mend_tags()
    set_chinese_lines()

    class OwnFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint carries no types
        """Only the book's own style sheet and fonts can be fetched."""

        def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
            scheme, _, name = url.partition(":")
            if scheme == "style" and name in languages():
                style = profile(Language(name)).page_style
                return URLFetcherResponse(url, style.encode("utf-8"), {"Content-Type": "text/css"})
            if scheme == "style":
                return URLFetcherResponse(url, (_STYLES / name).read_bytes(), {"Content-Type": "text/css"})
            if scheme == "font":
                return URLFetcherResponse(url, fonts.path(name).read_bytes(), {"Content-Type": "font/otf"})
            raise URLError(f"{url} is not part of the book")

    complaints = _Complaints()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(complaints)
    propagate, logger.propagate = logger.propagate, False
    try:
        document = weasyprint.HTML(string=html, base_url="book:", url_fetcher=OwnFetcher()).render(
            font_config=FontConfiguration()
        )
        data = document.write_pdf(pdf_identifier=hashlib.sha256(identifier.encode()).digest()[:16], pdf_tags=True)
    finally:
        logger.removeHandler(complaints)
        logger.propagate = propagate
    if complaints.lines:
        raise ToolError("WeasyPrint complains: " + "; ".join(complaints.lines[:5]))
    assert data is not None
    return Pdf(data, len(document.pages), time.monotonic() - begun)


class _Complaints(logging.Handler):
    """Keeps what is logged as a warning or worse."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())
