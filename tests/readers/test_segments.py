"""A document whose lines mean nothing: a transcript in one line of JSON, with times of words, cited by its segments."""

import json
from pathlib import Path

import pytest

from book.cli.listing import sources_as_json
from book.diagnostics import Severity
from book.languages import profile
from book.model.inline import plain_text
from book.model.language import Edition
from book.model.moment import Interval, Moment, Time, TimeBasis, moment_text
from book.model.source import Source
from book.model.span import Unit
from book.pipeline.accounting import ledger
from book.pipeline.project import Project, load_project
from book.readers import SHAPES
from book.setting.composing import compose
from book.translation.messages import messages
from tests.editorial.books import Compiled, codes, compiled, extracts, only, passages, printed, source
from tests.languages import EN, ZH_HANS
from tests.readers.segments import SEGMENTS, transcript

SAID = (
    ("ann", "Good evening and welcome."),
    ("ben", "Thank you. I grew up by the sea."),
    ("ben", "The sea was everything, and the sea was cold."),
    ("ann", "Yes."),
    ("ben", "Yes."),
)


@pytest.fixture(autouse=True)
def _shape(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SHAPES, "segments", SEGMENTS)


def talk() -> Source:
    return source("talk", transcript(*SAID), "segments", language="en", kind="transcript")


def book(*chapters: str, left_out: str = "") -> Compiled:
    return compiled([talk()], *chapters, left_out=left_out)


def test_every_segment_is_a_block_with_its_own_characters_time_and_number() -> None:
    read = talk()
    (section,) = read.sections
    assert read.text.count("\n") == 0
    assert [block.span.characters.of(read.text) for block in section.blocks] == [text for _, text in SAID]
    assert [block.speaker for block in section.blocks] == [speaker for speaker, _ in SAID]
    assert [block.span.unit for block in section.blocks] == [Unit("segment", n, n) for n in range(1, 6)]
    segments = json.loads(read.text)
    assert [block.span.time for block in section.blocks] == [
        Interval(Time(segment["start"]), Time(segment["end"])) for segment in segments
    ]
    assert section.unit == Unit("segment", 1, 5)


def test_nothing_of_one_line_is_lost_and_nothing_of_it_is_one_passage() -> None:
    result = book("- from: talk#lead")
    assert codes(result) == []
    assert printed(result) == [text for _, text in SAID]
    assert [(p.speaker.id if p.speaker else None, p.span.unit) for p in passages(result)] == [
        ("ann", Unit("segment", 1, 1)),
        ("ben", Unit("segment", 2, 3)),
        ("ann", Unit("segment", 4, 4)),
        ("ben", Unit("segment", 5, 5)),
    ]
    assert len({p.id for p in passages(result)}) == 4


def test_segments_with_another_between_them_are_two_passages() -> None:
    result = book(
        "- {from: talk#lead, paragraphs: '2, 5'}", left_out="- {from: talk#lead, paragraphs: '1, 3-4', because: a}"
    )
    assert [p.span.unit for p in passages(result)] == [Unit("segment", 2, 2), Unit("segment", 5, 5)]


def test_a_segment_left_out_is_noticed_where_it_stands() -> None:
    diagnostic = only(book("- {from: talk#lead, paragraphs: '1-2, 4-5'}"))
    assert str(diagnostic.code) == "section-unused"
    assert "paragraph 3" in diagnostic.message
    assert (diagnostic.place.line, diagnostic.place.column) == (1, talk().text.index("The sea was") + 1)


def test_a_quotation_has_its_own_moment_and_characters() -> None:
    result = book(
        "- {from: talk#lead, quote: the sea was cold}",
        left_out="- {from: talk#lead, paragraphs: '1-2, 4-5', because: a}\n- {from: talk#lead, quote: The sea was everything and, because: b}",
    )
    assert codes(result) == []
    (extract,) = extracts(result)
    (cut,) = extract.passages[0].cuts
    assert cut.block.text == "the sea was cold."
    # word 18 of the talk is "the", word 21 "cold."; the talk begins at 60.25 s, and each word takes half a second
    start = 60_250 + 500 * (4 + 8 + 5)
    assert extract.moment == Moment(Time(start), Time(start + 3 * 500 + 400), TimeBasis.SOURCE)
    assert cut.block.span.characters.of(talk().text) == "the sea was cold."
    assert [(w.start, w.stop) for w in cut.block.words] == [(0, 3), (4, 7), (8, 11), (12, 17)]


def test_the_editor_cannot_contradict_the_time_of_words() -> None:
    result = compiled([talk()], "- {from: talk#lead, quote: grew up, at: 59:00}", complete=False)
    diagnostic = only(result)
    assert str(diagnostic.code) == "time-already-known"
    assert "these words" in diagnostic.message
    assert "01:03" in diagnostic.message


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [(61_000, 62_999, "01:01–01:02"), (61_000, 61_999, "01:01"), (61_900, 62_000, "01:01–01:02")],
)
def test_a_time_is_printed_in_whole_seconds_and_once_within_one(start: int, end: int, shown: str) -> None:
    assert moment_text(Moment(Time(start), Time(end), TimeBasis.SOURCE), profile(EN).labels.approximately) == shown


# ---- a whole project

ENGLISH = Edition((EN,))
REGISTRY = """\
recordings:
  talk:
    title: {zh-Hans: 谈话, en: Talk}
    people: [{id: ann, role: host}, {id: ben, role: guest}]
    links: {youtube: abcDEF12345}
sources:
  talk: {file: talk.json, format: segments, language: en, recording: talk, kind: transcript}
"""
BOOK = """\
slug: sea
title: {zh-Hans: 海, en: The Sea}
identifier: urn:isbn:9787020002207
date: 2026-01-31
people: {ann: {zh-Hans: 安, en: Ann}, ben: {zh-Hans: 本, en: Ben}}
editions: [en]
chapters: [01]
leave-out:
  - {from: talk#lead, paragraphs: "1, 4-5", because: {zh-Hans: 客套, en: courtesies}}
"""
CORRECTIONS = """\
corrections:
  - {at: talk#lead, text: grew up, to: was raised, because: {zh-Hans: 试, en: a trial}}
"""
CHAPTER = """\
title: {zh-Hans: 海, en: The Sea}
sections:
  - passages:
      - {from: talk#lead, paragraphs: 2}
      - {from: talk#lead, quote: The sea was everything}
      - {from: talk#lead, quote: and the sea was cold}
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "chapters").mkdir()
    (tmp_path / "seeds/sources.yaml").write_text(REGISTRY, encoding="utf-8")
    (tmp_path / "seeds/talk.json").write_text(transcript(*SAID), encoding="utf-8")
    (tmp_path / "chapters/book.yaml").write_text(BOOK, encoding="utf-8")
    (tmp_path / "chapters/01.yaml").write_text(CHAPTER, encoding="utf-8")
    (tmp_path / "chapters/corrections.yaml").write_text(CORRECTIONS, encoding="utf-8")
    loaded = load_project(tmp_path)
    assert [d for d in loaded.diagnostics if d.severity is Severity.ERROR] == []
    return loaded


def test_the_ledger_says_which_segments(project: Project) -> None:
    rows = ledger(project.manuscript)

    def units(part: str) -> list[tuple[int, int]]:
        found = [row["unit"] for row in rows[part]]
        assert {unit["name"] for unit in found} == {"segment"}
        return [(unit["first"], unit["last"]) for unit in found]

    assert units("passages") == [(2, 2), (3, 3), (3, 3)]
    assert units("left_out") == [(1, 1), (4, 5)]
    assert {tuple(row["lines"]) for part in ("passages", "left_out") for row in rows[part]} == {(1, 1)}
    assert [row["time"] for row in rows["passages"]] == [62, 66, 68]
    assert {row["time_basis"] for row in rows["passages"]} == {"source"}


def test_notes_and_omissions_cite_segments_and_times_of_words(project: Project) -> None:
    galley = compose(project.manuscript, ENGLISH, project.copies(ENGLISH))
    notes = [plain_text(reference.inlines) for reference in galley.divisions[0].references]
    assert ["segment 2" in notes[0], "segment 3" in notes[1], "segment 3" in notes[2]] == [True, True, True]
    assert not any("line 1" in note for note in notes)
    assert [note.split("Talk, ")[1].split(",")[0] for note in notes] == ["01:02–01:06", "01:06–01:08", "01:08–01:10"]
    (correction,) = galley.apparatus.corrections
    assert "segment 2;" in plain_text(correction.details[0])
    (omission,) = galley.apparatus.omissions
    assert "segments 1–5" in plain_text(omission.name)
    targets = [e.origin.time_target for g in galley.divisions[0].groups for e in g.items if hasattr(e, "origin")]
    assert targets == [f"https://youtu.be/abcDEF12345?t={seconds}" for seconds in (62, 66, 68)]


def test_a_translator_gets_the_segments_in_their_order(project: Project) -> None:
    """Whatever order the chapters print them in: all of them stand in the same line."""
    chapter = "- {from: talk#lead, paragraphs: 3}\n- {from: talk#lead, paragraphs: 1-2}"
    manuscript = compiled([talk()], chapter, complete=False).manuscript
    assert manuscript is not None
    assert [m.text for m in messages(manuscript, project.revisions)] == [
        text.replace("grew up", "was raised") for _, text in SAID[:3]
    ]


def test_the_list_of_sources_says_which_segments(project: Project) -> None:
    (row,) = sources_as_json(project, project.sources)["sources"][0]["sections"]
    assert (row["unit"], row["lines"]) == ({"name": "segment", "first": 1, "last": 5}, [1, 1])
    assert (row["start"], row["end"]) == (None, None)


def test_units_have_names_in_every_language() -> None:
    for language in (EN, ZH_HANS):
        labels = profile(language).labels
        assert set(labels.from_unit) == set(labels.units) >= {"cue", "segment"}
