"""``seeds/sources.yaml`` → recordings and documents."""

import re
from textwrap import dedent

import pytest

from book.diagnostics import Code, Diagnostic
from book.model.block import Kind
from book.model.span import LineRange
from book.readers import SHAPES
from book.specs.registry import Registry, read_registry
from tests.languages import EN, ZH_HANS, ZH_HANT, localized
from tests.reporting import reported
from tests.specs.reading import found, value

SOUND = """\
recordings:
  talk:
    title: {zh-Hans: 访谈, en: Talk}
    short: {zh-Hans: 谈, en: T.}
    people: [{id: ann, role: guest}, {id: ben, role: host}]
    links: {youtube: I0DrcsDf3Os, bilibili: BV1darmBcE4A}
sources:
  summary:
    file: a.txt
    format: timed-outline
    language: zh-Hant
    recording: talk
    kind: summary
    headings: [我的想法, no]
    metadata: [2, 4-5]
    kinds: {我的想法: commentary, 41:08: commentary}
    quoted: ann
  talk:
    file: b.txt
    format: dialogue
    language: en
    speakers: {主持人: ben}
"""


def registry(text: str) -> tuple[Registry, list[Diagnostic]]:
    return reported(read_registry, value(dedent(text)), printed=(ZH_HANS, EN))


def test_a_sound_registry() -> None:
    read, diagnostics = registry(SOUND)
    assert diagnostics == []
    (recording,) = read.recordings
    assert [(p.person, p.role) for p in recording.people] == [("ann", "guest"), ("ben", "host")]
    assert (recording.title.written(EN), recording.short.written(EN)) == ("Talk", "T.")
    entry, dialogue = read.entries
    assert (entry.id, entry.file.text, entry.format) == ("summary", "a.txt", "timed-outline")
    assert (entry.language, entry.kind, entry.recording) == (ZH_HANT, Kind.SUMMARY, "talk")
    assert [(h.text, h.place.line) for h in entry.headings] == [("我的想法", 14), ("no", 14)]
    assert [lines for lines, _ in entry.metadata] == [LineRange(2, 2), LineRange(4, 5)]
    assert [(h.text, kind) for h, kind in entry.kinds] == [("我的想法", Kind.COMMENTARY), ("41:08", Kind.COMMENTARY)]
    assert entry.quoted is not None
    assert (entry.quoted.text, entry.speakers) == ("ann", ())
    assert [(label, who.text, who.place.line) for label, who in dialogue.speakers] == [("主持人", "ben", 22)]
    assert sorted(scalar.text for scalar in read.people) == ["ann", "ann", "ben", "ben"]
    assert read.recording("talk") is recording
    assert read.recording(None) is None


def test_addresses_of_a_moment() -> None:
    read, _ = registry(SOUND)
    youtube, bilibili = read.recordings[0].sites
    assert (youtube.name, bilibili.name) == ("youtube", "bilibili")
    for site, id in ((youtube, "I0DrcsDf3Os"), (bilibili, "BV1darmBcE4A")):
        assert id in site.url(962)
        assert re.search(r"[?&]t=962s?$", site.url(962))
        assert id in site.url(None)
        assert "t=" not in site.url(None)


@pytest.mark.parametrize(
    ("links", "name", "whole", "moment"),
    [
        (
            "url: https://www.example.org/ep/4",
            "example.org",
            "https://www.example.org/ep/4",
            "https://www.example.org/ep/4",
        ),
        (
            "url: https://example.org/ep/4, template: 'https://example.org/ep/4?start={seconds}'",
            "example.org",
            "https://example.org/ep/4",
            "https://example.org/ep/4?start=962",
        ),
        (
            "template: 'https://example.org/ep/4#t={seconds}'",
            "example.org",
            "https://example.org/ep/4",
            "https://example.org/ep/4#t=962",
        ),
    ],
)
def test_any_other_site(links: str, name: str, whole: str, moment: str) -> None:
    read, diagnostics = registry(SOUND.replace("youtube: I0DrcsDf3Os, bilibili: BV1darmBcE4A", links))
    assert diagnostics == []
    (site,) = read.recordings[0].sites
    assert (site.name, site.url(None), site.url(962)) == (name, whole, moment)


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("format: timed-outline", "format: timed_outline", Code.UNKNOWN_FORMAT, 10),
        ("language: zh-Hant", "language: zh-TW", Code.UNKNOWN_LANGUAGE, 11),
        ("recording: talk", "recording: tlak", Code.UNKNOWN_RECORDING, 12),
        ("kind: summary", "kind: sumary", Code.UNKNOWN_KIND, 13),
        ("kind: summary", "kind: editorial", Code.UNKNOWN_KIND, 13),
        ("metadata: [2, 4-5]", "metadata: [two]", Code.BAD_VALUE, 15),
        ("我的想法: commentary", "我的想法: thoughts", Code.UNKNOWN_KIND, 16),
        ("    file: a.txt\n", "", Code.MISSING_KEY, 9),
        ("    language: zh-Hant\n", "", Code.MISSING_KEY, 9),
        ("  summary:", "  a b:", Code.BAD_VALUE, 8),
        ("  summary:", "  'a#b':", Code.BAD_VALUE, 8),
        ("role: host", "role: narator", Code.BAD_VALUE, 5),
        ("id: ben, role: host", "role: host", Code.MISSING_KEY, 5),
        ("I0DrcsDf3Os", "'https://youtu.be/I0DrcsDf3Os'", Code.BAD_VALUE, 6),
        ("youtube: I0DrcsDf3Os", "vimeo: 123", Code.UNKNOWN_KEY, 6),
        ("youtube: I0DrcsDf3Os", "url: ftp://example.org/a", Code.BAD_VALUE, 6),
        ("youtube: I0DrcsDf3Os", "template: 'https://example.org/a'", Code.BAD_VALUE, 6),
        ("en: Talk", "en: ''", Code.BAD_VALUE, 3),
        ("sources:", "source:", Code.UNKNOWN_KEY, 7),
    ],
)
def test_a_mistake_is_reported_in_its_line(old: str, new: str, code: Code, line: int) -> None:
    assert old in SOUND
    _, diagnostics = registry(SOUND.replace(old, new, 1))
    assert (code, line) in [(d.code, d.place.line) for d in diagnostics]
    assert all(d.place.path for d in diagnostics)


def test_a_hint_names_the_nearest() -> None:
    _, diagnostics = registry(SOUND.replace("timed-outline", "timed-outlin"))
    assert [d.hint for d in diagnostics] == ["did you mean 'timed-outline'?"]


def test_an_entry_with_a_mistake_does_not_hide_the_others() -> None:
    text = (
        SOUND + "  broken:\n    file: b.txt\n  notes:\n    file: c.txt\n    format: markdown\n    language: zh-Hans\n"
    )
    read, diagnostics = registry(text)
    assert [entry.id for entry in read.entries] == ["summary", "talk", "notes"]
    assert [code for code, _, _ in found(diagnostics)] == ["missing-key", "missing-key"]


def test_a_document_without_recording_is_a_summary_of_nothing() -> None:
    read, diagnostics = registry("sources: {a: {file: a.md, format: markdown, language: en}}")
    assert diagnostics == []
    assert (read.entries[0].recording, read.entries[0].kind) == (None, Kind.SUMMARY)


def test_a_participant_without_a_name() -> None:
    found_registry, diagnostics = registry(SOUND.replace("role: host", "role: host, name: null"))
    assert diagnostics == []
    assert [person.is_named for person in found_registry.recordings[0].people] == [True, False]
    _, diagnostics = registry(SOUND.replace("role: host", "role: host, name: Ben"))
    assert [(d.code, d.place.line) for d in diagnostics] == [(Code.BAD_VALUE, 5)]


def test_a_role_in_the_registrys_own_words() -> None:
    found_registry, diagnostics = registry(SOUND.replace("role: host", "role: {zh-Hans: 评议, en: Respondent}"))
    assert diagnostics == []
    assert found_registry.recordings[0].people[1].role == localized(zh_hans="评议", en="Respondent")


@pytest.mark.parametrize(
    ("format", "option", "takers"),
    [
        ("article", "speakers: {主持人: ben}", "the format 'dialogue'"),
        ("markdown", "headings: [甲]", "the formats 'timed-outline', 'article'"),
        ("dialogue", "headings: [甲]", "the formats 'timed-outline', 'article'"),
    ],
)
def test_an_option_of_another_format_is_an_error_and_not_ignored(format: str, option: str, takers: str) -> None:
    name = option.partition(":")[0]
    read, diagnostics = registry(
        f"sources:\n  a:\n    file: a.md\n    format: {format}\n    language: en\n    {option}\n"
    )
    (diagnostic,) = diagnostics
    assert (diagnostic.code, diagnostic.place.line, diagnostic.place.width) == (Code.UNKNOWN_KEY, 6, len(name))
    assert f"'{format}' has no '{name}'" in diagnostic.message
    assert takers in diagnostic.hint
    assert read.entries == ()


def test_every_format_takes_what_it_says() -> None:
    written = {
        "headings": "[甲]",
        "metadata": "[1]",
        "kinds": "{甲: commentary}",
        "quoted": "ann",
        "speakers": "{主持人: ben}",
    }
    for format, shape in SHAPES.items():
        entry = "".join(f"    {option}: {written[option]}\n" for option in shape.options)
        text = f"sources:\n  a:\n    file: a.md\n    format: {format}\n    language: en\n{entry}"
        assert registry(text)[1] == [], format


def test_a_format_of_unknown_name_is_one_mistake() -> None:
    _, diagnostics = registry("sources: {a: {file: a.md, format: prose, language: en, speakers: {A: ben}}}")
    assert [d.code for d in diagnostics] == [Code.UNKNOWN_FORMAT]
