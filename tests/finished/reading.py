"""Finished files, read by nothing of the program that made them.

Only the project's own files, the manifest and the finished files are read here; what the pages hold is found
with lxml in an EPUB and with poppler's tools in a PDF. What a book must hold is counted in its documents and YAML
files, so that the same checks can be made of any book.
"""

import json
import re
import subprocess
import unicodedata
import zipfile
from collections import Counter
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any

import polib
import yaml
from lxml import etree
from opencc import OpenCC

XHTML = "{http://www.w3.org/1999/xhtml}"
EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
CHINESE = ("zh-Hans", "zh-Hant")
ENGLISH = ("en",)
PAIRED = ("zh-Hans-en", "zh-Hant-en")
ALONE = CHINESE + ENGLISH
EDITIONS = ALONE + PAIRED

Element = etree._Element
Row = dict[str, Any]

_SAME = str.maketrans("著妳鑑麽鉅併佔帐", "着你鉴么巨并占账")
"""Characters that editors of Traditional Chinese use by taste and OpenCC's t2s leaves alone, and 帐, which is the
simplified form of 帳 as 账 is."""


@cache
def _simplified() -> OpenCC:
    return OpenCC("t2s")


@cache
def _letter(character: str) -> str:
    """One character folded to Simplified; nothing for spaces, punctuation and what cannot be seen."""
    if unicodedata.category(character)[0] in "ZPC" or character in "`\ufe0e\ufe0f":
        return ""
    return str(_simplified().convert(character)).translate(_SAME)


def folded(text: str) -> str:
    """Text in either script → its letters, digits and symbols in Simplified, each folded by itself."""
    return "".join(_letter(c) for c in unicodedata.normalize("NFC", text))


def bare(line: str) -> str:
    """A line of a document → the words on it, without marks of Markdown or HTML and typed numbers."""
    line = re.sub(r"</?[A-Za-z][^<>]*>", "", line)
    line = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", line)
    line = re.sub(r"^\s*(?:>\s*)*(?:#{1,6}\s+|[-*+•]\s+)?", "", line)
    return re.sub(r"^\d+[.)]\s+", "", line)


def languages(edition: str) -> list[str]:
    """The languages of an edition: zh-Hant-en → zh-Hant, en."""
    return re.findall(r"zh-Han[st]|en", edition)


def tongue(language: str) -> str:
    """A language without its script: zh-Hant → zh."""
    return language.partition("-")[0]


def words(element: Element) -> str:
    """All the text inside an element."""
    return "".join(str(text) for text in element.itertext())


def has_class(element: Element, name: str) -> bool:
    """Whether an element is of a class."""
    return name in str(element.get("class", "")).split()


@dataclass(frozen=True)
class Epub:
    """A finished EPUB."""

    path: Path

    @cached_property
    def pages(self) -> dict[str, Element]:
        """The documents of the spine in reading order, by their names in the zip."""
        with zipfile.ZipFile(self.path) as archive:
            container = etree.fromstring(archive.read("META-INF/container.xml"))
            (rootfile,) = container.iter("{*}rootfile")
            package_name = str(rootfile.get("full-path"))
            package = etree.fromstring(archive.read(package_name))
            hrefs = {str(item.get("id")): str(item.get("href")) for item in package.iter("{*}item")}
            names = [hrefs[str(ref.get("idref"))] for ref in package.iter("{*}itemref")]
            names = [normpath(join(dirname(package_name), name)) for name in names]
            return {name: etree.fromstring(archive.read(name)) for name in names}

    @cached_property
    def passages(self) -> dict[str, Element]:
        """Every passage, by its id."""
        found = [e for page in self.pages.values() for e in page.iter() if e.get("data-source")]
        result = {str(e.get("id")): e for e in found}
        assert len(result) == len(found)
        return result

    @cached_property
    def text(self) -> str:
        """The words of all pages, without the numbers that call notes, folded."""
        bodies = [without_calls(page).find(f"{XHTML}body") for page in self.pages.values()]
        return "".join(folded(words(body)) for body in bodies if body is not None)

    def chapters(self) -> dict[str, Element]:
        """The sections that are chapters or parts like them, by their ids, in order."""
        return {
            str(section.get("id")): section
            for page in self.pages.values()
            for section in page.iter(f"{XHTML}section")
            if has_class(section, "level1")
        }


def without_calls(element: Element) -> Element:
    """An element → a copy without the numbers that call notes."""
    twin = etree.fromstring(etree.tostring(element, with_tail=False))
    for call in list(twin.iter(f"{XHTML}sup")):
        for child in list(call):
            call.remove(child)
    return twin


def emptied(element: Element, *ids: str) -> Element:
    """An element → a copy in which code, which nobody converts or translates, says nothing, nor what has these ids."""
    twin = etree.fromstring(etree.tostring(element, with_tail=False))
    for kept in [e for e in twin.iter() if e.get("id") in ids or e.tag in (f"{XHTML}pre", f"{XHTML}code")]:
        tail = kept.tail
        kept.clear()
        kept.tail = tail
    return twin


@dataclass(frozen=True)
class Word:
    """A word on a page of a PDF, in points from its upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        """Half its height."""
        return (self.top + self.bottom) / 2


Page = list[Word]


@dataclass(frozen=True)
class Pdf:
    """A finished PDF."""

    path: Path

    @cached_property
    def pages(self) -> list[Page]:
        """The words of each page in the order in which they are drawn."""
        done = subprocess.run(["pdftotext", "-raw", "-bbox", str(self.path), "-"], capture_output=True, check=True)
        data = re.sub(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", b"", done.stdout)
        return [
            [
                Word(str(word.text or ""), *(float(str(word.get(side))) for side in ("xMin", "yMin", "xMax", "yMax")))
                for word in page.iter("{*}word")
            ]
            for page in etree.fromstring(data).iter("{*}page")
        ]

    @cached_property
    def left(self) -> float:
        """Where the lines of the text begin: the left edge that most words share."""
        return Counter(round(word.left, 1) for page in self.pages for word in page).most_common(1)[0][0]

    def body(self, number: int, heads: set[str]) -> Page:
        """The words of a page, counted from 1, without what stands in its margins.

        These are the words left of the text, a last line that is the page's number, and a first line that
        is one of ``heads``, folded, and stands where no page begins its text.
        """
        page = [word for word in self.pages[number - 1] if word.right > self.left]
        rows = lines(page)
        if rows and "".join(w.text for w in rows[-1]) == str(number):
            page = [word for word in page if word not in rows[-1]]
        if rows and folded("".join(w.text for w in rows[0])) in heads and rows[0][0].left > self.left + 20:
            page = [word for word in page if word not in rows[0]]
        return page

    def text(self, heads: set[str]) -> str:
        """The words of the whole book, folded."""
        return "".join(folded(w.text) for n in range(1, len(self.pages) + 1) for w in self.body(n, heads))

    @cached_property
    def fonts(self) -> list[list[str]]:
        """The rows of the table that pdffonts prints."""
        done = subprocess.run(["pdffonts", str(self.path)], capture_output=True, text=True, check=True)
        return [row.split() for row in done.stdout.splitlines()[2:]]


def lines(page: Page) -> list[list[Word]]:
    """The words of a page → its lines from the top, each from left to right."""
    rows: list[list[Word]] = []
    for word in sorted(page, key=lambda word: (word.middle, word.left)):
        row = next(
            (r for r in rows if r[0].top < word.middle < r[0].bottom and word.top < r[0].middle < word.bottom), None
        )
        if row is None:
            rows.append([word])
        else:
            row.append(word)
    return sorted((sorted(row, key=lambda word: word.left) for row in rows), key=lambda row: row[0].middle)


@dataclass(frozen=True)
class Book:
    """A project and what was built of it."""

    project: Path
    out: Path

    @cached_property
    def manifest(self) -> dict[str, Any]:
        """The manifest."""
        result: dict[str, Any] = json.loads((self.out / "manifest.json").read_text(encoding="utf-8"))
        return result

    @cached_property
    def files(self) -> dict[str, bytes]:
        """The finished books, by their names."""
        return {p.name: p.read_bytes() for p in sorted(self.out.iterdir()) if p.suffix in (".epub", ".pdf")}

    @cached_property
    def editions(self) -> list[str]:
        """The editions that were built."""
        return list(dict.fromkeys(row["edition"] for row in self.manifest["outputs"]))

    @cached_property
    def epubs(self) -> dict[str, Epub]:
        """The EPUBs, by their editions."""
        return {edition: Epub(self._file(edition, "epub")) for edition in self.editions}

    @cached_property
    def pdfs(self) -> dict[str, Pdf]:
        """The PDFs, by their editions."""
        return {edition: Pdf(self._file(edition, "pdf")) for edition in self.editions}

    def _file(self, edition: str, format: str) -> Path:
        return self.out / f"{self.manifest['book']['slug']}.{edition}.{format}"

    @cached_property
    def documents(self) -> dict[str, list[str]]:
        """The lines of each document, by its file's name."""
        return {
            p.name: p.read_text(encoding="utf-8").split("\n")
            for p in sorted((self.project / "seeds").iterdir())
            if p.name != "sources.yaml"
        }

    @cached_property
    def spec(self) -> dict[str, Any]:
        """What ``book.yaml`` says, every value a text."""
        return self._yaml("chapters/book.yaml")

    @cached_property
    def registry(self) -> dict[str, Any]:
        """What ``sources.yaml`` says of recordings and documents."""
        return self._yaml("seeds/sources.yaml")

    @cached_property
    def corrections(self) -> list[dict[str, Any]]:
        """The declared corrections."""
        return list(self._yaml("chapters/corrections.yaml")["corrections"])

    @cached_property
    def terms(self) -> list[dict[str, Any]]:
        """The term base."""
        return list(self._yaml("chapters/terms.yaml")["terms"])

    @cached_property
    def chapters(self) -> dict[str, dict[str, Any]]:
        """What the file of each chapter says, and of each part like one, in the order of the book."""
        parts = (self.spec.get(part, []) for part in ("front-matter", "chapters", "back-matter"))
        return {slug: self._yaml(f"chapters/{slug}.yaml") for part in parts for slug in part}

    def items(self, slug: str) -> list[dict[str, Any]]:
        """The passages and notes of a chapter, as its file lists them."""
        return [item for section in self.chapters[slug]["sections"] for item in section["passages"]]

    @cached_property
    def cited(self) -> list[tuple[str, dict[str, Any]]]:
        """Everything that a chapter takes from a document, with the chapter."""
        return [(slug, item) for slug in self.chapters for item in self.items(slug) if "from" in item]

    @cached_property
    def catalogues(self) -> dict[str, polib.POFile]:
        """The translations of each source."""
        folder = self.project / "chapters" / "translations"
        return {path.stem: polib.pofile(str(path), wrapwidth=0) for path in sorted(folder.glob("*.po"))}

    def _yaml(self, path: str) -> dict[str, Any]:
        text = (self.project / path).read_text(encoding="utf-8")
        result: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)
        return result

    @cached_property
    def sources(self) -> dict[str, str]:
        """The file of each source."""
        result = {id: str(source["file"]) for id, source in self.registry["sources"].items()}
        assert sorted(result.values()) == sorted(self.documents)
        return result

    @property
    def rows(self) -> list[Row]:
        """Every row of the ledger."""
        return [row for part in ("passages", "left_out", "metadata") for row in self.manifest[part]]

    @cached_property
    def passages(self) -> dict[str, Row]:
        """The row of each passage in the order of the book; of a document in two halves, the one that is cited."""
        return {row["id"]: row for row in self.manifest["passages"]}

    @cached_property
    def halves(self) -> dict[str, Row]:
        """The rows of the halves that are not cited, by the ids of the passages."""
        return {row["id"]: row for row in self.manifest["passages"] if row is not self.passages[row["id"]]}

    def own_rows(self, edition: str) -> list[Row]:
        """The rows of what an edition in one language prints in the documents' own words."""
        return [row for row in self.manifest["passages"] if tongue(row["language"]) == tongue(edition)]

    def lines(self, row: Row) -> list[tuple[int, str]]:
        """The non-blank lines of a row of the ledger, with their numbers."""
        document = self.documents[self.sources[row["source"]]]
        first, last = row["lines"]
        return [(n, document[n - 1]) for n in range(first, last + 1) if document[n - 1].strip()]

    def heads(self, edition: str) -> set[str]:
        """What may stand at the head of a page, folded."""
        headings = [page.find(f".//{XHTML}h1") for page in self.epubs[edition].pages.values()]
        return {folded(words(heading)) for heading in headings if heading is not None}
