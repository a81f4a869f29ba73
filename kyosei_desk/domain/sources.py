# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Where a statement comes from."""

from typing import Self

from pydantic import model_validator

from kyosei_desk.domain.base import DomainModel, Flag
from kyosei_desk.domain.dates import PartialDate


class Source(DomainModel):
    """A document, the place in it, and its date: no fact stands without one.

    ``date`` is when it was issued; where nobody knows that, ``accessed`` is when it was read.
    """

    id: str
    title: str
    publisher: str
    date: PartialDate | None = None
    accessed: PartialDate | None = None
    locator: str
    url: str | None = None
    secondary: Flag = False

    @model_validator(mode="after")
    def _has_a_date(self) -> Self:
        if self.date is None and self.accessed is None:
            raise ValueError("source_without_date")
        return self


def citation_line(source: Source, *places: str | None, era_first: bool = False) -> str:
    """Return a full citation: title, publisher, date, where in it, whether it is secondary.

    ``places`` are the exact places in the source, such as a column of a slide, that are meant.
    """
    exact = dict.fromkeys(place for place in places if place and place != source.locator)
    where = [source.locator, "／".join(exact)]
    parts = [source.publisher, issue_words(source, era_first=era_first), *filter(None, where)]
    mark = "・二次資料" if source.secondary else ""
    return f"{source.title}（{'、'.join(parts)}{mark}）"


def issue_words(source: Source, *, era_first: bool) -> str:
    """Return when a source was issued, or that nobody knows and when it was read."""
    issued = date_words(source.date, era_first=era_first) if source.date else "発行日不明"
    if source.accessed is None:
        return issued
    return f"{issued}、{date_words(source.accessed, era_first=era_first)}参照"


def date_words(date: PartialDate, *, era_first: bool) -> str:
    """Return a date in the Japanese era (和暦), or the Western year (西暦)."""
    return date.era() if era_first else date.western()


def fiscal_year_words(year: int, *, era_first: bool) -> str:
    """Return a fiscal year (年度) in words: 令和9年度, and 令和元年度 for that of 2019."""
    return f"{date_words(PartialDate(year), era_first=era_first)}度"
