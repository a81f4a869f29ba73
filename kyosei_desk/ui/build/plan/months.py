# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Months as they are typed and said, and moved by keyboard."""

from kyosei_desk.domain.dates import PartialDate, today
from kyosei_desk.domain.projects.model import Step
from kyosei_desk.search.written_days import spoken_day

_MONTHS = 12
_YEARS = range(2000, 2101)


def read_month(text: str) -> PartialDate | None:
    """Return a month in whatever way it is written; None where it is none, or far away."""
    day = spoken_day(text, today())
    if day is None or day.month is None or day.year not in _YEARS:
        return None
    return PartialDate(day.year, day.month)


def month_words(month: PartialDate, *, era_first: bool) -> str:
    """Return a month in words: 令和9年4月."""
    return month.era() if era_first else month.western()


def months_later(month: PartialDate, by: int) -> PartialDate:
    """Return the month some months later, or earlier."""
    year, place = divmod(month.year * _MONTHS + (month.month or 1) - 1 + by, _MONTHS)
    return PartialDate(year, place + 1)


def length(step: Step) -> int:
    """Return how many months a step takes."""
    start, end = step.start, step.end
    return (end.year - start.year) * _MONTHS + (end.month or 1) - (start.month or 1) + 1


def span_words(step: Step, *, era_first: bool) -> str:
    """Return from when to when, and how long."""
    start = month_words(step.start, era_first=era_first)
    months = length(step)
    if months == 1:
        return f"{start}（1か月）"
    end = month_words(step.end, era_first=era_first)
    return f"{start}から{end}まで（{months}か月）"
