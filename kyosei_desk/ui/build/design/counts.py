# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Whole numbers and days as they are typed."""

import unicodedata

from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.search.dates import find_dates
from kyosei_desk.search.numerals import parse_number

_MOST = 9_999_999


def read_count(text: str) -> int | None:
    """Return a number of 1 and above, typed full-width or with separators; else None."""
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    value = parse_number(plain) if plain else None
    if value is None or value != value.to_integral_value() or not 1 <= value <= _MOST:
        return None
    return int(value)


def read_day(text: str) -> PartialDate | None:
    """Return a year, month or day in whatever way it is written; None where it is none."""
    plain = "".join(unicodedata.normalize("NFKC", text).split()).removesuffix("から")
    for found in find_dates(plain):
        if found.end - found.start == len(plain):
            for key in reversed(found.keys):
                try:
                    return PartialDate.parse(key)
                except ValueError:
                    continue
    try:
        return PartialDate.parse(plain)
    except ValueError:
        return None
