"""Specs and sources → passages that know what they are, who speaks, when, and from where."""

import re

import pytest

from book.model.block import Kind
from book.model.moment import Moment, Time, TimeBasis
from tests.editorial.books import codes, compiled, extracts, only, passages, source

at = Time.of_seconds


TALK = source(
    "talk",
    "## 要点\n总结一。\n\n## 正文\n**安**：你好。\n\n接着说。\n\n**本**：好。\n",
    "dialogue",
    kind="transcript",
    speakers="安 = ann | 本 = ben",
)
FEATURE = source("feature", "他来了。\n\n“我来了。”\n\n他又走了。\n", quoted="ann")
TIMED = source("summary", "前言\n[41:08] 天授\n一\n[48:07] 签证\n二\n", "timed-outline")


@pytest.mark.parametrize("kind", ["summary", "commentary"])
@pytest.mark.parametrize(
    "passage",
    [
        "from: 'talk#正文'",
        "{from: 'talk#正文', paragraphs: 3}",
        "from: 'feature#lead'",
        "{from: feature#lead, quote: 我来了}",
    ],
)
def test_speech_cannot_be_made_anything_else(kind: str, passage: str) -> None:
    entry = passage.strip("{}").replace("from: ", "").split(", ")
    rows = [f"- from: {entry[0]}", *(f"  {row}" for row in entry[1:]), f"  kind: {kind}"]
    result = compiled([TALK, FEATURE], "\n".join(rows), complete=False)
    assert "false-kind" in codes(result)
    speech = [p for p in passages(result) if p.speaker]
    assert speech
    assert all(p.kind.is_speech for p in speech)


def test_a_summary_can_be_made_commentary() -> None:
    result = compiled([TALK], "- {from: 'talk#要点', kind: commentary}", complete=False)
    assert codes(result) == []
    assert [p.kind for p in passages(result)] == [Kind.COMMENTARY]


def test_words_of_a_speaker_and_words_about_them_are_never_one_passage() -> None:
    result = compiled([FEATURE], "- from: feature#lead")
    assert [(p.kind, p.speaker.id if p.speaker else None, p.lines.first) for p in passages(result)] == [
        (Kind.SUMMARY, None, 1),
        (Kind.QUOTATION, "ann", 3),
        (Kind.SUMMARY, None, 5),
    ]


def test_turns_are_passages_of_their_speakers() -> None:
    result = compiled([TALK], "- from: talk#正文", complete=False)
    (extract,) = extracts(result)
    assert [(p.speaker.id if p.speaker else None, len(p.blocks)) for p in extract.passages] == [("ann", 2), ("ben", 1)]
    assert [(p.lines.first, p.lines.last) for p in extract.passages] == [(5, 7), (9, 9)]
    assert {p.kind for p in extract.passages} == {Kind.TRANSCRIPT}


def test_paragraphs_with_another_between_them_are_two_passages() -> None:
    doc = source("doc", "一\n\n二\n\n三\n")
    result = compiled([doc], "- {from: 'doc#lead', paragraphs: '1, 3'}", complete=False)
    assert [(p.lines.first, p.lines.last) for p in passages(result)] == [(1, 1), (5, 5)]


def test_paragraphs_in_another_order_are_passages_of_their_own() -> None:
    doc = source("doc", "一\n\n二\n")
    result = compiled([doc], "- {from: 'doc#lead', paragraphs: '2, 1'}", complete=False)
    assert [(p.lines.first, p.lines.last) for p in passages(result)] == [(3, 3), (1, 1)]


def test_a_time_of_the_source() -> None:
    result = compiled([TIMED], "- from: summary#41:08\n- from: summary#48:07\n- from: summary#lead")
    assert [extract.moment for extract in extracts(result)] == [
        Moment(at(2468), at(2887), TimeBasis.SOURCE),
        Moment(at(2887), None, TimeBasis.SOURCE),
        None,
    ]


def test_a_time_of_the_editor() -> None:
    (extract,) = extracts(compiled([FEATURE], "- {from: 'feature#lead', at: 41:08}"))
    assert extract.moment == Moment(at(2468), None, TimeBasis.EDITOR)


def test_no_time_where_nobody_gives_one() -> None:
    (extract,) = extracts(compiled([FEATURE], "- from: feature#lead"))
    assert extract.moment is None


def test_the_editor_cannot_contradict_the_source() -> None:
    result = compiled([TIMED], "- {from: 'summary#41:08', at: 40:00}", complete=False)
    diagnostic = only(result)
    assert (str(diagnostic.code), diagnostic.place.line) == ("time-already-known", 4)
    assert extracts(result)[0].moment == Moment(at(2468), at(2887), TimeBasis.SOURCE)


def test_a_heading_is_printed_where_the_editor_wants_it() -> None:
    text = "- {from: 'summary#41:08', with-heading: yes}\n- from: summary#48:07\n- {from: 'summary#lead', with-heading: yes}"
    assert [e.with_heading for e in extracts(compiled([TIMED], text))] == [True, False, False]


def test_ids_are_unique_and_fit_for_an_address() -> None:
    doc = source("doc", "# 1 甲\n同样的话。\n\n# 2 乙\n同样的话。\n")
    result = compiled(
        [doc, FEATURE], "- from: doc#1\n- from: doc#2\n- from: feature#lead\n- {from: 'doc#1', again: 对照}"
    )
    ids = [p.id for p in passages(result)]
    assert len(ids) == len(set(ids)) == 6
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9._-]*", id) for id in ids)


def test_ids_stay_when_another_document_changes() -> None:
    chapter = "- from: feature#lead\n- from: doc#lead"
    before = compiled([FEATURE, source("doc", "一\n")], chapter)
    after = compiled([source("doc", "另一个开头。\n\n一\n"), FEATURE], chapter)
    assert [p.id for p in passages(before)][:3] == [p.id for p in passages(after)][:3]
    assert [p.id for p in passages(before)][3] != [p.id for p in passages(after)][3]


def test_ids_stay_when_lines_before_them_change() -> None:
    before = source("doc", "# 1 甲\n一\n\n# 2 乙\n二\n")
    after = source("doc", "---\ntitle: x\n---\n\n# 1 甲\n一改\n\n# 2 乙\n二\n")
    ids = [[p.id for p in passages(compiled([doc], "- from: doc#1\n- from: doc#2"))] for doc in (before, after)]
    assert ids[0][1] == ids[1][1]
    assert ids[0][0] != ids[1][0]


def test_ids_stay_when_chapters_change_places() -> None:
    one, other = "- from: summary#41:08", "- from: summary#48:07\n- from: summary#lead"
    forwards = {p.lines: p.id for p in passages(compiled([TIMED], one, other))}
    backwards = {p.lines: p.id for p in passages(compiled([TIMED], other, one))}
    assert forwards == backwards


def test_the_same_words_of_two_sources_have_two_ids() -> None:
    docs = [source("one", "同样的话。\n"), source("two", "同样的话。\n")]
    ids = [p.id for p in passages(compiled(docs, "- from: one#lead\n- from: two#lead"))]
    assert len(set(ids)) == 2


def test_divisions_are_numbered_among_the_chapters() -> None:
    result = compiled([TIMED], "- from: summary#41:08", "- from: summary#48:07\n- from: summary#lead")
    assert [(d.slug, d.number) for d in result.manuscript.divisions] == [("01", 1), ("02", 2)]
