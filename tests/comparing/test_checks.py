"""What the checks say of a pair: the cases of ``cases/pairs.txt``, whose form is told at its head."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from book.comparing import CHECKS, Finding, Pair, doubled, findings
from book.copyediting.stylebook import compile_stylebook
from book.model.language import Language
from book.model.term import Term
from book.specs.terms_spec import read_terms
from book.translation.markup import read_markup
from tests.copyediting.made import HANS, HANT, parsed
from tests.languages import EN
from tests.reporting import reported

CASES = Path(__file__).resolve().parent / "cases" / "pairs.txt"
LANGUAGES = {">": (HANS, EN), ">>": (HANS, EN), "T": (HANT, EN), "E": (EN, HANS)}

TERMS = """\
terms:
  - {id: weng, kind: person, zh-Hans: 翁家翌, zh-Hant: 翁家翌, en: Weng Jiayi, policy: lock, variants: [
       {text: Wang Jiayi, lang: en, action: correct}, {text: 翁, lang: zh-Hans, action: keep}]}
  - {id: openai, kind: org, zh-Hans: OpenAI, zh-Hant: OpenAI, en: OpenAI, policy: lock}
  - {id: tsinghua, kind: org, zh-Hans: 清华, zh-Hant: 清華, en: Tsinghua, policy: convert}
  - {id: tianshou, kind: product, zh-Hans: 天授, zh-Hant: 天授, en: Tianshou, policy: lock, variants: [
       {text: Tianshu, lang: en, action: correct}]}
  - {id: rl, kind: term, zh-Hans: 强化学习, zh-Hant: 強化學習, en: reinforcement learning, policy: convert, variants: [
       {text: RL, lang: zh-Hans, action: keep}, {text: RL, lang: en, action: keep}]}
  - {id: rlhf, kind: term, zh-Hans: RLHF, zh-Hant: RLHF, en: RLHF, policy: lock}
  - {id: value, kind: term, zh-Hans: 价值函数, zh-Hant: 價值函數, en: value function, policy: convert}
  - {id: worth, kind: term, zh-Hans: 价值, zh-Hant: 價值, en: worth, policy: convert}
  - {id: tuning, kind: term, zh-Hans: 微调, zh-Hant: 微調, en: fine-tuning, policy: convert}
  - {id: open, kind: term, zh-Hans: 开源, zh-Hant: 開源, en: open source, policy: convert}
  - {id: through, kind: term, zh-Hans: 通过, zh-Hant: 透過, en: through, policy: convert, glossary: false}
  - {id: quality, kind: term, zh-Hans: 质量, zh-Hant: 品質, en: quality, policy: review}
"""


def _terms() -> tuple[Term, ...]:
    spec, wrong = reported(read_terms, parsed(TERMS))
    assert wrong == []
    style, wrong = reported(compile_stylebook, spec, (), (), None)
    assert wrong == []
    return style.terms


ALL_TERMS = _terms()


@dataclass(frozen=True, slots=True)
class Case:
    """A pair, and the checks that must speak."""

    line: int
    tries: str
    mark: str
    original: str
    translation: str
    expected: frozenset[str]

    @property
    def pair(self) -> Pair:
        return made(self.original, self.translation, *LANGUAGES[self.mark], is_heading=self.mark == ">>")


def made(original: str, translation: str, source: Language, target: Language, *, is_heading: bool = False) -> Pair:
    """Two texts in Markdown → a pair."""
    return Pair(read_markup(original), read_markup(translation), source, target, is_heading, ALL_TERMS)


def _cases() -> Iterator[Case]:
    tries, mark, texts, last = "", "", {"": "", "<": ""}, ""
    for number, line in enumerate(CASES.read_text(encoding="utf-8").splitlines(), 1):
        first, _, written = line.partition(" ")
        if first == "#":
            tries = written.partition(" (")[0]
        elif not tries or not line:
            continue
        elif first in LANGUAGES:
            mark, texts, last = first, {"": written, "<": ""}, ""
        elif first == "<":
            texts["<"], last = written, "<"
        elif not first:
            texts[last] += line
        else:
            assert first in {"=", "!"}, f"line {number}"
            yield Case(number, tries, mark, texts[""], texts["<"], frozenset(written.split()))


ALL = tuple(_cases())
NAMES = {check.__name__ for check in CHECKS} - {"repeated"} | {"untranslated", "doubled"}


def of(check: str, found: Iterator[Finding] | tuple[Finding, ...]) -> list[str]:
    """The messages of one check."""
    return [finding.message for finding in found if finding.check == check]


@pytest.mark.parametrize("tries", dict.fromkeys(case.tries for case in ALL))
def test_the_checks_that_must_speak_do_and_no_others(tries: str) -> None:
    wrong = {}
    for case in (case for case in ALL if case.tries == tries):
        found = findings(case.pair)
        if {finding.check for finding in found} != case.expected:
            wrong[case.line] = found
    assert wrong == {}


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_check_is_tried_with_a_right_translation_and_a_wrong_one(name: str) -> None:
    tried = [case for case in ALL if name in case.tries.split(", ")]
    assert any(name in case.expected for case in tried)
    assert any(not case.expected for case in tried)


def test_a_message_names_the_strings_in_question() -> None:
    def found(check: str, original: str, translation: str) -> str:
        (message,) = of(check, findings(made(original, translation, HANS, EN)))
        return message

    assert found("numbers", "有60分。", "There are 50 points.").endswith("has the figure “60”, the translation “50”")
    assert (
        found("numbers", "有60分。", "There are points.") == "the figure “60” of the original is not in the translation"
    )
    assert found("times", "见41:08。", "See 41:09.").endswith("has the time “41:08”, the translation “41:09”")
    assert "“天授” is not translated as “Tianshou”" in found("terms", "天授很好。", "It is good.")
    assert "“炼丹”" in found("script", "炼丹很好。", "This 炼丹 is good.")


def test_a_hint_says_what_to_write() -> None:
    (finding,) = findings(made("翁家翌走了。", "Wang Jiayi and Weng Jiayi left.", HANS, EN))
    assert finding.hint == "write “Weng Jiayi”"


LONG = "He says that what matters most is to explore what you want."


def test_two_texts_may_not_have_the_same_translation() -> None:
    pairs = [("a", made("他说最重要的是探索。", LONG, HANS, EN)), ("b", made("他说钱最重要。", LONG, HANS, EN))]
    ((id, finding),) = doubled(pairs)
    assert (id, finding.check) == ("b", "doubled")
    assert "stands at a" in finding.message


@pytest.mark.parametrize(
    "pairs",
    [
        [made("他说最重要的是探索。", LONG, HANS, EN), made("他說最重要的是探索。", LONG, HANT, EN)],
        [made("谢谢你。", "Thank you.", HANS, EN), made("多谢。", "Thank you.", HANS, EN)],
        [made(text, LONG, HANS, EN, is_heading=True) for text in ("他说最重要的是探索", "探索最重要")],
        [made("他走了。", LONG, HANS, EN), made("他来了。", LONG + " So.", HANS, EN)],
    ],
    ids=["two scripts", "very short", "headings", "different"],
)
def test_a_translation_may_stand_twice(pairs: list[Pair]) -> None:
    assert list(doubled([(str(number), pair) for number, pair in enumerate(pairs)])) == []
