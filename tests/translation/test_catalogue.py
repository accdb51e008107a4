"""Merging: what becomes of a translation when its original stays, changes, goes, and comes back."""

import pytest

from book.translation.catalogue import LIKE, Catalogue, Merged, Rendering, Status, merge
from book.translation.messages import Message
from tests.translation.made import catalogue, entry, kept, message, only

SOIL = message("园丁说，先有土，才有菜。")
CHANGED = message("园丁说，先有好土，才有菜。")
CHANGED_AGAIN = message("园丁说，先有好土，才有好菜。")
WATER = message("他又说，水要浇在根上。", line=5)
LIGHT = message("第三件事是光。", line=7)
SOIL_EN, WATER_EN = "First the soil, then the greens.", "Water the roots."


def merged(messages: list[Message], found: Catalogue) -> Merged:
    result = merge(messages, found)
    assert [rendering.message for rendering in result.renderings] == messages
    assert [rendering.entry.id for rendering in result.renderings] == [m.id for m in messages]
    assert [rendering.entry.original for rendering in result.renderings] == [m.text for m in messages]
    return result


def after(one: Message, found: Catalogue) -> Rendering:
    return only(one.text, found)


def state(rendering: Rendering) -> tuple[Status, str, str]:
    return rendering.status, rendering.text, rendering.entry.previous


# ---- states


def test_without_a_catalogue_everything_is_missing() -> None:
    result = merged([SOIL, WATER], catalogue())
    assert [state(r) for r in result.renderings] == [(Status.MISSING, "", "")] * 2
    assert result.obsolete == ()


def test_a_translation_is_found_by_its_words() -> None:
    found = catalogue(entry(WATER, WATER_EN), entry(SOIL, SOIL_EN))
    result = merged([SOIL, WATER], found)
    assert [state(r) for r in result.renderings] == [
        (Status.TRANSLATED, SOIL_EN, ""),
        (Status.TRANSLATED, WATER_EN, ""),
    ]


def test_an_entry_without_text_is_missing_and_keeps_its_remarks() -> None:
    rendering = after(SOIL, catalogue(entry(SOIL, "", "whose words?")))
    assert rendering.status is Status.MISSING
    assert rendering.entry.comments == ("whose words?",)


def test_what_was_reviewed_and_has_not_changed_is_reviewed() -> None:
    rendering = after(SOIL, catalogue(entry(SOIL, SOIL_EN, "a remark").reviewed()))
    assert rendering.status is Status.REVIEWED
    assert rendering.entry.comments[0] == "a remark"


def test_a_translation_marked_fuzzy_is_stale() -> None:
    """By its translator, who is in doubt."""
    assert after(SOIL, catalogue(entry(SOIL, SOIL_EN, is_fuzzy=True))).status is Status.STALE


def test_the_document_s_own_translation_goes_before_any_other() -> None:
    one = message(SOIL.text, own="Soil first.")
    for found in (catalogue(), catalogue(entry(SOIL, SOIL_EN)), catalogue(entry(SOIL, SOIL_EN, is_fuzzy=True))):
        (rendering,) = merged([one], found).renderings
        assert state(rendering) == (Status.SOURCE, "Soil first.", "")
        assert not rendering.entry.is_fuzzy


@pytest.mark.parametrize(
    ("status", "is_done"),
    [
        (Status.SOURCE, True),
        (Status.REVIEWED, True),
        (Status.TRANSLATED, True),
        (Status.STALE, False),
        (Status.MISSING, False),
    ],
)
def test_what_can_be_printed(status: Status, is_done: bool) -> None:
    assert status.is_done is is_done


# ---- changes


def test_a_changed_sentence_makes_its_translation_stale_and_keeps_it() -> None:
    found = catalogue(entry(SOIL, SOIL_EN, "a remark"), entry(WATER, WATER_EN))
    soil, water = merged([CHANGED, WATER], found).renderings
    assert state(soil) == (Status.STALE, SOIL_EN, SOIL.text)
    assert soil.entry.is_fuzzy
    assert soil.entry.comments == ("a remark",)
    assert state(water) == (Status.TRANSLATED, WATER_EN, "")
    assert merge([CHANGED, WATER], found).obsolete == ()


def test_what_changes_again_keeps_the_text_that_was_translated() -> None:
    found = catalogue(entry(SOIL, SOIL_EN))
    for one in (CHANGED, CHANGED_AGAIN):
        result = merged([one], found)
        found = kept(result)
        assert state(result.renderings[0]) == (Status.STALE, SOIL_EN, SOIL.text)
    assert len(found.entries) == 1


def test_what_was_mended_and_changes_again_was_translated_from_its_last_text() -> None:
    mended = entry(CHANGED, "First good soil, then the greens.")
    assert state(after(CHANGED_AGAIN, catalogue(mended)))[2] == CHANGED.text


def test_what_was_mended_without_taking_away_its_old_text_is_not_compared_with_that() -> None:
    """Some programs delete the mark and leave the former text."""
    mended = entry(CHANGED, "First good soil, then the greens.", previous=SOIL.text)
    assert after(CHANGED, catalogue(mended)).status is Status.TRANSLATED
    assert state(after(CHANGED_AGAIN, catalogue(mended)))[2] == CHANGED.text


@pytest.mark.parametrize("text", [SOIL_EN, "Soil comes first, then greens."], ids=["as it was", "edited meanwhile"])
def test_what_is_changed_back_is_as_before(text: str) -> None:
    found = kept(merged([CHANGED], catalogue(entry(SOIL, SOIL_EN, "a remark"))))
    (stale,) = found.entries
    rendering = after(SOIL, catalogue(entry(CHANGED, text, *stale.comments, is_fuzzy=True, previous=stale.previous)))
    assert state(rendering) == (Status.TRANSLATED, text, "")
    assert rendering.entry.comments == ("a remark",)
    assert not rendering.entry.is_fuzzy


def test_what_is_changed_back_is_as_before_with_its_review() -> None:
    signed = entry(SOIL, SOIL_EN, "a remark").reviewed()
    rendering = after(SOIL, kept(merged([CHANGED], catalogue(signed))))
    assert rendering.status is Status.REVIEWED
    assert rendering.entry == signed


def test_what_is_changed_twice_and_then_back_is_as_before() -> None:
    found = catalogue(entry(SOIL, SOIL_EN))
    for one in (CHANGED, CHANGED_AGAIN, SOIL):
        found = kept(merged([one], found))
    assert found.entries == (entry(SOIL, SOIL_EN),)


def test_a_stale_translation_is_never_reviewed() -> None:
    assert after(CHANGED, catalogue(entry(SOIL, SOIL_EN).reviewed())).status is Status.STALE
    assert after(SOIL, catalogue(entry(SOIL, SOIL_EN, is_fuzzy=True).reviewed())).status is Status.STALE


def test_an_original_that_somebody_edited_in_the_file_makes_its_translation_stale() -> None:
    edited = entry(message(CHANGED.text, id=SOIL.id), SOIL_EN)
    assert state(after(SOIL, catalogue(edited))) == (Status.STALE, SOIL_EN, CHANGED.text)


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_paragraph_put_in_touches_nothing_else(place: int) -> None:
    before = (entry(SOIL, SOIL_EN).reviewed(), entry(WATER, WATER_EN, "a remark"))
    texts = [SOIL, WATER]
    texts.insert(place, LIGHT)
    result = merged(texts, catalogue(*before))
    assert tuple(r.entry for r in result.renderings if r.message is not LIGHT) == before
    assert result.renderings[place].status is Status.MISSING


def test_what_is_no_likeness_takes_no_translation() -> None:
    result = merged([LIGHT], catalogue(entry(SOIL, SOIL_EN)))
    assert result.renderings[0].status is Status.MISSING
    assert [e.text for e in result.obsolete] == [SOIL_EN]


@pytest.mark.parametrize(
    ("former", "now", "is_like"),
    [("一二三四五六七八九十", "一二三四五六甲乙丙丁", True), ("一二三四五六七八九十", "一二三四五甲乙丙丁戊", False)],
)
def test_how_much_of_two_texts_must_be_the_same(former: str, now: str, is_like: bool) -> None:
    assert LIKE == 0.6, "of ten characters, six"
    rendering = only(now, catalogue(entry(message(former), "ten")))
    assert (rendering.status is Status.STALE) is is_like


def test_a_heading_is_never_a_changed_paragraph() -> None:
    (rendering,) = merge([message(CHANGED.text, is_heading=True)], catalogue(entry(SOIL, SOIL_EN))).renderings
    assert rendering.status is Status.MISSING


def test_of_several_changed_texts_each_takes_its_own_translation() -> None:
    """The most alike first, in whichever order they stand."""
    other, other_changed = message("园丁说，先有水，才有菜。"), message("园丁说，先有好水，才有菜。")
    for now in ([CHANGED, other_changed], [other_changed, CHANGED]):
        found = catalogue(entry(other, "Water first."), entry(SOIL, "Soil first."))
        texts = {r.message.id: r.text for r in merged(now, found).renderings}
        assert texts == {CHANGED.id: "Soil first.", other_changed.id: "Water first."}


def test_one_translation_is_taken_once() -> None:
    result = merged([CHANGED, CHANGED_AGAIN], catalogue(entry(SOIL, SOIL_EN)))
    assert [r.status for r in result.renderings] == [Status.STALE, Status.MISSING]


# ---- what goes and comes back


def test_what_is_deleted_becomes_obsolete_and_keeps_everything() -> None:
    signed = entry(SOIL, SOIL_EN, "a remark").reviewed()
    result = merged([WATER], catalogue(signed, entry(WATER, WATER_EN)))
    (gone,) = result.obsolete
    assert gone.is_obsolete
    assert (gone.id, gone.text, gone.comments) == (signed.id, SOIL_EN, signed.comments)
    assert [r.status for r in result.renderings] == [Status.TRANSLATED]


def test_what_nobody_had_translated_goes_without_trace() -> None:
    assert merged([WATER], catalogue(entry(SOIL, ""))).obsolete == ()


def test_what_is_deleted_stays_obsolete_from_run_to_run() -> None:
    found = kept(merged([WATER], catalogue(entry(SOIL, SOIL_EN), entry(WATER, WATER_EN))))
    assert kept(merged([WATER], found)) == found


def test_what_comes_back_is_as_before() -> None:
    signed = entry(SOIL, SOIL_EN, "a remark").reviewed()
    found = kept(merged([WATER], catalogue(signed, entry(WATER, WATER_EN))))
    result = merged([SOIL, WATER], found)
    assert result.renderings[0].entry == signed
    assert result.renderings[0].status is Status.REVIEWED
    assert result.obsolete == ()


def test_what_comes_back_changed_is_stale() -> None:
    found = kept(merged([WATER], catalogue(entry(SOIL, SOIL_EN), entry(WATER, WATER_EN))))
    rendering = merged([CHANGED, WATER], found).renderings[0]
    assert state(rendering) == (Status.STALE, SOIL_EN, SOIL.text)
    assert not rendering.entry.is_obsolete


def test_of_two_same_texts_one_may_go() -> None:
    second = message(SOIL.text, line=9, id=f"{SOIL.id}-2")
    found = catalogue(entry(SOIL, "Once."), entry(second, "Twice."))
    result = merged([SOIL], found)
    assert [r.text for r in result.renderings] == ["Once."]
    assert [e.text for e in result.obsolete] == ["Twice."]


# ---- reviews


def test_the_mark_of_a_review_does_not_survive_an_edit() -> None:
    signed = entry(SOIL, SOIL_EN).reviewed()
    edited = entry(SOIL, "Soil before greens.", *signed.comments)
    assert after(SOIL, catalogue(edited)).status is Status.TRANSLATED


def test_the_mark_of_a_review_is_no_other_entry_s() -> None:
    signed = entry(SOIL, SOIL_EN).reviewed()
    copied = entry(WATER, SOIL_EN, *signed.comments)
    assert merged([WATER], catalogue(copied)).renderings[0].status is Status.TRANSLATED


def test_a_second_review_takes_the_place_of_the_first() -> None:
    first = entry(SOIL, SOIL_EN, "a remark").reviewed()
    second = entry(SOIL, "Soil before greens.", *first.comments).reviewed()
    assert second.is_reviewed
    assert len(second.comments) == 2
    assert second.comments[0] == "a remark"
    assert second.reviewed() == second


# ---- waivers


@pytest.mark.parametrize(
    ("comments", "allowed"),
    [
        ((), {}),
        (("a remark", "we allow numbers: no"), {}),
        (("allow numbers: the source counts months",), {"numbers": "the source counts months"}),
        (("allow numbers: a", "allow length: b: c"), {"numbers": "a", "length": "b: c"}),
        (("allow  sentences :  joined ",), {"sentences": "joined"}),
        (("allow emphasis",), {"emphasis": ""}),
    ],
)
def test_checks_are_waived_by_name_with_a_reason(comments: tuple[str, ...], allowed: dict[str, str]) -> None:
    assert entry(SOIL, SOIL_EN, *comments).allowed == allowed


def test_a_waiver_survives_a_change_of_the_original() -> None:
    rendering = after(CHANGED, catalogue(entry(SOIL, SOIL_EN, "allow numbers: none to count").reviewed()))
    assert rendering.entry.allowed == {"numbers": "none to count"}


NEIGHBOURS = (
    message("先有土。", line=1),
    message("先要看土，土干了才浇水。水要浇在根上，不要浇在叶上。", line=3),
    message("最后要有时间。", line=5),
)


def test_a_text_rewritten_in_its_place_is_stale_and_not_missing() -> None:
    found = catalogue(*(entry(m, f"English {m.lines.first}") for m in NEIGHBOURS))
    rewritten = message("先要看土，土干了才浇水。雨后几天则不必，叶上的泥倒该洗掉。", line=3)
    merged = merge([NEIGHBOURS[0], rewritten, NEIGHBOURS[2]], found)
    assert [r.status for r in merged.renderings] == [Status.TRANSLATED, Status.STALE, Status.TRANSLATED]
    assert merged.renderings[1].text == "English 3"
    assert merged.renderings[1].entry.previous == NEIGHBOURS[1].text
    assert merged.obsolete == ()


def test_another_text_in_the_same_place_is_missing() -> None:
    found = catalogue(*(entry(m, f"English {m.lines.first}") for m in NEIGHBOURS))
    other = message("Nothing of it", line=3)
    merged = merge([NEIGHBOURS[0], other, NEIGHBOURS[2]], found)
    assert merged.renderings[1].status is Status.MISSING
    assert [e.id for e in merged.obsolete] == [NEIGHBOURS[1].id]


def test_a_text_like_a_little_in_another_place_is_missing() -> None:
    found = catalogue(*(entry(m, f"English {m.lines.first}") for m in NEIGHBOURS))
    other = message("先要看土，土干了才浇水。雨后几天则不必，叶上的泥倒该洗掉。", line=9)
    between = message("此外还有一段新的话。", line=7)
    merged = merge([NEIGHBOURS[0], NEIGHBOURS[2], between, other], found)
    assert merged.renderings[3].status is Status.MISSING
