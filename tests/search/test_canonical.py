# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Articles, dates and numbers in their one form."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei_desk.search.analyzer import Analyzer
from kyosei_desk.search.articles import find_articles, parse_hyphened
from kyosei_desk.search.dates import find_dates
from kyosei_desk.search.normalize import Normalizer
from kyosei_desk.search.numerals import canonical_number, parse_number

ITEM = ("106-3", "106-3/1", "106-3/1/2")


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("第百六条の三第一項第二号", ITEM),
        ("第106条の3第1項第2号", ITEM),
        ("106条の3第1項2号", ITEM),
        ("１０６条の３①二", ITEM),
        ("第百六条の三", ("106-3",)),
        ("法第４条第２項", ("4", "4/2")),
        ("第107条", ("107",)),
        ("第106条の3第1項各号", ("106-3", "106-3/1")),
        ("第二条第三号", ("2", "2/1/3")),
        ("第百十五条の四十五第二項第一号", ("115-45", "115-45/2", "115-45/2/1")),
    ],
)
def test_article(normalizer: Normalizer, text: str, levels: tuple[str, ...]) -> None:
    assert [found.levels for found in find_articles(normalizer.normalize(text).text)] == [levels]


def test_two_articles_in_a_row() -> None:
    found = find_articles("第107条、第108条関係")
    assert [mention.levels for mention in found] == [("107",), ("108",)]


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("106-3-1-2", ITEM),
        ("106-3", ("106-3",)),
        ("2017-12", ()),
        ("03-1234", ()),
        ("106", ()),
        ("106の3", ("106-3",)),
        ("百六の三", ("106-3",)),
        ("106の3①二", ITEM),
        ("一の宮", ()),
    ],
)
def test_shorthand(text: str, levels: tuple[str, ...]) -> None:
    assert parse_hyphened(text) == levels


@pytest.mark.parametrize(
    "text",
    [
        "H29.12.12",
        "h29/12/12",
        "平成29年12月12日",
        "平成二十九年十二月十二日",
        "2017-12-12",
        "2017/12/12",
        "2017年12月12日付け",
        "二〇一七年十二月十二日",
        "2017年（平成29年）12月12日",
        "平成29年（2017年）12月12日",
        "平成29（2017）年12月12日",
        "平成29.12.12",
        "平29.12.12",
        "平29・12・12",
        "平29年12月12日",
        "㍻29年12月12日",
        "Ｈ２９．１２．１２",
    ],
)
def test_day(normalizer: Normalizer, text: str) -> None:
    (found,) = find_dates(normalizer.normalize(text).text)
    assert found.keys == ("2017", "2017-12", "12月12日", "2017-12-12")


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("平成29年", ("2017",)),
        ("H29改正", ("2017",)),
        ("令和元年", ("2019",)),
        ("昭和26年法律第45号", ("1951",)),
        ("平成30年度予算案", ("2018", "2018年度")),
        ("2017.6", ("2017", "2017-06")),
        ("12月12日", ("12月12日",)),
        ("平30年度", ("2018", "2018年度")),
        ("令6.4", ("2024", "2024-04")),
    ],
)
def test_other_dates(text: str, keys: tuple[str, ...]) -> None:
    assert [found.keys for found in find_dates(text)] == [keys]


@pytest.mark.parametrize(
    "text", ["3年間", "2年目", "15か所", "403,952人", "H2O", "2017年13月40日の", "水平29.5"]
)
def test_no_date_is_read_into_other_figures(text: str) -> None:
    assert all(found.keys == ("2017",) for found in find_dates(text))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("79357", "79357"),
        ("79,357", "79357"),
        ("七万九千三百五十七", "79357"),
        ("7万9357", "79357"),
        ("20億", "2000000000"),
        ("26.5億", "2650000000"),
        ("二〇一七", "2017"),
        ("百六", "106"),
        ("36.38", "36.38"),
        ("千", "1000"),
    ],
)
def test_number(text: str, value: str) -> None:
    number = parse_number(text)
    assert number is not None
    assert canonical_number(number) == value


@pytest.mark.parametrize("text", ["万", "", "人", "3人", "1.2.3"])
def test_no_number(text: str) -> None:
    assert parse_number(text) is None


@given(st.integers(min_value=0, max_value=10**12))
def test_separators_do_not_matter(value: int) -> None:
    assert parse_number(f"{value:,}") == parse_number(str(value)) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("四十万三千九百五十二人", {"n:403952", "n:403952人"}),
        ("四十万人", {"n:400000", "n:400000人"}),
        ("四十万さん", set()),
        ("36.38㎢", {"n:36.38", "n:36.38平方キロメートル"}),
        ("36.38平方キロ", {"n:36.38", "n:36.38平方キロメートル"}),
        ("五〇％", {"n:50", "n:50パーセント"}),
        ("三・五倍", {"n:3.5", "n:3.5倍"}),
        ("7地区", {"n:7", "n:7地区"}),
        ("1,000千円", {"n:1000000", "n:1000000円"}),
        ("〇〇市", set()),
        ("33か所", {"n:33", "n:33箇所"}),
        ("33カ所", {"n:33", "n:33箇所"}),
        ("33ヶ所", {"n:33", "n:33箇所"}),
        ("33ケ所", {"n:33", "n:33箇所"}),
        ("三十三箇所", {"n:33", "n:33箇所"}),
        ("4分の3", {"n:3/4"}),
        ("四分の三", {"n:3/4"}),
        ("3/4", {"n:3/4"}),
        ("二分の一", {"n:1/2"}),
        ("十分な支援", set()),
        ("一般の人", set()),
        ("千代田区", set()),
        ("第106条の3", {"a:106-3"}),
        ("平成29年", {"d:2017"}),
    ],
)
def test_canonical_tokens(analyzer: Analyzer, text: str, keys: set[str]) -> None:
    assert {found.key for found in analyzer.analyze(text).canonical} == keys
