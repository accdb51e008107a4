"""The task of an EPUB → the finished file: pandoc writes it, it is repaired, and zipped the same for the same book."""

import io
import time
import zipfile
from dataclasses import dataclass

from book.publish.artifact import Artifact, single
from book.publish.epub.repairing import Version, repaired_chapter, repaired_navigation, repaired_package
from book.publish.links import check_links
from book.publish.pandoc import to_epub

_FIRST_DATE = 315532800
"""1980-01-01 in seconds since 1970: the first date that a zip can say."""


@dataclass(frozen=True, slots=True)
class EpubTask:
    """All that decides an EPUB."""

    document: str
    """Pandoc's document tree, as JSON."""
    style: str
    """The text of the style sheet."""
    title_page: str
    """The whole XHTML file."""
    versions: tuple[Version, ...]
    """What the book says of itself in each of its languages, the leading one first."""
    epoch: int
    """The date of the EPUB and of each file in it, in seconds since 1970-01-01 UTC."""


def render_epub(task: EpubTask) -> Artifact:
    """A task → its EPUB 3.3. Raises ToolError when pandoc is missing or complains, or a link leads nowhere."""
    return single(_zipped(repaired(to_epub(task.document, task.style, task.epoch), task), task.epoch))


def repaired(data: bytes, task: EpubTask) -> dict[str, bytes]:
    """Pandoc's EPUB → its files, repaired."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
    for name in sorted(files):
        if name == "EPUB/text/title_page.xhtml":
            files[name] = task.title_page.encode("utf-8")
        elif name.startswith("EPUB/text/ch"):
            files[name] = repaired_chapter(files[name])
        elif name == "EPUB/nav.xhtml":
            files[name] = repaired_navigation(files[name], task.versions, _body_start(files))
        elif name == "EPUB/content.opf":
            files[name] = repaired_package(files[name], task.versions)
    files.pop("META-INF/com.apple.ibooks.display-options.xml", None)
    check_links(files)
    return files


def _body_start(files: dict[str, bytes]) -> str:
    """The path of the first chapter, from the navigation's folder; empty where there is none."""
    for name in sorted(files):
        if name.startswith("EPUB/text/ch") and b'epub:type="chapter"' in files[name]:
            return name.removeprefix("EPUB/")
    return ""


def _zipped(files: dict[str, bytes], epoch: int) -> bytes:
    """Files → a zip with the same bytes for the same files (OCF 3.3 § 4.2: ``mimetype`` first and stored)."""
    date = time.gmtime(max(epoch, _FIRST_DATE))[:6]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(files, key=lambda name: (name != "mimetype", name)):
            info = zipfile.ZipInfo(name, date)
            info.create_system = 3
            info.external_attr = 0o644 << 16
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(info, files[name], compresslevel=9)
    return buffer.getvalue()
