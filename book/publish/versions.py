"""The versions of the tools: of packages, of pandoc, and of the system's libraries that WeasyPrint loads.

A library is asked itself, as a package says nothing of the one that is installed beside it.
"""

import ctypes
import sys
import zlib
from collections.abc import Callable, Iterable
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version

from lxml import etree

from book.publish.errors import ToolError
from book.publish.pandoc import pandoc_version


def _library(*names: str) -> ctypes.CDLL:
    """A system library by the names that it has on Linux, macOS and Windows, which WeasyPrint tries too."""
    for name in names:
        try:
            return ctypes.CDLL(name)
        except OSError:
            continue
    raise ToolError(f"the library {names[0]} is missing; WeasyPrint needs it: see README.md for what to install")


def _text(function: Callable[[], object]) -> str:
    """What a C function without arguments returns as a string."""
    function.restype = ctypes.c_char_p  # type: ignore[attr-defined]  # a function of ctypes
    value = function()
    return value.decode("ascii") if isinstance(value, bytes) else str(value)


def _pango() -> str:
    return _text(_library("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll").pango_version_string)


def _harfbuzz() -> str:
    return _text(_library("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll").hb_version_string)


def _fontconfig() -> str:
    """The version, which fontconfig gives as a number: 21401 is 2.14.1."""
    library = _library("libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig-1.dll")
    number = int(library.FcGetVersion())
    return f"{number // 10000}.{number // 100 % 100}.{number % 100}"


ASKED: dict[str, Callable[[], str]] = {
    "python": lambda: ".".join(map(str, sys.version_info[:2])),
    "zlib": lambda: zlib.ZLIB_RUNTIME_VERSION,
    "libxml2": lambda: ".".join(map(str, etree.LIBXML_VERSION)),
    "pandoc": pandoc_version,
    "Pango": _pango,
    "HarfBuzz": _harfbuzz,
    "fontconfig": _fontconfig,
}
"""How to ask a tool that is not a package."""


def versions(names: Iterable[str]) -> dict[str, str]:
    """Names of tools → their versions. Raises ToolError where one is not installed."""
    return {name: _version(name) for name in names}


@lru_cache
def _version(name: str) -> str:
    if name in ASKED:
        return ASKED[name]()
    try:
        return version(name)
    except PackageNotFoundError as error:
        raise ToolError(f"the package {name} is not installed; run 'make setup'") from error
