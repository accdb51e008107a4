"""Lines of Chinese on a page: marks that give way to each other, and both edges straight.

WeasyPrint 70 knows one way to fill a line, to stretch its spaces, and Chinese has none. This layer adds what the
Requirements for Chinese Text Layout (CLREQ) ask for:

- of two marks side by side one gives up its empty half (§ 3.1.6.1); so does an opening mark that begins a line and a
  closing one that ends it (§ 3.1.6.2, § 3.1.6.3), which lets a line take one character more. In Taiwan the stops stand
  in the middle of their square and keep it (§ 3.1.2);
- what is still free is spread: between Han and Latin first, up to a quarter of an em each, then between all
  characters alike (§ 3.2.4, § 3.3.2), but never inside ``——`` and ``……``, nor before a closing mark or after an
  opening one.

The halves are a matter of the font (OpenType ``halt``) and the free room of the glyphs' widths: nothing is put into
the text, which is searched and copied as it was. It is a thin layer over four of WeasyPrint's functions and knows
the version for which it was written.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import Any

import weasyprint
from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline
from weasyprint.text import line_break
from weasyprint.text.ffi import FROM_UNITS, TO_UNITS, ffi, pango

from book.publish.errors import ToolError
from book.text.han import is_han

_WRITTEN_FOR = "70.0"

OPENING = frozenset("（「『《〈【〔〖［｛“‘")
CLOSING = frozenset("）」』》〉】〕〗］｝”’")
STOPS = frozenset("，。、；：！？．")
WIDE = frozenset("…—～⸺·‧→≈")
_UNSEEN = frozenset("\u200b\u2060")
_SPACES = frozenset(" \u00a0")
_SPREAD_FIRST = 0.25
"""The most, in ems, that a space between Han and Latin may grow before anything else does (CLREQ § 3.2.4)."""

_init, _set_text, _reactivate = (
    line_break.Layout.__init__,
    line_break.Layout.set_text,
    line_break.Layout.reactivate,
)
_split, _justify = line_break.split_first_line, inline.justify_line


_stops_keep_square: dict[str, bool] = {}
"""The languages whose lines are composed here, by their tags, and whether their stops keep their square."""


def compose_lines(stops_keep_square: Mapping[str, bool]) -> None:
    """Let WeasyPrint compose the lines of these languages, by their tags. Raises ToolError for another version."""
    if weasyprint.__version__ != _WRITTEN_FOR:
        raise ToolError(f"WeasyPrint is {weasyprint.__version__}, not {_WRITTEN_FOR}; run 'make setup'")
    _stops_keep_square.clear()
    _stops_keep_square.update(stops_keep_square)
    line_break.Layout.__init__ = _init_layout
    line_break.Layout.set_text = _set_text_with_halves
    line_break.Layout.reactivate = _reactivate_with_gaps
    inline.split_first_line = _split_first_line
    inline.justify_line = _justify_line


def halved(
    text: str, *, stops_keep_square: bool, begins_line: bool = False, ends_line: bool = False
) -> tuple[int, ...]:
    """A text → the places of the marks that give up their empty half. CLREQ § 3.1.6."""
    places = [place for place, character in enumerate(text) if character not in _UNSEEN]
    stops = frozenset() if stops_keep_square else STOPS
    found = set()
    for place, after in pairwise(places):
        mark, other = text[place], text[after]
        if (mark in CLOSING or mark in stops) and (other in CLOSING or other in OPENING or other in STOPS):
            found.add(place)
        elif mark in OPENING and other in OPENING:
            found.add(after)
    if places and begins_line and text[places[0]] in OPENING:
        found.add(places[0])
    if places and ends_line and (text[places[-1]] in CLOSING or text[places[-1]] in stops):
        found.add(places[-1])
    return tuple(sorted(found))


def may_grow(before: str, after: str) -> bool:
    """Whether the room between two characters may grow. CLREQ § 3.3.2."""
    if before in _SPACES:
        return True
    if after in _SPACES or (before == after and before in "—…⋯"):
        return False
    if before in OPENING or after in CLOSING or after in STOPS:
        return False
    return _is_wide(before) or _is_wide(after)


@cache
def _is_wide(character: str) -> bool:
    """Whether a character takes a square."""
    return is_han(character) or any(character in kind for kind in (OPENING, CLOSING, STOPS, WIDE))


def _is_ours(style: Any) -> bool:
    """Whether a text is in a language whose lines are composed here."""
    return style["lang"] in _stops_keep_square


class _Line:
    """Whether the text that is being laid out begins a line."""

    begins = False


def _init_layout(layout: Any, style: Any, justification_spacing: float = 0, max_width: float | None = None) -> None:
    layout.begins_line, layout.ends_line, layout.gaps = _Line.begins, False, None
    _init(layout, style, justification_spacing, max_width)


def _set_text_with_halves(layout: Any, text: str, justify: bool = False) -> None:
    """As WeasyPrint's, with ``halt`` on the marks that give up a half."""
    _set_text(layout, text, justify=justify and layout.gaps is None)
    if not _is_ours(layout.style):
        return
    text = layout.text
    places = halved(
        text,
        stops_keep_square=_stops_keep_square[layout.style["lang"]],
        begins_line=layout.begins_line,
        ends_line=layout.ends_line,
    )
    if not places:
        return
    attributes = pango.pango_layout_get_attributes(layout.layout)
    if attributes == ffi.NULL:
        attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
    for place in places:
        attribute = pango.pango_attr_font_features_new(b"halt 1")
        attribute.start_index = len(text[:place].encode())
        attribute.end_index = attribute.start_index + len(text[place].encode())
        pango.pango_attr_list_insert(attributes, attribute)
    pango.pango_layout_set_attributes(layout.layout, attributes)


def _reactivate_with_gaps(layout: Any, style: Any) -> None:
    """As WeasyPrint's, when a line is drawn, with its glyphs as wide as the line was made."""
    _reactivate(layout, style)
    if not layout.gaps:
        return
    pango.pango_layout_set_single_paragraph_mode(layout.layout, True)
    line, _ = layout.get_first_line()
    run = line.runs[0]
    while run != ffi.NULL:
        _widen(run.data, layout.gaps)
        run = run.next


def _widen(run: Any, gaps: dict[int, float]) -> None:
    """Give the glyphs of a run the room that follows their characters; one glyph may draw several of them."""
    number = run.glyphs.num_glyphs
    starts = [run.item.offset + run.glyphs.log_clusters[place] for place in range(number)]
    ends = [*starts[1:], run.item.offset + run.item.length]
    for place, (start, end) in enumerate(zip(starts, ends, strict=True)):
        gap = sum(room for offset, room in gaps.items() if start <= offset < end)
        if gap:
            run.glyphs.glyphs[place].geometry.width += round(gap * TO_UNITS)


def _split_first_line(
    text: str,
    style: Any,
    context: Any,
    max_width: float | None,
    justification_spacing: float,
    is_line_start: bool = True,
    minimum: bool = False,
) -> Any:
    """As WeasyPrint's; a line that ends in a mark may be half a character too long, and the mark gives that up."""
    arguments = (justification_spacing, is_line_start, minimum)
    if not text or max_width in (None, float("inf")) or minimum or not _is_ours(style):
        return _split(text, style, context, max_width, *arguments)
    assert max_width is not None
    _Line.begins = bool(is_line_start)
    try:
        normal = _split(text, style, context, max_width, *arguments)
        if normal[2] is None:
            return normal
        longer = _split(text, style, context, max_width + style["font_size"] / 2 + 0.01, *arguments)
        for candidate in (longer, normal) if longer[2] != normal[2] else (normal,):
            if fitted := _with_half_at_end(candidate, style, max_width, justification_spacing):
                return fitted
        return normal
    finally:
        _Line.begins = False


def _with_half_at_end(split: Any, style: Any, max_width: float, justification_spacing: float) -> Any:
    """A line that ends in a mark → the line with that mark's half given up, or None where it is still too long."""
    layout, length, resume_index, *_ = split
    text = layout.text
    ends = halved(text[-1:], stops_keep_square=_stops_keep_square[style["lang"]], ends_line=True)
    if not ends or len(text.encode()) != length:
        return None
    fitted = line_break.Layout(style, justification_spacing)
    fitted.ends_line = True
    fitted.set_text(text)
    line, _ = fitted.get_first_line()
    width, height = line_break.line_size(line, style)
    baseline = pango.pango_layout_get_baseline(fitted.layout) * FROM_UNITS
    fitted.deactivate()
    return (fitted, length, resume_index, width, height, baseline) if width <= max_width + 0.01 else None


def _leaves(box: Any) -> Iterator[Any]:
    """The boxes of a line that hold text, or stand in it as one piece."""
    if isinstance(box, boxes.LineBox | boxes.InlineBox):
        for child in box.children:
            if child.is_in_normal_flow():
                yield from _leaves(child)
    else:
        yield box


def _justify_line(context: Any, line: Any, free: float) -> None:
    """As WeasyPrint's; a line with Chinese in it is spread over all its characters."""
    leaves = list(_leaves(line))
    is_ours = any(isinstance(box, boxes.TextBox) and _is_ours(box.style) for box in leaves)
    if not is_ours or line.style["direction"] == "rtl":
        _justify(context, line, free)
        return
    gaps = _gaps(leaves)
    if not gaps:
        return
    spaces = sum(is_space for _, _, is_space in gaps)
    first = min(free / spaces, line.style["font_size"] * _SPREAD_FIRST) if spaces else 0.0
    rest = (free - first * spaces) / len(gaps)
    by_box: dict[int, dict[int, float]] = {}
    for box, offset, is_space in gaps:
        by_box.setdefault(id(box), {})[offset] = rest + (first if is_space else 0)
    _spread(line, by_box, 0)


def _gaps(leaves: list[Any]) -> list[tuple[Any, int, bool]]:
    """Where a line may grow: the box and the byte of the character before, and whether that is a space."""
    characters: list[tuple[Any, int, str]] = []
    for box in leaves:
        if isinstance(box, boxes.TextBox):
            offset = 0
            for character in box.text:
                if character not in _UNSEEN:
                    characters.append((box, offset, character))
                offset += len(character.encode())
        else:
            characters.append((box, -1, "\ufffc"))
    return [
        (box, offset, before in _SPACES)
        for (box, offset, before), (_, _, after) in pairwise(characters)
        if offset >= 0 and may_grow(before, after)
    ]


def _spread(box: Any, by_box: dict[int, dict[int, float]], shift: float) -> float:
    """Widen the texts of a line and move what follows them; how far the next box has to move."""
    if isinstance(box, boxes.TextBox):
        box.position_x += shift
        if gaps := by_box.get(id(box)):
            box.pango_layout.gaps = gaps
            box.width += sum(gaps.values())
            shift += sum(gaps.values())
    elif isinstance(box, boxes.LineBox | boxes.InlineBox):
        box.position_x += shift
        begun = shift
        for child in box.children:
            if child.is_in_normal_flow():
                shift = _spread(child, by_box, shift)
        box.width += shift - begun
    else:
        box.translate(shift, 0)
    return shift
