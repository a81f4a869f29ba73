# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Taking an element of a case over: by which rule at first, and as one change."""

from collections.abc import Callable

from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.domain.dates import today
from kyosei_desk.domain.designs import Element
from kyosei_desk.domain.projects.changed import Changed
from kyosei_desk.domain.projects.changes.taking_over import take_over
from kyosei_desk.domain.projects.model import ModelProject, OwnTown, ScalingRule
from kyosei_desk.domain.projects.scaling import RuleChoice, possible_rules
from kyosei_desk.domain.vocabulary import Zone


def rules_for(
    column: ComparedDesign, element: Element, town: OwnTown, zone: Zone | None = None
) -> tuple[RuleChoice, ...]:
    """Return the four rules with what each comes to in one's own town, in a zone of it."""
    return possible_rules(element, column, town, zone)


def taking(
    column: ComparedDesign,
    element_id: str,
    rule: ScalingRule | None,
    count: int | None = None,
    zone: Zone | None = None,
) -> Callable[[ModelProject], Changed]:
    """Return the change that takes an element over, into another zone where one is told."""

    def take(project: ModelProject) -> Changed:
        return take_over(project, column, element_id, rule, today(), count=count, zone=zone)

    return take
