"""A shape of document that lives in the tests: a transcript in JSON, all in one line, as speech recognition writes it.

``[{"start": 0, "end": 4200, "speaker": "ann", "text": "…", "words": [[0, 900, "Good"], …]}, …]``; times are milliseconds
from the beginning of the recording. It is cited by its segments, counted from 1.
"""

import json

from book.diagnostics import Report
from book.model.block import Block, Kind, Paragraph, TimedWords
from book.model.document import Document
from book.model.inline import Text
from book.model.moment import Interval, Time
from book.model.span import Characters, LineRange, Span, Unit
from book.readers.shape import Element, Shape


def read_segments(document: Document, report: Report) -> list[Element]:
    """Segments → blocks with their own characters, times and number."""
    elements: list[Element] = []
    decoder = json.JSONDecoder()
    at = document.text.index("[") + 1
    number = 0
    while (start := document.text.find("{", at)) >= 0:
        segment, at = decoder.raw_decode(document.text, start)
        number += 1
        text = segment["text"]
        first = document.text.index(json.dumps(text, ensure_ascii=False), start) + 1
        line, _ = document.position(first)
        span = Span(
            LineRange(line, line),
            Characters(first, first + len(text)),
            Interval(Time(segment["start"]), Time(segment["end"])),
            Unit("segment", number, number),
        )
        words = []
        place = 0
        for begins, ends, word in segment["words"]:
            place = text.index(word, place)
            words.append(TimedWords(place, place + len(word), Interval(Time(begins), Time(ends))))
            place += len(word)
        content = Paragraph((Text(text),))
        elements.append(
            Block(content, span, document.language, Kind.TRANSCRIPT, segment["speaker"], words=tuple(words))
        )
    return elements


SEGMENTS = Shape(read_segments)
"""It has no options."""


def transcript(*segments: tuple[str, str]) -> str:
    """Speakers and what they say → the text of a transcript; a word takes 400 ms, and 100 ms of silence follow it."""
    rows = []
    now = 60_250
    for speaker, text in segments:
        words = []
        for word in text.split():
            words.append([now, now + 400, word])
            now += 500
        rows.append({"start": words[0][0], "end": words[-1][1], "speaker": speaker, "text": text, "words": words})
    return json.dumps(rows, ensure_ascii=False)
