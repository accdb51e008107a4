"""A book of two chapters in two editions, small enough to be built within a test."""

from pathlib import Path

SLUG = "garden"
FILES = {
    "seeds/sources.yaml": """\
recordings:
  talk:
    title: {zh-Hans: 园中谈话, en: A Talk in the Garden}
    links: {youtube: abcDEF12345}
sources:
  outline:
    file: outline.txt
    format: timed-outline
    language: zh-Hans
    recording: talk
  essay:
    file: essay.txt
    format: article
    language: zh-Hans
    recording: talk
""",
    "seeds/outline.txt": """\
[00:10] 土
园丁说，先有土，才有菜。

[01:02:03] 水
他又说，水要浇在根上。
""",
    "seeds/essay.txt": """\
听的人想，土与水之外还要有时间。

他记下的就是这些。
""",
    "chapters/book.yaml": """\
slug: garden
title: {zh-Hans: 园中, en: In the Garden}
identifier: urn:uuid:0d2b6c1e-7a53-4c6f-9f0a-3f1c1d7f2a10
date: 2025-06-01
editions: [zh-Hans, zh-Hant]
chapters: [01-soil, 02-water]
leave-out:
  - from: essay#lead
    paragraphs: 2
    because: {zh-Hans: 收尾的一句话, en: A closing line.}
""",
    "chapters/01-soil.yaml": """\
title: {zh-Hans: 土, en: Soil}
sections:
  - passages:
      - from: outline#00:10
      - from: essay#lead
        paragraphs: 1
        at: "00:12"
""",
    "chapters/02-water.yaml": """\
title: {zh-Hans: 水, en: Water}
sections:
  - passages:
      - from: outline#1:02:03
""",
}


def write_small_book(root: Path) -> Path:
    """The book's files in a folder → the folder."""
    for path, text in FILES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


def spoil_small_book(root: Path) -> Path:
    """The book with one mistake in it, in line 3 of its first chapter."""
    write_small_book(root)
    chapter = root / "chapters" / "01-soil.yaml"
    text = chapter.read_text(encoding="utf-8")
    chapter.write_text(text.replace("outline#00:10", "outline#00:11"), encoding="utf-8")
    return root
