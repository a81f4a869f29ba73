# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Exact numbers with a unit and a day, and what is got by dividing one by another.

Nothing is rounded before it is shown: values are fractions of the numbers in the sources.
"""

from dataclasses import dataclass
from fractions import Fraction

from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.vocabulary import LabelledEnum


class Basis(LabelledEnum):
    """What a number is divided by, so that places of different size can be compared."""

    PER_10000 = "per_10000", "人口1万人あたり"
    PER_ELEMENTARY = "per_elementary", "小学校1校あたり"
    PER_JUNIOR_HIGH = "per_junior_high", "中学校1校あたり"
    PER_KM2 = "per_km2", "1km²あたり"
    PER_ZONE = "per_zone", "圏域1つあたり"
    PEOPLE_PER_ONE = "people_per_one", "1つあたりの人口"


@dataclass(frozen=True)
class Quantity:
    """A number as the source gives it: what it counts, its unit, its day if told."""

    label: str
    value: Fraction
    unit: str
    as_of: PartialDate | None = None
    note: str = ""

    @property
    def text(self) -> str:
        """The number in full with its unit: ``79,357人``."""
        return f"{exact_text(self.value)}{self.unit}"


@dataclass(frozen=True)
class Ratio:
    """One quantity divided by another, times ``times``; the denominator is never 0."""

    basis: Basis
    numerator: Quantity
    denominator: Quantity
    times: int = 1

    @property
    def value(self) -> Fraction:
        """The exact value."""
        return self.numerator.value * self.times / self.denominator.value

    @property
    def text(self) -> str:
        """The rounded value with its unit: ``1.89か所``."""
        return f"{rounded_text(self.value)}{self.numerator.unit}"

    @property
    def formula(self) -> str:
        """How it was computed: ``15か所 ÷ 79,357人 × 10,000``."""
        times = f" × {self.times:,}" if self.times != 1 else ""
        return f"{self.numerator.text} ÷ {self.denominator.text}{times}"

    @property
    def dates_mixed(self) -> bool:
        """Whether the two numbers are known to be of different days."""
        one, other = self.numerator.as_of, self.denominator.as_of
        return one is not None and other is not None and apart(one, other)

    @property
    def dates_unknown(self) -> bool:
        """Whether the source gives no day for one of the two numbers."""
        return self.numerator.as_of is None or self.denominator.as_of is None


def apart(one: PartialDate, other: PartialDate) -> bool:
    """Tell whether two dates cannot mean the same day: 2017 may be 2017-09-01."""
    return one.last_day < other.first_day or other.last_day < one.first_day


def divided(
    basis: Basis, numerator: Quantity | None, denominator: Quantity | None, times: int = 1
) -> Ratio | None:
    """Return a ratio, or None where a number is missing or would be divided by 0."""
    if numerator is None or denominator is None or not denominator.value:
        return None
    return Ratio(basis, numerator, denominator, times)


def exact(number: int | float | str) -> Fraction:
    """Return a number as written: 129.77 is 12977/100."""
    return Fraction(str(number))


def exact_text(value: Fraction) -> str:
    """Return a number in decimals as written, with separators; thirds are rounded."""
    for places in range(7):
        if (value * 10**places).denominator == 1:
            return _decimal(value, places)
    return rounded_text(value)


def rounded_text(value: Fraction) -> str:
    """Return a number as people read it: whole from 100 on, two places below 10.

    Below 1 it keeps two digits that count, so that nothing stated becomes 0; halves are
    rounded up, and 0 behind the point is left out.
    """
    size = abs(value)
    places = 0 if size >= 100 else 1 if size >= 10 else 2
    while 0 < size < 1 and size * 10**places < 10 and places < 6:
        places += 1
    whole, _, decimals = _decimal(value, places).partition(".")
    decimals = decimals.rstrip("0")
    return f"{whole}.{decimals}" if decimals else whole


def _decimal(value: Fraction, places: int) -> str:
    scaled = abs(value) * 10**places
    digits = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    whole, decimals = divmod(digits, 10**places)
    sign = "-" if value < 0 and digits else ""
    behind = f".{decimals:0{places}d}" if places else ""
    return f"{sign}{whole:,}{behind}"
