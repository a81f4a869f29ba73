# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Numbers as they are typed: read as they are meant, or refused; never read as another one."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei_desk.domain.reading_numbers import (
    AREA,
    BARE_COUNT,
    MONTHS,
    PEOPLE,
    PERCENT,
    QUANTITY,
    SCHOOLS,
    THINGS,
    YEN,
    NumberProblem,
    NumberSort,
    NumberTextError,
    known_count,
    read_number,
    read_whole,
)

ANY = NumberSort(("人",), whole=False)
FULL_WIDTH = str.maketrans("0123456789,.", "０１２３４５６７８９，．")


@pytest.mark.parametrize(
    ("text", "sort", "value"),
    [
        ("62000", PEOPLE, 62_000),
        ("６２，０００人", PEOPLE, 62_000),
        ("62、000名", PEOPLE, 62_000),
        (" 62 000 人 ", PEOPLE, 62_000),
        ("6万", PEOPLE, 60_000),
        ("６ 万 ２ 千 人", PEOPLE, 62_000),
        ("3万8千人", PEOPLE, 38_000),
        ("6万2,000", PEOPLE, 62_000),
        ("6.2万人", PEOPLE, 62_000),
        ("約6万人", PEOPLE, 60_000),
        ("三万五", PEOPLE, 30_005),
        ("十二", SCHOOLS, 12),
        ("0校", SCHOOLS, 0),
        ("3万5千円", YEN, 35_000),
        ("350千円", YEN, 350_000),
        ("1,200千円", YEN, 1_200_000),
        ("1億2千万円", YEN, 120_000_000),
        ("2百万", YEN, 2_000_000),
        ("￥1,200", YEN, 1_200),
        ("\\1,200", YEN, 1_200),
        ("12.5㎢", AREA, Decimal("12.5")),
        ("４８．２ｋｍ²", AREA, Decimal("48.2")),
        ("208.4 平方キロメートル", AREA, Decimal("208.4")),
        ("33.5％", PERCENT, Decimal("33.5")),
        ("33.5ﾊﾟｰｾﾝﾄ", PERCENT, Decimal("33.5")),
        ("12か所", THINGS, 12),
        ("12会議", THINGS, 12),
        ("0.5人", QUANTITY, Decimal("0.5")),
        ("6か月", MONTHS, 6),
        ("", PEOPLE, None),
        ("　", AREA, None),
    ],
)
def test_a_number_is_read_as_it_is_meant(
    text: str, sort: NumberSort, value: int | Decimal | None
) -> None:
    assert read_number(text, sort) == value


@pytest.mark.parametrize(
    ("text", "sort", "problem"),
    [
        ("たくさん", PEOPLE, NumberProblem.NO_NUMBER),
        ("6,2000", PEOPLE, NumberProblem.NO_NUMBER),
        ("62,00", PEOPLE, NumberProblem.NO_NUMBER),
        ("3 5", PEOPLE, NumberProblem.NO_NUMBER),
        ("3\n5", PEOPLE, NumberProblem.NO_NUMBER),
        ("6万か7万", PEOPLE, NumberProblem.NO_NUMBER),
        ("6万円", PEOPLE, NumberProblem.NO_NUMBER),
        ("12km", AREA, NumberProblem.NO_NUMBER),
        ("12ha", AREA, NumberProblem.NO_NUMBER),
        ("5²", PEOPLE, NumberProblem.NO_NUMBER),
        ("①②", PEOPLE, NumberProblem.NO_NUMBER),
        ("½", AREA, NumberProblem.NO_NUMBER),
        ("1e5", PEOPLE, NumberProblem.NO_NUMBER),
        ("1_000", PEOPLE, NumberProblem.NO_NUMBER),
        ("万", PEOPLE, NumberProblem.NO_NUMBER),
        ("1万5億", YEN, NumberProblem.NO_NUMBER),
        ("5千3千", YEN, NumberProblem.NO_NUMBER),
        ("人", PEOPLE, NumberProblem.NO_NUMBER),
        ("12人", BARE_COUNT, NumberProblem.NO_NUMBER),
        ("60.000", PEOPLE, NumberProblem.UNCLEAR),
        ("3万5", PEOPLE, NumberProblem.UNCLEAR),
        ("5千2", PEOPLE, NumberProblem.UNCLEAR),
        ("1.5万3千", PEOPLE, NumberProblem.UNCLEAR),
        ("1万35千", YEN, NumberProblem.UNCLEAR),
        ("1万20000", YEN, NumberProblem.UNCLEAR),
        ("-5", PEOPLE, NumberProblem.BELOW_ZERO),
        ("△5", PEOPLE, NumberProblem.BELOW_ZERO),
        ("0", PEOPLE, NumberProblem.ZERO),
        ("0.0", AREA, NumberProblem.ZERO),
        ("12.5", SCHOOLS, NumberProblem.NOT_WHOLE),
        ("0.00001万", PEOPLE, NumberProblem.NOT_WHOLE),
        ("120", PERCENT, NumberProblem.TOO_LARGE),
        ("13", MONTHS, NumberProblem.TOO_LARGE),
        ("9兆円", YEN, NumberProblem.TOO_LARGE),
        ("9" * 400, PEOPLE, NumberProblem.TOO_LARGE),
        ("1.2345678", AREA, NumberProblem.TOO_FINE),
        ("1234567890123.456789", ANY, NumberProblem.TOO_LARGE),
        ("123456789012.123456", ANY, NumberProblem.TOO_FINE),
    ],
)
def test_what_is_none_or_not_clear_is_refused(
    text: str, sort: NumberSort, problem: NumberProblem
) -> None:
    with pytest.raises(NumberTextError) as caught:
        read_number(text, sort)
    assert (caught.value.problem, caught.value.text) == (problem, text)


def test_a_count_that_cannot_be_taken_is_none() -> None:
    assert [known_count(text) for text in ("１，２００", " 3 ", "0", "2.5", "多数", "")] == [
        *(1200, 3, None, None, None, None),
    ]


def manner(value: int) -> list[str]:
    """Return a number in the ways people write it."""
    ten_thousands, rest = divmod(value, 10_000)
    parted = f"{value:,}"
    ways = [str(value), parted, parted.replace(",", "、"), parted.replace(",", " ")]
    if ten_thousands and (not rest or rest > 9):
        ways.append(f"{ten_thousands:,}万{rest or ''}")
        ways.append(f"{ten_thousands}万 {f'{rest:,}' if rest else ''}")
    if ten_thousands and rest and not rest % 1000:
        ways.append(f"{ten_thousands}万{rest // 1000}千")
    if value % 1000 == 0 and value:
        ways.append(f"{value // 1000:,}千")
    hundred_millions, rest = divmod(value, 10**8)
    if hundred_millions and rest % 10_000 == 0:
        ways.append(f"{hundred_millions}億{f'{rest // 10_000}万' if rest else ''}")
    return ways


@given(
    st.one_of(
        st.integers(1, 10**12 - 1),
        st.integers(1, 10**8).map(lambda number: number * 1000),
        st.integers(1, 99).map(lambda number: number * 10**7),
    ),
    st.data(),
)
def test_every_way_of_writing_a_number_means_that_number(value: int, data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(manner(value)))
    unit = data.draw(st.sampled_from(["", "人", " 人", "名"]))
    written = data.draw(st.sampled_from([text, text.translate(FULL_WIDTH), f"　{text} "]))
    assert read_whole(f"{written}{unit}", PEOPLE) == value


@given(st.decimals(min_value=0, max_value=10**6, places=2), st.sampled_from(["", "km²", "㎢"]))
def test_decimals_are_kept_exactly(value: Decimal, unit: str) -> None:
    sort = NumberSort(("km²", "km2"), whole=False)
    assert read_number(f"{value:,}{unit}", sort) == value
    assert read_number(str(value).translate(FULL_WIDTH), sort) == value


TYPED = st.text(st.sampled_from("0123456789０５,，、. 　万億千百十一二〇五人約円-"), max_size=14)


@given(TYPED)
def test_no_figure_typed_is_passed_over(text: str) -> None:
    try:
        value = read_number(text, ANY)
    except NumberTextError:
        return
    if value is None:
        assert not text.strip()
        return
    assert value > 0 or not any(char in text for char in "123456789５一二五万億千百十")
    if not any(mark in text for mark in "万億千百十"):
        usual = {"５": "5", "一": "1", "二": "2", "五": "5"}
        typed = [usual.get(char, char) for char in text]
        kept = [char for char in f"{value:f}" if char in "123456789"]
        assert kept == [char for char in typed if char in "123456789"]
