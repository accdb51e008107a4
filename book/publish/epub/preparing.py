"""A galley → all that an EPUB is made of: pandoc's document, the style sheet, the title page, the book's own words."""

from pathlib import Path

from book.languages import languages, profile
from book.publish.context import Context
from book.publish.epub.rendering import EpubTask
from book.publish.epub.repairing import Version
from book.publish.pandoc import as_json
from book.publish.templates import fill
from book.setting.galley import Galley
from book.writers.writing import write

_STYLE = Path(__file__).parent.parent / "styles" / "epub.css"


def prepare_epub(galley: Galley, context: Context) -> EpubTask:
    """A galley → its task. Raises OSError where the style sheet cannot be read."""
    versions = [version for version in (galley, galley.second) if version is not None]
    return EpubTask(
        document=as_json(write(galley, context.medium)),
        style=_style_sheet(),
        title_page=fill("titlepage.xhtml", galley=galley).lstrip(),
        versions=tuple(_version(version) for version in versions),
        epoch=context.epoch,
    )


def _style_sheet() -> str:
    """The book's style sheet and after it those of the languages."""
    sheets = [_STYLE.read_text(encoding="utf-8"), *(profile(language).screen_style for language in languages())]
    return "\n".join(sheet for sheet in sheets if sheet)


def _version(galley: Galley) -> Version:
    return Version(
        language=str(galley.language),
        title=galley.title,
        subtitle=galley.subtitle,
        editor=galley.editor,
        rights=galley.rights,
        contents=galley.labels.contents,
        title_page=galley.labels.title_page,
    )
