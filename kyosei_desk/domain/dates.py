# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Dates as documents give them: a year, a year and month, or a full day."""

import calendar
import datetime
import re
from dataclasses import dataclass
from functools import total_ordering
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

_PATTERN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")

# Era names with their first day (Gregorian), newest first.
ERAS: tuple[tuple[str, str, datetime.date], ...] = (
    ("令和", "R", datetime.date(2019, 5, 1)),
    ("平成", "H", datetime.date(1989, 1, 8)),
    ("昭和", "S", datetime.date(1926, 12, 25)),
    ("大正", "T", datetime.date(1912, 7, 30)),
    ("明治", "M", datetime.date(1868, 1, 25)),
)


@total_ordering
@dataclass(frozen=True)
class PartialDate:
    """A calendar date known to the year, the month or the day.

    Orders by its first possible day, the vaguer date first: 2017 < 2017-01 < 2017-01-01.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Refuse what is no day, month or year of the calendar.

        Raises:
            ValueError: ``not_a_date``.
        """
        month = 1 if self.month is None else self.month
        day = 1 if self.day is None else self.day
        try:
            datetime.date(self.year, month, day)
        except ValueError:
            raise ValueError("not_a_date") from None
        if self.month is None and self.day is not None:
            raise ValueError("not_a_date")

    @classmethod
    def parse(cls, value: object) -> "PartialDate":
        """Read ``2017``, ``2017-04``, ``2017-04-01`` or a :class:`datetime.date`.

        Raises:
            ValueError: ``not_a_date``: no such form, or no day of the calendar.
        """
        if isinstance(value, PartialDate):
            return value
        if isinstance(value, datetime.date):
            return cls(value.year, value.month, value.day)
        match = _PATTERN.fullmatch(str(value))
        if match is None:
            raise ValueError("not_a_date")
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        return cls(year, month, day)

    def __str__(self) -> str:
        """Return the ISO 8601 form, as short as the date is known."""
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    def __lt__(self, other: "PartialDate") -> bool:
        """Compare by the first day each date may mean, then the vaguer one first."""
        return self._order() < other._order()

    def _order(self) -> tuple[int, int, int]:
        return (self.year, self.month or 0, self.day or 0)

    @property
    def first_day(self) -> datetime.date:
        """The earliest day this date may mean."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> datetime.date:
        """The latest day this date may mean."""
        month = self.month or 12
        day = self.day or calendar.monthrange(self.year, month)[1]
        return datetime.date(self.year, month, day)

    def era(self) -> str:
        """Return the Japanese-era form (和暦), such as ``平成29年9月1日``.

        A bare year takes the era in force at its end, as official papers do.
        """
        anchor = self.first_day if self.month else self.last_day
        for name, _, start in ERAS:
            if anchor >= start:
                number = self.year - start.year + 1
                year = "元" if number == 1 else str(number)
                return f"{name}{year}年" + self._month_day()
        return self.western()

    def western(self) -> str:
        """Return the Western form (西暦) in Japanese, such as ``2017年9月1日``."""
        return f"{self.year}年" + self._month_day()

    def _month_day(self) -> str:
        month = f"{self.month}月" if self.month else ""
        return month + (f"{self.day}日" if self.day else "")

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Validate with :meth:`parse` and serialise as the ISO string."""
        return core_schema.no_info_plain_validator_function(
            cls.parse, serialization=core_schema.to_string_ser_schema()
        )


def today() -> PartialDate:
    """Return the day of today."""
    return PartialDate.parse(datetime.date.today())
