"""A galley → all that a PDF is made of: its page as HTML, the style sheets that the page names, and the fonts."""

from collections.abc import Iterable
from pathlib import Path

from markupsafe import Markup

from book.languages import languages, profile
from book.publish.context import Context
from book.publish.pandoc import to_html
from book.publish.templates import fill
from book.publish.weasyprint.rendering import PageTask
from book.setting.galley import Galley
from book.writers.writing import write

_STYLES = Path(__file__).parent / "styles"


def prepare_pdf(galley: Galley, context: Context) -> PageTask:
    """A galley → its task. Raises ToolError when pandoc fails, and OSError where a style sheet cannot be read."""
    assert context.fonts is not None, "the format says that it needs fonts"
    styles = _style_sheets(galley)
    html = page_html(galley, to_html(write(galley, context.medium)), styles)
    return PageTask(html, galley.identifier, styles, context.fonts, _stops_keep_square())


def _stops_keep_square() -> dict[str, bool]:
    rules = {str(language): profile(language).lines for language in languages()}
    return {language: own.stops_keep_square for language, own in rules.items() if own is not None}


def _style_sheets(galley: Galley) -> dict[str, str]:
    """The style sheets of an edition by their names, in the order in which one overrules another."""
    pairs = ["pdf-pairs.css", f"pdf-{galley.layout}.css"] if galley.second else []
    return {
        "pdf.css": _style_sheet("pdf.css"),
        **{str(language): profile(language).page_style for language in languages()},
        **{name: _style_sheet(name) for name in pairs},
    }


def _style_sheet(name: str) -> str:
    return (_STYLES / name).read_text(encoding="utf-8")


def page_html(galley: Galley, body: str, styles: Iterable[str]) -> str:
    """The elements of the body → the whole page, with title page and contents; it asks for ``style:NAME``."""
    return fill("page.html", galley=galley, layout=galley.layout, styles=styles, body=Markup(body)).lstrip()
