"""A small stylebook, and texts to revise."""

from hypothesis import strategies as st

from book.copyediting.revising import Revised
from book.copyediting.revisions import RevisionTable
from book.copyediting.stylebook import Stylebook, compile_stylebook
from book.diagnostics import Place
from book.diagnostics.located import Located
from book.model.address import Address
from book.model.block import Block, Kind, Paragraph
from book.model.document import Declaration, Document
from book.model.inline import Inline, Text
from book.model.language import Language
from book.model.source import Heading, Section, Source
from book.model.span import Characters, LineRange, Span
from book.readers.outline import with_ids
from book.specs.corrections_spec import read_corrections
from book.specs.terms_spec import read_terms
from book.specs.yaml_values import Value, read_yaml
from tests.languages import ZH_HANS, ZH_HANT, localized
from tests.reporting import reported

HANS, HANT = ZH_HANS, ZH_HANT

SHORT = st.sampled_from(
    list("系統系统發发裡里後后軟软件體说說“”‘’「」『』'\"，。,:;?!().…—-·‧• \u00a0\n《》0159aZ\ufffc\ue000\ue001")
)
WORDS = st.sampled_from(
    ["What do you want", "GPT", "tuixue online", "1,500", "02:33", "视频", "項目", "...", "--", "慈善项目", "工业届"]
)
ANY_TEXT = st.lists(SHORT | WORDS, max_size=25).map("".join)
"""Han of both scripts, Latin, marks, digits, and characters that have a meaning inside the program."""

_VOCABULARY = {
    HANS: ["视频", "软件", "项目", "慈善项目", "说", "发展", "头发", "我们", "后来", "皇后", "通过", "质量"],
    HANT: ["影片", "軟體", "專案", "項目", "慈善項目", "說", "發展", "頭髮", "我們", "後來", "皇后", "透過", "品質"],
}
_SHARED = ["，", "。", ",", ":", "?", "“", "”", "「", "」", "(", ")", "...", "--", " ", "1,500", "02:33"]
_SHARED += ["\ufffc", "GPT", "a", "人工"]


def sentences(language: Language) -> st.SearchStrategy[str]:
    """Texts in one script, with words of the small term base."""
    return st.lists(st.sampled_from([*_VOCABULARY[language], *_SHARED]), max_size=14).map("".join)


TERMS = """\
terms:
  - {id: tuixue, kind: product, zh-Hans: tuixue.online, zh-Hant: tuixue.online, en: tuixue.online, policy: lock,
     keep: [notes#2],
     variants: [
       {text: 退學 online, lang: zh-Hant, action: correct, where: [notes#1]},
       {text: tuixue online, lang: zh-Hans, action: unify},
       {text: tuixue, lang: zh-Hans, action: keep}]}
  - {id: gpt, kind: product, zh-Hans: GPT, zh-Hant: GPT, en: GPT, policy: lock}
  - {id: fafa, kind: person, zh-Hans: 发发, zh-Hant: 发发, en: Fafa, policy: lock}
  - {id: video, kind: term, zh-Hans: 视频, zh-Hant: 影片, en: video, policy: convert}
  - {id: video-game, kind: term, zh-Hans: 视频游戏, zh-Hant: 電玩遊戲, en: video game, policy: convert}
  - {id: software, kind: term, zh-Hans: 软件, zh-Hant: 軟體, en: software, policy: convert}
  - {id: by, kind: term, zh-Hans: 通过, zh-Hant: 透過, en: through, policy: convert, keep: notes#2}
  - {id: quality, kind: term, zh-Hans: 质量, zh-Hant: 品質, en: quality, policy: review}
  - {id: project, kind: term, zh-Hans: 项目, zh-Hant: 專案, en: project, policy: convert,
     variants: [
       {text: 項目, lang: zh-Hant, action: unify},
       {text: 慈善项目, lang: zh-Hans, action: keep},
       {text: 慈善項目, lang: zh-Hant, action: keep}]}
  - {id: nvidia, kind: org, zh-Hans: NVIDIA, zh-Hant: NVIDIA, en: NVIDIA, policy: lock,
     variants: [{text: NVIDAI, lang: zh-Hans, action: correct}, {text: NVIDAI, lang: en, action: correct}]}
conversions:
  - {text: 头发, zh-Hant: 頭發, where: [notes#2], because: to try a place}
  - {text: 系里, zh-Hant: 係裡, because: to try a whole book}
  - {text: 頭髮, zh-Hans: 头髮, because: to try the other way}
"""

CORRECTIONS = """\
corrections:
  - {at: notes#1, text: 工业届, to: 工业界, because: {zh-Hans: 误字, en: misprint}}
  - {at: [notes#1, notes#2], text: pipline, to: pipeline, because: {zh-Hans: 误字, en: misprint}}
  - {at: notes#2, text: 完了, to: 完了。, because: {zh-Hans: 脱句号, en: full stop missing}}
left-as-found:
  - {at: notes#2, text: 现代时代, because: {zh-Hans: 存疑, en: doubtful}}
"""


def parsed(text: str, path: str = "chapters/terms.yaml") -> Value:
    """A text that is sound YAML → its value."""
    value, wrong = reported(read_yaml, text, path)
    assert value is not None
    assert wrong == []
    return value


def notes() -> Source:
    """A document of two sections."""

    def section(address: str, *texts: str) -> Section:
        heading = Heading((Text(f"标题{address}"),), Span(LineRange(1, 1), Characters(0, 0)), HANS)
        blocks = tuple(
            Block(Paragraph((Text(t),)), Span(LineRange(2, 2), Characters(0, 0)), HANS, Kind.SUMMARY) for t in texts
        )
        return Section(address, heading, blocks, LineRange(1, 2))

    sections = with_ids("notes", (section("1", "在工业届写 pipline。"), section("2", "pipline 完了，现代时代。")))
    title = localized(zh_hans="笔记")
    file = Located("notes.txt", Place("seeds/sources.yaml"))
    declared = Declaration("notes", file, "markdown", HANS, title=title, short=title)
    return Source(Document(declared, ""), sections, ())


def revise(
    inlines: tuple[Inline, ...], source: Language, target: Language, style: Stylebook, spot: Address | None = None
) -> Revised:
    """Inlines in ``source`` → as an edition in ``target`` prints them."""
    return RevisionTable(style).inlines(inlines, source, target, spot)


def small_style() -> Stylebook:
    """The terms and corrections above."""
    terms, wrong = reported(read_terms, parsed(TERMS))
    assert wrong == []
    corrections, wrong = reported(read_corrections, parsed(CORRECTIONS, "chapters/corrections.yaml"))
    assert wrong == []
    style, wrong = reported(compile_stylebook, terms, corrections, (notes(),), ("notes",))
    assert wrong == []
    return style


STYLE = small_style()
