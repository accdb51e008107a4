"""A chapter's YAML → its spec."""

import pytest

from book.diagnostics import Code
from book.model.block import Kind
from book.model.moment import Time
from book.model.span import LineRange
from book.specs.chapter_spec import ChapterSpec, NoteSpec, PassageSpec, read_chapter
from tests.languages import EN, ZH_HANS
from tests.reporting import reported
from tests.specs.reading import PATH, found, value

HEAD = "title: {zh-Hans: 章, en: Chapter}\nsections:\n  - passages:\n"


def chapter(text: str) -> tuple[ChapterSpec, list[tuple[str, int, int]]]:
    spec, diagnostics = reported(read_chapter, value(text), "04-tools", PATH, printed=(ZH_HANS, EN))
    return spec, found(diagnostics)


def passage(text: str) -> tuple[PassageSpec | NoteSpec | None, list[tuple[str, int, int]]]:
    """One passage, which begins in line 4, column 9 → its spec."""
    rows = text.split("\n")
    spec, diagnostics = chapter(HEAD + "      - " + "\n        ".join(rows) + "\n")
    items = [item for group in spec.groups for item in group.items]
    assert len(items) <= 1
    return (items[0] if items else None), diagnostics


def test_a_whole_chapter() -> None:
    spec, diagnostics = chapter(
        """\
        title: {zh-Hans: 把工具当慈善, en: Tools as Charity}
        sections:
          - heading: {zh-Hans: 天授, en: Tianshou}
            passages:
              - from: summary#41:08
              - from: feature#天授與-tuixue-online
                paragraphs: 1-3
                at: 41:08
              - note: {zh-Hans: 注, en: Note}
          - passages:
              - from: feature#天授與-tuixue-online
                quote: 代码短、抽象做对
                kind: commentary
                again: 再看一次
                with-heading: yes
        """
    )
    assert diagnostics == []
    assert spec.title is not None
    assert (spec.slug, spec.path, spec.title.written(EN)) == ("04-tools", PATH, "Tools as Charity")
    assert [group.heading and group.heading.written(EN) for group in spec.groups] == ["Tianshou", None]
    first, second, note = spec.groups[0].items
    assert isinstance(first, PassageSpec)
    assert (str(first.address), first.at, first.paragraphs, first.quote) == (
        "summary#41:08",
        None,
        (),
        None,
    )
    assert (first.place.line, first.place.column, first.place.width) == (5, 15, len("summary#41:08"))
    assert isinstance(second, PassageSpec)
    assert [lines for lines, _ in second.paragraphs] == [LineRange(1, 3)]
    assert second.at == Time.of_seconds(2468)
    assert isinstance(note, NoteSpec)
    assert note.text.written(ZH_HANS) == "注"
    (third,) = spec.groups[1].items
    assert isinstance(third, PassageSpec)
    assert third.quote is not None
    assert (third.quote.text, third.kind, third.again, third.with_heading) == (
        "代码短、抽象做对",
        Kind.COMMENTARY,
        "再看一次",
        True,
    )


@pytest.mark.parametrize(
    ("at", "seconds"), [("41:08", 2468), ("1:01:54", 3714), ("01:01:54", 3714), ("12:34:56", 45296), ("00:00", 0)]
)
def test_a_moment_is_seconds(at: str, seconds: int) -> None:
    spec, diagnostics = passage(f"from: a#b\nat: {at}")
    assert isinstance(spec, PassageSpec)
    assert (spec.at, diagnostics) == (Time.of_seconds(seconds), [])


@pytest.mark.parametrize("at", ["41:80", "2468", "1:60:00", "noon", "41:8"])
def test_what_is_no_moment(at: str) -> None:
    assert passage(f"from: a#b\nat: {at}")[1] == [("bad-time", 5, 13)]


@pytest.mark.parametrize("origin", ["summary", "'#41:08'", "'summary#'", "' # '"])
def test_what_is_no_source_and_address(origin: str) -> None:
    assert passage(f"from: {origin}") == (None, [("bad-value", 4, 15)])


def test_a_passage_from_nowhere() -> None:
    assert passage("paragraphs: 1") == (None, [("missing-key", 4, 9)])


@pytest.mark.parametrize("kind", ["transcript", "quotation", "editorial"])
def test_a_kind_that_only_a_source_can_give(kind: str) -> None:
    spec, diagnostics = passage(f"from: a#b\nkind: {kind}")
    assert diagnostics == [("false-kind", 5, 15)]
    assert spec is None or (isinstance(spec, PassageSpec) and spec.kind is None)


def test_a_kind_that_there_is_not() -> None:
    assert passage("from: a#b\nkind: comentary")[1] == [("unknown-kind", 5, 15)]


def test_paragraphs_and_a_quotation_together() -> None:
    assert passage("from: a#b\nparagraphs: 1\nquote: 甲")[1] == [("bad-value", 6, 16)]


@pytest.mark.parametrize("paragraphs", ["0", "3-1", "first"])
def test_paragraphs_that_are_no_range(paragraphs: str) -> None:
    assert passage(f"from: a#b\nparagraphs: {paragraphs}")[1] == [("bad-value", 5, 21)]


def test_a_note_takes_nothing_else() -> None:
    assert passage("note: {zh-Hans: 注, en: Note}\nat: 41:08")[1] == [("unknown-key", 5, 9)]


def test_a_note_in_one_language() -> None:
    assert [code for code, _, _ in passage("note: {zh-Hans: 注}")[1]] == ["missing-language"]


def test_an_unknown_key_names_the_nearest() -> None:
    _, diagnostics = reported(read_chapter, value(HEAD + "      - form: a#b\n        from: a#b\n"), "a", PATH)
    assert [(d.code, d.place.line) for d in diagnostics] == [(Code.UNKNOWN_KEY, 4)]
    assert "'from'" in diagnostics[0].hint


def test_all_mistakes_in_one_run() -> None:
    _, diagnostics = chapter(
        """\
        title: 章
        sections:
          - headings: x
            passages:
              - from: nowhere
              - from: a#b
                at: 99
              - just words
          - passages: none
          - heading: {zh-Hans: 甲, en: A}
        extra: 1
        """
    )
    assert sorted(diagnostics, key=lambda d: d[1:]) == [
        ("wrong-type", 1, 8),
        ("unknown-key", 3, 5),
        ("bad-value", 5, 15),
        ("bad-time", 7, 13),
        ("wrong-type", 8, 9),
        ("wrong-type", 9, 15),
        ("missing-key", 10, 5),
        ("unknown-key", 11, 1),
    ]


def test_a_mistake_does_not_hide_the_passages_beside_it() -> None:
    spec, _ = chapter(HEAD + "      - from: nowhere\n      - from: a#b\n")
    assert [item.address.section for group in spec.groups for item in group.items if isinstance(item, PassageSpec)] == [
        "b"
    ]
