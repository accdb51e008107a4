"""The words of this repository's book, as its Chinese editions print them and must not print them."""

import pytest

from book.model.language import Language
from book.pipeline.project import Project
from tests.copyediting.made import HANS, HANT
from tests.whole_book.pieces import pieces, whole

EDITIONS = (HANS, HANT)


@pytest.mark.parametrize(
    "words",
    [
        "但是只拿到",
        "可能會回歸",
        "死胡同",
        "草台班子",
        "發布",
        "成長歷程",
        "核心系統",
        "並發規模",
        "給出了解釋",
        "價值函數",
        "參數",
        "循環",
        "核心",
        "影片",
        "軟體",
        "工業界",
        "程式碼",
        "資訊差",
        "強化學習",
        "pipeline",
        "NVIDIA",
        "Claude Code",
        "research",
        "目標函數是",
        "啟發：找準",
    ],
)
def test_words_of_the_edition_for_taiwan(own_book: Project, words: str) -> None:
    assert words in whole(own_book, HANT)


@pytest.mark.parametrize(
    "words", ["执着", "显著", "价值函数", "参数", "循环", "核心系统", "成长历程", "视频", "软件", "工业界", "信息差"]
)
def test_words_of_the_edition_for_the_mainland(own_book: Project, words: str) -> None:
    assert words in whole(own_book, HANS)


@pytest.mark.parametrize("target", EDITIONS)
@pytest.mark.parametrize(
    "wrong",
    [
        *("隻拿", "迴歸", "衚衕", "臺", "發佈", "分佈", "長曆", "繫統", "心繫", "瞭解", "併發", "裏", "爲", "衆", "纔"),
        *(
            "執著",
            "执著",
            "显着",
            "函式，",
            "引數",
            "迴圈",
            "工业届",
            "工業屆",
            "工業届",
            "pipline",
            "reasearch",
            "NVIDAI",
        ),
        *("AL Lab", "Cloud Code", "退學 online", "退学 online", "退学网", "Weng Jiayu", "Tianshu,", "内核", "指针"),
        *("进程式", "目标函数式", "目標函數式", "也正式这种", "也正式這種"),
    ],
)
def test_words_that_no_edition_prints(own_book: Project, target: Language, wrong: str) -> None:
    if wrong == "執著" and target == HANT:
        return
    chinese = [p.text for p in pieces(own_book, target) if p.language.tongue == "zh" or wrong.isascii()]
    assert not [text for text in chinese if wrong in text]


@pytest.mark.parametrize(
    ("source", "address", "before", "after"),
    [
        ("notes", "3.3", "工业届", "工业界"),
        ("notes", "3.4", "pipline", "pipeline"),
        ("notes", "2.2", "NVIDAI", "NVIDIA"),
        ("feature", "lead", "退學 online", "tuixue.online"),
        ("digest", "1", "退学网", "tuixue.online"),
    ],
)
@pytest.mark.parametrize("target", EDITIONS)
def test_a_correction_is_listed_where_it_was_declared(
    own_book: Project, target: Language, source: str, address: str, before: str, after: str
) -> None:
    listed = [
        (change.before, change.after)
        for piece in pieces(own_book, target)
        if (piece.source, piece.address) == (source, address)
        for change in piece.revised.revision.changes
        if change.is_listed
    ]
    assert (before, after) in listed


@pytest.mark.parametrize("target", EDITIONS)
def test_a_quotation_keeps_its_own_words(own_book: Project, target: Language) -> None:
    feature = whole(own_book, target, "feature")
    assert "做天授跟做tuixue online都是做慈善" in feature


def test_regional_words_hold_in_both_directions(own_book: Project) -> None:
    for words in ("視頻", "軟件", "信息", "代碼", "博客", "播客"):
        assert words not in "\n".join(p.text for p in pieces(own_book, HANT) if p.language.tongue == "zh")
    for words in ("软体", "资讯差", "程式码", "影片"):
        assert words not in "\n".join(p.text for p in pieces(own_book, HANS) if p.language.tongue == "zh"), words
