# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The schedule as a bar plan: whole fiscal years of months, and a bar a step."""

from collections.abc import Iterable
from dataclasses import dataclass

from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.projects.model import ModelProject, Step

APRIL = 4  # the first month of a fiscal year (年度)
MONTHS = 12


@dataclass(frozen=True)
class FiscalSpan:
    """A fiscal year's months: the indices of its April and its March."""

    fiscal_year: int
    start: int
    end: int


@dataclass(frozen=True)
class Bar:
    """A step from its first month to its last, both included, as indices of the plan.

    ``lane`` counts from 0; bars of one lane never overlap.
    """

    step: Step
    start: int
    end: int
    lane: int


@dataclass(frozen=True)
class Plan:
    """Months from an April on, and the bars by their start, their end and as written."""

    first: PartialDate
    months: int
    years: tuple[FiscalSpan, ...]
    bars: tuple[Bar, ...]

    @property
    def lanes(self) -> int:
        """How many lanes the bars need without overlapping."""
        return max(bar.lane for bar in self.bars) + 1

    def month(self, index: int) -> PartialDate:
        """Return the month at an index."""
        year, month = divmod(_number(self.first) + index, MONTHS)
        return PartialDate(year, month + 1)


def fiscal_year(day: PartialDate) -> int:
    """Return the fiscal year (年度) of a day; of a bare year, the one that begins in it."""
    return day.year if (day.month or APRIL) >= APRIL else day.year - 1


def plan(project: ModelProject) -> Plan | None:
    """Return the bar plan of a project, None without steps."""
    steps = sorted(project.steps, key=lambda step: (_number(step.start), _number(step.end)))
    if not steps:
        return None
    years = range(fiscal_year(steps[0].start), max(fiscal_year(step.end) for step in steps) + 1)
    first = PartialDate(years[0], APRIL)
    spans = tuple(
        FiscalSpan(year, at * MONTHS, at * MONTHS + MONTHS - 1) for at, year in enumerate(years)
    )
    return Plan(first, len(years) * MONTHS, spans, _bars(steps, _number(first)))


def _bars(steps: Iterable[Step], first: int) -> tuple[Bar, ...]:
    """Return the bars, each in the first lane that is free again."""
    ends: list[int] = []
    bars = []
    for step in steps:
        start, end = _number(step.start) - first, _number(step.end) - first
        free = (lane for lane, taken_to in enumerate(ends) if taken_to < start)
        lane = next(free, len(ends))
        ends[lane : lane + 1] = [end]
        bars.append(Bar(step, start, end, lane))
    return tuple(bars)


def _number(day: PartialDate) -> int:
    """Return how many months lie before a month; a model's steps always have one."""
    return day.year * MONTHS + (day.month or 1) - 1
