"""The house's Markdown: prose of editors, front matter of documents, notes of translators."""

import pytest

from book.model.block import ListItem, Paragraph
from book.model.inline import Emphasis, Gloss, Inline, Link, Strong, Text
from book.model.span import LineRange
from book.text.markdown import NoText, Title, read_inline, read_noted, read_pieces, read_prose

NOTE = Gloss((Text("n"),))


def what(text: str) -> list[tuple[str, int, int]]:
    """The blocks of a document: what each is, and its lines."""
    return [
        (p.content.what if isinstance(p.content, NoText) else type(p.content).__name__, p.lines.first, p.lines.last)
        for p in read_pieces(text)
    ]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("---\na: b\n---\n", ("front matter", 1, 3)),
        ("--- \na: b\n\n--- \nwords", ("front matter", 1, 4)),
        ("---\na: b\n...\nwords", ("front matter", 1, 3)),
        ("---\n---\nwords", ("front matter", 1, 2)),
        ("---\na: b\n", ("rule", 1, 1)),
        ("\n---\na: b\n---\n", ("rule", 2, 2)),
    ],
)
def test_front_matter_is_what_stands_between_two_fences_at_the_beginning(
    text: str, first: tuple[str, int, int]
) -> None:
    assert what(text)[0] == first


@pytest.mark.parametrize("fence", ["-----", "--- x", "---x"])
def test_a_longer_rule_begins_no_front_matter(fence: str) -> None:
    """Or all words up to the next rule would be lost."""
    assert "Paragraph" in [kind for kind, _, _ in what(f"{fence}\n\nwords\n\n-----\n")]


def test_an_editors_prose_has_no_front_matter() -> None:
    assert read_prose("---\nwords\n\n---\n") == (Paragraph((Text("words"),)),)


def test_prose_is_paragraphs_and_lists() -> None:
    assert read_prose("one\ntwo\n\n- *three*\n\n# four") == (
        Paragraph((Text("one two"),)),
        ListItem((Emphasis((Text("three"),)),)),
    )


def test_a_piece_says_which_images_it_has() -> None:
    (title, paragraph) = read_pieces("# a ![b](c.png)\n\n[![d](e.png)](f) g ![h](i.png)")
    assert isinstance(title.content, Title)
    assert (title.images, title.lines) == (("c.png",), LineRange(1, 1))
    assert paragraph.images == ("e.png", "i.png")


def test_only_translators_write_notes() -> None:
    assert read_inline("a^[n]") == (Text("a^[n]"),)
    assert read_prose("a^[n]") == (Paragraph((Text("a^[n]"),)),)
    assert read_noted("a^[n]") == (Text("a"), NOTE)


@pytest.mark.parametrize(
    ("text", "inlines"),
    [
        ("x**^[n]a**", (Text("x"), Strong((NOTE, Text("a"))))),
        ("**a^[n]**x", (Strong((Text("a"), NOTE)), Text("x"))),
        ("**(a)**^[n]x", (Strong((Text("(a)"),)), NOTE, Text("x"))),
        ("x^[n]**(a)**", (Text("x"), NOTE, Strong((Text("(a)"),)))),
    ],
)
def test_a_note_keeps_no_emphasis_from_beginning_or_ending(text: str, inlines: tuple[Inline, ...]) -> None:
    assert read_noted(text) == inlines


@pytest.mark.parametrize(
    ("text", "inlines"),
    [
        ("a^[b ^[n] c]d", (Text("a"), Gloss((Text("b ^[n] c"),)), Text("d"))),
        ("^[a ^[n] b", (Text("^[a "), NOTE, Text(" b"))),
        ("a^[b\nc]\nd", (Text("a"), Gloss((Text("b c"),)), Text(" d"))),
        ("![x^[n]](y)z", (Text("xz"),)),
        ("[x^[n]](y)", (Link((Text("x"), NOTE), "y"),)),
    ],
)
def test_notes_in_notes_lines_images_and_links(text: str, inlines: tuple[Inline, ...]) -> None:
    assert read_noted(text) == inlines


@pytest.mark.parametrize("text", ["^[" * 3000 + "]" * 3000, "^[a" * 2000, "**^[a]" * 2000, "^[`" * 2000, "^[" * 5000])
def test_no_depth_of_notes_is_too_much(text: str) -> None:
    read_noted(text)
