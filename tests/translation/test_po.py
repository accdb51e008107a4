"""Catalogues as files: what is written reads back, what is broken is told with its line, nothing depends on a clock."""

import re
from dataclasses import replace
from pathlib import Path

import polib
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from book.diagnostics import Code, Severity
from book.model.moment import Moment, Time, TimeBasis
from book.model.recording import Person
from book.translation.catalogue import Catalogue, Entry, Merged, Rendering, Status, merge
from book.translation.messages import Message
from book.translation.po import read_catalogue, write_catalogue
from tests.copyediting.made import STYLE
from tests.examples import examples
from tests.languages import localized
from tests.projects import PROGRAM
from tests.reporting import reported
from tests.translation.made import ENGLISH, catalogue, entry, message

at = Time.of_seconds


PATH = "chapters/translations/notes.po"
SOIL, WATER = message("园丁说，先有土，才有菜。"), message("他又说，水要浇在根上。", line=5)
FORMER = message("园丁说，有土才有菜。")


def written(*entries: Entry, header: tuple[tuple[str, str], ...] = ()) -> str:
    """Entries → the text of their file."""
    renderings = tuple(
        Rendering(message(e.original, id=e.id), e, Status.TRANSLATED) for e in entries if not e.is_obsolete
    )
    obsolete = tuple(e for e in entries if e.is_obsolete)
    return write_catalogue(Merged(renderings, obsolete), header, "garden")


def read(text: str) -> Catalogue:
    found, diagnostics = reported(read_catalogue, text, PATH)
    assert diagnostics == []
    assert found is not None
    assert found.path == PATH
    return found


def without_lines(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    return tuple(replace(e, line=0) for e in entries)


def entry_at(text: str, id: str) -> str:
    """The lines of one entry in a file."""
    (found,) = (part for part in text.strip("\n").split("\n\n") if f'msgctxt "{id}"' in part)
    return found


# ---- the form


def test_a_file_as_translators_know_it() -> None:
    found = catalogue(entry(SOIL, 'First "the soil",\nthen \\ the greens.', "a remark").reviewed(), entry(FORMER, "x"))
    text = write_catalogue(merge([SOIL, WATER], found), (), "garden")
    digest = entry(SOIL, 'First "the soil",\nthen \\ the greens.').digest
    assert text == (
        'msgid ""\nmsgstr ""\n'
        '"Project-Id-Version: garden notes\\n"\n'
        '"Language: en\\n"\n'
        '"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
        '"X-Source-Language: zh_Hans\\n"\n'
        "\n"
        "# a remark\n"
        f"# reviewed: {digest}\n"
        "#. notes#土, in 01\n"
        "#. summary\n"
        "#: seeds/notes.txt\n"
        f'msgctxt "{SOIL.id}"\n'
        'msgid "园丁说，先有土，才有菜。"\n'
        'msgstr ""\n'
        '"First \\"the soil\\",\\n"\n'
        '"then \\\\ the greens."\n'
        "\n"
        "#. notes#土, in 01\n"
        "#. summary\n"
        "#: seeds/notes.txt\n"
        f'msgctxt "{WATER.id}"\n'
        'msgid "他又说，水要浇在根上。"\n'
        'msgstr ""\n'
        "\n"
        f'#~ msgctxt "{FORMER.id}"\n'
        '#~ msgid "园丁说，有土才有菜。"\n'
        '#~ msgstr "x"\n'
    )


def test_a_stale_entry_is_fuzzy_and_shows_its_former_text() -> None:
    text = write_catalogue(merge([SOIL], catalogue(entry(FORMER, "Soil."))), (), "garden")
    lines = entry_at(text, SOIL.id).split("\n")
    assert lines[-5:] == [
        "#, fuzzy",
        f'#| msgid "{FORMER.text}"',
        f'msgctxt "{SOIL.id}"',
        f'msgid "{SOIL.text}"',
        'msgstr "Soil."',
    ]


def remarks(of: Message, text: str = "Soil.") -> list[str]:
    written = write_catalogue(merge([of], catalogue(entry(of, text))), (), "garden", STYLE.terms)
    return [row.removeprefix("#. ") for row in written.split("\n") if row.startswith("#. ")]


def test_a_translator_is_told_where_a_text_stands_and_who_says_it() -> None:
    speaker = Person("ann", localized(zh_hans="安", en="Ann"))
    timed = Moment(at(3714), at(3991), TimeBasis.SOURCE)
    assert remarks(replace(SOIL, speaker=speaker, moment=timed)) == ["notes#土, 1:01:54, in 01", "summary, 安"]
    assert remarks(replace(SOIL, moment=replace(timed, basis=TimeBasis.EDITOR)))[0] == "notes#土, ≈1:01:54, in 01"
    assert remarks(replace(SOIL, chapter=""))[0] == "notes#土"
    assert remarks(message("土", is_heading=True))[1] == "heading"


def test_a_translator_is_told_the_terms() -> None:
    assert remarks(message("看视频与软件。"))[2:] == ["term: 视频 = video", "term: 软件 = software"]
    assert remarks(message("用GPT看书。"))[2:] == [], "what is the same in both languages needs no telling"


def test_a_translator_is_told_where_to_mend_a_document_s_own_translation() -> None:
    assert remarks(message("先有土。", own="First soil."))[2] == (
        "the document's own translation; correct it in chapters/corrections.yaml"
    )


def test_an_english_document_s_catalogue_is_in_chinese() -> None:
    text = write_catalogue(merge([message("Soil.", of=ENGLISH)], catalogue()), (), "garden")
    assert '"Language: zh_Hans\\n"' in text
    assert '"X-Source-Language: en\\n"' in text


# ---- there and back

_PIECE = st.sampled_from(
    ['"', "\\", '\\"', "\\n", "\n", "\t", "\r", "中文", "。", "「", "𠮷", "🎲", "é", "e\u0301", " ", "\u3000", "\xa0", "a",
     "msgid", "#", "#~", "#,", "%s", "fuzzy", "*b*", "\\\n", "^[c]", "：", "\ufeff", "\u200b", "\u2028", "\x85"]
)  # fmt: skip
_TEXT = st.lists(_PIECE, max_size=8).map("".join)
_COMMENT = st.sampled_from(
    ["a remark", "allow numbers: none", "reviewed: 0123456789", "中文 “注”", ". , : ~ |", "msgid", "a # b", "fuzzy"]
)


@st.composite
def _entries(draw: st.DrawFn) -> tuple[Entry, ...]:
    """Entries as a catalogue has them: each with a name of its own, those of no message at the end."""
    found = []
    for number in range(draw(st.integers(1, 4))):
        is_fuzzy = draw(st.booleans())
        made = Entry(
            id=f"b-notes-{number}",
            original=draw(_TEXT.filter(bool)),
            text=draw(_TEXT),
            is_fuzzy=is_fuzzy,
            previous=draw(_TEXT) if is_fuzzy else "",
            comments=tuple(draw(st.lists(_COMMENT, max_size=3))),
            is_obsolete=number > 0 and draw(st.booleans()),
        )
        found.append(made)
    return tuple(sorted(found, key=lambda e: e.is_obsolete))


@settings(max_examples=examples(40), deadline=None)
@given(entries=_entries())
def test_what_is_written_reads_back(entries: tuple[Entry, ...]) -> None:
    text = written(*entries)
    found = read(text)
    assert without_lines(found.entries) == entries
    assert written(*found.entries, header=found.header) == text


@pytest.mark.parametrize(
    "text", ["a\u2028b", "a\u2029b", "a\x85b"], ids=["line separator", "paragraph separator", "next line"]
)
def test_a_character_that_some_take_for_the_end_of_a_line_reads_back(text: str) -> None:
    made = Entry("b-notes-1", f"原{text}文", text)
    assert without_lines(read(written(made)).entries) == (made,)


def test_what_went_out_of_date_before_it_was_deleted_reads_back() -> None:
    """The text that it was written for is not lost, and the second run has nothing to write."""
    made = entry(SOIL, "Soil.", "a remark", is_fuzzy=True, previous=FORMER.text, is_obsolete=True)
    text = written(entry(WATER, "Water."), made)
    found = read(text)
    assert without_lines(found.entries)[1] == made
    assert written(*found.entries) == text


def test_the_lines_are_those_where_the_entries_begin() -> None:
    text = written(entry(SOIL, "Soil.", "a remark"), entry(WATER, "Water."), entry(FORMER, "x", is_obsolete=True))
    rows = text.split("\n")
    lines = [e.line for e in read(text).entries]
    assert [rows[line - 1] for line in lines] == ["# a remark", "#. notes#土, in 01", f'#~ msgctxt "{FORMER.id}"']


def test_gettext_s_own_reader_finds_the_same() -> None:
    """What polib reads of the file is what was meant, and it would write the same."""
    entries = (
        entry(SOIL, 'a "b"\nc\\d', "a remark"),
        entry(WATER, "x", is_fuzzy=True, previous="他说。"),
        entry(FORMER, "y", is_obsolete=True),
    )
    text = written(*entries)
    file = polib.pofile(text, wrapwidth=0)
    assert [(i.msgctxt, i.msgid, i.msgstr, i.fuzzy, bool(i.obsolete)) for i in file] == [
        (e.id, e.original, e.text, e.is_fuzzy, e.is_obsolete) for e in entries
    ]
    assert file[1].previous_msgid == "他说。"
    assert str(file).removeprefix("#\n").rstrip("\n") == text.rstrip("\n")
    assert polib.pofile(str(file), wrapwidth=0) == file


def test_comments_of_several_lines_keep_their_order() -> None:
    made = entry(SOIL, "Soil.", "one", "allow numbers: two", "three").reviewed()
    (found,) = read(written(made)).entries
    assert found.comments == made.comments
    assert found.is_reviewed


# ---- headers


HEADER = (
    ("Last-Translator", "Ann Lee <ann@example.org>"),
    ("Language-Team", "none"),
    ("PO-Revision-Date", "2026-01-31 12:00+0100"),
    ("Plural-Forms", "nplurals=2; plural=(n != 1);"),
    ("X-Generator", "Poedit 3.4"),
    ("X-Poedit-Bookmarks", "3,-1,-1,-1"),
)


def test_what_translators_programs_write_in_the_header_survives() -> None:
    header = read(written(entry(SOIL, "Soil."), header=HEADER)).header
    assert set(HEADER) <= set(header)
    text = written(entry(SOIL, "Soil."), header=header)
    assert text == written(entry(SOIL, "Soil."), header=HEADER)
    assert read(text).header == header


def test_what_the_program_knows_of_the_header_it_writes_anew() -> None:
    wrong = (("Language", "fr"), ("Content-Type", "text/plain; charset=GBK"), ("Project-Id-Version", "PACKAGE"))
    header = dict(read(written(entry(SOIL, "Soil."), header=wrong)).header)
    assert header["Language"] == "en"
    assert header["Content-Type"] == "text/plain; charset=UTF-8"
    assert header["Project-Id-Version"] == "garden notes"


@pytest.mark.parametrize("order", [HEADER, HEADER[::-1]], ids=["as given", "reversed"])
def test_the_order_in_which_fields_come_does_not_matter(order: tuple[tuple[str, str], ...]) -> None:
    once = written(entry(SOIL, "Soil."), header=order)
    assert written(entry(SOIL, "Soil."), header=read(once).header) == once


# ---- broken files

_TOP = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n\n'
_SOUND = 'msgctxt "b-1"\nmsgid "土"\nmsgstr "soil"\n'


@pytest.mark.parametrize(
    ("broken", "line"),
    [
        pytest.param('msgctxt "b-2"\nmsgid "水"\nmsgstr "the "water""\n', 'msgstr "the ', id="a quotation mark"),
        pytest.param('msgctxt "b-2"\nmsgid "水"\nmsgstr "wa"ter"\n', 'msgstr "wa', id="another quotation mark"),
        pytest.param('msgctxt "b-2"\nmsgid "水"\nmsgstr\n', "msgstr\n", id="nothing after a keyword"),
        pytest.param('msgctxt "b-2"\nmsgid "水"\nmgsstr "water"\n', "mgsstr", id="a misspelt keyword"),
        pytest.param('msgctxt "b-2"\nmsgstr "water"\n', 'msgstr "water"', id="no msgid"),
        pytest.param('msgctxt "b-2"\nmsgid "水"\n\nmsgctxt "b-3"\n', 'msgctxt "b-3"', id="no msgstr"),
        pytest.param("<<<<<<< HEAD\n", "<<<<<<<", id="a conflict"),
        pytest.param('"water"\nwords of nobody\n', "words of nobody", id="words"),
        pytest.param('msgctxt "b-2"\nmsgid "水"\nmsgstr[x] "water"\n', "msgstr[x]", id="a plural"),
        pytest.param('#|\nmsgctxt "b-2"\nmsgid "水"\nmsgstr "water"\n', "#|", id="an empty former text"),
        pytest.param('msgctxt "b-2"\nmsgid "水"\nmsgstr "water\n', 'msgstr "water', id="a mark wanting at the end"),
        pytest.param('msgctxt "b-2"\nmsgid "水"\nmsgstr water\n', "msgstr water", id="no marks"),
        pytest.param('msgctxt "b-2"\nmsgid "水"\nmsgstr “water”\n', "msgstr “", id="a printer's marks"),
        pytest.param('msgctxt "b-2"\nmsgid "水"\nmsgstr ""\n"wa\n"ter"\n', '"wa\n', id="a mark wanting between"),
        pytest.param("\x00\x01\x02\n", "\x00", id="no text"),
    ],
)  # fmt: skip
def test_a_broken_file_is_one_mistake_at_its_line(broken: str, line: str) -> None:
    text = f'{_TOP}{_SOUND}\n{broken}\nmsgctxt "b-9"\nmsgid "光"\nmsgstr "light"\n'
    found, diagnostics = reported(read_catalogue, text, PATH)
    assert [(d.code, d.severity) for d in diagnostics] == [(Code.PO_SYNTAX, Severity.ERROR)]
    assert found is None, "no half of a file is taken for the whole"
    place = diagnostics[0].place
    assert place.path == PATH
    assert place.line == text[: text.index(line)].count("\n") + 1
    assert diagnostics[0].message
    assert diagnostics[0].hint


def test_a_translation_in_plural_forms_is_not_lost_in_silence() -> None:
    text = f'{_TOP}msgctxt "b-1"\nmsgid "土"\nmsgid_plural "土"\nmsgstr[0] "soil"\nmsgstr[1] "soils"\n'
    found, diagnostics = reported(read_catalogue, text, PATH)
    assert diagnostics or (found and [e.text for e in found.entries] == ["soil"])


def test_an_entry_without_a_name_is_told_and_the_others_are_read() -> None:
    text = f'{_TOP}{_SOUND}\nmsgid "水"\nmsgstr "water"\n'
    found, diagnostics = reported(read_catalogue, text, PATH)
    assert found is not None
    assert [e.id for e in found.entries] == ["b-1"]
    assert [(d.code, d.place.line) for d in diagnostics] == [(Code.BAD_ENTRY, text.count("\n") - 1)]


def test_an_entry_that_is_there_twice_is_told_and_the_first_holds() -> None:
    text = f'{_TOP}{_SOUND}\nmsgctxt "b-1"\nmsgid "土"\nmsgstr "earth"\n'
    found, diagnostics = reported(read_catalogue, text, PATH)
    assert found is not None
    assert [e.text for e in found.entries] == ["soil"]
    assert [(d.code, d.place.line) for d in diagnostics] == [(Code.BAD_ENTRY, 9)]
    assert "line 5" in diagnostics[0].message


@pytest.mark.parametrize("is_first", [True, False])
def test_an_obsolete_entry_beside_the_living_one_is_no_mistake(is_first: bool) -> None:
    obsolete = '#~ msgctxt "b-1"\n#~ msgid "土"\n#~ msgstr "earth"\n'
    parts = [obsolete, _SOUND] if is_first else [_SOUND, obsolete]
    assert [(e.text, e.is_obsolete) for e in read(_TOP + "\n".join(parts)).entries] == [("soil", False)]


@pytest.mark.parametrize("text", ["", "\n", " \n\n", _TOP])
def test_a_file_without_entries_is_an_empty_catalogue(text: str) -> None:
    assert read(text).entries == ()


def test_a_file_without_a_header_is_read() -> None:
    assert [(e.id, e.text) for e in read(_SOUND).entries] == [("b-1", "soil")]


@settings(max_examples=examples(80), deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["msgctxt ", "msgid ", "msgstr ", "msgid_plural ", "msgstr[0] ", '"a"', '"', "#", "# ", "#, fuzzy", "#| ",
             "#~ ", "#~| ", "#: ", "#. ", "\n", "\n\n", "\\", "中", " ", "a: b\\n", "\u2028", "/", "\x00"]
        ),
        max_size=30,
    ).map("".join)
)  # fmt: skip
@example("/")
@example("pyproject.toml")
@example('msgid ""\nmsgstr "nonsense"\n')
@example('msgid ""\nmsgstr "\\n: \\n"\n')
def test_no_text_breaks_the_reader(text: str) -> None:
    found, diagnostics = reported(read_catalogue, text, PATH)
    assert found is None or found.path == PATH
    assert all(d.place.path == PATH for d in diagnostics)
    assert len([d for d in diagnostics if d.code is Code.PO_SYNTAX]) <= 1


def test_a_text_that_is_the_name_of_a_file_is_not_that_file(tmp_path: Path) -> None:
    other = tmp_path / "other.po"
    other.write_text(_TOP + _SOUND, encoding="utf-8")
    found, diagnostics = reported(read_catalogue, str(other), PATH)
    assert found is None
    assert [d.code for d in diagnostics] == [Code.PO_SYNTAX]


# ---- nothing from outside


def test_no_time_and_no_folder_is_in_a_file() -> None:
    text = written(entry(SOIL, "Soil."), entry(FORMER, "x", is_obsolete=True))
    assert not re.search(r"\b(?:19|20)\d\d-\d\d|\d\d:\d\d|Date", text)
    assert str(PROGRAM.parent) not in text
    assert str(Path.home()) not in text
    assert not re.search(r"(?m)^#: /|:\d+$", text), "the address says where a text stands, not its line"


def test_written_twice_the_bytes_are_the_same() -> None:
    found = catalogue(entry(SOIL, "Soil.", "a remark").reviewed(), entry(FORMER, "x"))
    once = write_catalogue(merge([SOIL, WATER], found), HEADER, "garden", STYLE.terms)
    again = read(once)
    assert write_catalogue(merge([SOIL, WATER], again), again.header, "garden", STYLE.terms) == once


def test_a_paragraph_put_in_changes_no_other_entry_s_bytes() -> None:
    found = catalogue(entry(SOIL, "Soil."), entry(WATER, "Water."))
    before = write_catalogue(merge([SOIL, WATER], found), (), "garden")
    moved = replace(WATER, lines=replace(WATER.lines, first=9, last=9))
    after = write_catalogue(merge([SOIL, message("天刚亮。"), moved], found), (), "garden")
    assert entry_at(after, SOIL.id) == entry_at(before, SOIL.id)
    assert entry_at(after, WATER.id) == entry_at(before, WATER.id)
    assert after.count("msgctxt") == before.count("msgctxt") + 1
