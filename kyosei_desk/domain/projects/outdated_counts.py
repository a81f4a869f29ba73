# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Numbers that were scaled to figures of the town which are others today."""

from dataclasses import dataclass

from kyosei_desk.domain.designs import Element
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.domain.projects.scaling import ScaledCount, computed, town_bases


@dataclass(frozen=True)
class OutdatedCount:
    """An element, and what its number comes to with today's figures of the town."""

    element: Element
    today: ScaledCount


def outdated_counts(project: ModelProject) -> tuple[OutdatedCount, ...]:
    """Return the numbers that rest on other figures than today's.

    One that a person has put in place of the one computed is that person's own, and one whose
    figure is no longer entered cannot be computed: neither is told.
    """
    bases, found = town_bases(project.town), []
    for element in project.design.elements:
        origin = project.origin(element.id)
        scaling = origin.scaling if origin is not None else None
        if scaling is None or scaling.edited or scaling.ours is None or element.count is None:
            continue
        base = bases.base(scaling.rule, element.zone)
        is_own = element.count != computed(scaling).count
        if base is None or is_own or float(base) == scaling.ours:
            continue
        anew = computed(scaling.model_copy(update={"ours": float(base)}))
        found.append(OutdatedCount(element, anew))
    return tuple(found)
