"""URLs in running text: where they begin and end, whoever asks."""

import pytest

from book.comparing.pair import running_text
from book.model.inline import Inline, Link, Literal, Text
from book.scripts.conversion import convert_script
from book.text.plain import linked
from book.text.urls import href, urls, without_urls
from book.translation.markup import read_markup, write_markup
from tests.languages import ZH_HANS, ZH_HANT

CASES = [
    # GitHub Flavored Markdown 0.29, examples 622-632
    ("www.commonmark.org", ["www.commonmark.org"]),
    ("Visit www.commonmark.org/help for more.", ["www.commonmark.org/help"]),
    ("Visit www.commonmark.org.", ["www.commonmark.org"]),
    ("Visit www.commonmark.org/a.b.", ["www.commonmark.org/a.b"]),
    ("www.google.com/search?q=Markup+(business)", ["www.google.com/search?q=Markup+(business)"]),
    ("www.google.com/search?q=Markup+(business)))", ["www.google.com/search?q=Markup+(business)"]),
    ("(www.google.com/search?q=Markup+(business))", ["www.google.com/search?q=Markup+(business)"]),
    ("www.google.com/search?q=(business))+ok", ["www.google.com/search?q=(business))+ok"]),
    ("www.commonmark.org/he<lp", ["www.commonmark.org/he"]),
    ("(Visit https://encrypted.google.com/search?q=Markup+(business))",
     ["https://encrypted.google.com/search?q=Markup+(business)"]),
    # brackets and marks of the sentence
    ("https://a.org/x_(y)", ["https://a.org/x_(y)"]),
    ("see https://a.org/x_(y), then", ["https://a.org/x_(y)"]),
    ("[https://a.org/x]", ["https://a.org/x"]),
    ("'https://a.org/x'!?", ["https://a.org/x"]),
    ("http://[2001:db8::1]/x", ["http://[2001:db8::1]/x"]),
    ("HTTP://A.org", ["HTTP://A.org"]),
    ("https://a.org/_a_", ["https://a.org/_a_"]),
    # Chinese
    ("见https://a.org/x，很好", ["https://a.org/x"]),
    ("见（https://a.org/x）。", ["https://a.org/x"]),
    ("https://例子.cn/路径?q=词", ["https://例子.cn/路径?q=词"]),
    ("见www.example.org。", ["www.example.org"]),
    ("https://a.org/a——好", ["https://a.org/a"]),
    # none
    ("https://", []),
    ("以 https://… 开头", []),
    ("www.", []),
    ("访问www.的时候", []),
    ("xhttps://a.org", ["https://a.org"]),
    ("awww.example.org", []),
    ("me@www.example.org", []),
    ("a.www.example.org", []),
    ("mail@example.org", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_urls_of_a_text(text: str, expected: list[str]) -> None:
    found = list(urls(text))
    assert [url.text for url in found] == expected
    assert [text[url.start : url.stop] for url in found] == expected


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_whoever_asks_finds_the_same_urls(text: str, expected: list[str]) -> None:
    """A reader links them, a check passes over them, OpenCC does not see them."""
    assert [inline for inline in linked(text) if isinstance(inline, Link)] == [
        Link((Literal(url),), href(url)) for url in expected
    ]
    assert running_text((Text(text),)).count("\ufffc") == len(expected)
    converted = convert_script(text, ZH_HANS, ZH_HANT)
    assert [url.text for url in urls(converted)] == expected


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_translator_gets_the_same_urls_back(text: str, expected: list[str]) -> None:
    inlines = linked(text)
    assert read_markup(write_markup(inlines)) == inlines


@pytest.mark.parametrize("url", ["www.example.org", "https://example.org"])
@pytest.mark.parametrize("after", ["然后", "/more", ""])
def test_a_url_beside_other_words_is_not_read_together_with_them(url: str, after: str) -> None:
    link = Link((Literal(url),), href(url))
    inlines: tuple[Inline, ...] = (link, Text(after)) if after else (link,)
    assert read_markup(write_markup(inlines)) == inlines
    inlines = (Text("at"), *inlines)
    assert read_markup(write_markup(inlines)) == inlines


def test_a_link_without_a_scheme_gets_that_of_the_web() -> None:
    assert href("www.example.org") == "http://www.example.org"
    assert href("https://www.example.org") == "https://www.example.org"


def test_without_urls() -> None:
    assert without_urls("a https://a.org/x_(y), b (www.b.org).", "U") == "a U, b (U)."
