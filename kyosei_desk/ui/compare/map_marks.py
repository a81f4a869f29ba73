# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The places that are marked on the map: the designs compared, the other ones, one's own."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.domain.municipalities import Municipality
from kyosei_desk.domain.passages import municipality_label

OWN_KEY = "own"
OWN_WORDS = "あなたのまち"


@dataclass(frozen=True)
class MapMark:
    """A marked place: ``key`` is the design's id, or :data:`OWN_KEY` without a design.

    ``compared``: the design is one of the columns; ``own``: it is one's own town. ``name``
    and ``description`` are what a screen reader says.
    """

    key: str
    code: str
    label: str
    compared: bool
    own: bool
    name: str
    description: str


def map_marks(
    designs: Sequence[ComparedDesign], columns: Collection[str], own: Municipality | None
) -> tuple[MapMark, ...]:
    """Return the marks, the most important first: own town, columns, other designs.

    A design without a municipality has no place. Own designs are marked where they are
    compared, those of one place once.
    """
    cases = [design for design in designs if not design.is_own]
    drafts = {one.municipality: one for one in designs if one.is_own and one.id in columns}
    placed = [(design, design.municipality) for design in (*cases, *drafts.values())]
    marks = [
        _design_mark(design, town, design.id in columns, town == own)
        for design, town in placed
        if town is not None
    ]
    if own is not None and not any(mark.own for mark in marks):
        marks.append(_own_mark(own))
    return tuple(sorted(marks, key=lambda mark: (not mark.own, not mark.compared)))


def _design_mark(design: ComparedDesign, town: Municipality, compared: bool, own: bool) -> MapMark:
    kind = "自分の案" if design.is_own else "事例"
    words = f"くらべている{kind}" if compared else f"くらべていない{kind}"
    enter = "Enter で「つくる」に開きます" if design.is_own else "Enter で読みます"
    return MapMark(
        design.id,
        town.code,
        f"{design.title}（{OWN_WORDS}）" if own else design.title,
        compared,
        own,
        municipality_label(town),
        f"{OWN_WORDS}、{words}。{enter}" if own else f"{words}。{enter}",
    )


def _own_mark(town: Municipality) -> MapMark:
    label = f"{town.name}（{OWN_WORDS}）"
    words = f"{OWN_WORDS}。Enter で、まちと数字を変えられます"
    return MapMark(OWN_KEY, town.code, label, False, True, municipality_label(town), words)
