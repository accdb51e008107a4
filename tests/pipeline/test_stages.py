"""A manuscript goes through the stages in their order: how often its data climbs back to an earlier one is counted.

Counted are calls of functions. A climb is a call into a stage that has been visited and left for a later one. Reading a
property of a noun is none, and neither is a comprehension, which is a part of its function; packages that are no stages
(the model, the scripts, the languages) serve all of them.
"""

import inspect
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import pytest

from book.pipeline.project import load_project
from book.setting.composing import compose
from book.translation.fair_copy import fair_copy
from book.writers.medium import PAGE, SCREEN
from book.writers.writing import write
from tests.projects import BOOKS

STAGES = ("editorial", "copyediting", "comparing", "translation", "setting", "writers")


class Route:
    """The stages that the calls of some work went through."""

    def __init__(self) -> None:
        self.visits: list[str] = []
        self.climbs: list[str] = []

    @contextmanager
    def followed(self) -> Iterator[None]:
        before = sys.getprofile()
        sys.setprofile(self.called)
        try:
            yield
        finally:
            sys.setprofile(before)

    def called(self, frame: FrameType, event: str, argument: object) -> None:
        stage = stage_of(frame)
        if event != "call" or stage is None or not is_function(frame) or self.visits[-1:] == [stage]:
            return
        if stage in self.visits and STAGES.index(stage) < STAGES.index(self.visits[-1]):
            self.climbs.append(f"{self.visits[-1]} → {frame.f_globals['__name__']}:{frame.f_code.co_qualname}")
        self.visits.append(stage)


def stage_of(frame: FrameType) -> str | None:
    package, _, rest = frame.f_globals.get("__name__", "").partition(".")
    stage = rest.partition(".")[0]
    return stage if package == "book" and stage in STAGES else None


def is_function(frame: FrameType) -> bool:
    """Whether a frame is that of a function which somebody wrote, and not of a property or a part of one."""
    code = frame.f_code
    if code.co_name.startswith(("<", "__")) or code.co_filename.startswith("<"):
        return False
    found: object = sys.modules[frame.f_globals["__name__"]]
    for name in code.co_qualname.split(".<locals>")[0].split("."):
        found = inspect.getattr_static(found, name, None)
    return not isinstance(found, property)


@pytest.mark.parametrize("name", ["five-shapes", "english-source"])
def test_the_data_climbs_back_at_most_twice_for_each_language(name: str) -> None:
    project = load_project(BOOKS / name)
    manuscript = project.manuscript
    copies = {}
    for language in dict.fromkeys(tag for edition in manuscript.book.editions for tag in edition.languages):
        route = Route()
        with route.followed():
            copies[language] = fair_copy(manuscript, language, project.revisions, project.translations)
        assert {"copyediting", "translation"} <= set(route.visits)
        assert len(route.climbs) <= 2, route.climbs
    for edition in manuscript.book.editions:
        route = Route()
        with route.followed():
            galley = compose(manuscript, edition, copies)
            for medium in (SCREEN, PAGE):
                write(galley, medium)
        assert {"setting", "writers"} <= set(route.visits)
        assert route.climbs == []
