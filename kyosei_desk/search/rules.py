# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Switching rules off for one question."""

from collections.abc import Callable
from dataclasses import replace

from kyosei_desk.search.model import MatchRule
from kyosei_desk.search.patterns import run_pattern
from kyosei_desk.search.plan import Pattern, QueryPlan, Unit

# Rules that can be switched off; the words themselves are always looked for.
SWITCHABLE = tuple(rule for rule in MatchRule if rule not in (MatchRule.EXACT, MatchRule.KEYWORD))


def without_rules(
    plan: QueryPlan, without: frozenset[MatchRule], fold: Callable[[str], str]
) -> QueryPlan:
    """Return the plan with nothing left that one of these rules would find.

    An article, date or number then stands for its own characters only, as ``fold`` folds them.
    """
    units = tuple(_without(unit, without, fold) for unit in plan.units)
    bridges = tuple(b for b in plan.bridges if b.pattern.rule not in without)
    return replace(plan, units=units, bridges=bridges, without=without)


def _without(unit: Unit, without: frozenset[MatchRule], fold: Callable[[str], str]) -> Unit:
    patterns: list[Pattern] = [p for p in unit.patterns if p.rule not in without]
    if not patterns and (run := run_pattern(fold(unit.text))) is not None:
        patterns.append(run)
    return replace(unit, patterns=tuple(patterns))
