"""``chapters/terms.yaml`` → terms, conversions and second opinions; what is wrong with them, and where."""

import pytest

from book.diagnostics import Diagnostic
from book.model.term import Action, Policy, TermKind
from book.specs.terms_spec import TermsSpec, read_terms
from tests.languages import EN, ZH_HANS, ZH_HANT, localized
from tests.reporting import reported
from tests.specs.reading import found, value

SOUND = """\
terms:
  - id: tuixue
    kind: product
    zh-Hans: tuixue.online
    zh-Hant: tuixue.online
    en: tuixue.online
    policy: lock
    variants:
      - {text: 退學 online, lang: zh-Hant, action: correct, where: [feature#lead, feature#2]}
      - {text: tuixue, lang: en, action: keep}
    keep: feature#2
    note: {zh-Hans: 网站, en: a site}
  - {id: video, kind: term, zh-Hans: 视频, zh-Hant: 影片, en: video, policy: convert, glossary: false}
conversions:
  - {text: 回归, zh-Hant: 回歸, where: notes#1, because: not the statistical term}
  - {text: 執著, zh-Hans: 执着, because: 着 is the mainland form}
second-opinions:
  - {text: 了解, zh-Hant: 了解, other: 瞭解, because: the usual form}
"""
TERM = "terms:\n- {id: a, kind: term, zh-Hans: 甲, zh-Hant: 甲, en: A, policy: lock"


def terms(text: str) -> tuple[TermsSpec, list[Diagnostic]]:
    return reported(read_terms, value(text), printed=(ZH_HANS, EN))


def test_a_sound_term_base() -> None:
    spec, wrong = terms(SOUND)
    assert wrong == []
    tuixue, video = spec.terms
    assert (tuixue.id.text, tuixue.kind, tuixue.policy) == ("tuixue", TermKind.PRODUCT, Policy.LOCK)
    assert tuixue.forms == localized("tuixue.online", "tuixue.online", "tuixue.online")
    assert [(v.text.text, v.language, v.action, [str(w.address) for w in v.where]) for v in tuixue.variants] == [
        ("退學 online", ZH_HANT, Action.CORRECT, ["feature#lead", "feature#2"]),
        ("tuixue", EN, Action.KEEP, []),
    ]
    assert [str(reference.address) for reference in tuixue.keep] == ["feature#2"]
    assert tuixue.note == localized(zh_hans="网站", en="a site")
    assert (tuixue.in_glossary, video.in_glossary) == (True, False)
    assert video.forms == localized("视频", "影片", "video")
    assert [(o.text.text, o.target, o.result, [str(w.address) for w in o.where]) for o in spec.overrides] == [
        ("回归", ZH_HANT, "回歸", ["notes#1"]),
        ("執著", ZH_HANS, "执着", []),
    ]
    assert [o.because for o in spec.overrides] == ["not the statistical term", "着 is the mainland form"]
    assert [(o.text, o.target, o.result, o.other) for o in spec.opinions] == [("了解", ZH_HANT, "了解", "瞭解")]


def test_an_empty_term_base() -> None:
    assert terms("terms: []\n") == (TermsSpec(), [])
    assert terms("terms:\n") == (TermsSpec(), [])


@pytest.mark.parametrize("policy", list(Policy))
@pytest.mark.parametrize("kind", list(TermKind))
def test_every_policy_and_kind_can_be_written(policy: Policy, kind: TermKind) -> None:
    spec, wrong = terms(SOUND.replace("kind: term", f"kind: {kind}").replace("policy: convert", f"policy: {policy}"))
    assert wrong == []
    assert (spec.terms[1].policy, spec.terms[1].kind) == (policy, kind)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("kind: product", "kind: produkt", ("bad-value", 3, 11)),
        ("policy: lock", "policy: locked", ("bad-value", 7, 13)),
        ("action: correct", "action: correction", ("bad-value", 9, 50)),
        ("lang: zh-Hant", "lang: zh-TW", ("unknown-language", 9, 33)),
        ("[feature#lead, feature#2]", "[feature#lead, feature]", ("bad-value", 9, 81)),
        ("keep: feature#2", "keep: second part", ("bad-value", 11, 11)),
        ("    keep:", "    keeps:", ("unknown-key", 11, 5)),
        ("en: tuixue.online", "en: ''", ("bad-value", 6, 9)),
        ("    en: tuixue.online\n", "", ("missing-language", 2, 5)),
        ("  - id: tuixue\n    kind", "  - kind", ("missing-key", 2, 5)),
        ("note: {zh-Hans: 网站, en: a site}", "note: {en: a site}", ("missing-language", 12, 11)),
        ("note: {zh-Hans: 网站, en: a site}", "note: a site", ("wrong-type", 12, 11)),
        ("{id: video,", "{id: tuixue,", ("duplicate-key", 13, 10)),
        ("glossary: false", "glossary: never", ("bad-value", 13, 93)),
        ("zh-Hant: 回歸, ", "", ("bad-value", 15, 5)),
        ("zh-Hant: 回歸, ", "zh-Hant: 回歸, zh-Hans: 回归, ", ("bad-value", 15, 5)),
        ("{text: tuixue, lang: en", "{lang: en", ("missing-key", 10, 9)),
        (", because: not the statistical term", "", ("missing-key", 15, 5)),
        ("{text: 執著, ", "{", ("missing-key", 16, 5)),
        ("other: 瞭解, ", "", ("missing-key", 18, 5)),
        ("second-opinions:", "second-opinion:", ("unknown-key", 17, 1)),
    ],
    ids=lambda value: str(value) if isinstance(value, tuple) else None,
)
def test_one_mistake_is_one_diagnostic_at_its_place(old: str, new: str, expected: tuple[str, int, int]) -> None:
    assert SOUND.count(old) == 1 or "tuixue.online" in old
    _, wrong = terms(SOUND.replace(old, new, 1))
    assert found(wrong) == [expected]
    assert all(d.hint for d in wrong)


@pytest.mark.parametrize(("written", "is_in"), [("true", True), ("yes", True), ("false", False), ("no", False)])
def test_whether_a_term_is_in_the_glossary_is_written_as_any_other_yes_or_no(written: str, is_in: bool) -> None:
    spec, wrong = terms(SOUND.replace("glossary: false", f"glossary: {written}"))
    assert wrong == []
    assert spec.terms[1].in_glossary is is_in


def test_a_misspelt_script_of_a_conversion_is_one_mistake() -> None:
    _, wrong = terms(SOUND.replace("zh-Hans: 执着", "zh-Hnas: 执着"))
    assert [code for code, _, _ in found(wrong)] == ["unknown-key"]


def test_an_entry_with_a_mistake_is_left_out_and_the_others_are_read() -> None:
    spec, wrong = terms(SOUND.replace("policy: lock", "policy: locked").replace("zh-Hans: 执着", "zh-Hnas: 执着"))
    assert [term.id.text for term in spec.terms] == ["video"]
    assert [override.text.text for override in spec.overrides] == ["回归"]
    assert "bad-value" in [code for code, _, _ in found(wrong)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- a", ("wrong-type", 1, 1)),
        ("terms: a", ("wrong-type", 1, 8)),
        ("terms:\n- a", ("wrong-type", 2, 3)),
        (TERM + ", variants: a}", ("wrong-type", 2, 78)),
        (TERM + ", variants: [a]}", ("wrong-type", 2, 79)),
        (TERM + ", keep: [[a#1]]}", ("wrong-type", 2, 75)),
    ],
)
def test_values_of_a_wrong_type(text: str, expected: tuple[str, int, int]) -> None:
    assert found(terms(text)[1]) == [expected]


def test_every_mistake_is_reported() -> None:
    text = SOUND.replace("kind: product", "kind: x").replace("policy: lock", "policy: y").replace("lang: en", "lang: z")
    assert [(code, line) for code, line, _ in found(terms(text)[1])] == [
        ("bad-value", 3),
        ("bad-value", 7),
        ("unknown-language", 10),
    ]
