# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The last part of the paper: where all that was taken over comes from, and the guideline."""

from kyosei_desk.domain.documents import GuidelineDocument
from kyosei_desk.domain.projects.model import Origin, ScalingRule
from kyosei_desk.domain.projects.scaling import formula
from kyosei_desk.domain.sources import citation_line
from kyosei_desk.export.project.matter import Matter, count_words
from kyosei_desk.export.project.report import Block, Bullets, Heading


def source_blocks(matter: Matter) -> list[Block]:
    """Return the numbered sources, every element taken over with its place and its sum."""
    blocks: list[Block] = [Heading("出典")]
    taken = [
        origin
        for element in matter.project.design.elements
        if (origin := matter.project.origin(element.id)) is not None
    ]
    for (document_id, source), number in matter.source_numbers.items():
        own = [
            origin
            for origin in taken
            if (origin.address.partition("#")[0], origin.source) == (document_id, source)
        ]
        line = citation_line(source, era_first=matter.era_first)
        blocks.append(Heading(f"[{number}] {own[0].town}: {line}", 2))
        blocks.append(Bullets(tuple(_taken(matter, origin) for origin in own)))
    return [*blocks, Heading("指針の項目の出典", 2), Bullets(_guideline(matter))]


def _taken(matter: Matter, origin: Origin) -> str:
    before = origin.taken_from
    number = count_words(before)
    was = f"{before.name}{f' {number}' if number else ''}"
    name = matter.name_of(origin.element)
    head = f"{name} … もとは「{was}」、{before.place}（{matter.day(origin.taken_on)}に取り入れ）"
    return "\n".join((head, *_scaled(matter, origin)))


def _scaled(matter: Matter, origin: Origin) -> list[str]:
    """Return how the number was got: the rule and the sum."""
    element, scaling = matter.project.element(origin.element), origin.scaling
    if scaling is None or element is None or element.count is None:
        return []
    unit = origin.taken_from.unit or element.unit or ""
    rule = f"（{scaling.rule.label}）" if scaling.rule is not ScalingRule.FIXED else ""
    return [f"数: {formula(scaling, unit, element.count)}{rule}"]


def _guideline(matter: Matter) -> tuple[str, ...]:
    """Return the sources that declare the guideline's provisions."""
    lines = [
        citation_line(source, era_first=matter.era_first)
        for document in matter.corpus.documents
        if isinstance(document, GuidelineDocument)
        for source in document.sources
        if any(provision.source == source.id for provision in document.provisions)
    ]
    return tuple(dict.fromkeys(lines))
