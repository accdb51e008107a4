"""Scripts: what is converted, what is left alone, and what is compared."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from book.model.language import Language
from book.scripts.conversion import convert_script, exclusive, fold
from tests.examples import examples
from tests.languages import EN, ZH_HANS, ZH_HANT

HANS, HANT = ZH_HANS, ZH_HANT
TEXTS = st.one_of(st.text(max_size=60), st.text("系統系统發发裡里后後臺台 https://a/。，", max_size=40))


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("軟體工程師在臺灣開發強化學習系統。", "软体工程师在台湾开发强化学习系统。"),
        ("乾燥的頭髮發芽了", "干燥的头发发芽了"),
        ("皇后後來住在裡面", "皇后后来住在里面"),
        ("這裡有一隻貓，只有一隻。", "这里有一只猫，只有一只。"),
        ("「投資未來」", "「投资未来」"),
        ("OpenAI 的 GPT-4", "OpenAI 的 GPT-4"),
    ],
)
def test_traditional_becomes_simplified(traditional: str, simplified: str) -> None:
    assert convert_script(traditional, HANT, HANS) == simplified


@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [
        ("头发发芽，干燥的干部", "頭髮發芽，乾燥的幹部"),
        ("他后来在皇后面前说话", "他後來在皇后面前說話"),
        ("这里有一只猫", "這裡有一隻貓"),
        ("我们开发了强化学习系统", "我們開發了強化學習系統"),
        ("台湾的计算机", "台灣的計算機"),
    ],
)
def test_simplified_becomes_traditional(simplified: str, traditional: str) -> None:
    assert convert_script(simplified, HANS, HANT) == traditional


@pytest.mark.parametrize("language", [HANS, HANT, EN])
@settings(max_examples=examples(50))
@given(text=TEXTS)
def test_a_text_in_the_wanted_script_is_never_touched(language: Language, text: str) -> None:
    assert convert_script(text, language, language) == text


@pytest.mark.parametrize(("source", "target"), [(EN, HANS), (EN, HANT), (HANS, EN), (HANT, EN)])
def test_english_is_neither_read_nor_made(source: Language, target: Language) -> None:
    assert convert_script("系統与系统 system", source, target) == "系統与系统 system"


def test_a_second_conversion_would_have_done_damage() -> None:
    assert convert_script("系統", HANT, HANT) == "系統"
    assert convert_script(convert_script("系统", HANS, HANT), HANT, HANT) == "系統"


@pytest.mark.parametrize(
    "address",
    [
        "https://zh.wikipedia.org/wiki/強化學習",
        "https://zh.wikipedia.org/wiki/強化學習_(算法裡)",
        "www.example.org/強化學習",
        "HTTPS://example.org/裡",
        "service@example.org",
        "http://example.org/?q=臺灣&t=1",
        "https://example.org/裡面#後面",
        "an.editor+a@example.org",
        "editor@example.org",
    ],
)
def test_urls_stay_and_the_words_around_them_change(address: str) -> None:
    assert convert_script(f"這裡 {address} 這裡", HANT, HANS) == f"这里 {address} 这里"
    assert convert_script(f"這裡「{address}」這裡", HANT, HANS).startswith(f"这里「{address}")


@pytest.mark.parametrize("mark", list("，。；」）、！？：』》】"))
def test_a_url_ends_at_chinese_punctuation(mark: str) -> None:
    assert convert_script(f"見https://a.org/x{mark}這裡", HANT, HANS) == f"见https://a.org/x{mark}这里"


@settings(max_examples=examples(60))
@given(st.text(max_size=60))
def test_any_text_can_be_converted(text: str) -> None:
    assert isinstance(convert_script(text, HANT, HANS), str)
    assert isinstance(convert_script(text, HANS, HANT), str)


@settings(max_examples=examples(60))
@given(st.text(st.characters(min_codepoint=1, max_codepoint=0x2E7F), max_size=60))
def test_what_is_not_han_is_not_changed(text: str) -> None:
    assert convert_script(text, HANS, HANT) == text


@pytest.mark.parametrize(
    ("text", "simplified", "traditional"),
    [
        ("", 0, 0),
        ("English, 123。", 0, 0),
        ("人工", 0, 0),
        ("软件", 1, 0),
        ("軟體", 0, 2),
        ("这說", 1, 1),
        ("学习", 2, 0),
        ("學學學", 0, 3),
    ],
)
def test_evidence_counts_the_characters_of_one_script_only(text: str, simplified: int, traditional: int) -> None:
    assert (exclusive(text, ZH_HANS), exclusive(text, ZH_HANT)) == (simplified, traditional)


@pytest.mark.parametrize("character", list("台里后只干面"))
def test_characters_of_both_scripts_are_no_evidence(character: str) -> None:
    assert [exclusive(character, language) for language in (ZH_HANS, ZH_HANT)] == [0, 0]


@settings(max_examples=examples(60))
@given(st.text(max_size=60))
def test_evidence_of_any_text(text: str) -> None:
    simplified, traditional = (exclusive(text, language) for language in (ZH_HANS, ZH_HANT))
    assert 0 <= simplified + traditional <= len(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("進入 OpenAI", "进入openai"),
        ("天授與 tuixue.online", "天授与tuixue.Online"),
        (" 我的想法\t", "我的想法"),
        ("A\nB", "ab"),
        ("一　二", "一二"),
    ],
)
def test_folding_forgets_script_case_and_spaces(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_folding_keeps_what_differs() -> None:
    assert fold("天授") != fold("天受")
    assert fold("3.1") != fold("3.10")


@settings(max_examples=examples(60))
@given(st.text(max_size=60))
def test_folding_leaves_no_space_and_no_capital_of_ascii(text: str) -> None:
    folded = fold(text)
    assert not any(c.isspace() for c in folded)
    assert not any("A" <= c <= "Z" for c in folded)
