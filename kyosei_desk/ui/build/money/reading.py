# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The cells of a budget as they are typed and as they are shown."""

import datetime
from enum import StrEnum

from kyosei_desk.domain.comparing.quantities import exact, exact_text
from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.projects.money import BudgetLine
from kyosei_desk.domain.projects.planning import fiscal_year
from kyosei_desk.domain.projects.reading_money import read_fiscal_year as typed_fiscal_year
from kyosei_desk.domain.projects.reading_money import read_rate as typed_rate
from kyosei_desk.domain.reading_numbers import (
    MONTHS,
    QUANTITY,
    YEN,
    NumberProblem,
    NumberTextError,
    read_number,
    read_whole,
)
from kyosei_desk.domain.sources import fiscal_year_words

_BARE_YEAR = "年度は「令和9年度」か「2027」のように入れてください。"


class LineField(StrEnum):
    """The columns of the budget; the values are the fields of a line, but for the sum."""

    FISCAL_YEAR = "fiscal_year"
    ITEM = "item"
    QUANTITY = "quantity"
    UNIT = "unit"
    UNIT_PRICE = "unit_price"
    MONTHS = "months"
    YEN = "yen"
    PROGRAMME = "programme"
    ELEMENT = "element"
    NOTE = "note"


class CellError(Exception):
    """What was typed cannot be taken; ``sentence`` says why and what to do."""

    def __init__(self, sentence: str):
        """Keep the sentence."""
        super().__init__(sentence)
        self.sentence = sentence


MAY_BE_EMPTY = (
    LineField.MONTHS,
    LineField.PROGRAMME,
    LineField.ELEMENT,
    LineField.NOTE,
)


def read_cell(field: LineField, text: str) -> int | float | str | None:
    """Return what was typed in a cell; None where it may be empty and is.

    Raises:
        CellError: it cannot be taken.
    """
    match field:
        case LineField.FISCAL_YEAR:
            return read_fiscal_year(text)
        case LineField.QUANTITY:
            return _quantity(text)
        case LineField.UNIT_PRICE:
            return _yen(text)
        case LineField.MONTHS:
            return _months(text)
        case LineField.NOTE:
            return text.strip() or None
    if not text.strip():
        raise CellError(_EMPTY[field])
    return text.strip()


_EMPTY = {
    LineField.ITEM: "費目を入れてください（例: 相談員の人件費）。",
    LineField.UNIT: "単位を入れてください（例: 人、か所、回、式）。",
}


def read_fiscal_year(text: str, today: datetime.date | None = None) -> int:
    """Return a fiscal year as typed: 令和9年度, R9, 9 or 2027.

    Raises:
        CellError: it is none, or may be meant in two ways.
    """
    try:
        return typed_fiscal_year(text, today or datetime.date.today())
    except NumberTextError as error:
        if error.problem is NumberProblem.UNCLEAR:
            asked = f"「{error.text}」がどの年か分かりません。{_BARE_YEAR}"
            raise CellError(asked) from error
        raise CellError("年度は「令和9年度」「R9」「2027」のように入れてください。") from error


def _quantity(text: str) -> float:
    try:
        value = read_number(text, QUANTITY)
    except NumberTextError as error:
        raise CellError(_QUANTITY_WRONG) from error
    if value is None:
        raise CellError(_QUANTITY_WRONG)
    return float(value)


_QUANTITY_WRONG = "数量は、0より大きい数を数字で入れてください（例: 2、0.5）。"
_YEN_WRONG = "単価は、円で入れてください（例: 350,000、35万円、350千円）。"
_YEN_SENTENCES = {
    NumberProblem.BELOW_ZERO: "単価は、0より小さい数にはできません（例: 350,000）。",
    NumberProblem.NOT_WHOLE: "単価は、1円より細かい数にはできません。",
    NumberProblem.TOO_LARGE: "単価が1兆円をこえています。けたを確かめてください。",
}


def _yen(text: str) -> int:
    try:
        yen = read_whole(text, YEN)
    except NumberTextError as error:
        raise CellError(_YEN_SENTENCES.get(error.problem, _YEN_WRONG)) from error
    if yen is None:
        raise CellError(_YEN_WRONG)
    return yen


def _months(text: str) -> int | None:
    try:
        return read_whole(text, MONTHS)
    except NumberTextError as error:
        wrong = "月数は、1から12までの数で入れてください。毎月でなければ空けておきます。"
        raise CellError(wrong) from error


def read_rate(text: str) -> str | None:
    """Return a rate as ``3/4``; None where nothing was typed.

    Raises:
        CellError: it is no share of a whole.
    """
    try:
        return typed_rate(text)
    except NumberTextError as error:
        raise CellError("率は、1までの分数で入れてください（例: 3/4、1/2）。") from error


def cell_text(line: BudgetLine, field: LineField, *, era_first: bool) -> str:
    """Return a cell that is typed as it stands in the table."""
    value = getattr(line, field.value)
    match field:
        case LineField.FISCAL_YEAR:
            return fiscal_year_words(line.fiscal_year, era_first=era_first)
        case LineField.QUANTITY:
            return exact_text(exact(line.quantity))
        case LineField.UNIT_PRICE:
            return f"{line.unit_price:,}"
    return "" if value is None else str(value)


def next_fiscal_year(today: datetime.date) -> int:
    """Return the fiscal year that a budget made today is mostly for."""
    return fiscal_year(PartialDate.parse(today)) + 1
