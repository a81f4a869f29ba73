# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The words of a comparison, before they become a file."""

from dataclasses import replace

import pytest

from kyosei_desk.domain.municipalities import TownFigures
from kyosei_desk.export.comparison.element_words import count_words, element_words
from kyosei_desk.export.comparison.sheet import build_sheet
from tests.domain.comparing_samples import PROFILE, answering, column, element, matrix


@pytest.mark.parametrize(
    ("changed", "number"),
    [
        ({}, ""),
        ({"count": 1500, "unit": "か所"}, "1,500か所"),
        ({"count": 4, "unit": "か所", "count_as_of": "2017-08-31"}, "4か所（2017年8月31日現在）"),
        ({"count": 13, "unit": "件", "count_as_of": "2016"}, "13件（2016年）"),
    ],
)
def test_numbers_in_words(changed: dict[str, object], number: str) -> None:
    assert count_words(element("salon", **changed), era_first=False) == number


def test_an_element_in_a_few_words() -> None:
    one = element(
        count=15,
        unit="か所",
        operators=["shakyo", "npo"],
        planned={"count": 20, "by": 2025},
    )
    assert element_words(column("a", one), one, era_first=False) == (
        "サロン 15か所（日付不明）〔小学校区／社会福祉協議会・NPO／計画20か所・2025年まで"
        "／1か所あたり5,290人／小学校14校に15か所〕"
    )
    own = replace(column("a", one), is_own=True)
    assert "日付不明" not in element_words(own, one, era_first=False)
    bare = element(type="role", operators=[])
    assert element_words(column("a", bare), bare, era_first=False) == "サロン〔小学校区〕"


def test_sources_are_numbered_from_the_first_column_on() -> None:
    made = matrix(column("a", answering("x", hub="full")), column("b", answering("y", hub="full")))
    sheet = build_sheet(made)
    assert [(one.number, one.design, one.places) for one in sheet.sources] == [
        (1, "a", (("サロン", "左の欄"),)),
        (2, "b", (("サロン", "左の欄"),)),
    ]
    lines = [[line.source for line in cell.lines] for cell in sheet.groups[0].rows[0].cells]
    assert lines == [[1], [2]]


def test_what_is_in_part_is_marked_beside_what_is_in_full() -> None:
    made = matrix(column("a", answering("x", hub="partial"), answering("y", hub="full")))
    lines = build_sheet(made).groups[0].rows[0].cells[0].lines
    assert [line.text.endswith("（一部）") for line in lines] == [False, True]


def test_findings() -> None:
    both = answering("x", hub="full")
    sheet = build_sheet(matrix(column("a", both, answering("y", zones="full")), column("b", both)))
    assert sheet.findings == (
        ("どの列にもある", "交流の拠点"),
        ("一つの列だけにある", "圏域の整理（a）"),
        ("どの列も記載なし", "研修"),
    )


def test_mixed_dates_are_told() -> None:
    later = PROFILE.model_copy(update={"as_of": PROFILE.as_of.__class__(2018)})
    told = [
        any("現在日が、列によってちがいます" in remark for remark in build_sheet(made).remarks)
        for made in (
            matrix(column("a"), column("b")),
            matrix(column("a"), column("b", profile=later)),
        )
    ]
    assert told == [False, True]


def test_the_head_of_a_column_says_what_is_known() -> None:
    known = {"area_km2": 9.5, "source": "s1"}
    designs = (
        column("a", profile=TownFigures(source="s1")),
        column("b", profile=TownFigures.model_validate(known)),
        column("c", profile=TownFigures.model_validate({**known, "as_of": "2026-04"})),
    )
    heads = [one.lines for one in build_sheet(matrix(*designs)).columns]
    assert [lines[1:] for lines in heads] == [
        (),
        ("面積 9.5km²", "日付の記載なし"),
        ("面積 9.5km²", "2026年4月現在"),
    ]
