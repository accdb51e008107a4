"""What pandoc leaves wrong in an EPUB → right (EPUB 3.3, EPUB Accessibility 1.1).

Chapters' titles in their heads; notes as ``aside`` elements, which reading systems show as pop-ups; the navigation
in the book's own words, with the beginning of the body; the package in both languages of a book in two.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lxml import etree

from book.publish.pandoc import without_variation_selectors

_XHTML = "{http://www.w3.org/1999/xhtml}"
_EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_OPF = "{http://www.idpf.org/2007/opf}"
_DC = "{http://purl.org/dc/elements/1.1/}"

_NOTES = {"footnotes": "section", "footnote": "aside"}
"""The elements of a chapter's notes, and of one note: what reading systems look for to show it as a pop-up."""

_DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'

Element = etree._Element


@dataclass(frozen=True, slots=True)
class Version:
    """What a book says of itself in one of its languages; empty where it says nothing."""

    language: str
    """A tag (BCP 47)."""
    title: str
    subtitle: str
    editor: str
    rights: str
    contents: str
    """What the contents are called."""
    title_page: str
    """What the title page is called."""


def repaired_chapter(data: bytes) -> bytes:
    """A chapter's XHTML → the same, repaired."""
    return _rewritten(data, _repair_chapter)


def repaired_navigation(data: bytes, versions: Sequence[Version], body_start: str) -> bytes:
    """The navigation document → the same, repaired; ``body_start`` is the path of the first chapter, or empty."""
    return _rewritten(data, lambda root: _repair_navigation(root, versions, body_start))


def repaired_package(data: bytes, versions: Sequence[Version]) -> bytes:
    """The package document → the same, repaired."""
    return _rewritten(data, lambda root: _repair_package(root, versions))


def _rewritten(data: bytes, repair: Callable[[Element], None]) -> bytes:
    """XML → the same, repaired."""
    root = etree.fromstring(without_variation_selectors(data.decode("utf-8")).encode("utf-8"))
    repair(root)
    for element in root.iter(f"{_XHTML}*"):
        if language := element.get("lang"):
            element.set(_XML_LANG, language)  # XHTML knows a language by this attribute (XML 1.0 § 2.12)
    head = _DECLARATION + (b"<!DOCTYPE html>\n" if root.tag == _XHTML + "html" else b"")
    return head + etree.tostring(root, encoding="UTF-8")


def _repair_chapter(root: Element) -> None:
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


def _repair_navigation(root: Element, versions: Sequence[Version], body_start: str) -> None:
    contents = [(version.language, version.contents) for version in versions]
    title = root.find(f".//{_XHTML}title")
    if title is not None:
        title.text = versions[0].contents
    heading = root.find(f".//{_XHTML}nav/{_XHTML}h1")
    if heading is not None:
        _set_in_each_language(heading, contents)
    _drop_empty_styles(root)
    for nav in root.iter(f"{_XHTML}nav"):
        if nav.get(_EPUB_TYPE) != "landmarks":
            continue
        entries = nav.find(f"{_XHTML}ol")
        if entries is not None and body_start:
            item = etree.SubElement(entries, f"{_XHTML}li")
            etree.SubElement(item, f"{_XHTML}a", {"href": body_start, _EPUB_TYPE: "bodymatter"})
        names = {
            "titlepage": [(version.language, version.title_page) for version in versions],
            "toc": contents,
            "bodymatter": [(version.language, version.title) for version in versions],
        }
        for link in nav.iter(f"{_XHTML}a"):
            _set_in_each_language(link, names[str(link.get(_EPUB_TYPE))])


def _set_in_each_language(element: Element, versions: Sequence[tuple[str, str]]) -> None:
    """Let an element say something in each language, under its tag; what is the same in both is said once."""
    if len({words for _, words in versions}) == 1:
        element.text = versions[0][1]
        return
    element.text = None
    for place, (language, words) in zip(("first", "second"), versions, strict=True):
        span = etree.SubElement(element, f"{_XHTML}span", {"class": place, "lang": language})
        span.text = words
        span.tail = " " if place == "first" else None


def _repair_package(root: Element, versions: Sequence[Version]) -> None:
    metadata = root.find(f"{_OPF}metadata")
    assert metadata is not None
    if len(versions) > 1:
        _add_second_language(metadata, *versions)
    for meta in metadata.findall(f"{_OPF}meta"):
        if meta.get("property") == "schema:accessibilityFeature" and meta.text == "alternativeText":
            metadata.remove(meta)  # the book has no images


def _add_second_language(metadata: Element, first: Version, second: Version) -> None:
    """What the package says of the book, in its second language too (EPUB 3.3, §§ 5.5.3.1.3, D.3.2)."""
    language = metadata.find(f"{_DC}language")
    assert language is not None
    other = etree.Element(f"{_DC}language")
    other.text = second.language
    language.addnext(other)
    versions = {
        "title": {first.title: second.title, first.subtitle: second.subtitle},
        "creator": {first.editor: second.editor},
        "rights": {first.rights: second.rights},
    }
    for name, texts in versions.items():
        for element in metadata.findall(f"{_DC}{name}"):
            words = texts.get(element.text or "")
            if not words or words == element.text:
                continue
            id = element.get("id") or f"epub-{name}"
            element.set("id", id)
            element.set(_XML_LANG, first.language)
            meta = etree.SubElement(
                metadata,
                f"{_OPF}meta",
                {"property": "alternate-script", "refines": f"#{id}", _XML_LANG: second.language},
            )
            meta.text = words
            meta.tail = language.tail
