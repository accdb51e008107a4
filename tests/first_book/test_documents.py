"""The five documents of this repository's book, as people who read them would list them."""

import pytest

from book.editorial.addresses import find_sections
from book.model.block import Block, Kind, ListItem
from book.model.source import Section, Source
from book.pipeline.project import Project
from tests.languages import EN, ZH_HANS

STAMPS = (
    ("02:33", 153), ("08:10", 490), ("16:02", 962), ("19:23", 1163), ("28:00", 1680), ("30:38", 1838),
    ("32:47", 1967), ("41:08", 2468), ("48:07", 2887), ("49:54", 2994), ("56:21", 3381), ("59:46", 3586),
    ("1:01:54", 3714), ("1:06:31", 3991), ("1:09:28", 4168), ("1:13:13", 4393), ("1:14:22", 4462),
    ("1:19:18", 4758), ("1:24:09", 5049), ("1:27:01", 5221), ("1:32:08", 5528), ("1:36:30", 5790),
    ("1:38:34", 5914), ("1:43:30", 6210), ("1:44:02", 6242), ("1:46:37", 6397), ("1:52:48", 6768),
)  # fmt: skip
"""The stamps of the timed summary and their seconds."""

DOCUMENTS = ("notes", "summary", "feature", "digest", "schulman")


def source(book: Project, id: str) -> Source:
    return next(source for source in book.sources if source.id == id)


def section(book: Project, id: str, address: str) -> Section:
    return next(section for section in source(book, id).sections if section.address == address)


def blocks(source: Source) -> list[Block]:
    return [block for section in source.sections for block in section.blocks]


def test_there_are_five_documents(own_book: Project) -> None:
    assert tuple(source.id for source in own_book.sources) == DOCUMENTS


def test_addresses_that_the_chapters_and_people_write(own_book: Project) -> None:
    by_id = {source.id: source for source in own_book.sources}
    for id, address, canonical in (
        ("summary", "01:09:28", "1:09:28"),
        ("summary", "1:09:29", None),
        ("feature", "清华", "清華-打破資訊差"),
        ("feature", "天授與-tuixue-online", "天授與-tuixue-online-做慈善的工程師"),
        ("feature", "进入 OpenAI", "進入-openai"),
        ("digest", "Deep Thinking on the AI Industry", "2"),
        ("digest", "2", "2"),
        ("schulman", "研究管理的艺术", "研究管理的艺术"),
        ("notes", "3.1", "3.1"),
        ("notes", "3.10", "3.10"),
    ):
        sections = find_sections(by_id[id], address).sections
        assert [s.address for s in sections] == ([] if canonical is None else [canonical]), (id, address)


class TestTimedSummary:
    def test_its_stamps(self, own_book: Project) -> None:
        stamped = [s for s in source(own_book, "summary").sections if s.start is not None]
        assert tuple((s.address, s.start.seconds) for s in stamped if s.start) == STAMPS

    def test_every_section_ends_where_the_next_begins(self, own_book: Project) -> None:
        stamped = [s for s in source(own_book, "summary").sections if s.start is not None]
        assert [s.end.seconds if s.end else None for s in stamped] == [seconds for _, seconds in STAMPS[1:]] + [None]

    def test_only_one_section_has_two_paragraphs(self, own_book: Project) -> None:
        counts = {s.address: len(s.blocks) for s in source(own_book, "summary").sections if s.start is not None}
        assert counts == {address: 2 if address == "41:08" else 1 for address, _ in STAMPS[:-1]} | {"1:52:48": 1}

    def test_its_other_headings(self, own_book: Project) -> None:
        plain = [(s.title, len(s.blocks)) for s in source(own_book, "summary").sections if s.start is None]
        assert plain == [("", 1), ("影片重點", 8), ("詳細內容", 0), ("我的想法", 7)]

    def test_its_points_are_a_list(self, own_book: Project) -> None:
        points = section(own_book, "summary", "影片重點").blocks
        assert all(isinstance(block.content, ListItem) for block in points)
        assert points[0].text == "翁家翌從小就具備「投資未來」的超前學習意識,初中便開始自學高中數學"

    def test_its_link_is_furniture(self, own_book: Project) -> None:
        assert [f.what for f in source(own_book, "summary").furniture if 2 in f.lines] == ["metadata"]

    def test_the_writers_thoughts_are_commentary_and_the_rest_a_summary(self, own_book: Project) -> None:
        for part in source(own_book, "summary").sections:
            wanted = Kind.COMMENTARY if part.title == "我的想法" else Kind.SUMMARY
            assert {block.kind for block in part.blocks} <= {wanted}, part.address

    def test_a_heading_is_its_words_without_the_stamp(self, own_book: Project) -> None:
        assert section(own_book, "summary", "1:09:28").title == "還會鼓勵學生讀 AI PhD 嗎?"


class TestFeature:
    HEADINGS = (
        (12, "一個從小就在「投資未來」的人"),
        (24, "清華:打破資訊差"),
        (34, "天授與 tuixue.online:做慈善的工程師"),
        (46, "人生的計分方式"),
        (58, "進入 OpenAI"),
        (72, "開源與閉源的矛盾"),
        (86, "現在的狀態"),
        (105, "我的觀察"),
    )

    def test_its_headings(self, own_book: Project) -> None:
        found = [(s.heading.lines.first, s.title) for s in source(own_book, "feature").sections if s.heading]
        assert tuple(found) == self.HEADINGS

    @pytest.mark.parametrize(
        ("line", "end"),
        [(26, "他把所有作業都開源了"), (44, "impact 更讓他滿足"), (62, "賣鏟子"), (66, "出現名字的次數")],
    )
    def test_a_line_without_full_stop_is_body(self, own_book: Project, line: int, end: str) -> None:
        block = next(b for b in blocks(source(own_book, "feature")) if line in b.lines)
        assert block.text.endswith(end)

    def test_paragraphs_wholly_in_quotation_marks_are_the_guests_words(self, own_book: Project) -> None:
        spoken = [b for b in blocks(source(own_book, "feature")) if b.kind.is_speech]
        assert [b.lines.first for b in spoken] == [20, 28, 42, 50, 56, 64, 78, 82, 92, 96, 98, 102]
        assert {(b.kind, b.speaker) for b in spoken} == {(Kind.QUOTATION, "weng-jiayi")}

    def test_the_writers_observations_are_commentary(self, own_book: Project) -> None:
        assert {b.kind for b in section(own_book, "feature", "我的觀察").blocks} == {Kind.COMMENTARY}

    def test_its_titles_and_source_notes_are_furniture(self, own_book: Project) -> None:
        held = {n for block in blocks(source(own_book, "feature")) for n in block.lines.numbers}
        assert not held & {1, 3, 7, 9}
        assert 5 in held


class TestDigest:
    def test_every_block_has_its_translation_forty_nine_lines_before(self, own_book: Project) -> None:
        for block in blocks(source(own_book, "digest")):
            assert block.mirror is not None
            ours, theirs = block.lines, block.mirror.lines
            assert (theirs.first, theirs.last) == (ours.first - 49, ours.last - 49)
            assert type(block.content) is type(block.mirror.content)
            assert (block.language, block.mirror.language) == (ZH_HANS, EN)

    def test_its_blocks_headings_and_rules(self, own_book: Project) -> None:
        document = source(own_book, "digest")
        paired = [b.lines.first for b in blocks(document)]
        assert paired == [52, 57, 59, 65, 67, 73, 75, 81, 83, 89, 91, 97]
        headings = [(s.heading, s.heading.mirror) for s in document.sections if s.heading]
        assert [(h.lines.first, m and m.lines.first) for h, m in headings] == [
            (56, 7), (64, 15), (72, 23), (80, 31), (88, 39), (96, 47),
        ]  # fmt: skip
        assert sum(f.what == "rule" for f in document.furniture) == 12

    def test_a_pair_says_the_same(self, own_book: Project) -> None:
        block = section(own_book, "digest", "4").blocks[1]
        assert block.mirror is not None
        assert block.text.startswith("抓住真实需求：\n他强调创业的核心是发现用户痛点")
        assert block.mirror.text.startswith("Address Real Needs:\nHe stresses that entrepreneurship centers on")

    def test_its_numbers_are_kept_apart_from_the_words(self, own_book: Project) -> None:
        headings = [s.heading for s in source(own_book, "digest").sections if s.heading]
        assert [h.number for h in headings] == ["1", "2", "3", "4", "5", None]
        assert headings[1].text == "对AI行业的深度思考"
        assert headings[1].mirror is not None
        assert headings[1].mirror.text == "Deep Thinking on the AI Industry"

    def test_titles_and_reference_are_furniture(self, own_book: Project) -> None:
        furniture = {n for f in source(own_book, "digest").furniture for n in f.lines.numbers}
        assert {1, 50, 99, 101} <= furniture


class TestTranscript:
    def expected(self, document: Source) -> list[tuple[int, str]]:
        """The line and the speaker of every paragraph of the transcript, found by the labels alone."""
        result, speaker = [], ""
        for number, row in enumerate(document.text.split("\n"), 1):
            if row.startswith("**主持人**："):
                speaker = "cursor-host"
            elif row.startswith("**John Schulman**："):
                speaker = "john-schulman"
            elif row.startswith("#"):
                speaker = ""
            if 46 < number < 150 and row.strip() and not row.startswith("#"):
                result.append((number, speaker))
        return result

    def test_it_has_28_turns_and_20_paragraphs_without_label(self, own_book: Project) -> None:
        document = source(own_book, "schulman")
        rows = document.text.split("\n")
        spoken = [b for b in blocks(document) if b.kind is Kind.TRANSCRIPT]
        labelled = [b for b in spoken if rows[b.lines.first - 1].startswith("**")]
        assert (len(labelled), len(spoken) - len(labelled)) == (28, 20)

    def test_every_paragraph_has_its_speaker(self, own_book: Project) -> None:
        document = source(own_book, "schulman")
        expected = self.expected(document)
        assert len(expected) == 48
        spoken = [b for b in blocks(document) if b.kind is Kind.TRANSCRIPT]
        assert [(b.lines.first, b.speaker) for b in spoken] == expected

    def test_two_turns_in_one_paragraph(self, own_book: Project) -> None:
        ends = blocks(source(own_book, "schulman"))[-2:]
        assert [(b.lines.first, b.lines.last, b.speaker, b.text) for b in ends] == [
            (148, 148, "cursor-host", "谢谢你，John。"),
            (149, 149, "john-schulman", "谢谢邀请。"),
        ]

    def test_its_key_points_are_a_summary_of_nobodys_words(self, own_book: Project) -> None:
        points = [b for b in blocks(source(own_book, "schulman")) if b.lines.last < 45]
        assert len(points) == 10
        assert {(b.kind, b.speaker) for b in points} == {(Kind.SUMMARY, None)}

    def test_it_has_nine_sections_of_dialogue_and_ten_points(self, own_book: Project) -> None:
        sections = source(own_book, "schulman").sections
        talk = [s for s in sections if any(b.kind is Kind.TRANSCRIPT for b in s.blocks)]
        assert [s.heading.lines.first for s in talk if s.heading] == [47, 60, 77, 86, 95, 114, 121, 130, 137]
        numbered = [s.heading.number for s in sections if s.heading and s.heading.number]
        assert numbered == [str(n) for n in range(1, 11)]

    def test_nothing_in_it_has_a_time(self, own_book: Project) -> None:
        assert {(s.start, s.end) for s in source(own_book, "schulman").sections} == {(None, None)}

    def test_its_metadata_and_the_translators_note_are_furniture(self, own_book: Project) -> None:
        furniture = {n for f in source(own_book, "schulman").furniture for n in f.lines.numbers}
        assert {4, 5, 6, 7, 8, 152, 153, 154, 155, 156} <= furniture


class TestNotes:
    def test_its_sections(self, own_book: Project) -> None:
        addresses = [s.address for s in source(own_book, "notes").sections]
        assert addresses == [
            "lead", "1", "2", "2.1", "2.2", "2.3", "3", "3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7", "3.8",
            "3.9", "3.10", "4", "5", "5.1", "5.2", "5.3",
        ]  # fmt: skip

    def test_its_indented_notes_are_body(self, own_book: Project) -> None:
        assert len(section(own_book, "notes", "2.1").blocks) == 3
        assert section(own_book, "notes", "3.10").blocks[0].text == "他说得最多的是一定要探索并知道自己想要什么。"

    def test_nothing_in_it_is_speech_or_has_a_time(self, own_book: Project) -> None:
        document = source(own_book, "notes")
        assert not any(b.kind.is_speech or b.speaker for b in blocks(document))
        assert {s.start for s in document.sections} == {None}

    def test_its_own_thoughts_are_commentary(self, own_book: Project) -> None:
        own = [s.address for s in source(own_book, "notes").sections if s.kind is Kind.COMMENTARY]
        assert own == ["lead", "4", "5", "5.1", "5.2", "5.3"]

    def test_what_stands_inside_tags_is_kept(self, own_book: Project) -> None:
        text = section(own_book, "notes", "1").blocks[2].text
        assert "硕士学位。（没有读博，视频中提到了）2021 年" in text

    def test_front_matter_and_the_link_are_furniture(self, own_book: Project) -> None:
        kinds = {n: f.what for f in source(own_book, "notes").furniture for n in f.lines.numbers}
        assert {kinds[n] for n in range(1, 11)} == {"front matter"}
        assert kinds[14] == "link"

    def test_a_heading_that_is_a_sentence_keeps_its_full_stop(self, own_book: Project) -> None:
        title = section(own_book, "notes", "3.9").title
        assert title.startswith("翁认为每个人的命运")
        assert title.endswith("就已经确定了。")
