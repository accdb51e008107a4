"""The fonts of the PDF: that WeasyPrint sees these files and no others, and whether they hold every character.

A private fontconfig shows WeasyPrint these files and no others, so that the same machine, or another
with more fonts, sets the same pages. The Latin face is loaded by the style sheet with a range of
characters, or it would take the quotation marks and dashes of Chinese.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from fontTools.ttLib import TTCollection, TTFont

from book.publish.errors import ToolError


@dataclass(frozen=True, slots=True)
class Fonts:
    """The files found, by name."""

    files: tuple[tuple[str, Path], ...]
    by_family: tuple[str, ...]
    """The names of those that are found by their families; a style sheet loads the others as ``font:NAME``."""

    def path(self, name: str) -> Path:
        """The file of a name. Raises KeyError for a font that is not one of these."""
        return dict(self.files)[name]

    def stamp(self) -> str:
        """What changes when a file changes, without reading it: names, sizes in bytes and times in nanoseconds."""
        return ";".join(f"{n}:{p.stat().st_size}:{p.stat().st_mtime_ns}" for n, p in self.files)

    def hashes(self) -> dict[str, str]:
        """The SHA-256 of each file, in hexadecimal. Each is read once in the life of a process."""
        return dict(_hashes(self))


@lru_cache(maxsize=1)
def _hashes(fonts: Fonts) -> tuple[tuple[str, str], ...]:
    return tuple((name, hashlib.sha256(path.read_bytes()).hexdigest()) for name, path in fonts.files)


def use_only(fonts: Fonts) -> None:
    """Show fontconfig, in this process, no fonts but those found by their families; before WeasyPrint is imported.

    Several processes may call it at once. Raises ToolError where the folder of caches cannot be written.
    """
    home = Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "yulu"
    key = hashlib.sha256(fonts.stamp().encode()).hexdigest()[:16]
    folder = home / f"fonts-{key}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in fonts.by_family:
            link = folder / name
            if not link.exists():
                partial = folder / f".{name}.{os.getpid()}"  # fontconfig passes over names that begin with a dot
                partial.symlink_to(fonts.path(name))
                partial.replace(link)
        config = home / f"fonts-{key}.conf"
        text = (
            '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n'
            f"<fontconfig><dir>{folder}</dir><cachedir>{home / 'fontconfig'}</cachedir></fontconfig>\n"
        )
        if not config.exists() or config.read_text() != text:
            partial = config.with_suffix(f".{os.getpid()}")
            partial.write_text(text)
            partial.replace(config)
    except OSError as error:
        raise ToolError(
            f"the cache of fonts cannot be written: {error}; set XDG_CACHE_HOME to a folder that can"
        ) from error
    os.environ["FONTCONFIG_FILE"] = str(config)


def without_glyph(text: Iterable[str], fonts: Fonts) -> Iterator[str]:
    """The characters of a text that none of the fonts can draw."""
    known = _characters(fonts)
    for character in sorted(set().union(*(set(piece) for piece in text))):
        if ord(character) not in known and not character.isspace() and character not in "\u200b\u2060\ufe0e\ufe0f":
            yield character


@lru_cache(maxsize=1)
def _characters(fonts: Fonts) -> frozenset[int]:
    known: set[int] = set()
    for path in map(fonts.path, fonts.by_family):
        if path.suffix == ".ttc":
            with TTCollection(str(path), lazy=True) as collection:
                known |= set(
                    collection.fonts[0].getBestCmap()
                )  # its fonts differ in their forms, not in what they hold
        else:
            with TTFont(str(path), lazy=True) as font:
                known |= set(font.getBestCmap())
    return frozenset(known)
