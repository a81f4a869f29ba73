# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Search results as a table that keeps every source: the rows all writers share."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kyosei_desk.domain.citing import as_of_subject
from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.sources import date_words
from kyosei_desk.search.model import Hit, Match

COLUMNS = ("順位", "資料", "自治体", "見出し", "抜き書き", "現在日", "出典", "当たり方")
# Line ends and control characters, and what XML forbids.
_UNFIT = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]+")


@dataclass(frozen=True)
class ResultRow:
    """One hit in words; the fields are :data:`COLUMNS` in their order."""

    rank: int
    document: str
    municipality: str
    heading: str
    excerpt: str
    as_of: str
    source: str
    reason: str

    @property
    def texts(self) -> tuple[str, ...]:
        """The cells after the rank."""
        return (
            self.document,
            self.municipality,
            self.heading,
            self.excerpt,
            self.as_of,
            self.source,
            self.reason,
        )


@dataclass(frozen=True)
class ResultTable:
    """Rows, and under ``conditions`` what was asked: pairs of a name and a value."""

    conditions: tuple[tuple[str, str], ...]
    rows: tuple[ResultRow, ...]


def result_rows(
    hits: Iterable[Hit], reason_of: Callable[[Match], str], *, era_first: bool
) -> tuple[ResultRow, ...]:
    """Return a row a hit, in their order; ``reason_of`` words why something matched."""
    return tuple(
        ResultRow(
            rank=rank,
            document=clean(hit.title),
            municipality=clean(hit.municipality or ""),
            heading=clean(hit.section_title),
            excerpt=clean(hit.snippet.text),
            as_of=as_of_subject(hit.kind) + _day(hit.as_of, era_first=era_first),
            source=clean(hit.source),
            reason=clean("、".join(dict.fromkeys(map(reason_of, hit.matched)))),
        )
        for rank, hit in enumerate(hits, 1)
    )


def clean(text: str) -> str:
    """Return a text in one line that every file format can hold."""
    return _UNFIT.sub(" ", text.encode("utf-8", "replace").decode()).strip()


def _day(iso: str, *, era_first: bool) -> str:
    try:
        return date_words(PartialDate.parse(iso), era_first=era_first)
    except ValueError:
        return clean(iso)
