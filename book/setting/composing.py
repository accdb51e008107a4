"""Manuscript × edition → galley."""

import uuid
from collections.abc import Collection

import book
from book.editorial.manuscript import Division, EditorNote, Extract, Manuscript, Passage
from book.model.block import LineRange
from book.model.language import Edition, Language
from book.model.moment import Moment
from book.setting.apparatus import set_apparatus
from book.setting.citing import origin, reference
from book.setting.galley import Galley, Reference, SetDivision, SetExtract, SetGroup, SetNote, SetPassage
from book.setting.labels import LABELS, Labels, chapter_label
from book.setting.rendering import inlines_in, localized, printed_version, set_block, set_prose


def compose(manuscript: Manuscript, edition: Edition, chapters: Collection[str] = ()) -> Galley:
    """A manuscript → the galley of one edition; of ``chapters`` only, where any are named (by slug)."""
    language = edition.languages[0]
    labels = LABELS[language]
    spec = manuscript.book
    chosen = [d for d in manuscript.divisions if not chapters or d.slug in chapters]
    divisions = tuple(_division(division, language, labels) for division in chosen)
    title, editor, rights = (localized(text, language) for text in (spec.title, spec.editor, spec.rights))
    identifier = uuid.uuid5(uuid.NAMESPACE_URL, f"{spec.identifier}#{edition.id}").urn
    imprint = labels.imprint
    colophon = [
        (imprint["title"], title),
        (imprint["editor"], editor),
        (imprint["edition"], imprint["edition-name"]),
        (imprint["date"], spec.date.isoformat()),
        (imprint["identifier"], identifier),
        (imprint["rights"], rights),
        (imprint["made"], imprint["made-with"].format(version=book.__version__)),
    ]
    if chapters:
        names = "、".join(d.title for d in divisions)
        colophon.insert(3, (imprint["edition"], imprint["excerpt"].format(chapters=names)))
    return Galley(
        edition=edition,
        language=language,
        labels=labels,
        slug=spec.slug,
        identifier=identifier,
        date=spec.date,
        title=title,
        subtitle=localized(spec.subtitle, language),
        editor=editor,
        rights=rights,
        divisions=divisions,
        apparatus=set_apparatus(manuscript, language, labels),
        colophon=tuple((name, value) for name, value in colophon if value),
    )


def _division(division: Division, language: Language, labels: Labels) -> SetDivision:
    references: list[Reference] = []
    groups: list[SetGroup] = []
    notes = 0
    for number, group in enumerate(division.groups, 1):
        items: list[SetExtract | SetNote] = []
        for item in group.items:
            match item:
                case Extract():
                    references.append(reference(item, len(references) + 1, language, labels))
                    items.append(_extract(item, len(references), language, labels))
                case EditorNote():
                    notes += 1
                    id = f"e-{division.slug}-{notes}"
                    items.append(SetNote(id, labels.editors_note, set_prose(item.text, language)))
        heading = localized(group.heading, language) or None
        groups.append(SetGroup(f"s-{division.slug}-{number}", heading, tuple(items)))
    return SetDivision(
        id=f"c-{division.slug}",
        matter=division.matter,
        label=chapter_label(division.number, language) if division.number else "",
        title=localized(division.title, language),
        groups=tuple(groups),
        references=tuple(references),
    )


def _extract(extract: Extract, note: int, language: Language, labels: Labels) -> SetExtract:
    heading = extract.section.heading if extract.with_heading else None
    if heading and heading.mirror and heading.language.is_chinese != language.is_chinese:
        heading = heading.mirror
    return SetExtract(
        origin=origin(extract, language, labels),
        heading=inlines_in(heading.inlines, heading.language, language) if heading else (),
        passages=tuple(_passage(p, extract, extract.moment, language, labels) for p in extract.passages),
        note=note,
    )


def _passage(
    passage: Passage, extract: Extract, moment: Moment | None, language: Language, labels: Labels
) -> SetPassage:
    printed = [printed_version(block, language) for block in passage.blocks]
    return SetPassage(
        id=passage.id,
        blocks=tuple(set_block(block, language) for block in passage.blocks),
        kind=passage.kind,
        kind_label=labels.kinds[passage.kind],
        speaker=localized(passage.speaker.name, language) if passage.speaker else None,
        source=extract.source.id,
        address=extract.section.address,
        lines=LineRange(min(b.lines.first for b in printed), max(b.lines.last for b in printed)),
        moment=moment,
    )
