"""Case files: a title, what the registry declares, a document, and the outline it must become.

```
%% A title
%% language: zh-Hant
%% headings: 第一 | 第二
%% input
…the document…
%% outline
[address] 1: words of the heading, which stands in line 1 (number 1, level 2, 02:33 to 08:10) = 19: its translation
  3-4 paragraph: text with <b>bold</b>, <i>italics</i>, <code>code</code> and <a https://…>a link</a>
  5 item: an entry of a list · 6 item 1 depth 2: …
  7 verbatim: code, its line ends written ⏎
  8 paragraph transcript by ann: … (the kind and the speaker where they are not the document's)
    mirror 20 paragraph en: …
furniture:
  2 link
found:
  5:2 bad-time
```

An address written out is ``<u>https://…</u>``. A break that the author set is written ↵.
"""

from dataclasses import dataclass
from pathlib import Path

from book.diagnostics import Diagnostic, Place
from book.diagnostics.located import Located
from book.model.block import Block, Kind, ListItem, Paragraph, Verbatim
from book.model.document import Declaration, Document
from book.model.inline import Code, Corrected, Emphasis, Foreign, Gloss, Inline, LineBreak, Link, Literal, Strong, Text
from book.model.language import Language
from book.model.moment import format_stamp
from book.model.source import Section, Source
from book.model.span import LineRange
from book.readers import read_source
from book.text.characters import clean
from tests.reporting import reported

CASES = Path(__file__).resolve().parent / "cases"
MARK = "%% "


@dataclass(frozen=True, slots=True)
class Case:
    """One case of a case file."""

    format: str
    title: str
    settings: dict[str, str]
    input: str
    outline: str


def load_cases() -> list[Case]:
    """Every case of every case file, in the order of the files."""
    return [case for path in sorted(CASES.glob("*.txt")) for case in _cases(path)]


def _cases(path: Path) -> list[Case]:
    cases: list[Case] = []
    title, settings, parts, part = "", dict[str, str](), dict[str, list[str]](), ""

    def close() -> None:
        if title:
            text = {name: "\n".join(rows).strip("\n") for name, rows in parts.items()}
            assert set(text) == {"input", "outline"}, f"{path.name}: {title}"
            cases.append(Case(path.stem, title, settings, text["input"], text["outline"]))

    for row in path.read_text(encoding="utf-8").split("\n"):
        if not row.startswith(MARK):
            parts.setdefault(part, []).append(row)
            continue
        words = row.removeprefix(MARK).strip()
        if words in ("input", "outline"):
            part = words
            parts[part] = []
        elif part == "input":
            raise AssertionError(f"{path.name}: {title} has no outline")
        elif part == "outline" or not title:
            close()
            title, settings, parts, part = words, {}, {}, ""
        else:
            key, _, value = words.partition(": ")
            settings[key] = value
    close()
    return cases


def document(text: str, format: str, **settings: str) -> Document:
    """A text and what a registry would declare of it → a document."""
    place = Place("seeds/sources.yaml", 1, 1)
    known = {"language", "kind", "headings", "metadata", "kinds", "quoted", "speakers"}
    assert set(settings) <= known, settings

    def listed(key: str) -> list[str]:
        return [word.strip() for word in settings[key].split("|")] if key in settings else []

    def pairs(key: str) -> list[tuple[str, str]]:
        return [(name.strip(), value.strip()) for name, _, value in (word.partition("=") for word in listed(key))]

    def lines(written: str) -> LineRange:
        first, _, last = written.partition("-")
        return LineRange(int(first), int(last or first))

    declared = Declaration(
        id="doc",
        file=Located("doc.txt", place),
        format=format,
        language=Language(settings.get("language", "zh-Hans")),
        kind=Kind(settings.get("kind", "summary")),
        headings=tuple(Located(word, place) for word in listed("headings")),
        metadata=tuple((lines(written), place) for written in listed("metadata")),
        kinds=tuple((Located(address, place), Kind(kind)) for address, kind in pairs("kinds")),
        quoted=Located(settings["quoted"], place) if "quoted" in settings else None,
        speakers=tuple((label, Located(who, place)) for label, who in pairs("speakers")),
    )
    return Document(declared, reported(clean, text, declared.path)[0])


def read(text: str, format: str, **settings: str) -> tuple[Source, list[Diagnostic]]:
    """A text → its source and what is wrong with it."""
    return reported(read_source, document(text, format, **settings))


def outline_of(case: Case) -> str:
    """A case's document, read → the outline in the form of the case files."""
    given = document(case.input, case.format, **case.settings)
    source, diagnostics = reported(read_source, given)
    rows = [row for section in source.sections for row in _section(section, given)]
    headings = [h.lines for s in source.sections if s.heading for h in (s.heading, s.heading.mirror) if h]
    furniture = [f for f in source.furniture if f.what != "heading" or f.lines not in headings]
    if furniture:
        rows += ["furniture:", *(f"  {_lines(f.lines)} {f.what}" for f in furniture)]
    if diagnostics:
        rows += ["found:", *(f"  {d.place.line}:{d.place.column} {d.code}" for d in diagnostics)]
    return "\n".join(rows)


def _section(section: Section, given: Document) -> list[str]:
    row = f"[{section.address}]"
    if section.heading:
        row = f"{row} {_lines(section.heading.lines)}: {marked(section.heading.inlines)}".rstrip()
        facts = []
        if section.heading.number:
            facts.append(f"number {section.heading.number}")
        if section.heading.level != 1:
            facts.append(f"level {section.heading.level}")
        if section.start is not None:
            facts.append(format_stamp(section.start) + (f" to {format_stamp(section.end)}" if section.end else ""))
        row += f" ({', '.join(facts)})" if facts else ""
        if section.heading.mirror:
            mirror = section.heading.mirror
            row += f" = {_lines(mirror.lines)}: {marked(mirror.inlines)}"
    rows = [row]
    for block in section.blocks:
        rows.append("  " + _block(block, given.language, given.kind))
        if block.mirror:
            rows.append("    mirror " + _block(block.mirror, given.language, given.kind))
    return rows


def _block(block: Block, language: Language, kind: Kind) -> str:
    words = [_lines(block.lines)]
    match block.content:
        case Paragraph(inlines):
            words.append("paragraph")
            text = marked(inlines)
        case ListItem(inlines, ordinal, depth):
            words.append("item")
            words += [str(ordinal)] if ordinal is not None else []
            words += [f"depth {depth}"] if depth != 1 else []
            text = marked(inlines)
        case Verbatim(content):
            words.append("verbatim")
            text = content.replace("\n", "⏎")
    words += [str(block.kind)] if block.kind is not kind else []
    words += [f"by {block.speaker}"] if block.speaker else []
    words += [str(block.language)] if block.language is not language else []
    return f"{' '.join(words)}: {text}".rstrip()


def _lines(lines: LineRange) -> str:
    return str(lines.first) if lines.first == lines.last else f"{lines.first}-{lines.last}"


def marked(inlines: tuple[Inline, ...]) -> str:
    """Inlines → their text, what they are written as tags."""
    return "".join(_marked(inline) for inline in inlines)


def _marked(inline: Inline) -> str:
    match inline:
        case Text(content):
            return content.replace("\n", "⏎")
        case Literal(content):
            return content
        case Code(content):
            return f"<code>{content}</code>"
        case LineBreak():
            return "↵"
        case Strong(inlines):
            return f"<b>{marked(inlines)}</b>"
        case Emphasis(inlines):
            return f"<i>{marked(inlines)}</i>"
        case Link((Literal(address),), target) if address == target:
            return f"<u>{address}</u>"
        case Link(inlines, target):
            return f"<a {target}>{marked(inlines)}</a>"
        case Corrected() | Gloss() | Foreign():
            raise AssertionError("a reader corrects, annotates and translates nothing")
