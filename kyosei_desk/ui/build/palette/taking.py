# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Taking an element of a case over: by which rule at first, and as one change."""

import datetime
from collections.abc import Callable, Sequence

from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.designs import Element
from kyosei_desk.domain.projects.changed import Changed
from kyosei_desk.domain.projects.changes.taking_over import take_over
from kyosei_desk.domain.projects.model import ModelProject, OwnTown, ScalingRule
from kyosei_desk.domain.projects.scaling import RuleChoice, possible_rules
from kyosei_desk.domain.vocabulary import Zone

_WHOLE = (Zone.MUNICIPALITY, Zone.PREFECTURE)


def today() -> PartialDate:
    """Return the day of today."""
    return PartialDate.parse(datetime.date.today())


def suggested_rule(
    element: Element, choices: Sequence[RuleChoice], zone: Zone | None = None
) -> ScalingRule | None:
    """Return the rule to begin with, None where the case tells no number.

    What there is once in a whole town stays one; what stands in a zone follows the number of
    such zones, or else the population; without figures the number stays as it is. ``zone`` is
    where it is to stand in one's own town: zones and a whole town are not counted alike.
    """
    possible = {choice.rule for choice in choices if choice.result is not None}
    if not possible:
        return None
    whole = element.zone in _WHOLE
    if whole and element.count == 1:
        return ScalingRule.FIXED
    order = [ScalingRule.POPULATION, ScalingRule.FIXED]
    if not whole and zone not in _WHOLE:
        order.insert(0, ScalingRule.ZONE)
    return next(rule for rule in order if rule in possible)


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
