# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Figures of one's own town: whatever is typed is understood, or refused in plain words."""

import contextlib
import datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.wording.own_figures import (
    FigureError,
    FigureKey,
    day_text,
    number_text,
    read_day,
    read_number,
)

TODAY = datetime.date(2026, 11, 23)
POPULATION, AREA, SCHOOLS = FigureKey.POPULATION, FigureKey.AREA, FigureKey.SCHOOLS


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        (POPULATION, "62000", 62000),
        (POPULATION, "62,000", 62000),
        (POPULATION, "６２，０００人", 62000),
        (POPULATION, " 62 000 ", 62000),
        (POPULATION, "62、000名", 62000),
        (POPULATION, "6万2千", 62000),
        (POPULATION, "6.2万人", 62000),
        (AREA, "48.20", Fraction(241, 5)),
        (AREA, "４８．２ｋｍ²", Fraction(241, 5)),
        (AREA, "48.2平方キロメートル", Fraction(241, 5)),
        (AREA, "129.77㎢", Fraction(12977, 100)),
        (SCHOOLS, "12校", 12),
        (SCHOOLS, "十二", 12),
        (SCHOOLS, "", None),
        (AREA, "　", None),
    ],
)
def test_numbers_are_read_as_they_are_written(
    key: FigureKey, text: str, value: int | Fraction | None
) -> None:
    assert read_number(key, text) == value


@pytest.mark.parametrize(
    ("key", "text", "sentence"),
    [
        (POPULATION, "たくさん", "人口は、数字で入れてください（例: 62,000）。"),
        (POPULATION, "6,2000", "人口は、数字で入れてください（例: 62,000）。"),
        (POPULATION, "-5", "人口は、0より小さい数にはできません（例: 62,000）。"),
        (AREA, "48.2ha", "面積は、数字で入れてください（例: 48.2）。"),
        (AREA, "0", "面積は、0より大きい数を入れてください。"),
        (SCHOOLS, "12.5", "小学校の数は、小数のない数で入れてください。"),
        (POPULATION, "6200万", "人口が5,000,000人をこえています。けたを確かめてください。"),
        (AREA, "12977", "面積が2,500km²をこえています。けたを確かめてください。"),
        (SCHOOLS, "1200", "小学校の数が500校をこえています。けたを確かめてください。"),
    ],
)
def test_what_cannot_be_is_refused_in_plain_words(key: FigureKey, text: str, sentence: str) -> None:
    with pytest.raises(FigureError) as error:
        read_number(key, text)
    assert error.value.sentence == sentence


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("令和7年4月1日", "2025-04-01"),
        ("R7.4.1", "2025-04-01"),
        ("２０２５年４月１日現在", "2025-04-01"),
        ("2025/4/1", "2025-04-01"),
        ("2025-04", "2025-04"),
        ("令和7年4月時点", "2025-04"),
        ("令和7年", "2025"),
        ("2025", "2025"),
    ],
)
def test_days_are_read_as_they_are_written(text: str, day: str) -> None:
    assert read_day(text, TODAY) == PartialDate.parse(day)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("去年", "年や年月日で"),
        ("令和7年度", "年や年月日で"),
        ("4月1日", "年や年月日で"),
        ("2025年2月30日", "年や年月日で"),
        ("2025年4月1日ごろ", "年や年月日で"),
        ("2027年1月1日", "これから先"),
    ],
)
def test_what_is_no_day_is_refused_in_plain_words(text: str, words: str) -> None:
    with pytest.raises(FigureError) as error:
        read_day(text, TODAY)
    assert words in error.value.sentence


def test_no_day_is_fine() -> None:
    assert read_day(" ", TODAY) is None


@given(st.text(max_size=20))
def test_anything_typed_is_read_or_refused(text: str) -> None:
    for key in (POPULATION, AREA, SCHOOLS):
        with contextlib.suppress(FigureError):
            value = read_number(key, text)
            assert value is None or value > 0
    with contextlib.suppress(FigureError):
        day = read_day(text, TODAY)
        assert day is None or day.first_day <= TODAY


@pytest.mark.parametrize("value", [Fraction(12977, 100), Fraction(62000), Fraction(1, 2)])
def test_what_stands_in_a_field_is_read_again(value: Fraction) -> None:
    assert read_number(AREA if value < 2500 else POPULATION, number_text(value)) == value


@pytest.mark.parametrize("day", ["2025", "2025-04", "2025-04-01", "2019"])
@pytest.mark.parametrize("era_first", [True, False])
def test_a_day_in_a_field_is_read_again(day: str, era_first: bool) -> None:
    shown = day_text(PartialDate.parse(day), era_first=era_first)
    assert read_day(shown, TODAY) == PartialDate.parse(day)


def test_nothing_stands_in_an_empty_field() -> None:
    assert (number_text(None), day_text(None, era_first=True)) == ("", "")
