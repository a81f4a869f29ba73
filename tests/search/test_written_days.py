# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Days as they are typed: read as they are meant, or none."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.search.written_days import spoken_day, written_day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("令和9年4月", PartialDate(2027, 4)),
        ("2027年4月から", PartialDate(2027, 4)),
        ("2027", PartialDate(2027)),
        ("２０２５年４月１日現在", PartialDate(2025, 4, 1)),
        ("R7.4.1", PartialDate(2025, 4, 1)),
        ("2026/4/1", PartialDate(2026, 4, 1)),
        ("2027-04", PartialDate(2027, 4)),
        ("いつか", None),
        ("令和9年度", None),
        ("4月1日", None),
        ("2025年2月30日", None),
        ("2025-02-30", None),
        ("令和7年13月", None),
        ("", None),
    ],
)
def test_a_day_is_read_as_it_is_meant(text: str, day: PartialDate | None) -> None:
    assert written_day(text) == day


@given(st.dates(datetime.date(1869, 1, 1), datetime.date(2100, 12, 31)))
def test_a_day_as_it_is_shown_is_that_day(day: object) -> None:
    shown = PartialDate.parse(day)
    assert written_day(shown.era()) == written_day(shown.western()) == shown
    assert written_day(str(shown)) == shown


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("11月20日", PartialDate(2026, 11, 20)),
        ("１１月 ２０日", PartialDate(2026, 11, 20)),
        ("来年1月", PartialDate(2027, 1)),
        ("再来年の4月", PartialDate(2028, 4)),
        ("去年12月3日", PartialDate(2025, 12, 3)),
        ("令和9年4月", PartialDate(2027, 4)),
        ("1月", None),
        ("来年度", None),
        ("来年13月", None),
        ("2月30日", None),
    ],
)
def test_a_day_told_from_today(text: str, day: PartialDate | None) -> None:
    assert spoken_day(text, PartialDate(2026, 11, 23)) == day
