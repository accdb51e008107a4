"""Chinese in Traditional script, as printed in Taiwan."""

from book.languages.chinese import FONTS, SCREEN_STYLE, count_words, han_number, page_style, reads
from book.languages.chinese_punctuation import TAIWAN
from book.languages.chinese_text import CHINESE
from book.languages.labels import Imprint, Labels
from book.languages.profile import LineRules, Profile, QuotationMarks
from book.model.block import Kind
from book.model.language import Language
from book.model.term import TermKind

_LABELS = Labels(
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
    from_unit={"cue": "第{first}條字幕", "segment": "第{first}段"},
    units={"cue": "第{first}–{last}條字幕", "segment": "第{first}–{last}段"},
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
    roles={
        "guest": "來賓",
        "host": "主持",
        "moderator": "主持",
        "interviewer": "採訪",
        "interviewee": "受訪",
        "panelist": "與談",
        "narrator": "旁白",
        "interpreter": "口譯",
    },
    unnamed="未具名",
    file="檔案",
    imprint=Imprint(
        title="書名",
        editor="編者",
        edition="版本",
        date="日期",
        identifier="識別碼",
        rights="權利",
        made="製作",
        made_with="由Yulu語錄{version}編排，用OpenCC統一字形，經pandoc與WeasyPrint排成。",
        excerpt="節選：{chapters}",
    ),
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
    aside="（{text}）",
    edition_in_one="{language}版",
    edition_in_two="{first}、{second}對照版",
    translators_notes="譯註",
    translators_note_name="譯註 {number}",
    untranslated="尚無譯文",
    between=" ",
)

_TAG = Language("zh-Hant")

TRADITIONAL_CHINESE = Profile(
    language=_TAG,
    labels=_LABELS,
    quotation_marks=QuotationMarks("「", "」", "『", "』"),
    partner=Language("en"),
    reads=lambda text: reads(text, _TAG),
    punctuate=TAIWAN.punctuate,
    neighbour="中",
    numeral=han_number,
    sorted_by=Language("en"),
    count_words=count_words,
    fonts=FONTS,
    page_style=page_style(_TAG, serif="Noto Serif CJK TC", sans="Noto Sans CJK TC"),
    screen_style=SCREEN_STYLE,
    conventions=CHINESE,
    lines=LineRules(stops_keep_square=True),
)
