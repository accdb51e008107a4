"""English punctuation: the typewriter's marks → the printer's, and nothing else touched."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from book.copyediting.revising import flat, revise_text
from book.copyediting.stylebook import Stylebook
from book.languages.english_punctuation import punctuate_english
from book.model.address import Address
from book.model.change import Cause
from book.model.inline import Code, Emphasis, Inline, LineBreak, Link, Literal, Strong, Text
from tests.copyediting.made import HANS, revise
from tests.examples import examples
from tests.languages import EN

SPOT = Address("letter", "lead")


def printed(text: str) -> str:
    revision = revise_text(text, EN, EN, Stylebook(), SPOT)
    assert revision.original == text
    assert revision.undone() == text
    for changed, _ in punctuate_english(text):
        text = changed
    assert revision.text == text
    return text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # opening and closing
        ('"Yes," he said.', "“Yes,” he said."),
        ('He said, "Yes."', "He said, “Yes.”"),
        ('"One" and "two"', "“One” and “two”"),
        ("the so-called 'agents' of", "the so-called ‘agents’ of"),
        ('("water")', "(“water”)"),
        ('["water"] {"soil"}', "[“water”] {“soil”}"),
        ('either/"or"', "either/“or”"),
        ('—"water"—', "—“water”—"),
        ('2010–"now"', "2010–“now”"),
        ('a pause--"water"', "a pause—“water”"),
        ('"water"--a pause', "“water”—a pause"),
        ('"Why?" "Because!"', "“Why?” “Because!”"),
        ('one line\n"next"', "one line\n“next”"),
        # nested
        ("\"He said 'yes' to me\"", "“He said ‘yes’ to me”"),
        ("\"He said 'yes'\"", "“He said ‘yes’”"),
        ("\"'Yes,' he said,\" she said.", "“‘Yes,’ he said,” she said."),
        ("'\"Yes\" is a word'", "‘“Yes” is a word’"),
        ("“'Yes,' he said”", "“‘Yes,’ he said”"),
        # apostrophes
        ("don't, I'd, we'll, it's", "don’t, I’d, we’ll, it’s"),
        ("Weng's and the Joneses' house", "Weng’s and the Joneses’ house"),
        ("GPT-4's", "GPT-4’s"),
        ("\"It's Weng's,\" he'd say", "“It’s Weng’s,” he’d say"),
        # decades
        ("in the '90s", "in the ’90s"),
        ("class of '08", "class of ’08"),
        ("'90s music", "’90s music"),
        ('("the \'90s")', "(“the ’90s”)"),
        ("the 1990's", "the 1990’s"),
        ("'2001' is a film", "‘2001’ is a film"),
        # numbers in quotation marks
        ('"Route 66" and "GPT-4"', "“Route 66” and “GPT-4”"),
        # dashes
        ("soil--then greens", "soil—then greens"),
        ("soil -- then greens", "soil—then greens"),
        # what is right already
        ("“Yes,” he’d say—‘no.’", "“Yes,” he’d say—‘no.’"),
        ("well-known, 2010–2020, a --- b", "well-known, 2010–2020, a --- b"),
        ("", ""),
    ],
    ids=lambda value: value,
)
def test_marks(text: str, expected: str) -> None:
    assert printed(text) == expected


@pytest.mark.parametrize("text", ["6' 2\"", "he is 5'10\" tall", 'a 19" rack', "12' x 9'"])
def test_a_measure_is_left_alone(text: str) -> None:
    assert printed(text) == text


def test_dashes_at_the_edge_of_a_text_are_no_dashes_between_words() -> None:
    assert printed("--then") == "--then"
    assert printed("soil--") == "soil--"


def test_every_change_says_its_rule_and_is_not_listed() -> None:
    changes = revise_text('"It\'s soil--then greens"', EN, EN, Stylebook(), SPOT).changes
    assert {change.cause for change in changes} == {Cause.PUNCTUATION}
    assert not any(change.is_listed for change in changes)
    assert sorted((c.before, c.after, c.why) for c in changes) == sorted(
        [
            ("--", "—", "CMOS § 6.85"),
            ('"', "“", "CMOS § 6.115"),
            ("'", "’", "CMOS § 6.115"),
            ('"', "”", "CMOS § 6.115"),
        ]
    )


def test_only_english_in_an_english_edition() -> None:
    text = '"It\'s soil--then greens"'
    assert revise_text(text, EN, HANS, Stylebook(), SPOT).text == text, "in another edition it is a foreign text"
    printed = "“It’s soil—then greens”"
    assert revise_text(text, EN, EN, Stylebook(), SPOT).text == printed
    assert revise_text(text, EN, EN, Stylebook(), None).text == printed, "what editors write keeps its words"


# ---- inlines


def revised(*inlines: Inline) -> tuple[Inline, ...]:
    result = revise(inlines, EN, EN, Stylebook(), SPOT)
    assert result.revision.undone() == flat(inlines)
    return result.inlines


def test_code_addresses_and_targets_are_untouched() -> None:
    machines = (
        Code('print("it\'s") --x'),
        Link((Literal("https://example.org/?q='a'--\"b\""),), "https://example.org/?q='a'--\"b\""),
        Link((Text("here"),), "https://example.org/--'a'"),
        LineBreak(),
    )
    assert revised(Text('"a--b" '), *machines, Text(" it's")) == (Text("“a—b” "), *machines, Text(" it’s"))


def test_marks_find_each_other_across_bold_and_italics() -> None:
    assert revised(Text('"'), Strong((Text("Yes"),)), Text('," '), Emphasis((Text("he'd"),)), Text(' say "no')) == (
        Text("“"),
        Strong((Text("Yes"),)),
        Text(",” "),
        Emphasis((Text("he’d"),)),
        Text(" say “no"),
    )


def test_a_mark_after_a_line_break_opens() -> None:
    assert revised(Text("he said:"), LineBreak(), Text('"Yes."')) == (Text("he said:"), LineBreak(), Text("“Yes.”"))


def test_marks_around_code() -> None:
    assert revised(Text('the "'), Code("x"), Text('" command')) == (Text("the “"), Code("x"), Text("” command"))


def test_an_apostrophe_after_code() -> None:
    assert revised(Code("tuixue"), Text("'s users")) == (Code("tuixue"), Text("’s users"))


# ---- any text

PIECES = st.sampled_from(
    ['"', "'", "--", "-", "—", "–", "“", "”", "‘", "’", " ", "\n", "(", ")", "[", "/", ".", ",", "?", "a", "I", "s", "90s",
     "6", "2", "word", "don't", "\ufffc", "中", "é"]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=20).map("".join)


@settings(max_examples=examples(80), deadline=None)
@given(text=TEXTS)
def test_what_is_set_has_nothing_left_to_set(text: str) -> None:
    once = printed(text)
    assert printed(once) == once


@settings(max_examples=examples(80), deadline=None)
@given(text=TEXTS)
def test_nothing_but_marks_and_the_spaces_at_dashes_is_changed(text: str) -> None:
    def bare(words: str) -> str:
        return "".join(c for c in words if c not in "\"'“”‘’-— \n")

    once = printed(text)
    assert bare(once) == bare(text)
    assert len([c for c in once if c in '"“”']) == len([c for c in text if c in '"“”'])
    assert len([c for c in once if c in "'‘’"]) == len([c for c in text if c in "'‘’"])
    changes = revise_text(text, EN, EN, Stylebook(), SPOT).changes
    assert all(change.before in ('"', "'") or change.before.strip() == "--" for change in changes)
