# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
import datetime

import pytest

from kyosei_desk.domain.projects.money import BudgetLine
from kyosei_desk.ui.build.money.reading import (
    CellError,
    LineField,
    cell_text,
    next_fiscal_year,
    read_cell,
    read_fiscal_year,
    read_rate,
)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("令和9年度", 2027),
        ("令和９年", 2027),
        ("R9", 2027),
        ("r9年度", 2027),
        ("9", 2027),
        ("令和元年度", 2019),
        ("平成30年度", 2018),
        ("2027", 2027),
        ("2027年度", 2027),
    ],
)
def test_a_fiscal_year_is_read_however_it_is_written(text: str, year: int) -> None:
    assert read_fiscal_year(text) == year


@pytest.mark.parametrize("text", ["", "来年度", "1999", "2101年度", "令和", "平成10年度"])
def test_what_is_no_fiscal_year_is_told(text: str) -> None:
    with pytest.raises(CellError, match="令和9年度"):
        read_fiscal_year(text)


def test_a_year_without_its_era_far_ahead_is_asked_back() -> None:
    today = datetime.date(2026, 11, 23)
    assert read_fiscal_year("23", today) == 2041
    assert read_fiscal_year("令和27", today) == 2045
    assert read_fiscal_year("2045", today) == 2045
    for text in ("24", "27", "２７年度"):
        with pytest.raises(CellError, match="「令和9年度」か「2027」"):
            read_fiscal_year(text, today)


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        (LineField.QUANTITY, "２", 2.0),
        (LineField.QUANTITY, "0.5", 0.5),
        (LineField.QUANTITY, "12か所", 12.0),
        (LineField.UNIT_PRICE, "350,000", 350_000),
        (LineField.UNIT_PRICE, "３５万円", 350_000),
        (LineField.UNIT_PRICE, "350千円", 350_000),
        (LineField.UNIT_PRICE, "1,200千円", 1_200_000),
        (LineField.UNIT_PRICE, "1.5千円", 1_500),
        (LineField.UNIT_PRICE, "1万2千円", 12_000),
        (LineField.UNIT_PRICE, "二万五千円", 25_000),
        (LineField.UNIT_PRICE, "¥1,200", 1_200),
        (LineField.UNIT_PRICE, "0", 0),
        (LineField.MONTHS, "12", 12),
        (LineField.MONTHS, "6か月", 6),
        (LineField.MONTHS, " ", None),
        (LineField.ITEM, "  人件費 ", "人件費"),
        (LineField.NOTE, "", None),
    ],
)
def test_a_cell_is_read(field: LineField, text: str, value: object) -> None:
    assert read_cell(field, text) == value


@pytest.mark.parametrize(
    ("field", "text", "word"),
    [
        (LineField.QUANTITY, "0", "0より大きい"),
        (LineField.QUANTITY, "たくさん", "数字で"),
        (LineField.QUANTITY, "", "数字で"),
        (LineField.UNIT_PRICE, "三万えん", "円で入れて"),
        (LineField.UNIT_PRICE, "-100", "0より小さい"),
        (LineField.UNIT_PRICE, "10.5", "1円より細かい"),
        (LineField.UNIT_PRICE, "9兆円", "けたを確かめて"),
        (LineField.MONTHS, "13", "1から12まで"),
        (LineField.MONTHS, "1.5", "1から12まで"),
        (LineField.ITEM, " ", "費目を入れて"),
        (LineField.UNIT, "", "単位を入れて"),
    ],
)
def test_what_cannot_be_taken_is_told_in_words(field: LineField, text: str, word: str) -> None:
    with pytest.raises(CellError) as caught:
        read_cell(field, text)
    assert word in caught.value.sentence


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("3/4", "3/4"),
        ("３／４", "3/4"),
        ("2/4", "2/4"),
        ("4分の3", "3/4"),
        ("75%", "3/4"),
        ("0.5", "1/2"),
        ("5割", "1/2"),
        ("10/10", "10/10"),
        ("", None),
    ],
)
def test_a_rate_is_read(text: str, rate: str | None) -> None:
    assert read_rate(text) == rate


@pytest.mark.parametrize("text", ["5/4", "3/0", "半分", "120%", "3/4/5", "0分の1"])
def test_what_is_no_rate_is_told(text: str) -> None:
    with pytest.raises(CellError, match="3/4"):
        read_rate(text)


def test_a_cell_is_shown_as_it_can_be_typed_again() -> None:
    line = BudgetLine(
        id="b-1", fiscal_year=2027, item="家賃", quantity=1.5, unit="か所", unit_price=1_234_567
    )
    shown = {field: cell_text(line, field, era_first=True) for field in _TYPED}
    assert shown[LineField.FISCAL_YEAR] == "令和9年度"
    assert shown[LineField.UNIT_PRICE] == "1,234,567"
    for field, text in shown.items():
        assert read_cell(field, text) == getattr(line, field.value)


def test_the_first_year_of_an_era_is_said_as_its_own() -> None:
    line = BudgetLine(
        id="b-1", fiscal_year=2019, item="家賃", quantity=1.0, unit="式", unit_price=1
    )
    assert cell_text(line, LineField.FISCAL_YEAR, era_first=True) == "令和元年度"
    assert cell_text(line, LineField.FISCAL_YEAR, era_first=False) == "2019年度"


_TYPED = (
    LineField.FISCAL_YEAR,
    LineField.ITEM,
    LineField.QUANTITY,
    LineField.UNIT,
    LineField.UNIT_PRICE,
    LineField.MONTHS,
    LineField.NOTE,
)


@pytest.mark.parametrize(
    ("day", "year"), [((2026, 11, 23), 2027), ((2027, 3, 31), 2027), ((2027, 4, 1), 2028)]
)
def test_a_budget_is_mostly_for_the_next_year(day: tuple[int, int, int], year: int) -> None:
    assert next_fiscal_year(datetime.date(*day)) == year
