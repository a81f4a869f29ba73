# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Figures of one's own town as they are typed: read, checked, and in words if they are wrong."""

import datetime
import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from kyosei_desk.domain.comparing.quantities import exact_text
from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.search.dates import find_dates
from kyosei_desk.search.numerals import parse_number


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
    """A number's name, unit, the words typed for it, and what no municipality exceeds.

    The largest of 2024 are 横浜市 with 3.8 million people and 336 elementary schools of its
    own, and 高山市 with 2,178 km²; more than the limit is a slip of the digits.
    """

    label: str
    unit: str
    units: str
    example: str
    largest: int
    whole: bool


_NUMBERS = {
    FigureKey.POPULATION: _Number("人口", "人", "人|名", "62,000", 5_000_000, True),
    FigureKey.AREA: _Number(
        "面積", "km²", "km2|平方キロ(?:メートル)?|平方km", "48.2", 2_500, False
    ),
    FigureKey.SCHOOLS: _Number("小学校の数", "校", "校", "12", 500, True),
}
_SPACE = re.compile(r"\s+")
_ISO = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def read_number(key: FigureKey, text: str) -> Fraction | None:
    """Return the number typed, exactly; None where nothing was typed.

    Takes full-width figures, separators, 万 and the unit: ``６万２千人`` is 62,000.

    Raises:
        FigureError: it is no number, or none that a municipality can have.
    """
    number = _NUMBERS[key]
    plain = _plain(text).replace("、", ",")
    if not plain:
        return None
    value = parse_number(re.sub(f"(?:{number.units})$", "", plain))
    if value is None:
        raise FigureError(f"{number.label}は、数字で入れてください（例: {number.example}）。")
    _check(number, value)
    return Fraction(value)


def _check(number: _Number, value: Decimal) -> None:
    if value <= 0:
        raise FigureError(f"{number.label}は、0より大きい数を入れてください。")
    if number.whole and value != value.to_integral_value():
        raise FigureError(f"{number.label}は、小数のない数で入れてください。")
    if value > number.largest:
        limit = f"{number.largest:,}{number.unit}"
        raise FigureError(f"{number.label}が{limit}をこえています。けたを確かめてください。")


def read_day(text: str, today: datetime.date) -> PartialDate | None:
    """Return the day typed, in whatever way dates are written; None where nothing was typed.

    Raises:
        FigureError: it is no date, or one that has not come yet.
    """
    plain = _plain(text).removesuffix("現在").removesuffix("時点")
    if not plain:
        return None
    day = _date(plain)
    if day is None:
        raise FigureError("いつの数字かは、年や年月日で入れてください（例: 令和7年4月1日）。")
    if day.first_day > today:
        raise FigureError("いつの数字かが、これから先の日付です。確かめてください。")
    return day


def _date(text: str) -> PartialDate | None:
    written = text
    if _ISO.fullmatch(text) is None:
        found = [one for one in find_dates(text) if one.end - one.start == len(text)]
        keys = [key for key in found[0].keys if _ISO.fullmatch(key)] if found else []
        if not keys or "年度" in text:
            return None
        written = keys[-1]
    try:
        return PartialDate.parse(written)
    except ValueError:
        return None


def _plain(text: str) -> str:
    return _SPACE.sub("", unicodedata.normalize("NFKC", text))


def number_text(value: Fraction | int | None) -> str:
    """Return a number as it stands in its field; nothing for None."""
    return "" if value is None else exact_text(Fraction(value))


def day_text(day: PartialDate | None, *, era_first: bool) -> str:
    """Return a day as it stands in its field; nothing for None."""
    if day is None:
        return ""
    return day.era() if era_first else day.western()
