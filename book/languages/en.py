"""English, as printed in the United States."""

import re
from pathlib import Path

from book.languages.english_punctuation import punctuate_english
from book.languages.english_text import ENGLISH_TEXT
from book.languages.labels import Imprint, Labels
from book.languages.profile import FontFile, Profile, QuotationMarks
from book.model.block import Kind
from book.model.language import Language
from book.model.term import TermKind
from book.text.han import is_mostly_han

_LABELS = Labels(
    contents="Contents",
    notes="Notes",
    note_name="Note {number}",
    back_to_text="Back to the text",
    chapter="Chapter {number}",
    sources="Sources",
    recordings="Recordings",
    documents="Documents",
    left_out="Texts Left Out",
    left_out_intro="The following texts are not in this book, for the reasons given.",
    colophon="Colophon",
    kinds={
        Kind.TRANSCRIPT: "transcript",
        Kind.QUOTATION: "quotation",
        Kind.SUMMARY: "summary",
        Kind.COMMENTARY: "commentary",
        Kind.EDITORIAL: "editorial",
    },
    editors_note="Editors’ note",
    approximately="≈{time}",
    editors_moment="time supplied by the editors",
    no_time="no time in the document",
    from_line="line {first}",
    lines="lines {first}–{last}",
    from_unit={"cue": "cue {first}", "segment": "segment {first}"},
    units={"cue": "cues {first}–{last}", "segment": "segments {first}–{last}"},
    section_clause="{number}“{title},” ",
    section_number="§ {number}, ",
    opening="opening",
    work=", {title}",
    list_comma=", ",
    semicolon="; ",
    stop=".",
    colon=": ",
    dash="—",
    sites={"youtube": "YouTube", "bilibili": "Bilibili"},
    roles={
        "guest": "Guest",
        "host": "Host",
        "moderator": "Moderator",
        "interviewer": "Interviewer",
        "interviewee": "Interviewee",
        "panelist": "Panelist",
        "narrator": "Narrator",
        "interpreter": "Interpreter",
    },
    unnamed="not named",
    file="File",
    imprint=Imprint(
        title="Title",
        editor="Editors",
        edition="Edition",
        date="Date",
        identifier="Identifier",
        rights="Rights",
        made="Production",
        made_with="Edited with Yulu {version}; Chinese text converted with OpenCC; set with pandoc and WeasyPrint.",
        excerpt="Excerpt: {chapters}",
    ),
    title_page="Title page",
    glossary="Names and Terms",
    term_kinds={
        TermKind.PERSON: "People",
        TermKind.ORG: "Organizations",
        TermKind.PRODUCT: "Products and Projects",
        TermKind.WORK: "Works and Programs",
        TermKind.TERM: "Terms",
    },
    corrections="Corrections",
    corrections_intro="The words of each document stand before the arrow, in its own language; what this book "
    "prints, or what its translation follows, stands after it. English words so corrected are underdotted.",
    by_terms="a wrong name, corrected to agree with “Names and Terms”",
    several_lines="lines {numbers}",
    aside=" ({text})",
    edition_in_one="{language}",
    edition_in_two="{first} and {second}",
    translators_notes="Translator’s Notes",
    translators_note_name="Translator’s note {number}",
    untranslated="not yet translated",
    between=" · ",
)

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_STYLES = Path(__file__).parent / "styles"

ENGLISH = Profile(
    language=Language("en"),
    labels=_LABELS,
    quotation_marks=QuotationMarks("“", "”", "‘", "’"),
    partner=Language("zh-Hans"),
    reads=lambda text: not is_mostly_han(text),
    punctuate=punctuate_english,
    titles_are_italic=True,
    comma_goes_inside=True,
    count_words=lambda text: len(_WORD.findall(text)),
    conventions=ENGLISH_TEXT,
    fonts=tuple(
        FontFile(f"EBGaramond12-{weight}.otf", "fonts-ebgaramond", is_embedded=True)
        for weight in ("Regular", "Italic", "Bold")
    ),
    page_style=(_STYLES / "en.page.css").read_text(encoding="utf-8"),
    screen_style=(_STYLES / "en.screen.css").read_text(encoding="utf-8"),
)
