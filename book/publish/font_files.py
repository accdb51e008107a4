"""Which fonts pages need, by the profiles of the languages, and where they are on this machine."""

from functools import lru_cache
from pathlib import Path

from book.languages import FontFile, languages, profile
from book.publish.errors import ToolError
from book.publish.fonts import Fonts

BASE = (
    FontFile("Symbola_hint.ttf", "fonts-symbola"),
    FontFile("EBGaramond12-Regular.otf", "fonts-ebgaramond", is_embedded=True),
    FontFile("EBGaramond12-Italic.otf", "fonts-ebgaramond", is_embedded=True),
    FontFile("EBGaramond12-Bold.otf", "fonts-ebgaramond", is_embedded=True),
)
"""What every page needs, besides the fonts of the languages: pictographs, and figures and Latin words."""

_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")


def wanted_fonts() -> tuple[FontFile, ...]:
    """The fonts that pages in the languages there are need, each once."""
    own = (font for language in languages() for font in profile(language).fonts)
    return tuple({font.name: font for font in (*own, *BASE)}.values())


def find_fonts() -> Fonts:
    """The fonts on this machine. Raises ToolError where one is missing."""
    return _found(wanted_fonts(), _FOLDERS)


@lru_cache(maxsize=4)
def _found(wanted: tuple[FontFile, ...], folders: tuple[str, ...]) -> Fonts:
    names = [font.name for font in wanted]
    found: dict[str, Path] = {}
    for folder in folders:
        for path in sorted(Path(folder).expanduser().rglob("*.[ot]t[fc]")):
            if path.name in names:
                found.setdefault(path.name, path)
    if missing := [font for font in wanted if font.name not in found]:
        packages = " ".join(sorted({font.package for font in missing}))
        absent = ", ".join(font.name for font in missing)
        raise ToolError(f"fonts are missing: {absent}; install them with: apt-get install {packages}")
    by_family = tuple(font.name for font in wanted if not font.is_embedded)
    return Fonts(tuple((name, found[name]) for name in names), by_family)
