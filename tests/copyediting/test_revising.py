"""Texts and inlines of a source → as an edition prints them: terms, overrides, corrections, and what holds of any."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from book.copyediting.revising import flat, revise_text
from book.copyediting.stylebook import Stylebook
from book.model.address import Address
from book.model.change import Cause, Change
from book.model.inline import Code, Corrected, Emphasis, Inline, LineBreak, Link, Literal, Strong, Text, plain_text
from book.model.language import Language
from book.text.sentinels import MACHINE
from tests.copyediting.made import ANY_TEXT, HANS, HANT, STYLE, revise, sentences
from tests.examples import examples
from tests.languages import EN

ONE = Address("notes", "1")
TWO = Address("notes", "2")
SPOTS = st.sampled_from([None, ONE, TWO])
PAIRS = [(HANS, HANS), (HANS, HANT), (HANT, HANS), (HANT, HANT)]


def printed(text: str, source: Language, target: Language, spot: Address | None = ONE) -> str:
    revision = revise_text(text, source, target, STYLE, spot)
    assert revision.undone() == text
    return revision.text


def listed(text: str, source: Language, target: Language, spot: Address | None = ONE) -> list[tuple[str, str, str]]:
    changes = revise_text(text, source, target, STYLE, spot).changes
    return [(c.before, c.after, c.why) for c in changes if c.is_listed]


# ---- terms


@pytest.mark.parametrize(
    ("source", "text", "target", "expected"),
    [
        (HANS, "看视频", HANT, "看影片"),
        (HANT, "看影片", HANS, "看视频"),
        (HANS, "看视频", HANS, "看视频"),
        (HANS, "视频游戏与视频", HANT, "電玩遊戲與影片"),
        (HANT, "電玩遊戲與影片", HANS, "视频游戏与视频"),
        (HANS, "写软件的项目", HANT, "寫軟體的專案"),
        (HANS, "质量与数量", HANT, "質量與數量"),
        (HANT, "品質與數量", HANS, "品质与数量"),
        (HANS, "发发头发", HANT, "发发頭髮"),
        (HANS, "用 GPT 写", HANT, "用GPT寫"),
    ],
    ids=lambda value: str(value),
)
def test_terms(source: Language, text: str, target: Language, expected: str) -> None:
    assert printed(text, source, target) == expected


def test_a_term_says_which_it_is_and_is_not_listed() -> None:
    changes = revise_text("视频", HANS, HANT, STYLE, ONE).changes
    assert changes == (Change(0, "视频", "影片", Cause.TERM, "video"),)


def test_a_wrong_form_is_corrected_at_its_place_and_listed() -> None:
    assert printed("用退學 online查", HANT, HANT, ONE) == "用tuixue.online查"
    assert printed("用退學 online查", HANT, HANS, ONE) == "用tuixue.online查"
    assert printed("用退學 online查", HANT, HANS, TWO) == "用退学online查"


def test_a_wrong_form_of_a_whole_book_is_corrected_everywhere_and_listed() -> None:
    for target in (HANS, HANT):
        assert printed("在NVIDAI人", HANS, target, TWO) == "在NVIDIA人"
        assert listed("在NVIDAI人", HANS, target, TWO) == [("NVIDAI", "NVIDIA", "nvidia")]


def test_another_right_form_is_unified_and_not_listed() -> None:
    assert printed("做tuixue online的人", HANS, HANS) == "做tuixue.online的人"
    assert printed("做項目", HANT, HANT) == "做專案"
    assert listed("做項目", HANT, HANT) == []


def test_a_form_that_is_kept_is_converted_and_not_unified() -> None:
    assert printed("慈善项目与项目", HANS, HANT) == "慈善項目與專案"
    assert printed("慈善項目與項目", HANT, HANT) == "慈善項目與專案"
    assert printed("慈善項目", HANT, HANS) == "慈善项目"
    assert printed("写tuixue", HANS, HANT) == "寫tuixue"


def test_at_a_kept_place_a_term_keeps_its_own_words() -> None:
    assert printed("通过考试", HANS, HANT, ONE) == "透過考試"
    assert printed("通过考试", HANS, HANT, TWO) == "通過考試"
    assert printed("做tuixue online的人", HANS, HANT, TWO) == "做tuixue online的人"


@pytest.mark.parametrize("word", ["ChatGPT", "GPTs", "GPT4"])
def test_a_term_in_latin_script_is_found_as_a_whole_word_only(word: str) -> None:
    changes = revise_text(f"NVIDAI{word}与{word}NVIDAI", HANS, HANS, STYLE, ONE).changes
    assert changes == ()


def test_the_editors_prose_may_speak_of_wrong_forms_and_is_converted() -> None:
    assert printed("写作NVIDAI与項目的视频", HANS, HANT, None) == "寫作NVIDAI與項目的影片"
    assert printed("“項目”一词", HANT, HANT, None) == "「項目」一词"


def test_a_term_stands_apart_from_the_conversion_beside_it() -> None:
    assert printed("视频里程序", HANS, HANT) == "影片裡程序"
    assert printed("皇后视频后来", HANS, HANT) == "皇后影片後來"


# ---- overrides


def test_an_override_of_the_whole_book() -> None:
    assert printed("在系里", HANS, HANT, ONE) == printed("在系里", HANS, HANT, TWO) == "在係裡"
    assert printed("在系里", HANS, HANT, None) == "在係裡"


def test_an_override_of_one_place() -> None:
    assert printed("头发", HANS, HANT, TWO) == "頭發"
    assert printed("头发", HANS, HANT, ONE) == "頭髮"
    assert printed("头发", HANS, HANT, None) == "頭髮"


def test_an_override_has_one_direction() -> None:
    assert printed("頭發", HANT, HANS, TWO) == "头发"
    assert printed("系里", HANS, HANS, TWO) == "系里"


def test_a_converter_is_asked_for_what_nothing_else_decides() -> None:
    asked = []

    def converter(text: str, source: Language, target: Language) -> str:
        asked.append(text)
        return text

    assert revise_text("看视频说", HANS, HANT, STYLE, ONE, converter).text == "看影片说"
    assert asked == ["看\ue000说"]


# ---- corrections


def test_corrections_hold_at_their_places() -> None:
    assert printed("在工业届写pipline", HANS, HANS, ONE) == "在工业界写pipeline"
    assert printed("在工业届写pipline", HANS, HANS, TWO) == "在工业届写pipeline"
    assert printed("在工业届写pipline", HANS, HANS, None) == "在工业届写pipline"
    assert printed("在工业届", HANS, HANT, ONE) == "在工業界"


def test_every_place_of_the_words_is_corrected_and_says_why() -> None:
    assert listed("工业届的工业届", HANS, HANT) == [("工业届", "工业界", "误字")] * 2


def test_what_is_left_as_found_is_left() -> None:
    assert printed("现代时代", HANS, HANS, TWO) == "现代时代"
    assert listed("现代时代", HANS, HANS, TWO) == []


def test_english_is_corrected_and_else_left_alone() -> None:
    text = 'a "pipline", 视频 -- (项目)...'
    assert printed(text, EN, HANT) == text.replace("pipline", "pipeline")


# ---- what holds of any text


@pytest.mark.slow
@pytest.mark.parametrize(("source", "target"), PAIRS)
@settings(max_examples=examples(120), deadline=None)
@given(text=ANY_TEXT, spot=SPOTS)
def test_any_text_can_be_revised_and_undone(
    source: Language, target: Language, text: str, spot: Address | None
) -> None:
    revision = revise_text(text, source, target, STYLE, spot)
    assert revision.original == text
    assert revision.undone() == text
    assert revision.text.count(MACHINE) == text.count(MACHINE)
    assert revision.text.count("\ue000") == text.count("\ue000")
    for change in revision.changes:
        assert change.before != change.after


@pytest.mark.slow
@pytest.mark.parametrize(("source", "target"), PAIRS)
@settings(max_examples=examples(150), deadline=None)
@given(text=ANY_TEXT)
def test_without_terms_a_revised_text_has_nothing_left_to_revise(source: Language, target: Language, text: str) -> None:
    once = revise_text(text, source, target, Stylebook(), ONE).text
    again = revise_text(once, target, target, Stylebook(), ONE)
    assert again.text == once


@pytest.mark.slow
@pytest.mark.parametrize(("source", "target"), PAIRS)
@settings(max_examples=examples(80), deadline=None)
@given(data=st.data(), spot=st.sampled_from([None, ONE]))
def test_with_terms_a_revised_text_has_nothing_left_to_revise(
    source: Language, target: Language, data: st.DataObject, spot: Address | None
) -> None:
    text = data.draw(sentences(source))
    once = revise_text(text, source, target, STYLE, spot).text
    assert revise_text(once, target, target, STYLE, spot).text == once


# ---- inlines


def revised(
    *inlines: Inline, source: Language = HANS, target: Language = HANT, spot: Address = ONE
) -> tuple[Inline, ...]:
    return revise(inlines, source, target, STYLE, spot).inlines


def test_every_inline_survives_in_its_order() -> None:
    assert revised(
        Text("说,"),
        Strong((Text("视频"), Emphasis((Text("发展"),)))),
        Link((Text("软件"), Literal("软件")), "https://example.org/?q=软件,视频"),
        Code("说,视频"),
        LineBreak(),
        Text("后来:"),
        Literal("02:33"),
    ) == (
        Text("說，"),
        Strong((Text("影片"), Emphasis((Text("發展"),)))),
        Link((Text("軟體"), Literal("软件")), "https://example.org/?q=软件,视频"),
        Code("说,视频"),
        LineBreak(),
        Text("後來："),
        Literal("02:33"),
    )


def test_words_are_converted_by_what_stands_in_the_next_inline() -> None:
    assert revised(Text("头"), Strong((Text("发"),))) == (Text("頭"), Strong((Text("髮"),)))
    assert revised(Strong((Text("“头"),)), Text("发”")) == (Strong((Text("「頭"),)), Text("髮」"))


def test_a_term_of_the_same_length_is_parted_where_the_bold_ends() -> None:
    assert revised(Strong((Text("看视"),)), Text("频吧")) == (Strong((Text("看影"),)), Text("片吧"))


def test_a_term_is_parted_where_it_keeps_its_length_and_else_whole_where_it_begins() -> None:
    inlines = (Strong((Text("看视频"),)), Text("游戏吧"))
    assert revised(*inlines) == (Strong((Text("看電玩"),)), Text("遊戲吧"))
    inlines = (Strong((Text("看電玩遊"),)), Text("戲吧"))
    assert revised(*inlines, source=HANT, target=HANS) == (Strong((Text("看视频游"),)), Text("戏吧"))
    inlines = (Strong((Text("用退學 on"),)), Text("line查"))
    assert revised(*inlines, source=HANT) == (Strong((Text("用"), Corrected((Text("tuixue.online"),)))), Text("查"))


def test_a_correction_over_the_edge_of_a_bold_run() -> None:
    assert revised(Text("在"), Strong((Text("工业"),)), Text("届写")) == (
        Text("在"),
        Strong((Corrected((Text("工業"),)),)),
        Corrected((Text("界"),)),
        Text("寫"),
    )
    assert revised(Strong((Text("写pip"),)), Text("line,"), target=HANS) == (
        Strong((Text("写"), Corrected((Text("pipeline"),)))),
        Text("，"),
    )


def test_exactly_the_corrected_words_are_marked() -> None:
    assert revised(Text("他在工业届说"), target=HANS) == (
        Text("他在"),
        Corrected((Text("工业界"),)),
        Text("说"),
    )
    assert revised(Text("他,在 NVIDAI 说"), target=HANT) == (
        Text("他，在"),
        Corrected((Text("NVIDIA"),)),
        Text("說"),
    )


def test_two_corrections_of_two_kinds_in_one_text() -> None:
    assert revised(Text("NVIDAI在工业届说"), target=HANS) == (
        Corrected((Text("NVIDIA"),)),
        Text("在"),
        Corrected((Text("工业界"),)),
        Text("说"),
    )
    assert revised(Text("工业届的NVIDAI说"), target=HANS) == (
        Corrected((Text("工业界"),)),
        Text("的"),
        Corrected((Text("NVIDIA"),)),
        Text("说"),
    )


def test_terms_and_conversion_are_not_marked() -> None:
    assert revised(Text("看视频,说")) == (Text("看影片，說"),)


def test_what_a_machine_reads_is_no_place_for_a_correction() -> None:
    inlines: tuple[Inline, ...] = (
        Literal("工业届"),
        Code("pipline"),
        Link((Text("说"),), "https://example.org/工业届/pipline"),
    )
    assert revised(*inlines, target=HANS) == inlines


def test_words_parted_by_a_machines_string_are_not_one_word() -> None:
    inlines: tuple[Inline, ...] = (Text("工业"), Code("x"), Text("届"))
    assert revised(*inlines, target=HANS) == inlines


def _inlines(depth: int) -> st.SearchStrategy[tuple[Inline, ...]]:
    pieces = st.sampled_from(
        ["视频", "工业届", "NVIDAI", "pipline", "退學 online", "tuixue online", "说", " ", ",", "“", "”"]
    )
    leaves: st.SearchStrategy[Inline] = (
        st.lists(pieces, min_size=1, max_size=4).map("".join).map(Text)
        | st.sampled_from(["工业届", "a,b"]).map(Literal)
        | st.just(Code("视频"))
        | st.just(LineBreak())
    )
    if depth:
        inner = _inlines(depth - 1)
        leaves |= inner.map(Strong) | inner.map(Emphasis) | inner.map(lambda i: Link(i, "https://example.org/视频"))
    return st.lists(leaves, max_size=4).map(tuple)


def machines(inlines: tuple[Inline, ...]) -> Iterator[str]:
    """Everything that no rule may change, in its order."""
    for inline in inlines:
        match inline:
            case Literal(content) | Code(content):
                yield content
            case LineBreak():
                yield "\n"
            case Link(inner, target):
                yield target
                yield from machines(inner)
            case Strong(inner) | Emphasis(inner) | Corrected(inner):
                yield from machines(inner)
            case Text():
                pass


def marked(inlines: tuple[Inline, ...]) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case Corrected(inner):
                yield plain_text(inner)
            case Strong(inner) | Emphasis(inner) | Link(inner, _):
                yield from marked(inner)


@pytest.mark.slow
@pytest.mark.parametrize(("source", "target"), PAIRS)
@settings(max_examples=examples(80), deadline=None)
@given(inlines=_inlines(2))
def test_any_inlines_say_what_their_revision_says(
    source: Language, target: Language, inlines: tuple[Inline, ...]
) -> None:
    result = revise(inlines, source, target, STYLE, ONE)
    assert result.revision.original == flat(inlines)
    assert flat(result.inlines) == result.revision.text
    assert result.revision.undone() == flat(inlines)
    assert list(machines(result.inlines)) == list(machines(inlines))
    corrected = "".join(change.after for change in result.revision.changes if change.is_listed)
    assert len("".join(marked(result.inlines))) == len(corrected)
