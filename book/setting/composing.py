"""Manuscript × edition → galley."""

import uuid
from collections.abc import Collection, Mapping
from dataclasses import replace

import book
from book.editorial.manuscript import Division, EditorNote, Extract, Manuscript, Passage
from book.model.language import Edition, Language, printed_languages
from book.model.moment import Moment
from book.model.span import around
from book.setting.apparatus import set_apparatus
from book.setting.citing import origin, reference
from book.setting.desk import Desk
from book.setting.galley import Galley, Reference, SetDivision, SetExtract, SetGroup, SetNote, SetPassage
from book.setting.glossary import Found, find_terms, set_glossary
from book.setting.notes import number_notes
from book.translation.fair_copy import FairCopy


def compose(
    manuscript: Manuscript,
    edition: Edition,
    copies: Mapping[Language, FairCopy],
    chapters: Collection[str] = (),
) -> Galley:
    """A manuscript and its fair copies → the galley of one edition; of ``chapters`` only, where any are named.

    An edition in two languages is composed once in each, from the same manuscript, so that what either says
    is what the edition in that language alone says. Raises KeyError where a language has no fair copy.
    """
    desks = [Desk(copies[language]) for language in edition.languages]
    galleys = [_compose(manuscript, edition, desk, chapters) for desk in desks]
    printed = printed_languages(manuscript.book.editions)
    found: Found = {}
    for galley, desk in zip(galleys, desks, strict=True):
        found = find_terms(galley.divisions, desk) | found
    first, *others = (
        replace(galley, glossary=set_glossary(found, galley.divisions, desk, edition, printed))
        for galley, desk in zip(galleys, desks, strict=True)
    )
    return replace(first, second=others[0]) if others else first


def _compose(manuscript: Manuscript, edition: Edition, desk: Desk, chapters: Collection[str]) -> Galley:
    """A manuscript → its galley in the language of the desk, but for the glossary."""
    labels = desk.labels
    spec = manuscript.book
    chosen = [d for d in manuscript.divisions if not chapters or d.slug in chapters]
    divisions = tuple(_division(division, desk) for division in chosen)
    title, editor, rights = (desk.words(text) for text in (spec.title, spec.editor, spec.rights))
    identifier = uuid.uuid5(uuid.NAMESPACE_URL, f"{spec.identifier}#{edition.id}").urn
    imprint = labels.imprint
    colophon = [
        (imprint.title, title),
        (imprint.editor, editor),
        (imprint.edition, desk.profile.name_of_edition(edition)),
        (imprint.date, desk.profile.day(spec.date)),
        (imprint.identifier, identifier),
        (imprint.rights, rights),
        (imprint.made, imprint.made_with.format(version=book.__version__)),
    ]
    if chapters:
        names = desk.profile.enumeration_comma.join(d.title for d in divisions)
        colophon.insert(3, (imprint.edition, imprint.excerpt.format(chapters=names)))
    return Galley(
        edition=edition,
        language=desk.language,
        labels=labels,
        slug=spec.slug,
        identifier=identifier,
        date=spec.date,
        title=title,
        subtitle=desk.words(spec.subtitle),
        editor=editor,
        rights=rights,
        divisions=divisions,
        apparatus=set_apparatus(manuscript, divisions, desk),
        colophon=tuple((name, value) for name, value in colophon if value),
        layout=spec.layout(edition),
    )


def _division(division: Division, desk: Desk) -> SetDivision:
    references: list[Reference] = []
    groups: list[SetGroup] = []
    notes = 0
    for number, group in enumerate(division.groups, 1):
        items: list[SetExtract | SetNote] = []
        for item in group.items:
            match item:
                case Extract():
                    references.append(reference(item, len(references) + 1, desk))
                    items.append(_extract(item, len(references), desk))
                case EditorNote():
                    notes += 1
                    id = f"e-{division.slug}-{notes}"
                    items.append(SetNote(id, desk.labels.editors_note, desk.prose(item.text)))
        heading = desk.words(group.heading) or None
        groups.append(SetGroup(f"s-{division.slug}-{number}", heading, tuple(items)))
    numbered, glosses = number_notes(groups)
    return SetDivision(
        id=f"c-{division.slug}",
        matter=division.matter,
        label=desk.profile.chapter(division.number) if division.number else "",
        title=desk.words(division.title),
        groups=numbered,
        references=tuple(references),
        glosses=glosses,
    )


def _extract(extract: Extract, note: int, desk: Desk) -> SetExtract:
    heading = extract.section.heading if extract.with_heading else None
    return SetExtract(
        origin=origin(extract, desk),
        heading=desk.heading(heading) if heading else None,
        passages=tuple(_passage(p, extract, extract.moment, desk) for p in extract.passages),
        note=note,
    )


def _passage(passage: Passage, extract: Extract, moment: Moment | None, desk: Desk) -> SetPassage:
    lines = around(desk.printed(block).span for block in passage.blocks).lines
    return SetPassage(
        id=passage.id,
        blocks=tuple(desk.block(block) for block in passage.blocks),
        kind=passage.kind,
        kind_label=desk.labels.kinds[passage.kind],
        speaker=desk.words(passage.speaker.name) if passage.speaker else None,
        source=extract.source.id,
        address=extract.section.address,
        lines=passage.lines,
        mirror_lines=None if lines == passage.lines else lines,
        unit=passage.span.unit,
        moment=moment,
    )
