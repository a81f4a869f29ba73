# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Scaling numbers anew when the figures of the town have changed."""

from kyosei_desk.domain.projects.changed import Changed, ChangeKind
from kyosei_desk.domain.projects.changes.parts import altered, put, with_elements
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.domain.projects.outdated_counts import outdated_counts


def recount(project: ModelProject) -> Changed:
    """Scale all numbers that rest on other figures than today's to today's, in one change."""
    found = {one.element.id: one for one in outdated_counts(project)}
    elements, origins = project.design.elements, []
    for one in found.values():
        elements = put(elements, altered(one.element, count=one.today.count))
    for origin in project.origins:
        known = found.get(origin.element)
        origins.append(altered(origin, scaling=known.today.scaling) if known else origin)
    names = "・".join(one.element.name for one in found.values())
    changed = with_elements(project, elements, origins=tuple(origins))
    return Changed(ChangeKind.ELEMENT_RESCALED, names, changed)
