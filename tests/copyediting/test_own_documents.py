"""The five documents of this repository, every block and heading, as both Chinese editions print them."""

import re
from dataclasses import dataclass

import pytest

from book.copyediting.revising import Revised, flat, revise_text
from book.model.inline import Inline
from book.model.language import Language
from book.pipeline.project import Project
from book.scripts.conversion import exclusive
from tests.copyediting.made import HANS, HANT

EDITIONS = (HANS, HANT)


@dataclass(frozen=True)
class Piece:
    """A block or heading, and what an edition makes of it."""

    source: str
    address: str
    language: Language
    inlines: tuple[Inline, ...]
    revised: Revised

    @property
    def text(self) -> str:
        return self.revised.revision.text


def pieces(project: Project, target: Language) -> list[Piece]:
    """Everything that an edition may print of the documents."""
    return [
        Piece(source.id, section.address, text.language, text.inlines, project.revisions.printed.of(text, target))
        for source in project.sources
        for section in source.sections
        for text in section.wordings
    ]


def whole(project: Project, target: Language, source: str = "") -> str:
    """All of it, or one document's."""
    return "\n".join(piece.text for piece in pieces(project, target) if source in ("", piece.source))


@pytest.mark.parametrize("target", EDITIONS)
def test_every_change_can_be_undone(own_book: Project, target: Language) -> None:
    assert len(pieces(own_book, target)) > 250
    for piece in pieces(own_book, target):
        assert piece.revised.revision.original == flat(piece.inlines)
        assert piece.revised.revision.undone() == flat(piece.inlines)
        assert flat(piece.revised.inlines) == piece.text


@pytest.mark.parametrize("target", EDITIONS)
def test_no_character_of_the_other_script_is_left(own_book: Project, target: Language) -> None:
    for piece in pieces(own_book, target):
        assert exclusive(piece.text, HANS if target == HANT else HANT) == 0, piece.text


@pytest.mark.parametrize("target", EDITIONS)
def test_nothing_is_left_to_revise(own_book: Project, target: Language) -> None:
    for piece in pieces(own_book, target):
        if piece.language.tongue == "zh":
            assert revise_text(piece.text, target, target, own_book.style).text == piece.text


@pytest.mark.parametrize("target", EDITIONS)
def test_no_half_width_mark_is_left_beside_han(own_book: Project, target: Language) -> None:
    for piece in pieces(own_book, target):
        if piece.language.tongue == "zh":
            assert not re.search(r"[一-鿿] ?[,:;?!()\"]|[,;?!()\"] ?[一-鿿]", piece.text), piece.text
            assert not re.search(r"(?<![—])—(?!—)|\.\.\.|(?<!…)…(?!…)", piece.text), piece.text


def test_each_edition_has_its_own_quotation_marks(own_book: Project) -> None:
    chinese = {t: [p.text for p in pieces(own_book, t) if p.language.tongue == "zh"] for t in EDITIONS}
    assert not any(mark in text for text in chinese[HANS] for mark in "「」『』")
    assert not any(mark in text for text in chinese[HANT] for mark in "“”‘")
    for target, marks in ((HANS, "“”"), (HANT, "「」")):
        for text in chinese[target]:
            assert text.count(marks[0]) == text.count(marks[1]), text


def test_english_is_changed_by_declared_corrections_only(own_book: Project) -> None:
    for piece in pieces(own_book, HANT):
        if piece.language.tongue != "zh":
            assert all(change.is_listed for change in piece.revised.revision.changes)


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
