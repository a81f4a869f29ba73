# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Figures of one's own town as they are typed: read, checked, and in words if they are wrong."""

import datetime
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from kyosei_desk.domain.comparing.quantities import exact_text
from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.reading_numbers import (
    AREA,
    PEOPLE,
    SCHOOLS,
    NumberSort,
    NumberTextError,
)
from kyosei_desk.domain.reading_numbers import read_number as typed_number
from kyosei_desk.search.written_days import written_day
from kyosei_desk.wording.typed_numbers import number_sentence


class FigureKey(StrEnum):
    """The fields there are."""

    POPULATION = "population"
    AREA = "area"
    SCHOOLS = "schools"
    AS_OF = "as_of"


class FigureError(Exception):
    """What was typed cannot be taken; ``sentence`` says why and what to do."""

    def __init__(self, sentence: str):
        """Keep the sentence."""
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True)
class _Number:
    """A number's name, unit, an example, and what may be typed for it.

    The largest of 2024 are 横浜市 with 3.8 million people and 336 elementary schools of its
    own, and 高山市 with 2,178 km²; more than the limit is a slip of the digits.
    """

    label: str
    unit: str
    example: str
    sort: NumberSort


_NUMBERS = {
    FigureKey.POPULATION: _Number("人口", "人", "62,000", replace(PEOPLE, most=5_000_000)),
    FigureKey.AREA: _Number("面積", "km²", "48.2", replace(AREA, most=2_500)),
    FigureKey.SCHOOLS: _Number("小学校の数", "校", "12", replace(SCHOOLS, zero=False, most=500)),
}


def read_number(key: FigureKey, text: str) -> Fraction | None:
    """Return the number typed, exactly; None where nothing was typed.

    Raises:
        FigureError: it is no number, or none that a municipality can have.
    """
    asked = _NUMBERS[key]
    try:
        value = typed_number(text, asked.sort)
    except NumberTextError as error:
        sentence = number_sentence(error, asked.label, asked.example, asked.sort, asked.unit)
        raise FigureError(sentence) from error
    return None if value is None else Fraction(value)


def read_day(text: str, today: datetime.date) -> PartialDate | None:
    """Return the day typed, in whatever way dates are written; None where nothing was typed.

    Raises:
        FigureError: it is no date, or one that has not come yet.
    """
    if not text.strip():
        return None
    day = written_day(text)
    if day is None:
        raise FigureError("いつの数字かは、年や年月日で入れてください（例: 令和7年4月1日）。")
    if day.first_day > today:
        raise FigureError("いつの数字かが、これから先の日付です。確かめてください。")
    return day


def number_text(value: Fraction | int | None) -> str:
    """Return a number as it stands in its field; nothing for None."""
    return "" if value is None else exact_text(Fraction(value))


def day_text(day: PartialDate | None, *, era_first: bool) -> str:
    """Return a day as it stands in its field; nothing for None."""
    if day is None:
        return ""
    return day.era() if era_first else day.western()
