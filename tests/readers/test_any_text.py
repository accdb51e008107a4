"""What holds of every reader and every text."""

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from book.editorial.quoting import cut_block
from book.model.block import Block
from book.model.source import Heading, Source
from book.model.span import LineRange
from book.readers import SHAPES
from book.text.characters import decode
from tests.examples import examples
from tests.readers.literate import read
from tests.reporting import reported

FORMATS = sorted(SHAPES)

PIECES = st.sampled_from(
    [
        "# ", "## 1.2 ", "> ", "- ", "1. ", "  ", "    ", "---", "===", "```", "**甲**：", "**Ann:** ", "Ann: ", "乙：",
        "**", "*", "_", "`", "<font>", "</font>", "<!--", "-->", "[a](b)", "![c](d)", "[e]: https://f.g", "[e]",
        "https://x.yz/一", "[02:33] ", "[01:02:03] ", "(12:75)", "「", "」", "“", "”", "。", "，", "…", "\n", "\n\n", "  \n",
        "\t", "中文", "English", "這個", "\ufeff", "\xa0", "\u2028", "\x85", "e\u0301", "🎲", "𠮷", "2019",
    ]
)  # fmt: skip
"""What documents are made of, and what they trip over; no entities, which stand for other characters."""

DOCUMENTS = st.one_of(
    st.text(max_size=80),
    st.lists(PIECES, max_size=25).map("".join),
    st.lists(st.one_of(PIECES, st.text(st.characters(exclude_characters="&\\%"), max_size=6)), max_size=12).map(
        "".join
    ),
)


def source_of(text: str, format: str) -> Source:
    return read(text, format, language="zh-Hans", kind="transcript", headings="中文 | English", quoted="ann")[0]


def held(source: Source) -> list[tuple[LineRange, str | None]]:
    """The lines and, for text, the words of everything that the source holds."""
    result: list[tuple[LineRange, str | None]] = [(f.lines, None) for f in source.furniture]
    for block in (b for s in source.sections for b in s.blocks):
        result.append((block.lines, block.text))
        result += [(block.mirror.lines, block.mirror.text)] if block.mirror else []
    return result


@pytest.mark.parametrize("format", FORMATS)
@settings(max_examples=examples(60), deadline=None)
@given(text=DOCUMENTS)
@example(text="")
@example(text="\n \n\t\n")
@example(text="---\n")
@example(text="**甲**：你好。&#10;**乙**：再见。")
@example(text="**甲**：`a\nb`\n**甲**：c\n**乙**：d\n**乙**：e")
def test_every_line_is_held_by_one_thing(format: str, text: str) -> None:
    source = source_of(text, format)
    rows = source.text.split("\n")
    lines = [n for lines, _ in held(source) for n in lines.numbers if 1 <= n <= len(rows) and rows[n - 1].strip()]
    assert sorted(lines) == [n for n, row in enumerate(rows, 1) if row.strip()]


@pytest.mark.parametrize("format", FORMATS)
@settings(max_examples=examples(60), deadline=None)
@given(text=DOCUMENTS)
@example(text="**甲**：你好。&#10;**乙**：再见。\n\n**甲**：好。&#10;**乙**：好。")
def test_every_span_lies_in_the_document(format: str, text: str) -> None:
    source = source_of(text, format)
    count = len(source.text.split("\n"))
    assert all(1 <= lines.first <= lines.last <= count for lines, _ in held(source))
    assert all(1 <= s.lines.first <= s.lines.last <= count for s in source.sections)


@pytest.mark.parametrize("format", FORMATS)
@settings(max_examples=examples(60), deadline=None)
@given(text=st.lists(PIECES, max_size=25).map("".join))
def test_a_span_points_at_its_own_text(format: str, text: str) -> None:
    source = source_of(text, format)
    rows = source.text.split("\n")
    for lines, words in held(source):
        raw = iter("".join(rows[lines.first - 1 : lines.last]))
        letters = [c for c in words or "" if c.isalnum()]
        assert all(letter in raw for letter in letters), (lines, words)


def pieces(source: Source) -> list[Block | Heading]:
    """Every heading and block, and what mirrors them."""
    own: list[Block | Heading] = [h for s in source.sections for h in ([s.heading] if s.heading else [])]
    own += [block for section in source.sections for block in section.blocks]
    return own + [piece.mirror for piece in own if piece.mirror]


@pytest.mark.parametrize("format", FORMATS)
@settings(max_examples=examples(60), deadline=None)
@given(text=st.lists(PIECES, max_size=25).map("".join))
@example(text="> **中文** [English](b)\n\n- 2019  \n  乙：中\n")
@example(text="\n [02:33] 中文 \n\n  English\t\n")
def test_characters_are_those_of_the_text_and_lie_in_its_lines(format: str, text: str) -> None:
    source = source_of(text, format)
    for piece in pieces(source):
        span = piece.span
        raw = span.characters.of(source.text)
        letters = [c for c in piece.text if c.isalnum()]
        assert all(letter in raw for letter in (*letters[:1], *letters[-1:])), (raw, piece)
        assert raw == raw.strip()
        if raw:
            lines = [source.document.position(n)[0] for n in (span.characters.start, span.characters.stop - 1)]
            assert lines == [span.lines.first, span.lines.last]


@pytest.mark.parametrize("format", FORMATS)
@settings(max_examples=examples(60), deadline=None)
@given(text=st.lists(PIECES, max_size=25).map("".join), data=st.data())
def test_characters_of_a_cut_are_those_of_its_words(format: str, text: str, data: st.DataObject) -> None:
    source = source_of(text, format)
    blocks = [b for s in source.sections for b in s.blocks if any(c.isalnum() for c in b.text)]
    assume(blocks)
    block = data.draw(st.sampled_from(blocks))
    first = data.draw(st.sampled_from([n for n, c in enumerate(block.text) if c.isalnum()]))
    stop = data.draw(st.integers(first + 1, len(block.text)))
    cut = cut_block(block, first, stop, source.text)
    whole, own = block.span.characters, cut.span.characters
    raw = iter(own.of(source.text))
    assert whole.start <= own.start < own.stop <= whole.stop
    assert all(letter in raw for letter in block.text[first:stop] if letter.isalnum())
    assert cut.lines == block.lines


@pytest.mark.parametrize("format", FORMATS)
@settings(max_examples=examples(60), deadline=None)
@given(text=DOCUMENTS)
@example(text="# A\nx\n# A\ny\n# A 1\nz")
@example(text="[01:00] A\nx\n[01:00] B\ny\n# 01:00-1\nz")
def test_addresses_are_unique_and_not_empty(format: str, text: str) -> None:
    addresses = [section.address for section in source_of(text, format).sections]
    assert all(addresses)
    assert len(addresses) == len(set(addresses))


@pytest.mark.parametrize("format", FORMATS)
@settings(max_examples=examples(40), deadline=None)
@given(data=st.binary(max_size=120))
def test_any_bytes_can_be_read(format: str, data: bytes) -> None:
    source_of(reported(decode, data, "seeds/doc.txt")[0], format)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(
    "text",
    [
        "*" * 5000 + "a" + "*" * 5000,
        "_" * 3000 + "a" + "_" * 3000,
        "[" * 2000 + "a" + "](b)" * 2000,
        "> " * 2000 + "a",
        "".join("  " * depth + "- a\n" for depth in range(200)),
        "1" * 5000 + ". a",
        "#" * 3000,
        "`" * 3000,
        "「" * 3000 + "」" * 3000,
        "“" * 3000,
        "99999999999999999999:99:99 [999:999:999] a",
        "<" * 3000 + ">" * 3000,
    ],
    ids=["stars", "underscores", "links", "quotations", "lists", "number", "hashes", "ticks", "brackets", "marks",
         "stamp", "tags"],
)  # fmt: skip
def test_no_text_is_too_much(format: str, text: str) -> None:
    source_of(text, format)


@pytest.mark.parametrize("format", FORMATS)
def test_reading_twice_gives_the_same(format: str) -> None:
    text = "# 一\n\n**甲**：中文。\n\n[02:33] words\n- English\n\n## 一\n\nmore"
    assert source_of(text, format) == source_of(text, format)
