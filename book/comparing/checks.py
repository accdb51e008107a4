"""A text and its translation → what in the two does not agree.

Each check is quiet on a right translation and loud on a slip. Where it is wrong for once an editor waives it by
its name. A translator's notes are no part of the running text: only their script is looked at.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from book.comparing.figures import differences
from book.comparing.form import brackets, emphasis, links, marks, quotes, script, times, urls
from book.comparing.pair import Finding, Pair, beginning, running_text, unequal
from book.comparing.sentences import align, deviation
from book.comparing.terminology import missing_terms, wrong_forms
from book.languages import profile
from book.model.term import TermKind
from book.scripts.conversion import fold
from book.text.han import HAN


def untranslated(pair: Pair) -> Iterator[Finding]:
    """No words, or those of the original; a bare link or name may stand as it is."""
    original, translation = running_text(pair.original), running_text(pair.translation)
    if not profile(pair.source).conventions.has_words(original):
        return
    if not translation.strip():
        yield Finding("untranslated", f"nothing is written for “{beginning(original)}”")
    elif original.split() == translation.split():
        yield Finding("untranslated", f"the translation repeats the original: “{beginning(original)}”")


def numbers(pair: Pair) -> Iterator[Finding]:
    """Every figure of the one has the same value in the other: 80%, 1500, 9.2k, 一千万, GPT-4o."""
    lost, added = differences(running_text(pair.original), pair.source, running_text(pair.translation), pair.target)
    hint = "write the same value: 几十万 is several hundred thousand, 一千万 ten million"
    yield from unequal("numbers", "figure", lost, added, hint)


def terms(pair: Pair) -> Iterator[Finding]:
    """Names and terms as the term base has them, and none of the wrong forms it warns of."""
    original, translation = running_text(pair.original), running_text(pair.translation)
    for missing in missing_terms(original, translation, pair.source, pair.target, pair.terms):
        accepted = " or ".join(f"“{form}”" for form in missing.accepted)
        what = "term" if missing.term.kind is TermKind.TERM else "name"
        message = f"the {what} “{missing.written}” is not translated as {accepted}"
        yield Finding("terms", message, f"see the term {missing.term.id}")
    for wrong in wrong_forms(translation, pair.target, pair.terms):
        yield Finding("terms", f"“{wrong.written}” in the translation is a wrong form", f"write “{wrong.right}”")


LIMIT = 3.0
"""The most standard deviations that are taken for chance: one text in 370 is further off (the three-sigma rule)."""
SHORTEST = 60.0
"""Characters of English; the length of less, about a dozen words, says nothing."""


def length(pair: Pair) -> Iterator[Finding]:
    """A translation is neither far too short for its original nor far too long."""
    ours = profile(pair.source).conventions.weight(running_text(pair.original))
    theirs = profile(pair.target).conventions.weight(running_text(pair.translation))
    if min(ours, theirs) <= 0 or max(ours, theirs) < SHORTEST:
        return
    found = deviation(ours, theirs)
    if abs(found) > LIMIT:
        short = "short" if found < 0 else "long"
        message = f"the translation is too {short}: {theirs / ours:.0%} of what is usual, {abs(found):.1f} deviations"
        yield Finding("length", message, "look for what is left out" if found < 0 else "look for what is added")


def sentences(pair: Pair) -> Iterator[Finding]:
    """No sentence is dropped or added; one may become two or three, or the reverse."""
    if pair.is_heading:
        return
    ours = profile(pair.source).conventions.sentences(running_text(pair.original))
    theirs = profile(pair.target).conventions.sentences(running_text(pair.translation))
    for bead in align(ours, theirs, pair.source, pair.target):
        if not bead.theirs:
            yield Finding("sentences", f"nothing seems to answer the sentence “{beginning(bead.ours[0])}”")
        elif not bead.ours:
            yield Finding("sentences", f"nothing in the original seems to be “{beginning(bead.theirs[0])}”")


_TWICE = re.compile(r"\b([A-Za-z]+)\s+\1\b", re.IGNORECASE)


def repeated(pair: Pair) -> Iterator[Finding]:
    """No word twice in a row, nor a sentence, but where the original has it twice too."""
    original, translation = running_text(pair.original), running_text(pair.translation)
    may_be_doubled = profile(pair.target).conventions.may_be_doubled
    if may_be_doubled is not None:
        for match in _TWICE.finditer(translation):
            if match[1].lower() not in may_be_doubled and match.group() not in original:
                yield Finding("doubled", f"a word stands twice in a row: “{match.group()}”")
    sides = ((original, pair.source), (translation, pair.target))
    twice = [profile(language).conventions.sentences(text) for text, language in sides]
    ours, theirs = ([one for one, next in pairwise(s) if one == next] for s in twice)
    if len(theirs) > len(ours):
        yield Finding("doubled", f"a sentence stands twice in a row: “{beginning(theirs[0])}”")


Check = Callable[[Pair], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    numbers,
    times,
    urls,
    links,
    emphasis,
    brackets,
    quotes,
    marks,
    script,
    terms,
    length,
    sentences,
    repeated,
)
"""In the order in which they are told; ``untranslated`` comes first, and where it speaks the others are silent."""


def findings(pair: Pair) -> tuple[Finding, ...]:
    """A pair → all in which the two differ."""
    if found := tuple(untranslated(pair)):
        return found
    return tuple(finding for check in CHECKS for finding in check(pair))


_SHORT = 5
"""The longest phrase, in words, that may answer several texts: Thanks for having me."""


def doubled(pairs: Sequence[tuple[str, Pair]]) -> Iterator[tuple[str, Finding]]:
    """Pairs by name → those with the translation of another whose original is different."""
    first: dict[str, tuple[str, str]] = {}
    for id, pair in pairs:
        text = " ".join(running_text(pair.translation).split())
        if pair.is_heading or len(re.findall(rf"[\w’]+|{HAN.pattern}", text)) <= _SHORT:
            continue
        original = fold(running_text(pair.original))
        before = first.setdefault(text, (id, original))
        if before[1] != original:
            message = f"the same translation stands at {before[0]}, for another text: “{beginning(text)}”"
            yield id, Finding("doubled", message)
