"""The words that the book itself prints, in each language: labels, headings of its parts, notes' phrases."""

from dataclasses import dataclass

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
    section: str
    opening: str
    work: str
    list_comma: str
    semicolon: str
    stop: str
    colon: str
    dash: str
    sites: dict[str, str]
    watch: str
    guest: str
    host: str
    unnamed: str
    day: str
    file: str
    script: dict[Language, str]
    imprint: dict[str, str]
    paragraphs: str
    whole: str
    title_page: str
    cover: str
    glossary: str
    term_kinds: dict[TermKind, str]
    corrections: str
    corrections_intro: str
    by_terms: str
    several_lines: str
    enumeration_comma: str


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
        section="“{title}”一节",
        opening="篇首",
        work="《{title}》",
        list_comma="，",
        semicolon="；",
        stop="。",
        colon="：",
        dash="——",
        sites={"youtube": "YouTube", "bilibili": "哔哩哔哩"},
        watch="{site} {time}",
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
            "edition-name": "简体中文版",
            "date": "日期",
            "identifier": "标识",
            "rights": "权利",
            "made": "制作",
            "made-with": "由Yulu语录{version}编排，用OpenCC统一字形，经pandoc与WeasyPrint排成。",
            "excerpt": "节选：{chapters}",
        },
        paragraphs="第{numbers}段",
        whole="全节",
        title_page="扉页",
        cover="封面",
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
        section="「{title}」一節",
        opening="篇首",
        work="《{title}》",
        list_comma="，",
        semicolon="；",
        stop="。",
        colon="：",
        dash="——",
        sites={"youtube": "YouTube", "bilibili": "嗶哩嗶哩"},
        watch="{site} {time}",
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
            "edition-name": "繁體中文版",
            "date": "日期",
            "identifier": "識別碼",
            "rights": "權利",
            "made": "製作",
            "made-with": "由Yulu語錄{version}編排，用OpenCC統一字形，經pandoc與WeasyPrint排成。",
            "excerpt": "節選：{chapters}",
        },
        paragraphs="第{numbers}段",
        whole="全節",
        title_page="扉頁",
        cover="封面",
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
    ),
}
"""The languages that an edition can be set in."""


def chapter_label(number: int, language: Language) -> str:
    """4 → ``第四章``, in the numerals of GB/T 15835 for chapters; up to 99."""
    return LABELS[language].chapter.format(number=han_number(number))


def han_number(number: int) -> str:
    """12 → ``十二``; 1 to 99."""
    assert 0 < number < 100
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{_NUMERALS[tens]}十"
    return head + (_NUMERALS[ones] if ones else "")
