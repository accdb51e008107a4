"""The translator's Markdown: what is written reads back as the same inlines, and notes may stand anywhere."""

from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from book.model.inline import (
    Code,
    Corrected,
    Emphasis,
    Foreign,
    Gloss,
    Inline,
    LineBreak,
    Link,
    Literal,
    Strong,
    Text,
    plain_text,
)
from book.text.markdown import read_inline
from book.text.plain import linked
from book.translation.markup import read_markup, write_markup
from tests.examples import examples
from tests.languages import EN, ZH_HANS
from tests.translation.made import normal

EN, HANS = EN, ZH_HANS
URL = "https://example.org/a"
ADDRESS = Link((Literal(URL),), URL)


def bold(*inlines: Inline | str) -> Strong:
    return Strong(tuple(Text(i) if isinstance(i, str) else i for i in inlines))


def italic(*inlines: Inline | str) -> Emphasis:
    return Emphasis(tuple(Text(i) if isinstance(i, str) else i for i in inlines))


def note(*inlines: Inline | str) -> Gloss:
    return Gloss(tuple(Text(i) if isinstance(i, str) else i for i in inlines))


def link(words: str, target: str = URL) -> Link:
    return Link((Text(words),), target)


@pytest.mark.parametrize(
    ("inlines", "written"),
    [
        ((), ""),
        ((Text("先有土，才有菜。"),), "先有土，才有菜。"),
        ((Text("2 * 3 * 4"),), r"2 \* 3 \* 4"),
        ((Text("x_y _z_"),), r"x\_y \_z\_"),
        ((Text("[1] a [b](c)"),), r"\[1\] a \[b\](c)"),
        ((Text("a < b > c & d &amp; e"),), r"a \< b > c \& d \&amp; e"),
        ((Text("the `mark`"),), r"the \`mark\`"),
        ((Text("^[a-z] and 2^10"),), r"\^\[a-z\] and 2^10"),
        ((Text("C:\\new\\*"),), r"C:\\new\\\*"),
        ((Text("1. # > - ~ | !"),), "1. # > - ~ | !"),
        ((bold("完了。"), Text("然后")), "**完了。**然后"),
        ((Text("他说"), bold("“好”"), Text("了")), "他说**“好”**了"),
        ((Text("a "), italic("b "), bold("c")), "a *b ***c**"),
        ((bold("a ", italic("b"), " c"),), "**a *b* c**"),
        ((Text("见"), ADDRESS, Text("。")), f"见{URL}。"),
        ((Text("see "), link("this page"), Text(".")), f"see [this page](<{URL}>)."),
        ((link("a ] b"),), rf"[a \] b](<{URL}>)"),
        ((Link((bold("a"), Text(" b")), URL),), f"[**a** b](<{URL}>)"),
        ((link("a", "https://example.org/a_(b)_c"),), "[a](<https://example.org/a_(b)_c>)"),
        ((Text("a"), LineBreak(), Text("b")), "a\\\nb"),
        ((Code("x*y_z"),), "`x*y_z`"),
        ((Code("a ` b"),), "`` a ` b ``"),
        ((Code("``"),), "``` `` ```"),
        ((Text("Xinxicha"), note("an everyday word"), Text(" is")), "Xinxicha^[an everyday word] is"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_written(inlines: tuple[Inline, ...], written: str) -> None:
    assert write_markup(inlines) == written


@pytest.mark.parametrize(
    "inlines",
    [
        (Text("2 * 3 * 4 and x_y _z_"),),
        (Text("[1] a [b](c) ![d](e)"),),
        (Text("a < b > c & d &amp; <b>e</b> &#42;"),),
        (Text("`mark` C:\\new\\* \\"),),
        (Text("^[a-z] and 2^10"),),
        (bold("完了。"), Text("然后")),
        (Text("他说"), bold("“好”"), Text("了")),
        (Text("（"), bold("甲"), Text("）"), italic("（乙）"), Text("。")),
        (bold("a ", italic("b"), " c"),),
        (italic("a ", bold("b"), " c"),),
        (bold(italic("a"), " b"),),
        (italic("a ", bold("b")),),
        (Text("见"), ADDRESS, Text("。")),
        (Text("see "), link("this page"), Text(".")),
        (link("a [b] *c*"),),
        (Link((bold("a"), Text(" b")), URL),),
        (Text("a"), LineBreak(), Text("b"), LineBreak(), LineBreak(), Text("c")),
        (Code("x*y_z [a](b) <c> &amp; \\"), Text(" and "), Code("`")),
    ],
    ids=write_markup,
)
def test_what_is_written_reads_back(inlines: tuple[Inline, ...]) -> None:
    assert normal(read_markup(write_markup(inlines))) == inlines


@pytest.mark.parametrize(
    "inlines",
    [
        pytest.param((bold(italic("a")),), id="bold and italics over the same words"),
        pytest.param((link("tuixue.online", "tuixue.online"),), id="a link that prints its own target"),
        pytest.param((link("a", "https://example.org/?q=1&copy=2&copy;3"),), id="an entity in a target"),
        pytest.param((Text("see^"), link("1")), id="a caret before a link"),
        pytest.param((Code("^[a-z]+$"), Text(" is a pattern")), id="what looks like a note in code"),
        pytest.param((Code(" a "),), id="spaces around code"),
        pytest.param(
            (Link((Literal("https://example.org/_a_"),), "https://example.org/_a_"),), id="underscores in an address"
        ),
        pytest.param(
            (Link((Literal("https://example.org/*a*"),), "https://example.org/*a*"),), id="asterisks in an address"
        ),
        pytest.param(
            (Link((Literal("https://example.org/[a](b)"),), "https://example.org/[a](b)"),),
            id="brackets in an address",
        ),
        pytest.param(
            (Link((Literal("https://example.org/?a&lt;b"),), "https://example.org/?a&lt;b"),),
            id="an entity in an address",
        ),
    ],
)
def test_what_is_hard_to_write_reads_back(inlines: tuple[Inline, ...]) -> None:
    assert read_markup(write_markup(inlines)) == inlines


def test_the_cases_are_what_a_reader_yields() -> None:
    """Or there would be no need to write them."""
    assert read_inline("**_a_**") == (bold(italic("a")),)
    assert read_inline("[tuixue.online](tuixue.online)") == (link("tuixue.online", "tuixue.online"),)
    assert read_inline(f"see^[1]({URL})") == (Text("see^"), link("1"))
    assert read_inline("`^[a-z]+$` is a pattern") == (Code("^[a-z]+$"), Text(" is a pattern"))
    assert read_inline("`  a  `") == (Code(" a "),)
    for address in ("https://example.org/_a_", "https://example.org/*a*", "https://example.org/[a](b)"):
        assert linked(address) == (Link((Literal(address),), address),)


def test_what_was_corrected_is_written_without_its_mark() -> None:
    assert write_markup((Text("在"), Corrected((Text("工业界"),)), Text("写*"))) == r"在工业界写\*"
    assert write_markup((Foreign((Text("abc"),), EN),)) == "abc"


# ---- notes


@pytest.mark.parametrize(
    ("written", "inlines"),
    [
        ("a^[b]", (Text("a"), note("b"))),
        ("^[b]a", (note("b"), Text("a"))),
        ("a^[b]^[c]d", (Text("a"), note("b"), note("c"), Text("d"))),
        ("a^[b *c* **d** e]f", (Text("a"), note("b ", italic("c"), " ", bold("d"), " e"), Text("f"))),
        ("a^[b [c] d]e", (Text("a"), note("b [c] d"), Text("e"))),
        (r"a^[b \] \[ c]d", (Text("a"), note("b ] [ c"), Text("d"))),
        (f"a^[see [b](<{URL}>).]", (Text("a"), note("see ", link("b"), "."))),
        (f"a^[see {URL}.]b", (Text("a"), note("see ", ADDRESS, "."), Text("b"))),
        ("a^[use `b`]c", (Text("a"), note("use ", Code("b")), Text("c"))),
        ("**a^[b]** c", (bold("a", note("b")), Text(" c"))),
        ("*a*^[b] c", (italic("a"), note("b"), Text(" c"))),
        (f"[a^[b] c](<{URL}>)", (Link((Text("a"), note("b"), Text(" c")), URL),)),
        (r"a\^[b]", (Text("a^[b]"),)),
        ("a^[b", (Text("a^[b"),)),
        ("a^ [b]", (Text("a^ [b]"),)),
        ("**完了。**^[注]然后", (bold("完了。"), note("注"), Text("然后"))),
        ("*完了。*^[注]", (italic("完了。"), note("注"))),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_notes(written: str, inlines: tuple[Inline, ...]) -> None:
    assert read_markup(written) == inlines


@pytest.mark.parametrize(
    ("written", "inlines"),
    [
        pytest.param(
            "*Foo.*^[note] bar", (italic("Foo."), note("note"), Text(" bar")), id="italics that end in a full stop"
        ),
        pytest.param("**a (b)**^[c]", (bold("a (b)"), note("c")), id="bold that ends in a bracket"),
        pytest.param("^[c]**(a)** b", (note("c"), bold("(a)"), Text(" b")), id="bold after a note"),
        pytest.param(f"{URL}^[a]", (ADDRESS, note("a")), id="a note on an address"),
        pytest.param("`^[a]`", (Code("^[a]"),), id="code that looks like a note"),
        pytest.param("a^[b `]` c]d", (Text("a"), note("b ", Code("]"), " c"), Text("d")), id="a bracket in code"),
    ],
)
def test_notes_beside_marks_code_and_addresses(written: str, inlines: tuple[Inline, ...]) -> None:
    assert read_markup(written) == inlines


def test_a_note_is_no_part_of_the_running_text() -> None:
    assert plain_text(read_markup("close the gap,^[*Xinxicha*, “information.”] regarding")) == (
        "close the gap, regarding"
    )


def test_a_character_of_private_use_does_no_harm() -> None:
    """Whatever stands in a catalogue, reading it fails for no text; it is for the checks to report the character."""
    assert "b" in plain_text(read_markup("a\ue001b"))


# ---- any inlines

_SPECIAL = ["*", "**", "_", "[", "]", "(", ")", "<", ">", "&", "&amp;", "&#42;", "`", "^", "^[", "\\", "\\\\", "!"]
_WORDS = [
    "a",
    "b c",
    " ",
    "中文",
    "，",
    "。",
    "“",
    "”",
    "（",
    "）",
    "——",
    "1.",
    "#",
    "-",
    "~",
    "|",
    "'",
    '"',
    "é",
    "🎲",
    "$x$",
]
_ADDRESSES = ["https://x.yz/", "http://x.yz/a?b=c&d=e", "https://x.yz/a_b", "https://x.yz/中"]
_PIECES = st.sampled_from([*_SPECIAL, *_WORDS, *_ADDRESSES])
_MARKUP = ["**甲**", "*乙*", "**（丙）**", " **d** ", " *e f* ", "[g](h)", "[*i*](<https://j.k/l m>)", "`n`", "\\\n"]
_MARKUP += ["**o *p* q**", "*r **s** t*", "`` u`v ``", "\\*", "\\_", "\\[", "\\]", "&lt;"]


def is_tangled(inlines: tuple[Inline, ...]) -> bool:
    """Whether bold or italics touch others of their like, or stand in them: no asterisks could say that again."""
    touching = any(isinstance(a, Strong | Emphasis) and isinstance(b, Strong | Emphasis) for a, b in pairwise(inlines))
    for one in inlines:
        if isinstance(one, Strong | Emphasis):
            ends = one.inlines[:1] + one.inlines[-1:]
            touching |= any(isinstance(end, Strong | Emphasis) for end in ends)
            touching |= any(type(one) is type(deep) for deep in one.inlines)
        if isinstance(one, Strong | Emphasis | Link):
            touching |= is_tangled(one.inlines)
    return touching


@settings(max_examples=examples(100), deadline=None)
@given(
    text=st.lists(
        _PIECES | st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S"]), max_size=3), max_size=12
    ).map("".join)
)
def test_any_plain_text_reads_back(text: str) -> None:
    """What the readers of plain documents yield: words and addresses."""
    inlines = linked(text)
    assert read_markup(write_markup(inlines)) == inlines


@settings(max_examples=examples(100), deadline=None)
@given(text=st.lists(_PIECES | st.sampled_from(_MARKUP), max_size=10).map("".join))
def test_whatever_the_reader_of_markdown_yields_reads_back(text: str) -> None:
    inlines = read_inline(text)
    assume(not is_tangled(inlines))
    assert normal(read_markup(write_markup(inlines))) == normal(inlines)


@settings(max_examples=examples(100), deadline=None)
@given(text=st.lists(_PIECES | st.sampled_from([*_MARKUP, "^[", "^[w]", "]", "\ue001"]), max_size=12).map("".join))
def test_whatever_a_translator_writes_can_be_read(text: str) -> None:
    inlines = read_markup(text)
    assert "\ue001" in text or "\ue001" not in repr(inlines)


_IN_NOTES = st.sampled_from(
    [Code("x"), Code("]"), ADDRESS, link("a ]"), bold("b ", italic("c [d]"), " e"), italic("f"), LineBreak()]
)


@settings(max_examples=examples(60), deadline=None)
@given(inner=st.lists(_IN_NOTES, max_size=4), before=st.sampled_from(["before ", "前", "a*", "[b] "]))
def test_notes_of_anything_read_back(inner: list[Inline], before: str) -> None:
    words = [piece for inline in inner for piece in (inline, Text("] [m"))]
    inlines = (Text(before), note("n ", *words), Text(" after ["))
    assert read_markup(write_markup(inlines)) == inlines
