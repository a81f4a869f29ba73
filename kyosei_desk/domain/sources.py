# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Where a statement comes from."""

from kyosei_desk.domain.base import DomainModel, Flag
from kyosei_desk.domain.dates import PartialDate


class Source(DomainModel):
    """A document, the place in it, and its date: no fact stands without one."""

    id: str
    title: str
    publisher: str
    date: PartialDate
    locator: str
    url: str | None = None
    secondary: Flag = False


def citation_line(source: Source, place: str | None = None) -> str:
    """Return a full citation: title, publisher, date, place, and whether it is secondary."""
    parts = [source.publisher, source.date.western(), place or source.locator]
    mark = "・二次資料" if source.secondary else ""
    return f"{source.title}（{'、'.join(parts)}{mark}）"
