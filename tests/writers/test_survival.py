"""Any text survives the way through pandoc's tree, letter for letter: none of it is taken for markup."""

import re
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from book.model.inline import Code, Emphasis, LineBreak, Link, Literal, Strong, Text
from book.writers.medium import SCREEN
from book.writers.writing import write
from tests.examples import examples
from tests.writers.made import inlines, paragraphs, parsed, passage_texts, with_blocks

ADVERSARIAL = [
    "1986. 那一年",
    "1986) 那一年",
    "(a) 那一年",
    "@alice 說",
    "見[@alice, p. 3]",
    "[^1]",
    "註[^1]：",
    "# 標題",
    "## 標題 {#id .class}",
    "*a*",
    "**a** __b__ _c_",
    "<b>粗</b>",
    "<script>alert(1)</script>",
    "<!-- 註 -->",
    "</div></section>",
    "&amp; &lt; &#20013; &copy",
    "$x$ 與 $$y$$",
    r"\alpha \* \\ \n",
    "兩個  空格",
    "表意\u3000空格",
    "不斷\u00a0行",
    "行末反斜線\\",
    "行末空格與反斜線 \\",
    "😀 👩‍👩‍👧 🇹🇼 🌐️",
    "- 一\n",
    "+ 一",
    "* * *",
    "---",
    "> 引文",
    "    四個空格",
    "| 甲 | 乙 |",
    "|---|---|",
    "```",
    "`code` ``x``",
    "~~刪~~ H~2~O x^2^",
    "[字](https://example.org/)",
    "![圖](x.png)",
    "<https://example.org/>",
    "::: warning",
    ":::",
    "[字]{.smallcaps}",
    "術語\n:   釋義",
    "\"直引號\" 'x' -- --- ...",
    "“彎引號” ‘x’ – — …",
    "%  百分",
    "---\ntitle: x\n---",
    "{{ 模板 }} {% raw %}",
    "${x} $title$",
    "a\u200bb\u2060c",
    "e\u0301 與 é",
    "ﬁ ½ ①",
    "𠮷 𪚥",
    "\u202eשלום",
    "'",
    '"',
    "&",
    "<",
    "=",
]


def seen(text: str) -> str:
    """A text as a page shows it: HTML draws a run of spaces as one, and none at either end of a line."""
    return "\n".join(re.sub(" +", " ", row).strip(" ") for row in text.split("\n")).strip("\n")


def through_pandoc(texts: list[str]) -> list[str]:
    """Texts → what stands in the pages, each text a paragraph of one chapter."""
    found = passage_texts(parsed(write(with_blocks(paragraphs(texts)), SCREEN)))
    return [found[f"p-{number}"] for number in range(len(texts))]


def test_adversarial_paragraphs_survive() -> None:
    found = through_pandoc(ADVERSARIAL)
    assert {a: seen(b) for a, b in zip(ADVERSARIAL, found, strict=True)} == {a: seen(a) for a in ADVERSARIAL}


@pytest.mark.parametrize("arrow", ["\u21a9", "\u2194"])
def test_pandoc_adds_no_variation_selector_to_an_arrow(arrow: str) -> None:
    assert through_pandoc([f"回{arrow}去"]) == [f"回{arrow}去"]


def test_ideographic_and_no_break_spaces_are_kept_at_the_ends_too() -> None:
    texts = ["\u3000\u3000首行", "末\u3000", "\u00a0x\u00a0", "a\u3000\u3000b"]
    assert through_pandoc(texts) == texts


def test_text_survives_inside_every_kind_of_inline() -> None:
    blocks = [inlines(Strong((Text(t),)), Emphasis((Text(t),)), Literal(t), Code(t)) for t in ADVERSARIAL]
    body = parsed(write(with_blocks(blocks), SCREEN))
    found = passage_texts(body)
    for number, text in enumerate(ADVERSARIAL):
        prose, code = seen(text), text
        letters = re.sub(r"\s", "", prose * 3 + code)
        assert re.sub(r"\s", "", found[f"p-{number}"]) == letters, text


def test_a_links_target_is_kept_apart_from_its_words() -> None:
    target = "https://example.org/里程?a=1&b='\"<>#x"
    body = parsed(write(with_blocks([inlines(Link((Text("[^1] 里程"),), target))]), SCREEN))
    links = [a for a in body.iter("a") if a.text == "[^1] 里程"]
    assert {str(a.get("href")) for a in links} == {target}


def test_a_break_that_the_author_set_is_a_break() -> None:
    found = passage_texts(parsed(write(with_blocks([inlines(Text("甲"), LineBreak(), Text("乙"))]), SCREEN)))
    assert found["p-0"] == "甲\n乙"


_PRINTABLE = st.characters(exclude_categories=("Cc", "Cs", "Cn"), exclude_characters="\u21a9\u2194")


@pytest.mark.slow
@settings(
    max_examples=examples(25), deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(
    st.lists(
        st.text(_PRINTABLE, min_size=1, max_size=30)
        | st.text(st.sampled_from("中文 \u3000*_#`[]()<>{}|\\~^$@&:;-+=.!\"'1a\n"), min_size=1, max_size=30),
        min_size=20,
        max_size=60,
    )
)
def test_any_printable_text_survives(texts: list[str]) -> None:
    found = through_pandoc(texts)
    for text, result in zip(texts, found, strict=True):
        assert seen(result) == seen(text), [unicodedata.name(c, hex(ord(c))) for c in text]
