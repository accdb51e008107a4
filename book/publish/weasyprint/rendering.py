"""The task of a PDF → the PDF, by WeasyPrint; whatever WeasyPrint only logs is an error here.

A missing font, an ignored property, an image that is not there: each is a line in a log and a wrong
page in a book, so the first such line stops the build.
"""

import hashlib
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.error import URLError

from book.publish.artifact import Artifact, single
from book.publish.errors import ToolError
from book.publish.fonts import Fonts, use_only, without_glyph


@dataclass(frozen=True, slots=True)
class PageTask:
    """All that decides a PDF. It names its style sheets ``style:NAME`` and its fonts ``font:NAME``."""

    html: str
    """The whole page."""
    identifier: str
    """Of the edition; the PDF's own identifier (ISO 32000-1 § 14.4) is made of it."""
    styles: Mapping[str, str]
    """The text of every style sheet that the page may ask for, by its name."""
    fonts: Fonts
    stops_keep_square: Mapping[str, bool] = field(default_factory=dict)
    """The languages whose lines of Han we compose, by their tags, and whether their stops are centred in their square
    and keep all of it; the lines of others are broken and filled at their spaces."""


def render_pdf(task: PageTask) -> Artifact:
    """A task → its PDF. Raises ToolError when a character has no glyph or WeasyPrint complains."""
    if missing := list(without_glyph([task.html], task.fonts)):
        named = ", ".join(f"{character} (U+{ord(character):04X})" for character in missing)
        raise ToolError(
            f"no font has a glyph for {named}; correct the character, or add a font to book/publish/fonts.py"
        )
    use_only(task.fonts)
    import weasyprint  # after fontconfig has been told which fonts there are
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    from book.publish.weasyprint.lines import compose_lines
    from book.publish.weasyprint.tags import complete_tags

    complete_tags()
    compose_lines(task.stops_keep_square)

    class OwnFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint carries no types
        """Only what the task holds can be fetched."""

        def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
            scheme, _, name = url.partition(":")
            if scheme == "style" and name in task.styles:
                return URLFetcherResponse(url, task.styles[name].encode("utf-8"), {"Content-Type": "text/css"})
            if scheme == "font":
                return URLFetcherResponse(url, task.fonts.path(name).read_bytes(), {"Content-Type": "font/otf"})
            raise URLError(f"{url} is not part of the book")

    complaints = _Complaints()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(complaints)
    propagate, logger.propagate = logger.propagate, False
    try:
        document = weasyprint.HTML(string=task.html, base_url="book:", url_fetcher=OwnFetcher()).render(
            font_config=FontConfiguration()
        )
        identifier = hashlib.sha256(task.identifier.encode()).digest()[:16]
        data = document.write_pdf(pdf_identifier=identifier, pdf_tags=True)
    finally:
        logger.removeHandler(complaints)
        logger.propagate = propagate
    if complaints.lines:
        raise ToolError("WeasyPrint complains: " + "; ".join(complaints.lines[:5]))
    assert data is not None
    return single(data, pages=len(document.pages))


class _Complaints(logging.Handler):
    """Keeps what is logged as a warning or worse."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())
