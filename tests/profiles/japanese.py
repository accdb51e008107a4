"""Japanese, in one file: what somebody writes who adds a language. Nothing in the program knows of it."""

import re

from book.languages import FontFile, Imprint, Labels, LineRules, Profile, QuotationMarks
from book.model.block import Kind
from book.model.language import Language
from book.model.term import TermKind

_KANA = re.compile("[\u3041-\u309f\u30a1-\u30ff]")

JAPANESE = Profile(
    language=Language("ja"),
    labels=Labels(
        contents="目次",
        notes="注",
        note_name="注{number}",
        back_to_text="本文に戻る",
        chapter="第{number}章",
        sources="資料",
        recordings="収録",
        documents="文書",
        left_out="収めなかった文章",
        left_out_intro="次の文章は、記した理由により本書に収めていない。",
        colophon="奥付",
        kinds={
            Kind.TRANSCRIPT: "書き起こし",
            Kind.QUOTATION: "引用",
            Kind.SUMMARY: "要約",
            Kind.COMMENTARY: "論評",
            Kind.EDITORIAL: "編者の文",
        },
        editors_note="編者注",
        approximately="≈{time}",
        editors_moment="時刻は編者による",
        no_time="原文に時刻なし",
        from_line="{first}行目",
        lines="{first}–{last}行目",
        from_unit={"cue": "字幕{first}", "segment": "第{first}区分"},
        units={"cue": "字幕{first}–{last}", "segment": "第{first}–{last}区分"},
        section_clause="「{number}{title}」の節、",
        section_number="{number} ",
        opening="冒頭",
        work="『{title}』",
        list_comma="、",
        semicolon="；",
        stop="。",
        colon="：",
        dash="――",
        sites={"youtube": "YouTube", "bilibili": "ビリビリ"},
        roles={
            "guest": "ゲスト",
            "host": "司会",
            "moderator": "進行",
            "interviewer": "聞き手",
            "interviewee": "話し手",
            "panelist": "登壇者",
            "narrator": "語り",
            "interpreter": "通訳",
        },
        unnamed="名は記されていない",
        file="ファイル",
        imprint=Imprint(
            title="書名",
            editor="編者",
            edition="版",
            date="発行日",
            identifier="識別子",
            rights="権利",
            made="制作",
            made_with="Yulu {version}で編集し、pandocとWeasyPrintで組んだ。",
            excerpt="抜粋：{chapters}",
        ),
        title_page="扉",
        glossary="人名と用語",
        term_kinds={
            TermKind.PERSON: "人名",
            TermKind.ORG: "団体",
            TermKind.PRODUCT: "製品",
            TermKind.WORK: "作品",
            TermKind.TERM: "用語",
        },
        corrections="訂正",
        corrections_intro="矢印の前は文書の語句、後は本書の語句である。",
        by_terms="名の誤りを「人名と用語」により改めた",
        several_lines="{numbers}行目",
        aside="（{text}）",
        edition_in_one="{language}版",
        edition_in_two="{first}・{second}対訳版",
        translators_notes="訳注",
        translators_note_name="訳注{number}",
        untranslated="未訳",
        between=" ",
    ),
    quotation_marks=QuotationMarks("「", "」", "『", "』"),
    partner=Language("en"),
    reads=lambda text: bool(_KANA.search(text)),
    neighbour="日",
    count_words=lambda text: len(re.findall(r"[\u3040-\u30ff\u4e00-\u9fff]|[A-Za-z0-9]+", text)),
    fonts=tuple(
        FontFile(f"Noto{face}CJK-{weight}.ttc", "fonts-noto-cjk")
        for face in ("Serif", "Sans")
        for weight in ("Regular", "Bold")
    ),
    page_style="""
        html:lang(ja) { --han: "Noto Serif CJK JP"; --sans: "Noto Sans CJK JP", Symbola }
        :lang(ja) p { text-align: justify }
        .second:lang(ja) {
          --han: "Noto Serif CJK JP"; --sans: "Noto Sans CJK JP", Symbola; --serif: Latin, var(--han), Symbola;
          --bold: LatinBold, var(--han), Symbola; font-family: var(--serif);
        }
    """,
    screen_style=":lang(ja) p { text-indent: 1em }\n",
    lines=LineRules(stops_keep_square=False),
)
