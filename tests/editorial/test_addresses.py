"""``SOURCE#ADDRESS`` → the section it names."""

import pytest

from book.editorial.addresses import find_sections
from tests.editorial.books import codes, compiled, only, source

TIMED = source(
    "summary",
    """\
    導語
    [02:33] 童年
    一
    [41:08] 天授框架
    二
    [01:01:54] 博士
    三
    """,
    "timed-outline",
    language="zh-Hant",
)
NUMBERED = source(
    "notes",
    """\
    ## 3 觀點
    總說
    ### 3.1 開源：慈善
    一
    ### 3.10 投資 未來
    二
    ## 開源：矛盾
    三
    ## 天授與 tuixue.online:做慈善
    四
    ## 只有標題
    ## 終章
    五
    ## 終章
    六
    """,
    language="zh-Hant",
)


def found(address: str, of: str = "notes") -> list[str]:
    document = NUMBERED if of == "notes" else TIMED
    return [section.address for section in find_sections(document, address).sections]


@pytest.mark.parametrize(
    ("address", "canonical"),
    [
        ("02:33", "02:33"),
        ("2:33", "02:33"),
        ("002:33", "02:33"),
        ("0:02:33", "02:33"),
        ("00:02:33", "02:33"),
        ("1:01:54", "1:01:54"),
        ("01:01:54", "1:01:54"),
        ("61:54", "1:01:54"),
    ],
)
def test_a_stamp_with_or_without_leading_zeros(address: str, canonical: str) -> None:
    assert found(address, "summary") == [canonical]


@pytest.mark.parametrize("address", ["41:09", "41:80", "33:02", "1:02:33"])
def test_a_stamp_that_the_source_does_not_have(address: str) -> None:
    assert found(address, "summary") == []


def test_a_number_is_not_another_with_a_zero_more() -> None:
    assert found("3.1") == ["3.1"]
    assert found("3.10") == ["3.10"]
    assert found("3") == ["3"]
    assert found("3.2") == []
    assert found("3.100") == []


@pytest.mark.parametrize(
    ("address", "canonical"),
    [
        ("天授與-tuixue-online-做慈善", "天授與-tuixue-online-做慈善"),
        ("天授與 tuixue.online:做慈善", "天授與-tuixue-online-做慈善"),
        ("天授与 tuixue.online:做慈善", "天授與-tuixue-online-做慈善"),
        ("天授与-TuiXue-online-做慈善", "天授與-tuixue-online-做慈善"),
        ("天授與-tuixue-online", "天授與-tuixue-online-做慈善"),
        ("天授与-tuixue", "天授與-tuixue-online-做慈善"),
        ("開源-矛盾", "開源-矛盾"),
        ("开源：矛盾", "開源-矛盾"),
        ("投資 未來", "3.10"),
        ("投资未来", "3.10"),
        ("3.10 投资 未来", "3.10"),
        ("终章-1", "終章-1"),
        ("終章-2", "終章-2"),
    ],
)
def test_a_slug_its_beginning_or_the_heading_in_either_script(address: str, canonical: str) -> None:
    assert found(address) == [canonical]


@pytest.mark.parametrize("address", ["天授與-tui", "天", "慈善", "-", "：", "开源矛"])
def test_a_part_of_a_word_is_no_address(address: str) -> None:
    assert found(address) == []


def test_the_lead_and_the_titles_of_stamped_sections() -> None:
    assert found("lead", "summary") == ["lead"]
    assert found("天授框架", "summary") == ["41:08"]


def test_an_address_that_fits_two_sections() -> None:
    assert found("開源") == ["3.1", "開源-矛盾"]
    assert found("終章") == ["終章-1", "終章-2"]
    hint = find_sections(NUMBERED, "開源").hint
    assert "3.1" in hint
    assert "開源-矛盾" in hint


@pytest.mark.parametrize(
    ("address", "of", "near"),
    [
        ("41:80", "summary", "41:08"),
        ("41:09", "summary", "41:08"),
        ("天授框价", "summary", "41:08"),
        ("終張", "notes", "終章"),
    ],
)
def test_an_address_that_fits_none_gets_the_nearest(address: str, of: str, near: str) -> None:
    result = find_sections(NUMBERED if of == "notes" else TIMED, address)
    assert result.sections == ()
    assert near in result.hint


def test_an_address_that_is_near_to_none_gets_what_there_is() -> None:
    hint = find_sections(TIMED, "xyz").hint
    assert all(address in hint for address in ("lead", "02:33", "41:08", "1:01:54"))


def test_every_canonical_address_finds_its_own_section_where_headings_are_alike() -> None:
    document = source("doc", "# A\na\n# A\nb\n# A 1\nc\n# 1 A\nd\n# A-2\ne\n")
    for section in document.sections:
        assert find_sections(document, section.address).sections == (section,)


@pytest.mark.parametrize(
    ("passage", "code"),
    [
        ("- from: note#3", "source-not-found"),
        ("- from: notes#9", "section-not-found"),
        ("- from: notes#開源", "section-ambiguous"),
        ("- from: notes#只有標題", "section-without-text"),
        ("- {from: notes#3.1, paragraphs: 2}", "paragraph-out-of-range"),
        ("- {from: notes#3.1, paragraphs: 1-2}", "paragraph-out-of-range"),
        ("- {from: notes#3.1, quote: 二}", "quote-not-found"),
    ],
)
def test_a_mistake_is_reported_once_and_hides_what_is_unused(passage: str, code: str) -> None:
    assert codes(compiled([NUMBERED], passage)) == [code]


def test_a_mistake_stands_at_the_address() -> None:
    diagnostic = only(compiled([TIMED], "- from: summary#41:80"))
    assert (diagnostic.place.path, diagnostic.place.line, diagnostic.place.column) == ("chapters/01.yaml", 4, 15)
    assert diagnostic.place.width == len("summary#41:80")
    assert "41:08" in diagnostic.hint
    assert "天授框架" in diagnostic.hint


def test_a_source_that_is_misspelt_gets_the_nearest() -> None:
    assert "'summary'" in only(compiled([TIMED], "- from: sumary#41:08")).hint
