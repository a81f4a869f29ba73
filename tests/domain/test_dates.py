# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Dates known to the year, the month or the day."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei_desk.domain.dates import PartialDate

days = st.dates(datetime.date(1600, 1, 1)).map(PartialDate.parse)
partial_dates = st.one_of(
    days,
    days.map(lambda day: PartialDate(day.year, day.month)),
    days.map(lambda day: PartialDate(day.year)),
)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (2017, PartialDate(2017)),
        ("2017", PartialDate(2017)),
        ("2017-04", PartialDate(2017, 4)),
        ("2017-04-01", PartialDate(2017, 4, 1)),
        ("2016-02-29", PartialDate(2016, 2, 29)),
        (datetime.date(2017, 12, 12), PartialDate(2017, 12, 12)),
        (PartialDate(2017, 4), PartialDate(2017, 4)),
    ],
)
def test_reads(value: object, expected: PartialDate) -> None:
    assert PartialDate.parse(value) == expected


@pytest.mark.parametrize(
    "value",
    [
        *("", "17", "2017/04", "2017-4", "2017-13", "2017-00", "2017-04-00", "2017-02-29"),
        *("0000", "平成29年", "２０１７", " 2017", "2017-04-01T00:00", "2017.0"),
        *(None, True, 20170401, -2017),
    ],
)
def test_refuses(value: object) -> None:
    with pytest.raises(ValueError, match="not_a_date"):
        PartialDate.parse(value)


@pytest.mark.parametrize("parts", [(2017, None, 1), (2017, 0, None), (0, None, None), (2017, 4, 0)])
def test_cannot_be_made_impossible(parts: tuple[int, int | None, int | None]) -> None:
    with pytest.raises(ValueError, match="not_a_date"):
        PartialDate(*parts)


@pytest.mark.parametrize(
    ("text", "era", "western"),
    [
        ("2017", "平成29年", "2017年"),
        ("2017-09", "平成29年9月", "2017年9月"),
        ("2017-09-01", "平成29年9月1日", "2017年9月1日"),
        ("2019-04-30", "平成31年4月30日", "2019年4月30日"),
        ("2019-05-01", "令和元年5月1日", "2019年5月1日"),
        ("2019", "令和元年", "2019年"),
        ("1989-01-07", "昭和64年1月7日", "1989年1月7日"),
        ("1989-01-08", "平成元年1月8日", "1989年1月8日"),
        ("1951", "昭和26年", "1951年"),
        ("1926-12-24", "大正15年12月24日", "1926年12月24日"),
        ("1912-07-29", "明治45年7月29日", "1912年7月29日"),
        ("1868", "明治元年", "1868年"),
        ("1867", "1867年", "1867年"),
    ],
)
def test_era_and_western(text: str, era: str, western: str) -> None:
    date = PartialDate.parse(text)
    assert (date.era(), date.western()) == (era, western)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2017", "2017-01-01", "2017-12-31"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2017-04-05", "2017-04-05", "2017-04-05"),
    ],
)
def test_span(text: str, first: str, last: str) -> None:
    date = PartialDate.parse(text)
    assert (str(date.first_day), str(date.last_day)) == (first, last)


def test_order_puts_the_vaguer_date_first() -> None:
    texts = ["2016-12-31", "2017", "2017-01", "2017-01-01", "2017-01-02", "2017-04", "2018"]
    dates = [PartialDate.parse(text) for text in texts]
    assert sorted([*dates[3:], *dates[:3]]) == dates


@given(partial_dates)
def test_written_form_reads_back(date: PartialDate) -> None:
    assert PartialDate.parse(str(date)) == date


@given(partial_dates)
def test_span_holds_together(date: PartialDate) -> None:
    assert date.first_day <= date.last_day
    assert date.era().endswith(("年", "月", "日"))


@given(partial_dates, partial_dates)
def test_order_is_total(left: PartialDate, right: PartialDate) -> None:
    assert (left < right) + (left == right) + (left > right) == 1
    assert (left <= right) is not (left > right)


@given(st.text() | st.integers() | st.floats() | st.none())
def test_anything_is_read_or_refused(value: object) -> None:
    refused = ""
    try:
        date = PartialDate.parse(value)
    except ValueError as error:
        refused = str(error)
    assert refused == "not_a_date" or str(date) == str(value)
