"""Words as they are printed ↔ the raw text they were read from, with its markup."""

_LONGEST = 12
"""How many letters in a row decide where words go on after markup. More would span the next markup too often."""


def aligned(text: str, raw: str) -> list[int | None]:
    """A text and the raw text that holds it → the place of each character in ``raw``, None for one that isn't there.

    Letters and digits keep their order. Where markup lies between them the words go on where the most letters agree,
    so that a label or an address before them isn't taken for them.
    """
    wanted = [place for place, character in enumerate(text) if character.isalnum()]
    latest = _latest(text, raw, wanted)
    places: list[int | None] = [None] * len(text)
    at = 0
    for number, place in enumerate(wanted):
        limit = latest[place]
        if limit is None:
            continue
        if not raw.startswith(text[place], at) or number == 0:
            at = _next(text, place, raw, at, limit)
        places[place] = at
        at += 1
    for place, character in enumerate(text):
        if place and places[place] is None and not character.isalnum():
            before = places[place - 1]
            if before is not None and raw.startswith(character, before + 1):
                places[place] = before + 1
    return places


def _latest(text: str, raw: str, wanted: list[int]) -> dict[int, int | None]:
    """The last place of ``raw`` at which each letter may be found, if all those after it are to be found too."""
    latest: dict[int, int | None] = {}
    end = len(raw)
    for place in reversed(wanted):
        found = raw.rfind(text[place], 0, end)
        latest[place] = found if found >= 0 else None
        end = found if found >= 0 else end
    return latest


def _next(text: str, place: int, raw: str, at: int, limit: int) -> int:
    """Where the words go on in ``raw``, from ``at`` to ``limit``: with the longest run that is found there.

    A run with the marks and spaces before it is looked for first.
    """
    start = place
    while start and not text[start - 1].isalnum():
        start -= 1
    for length in range(min(_LONGEST, len(text) - place), 0, -1):
        for first in (start, place):
            found = raw.find(text[first : place + length], at) + place - first
            if at <= found <= limit and raw.startswith(text[place : place + length], found):
                return found
    return limit
