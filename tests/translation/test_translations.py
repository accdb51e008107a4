"""The translations of a whole book: what an edition still needs, which pairs differ, and what was waived."""

from dataclasses import replace

import pytest

from book.copyediting.stylebook import Stylebook
from book.diagnostics import Code, Diagnostic, Severity
from book.model.language import Edition
from book.translation.catalogue import Catalogue, Entry, Status
from book.translation.messages import Message
from book.translation.translations import Translations, catalogue_path, check_finished, compare_pairs, merge_all
from tests.languages import EDITIONS
from tests.reporting import reported
from tests.translation.made import ENGLISH, NOTES, book_messages, entry, message

BY_ID = {edition.id: edition for edition in EDITIONS}
CHINESE, ENGLISH_ONLY = [BY_ID["zh-Hans"], BY_ID["zh-Hant"]], [BY_ID["en"]]
SOIL, WATER, LIGHT = (
    message("园丁说，先有土，才有菜。"),
    message("水要浇在根上。", line=5),
    message("光从上面来。", line=7),
)
LETTER = message("First the soil, then the greens.", of=ENGLISH)
SOIL_EN = "First the soil, the gardener says, then the greens."


def translations(messages: list[Message], **entries: tuple[Entry, ...]) -> Translations:
    """Messages, and the entries for each source → the translations; entry N begins in line 10 N."""
    catalogues = {
        source: Catalogue(
            catalogue_path(source), tuple(replace(one, line=10 * number) for number, one in enumerate(own, 1))
        )
        for source, own in entries.items()
    }
    return merge_all(messages, catalogues)


def found(of: Translations, editions: list[Edition], severity: Severity = Severity.WARNING) -> list[Diagnostic]:
    return reported(check_finished, of, editions, severity)[1]


def told(diagnostics: list[Diagnostic]) -> list[tuple[str, str, int]]:
    return [(str(d.code), d.place.path, d.place.line) for d in diagnostics]


# ---- finding


def test_a_translation_is_found_by_the_id_of_its_text() -> None:
    twice = message(SOIL.text, line=9, id=f"{SOIL.id}-2")
    of = translations([SOIL, twice, LETTER], notes=(entry(SOIL, "Once."), entry(twice, "Twice.")))
    for one, text in ((SOIL, "Once."), (twice, "Twice."), (LETTER, "")):
        (id,) = one.texts
        rendering = of.of(id)
        assert rendering is not None
        assert (rendering.message, rendering.text) == (one, text)
    assert of.of(WATER.texts[0]) is None
    assert of.of(SOIL.texts[0].part(0, 3)) is None, "a part is a text of its own"


def test_a_block_printed_in_two_chapters_is_printed_with_the_translation_that_there_is() -> None:
    """An entry is filled in once: both places show the same words of the same lines."""
    both = book_messages([NOTES], "- from: notes#土\n- from: notes#水", "- from: notes#土\n  again: 又引")
    first = next(m for m in both if m.text == SOIL.text)
    (id,) = first.texts
    rendering = translations(list(both), notes=(entry(first, SOIL_EN),)).of(id)
    assert rendering is not None
    assert rendering.text == SOIL_EN
    assert rendering.status is Status.TRANSLATED


def test_every_source_has_its_own_catalogue() -> None:
    of = translations([SOIL, LETTER], notes=(entry(SOIL, "Soil."),))
    assert {source: c.path for source, c in of.catalogues.items()} == {
        "notes": "chapters/translations/notes.po",
        "letter": "chapters/translations/letter.po",
    }
    assert [(r.message.source.id, r.text) for r in of.renderings] == [("notes", "Soil."), ("letter", "")]


# ---- what is wanting


def test_what_is_missing_is_told_once_a_source() -> None:
    of = translations([SOIL, WATER, LIGHT], notes=(entry(WATER, "Water the roots."),))
    (diagnostic,) = found(of, ENGLISH_ONLY)
    assert told([diagnostic]) == [("translation-missing", "chapters/translations/notes.po", 0)]
    assert "2 texts have no translation into en" in diagnostic.message
    assert "园丁说" in diagnostic.message
    assert "translate" in diagnostic.hint


def test_one_text_that_is_missing_has_its_line_where_it_has_an_entry() -> None:
    (diagnostic,) = found(translations([SOIL, WATER], notes=(entry(WATER, "W."), entry(SOIL, ""))), ENGLISH_ONLY)
    assert diagnostic.message.startswith("one text has no translation")
    assert diagnostic.place.line == 20


def test_what_is_stale_is_told_one_by_one() -> None:
    changed = [message("园丁说，先有好土，才有菜。"), message("水要慢慢浇在根上。", line=5), LIGHT]
    of = translations(changed, notes=(entry(SOIL, SOIL_EN), entry(WATER, "Water."), entry(LIGHT, "Light.")))
    diagnostics = found(of, ENGLISH_ONLY)
    assert told(diagnostics) == [
        ("translation-stale", "chapters/translations/notes.po", 10),
        ("translation-stale", "chapters/translations/notes.po", 20),
    ]
    assert "notes#土" in diagnostics[0].message
    assert SOIL_EN[:20] in diagnostics[0].message
    assert "fuzzy" in diagnostics[0].hint


@pytest.mark.parametrize("severity", list(Severity))
def test_how_grave_it_is_is_the_caller_s_to_say(severity: Severity) -> None:
    stale = translations([message("园丁说，先有好土，才有菜。"), WATER], notes=(entry(SOIL, SOIL_EN),))
    assert [d.severity for d in found(stale, ENGLISH_ONLY, severity)] == [severity, severity]


@pytest.mark.parametrize(
    ("edition", "sources"),
    [
        ("zh-Hans", ["letter"]),
        ("zh-Hant", ["letter"]),
        ("en", ["notes"]),
        ("zh-Hans-en", ["notes", "letter"]),
        ("zh-Hant-en", ["notes", "letter"]),
    ],
)
def test_only_what_the_edition_prints_is_needed(edition: str, sources: list[str]) -> None:
    of = translations([SOIL, LETTER])
    assert [r.message.source.id for r in of.needed([BY_ID[edition]])] == sources
    assert [d.place.path for d in found(of, [BY_ID[edition]])] == [catalogue_path(source) for source in sources]


def test_a_chinese_book_needs_no_translation_of_its_chinese() -> None:
    stale = translations([message("园丁说，先有好土，才有菜。"), WATER], notes=(entry(SOIL, SOIL_EN),))
    assert found(stale, CHINESE) == []
    assert len(found(stale, [*CHINESE, *ENGLISH_ONLY])) == 2


def test_a_book_without_editions_needs_nothing() -> None:
    assert found(translations([SOIL, LETTER]), []) == []


def test_what_is_done_is_silent() -> None:
    own = replace(LIGHT, own="Light comes from above.")
    of = translations([SOIL, WATER, own], notes=(entry(SOIL, SOIL_EN), entry(WATER, "Water.").reviewed()))
    assert found(of, list(EDITIONS)) == []


# ---- pairs that differ

NUMBERS = message("我们有1500个用户。")
RIGHT, WRONG = "We have 1,500 users.", "We have 150 users."


def differing(of: Translations) -> list[Diagnostic]:
    return reported(compare_pairs, of, Stylebook())[1]


def test_a_pair_that_agrees_is_silent() -> None:
    assert differing(translations([NUMBERS], notes=(entry(NUMBERS, RIGHT),))) == []


def test_a_pair_that_differs_is_told_at_its_entry() -> None:
    (diagnostic,) = differing(translations([SOIL, NUMBERS], notes=(entry(SOIL, SOIL_EN), entry(NUMBERS, WRONG))))
    assert told([diagnostic]) == [("pair-differs", "chapters/translations/notes.po", 20)]
    assert diagnostic.severity is Severity.WARNING
    assert diagnostic.message.startswith("numbers: ")
    assert "1500" in diagnostic.message
    assert "# allow numbers: reason" in diagnostic.hint


@pytest.mark.parametrize(
    ("comment", "count"),
    [("allow numbers: the source is wrong", 0), ("allow terms: another check", 1), ("numbers: not so", 1)],
)
def test_what_an_editor_waives_is_silent(comment: str, count: int) -> None:
    assert len(differing(translations([NUMBERS], notes=(entry(NUMBERS, WRONG, comment),)))) == count


def test_a_review_waives_nothing() -> None:
    assert len(differing(translations([NUMBERS], notes=(entry(NUMBERS, WRONG).reviewed(),)))) == 1


@pytest.mark.parametrize(("text", "is_fuzzy"), [("", False), (WRONG, True)], ids=["missing", "stale"])
def test_what_cannot_be_printed_is_not_compared(text: str, is_fuzzy: bool) -> None:
    assert differing(translations([NUMBERS], notes=(entry(NUMBERS, text, is_fuzzy=is_fuzzy),))) == []


def test_a_document_s_own_translation_is_compared_as_well() -> None:
    (diagnostic,) = differing(translations([replace(NUMBERS, own=WRONG)], notes=(entry(NUMBERS, ""),)))
    assert diagnostic.code is Code.PAIR_DIFFERS
    waived = entry(NUMBERS, "", "allow numbers: printed so")
    assert differing(translations([replace(NUMBERS, own=WRONG)], notes=(waived,))) == []


def test_one_translation_for_two_texts_is_told_at_the_second() -> None:
    same = "The water has to be poured slowly on the roots."
    pair = (entry(WATER, same), entry(LIGHT, same))
    doubled = [d for d in differing(translations([WATER, LIGHT], notes=pair)) if d.message.startswith("doubled: ")]
    assert told(doubled) == [("pair-differs", "chapters/translations/notes.po", 20)]
    assert WATER.id in doubled[0].message
    waived = (pair[0], entry(LIGHT, same, "allow doubled: said twice"))
    assert not [d for d in differing(translations([WATER, LIGHT], notes=waived)) if d.message.startswith("doubled: ")]
