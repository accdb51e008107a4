"""Whose words a transcript's words are: the one thing a reader must never get wrong."""

import pytest

from book.diagnostics import Severity
from book.model.block import Kind
from tests.readers.literate import read

TWO = "Ann = ann | Ben = ben"


def spoken(text: str, speakers: str = TWO) -> list[tuple[str | None, str]]:
    """A transcript → the speaker and the words of each block."""
    source, _ = read(text, "dialogue", language="en", kind="transcript", speakers=speakers)
    return [(block.speaker, block.text) for section in source.sections for block in section.blocks]


def test_turns_alternate() -> None:
    assert spoken("**Ann**: One.\n\n**Ben**: Two.\n\nThree.\n\n**Ann**: Four.") == [
        ("ann", "One."),
        ("ben", "Two."),
        ("ben", "Three."),
        ("ann", "Four."),
    ]


@pytest.mark.parametrize("label", ["**Ben**:", "**Ben:**", "Ben:", "**Ben**：", "Ben："])
@pytest.mark.parametrize("gap", [" ", "\n"])
def test_words_belong_to_the_label_before_them(label: str, gap: str) -> None:
    assert spoken(f"**Ann**: I am Ann.\n\n{label}{gap}I am Ben.") == [("ann", "I am Ann."), ("ben", "I am Ben.")]


@pytest.mark.parametrize("label", ["**Ben**:", "**Ben:**", "Ben:"])
def test_a_label_in_a_paragraph_of_its_own_begins_a_turn(label: str) -> None:
    assert spoken(f"**Ann**: I am Ann.\n\n{label}\n\nI am Ben.") == [("ann", "I am Ann."), ("ben", "I am Ben.")]


@pytest.mark.parametrize("label", ["**Ben**:", "**Ben:**"])
def test_a_list_below_a_label_belongs_to_it(label: str) -> None:
    assert spoken(f"**Ann**: I am Ann.\n\n{label}\n\n- I am Ben.") == [("ann", "I am Ann."), ("ben", "I am Ben.")]


def test_labels_in_the_entries_of_a_list_begin_turns() -> None:
    words = spoken("**Ann**: Let us begin.\n\n- **Ben**: I am Ben.\n- **Ann**: I am Ann.")
    assert [speaker for speaker, _ in words] == ["ann", "ben", "ann"]


def test_words_before_the_first_label_are_nobodys() -> None:
    assert spoken("Welcome.\n\n**Ann**: One.")[0] == (None, "Welcome.")


@pytest.mark.parametrize("break_", ["# Next", "---"])
def test_a_heading_or_a_rule_ends_a_turn(break_: str) -> None:
    assert spoken(f"**Ann**: One.\n\n{break_}\n\nTwo.") == [("ann", "One."), (None, "Two.")]


def test_only_words_with_a_speaker_are_a_transcript() -> None:
    source, _ = read("Intro.\n\n**Ann**: One.\n\n# Next\n\nTwo.", "dialogue", kind="transcript", speakers=TWO)
    kinds = [(b.kind, b.speaker is not None) for s in source.sections for b in s.blocks]
    assert kinds == [(Kind.SUMMARY, False), (Kind.TRANSCRIPT, True), (Kind.SUMMARY, False)]


@pytest.mark.parametrize("kind", ["summary", "commentary", "quotation"])
def test_a_declared_kind_does_not_make_a_turn_anything_else(kind: str) -> None:
    source, _ = read("# One\n\n**Ann**: One.", "dialogue", kind="transcript", speakers=TWO, kinds=f"one = {kind}")
    assert source.sections[0].blocks[0].kind is Kind.TRANSCRIPT


@pytest.mark.parametrize("kind", ["transcript", "quotation"])
def test_a_declared_kind_does_not_make_speech_of_words_without_a_speaker(kind: str) -> None:
    source, found = read(
        "# Points\n\nA summary.\n\n# Talk\n\n**Ann**: One.",
        "dialogue",
        kind="transcript",
        speakers=TWO,
        kinds=f"points = {kind}",
    )
    summary = source.sections[0].blocks[0]
    assert not summary.kind.is_speech or any(d.severity is Severity.ERROR for d in found)
