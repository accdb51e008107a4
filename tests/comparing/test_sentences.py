"""Sentences: where one ends, and which answer which."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from book.comparing.sentences import align, deviation
from book.languages import profile
from book.model.language import Language
from tests.copyediting.made import ANY_TEXT, HANS
from tests.examples import examples
from tests.languages import EN

CHINESE = [
    "他走了。|天也黑了！|真的？",
    "一共3.5亿，见https://example.org/a.b。|完了。",
    "「我想打破它。」|他說。",
    "有人問「你認不認識他？」，應該是認識的。",
    "“真的？”的确如此。|他说。",
    "他说……|然后走了。",
    "（没有读博。）|他走了。",
    "真的？！|不信。",
    "基础设施：|他做了很多。",
    "他叫John. F. Kennedy。|完了。",
    "没有句号",
]
ENGLISH = [
    "He left. |It was dark! |Really?",
    "It cost 3.5 million, see https://example.org/a.b for more. |Done.",
    "Mr. Smith of the U.S. Army met J. Schulman, e.g. at noon. |Done.",
    "He moved to the U.S. |Done.".replace(" |", " "),
    "“I want to break it.” |He said so.",
    "“Why?” he asked. |“Because.”",
    "He waited… |Then he left.",
    "He waited … and left.",
    "(He did not.) |He left.",
    "It was tuixue.online. |2020 was long.",
    "Infrastructure:|He did much.",
    "no full stop",
]


@pytest.mark.parametrize(
    ("marked", "language"), [*((text, HANS) for text in CHINESE), *((text, EN) for text in ENGLISH)]
)
def test_a_text_is_taken_apart_into_sentences(marked: str, language: Language) -> None:
    text = marked.replace(":|", ":\n").replace("：|", "：\n").replace("|", "")
    assert profile(language).conventions.sentences(text) == [sentence.strip() for sentence in marked.split("|")]


@pytest.mark.parametrize("language", [HANS, EN])
@settings(max_examples=examples(100), deadline=None)
@given(text=ANY_TEXT)
def test_no_letter_is_lost(language: Language, text: str) -> None:
    joined = "".join(profile(language).conventions.sentences(text))
    assert [c for c in joined if c.isalnum()] == [c for c in text if c.isalnum()]


OURS = ["他走了。", "后来他在清华把所有的作业都公开了，很多人不高兴。", "这没有办法。"]
THEIRS = [
    "He left.",
    "Later, at Tsinghua, he made all of his coursework public, and a lot of people were unhappy.",
    "There was no help for it.",
]
SPLIT = ["Later, at Tsinghua, he made all of his coursework public.", "A lot of people were unhappy."]


def shape(ours: list[str], theirs: list[str], source: Language = HANS, target: Language = EN) -> list[tuple[int, int]]:
    """How many sentences answer how many."""
    return [(len(bead.ours), len(bead.theirs)) for bead in align(ours, theirs, source, target)]


def test_sentences_answer_each_other_one_by_one() -> None:
    assert shape(OURS, THEIRS) == [(1, 1), (1, 1), (1, 1)]
    assert shape(THEIRS, OURS, EN, HANS) == [(1, 1), (1, 1), (1, 1)]


def test_one_sentence_may_become_two_and_two_one() -> None:
    assert shape(OURS, [THEIRS[0], *SPLIT, THEIRS[2]]) == [(1, 1), (1, 2), (1, 1)]
    assert shape([THEIRS[0], *SPLIT, THEIRS[2]], OURS, EN, HANS) == [(1, 1), (2, 1), (1, 1)]


def test_a_sentence_that_nothing_answers_is_found() -> None:
    beads = align(OURS, [THEIRS[0], THEIRS[2]], HANS, EN)
    assert [bead.ours for bead in beads if not bead.theirs] == [(OURS[1],)]
    beads = align([OURS[0], OURS[2]], THEIRS, HANS, EN)
    assert [bead.theirs for bead in beads if not bead.ours] == [(THEIRS[1],)]


def test_every_sentence_stands_once_and_in_order() -> None:
    beads = align(OURS * 3, [*THEIRS, THEIRS[0], *SPLIT, THEIRS[2], *THEIRS[:2]], HANS, EN)
    assert [sentence for bead in beads for sentence in bead.ours] == OURS * 3


def test_nothing_answers_nothing() -> None:
    assert align([], [], HANS, EN) == []
    assert shape(OURS[:1], []) == [(1, 0)]


def test_a_han_character_weighs_as_much_as_a_translator_needs_for_it_and_marks_weigh_nothing() -> None:
    weight = profile(HANS).conventions.weight
    assert weight("他走了。") == pytest.approx(3 * 3.95)
    assert weight("GPT很好") == pytest.approx(3 + 1 + 2 * 3.95), "a word is printed again, with a space"
    assert profile(EN).conventions.weight("He left.") == 8


def test_half_of_a_text_is_further_off_the_longer_it_is() -> None:
    assert deviation(200, 200) == 0
    assert deviation(800, 400) < deviation(100, 50) < 0 < deviation(50, 100)


TEXTS = Path(__file__).parent / "texts" / "declaration.txt"


def paragraphs() -> list[tuple[list[str], list[str]]]:
    """A text that the program was not made with → the sentences of each paragraph, in Chinese and in English."""
    rows = [row for row in TEXTS.read_text(encoding="utf-8").split("\n") if row and not row.startswith("#")]
    pairs = zip(rows[::2], rows[1::2], strict=True)
    return [
        (profile(HANS).conventions.sentences(ours), profile(EN).conventions.sentences(theirs)) for ours, theirs in pairs
    ]


def test_the_sentences_of_another_text_answer_each_other() -> None:
    for ours, theirs in paragraphs():
        assert shape(ours, theirs) == [(1, 1)] * len(ours)
        assert shape(theirs, ours, EN, HANS) == [(1, 1)] * len(ours)


def test_most_sentences_that_are_dropped_from_another_text_are_missed() -> None:
    tried = missed = 0
    for ours, theirs in paragraphs():
        for place in range(len(theirs)):
            shortened = theirs[:place] + theirs[place + 1 :]
            tried += 1
            missed += any(not bead.theirs for bead in align(ours, shortened, HANS, EN))
    assert tried == sum(len(theirs) for _, theirs in paragraphs())
    assert missed > tried / 2, f"{missed} of {tried}"


def test_sentences_of_another_text_that_are_joined_are_no_mistake() -> None:
    for ours, theirs in paragraphs():
        joined = [" ".join(theirs[:2]), *theirs[2:]]
        assert all(bead.ours and bead.theirs for bead in align(ours, joined, HANS, EN))
