"""Every link inside a publication leads somewhere (EPUB 3.3 § 3.5; EPUBCheck RSC-007 and RSC-012)."""

import posixpath
from collections import Counter
from collections.abc import Iterator, Mapping
from urllib.parse import unquote, urlsplit

from lxml import etree

from book.publish.errors import ToolError

_MARKUP = (".xhtml", ".opf", ".ncx")
_MOST = 5
"""The most faults named in one message: one cause often has many."""


def check_links(files: Mapping[str, bytes]) -> None:
    """The files of a publication, by path → nothing. Raises ToolError where a link leads nowhere, or to two places."""
    faults = list(faulty_links(files))
    if faults:
        more = f" and {len(faults) - _MOST} more" if len(faults) > _MOST else ""
        raise ToolError(
            f"the EPUB has links that lead nowhere, which is our own bug: {'; '.join(faults[:_MOST])}{more}"
        )


def faulty_links(files: Mapping[str, bytes]) -> Iterator[str]:
    """The files of a publication → what is wrong with each link, as ``FILE: link``."""
    pages = {name: etree.fromstring(data) for name, data in files.items() if name.endswith(_MARKUP)}
    ids = {name: Counter(_values(root, "id")) for name, root in pages.items()}
    for name, counted in ids.items():
        yield from (f"{name}: the id '{id}' is there {times} times" for id, times in counted.items() if times > 1)
    for name, root in pages.items():
        for link in dict.fromkeys(_values(root, "href", "src")):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            path = unquote(parts.path)
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
            anchor = unquote(parts.fragment)
            if target not in files or (anchor and anchor not in ids.get(target, {})):
                yield f"{name}: '{link}'"


def _values(root: etree._Element, *names: str) -> Iterator[str]:
    """The values of attributes, wherever they are."""
    return (value for element in root.iter(etree.Element) for name in names if (value := element.get(name)) is not None)
