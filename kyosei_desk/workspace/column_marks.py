# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What a column of a comparison held when it was kept, as short marks of its parts.

Beside what the columns hold now the marks tell whether, and in which parts, a design has
changed since. They are made of what the sources say only: a field a later version of the
program adds, and nobody has filled in, changes no mark.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kyosei_desk.domain.base import DomainModel
from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.domain.projects.model import OWN_SOURCE
from kyosei_desk.domain.sources import Source
from kyosei_desk.domain.vocabulary import LabelledEnum

_MARK_LENGTH = 16


class ColumnPart(LabelledEnum):
    """The parts of a column that can change by themselves."""

    PLACE = "place", "まちの名前"
    FIGURES = "figures", "まちの数字"
    ELEMENTS = "elements", "要素"
    LINKS = "links", "つながり"
    NOT_APPLICABLE = "not_applicable", "該当しない項目"
    SOURCES = "sources", "出典"


@dataclass(frozen=True)
class KeptColumn:
    """A column as it was: its design's id, its title, and sorted (part, mark) pairs."""

    id: str
    title: str
    marks: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class ColumnChange:
    """How a kept column differs from its design of now; ``gone``: there is none any more."""

    id: str
    title: str
    parts: tuple[ColumnPart, ...] = ()
    gone: bool = False


def kept_column(design: ComparedDesign) -> KeptColumn:
    """Return a column as it is kept."""
    town = design.municipality
    place = [design.title, *([town.code, town.prefecture, town.name] if town else [])]
    texts = {
        ColumnPart.PLACE: place,
        ColumnPart.FIGURES: _written([design.profile] if design.profile else []),
        ColumnPart.ELEMENTS: _written(design.design.elements),
        ColumnPart.LINKS: _written(design.design.links),
        ColumnPart.NOT_APPLICABLE: _written(design.design.not_applicable),
        ColumnPart.SOURCES: _written(map(_undated, design.sources)),
    }
    marks = tuple(sorted((part.value, _mark(text)) for part, text in texts.items()))
    return KeptColumn(design.id, design.title, marks)


def column_changes(
    columns: Iterable[KeptColumn], known: Mapping[str, KeptColumn]
) -> tuple[ColumnChange, ...]:
    """Return how kept columns differ from those of now, by id; equal ones are left out.

    A part that either side does not know of is not compared.
    """
    found = []
    for column in columns:
        now = known.get(column.id)
        if now is None:
            found.append(ColumnChange(column.id, column.title, gone=True))
            continue
        before, after = dict(column.marks), dict(now.marks)
        parts = tuple(
            part
            for part in ColumnPart
            if part.value in before and before[part.value] != after.get(part.value)
        )
        if parts:
            found.append(ColumnChange(column.id, now.title, parts))
    return tuple(found)


def _undated(source: Source) -> Source:
    """Return a source without its day, where that is always today: one's own project."""
    own = source.id == OWN_SOURCE
    return source.model_copy(update={"date": None}) if own else source


def _written(models: Iterable[DomainModel]) -> list[str]:
    return [model.model_dump_json(exclude_defaults=True) for model in models]


def _mark(texts: Iterable[str]) -> str:
    joined = "\n".join(texts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(joined).hexdigest()[:_MARK_LENGTH]
