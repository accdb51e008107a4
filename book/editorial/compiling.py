"""Specs × sources → the manuscript and its coverage, with every mistake of the specs."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from book.diagnostics import Code, Report
from book.editorial.coverage import Coverage
from book.editorial.manuscript import Cut, Division, EditorNote, Extract, Group, Manuscript, Matter, Omission, Passage
from book.editorial.naming import passage_id
from book.editorial.selecting import select
from book.model.block import Block
from book.model.localized import Localized
from book.model.moment import Moment, TimeBasis, format_stamp
from book.model.recording import Person, Recording
from book.model.source import Section, Source
from book.model.span import time_around
from book.specs.book_spec import BookSpec, Contents
from book.specs.chapter_spec import ChapterSpec, NoteSpec, PassageSpec


@dataclass(frozen=True, slots=True)
class Compilation:
    """The manuscript and what it uses."""

    manuscript: Manuscript | None
    """None where what ``chapters/book.yaml`` says could not be read whole."""
    coverage: Coverage
    resolved: tuple[Source, ...]
    """The sources all of whose references were resolved."""


def compile_manuscript(
    contents: Contents,
    book: BookSpec | None,
    chapters: tuple[ChapterSpec, ...],
    sources: tuple[Source, ...],
    recordings: tuple[Recording, ...],
    declared: tuple[str, ...] | None,
    report: Report,
) -> Compilation:
    """Specs and sources → the manuscript; every mistake of a passage is reported, whether there is a book or not.

    ``sources`` are those that could be read; ``declared`` names all of the registry's, None where it could not be read.
    """
    return _Compiler(contents, book, sources, recordings, declared, report).compile(chapters)


def check_coverage(compilation: Compilation, report: Report) -> None:
    """Report what is neither used nor left out, of each source all of whose references were resolved.

    To be asked only where every file could be read: what a chapter uses that could not be read is not known.
    """
    for source in compilation.resolved:
        compilation.coverage.check(source, report)


class _Compiler:
    def __init__(
        self,
        contents: Contents,
        book: BookSpec | None,
        sources: tuple[Source, ...],
        recordings: tuple[Recording, ...],
        declared: tuple[str, ...] | None,
        report: Report,
    ) -> None:
        self.contents = contents
        self.book = book
        self.sources = {source.id: source for source in sources}
        self.recordings = recordings
        self.declared = declared
        self.report = report
        self.people = {person.id: person for person in contents.people or ()}
        self.coverage = Coverage()
        self.unresolved: set[str] = set()
        self.printed: Counter[str] = Counter()
        """How often an id was given."""

    def compile(self, chapters: tuple[ChapterSpec, ...]) -> Compilation:
        by_slug = {chapter.slug: chapter for chapter in chapters}
        divisions: list[Division] = []
        number = 0
        for matter, slugs in (
            (Matter.FRONT, self.contents.front_matter),
            (Matter.BODY, self.contents.chapters),
            (Matter.BACK, self.contents.back_matter),
        ):
            for slug in slugs:
                number += matter is Matter.BODY
                if (chapter := by_slug.pop(slug.text, None)) is not None:
                    divisions += self.division(chapter, matter, number if matter is Matter.BODY else None)
        omissions = self.omissions()
        sources = tuple(self.sources.values())
        manuscript = None
        if self.book is not None:
            manuscript = Manuscript(self.book, tuple(divisions), tuple(omissions), sources, self.recordings)
        resolved = tuple(source for source in sources if source.id not in self.unresolved)
        return Compilation(manuscript, self.coverage, resolved)

    def division(self, chapter: ChapterSpec, matter: Matter, number: int | None) -> list[Division]:
        """A chapter → its division; none where its title could not be read."""
        groups = []
        for group in chapter.groups:
            items: list[Extract | EditorNote] = []
            for item in group.items:
                match item:
                    case NoteSpec():
                        items.append(EditorNote(item.text))
                    case PassageSpec():
                        items += self.extract(item, chapter.slug)
            groups.append(Group(group.heading, tuple(items)))
        if chapter.title is None:
            return []
        return [Division(chapter.slug, matter, number, chapter.title, tuple(groups))]

    def chosen(self, spec: PassageSpec, where: str) -> tuple[Source, Section, tuple[Cut, ...]] | None:
        result = select(spec, self.sources, self.declared, self.report)
        if result is None:
            self.unresolved.add(spec.address.source)
            if self.declared is None or spec.address.source not in self.declared:
                self.unresolved |= set(self.sources)
            return None
        self.coverage.add(*result, where, spec, self.report)
        return result

    def extract(self, spec: PassageSpec, slug: str) -> list[Extract]:
        result = self.chosen(spec, slug)
        if result is None:
            return []
        source, section, cuts = result
        cuts = tuple(replace(cut, block=self.relabelled(cut.block, spec)) for cut in cuts)
        moment = self.moment(spec, section, cuts)
        passages = self.passages(source, section, cuts, slug if spec.again else "")
        return [Extract(source, section, moment, passages, spec.with_heading and bool(section.title))]

    def relabelled(self, block: Block, spec: PassageSpec) -> Block:
        """A block as the kind that the editor gives it; speech stays speech."""
        if spec.kind is None or spec.kind is block.kind:
            return block
        if block.kind.is_speech:
            assert spec.kind_place is not None
            message = f"a {block.kind} cannot be made a {spec.kind}: the words are a speaker's own"
            self.report.error(Code.FALSE_KIND, message, spec.kind_place, "delete 'kind'")
            return block
        return replace(block, kind=spec.kind)

    def moment(self, spec: PassageSpec, section: Section, cuts: Iterable[Cut]) -> Moment | None:
        """The time of the words themselves, else the stamp of their section, else the editor's."""
        own = time_around(cut.block.span.time for cut in cuts)
        if own is not None:
            known, what = Moment(own.start, own.stop, TimeBasis.SOURCE), "these words"
        elif section.start is not None:
            known, what = Moment(section.start, section.end, TimeBasis.SOURCE), "this section"
        else:
            return None if spec.at is None else Moment(spec.at, None, TimeBasis.EDITOR)
        if spec.at is not None and spec.at_place is not None:
            message = f"the source itself gives {what} the time {format_stamp(known.start)}"
            self.report.error(Code.TIME_ALREADY_KNOWN, message, spec.at_place, "delete 'at'")
        return known

    def passages(self, source: Source, section: Section, cuts: Iterable[Cut], again: str) -> tuple[Passage, ...]:
        """Cuts → passages: a new one where the kind or the speaker changes, or text of the source lies between.

        ``again`` is the chapter's slug where an editor gives a reason to print them once more.
        """
        runs: list[list[Cut]] = []
        for cut in cuts:
            if runs and _continues(source, runs[-1][-1].block, cut.block):
                runs[-1].append(cut)
            else:
                runs.append([cut])
        result = []
        for run in runs:
            block, own = run[0].block, tuple(run)
            person = self.person(block.speaker) if block.speaker else None
            id = passage_id(source, section, own, again)
            self.printed[id] += 1
            times = self.printed[id]  # more than once only where one chapter prints it again and again, or by mistake
            result.append(Passage(f"{id}-{times}" if times > 1 else id, own, block.kind, person))
        return tuple(result)

    def person(self, id: str) -> Person:
        return self.people.get(id) or Person(id, Localized.everywhere(id))

    def omissions(self) -> list[Omission]:
        result = []
        for left_out in self.contents.left_out:
            if chosen := self.chosen(left_out.passage, ""):
                result.append(Omission(*chosen, left_out.because))
        return result


def _continues(source: Source, before: Block, after: Block) -> bool:
    """Whether two blocks are of one passage: the same kind and speaker, and nothing printed between them."""
    is_same = (before.kind, before.speaker) == (after.kind, after.speaker)
    return is_same and before.span.touches(after.span, source.text)
