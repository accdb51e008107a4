"""Terms and script together: what the term base decides is masked, the rest is converted.

A dictionary entry can lose to another that overlaps it; a character of the private use area that stands
for a term or an override cannot. So those are found first, replaced by such a character, and put back.
"""

import difflib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from book.model.address import Address
from book.model.change import Cause, Change
from book.model.language import Language
from book.scripts.conversion import convert_script
from book.text.sentinels import MASK
from book.text.whole_words import whole_word


@dataclass(frozen=True, slots=True)
class Form:
    """Words of a source and what an edition prints for them."""

    text: str
    result: str
    plain: str
    """The same words in the edition's script, where they are left as they stand."""
    cause: Cause
    why: str
    """The id of the term, or the reason of the override."""
    places: frozenset[Address] = frozenset()
    """The sections where it holds; everywhere where there are none."""
    kept: frozenset[Address] = frozenset()
    """The sections where the words are left as they stand."""
    is_correction: bool = False
    """Whether it is printed in the book's list of corrections."""


class Forms:
    """Forms for one direction, found together, the longest first."""

    def __init__(self, forms: Iterable[Form]) -> None:
        """Order the forms; of equal words those for one place come first."""
        self.by_text: dict[str, list[Form]] = {}
        for form in sorted(forms, key=lambda f: (-len(f.text), not f.places)):
            self.by_text.setdefault(form.text, []).append(form)
        words = [MASK, *self.by_text]
        self.literal = re.compile("|".join(map(re.escape, words)))
        self.bounded = re.compile("|".join(map(whole_word, words)))

    def find(self, text: str, place: Address | None) -> Iterator[tuple[int, Form]]:
        """Where forms stand in the text of a place; ``None`` is the editors' own prose."""
        for start, word in self._words(text):
            if word == MASK:
                yield start, Form(MASK, MASK, MASK, Cause.SCRIPT, "")
                continue
            for form in self.by_text[word]:
                if form.places and place not in form.places:
                    continue
                if place in form.kept:
                    form = Form(word, form.plain, form.plain, Cause.SCRIPT, form.why)
                yield start, form
                break

    def _words(self, text: str) -> Iterator[tuple[int, str]]:
        """Where any of the words stand, whole: found as they are, which is quick, then looked at for their bounds."""
        found = self.literal.search(text)
        while found:
            stop = found.start() + 1
            whole = self.bounded.match(text, found.start())
            if whole:
                yield whole.start(), whole.group()
                stop = whole.end()
            found = self.literal.search(text, stop)

    def everywhere(self, text: str) -> Iterator[tuple[int, Form]]:
        """Where forms stand in a text, whatever places they hold in: what ``find`` would find in all of them."""
        for start, word in self._words(text):
            for form in self.by_text.get(word, ())[:1]:
                yield start, form


Converter = Callable[[str, Language, Language], str]


def convert(
    text: str,
    source: Language,
    target: Language,
    forms: Forms,
    place: Address | None,
    converter: Converter = convert_script,
) -> Iterator[Change]:
    """Text in one script → its changes into the other, terms and overrides first."""
    decided = list(forms.find(text, place))
    masked, last = [], 0
    for start, form in decided:
        masked += [text[last:start], MASK]
        last = start + len(form.text)
    masked.append(text[last:])
    whole = "".join(masked)
    converted = whole if source == target else converter(whole, source, target)
    plain, changed = whole.split(MASK), converted.split(MASK)
    assert len(plain) == len(changed), "a mask was lost in conversion"
    at = 0
    for number, (before, after) in enumerate(zip(plain, changed, strict=True)):
        if before != after:
            yield from _differences(at, before, after)
        at += len(before)
        if number < len(decided):
            form = decided[number][1]
            if form.text != form.result:
                cause = Cause.SCRIPT if form.result == form.plain else form.cause
                yield Change(at, form.text, form.result, cause, form.why, form.is_correction)
            at += len(form.text)


def _differences(at: int, before: str, after: str) -> Iterator[Change]:
    """The runs of characters in which two texts differ."""
    if len(before) == len(after):
        start = stop = -1
        for place in (place for place, (one, other) in enumerate(zip(before, after, strict=True)) if one != other):
            if place != stop:
                if stop > start:
                    yield Change(at + start, before[start:stop], after[start:stop], Cause.SCRIPT)
                start = place
            stop = place + 1
        if stop > start:
            yield Change(at + start, before[start:stop], after[start:stop], Cause.SCRIPT)
        return
    for kind, a, b, c, d in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            yield Change(at + a, before[a:b], after[c:d], Cause.SCRIPT)
