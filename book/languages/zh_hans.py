"""Chinese in Simplified script, as printed on the mainland."""

from book.languages.chinese import FONTS, SCREEN_STYLE, count_words, han_number, page_style, reads
from book.languages.chinese_punctuation import MAINLAND
from book.languages.chinese_text import CHINESE
from book.languages.labels import Imprint, Labels
from book.languages.profile import LineRules, Profile, QuotationMarks
from book.model.block import Kind
from book.model.language import Language
from book.model.term import TermKind

_LABELS = Labels(
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
    from_unit={"cue": "第{first}条字幕", "segment": "第{first}段"},
    units={"cue": "第{first}–{last}条字幕", "segment": "第{first}–{last}段"},
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
    roles={
        "guest": "嘉宾",
        "host": "主持",
        "moderator": "主持",
        "interviewer": "采访",
        "interviewee": "受访",
        "panelist": "与谈",
        "narrator": "旁白",
        "interpreter": "口译",
    },
    unnamed="未具名",
    file="文件",
    imprint=Imprint(
        title="书名",
        editor="编者",
        edition="版本",
        date="日期",
        identifier="标识",
        rights="权利",
        made="制作",
        made_with="由Yulu语录{version}编排，用OpenCC统一字形，经pandoc与WeasyPrint排成。",
        excerpt="节选：{chapters}",
    ),
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
    aside="（{text}）",
    edition_in_one="{language}版",
    edition_in_two="{first}、{second}对照版",
    translators_notes="译注",
    translators_note_name="译注 {number}",
    untranslated="尚无译文",
    between=" ",
)

_TAG = Language("zh-Hans")

SIMPLIFIED_CHINESE = Profile(
    language=_TAG,
    labels=_LABELS,
    quotation_marks=QuotationMarks("“", "”", "‘", "’"),
    partner=Language("en"),
    reads=lambda text: reads(text, _TAG),
    punctuate=MAINLAND.punctuate,
    neighbour="中",
    numeral=han_number,
    sorted_by=Language("en"),
    count_words=count_words,
    names={"en": "英文"},  # the written language, as in 中英文对照; CLDR has the spoken one, 英语
    fonts=FONTS,
    page_style=page_style(_TAG, serif="Noto Serif CJK SC", sans="Noto Sans CJK SC"),
    screen_style=SCREEN_STYLE,
    conventions=CHINESE,
    lines=LineRules(stops_keep_square=False),
)
