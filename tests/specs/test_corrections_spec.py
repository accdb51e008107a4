"""``chapters/corrections.yaml`` → corrections and what is left as found; what is wrong with them, and where."""

import pytest

from book.diagnostics import Diagnostic
from book.specs.corrections_spec import CorrectionSpec, read_corrections
from tests.languages import EN, ZH_HANS, localized
from tests.reporting import reported
from tests.specs.reading import found, value

SOUND = """\
corrections:
  - at: [notes#3.3, notes#4]
    text: 工业届
    to: 工业界
    because: {zh-Hans: 误字, en: misprint}
  - {at: notes#3.4, text: pipline, to: pipeline, because: {zh-Hant: 誤字, en: misspelt}}
left-as-found:
  - at: digest#2
    text: tasks
    because: {zh-Hans: 不改, en: not changed}
"""


def corrections(text: str) -> tuple[tuple[CorrectionSpec, ...], list[Diagnostic]]:
    return reported(read_corrections, value(text), printed=(ZH_HANS, EN))


def test_sound_corrections() -> None:
    specs, wrong = corrections(SOUND)
    assert wrong == []
    assert [([str(at.address) for at in s.at], s.text.text, s.to, s.because) for s in specs] == [
        (["notes#3.3", "notes#4"], "工业届", "工业界", localized(zh_hans="误字", en="misprint")),
        (["notes#3.4"], "pipline", "pipeline", localized(zh_hant="誤字", en="misspelt")),
        (["digest#2"], "tasks", None, localized(zh_hans="不改", en="not changed")),
    ]


def test_no_corrections() -> None:
    assert corrections("corrections: []\n") == ((), [])


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("    to: 工业界\n", "", ("missing-key", 2, 5)),
        ("    to: 工业界", "    too: 工业界", ("unknown-key", 4, 5)),
        ("to: 工业界", "to: 工业届", ("bad-value", 4, 9)),
        ("text: 工业届", "text: ''", ("bad-value", 3, 11)),
        ("at: [notes#3.3, notes#4]", "at: [notes#3.3, notes]", ("bad-value", 2, 21)),
        ("{at: notes#3.4, ", "{", ("missing-key", 6, 5)),
        ("because: {zh-Hans: 误字, en: misprint}", "because: {zh-Hans: 误字}", ("missing-language", 5, 14)),
        ("because: {zh-Hans: 误字, en: misprint}", "because: misprint", ("wrong-type", 5, 14)),
        ("    text: tasks\n", "    text: tasks\n    to: of tasks\n", ("unknown-key", 10, 5)),
        ("left-as-found:", "left-as-fond:", ("unknown-key", 7, 1)),
    ],
)
def test_one_mistake_is_one_diagnostic_at_its_place(old: str, new: str, expected: tuple[str, int, int]) -> None:
    assert SOUND.count(old) == 1
    _, wrong = corrections(SOUND.replace(old, new))
    assert found(wrong) == [expected]
    assert all(d.hint for d in wrong)


def test_a_correction_with_a_mistake_is_left_out() -> None:
    specs, _ = corrections(SOUND.replace("    to: 工业界\n", ""))
    assert [spec.text.text for spec in specs] == ["pipline", "tasks"]
