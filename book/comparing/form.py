"""Whether the form of a translation is that of its original: stamps, URLs, bold, brackets, marks."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from book.comparing.figures import TIME
from book.comparing.pair import Finding, Pair, beginning, every, listed, notes, running_text, unequal
from book.comparing.terminology import terms_in
from book.languages import profile
from book.model.inline import Emphasis, Inline, Link, Literal, Strong, Text
from book.text.urls import href
from book.text.urls import urls as find_urls


def times(pair: Pair) -> Iterator[Finding]:
    """The stamps are the same: 41:08."""
    yield from _compared("times", "time", *(_stamps(running_text(side)) for side in (pair.original, pair.translation)))


def _stamps(text: str) -> list[str]:
    return [":".join(str(int(part)).zfill(2) for part in m.groups() if part) for m in TIME.finditer(text)]


def urls(pair: Pair) -> Iterator[Finding]:
    """Every URL is there, letter for letter."""
    sides = (_urls(side) for side in (pair.original, pair.translation))
    yield from _compared("urls", "URL", *sides)


def _urls(inlines: tuple[Inline, ...]) -> Iterator[str]:
    for inline in every(inlines):
        match inline:
            case Link(_, target):
                yield target
            case Text(content) | Literal(content):
                yield from (href(url.text) for url in find_urls(content))


def _compared(check: str, what: str, ours: Iterable[str], theirs: Iterable[str]) -> Iterator[Finding]:
    """Strings that must be the same on both sides."""
    before, after = Counter(ours), Counter(theirs)
    yield from unequal(check, what, sorted((before - after).elements()), sorted((after - before).elements()))


def links(pair: Pair) -> Iterator[Finding]:
    """As many links with words of their own."""
    counts = [sum(isinstance(i, Link) for i in every(side)) for side in (pair.original, pair.translation)]
    if counts[0] != counts[1]:
        yield Finding("links", f"the original has {counts[0]} links, the translation {counts[1]}")


def emphasis(pair: Pair) -> Iterator[Finding]:
    """As much in bold; as much in italics at least, for English has titles of works in italics too."""
    bold = [sum(isinstance(i, Strong) for i in every(side)) for side in (pair.original, pair.translation)]
    if bold[0] != bold[1]:
        yield Finding("emphasis", f"bold stands {bold[0]} times in the original and {bold[1]} times in the translation")
    slanted = [sum(isinstance(i, Emphasis) for i in every(side)) for side in (pair.original, pair.translation)]
    if slanted[0] > slanted[1]:
        message = f"italics stand {slanted[0]} times in the original and {slanted[1]} times in the translation"
        yield Finding("emphasis", message)


_PARTNERS = {")": "(", "]": "[", "】": "【"}
_BRACKET = re.compile(r"[()\[\]【】]")
_FULL = str.maketrans("（）［］", "()[]")
_GLOSS = re.compile(r"(?P<latin>[A-Za-z])?\((?P<inside>[^()]*)\)")


def brackets(pair: Pair) -> Iterator[Finding]:
    """As many pairs of brackets, each of them closed.

    A bracket that says a word over again in the other language may fall away, for in that language the two are one.
    """
    sides = [running_text(side).translate(_FULL) for side in (pair.original, pair.translation)]
    for name, text in zip(("original", "translation"), sides, strict=True):
        if lone := _lone_bracket(text):
            message = f"the bracket {lone} in the {name} has no partner: “{beginning(text)}”"
            yield Finding("brackets", message)
            return
    ours, theirs = (len(_BRACKET.findall(side)) // 2 for side in sides)
    needless = [
        sum(map(says_twice, _GLOSS.finditer(text))) if (says_twice := profile(language).conventions.says_twice) else 0
        for text, language in zip(sides, (pair.source, pair.target), strict=True)
    ]
    if ours - needless[0] > theirs or theirs - needless[1] > ours:
        yield Finding("brackets", f"the original has {ours} pairs of brackets, the translation {theirs}")


def _lone_bracket(text: str) -> str:
    """A text → its first bracket without a partner, or nothing."""
    opened: list[str] = []
    for mark in _BRACKET.findall(text):
        if mark not in _PARTNERS:
            opened.append(mark)
        elif not opened or opened.pop() != _PARTNERS[mark]:
            return str(mark)
    return opened[0] if opened else ""


_OPENING = re.compile("[“‘「『]")
_GOES_ON = re.compile("[,—，]” ?[^“”。.!?！？]{1,60}[,;，] ?“|，」[^「」。！？]{1,20}，「")
_QUOTED = re.compile("[“‘「『]([^“”‘’「」『』]*)[”’」』]")


def quotes(pair: Pair) -> Iterator[Finding]:
    """As many quotations, each of them closed; English may have titles in quotation marks where Chinese has 《》.

    The quotation marks around a name of the term base may fall away: 「天授」框架 is the Tianshou framework.
    """
    original, translation = running_text(pair.original), running_text(pair.translation)
    if translation.count("“") != translation.count("”") or translation.count("「") != translation.count("」"):
        yield Finding("quotes", f"a quotation mark in the translation has no partner: “{beginning(translation)}”")
        return
    if translation.count("‘") > translation.count("’") or translation.count("『") != translation.count("』"):
        yield Finding(
            "quotes", f"a single quotation mark in the translation has no partner: “{beginning(translation)}”"
        )
        return
    ours, theirs = _quotations(original), _quotations(translation)
    titles = original.count("《") - translation.count("《")
    names = sum(_is_name(quoted, pair) for quoted in _QUOTED.findall(original))
    if not ours - names + min(0, titles) <= theirs <= ours + max(0, titles):
        yield Finding("quotes", f"the original has {ours} quotations, the translation {theirs}")


def _quotations(text: str) -> int:
    """A text → how many quotations it has; one with ``he says`` in its middle is one."""
    return len(_OPENING.findall(text)) + text.count('"') // 2 - len(_GOES_ON.findall(text))


def _is_name(quoted: str, pair: Pair) -> bool:
    return any(form == quoted for form, _ in terms_in(quoted, pair.source, pair.terms))


def marks(pair: Pair) -> Iterator[Finding]:
    """Marks and spaces as the language of the translation sets them."""
    text = running_text(pair.translation)
    for mark in profile(pair.target).conventions.wrong_marks:
        if match := mark.pattern.search(text):
            around = text[max(0, match.start() - 15) : match.end() + 15].strip()
            hint = f"write {mark.right}" if mark.right else ""
            yield Finding("marks", f"{mark.what} in the translation: “{around}”", hint)


def script(pair: Pair) -> Iterator[Finding]:
    """Nothing is left in another language's script, where the language of the translation has a rule for that."""
    own = profile(pair.target).conventions
    texts = [running_text(pair.translation), *([] if own.notes_may_quote else notes(pair.translation))]
    if left := own.left_over("\n".join(texts)):
        yield Finding("script", f"{listed(left)} {own.left_over_is}")
