"""An editor's quotation → the characters of a source that it means."""

import unicodedata

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from book.editorial.quoting import cut_inlines, find_quote, letters
from book.model.inline import Code, Emphasis, Inline, LineBreak, Link, Literal, Strong, Text, plain_text
from tests.editorial.books import codes, compiled, extracts, only, printed, source
from tests.examples import examples

TEXT = "天授的設計哲學是:程式碼短、抽象做對、你想改什麼地方只有一個地方能改。他說「好」。"


def quoted(quote: str, text: str = TEXT) -> list[str]:
    return [text[start:stop] for start, stop in find_quote(quote, text)]


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("程式碼短、抽象做對", "程式碼短、抽象做對、"),
        ("程式碼短抽象做對", "程式碼短、抽象做對、"),
        ("程式码短，抽象做对", "程式碼短、抽象做對、"),
        (" 程式 码短 —— 抽象做对！", "程式碼短、抽象做對、"),
        ("天授的设计哲学", "天授的設計哲學"),
        ("能改", "能改。"),
    ],
)
def test_script_spaces_and_punctuation_do_not_matter(quote: str, words: str) -> None:
    assert quoted(quote) == [words]


@pytest.mark.parametrize("quote", ["抽象做錯", "程式碼長", "短程式碼", "", "、。", "……", "天授…没有", "没有…能改"])
def test_words_that_are_not_there(quote: str) -> None:
    assert quoted(quote) == []


def test_words_that_stand_there_twice() -> None:
    assert find_quote("地方", TEXT) == [(24, 26), (30, 32)]
    assert find_quote("aa", "aaa") == [(0, 2), (1, 3)]


@pytest.mark.parametrize("gap", ["…", "……", "...", "⋯", " … ", "⋯⋯"])
def test_a_gap_stands_for_everything_between(gap: str) -> None:
    (found,) = quoted(f"程式碼{gap}一個地方")
    assert found == "程式碼短、抽象做對、你想改什麼地方只有一個地方"


def test_a_gap_runs_forward_only() -> None:
    assert quoted("一個地方…程式碼") == []


def test_a_gap_in_the_source_is_no_gap() -> None:
    assert quoted("如果我们假设……只由一个人", "如果我们假设……只由一个人编写") == ["如果我们假设……只由一个人"]


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("著", "看着"),
        ("着", "看著"),
        ("妳", "你"),
        ("RL infra", "RL Infra"),
        ("GPT4", "GPT-4"),
        ("裡", "里"),
        ("里", "裏"),
    ],
)
def test_the_same_letters_in_another_form(quote: str, text: str) -> None:
    assert len(find_quote(quote, text)) == 1


def test_the_closing_punctuation_goes_along() -> None:
    assert quoted("只有一個地方能改") == ["只有一個地方能改。"]


def test_a_closing_mark_goes_along_only_with_its_opening() -> None:
    assert quoted("他說好") == ["他說「好」。"]
    assert quoted("好") == ["「好」。"]
    assert quoted("說好", "「他說好」。") == ["說好"]
    assert quoted("他說好", "「我聽他說好」。") == ["他說好"]
    assert quoted("他說好", "他說好」。") == ["他說好"]


@pytest.mark.slow
@settings(max_examples=examples(200), deadline=None)
@given(
    st.text(st.one_of(st.sampled_from(TEXT + "“”…⋯.a裡裏İßﬁ½①"), st.characters(codec="utf-8")), max_size=40), st.data()
)
def test_any_part_of_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    stop = data.draw(st.integers(start, len(text)))
    part = text[start:stop]
    assume(letters(part)[0])
    first = next(n for n in range(start, stop) if unicodedata.category(text[n])[0] in "LN" and letters(text[n])[0])
    spans = find_quote(part, text)
    assert any(begin <= first < end and letters(part)[0] in letters(text[begin:end])[0] for begin, end in spans)


@settings(max_examples=examples(100), deadline=None)
@given(st.text(max_size=40), st.text(max_size=10))
def test_what_is_found_holds_the_quotation(text: str, quote: str) -> None:
    for start, stop in find_quote(quote, text):
        assert 0 <= start < stop <= len(text)


INLINES = st.recursive(
    st.one_of(
        st.text(max_size=5).map(Text),
        st.text(max_size=5).map(Literal),
        st.text(max_size=5).map(Code),
        st.just(LineBreak()),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: Strong(tuple(items))),
        st.lists(inner, max_size=3).map(lambda items: Emphasis(tuple(items))),
        st.lists(inner, max_size=3).map(lambda items: Link(tuple(items), "https://example.org")),
    ),
    max_leaves=8,
)


@pytest.mark.slow
@settings(max_examples=examples(100), deadline=None)
@given(st.lists(INLINES, max_size=4).map(tuple), st.data())
def test_a_cut_holds_the_words_between_its_places(inlines: tuple[Inline, ...], data: st.DataObject) -> None:
    text = plain_text(inlines)
    start = data.draw(st.integers(0, len(text)))
    stop = data.draw(st.integers(start, len(text)))
    found = plain_text(cut_inlines(inlines, start, stop))
    assert text[start:stop] in found
    assert found in text


def test_a_cut_keeps_what_its_words_are() -> None:
    inlines = (Text("甲乙"), Strong((Text("丙丁"),)), Text("戊"))
    assert cut_inlines(inlines, 1, 3) == (Text("乙"), Strong((Text("丙"),)))
    assert cut_inlines((Link((Literal("https://a.b"),), "https://a.b"),), 2, 5) == (
        Link((Literal("https://a.b"),), "https://a.b"),
    )


FEATURE = source(
    "feature",
    """\
    甲

    他做了**天授**框架。他覺得很好。

    「我想做一些事。」

    甲又來了。
    """,
    "markdown",
    language="zh-Hant",
    quoted="ann",
)


def chosen(quote: str) -> list[str]:
    return printed(compiled([FEATURE], f"- from: feature#lead\n  quote: {quote}", complete=False))


def test_the_sources_own_words_are_printed() -> None:
    assert chosen("他做了天授框架") == ["他做了天授框架。"]
    assert chosen("觉得很好") == ["覺得很好。"]
    assert chosen("他做了…很好") == ["他做了天授框架。他覺得很好。"]


def test_a_quotation_of_every_letter_is_the_whole_paragraph() -> None:
    (extract,) = extracts(compiled([FEATURE], "- from: feature#lead\n  quote: 我想做一些事", complete=False))
    (cut,) = extract.passages[0].cuts
    assert cut.block.text == "「我想做一些事。」"


def test_a_part_of_speech_stays_that_speakers_words() -> None:
    result = compiled([FEATURE], "- from: feature#lead\n  quote: 做一些事", complete=False)
    (passage,) = extracts(result)[0].passages
    assert str(passage.kind) == "quotation"
    assert passage.speaker is not None
    assert passage.speaker.id == "ann"


def test_words_in_two_paragraphs_need_more_words() -> None:
    diagnostic = only(compiled([FEATURE], "- from: feature#lead\n  quote: 甲", complete=False))
    assert str(diagnostic.code) == "quote-ambiguous"
    assert (diagnostic.place.line, diagnostic.place.column) == (5, 16)
    assert chosen("甲又来了") == ["甲又來了。"]


def test_words_across_paragraphs_are_not_found() -> None:
    result = compiled([FEATURE], "- from: feature#lead\n  quote: 很好。我想做", complete=False)
    assert codes(result) == ["quote-not-found"]
