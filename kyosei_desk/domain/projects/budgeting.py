# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The budget sheet: what each year costs and who pays, in 千円 as municipalities round it.

A cost is rounded up to 千円, since it has to be paid; a subsidy is rounded down, since no
more than its rate of the exact cost is granted; the town pays the rest. So the shares of
every row add up to its total, and rows to years, whatever the numbers.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kyosei_desk.domain.comparing.quantities import exact
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.domain.projects.money import BudgetLine, SubsidyProgramme
from kyosei_desk.domain.vocabulary import LabelledEnum

THOUSAND = 1000


class AssumptionKind(LabelledEnum):
    """What a budget rests on and the reader of the sheet has to know."""

    RATE = "rate", "補助の率"
    NO_RATE = "no_rate", "率が入っていない補助"
    TOWN_ALONE = "town_alone", "補助のない経費"
    ROUNDED = "rounded", "端数のあつかい"


@dataclass(frozen=True)
class Assumption:
    """One assumption, with the programme and the lines it is about, if any."""

    kind: AssumptionKind
    programme: SubsidyProgramme | None = None
    lines: tuple[BudgetLine, ...] = ()


@dataclass(frozen=True)
class Shares:
    """Who pays, in whole 千円; the three shares make the total."""

    total: int = 0
    national: int = 0
    prefectural: int = 0
    own: int = 0

    def __add__(self, other: "Shares") -> "Shares":
        """Return both together."""
        return Shares(
            self.total + other.total,
            self.national + other.national,
            self.prefectural + other.prefectural,
            self.own + other.own,
        )


@dataclass(frozen=True)
class CostedLine:
    """A line with what it costs, in yen."""

    line: BudgetLine
    yen: int


@dataclass(frozen=True)
class ShareRow:
    """All lines of one year that one programme shares; None: the town pays alone."""

    programme: SubsidyProgramme | None
    yen: int
    shares: Shares
    lines: tuple[CostedLine, ...]


@dataclass(frozen=True)
class YearSheet:
    """One fiscal year (年度): its programmes as the project lists them, the town alone last."""

    fiscal_year: int
    rows: tuple[ShareRow, ...]

    @property
    def shares(self) -> Shares:
        """The year's total."""
        return _sum(row.shares for row in self.rows)

    @property
    def yen(self) -> int:
        """The exact cost of the year."""
        return sum(row.yen for row in self.rows)


@dataclass(frozen=True)
class BudgetSheet:
    """All years in order, and what they rest on."""

    years: tuple[YearSheet, ...]
    assumptions: tuple[Assumption, ...]

    @property
    def lines(self) -> tuple[CostedLine, ...]:
        """All lines, year by year and programme by programme."""
        return tuple(line for year in self.years for row in year.rows for line in row.lines)

    @property
    def shares(self) -> Shares:
        """The total of all years."""
        return _sum(year.shares for year in self.years)

    @property
    def yen(self) -> int:
        """The exact cost of all years."""
        return sum(year.yen for year in self.years)


def _sum(shares: Iterable[Shares]) -> Shares:
    return sum(shares, Shares())


def line_yen(line: BudgetLine) -> int:
    """Return what a line costs: quantity × unit price × months, a part of a yen rounded up."""
    return math.ceil(exact(line.quantity) * line.unit_price * (line.months or 1))


def shared(yen: int, programme: SubsidyProgramme | None) -> Shares:
    """Return who pays a cost in yen; without a programme, or without its rate, the town does."""
    total = -(-yen // THOUSAND)
    if programme is None:
        return Shares(total, own=total)
    national = _granted(yen, programme.national_rate)
    prefectural = _granted(yen, programme.prefectural_rate)
    return Shares(total, national, prefectural, total - national - prefectural)


def _granted(yen: int, rate: Fraction) -> int:
    return math.floor(yen * rate / THOUSAND)


def budget_sheet(project: ModelProject) -> BudgetSheet:
    """Return the budget of a project; empty without lines."""
    years = sorted({line.fiscal_year for line in project.budget})
    return BudgetSheet(
        tuple(_year(project, year) for year in years), _assumptions(project) if years else ()
    )


def _year(project: ModelProject, fiscal_year: int) -> YearSheet:
    lines = [line for line in project.budget if line.fiscal_year == fiscal_year]
    rows = []
    for programme in (*project.programmes, None):
        of_it = _lines_of(lines, programme)
        if of_it:
            costed = tuple(CostedLine(line, line_yen(line)) for line in of_it)
            yen = sum(one.yen for one in costed)
            rows.append(ShareRow(programme, yen, shared(yen, programme), costed))
    return YearSheet(fiscal_year, tuple(rows))


def _lines_of(
    lines: Sequence[BudgetLine], programme: SubsidyProgramme | None
) -> tuple[BudgetLine, ...]:
    meant = programme.id if programme else None
    return tuple(line for line in lines if line.programme == meant)


def _assumptions(project: ModelProject) -> tuple[Assumption, ...]:
    found = []
    for programme in project.programmes:
        lines = _lines_of(project.budget, programme)
        if lines:
            rated = programme.national is not None or programme.prefectural is not None
            kind = AssumptionKind.RATE if rated else AssumptionKind.NO_RATE
            found.append(Assumption(kind, programme, lines))
    alone = _lines_of(project.budget, None)
    if alone:
        found.append(Assumption(AssumptionKind.TOWN_ALONE, lines=alone))
    return (*found, Assumption(AssumptionKind.ROUNDED))


_MODEL_PROJECT = "guideline/model-project-fy2018"
_MODEL_BASIS = (
    "平成30年度予算案のモデル事業の補助率3/4（出典のスライドには「補助率3/4」とだけあります）。"
    "いまの補助制度の率ではありません。"
)


def default_programmes() -> tuple[SubsidyProgramme, ...]:
    """Return the two model-project programmes of fiscal 2018 (平成30年度予算案), 3/4 each.

    They are for a person who picks them: the source is of 2018, and says nothing of today's
    rates nor of a prefectural share.
    """
    found = (
        ("model-2018-community", "地域力強化推進事業", "community"),
        (
            "model-2018-multi-agency",
            "多機関の協働による包括的支援体制構築事業",
            "multi-agency",
        ),
    )
    return tuple(
        SubsidyProgramme(
            id=programme_id,
            name=f"{name}（平成30年度）",
            national="3/4",
            basis=_MODEL_BASIS,
            address=f"{_MODEL_PROJECT}#{section}",
        )
        for programme_id, name, section in found
    )
