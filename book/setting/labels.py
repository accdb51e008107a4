"""The words that the book itself prints, in each language: labels, headings of its parts, notes' phrases."""

from dataclasses import dataclass
from datetime import date

from book.model.block import Kind
from book.model.language import Language
from book.model.term import TermKind


@dataclass(frozen=True, slots=True)
class Labels:
    """The furniture of one language; ``{…}`` is filled in by the setting."""

    contents: str
    notes: str
    note_name: str
    back_to_text: str
    chapter: str
    sources: str
    recordings: str
    documents: str
    left_out: str
    left_out_intro: str
    colophon: str
    kinds: dict[Kind, str]
    editors_note: str
    approximately: str
    editors_moment: str
    no_time: str
    from_line: str
    lines: str
    section_clause: str
    section_number: str
    opening: str
    work: str
    list_comma: str
    semicolon: str
    stop: str
    colon: str
    dash: str
    sites: dict[str, str]
    guest: str
    host: str
    unnamed: str
    day: str
    file: str
    script: dict[Language, str]
    imprint: dict[str, str]
    title_page: str
    glossary: str
    term_kinds: dict[TermKind, str]
    corrections: str
    corrections_intro: str
    by_terms: str
    several_lines: str
    enumeration_comma: str
    aside: str
    """Something said in brackets."""
    editions: dict[str, str]
    """What each edition is called."""
    translators_notes: str
    translators_note_name: str
    untranslated: str
    """Said beside a text that should be a translation and is not."""
    between: str
    """Between the things said beside a passage."""
    months: tuple[str, ...] = ()

    def printed_day(self, day: date) -> str:
        """2026-01-31 → ``2026年1月31日``, ``January 31, 2026``."""
        month = self.months[day.month - 1] if self.months else day.month
        return self.day.format(year=day.year, month=month, day=day.day)


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_NUMERALS = "零一二三四五六七八九"

LABELS: dict[Language, Labels] = {
    Language.ZH_HANS: Labels(
        contents="目录",
        notes="注释",
        note_name="注 {number}",
        back_to_text="回到正文",
        chapter="第{number}章",
        sources="资料来源",
        recordings="录像",
        documents="文献",
        left_out="未收录的文字",
        left_out_intro="以下文字没有收入本书，缘由附后。",
        colophon="版权页",
        kinds={
            Kind.TRANSCRIPT: "实录",
            Kind.QUOTATION: "引语",
            Kind.SUMMARY: "概述",
            Kind.COMMENTARY: "评论",
            Kind.EDITORIAL: "按语",
        },
        editors_note="编者按",
        approximately="≈{time}",
        editors_moment="时刻为编者所定",
        no_time="原文未标时刻",
        from_line="第{first}行",
        lines="第{first}–{last}行",
        section_clause="“{number}{title}”一节，",
        section_number="{number} ",
        opening="篇首",
        work="《{title}》",
        list_comma="，",
        semicolon="；",
        stop="。",
        colon="：",
        dash="——",
        sites={"youtube": "YouTube", "bilibili": "哔哩哔哩"},
        guest="嘉宾",
        host="主持",
        unnamed="未具名",
        day="{year}年{month}月{day}日",
        file="文件",
        script={Language.ZH_HANS: "简体中文", Language.ZH_HANT: "繁体中文", Language.EN: "英文"},
        imprint={
            "title": "书名",
            "editor": "编者",
            "edition": "版本",
            "date": "日期",
            "identifier": "标识",
            "rights": "权利",
            "made": "制作",
            "made-with": "由Yulu语录{version}编排，用OpenCC统一字形，经pandoc与WeasyPrint排成。",
            "excerpt": "节选：{chapters}",
        },
        title_page="扉页",
        glossary="人名与术语",
        term_kinds={
            TermKind.PERSON: "人物",
            TermKind.ORG: "机构",
            TermKind.PRODUCT: "产品与项目",
            TermKind.WORK: "作品与节目",
            TermKind.TERM: "术语",
        },
        corrections="订正表",
        corrections_intro="以下字句依原文件所写列出，箭头后是本书所印；正文中以虚线标出。",
        by_terms="名称有误，依人名与术语表改正",
        several_lines="第{numbers}行",
        enumeration_comma="、",
        aside="（{text}）",
        editions={
            "zh-Hans": "简体中文版",
            "zh-Hant": "繁体中文版",
            "en": "英文版",
            "zh-Hans-en": "简体中文、英文对照版",
            "zh-Hant-en": "繁体中文、英文对照版",
        },
        translators_notes="译注",
        translators_note_name="译注 {number}",
        untranslated="尚无译文",
        between=" ",
    ),
    Language.ZH_HANT: Labels(
        contents="目錄",
        notes="註釋",
        note_name="註 {number}",
        back_to_text="回到正文",
        chapter="第{number}章",
        sources="資料來源",
        recordings="影片",
        documents="文獻",
        left_out="未收錄的文字",
        left_out_intro="以下文字沒有收入本書，緣由附後。",
        colophon="版權頁",
        kinds={
            Kind.TRANSCRIPT: "實錄",
            Kind.QUOTATION: "引語",
            Kind.SUMMARY: "概述",
            Kind.COMMENTARY: "評論",
            Kind.EDITORIAL: "按語",
        },
        editors_note="編者按",
        approximately="≈{time}",
        editors_moment="時刻為編者所定",
        no_time="原文未標時刻",
        from_line="第{first}行",
        lines="第{first}–{last}行",
        section_clause="「{number}{title}」一節，",
        section_number="{number} ",
        opening="篇首",
        work="《{title}》",
        list_comma="，",
        semicolon="；",
        stop="。",
        colon="：",
        dash="——",
        sites={"youtube": "YouTube", "bilibili": "嗶哩嗶哩"},
        guest="來賓",
        host="主持",
        unnamed="未具名",
        day="{year}年{month}月{day}日",
        file="檔案",
        script={Language.ZH_HANS: "簡體中文", Language.ZH_HANT: "繁體中文", Language.EN: "英文"},
        imprint={
            "title": "書名",
            "editor": "編者",
            "edition": "版本",
            "date": "日期",
            "identifier": "識別碼",
            "rights": "權利",
            "made": "製作",
            "made-with": "由Yulu語錄{version}編排，用OpenCC統一字形，經pandoc與WeasyPrint排成。",
            "excerpt": "節選：{chapters}",
        },
        title_page="扉頁",
        glossary="人名與術語",
        term_kinds={
            TermKind.PERSON: "人物",
            TermKind.ORG: "機構",
            TermKind.PRODUCT: "產品與專案",
            TermKind.WORK: "作品與節目",
            TermKind.TERM: "術語",
        },
        corrections="訂正表",
        corrections_intro="以下字句依原文件所寫列出，箭頭後是本書所印；正文中以虛線標出。",
        by_terms="名稱有誤，依人名與術語表改正",
        several_lines="第{numbers}行",
        enumeration_comma="、",
        aside="（{text}）",
        editions={
            "zh-Hans": "簡體中文版",
            "zh-Hant": "繁體中文版",
            "en": "英文版",
            "zh-Hans-en": "簡體中文、英文對照版",
            "zh-Hant-en": "繁體中文、英文對照版",
        },
        translators_notes="譯註",
        translators_note_name="譯註 {number}",
        untranslated="尚無譯文",
        between=" ",
    ),
    Language.EN: Labels(
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
            Kind.TRANSCRIPT: "dialogue",
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
        guest="Guest",
        host="Host",
        unnamed="not named",
        day="{month} {day}, {year}",
        file="File",
        script={
            Language.ZH_HANS: "Simplified Chinese",
            Language.ZH_HANT: "Traditional Chinese",
            Language.EN: "English",
        },
        imprint={
            "title": "Title",
            "editor": "Editors",
            "edition": "Edition",
            "date": "Date",
            "identifier": "Identifier",
            "rights": "Rights",
            "made": "Production",
            "made-with": "Edited with Yulu {version}; Chinese script unified with OpenCC; "
            "set with pandoc and WeasyPrint.",
            "excerpt": "Excerpt: {chapters}",
        },
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
        enumeration_comma=", ",
        aside=" ({text})",
        editions={
            "zh-Hans": "Simplified Chinese",
            "zh-Hant": "Traditional Chinese",
            "en": "English",
            "zh-Hans-en": "Simplified Chinese and English",
            "zh-Hant-en": "Traditional Chinese and English",
        },
        translators_notes="Translator’s Notes",
        translators_note_name="Translator’s note {number}",
        untranslated="not yet translated",
        between=" · ",
        months=_MONTHS,
    ),
}
"""The languages that an edition can be set in."""


def chapter_label(number: int, language: Language) -> str:
    """4 → ``第四章``, in the numerals of GB/T 15835 for chapters, up to 99; ``Chapter 4``."""
    return LABELS[language].chapter.format(number=han_number(number) if language.is_chinese else number)


def han_number(number: int) -> str:
    """12 → ``十二``; 1 to 99."""
    assert 0 < number < 100
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{_NUMERALS[tens]}十"
    return head + (_NUMERALS[ones] if ones else "")
