"""Extracts → what appears beside them and the notes that cite them.

A stamp of the source is exact, a range where the source gives the next stamp; an editor's moment is
marked ≈ and said to be the editor's; where nobody gives a time none is printed. The time is always
printed as text, and is a link besides: readers that drop links still show it.
"""

from book.editorial.manuscript import Extract
from book.languages import Labels, QuotationMarks
from book.model.inline import Emphasis, Inline, Link, Literal, Text, map_text, plain_text, without_notes
from book.model.moment import Moment, TimeBasis, format_stamp, moment_text
from book.model.recording import Recording
from book.model.source import Section, Source
from book.model.span import Span, around
from book.setting.desk import Desk
from book.setting.galley import Origin, Reference
from book.translation.fair_copy import CorrectionMade


def origin(extract: Extract, desk: Desk) -> Origin:
    """An extract → what appears beside it."""
    recording = extract.source.recording
    site = recording.sites[0] if recording and recording.sites else None
    moment = extract.moment
    labels = desk.labels
    kinds = dict.fromkeys(labels.kinds[passage.kind] for passage in extract.passages)
    return Origin(
        time=moment_text(moment, labels.approximately),
        time_target=site.url(moment.start.seconds) if site and moment else "",
        source=desk.words(extract.source.short),
        recording=desk.words(recording.short) if recording else "",
        kind=desk.profile.enumeration_comma.join(kinds),
    )


def reference(extract: Extract, number: int, desk: Desk) -> Reference:
    """An extract → its note: document, section, lines, kind and speakers, moment, and where to see it."""
    source, labels = extract.source, desk.labels
    result: list[Inline] = [
        Text(desk.words(source.short)),
        *work(source, desk),
        Text(labels.list_comma),
        *section_clause(extract.section, desk),
        Text(_lines(extract, desk)),
        Text(labels.semicolon),
        Text(_kinds(extract, desk)),
    ]
    recording = source.recording
    if recording is not None:
        result += [Text(labels.semicolon), Text(desk.words(recording.short)), Text(labels.list_comma)]
        result += moment_inlines(extract.moment, recording, labels)
    result.append(Text(labels.stop))
    return Reference(number, tuple(result), corrections_cited(extract.section, desk))


def _lines(extract: Extract, desk: Desk) -> str:
    """Where an extract stands, in the half of its document that the edition prints."""
    printed = [desk.printed(block).span for passage in extract.passages for block in passage.blocks]
    return place_text(around(printed), desk.labels)


def work(source: Source, desk: Desk) -> tuple[Inline, ...]:
    """A document's title as titles of works are printed: in 《》, or in italics."""
    before, after = desk.labels.work.split("{title}")
    title: Inline = Text(desk.words(source.title))
    if desk.profile.titles_are_italic:
        title = Emphasis((title,))
    return tuple(inline for inline in (Text(before), title, Text(after)) if inline != Text(""))


def section_clause(section: Section, desk: Desk) -> tuple[Inline, ...]:
    """A section → ``“天授”一节，``, ``“Tianshou,” ``: what is printed before its lines, with the document's own number.

    A translator's note on the heading is printed with the heading itself, and not where it is cited. In English the
    comma goes inside the quotation marks, and not after a question or an exclamation (The Chicago Manual of Style,
    17th edition, §§ 6.9, 6.125).
    """
    heading, labels = section.heading, desk.labels
    if heading is None:
        return (Text(labels.opening + labels.list_comma),)
    inner = _inner_marks(desk.profile.quotation_marks)
    words = map_text(without_notes(desk.heading(heading).inlines), lambda text: text.translate(inner))
    last = words[-1] if words else None
    if isinstance(last, Text):
        words = (*words[:-1], Text(last.content.rstrip("。.")))
    number = labels.section_number.format(number=heading.number) if heading.number else ""
    before, after = labels.section_clause.split("{title}")
    if desk.profile.comma_goes_inside and plain_text(words).endswith(("?", "!")):
        after = after.lstrip(",")
    return (Text(before.format(number=number)), *words, Text(after))


def _inner_marks(marks: QuotationMarks) -> dict[int, str]:
    """A table from the marks of a quotation to those of one inside another (GB/T 15834 § 4.8; 手冊「引號」)."""
    return {ord(marks.opening): marks.inner_opening, ord(marks.closing): marks.inner_closing}


def corrections_cited(section: Section, desk: Desk) -> tuple[CorrectionMade, ...]:
    """The corrections in the heading that a citation of a section prints."""
    return desk.heading(section.heading).corrections if section.heading else ()


def place_text(span: Span, labels: Labels) -> str:
    """Where a text stands as printed: by the document's own count (``cues 12–14``), else by its lines."""
    unit = span.unit
    if unit is None:
        return line_text(span.lines.first, span.lines.last, labels)
    patterns, plain = (labels.from_unit, "{first}") if unit.first == unit.last else (labels.units, "{first}–{last}")
    return patterns.get(unit.name, f"{unit.name} {plain}").format(first=unit.first, last=unit.last)


def line_text(first: int, last: int, labels: Labels) -> str:
    """Lines of a document as printed."""
    pattern = labels.from_line if first == last else labels.lines
    return pattern.format(first=first, last=last)


def moment_inlines(moment: Moment | None, recording: Recording, labels: Labels) -> tuple[Inline, ...]:
    """The moment, and a link to it on each site that is known."""
    result: list[Inline] = []
    seconds = None
    stamp = ""
    if moment is None:
        result.append(Text(labels.no_time))
    else:
        seconds, stamp = moment.start.seconds, format_stamp(moment.start)
        result.append(Literal(moment_text(moment, labels.approximately)))
        if moment.basis is TimeBasis.EDITOR:
            result.append(Text(labels.aside.format(text=labels.editors_moment)))
    for site in recording.sites:
        name = labels.sites.get(site.name, site.name)
        result += [Text(labels.list_comma), Link((Literal(_at(name, stamp)),), site.url(seconds))]
    return tuple(result)


def _at(site: str, stamp: str) -> str:
    """``YouTube 41:08``, but no space after Han."""
    return f"{site} {stamp}".strip() if site[-1:].isascii() else site + stamp


def _kinds(extract: Extract, desk: Desk) -> str:
    """The kinds of an extract, each with the people whose words they are."""
    labels = desk.labels
    speakers: dict[str, dict[str, None]] = {}
    for passage in extract.passages:
        names = speakers.setdefault(labels.kinds[passage.kind], {})
        if passage.speaker is not None:
            names[desk.words(passage.speaker.name)] = None
    comma = desk.profile.enumeration_comma
    return comma.join(
        kind + (labels.aside.format(text=comma.join(names)) if names else "") for kind, names in speakers.items()
    )
