"""A document tree → EPUB 3: pandoc writes it, and what pandoc leaves wrong is mended in the finished zip.

Mended (EPUB 3.3, EPUB Accessibility 1.1): chapters' titles in their heads, notes as ``aside`` elements
that readers show as pop-ups, landmarks in the book's language with the beginning of the body, the title
page, and the zip itself: sorted, dated and stored the same for the same book.
"""

import io
import time
import zipfile
from collections.abc import Callable, Iterable
from copy import deepcopy
from pathlib import Path

from lxml import etree

from book.languages import languages, profile
from book.model.language import Language
from book.publish.pandoc import to_epub, without_variation_selectors
from book.publish.templates import fill
from book.setting.galley import Galley
from book.writers.pandoc_tree import Node

_STYLE = Path(__file__).parent / "styles" / "epub.css"
_XHTML = "{http://www.w3.org/1999/xhtml}"
_EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

_NOTES = {"footnotes": "section", "footnote": "aside"}
"""The elements of a chapter's notes, and of one note: what readers look for to show it as a pop-up."""

_DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'

Element = etree._Element


def write_epub(document: Node, galley: Galley, target: Path, epoch: int) -> None:
    """A document tree → a finished EPUB at ``target``, dated ``epoch``."""
    draft = target.with_suffix(".draft.epub")
    style = target.with_suffix(".css")
    sheets = [_STYLE.read_text(encoding="utf-8"), *(profile(language).screen_style for language in languages())]
    style.write_text("\n".join(sheet for sheet in sheets if sheet), encoding="utf-8")
    to_epub(document, style, draft, epoch)
    style.unlink()
    target.write_bytes(mend(draft.read_bytes(), galley, epoch))
    draft.unlink()


def mend(data: bytes, galley: Galley, epoch: int) -> bytes:
    """Pandoc's EPUB → the mended one."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
    for name in sorted(files):
        if name == "EPUB/text/title_page.xhtml":
            files[name] = fill("titlepage.xhtml", galley=galley).lstrip().encode("utf-8")
        elif name.startswith("EPUB/text/ch"):
            files[name] = _rewritten(files[name], _mend_chapter)
        elif name == "EPUB/nav.xhtml":
            files[name] = _rewritten(files[name], lambda root: _mend_navigation(root, galley, _body_start(files)))
        elif name == "EPUB/content.opf":
            files[name] = _rewritten(files[name], lambda root: _mend_package(root, galley))
    files.pop("META-INF/com.apple.ibooks.display-options.xml", None)
    return _zipped(files, epoch)


def _rewritten(data: bytes, mend: Callable[[Element], None]) -> bytes:
    """XML → the same, mended."""
    root = etree.fromstring(without_variation_selectors(data.decode("utf-8")).encode("utf-8"))
    mend(root)
    for element in root.iter(f"{_XHTML}*"):
        if language := element.get("lang"):
            element.set(_XML_LANG, language)  # XHTML knows a language by this attribute (XML 1.0 § 2.12)
    head = _DECLARATION + (b"<!DOCTYPE html>\n" if root.tag == _XHTML + "html" else b"")
    return head + etree.tostring(root, encoding="UTF-8")


def _mend_chapter(root: Element) -> None:
    heading = root.find(f".//{_XHTML}h1")
    title = root.find(f".//{_XHTML}title")
    if heading is not None and title is not None:
        lead = heading.find(f"{_XHTML}span[@class='first']")  # a title is text of one language
        words = (heading if lead is None else lead).itertext()
        title.text = " ".join("".join(str(text) for text in words).split())
    _drop_empty_styles(root)
    for division in root.iter(f"{_XHTML}div"):
        if tag := _NOTES.get(str(division.get(_EPUB_TYPE))):
            division.tag = _XHTML + tag


def _drop_empty_styles(root: Element) -> None:
    head = root.find(f"{_XHTML}head")
    assert head is not None
    for style in head.findall(f"{_XHTML}style"):
        head.remove(style)


def _mend_navigation(root: Element, galley: Galley, body_start: str) -> None:
    labels = galley.labels
    title = root.find(f".//{_XHTML}title")
    if title is not None:
        title.text = labels.contents
    _add_second_contents(root, galley)
    _drop_empty_styles(root)
    for nav in root.iter(f"{_XHTML}nav"):
        if nav.get(_EPUB_TYPE) != "landmarks":
            continue
        entries = nav.find(f"{_XHTML}ol")
        if entries is not None and body_start:
            item = etree.SubElement(entries, f"{_XHTML}li")
            etree.SubElement(item, f"{_XHTML}a", {"href": body_start, _EPUB_TYPE: "bodymatter"})
        versions = [version for version in (galley, galley.second) if version]
        names = {
            "titlepage": [(version.language, version.labels.title_page) for version in versions],
            "toc": [(version.language, version.labels.contents) for version in versions],
            "bodymatter": [(version.language, version.title) for version in versions],
        }
        for link in nav.iter(f"{_XHTML}a"):
            _set_both(link, names[str(link.get(_EPUB_TYPE))])


def _set_both(element: Element, versions: Iterable[tuple[Language, str]]) -> None:
    """Let an element say something in the book's language, or in both, each under its tag."""
    versions = list(versions)
    if len(versions) == 1:
        element.text = versions[0][1]
        return
    element.text = None
    for place, (language, words) in zip(("first", "second"), versions, strict=True):
        span = etree.SubElement(element, f"{_XHTML}span", {"class": place, "lang": str(language)})
        span.text = words
        span.tail = " " if place == "first" else None


def _add_second_contents(root: Element, galley: Galley) -> None:
    """The heading of the contents in both languages, each under its tag."""
    heading = root.find(f".//{_XHTML}nav/{_XHTML}h1")
    if heading is None or galley.second is None:
        return
    _set_both(
        heading, [(galley.language, galley.labels.contents), (galley.second.language, galley.second.labels.contents)]
    )


def _mend_package(root: Element, galley: Galley) -> None:
    opf, dc = "{http://www.idpf.org/2007/opf}", "{http://purl.org/dc/elements/1.1/}"
    metadata = root.find(f"{opf}metadata")
    assert metadata is not None
    if galley.second:
        _add_second_language(metadata, galley, galley.second, opf, dc)
    for meta in metadata.findall(f"{opf}meta"):
        feature = str(meta.get("property"))
        if feature == "schema:accessibilityFeature" and meta.text == "alternativeText":
            metadata.remove(meta)  # the book has no images


def _add_second_language(metadata: Element, galley: Galley, second: Galley, opf: str, dc: str) -> None:
    """What the package says of the book, in its second language too (EPUB 3.3, §§ 5.5.3.1.3, D.3.2)."""
    language = metadata.find(f"{dc}language")
    assert language is not None
    other = etree.Element(f"{dc}language")
    other.text = str(second.language)
    language.addnext(other)
    versions = {
        "title": {galley.title: second.title, galley.subtitle: second.subtitle},
        "creator": {galley.editor: second.editor},
        "rights": {galley.rights: second.rights},
    }
    for name, texts in versions.items():
        for element in metadata.findall(f"{dc}{name}"):
            words = texts.get(element.text or "")
            if not words or words == element.text:
                continue
            id = element.get("id") or f"epub-{name}"
            element.set("id", id)
            element.set(_XML_LANG, str(galley.language))
            meta = deepcopy(metadata.find(f"{opf}meta"))
            assert meta is not None
            meta.attrib.update({"refines": f"#{id}", "property": "alternate-script"})
            metadata.append(meta)
            meta.set(_XML_LANG, str(second.language))
            meta.text = words


def _body_start(files: dict[str, bytes]) -> str:
    """The address of the first chapter, from the navigation's folder."""
    for name in sorted(files):
        if name.startswith("EPUB/text/ch") and b'epub:type="chapter"' in files[name]:
            return name.removeprefix("EPUB/")
    return ""


def _zipped(files: dict[str, bytes], epoch: int) -> bytes:
    """Files → a zip with the same bytes for the same files (OCF 3.3 § 4.2: ``mimetype`` first and stored)."""
    date = time.gmtime(max(epoch, 315532800))[:6]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(files, key=lambda name: (name != "mimetype", name)):
            info = zipfile.ZipInfo(name, date)
            info.create_system = 3
            info.external_attr = 0o644 << 16
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(info, files[name], compresslevel=9)
    return buffer.getvalue()
