# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The bar plan."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.projects.model import Step
from kyosei_desk.domain.projects.planning import FiscalSpan, Plan, fiscal_year, plan
from tests.domain.projects.rules_samples import project


def step(step_id: str, start: str, end: str) -> Step:
    return Step.model_validate({"id": step_id, "name": "準備", "start": start, "end": end})


def planned(*steps: Step) -> Plan:
    found = plan(project(steps=steps))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("day", "year"), [("2027-04", 2027), ("2027-03", 2026), ("2027-01-31", 2026), ("2027", 2027)]
)
def test_a_fiscal_year_begins_in_april(day: str, year: int) -> None:
    assert fiscal_year(PartialDate.parse(day)) == year


def test_no_steps_no_plan() -> None:
    assert plan(project()) is None


def test_bars_stand_in_whole_fiscal_years_sorted_by_their_start() -> None:
    found = planned(
        step("late", "2027-04", "2027-04"),
        step("long", "2026-10", "2027-06"),
        step("short", "2026-10", "2026-12"),
    )
    assert (str(found.first), found.months) == ("2026-04", 24)
    assert found.years == (FiscalSpan(2026, 0, 11), FiscalSpan(2027, 12, 23))
    assert [(bar.step.id, bar.start, bar.end, bar.lane) for bar in found.bars] == [
        ("short", 6, 8, 0),
        ("long", 6, 14, 1),
        ("late", 12, 12, 0),
    ]
    assert found.lanes == 2
    assert [str(found.month(index)) for index in (0, 8, 9, 23)] == [
        "2026-04",
        "2026-12",
        "2027-01",
        "2028-03",
    ]


def test_steps_alike_stay_as_written() -> None:
    found = planned(*(step(name, "2027-01", "2027-02") for name in ("b", "a")))
    assert [(bar.step.id, bar.lane) for bar in found.bars] == [("b", 0), ("a", 1)]
    assert found.years == (FiscalSpan(2026, 0, 11),)


MONTHS = st.tuples(st.integers(2024, 2030), st.integers(1, 12))


@given(st.lists(st.tuples(MONTHS, MONTHS), min_size=1, max_size=12))
def test_bars_of_a_lane_never_overlap_and_are_where_they_say(
    given_months: list[tuple[tuple[int, int], tuple[int, int]]],
) -> None:
    steps = [
        step(f"s-{at}", *(f"{year}-{month:02d}" for year, month in sorted(pair)))
        for at, pair in enumerate(given_months)
    ]
    found = planned(*steps)
    for bar in found.bars:
        assert (found.month(bar.start), found.month(bar.end)) == (bar.step.start, bar.step.end)
        assert 0 <= bar.start <= bar.end < found.months
    for lane in range(found.lanes):
        bars = [bar for bar in found.bars if bar.lane == lane]
        assert bars
        assert all(one.end < after.start for one, after in itertools.pairwise(bars))
