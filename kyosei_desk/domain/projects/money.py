# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What a project costs and who pays: budget lines and subsidy programmes.

Nothing is assumed: a rate stands in a source, or the person has entered it with its reason.
"""

import re
from fractions import Fraction
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from kyosei_desk.domain.base import DomainModel, NaturalNumber, PositiveMeasure
from kyosei_desk.domain.designs import ElementId

_RATE = re.compile(r"([0-9]{1,3})/([1-9][0-9]{0,2})")


def check_rate(text: str) -> str:
    """Return a rate such as ``3/4`` unchanged, or raise ``ValueError``: between 0 and 1."""
    found = _RATE.fullmatch(text)
    if found is None or int(found[1]) > int(found[2]):
        raise ValueError("wrong_rate")
    return text


Rate = Annotated[str, AfterValidator(check_rate)]
FiscalYear = Annotated[int, Field(strict=True, ge=2000, le=2100)]
Months = Annotated[int, Field(strict=True, ge=1, le=12)]


class SubsidyProgramme(DomainModel):
    """A programme that pays a share: rates of the nation and the prefecture.

    ``basis`` says where the rates come from, in words; ``address`` is the passage that states
    them, where the library has one. A rate nobody has entered is None and pays nothing.
    """

    id: ElementId
    name: str
    national: Rate | None = None
    prefectural: Rate | None = None
    basis: str
    address: str | None = None

    @model_validator(mode="after")
    def _pays_no_more_than_all(self) -> Self:
        if self.national_rate + self.prefectural_rate > 1:
            raise ValueError("rates_above_one")
        return self

    @property
    def national_rate(self) -> Fraction:
        """The nation's share of the cost."""
        return Fraction(self.national or 0)

    @property
    def prefectural_rate(self) -> Fraction:
        """The prefecture's share of the cost."""
        return Fraction(self.prefectural or 0)


class BudgetLine(DomainModel):
    """One cost in one fiscal year (年度): quantity × unit price in yen × months.

    ``months`` is None for what is paid once; ``programme`` is the id of the programme that
    shares the cost, None where the town pays alone.
    """

    id: ElementId
    fiscal_year: FiscalYear
    item: str
    quantity: PositiveMeasure
    unit: str
    unit_price: NaturalNumber
    months: Months | None = None
    element: ElementId | None = None
    programme: ElementId | None = None
    note: str | None = None
