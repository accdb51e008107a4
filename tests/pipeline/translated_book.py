"""The small book in two languages, its translations written."""

import re
from pathlib import Path

from book.pipeline.project import load_project
from book.pipeline.translating import update_catalogues
from book.translation.catalogue import Entry
from book.translation.po import read_catalogue
from book.translation.translations import TRANSLATIONS
from tests.pipeline.small_book import write_small_book
from tests.projects import edit
from tests.reporting import reported

ENGLISH = {
    "土": "Soil",
    "园丁说，先有土，才有菜。": "The gardener says the soil comes first, and then the greens.",
    "水": "Water",
    "他又说，水要浇在根上。": "Water, he adds, has to be poured on the roots.",
    "听的人想，土与水之外还要有时间。": "Besides soil and water, the listener thinks, there has to be time.",
}
SOIL, WATER, TIME = "园丁说，先有土，才有菜。", "他又说，水要浇在根上。", "听的人想，土与水之外还要有时间。"


def write_two_languages(root: Path, editions: str = "zh-Hans, en") -> Path:
    """The small book with an English edition and no translations."""
    write_small_book(root)
    edit(root / "chapters" / "book.yaml", "editions: [zh-Hans, zh-Hant]", f"editions: [{editions}]")
    return root


def write_translated_book(root: Path, editions: str = "zh-Hans, en") -> Path:
    """The small book with an English edition, all of it translated."""
    write_two_languages(root, editions)
    update_catalogues(load_project(root))
    for original, english in ENGLISH.items():
        translate(root, original, english)
    return root


def translate(root: Path, original: str, english: str) -> None:
    """Write a translation into its entry, as a translator does: by hand."""
    for file in (root / TRANSLATIONS).glob("*.po"):
        text = file.read_text(encoding="utf-8")
        entry = f'msgid "{original}"\nmsgstr '
        if entry in text:
            file.write_text(re.sub(rf"({re.escape(entry)}).*", rf'\g<1>"{english}"', text), encoding="utf-8")
            return
    raise AssertionError(f"no catalogue has {original!r}")


def catalogues(root: Path) -> dict[str, bytes]:
    """Every file in the folder of the translations, hidden ones too, and its bytes."""
    return {file.name: file.read_bytes() for file in sorted((root / TRANSLATIONS).iterdir())}


def entries(data: bytes) -> dict[str, Entry]:
    """A catalogue's bytes → its entries by name."""
    catalogue, diagnostics = reported(read_catalogue, data.decode(), "")
    assert diagnostics == []
    assert catalogue is not None
    return {entry.id: entry for entry in catalogue.entries}


def entry_bytes(data: bytes) -> dict[str, str]:
    """A catalogue's bytes → those of each entry, by name; the header has none."""
    parts = data.decode().strip("\n").split("\n\n")
    names = [re.search(r'msgctxt "(.*)"', part) for part in parts]
    return {name.group(1) if name else "": part for name, part in zip(names, parts, strict=True)}
