"""The time of copy-editing a million characters, against bare OpenCC on the same text in the same run.

    python tests/bench/conversion_speed.py

The text is that of the book's own documents, over and over, a block at a time for both. Prints the ratio of
punctuation, terms and script together to the bare conversion. The target is at most 2.
"""

import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from opencc import OpenCC

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from book.copyediting.differences import revised_texts
from book.copyediting.revising import revise_text
from book.copyediting.revisions import Revisions
from book.languages.chinese_punctuation import RULES
from book.model.language import Language
from book.pipeline.project import Project, load_project
from book.scripts.conversion import convert_script
from tests.languages import ZH_HANS, ZH_HANT

CHARACTERS = 1_000_000
TIMES = 5


def blocks(project: Project, source: Language, target: Language) -> list[str]:
    """The blocks of every document in a script, repeated until there are enough characters."""
    table = Revisions().printed
    once = [
        t.revision.original
        for s in project.sources
        for t in revised_texts(s, target, table)
        if t.wording.language == source
    ]
    size = sum(map(len, once))
    return once * (CHARACTERS // size + 1)


def seconds(work: Callable[[str], object], texts: list[str]) -> float:
    """How long some work takes on every text."""
    begun = time.perf_counter()
    for text in texts:
        work(text)
    return time.perf_counter() - begun


def main() -> None:
    """Measure both directions and print a table."""
    project = load_project(Path(__file__).resolve().parents[2])
    print(f"{CHARACTERS:,} characters, medians of {TIMES}, taken in turn\n")
    print(f"{'direction':<22}{'bare OpenCC':>12}{'script only':>13}{'all':>9}{'ratio':>8}   target 2.00")
    for source, target, config in (
        (ZH_HANS, ZH_HANT, "s2tw"),
        (ZH_HANT, ZH_HANS, "tw2s"),
    ):
        texts = blocks(project, source, target)
        bare = OpenCC(config)
        style = project.style
        revise_text(texts[0], source, target, style)
        work: tuple[Callable[[str], object], ...] = (
            bare.convert,
            partial(convert_script, source=source, target=target),
            partial(revise_text, source=source, target=target, style=style),
        )
        rounds = [[seconds(convert, texts) for convert in work] for _ in range(TIMES)]
        plain, script, everything = (statistics.median(column) for column in zip(*rounds, strict=True))
        name = f"{source} → {target}"
        print(f"{name:<22}{plain:>11.2f}s{script:>12.2f}s{everything:>8.2f}s{everything / plain:>8.2f}")
    print(f"\n{len(RULES)} rules of punctuation, {len(project.style.terms)} terms")


if __name__ == "__main__":
    main()
