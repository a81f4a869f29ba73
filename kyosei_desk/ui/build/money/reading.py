# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The cells of a budget as they are typed and as they are shown."""

import datetime
import re
import unicodedata
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from kyosei_desk.domain.comparing.quantities import exact, exact_text
from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.projects.money import BudgetLine
from kyosei_desk.domain.projects.planning import fiscal_year
from kyosei_desk.domain.sources import fiscal_year_words
from kyosei_desk.search.numerals import parse_number

_SPACE = re.compile(r"\s+")
_ERAS = {"令和": 2018, "令": 2018, "R": 2018, "平成": 1988, "平": 1988, "H": 1988}
_ERA_YEAR = re.compile(rf"({'|'.join(_ERAS)})?(元|\d{{1,2}})(?:年度?|度)?", re.IGNORECASE)
_WESTERN = re.compile(r"(\d{4})(?:年度?|度)?")
_YEARS = range(2000, 2101)
_BARE_AHEAD = 15  # years
_BARE_YEAR = "年度は「令和9年度」か「2027」のように入れてください。"
_MOST_YEN, _MOST_QUANTITY = 10**12, 10**7
_RATE = re.compile(r"(\d{1,3})/(\d{1,3})")
_RATE_WORDS = re.compile(r"(\d{1,3})分の(\d{1,3})")


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


def read_cell(field: LineField, text: str) -> int | float | str | None:
    """Return what was typed in a cell; None where it may be empty and is.

    Raises:
        CellError: it cannot be taken.
    """
    plain = _SPACE.sub("", unicodedata.normalize("NFKC", text))
    match field:
        case LineField.FISCAL_YEAR:
            return read_fiscal_year(text)
        case LineField.QUANTITY:
            return _quantity(plain)
        case LineField.UNIT_PRICE:
            return _yen(plain)
        case LineField.MONTHS:
            return _months(plain)
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

    A year without its era is one of 令和 unless that lies far ahead: 27 may mean 2027.

    Raises:
        CellError: it is none, or far away.
    """
    plain = _SPACE.sub("", unicodedata.normalize("NFKC", text))
    year = None
    if western := _WESTERN.fullmatch(plain):
        year = int(western[1])
    found = None if western else _ERA_YEAR.fullmatch(plain)
    if found:
        start = _ERAS[(found[1] or "令和").upper()]
        year = start + (1 if found[2] == "元" else int(found[2]))
    if year is None or year not in _YEARS:
        raise CellError("年度は「令和9年度」「R9」「2027」のように入れてください。")
    if found and not found[1] and year > (today or datetime.date.today()).year + _BARE_AHEAD:
        raise CellError(f"「{found[0]}」がどの年か分かりません。{_BARE_YEAR}")
    return year


def _number(plain: str, units: str) -> Decimal | None:
    return parse_number(re.sub(f"(?:{units})$", "", plain.removeprefix("¥").replace("、", ",")))


def _quantity(plain: str) -> float:
    value = _number(plain, "[人名か所回式台件本枚冊時間日]{0,2}")
    if value is None or not 0 < value <= _MOST_QUANTITY:
        raise CellError("数量は、0より大きい数を数字で入れてください（例: 2、0.5）。")
    return float(value)


def _yen(plain: str) -> int:
    yen = _number(plain, "円")  # 350千 and 1万2千 are numbers themselves
    if yen is None:
        raise CellError("単価は、円で入れてください（例: 350,000、35万円、350千円）。")
    if yen != yen.to_integral_value():
        raise CellError("単価は、1円より細かい数にはできません。")
    if yen > _MOST_YEN:
        raise CellError("単価が1兆円をこえています。けたを確かめてください。")
    return int(yen)


def _months(plain: str) -> int | None:
    if not plain:
        return None
    value = _number(plain, "[かヶケヵ箇]?月")
    if value is None or value != value.to_integral_value() or not 1 <= value <= 12:
        raise CellError("月数は、1から12までの数で入れてください。毎月でなければ空けておきます。")
    return int(value)


def read_rate(text: str) -> str | None:
    """Return a rate as ``3/4``; None where nothing was typed.

    Takes 3/4, 4分の3, 75%, 0.75 and 10割 too.

    Raises:
        CellError: it is no share of a whole.
    """
    plain = _SPACE.sub("", unicodedata.normalize("NFKC", text)).replace("⁄", "/")
    if not plain:
        return None
    rate = _share(plain)
    if rate is None or not 0 <= rate <= 1 or rate.denominator > 999:
        raise CellError("率は、1までの分数で入れてください（例: 3/4、1/2）。")
    if found := _RATE.fullmatch(plain):
        return f"{int(found[1])}/{int(found[2])}"  # 2/4 stays 2/4
    return f"{rate.numerator}/{rate.denominator}"


def _share(plain: str) -> Fraction | None:
    if found := _RATE.fullmatch(plain):
        return Fraction(int(found[1]), int(found[2])) if int(found[2]) else None
    if found := _RATE_WORDS.fullmatch(plain):
        return Fraction(int(found[2]), int(found[1])) if int(found[1]) else None
    parts = {"%": 100, "割": 10}
    value = _number(plain, "%|割")
    return None if value is None else Fraction(value) / parts.get(plain[-1], 1)


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
