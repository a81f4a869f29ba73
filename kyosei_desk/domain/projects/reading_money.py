# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Fiscal years and rates of subsidies as people type them, in the window and by command."""

import datetime
import re
import unicodedata
from fractions import Fraction

from kyosei_desk.domain.reading_numbers import (
    NumberProblem,
    NumberSort,
    NumberTextError,
    read_number,
)

_SPACE = re.compile(r"\s+")
_ERAS = {"令和": 2018, "令": 2018, "R": 2018, "平成": 1988, "平": 1988, "H": 1988}
_ERA_YEAR = re.compile(rf"({'|'.join(_ERAS)})?(元|[0-9]{{1,2}})(?:年度?|度)?", re.IGNORECASE)
_WESTERN = re.compile(r"([0-9]{4})(?:年度?|度)?")
_YEARS = range(2000, 2101)
_BARE_AHEAD = 15  # years
_RATE = re.compile(r"([0-9]{1,3})/([0-9]{1,3})")
_RATE_WORDS = re.compile(r"([0-9]{1,3})分の([0-9]{1,3})")
_PARTS = {"%": 100, "割": 10}
_SHARE = NumberSort(tuple(_PARTS), whole=False)


def read_fiscal_year(text: str, today: datetime.date) -> int:
    """Return a fiscal year as typed: 令和9年度, R9, 9 or 2027.

    A year without its era is one of 令和 unless that lies far ahead: 27 may mean 2027.

    Raises:
        NumberTextError: it is none, or far away; unclear: 27 may be meant in two ways.
    """
    plain = _plain(text)
    if western := _WESTERN.fullmatch(plain):
        return _near(int(western[1]), text)
    found = _ERA_YEAR.fullmatch(plain)
    if found is None:
        raise NumberTextError(NumberProblem.NO_NUMBER, text)
    start = _ERAS[(found[1] or "令和").upper()]
    year = _near(start + (1 if found[2] == "元" else int(found[2])), text)
    if not found[1] and year > today.year + _BARE_AHEAD:
        raise NumberTextError(NumberProblem.UNCLEAR, found[0])
    return year


def _near(year: int, text: str) -> int:
    if year not in _YEARS:
        raise NumberTextError(NumberProblem.NO_NUMBER, text)
    return year


def read_rate(text: str) -> str | None:
    """Return a rate as ``3/4``; None where nothing was typed.

    Takes 3/4, 4分の3, 75%, 0.75 and 10割 too.

    Raises:
        NumberTextError: it is no share of a whole.
    """
    plain = _plain(text).replace("⁄", "/")
    if not plain:
        return None
    rate = _share(plain, text)
    if rate is None or not 0 <= rate <= 1 or rate.denominator > 999:
        raise NumberTextError(NumberProblem.NO_NUMBER, text)
    if found := _RATE.fullmatch(plain):
        return f"{int(found[1])}/{int(found[2])}"  # 2/4 stays 2/4
    return f"{rate.numerator}/{rate.denominator}"


def _share(plain: str, text: str) -> Fraction | None:
    if found := _RATE.fullmatch(plain):
        return Fraction(int(found[1]), int(found[2])) if int(found[2]) else None
    if found := _RATE_WORDS.fullmatch(plain):
        return Fraction(int(found[2]), int(found[1])) if int(found[1]) else None
    value = read_number(text, _SHARE)
    return None if value is None else Fraction(value) / _PARTS.get(plain[-1], 1)


def _plain(text: str) -> str:
    return _SPACE.sub("", unicodedata.normalize("NFKC", text))
