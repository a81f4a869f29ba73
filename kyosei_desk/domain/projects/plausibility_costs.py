# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Budget lines that are worth a second look: questioned, never refused."""

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kyosei_desk.domain.comparing.quantities import exact, exact_text
from kyosei_desk.domain.projects.budgeting import line_yen
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.domain.projects.money import BudgetLine
from kyosei_desk.domain.vocabulary import LabelledEnum

# All that a municipality spends in a year is about 500,000 yen a person (地方財政白書); a single
# line of a fifth of that is doubted. A few full-time workers are dear in the smallest villages.
_YEN_PER_PERSON, _NEVER_BELOW = 100_000, 50_000_000
# Without the population: more than a line of the largest cities of the cases would come to.
_YEN_ANYWHERE = 100_000_000_000
_PEOPLE = ("人", "名", "世帯")
# The least that is paid a person for a month of anything; less was entered in 千円.
_YEN_A_MONTH = 500


class LineDoubtCode(LabelledEnum):
    """What is odd about a line."""

    COST_HIGH = "cost_high", "金額が大きすぎるようです"
    QUANTITY_HIGH = "quantity_high", "数量がまちの人口より多くなっています"
    PRICE_LOW = "price_low", "単価が小さすぎるようです"


@dataclass(frozen=True)
class LineDoubt:
    """A doubt about a line (its id); ``data`` holds what the sentence needs, in words."""

    code: LineDoubtCode
    line: str
    data: Mapping[str, str] = dataclasses.field(default_factory=dict)


def line_doubts(project: ModelProject) -> tuple[LineDoubt, ...]:
    """Return what is odd about the lines of the budget, line by line."""
    return tuple(doubt for line in project.budget for doubt in _of_line(project, line))


def _of_line(project: ModelProject, line: BudgetLine) -> Iterator[LineDoubt]:
    people, yen = project.town.population, line_yen(line)
    most = max(_NEVER_BELOW, people * _YEN_PER_PERSON) if people else _YEN_ANYWHERE
    item = {"item": line.item}
    if yen > most:
        yield LineDoubt(LineDoubtCode.COST_HIGH, line.id, {**item, "value": f"{yen:,}円"})
    if line.unit not in _PEOPLE:
        return
    if people is not None and line.quantity > people:
        value = f"{exact_text(exact(line.quantity))}{line.unit}"
        data = {**item, "value": value, "people": f"{people:,}人"}
        yield LineDoubt(LineDoubtCode.QUANTITY_HIGH, line.id, data)
    if line.months is not None and 0 < line.unit_price < _YEN_A_MONTH:
        data = {**item, "value": f"{line.unit_price:,}円"}
        yield LineDoubt(LineDoubtCode.PRICE_LOW, line.id, data)
