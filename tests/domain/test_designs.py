# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Elements of a support system: what is accepted and what is not."""

import pytest
from pydantic import ValidationError

from kyosei_desk.domain.designs import Element, Link, PlannedCount, Staffing
from kyosei_desk.domain.municipalities import MunicipalProfile
from kyosei_desk.domain.passages import staffing_label
from kyosei_desk.domain.provisions import Provision, SupportFunction
from kyosei_desk.domain.sources import Source, citation_line

ELEMENT = {
    "id": "machi-no-hokenshitsu",
    "name": "まちの保健室",
    "type": "place",
    "zone": "elementary",
    "count": 15,
    "unit": "か所",
    "since": 2005,
    "operators": ["municipality"],
    "fields": ["all"],
    "provisions": [{"id": "p2.place", "coverage": "full"}],
    "text": "相談を受けます。",
    "source": "s1",
    "place": "欄",
}
PROFILE = {
    "as_of": "2017-09-01",
    "population": 79357,
    "area_km2": 129.77,
    "elementary_schools": 14,
    "junior_high_schools": 0,
    "source": "s1",
}


def problems(error: pytest.ExceptionInfo[ValidationError]) -> list[tuple[str, str]]:
    return [
        (".".join(map(str, details["loc"])), details["type"]) for details in error.value.errors()
    ]


def test_element_reads_its_keys() -> None:
    element = Element.model_validate(ELEMENT)
    assert (element.zone.label, str(element.since), element.count) == ("小学校区", "2005", 15)


@pytest.mark.parametrize(
    ("change", "loc", "kind"),
    [
        ({"count": "15"}, "count", "int_type"),
        ({"count": 15.0}, "count", "int_type"),
        ({"count": True}, "count", "int_type"),
        ({"count": 0}, "count", "greater_than"),
        ({"count": -1}, "count", "greater_than"),
        ({"name": ""}, "name", "string_too_short"),
        ({"name": "　"}, "name", "string_too_short"),
        ({"name": 5}, "name", "string_type"),
        ({"zone": "school"}, "zone", "enum"),
        ({"fields": []}, "fields", "too_short"),
        ({"operators": "npo"}, "operators", "tuple_type"),
        ({"operators": None}, "operators", "tuple_type"),
        ({"provisions": [{"id": "p2.place"}]}, "provisions.0.coverage", "missing"),
        ({"since": "春"}, "since", "value_error"),
        ({"colour": "red"}, "colour", "extra_forbidden"),
        ({"staff": [{"role": "職員", "each": "yes"}]}, "staff.0.each", "bool_type"),
        ({"unit": None}, "", "value_error"),
        ({"count": None}, "", "value_error"),
    ],
)
def test_element_refuses(change: dict[str, object], loc: str, kind: str) -> None:
    with pytest.raises(ValidationError) as error:
        Element.model_validate({**ELEMENT, **change})
    assert problems(error) == [(loc, kind)]


@pytest.mark.parametrize(
    "element_id", ["", "Machi", "machi_no", "-machi", "machi-", "町", "a--b", "a.b"]
)
def test_element_ids_are_plain(element_id: str) -> None:
    with pytest.raises(ValidationError):
        Element.model_validate({**ELEMENT, "id": element_id})


@pytest.mark.parametrize("key", sorted(set(ELEMENT) - {"count", "unit", "since"}))
def test_element_needs(key: str) -> None:
    with pytest.raises(ValidationError) as error:
        Element.model_validate({k: v for k, v in ELEMENT.items() if k != key})
    assert problems(error) == [(key, "missing")]


def test_element_does_not_change() -> None:
    element = Element.model_validate(ELEMENT)
    with pytest.raises(ValidationError):
        element.name = "別の名"


@pytest.mark.parametrize(
    ("change", "loc"),
    [
        ({"population": "79357"}, "population"),
        ({"population": 79357.0}, "population"),
        ({"population": 0}, "population"),
        ({"area_km2": "129.77"}, "area_km2"),
        ({"area_km2": 0.0}, "area_km2"),
        ({"area_km2": float("inf")}, "area_km2"),
        ({"elementary_schools": -1}, "elementary_schools"),
        ({"as_of": "秋"}, "as_of"),
    ],
)
def test_profile_refuses(change: dict[str, object], loc: str) -> None:
    with pytest.raises(ValidationError) as error:
        MunicipalProfile.model_validate({**PROFILE, **change})
    assert [place for place, _ in problems(error)] == [loc]


def test_profile_takes_a_whole_area_and_no_schools() -> None:
    profile = MunicipalProfile.model_validate({**PROFILE, "area_km2": 130})
    assert (profile.area_km2, profile.junior_high_schools) == (130.0, 0)


@pytest.mark.parametrize(
    ("staff", "label"),
    [
        (Staffing(role="保健師"), "保健師"),
        (Staffing(role="保健師", min=3), "保健師（3名）"),
        (Staffing(role="保健師", min=3, max=3), "保健師（3名）"),
        (Staffing(role="保健師", min=2, max=3), "保健師（2～3名）"),
        (Staffing(role="保健師", max=3), "保健師（3名まで）"),
        (Staffing(role="保健師", max=3, each=True), "保健師（各3名まで）"),
        (Staffing(role="保健師", min=2, max=3, each=True), "保健師（各2～3名）"),
        (Staffing(role="保健師", min=2, text="2名ほど"), "保健師：2名ほど"),
        (Staffing(role="保健師", text="本庁に保健師2名"), "本庁に保健師2名"),
    ],
)
def test_staffing_in_words(staff: Staffing, label: str) -> None:
    assert staffing_label(staff) == label


def test_staffing_bounds_are_in_order() -> None:
    with pytest.raises(ValidationError, match="min_above_max"):
        Staffing(role="保健師", min=3, max=2)


def test_link_is_written_with_from() -> None:
    data = {"from": "a", "to": "b", "type": "backup", "source": "s1"}
    link = Link.model_validate(data)
    assert link.model_dump(mode="json", by_alias=True, exclude_none=True) == data


@pytest.mark.parametrize("count", [0, "15", 1.5])
def test_planned_count_is_a_whole_number(count: object) -> None:
    with pytest.raises(ValidationError):
        PlannedCount.model_validate({"count": count})


@pytest.mark.parametrize(
    "provision_id", ["p1", "P1.hub", "p1.", ".hub", "p1.Hub", "p1.h_b", "拠点"]
)
def test_provision_ids_are_plain(provision_id: str) -> None:
    words = dict.fromkeys(("function", "label", "plain", "article", "text", "source", "place"), "x")
    with pytest.raises(ValidationError):
        Provision.model_validate({"id": provision_id, **words})


@pytest.mark.parametrize("number", ["1", 1.0, True])
def test_function_number_is_a_number(number: object) -> None:
    words = dict.fromkeys(("id", "label", "plain", "article", "source"), "x")
    with pytest.raises(ValidationError):
        SupportFunction.model_validate({"number": number, **words})


@pytest.mark.parametrize(
    ("changes", "place", "line"),
    [
        ({}, None, "通知（省、2017年12月12日、第一）"),
        ({}, "左の欄", "通知（省、2017年12月12日、第一、左の欄）"),
        ({}, "第一", "通知（省、2017年12月12日、第一）"),
        ({"secondary": True}, None, "通知（省、2017年12月12日、第一・二次資料）"),
        ({"date": 2017}, None, "通知（省、2017年、第一）"),
        ({"accessed": "2026-11"}, None, "通知（省、2017年12月12日、2026年11月参照、第一）"),
        (
            {"date": None, "accessed": "2026-11"},
            None,
            "通知（省、発行日不明、2026年11月参照、第一）",
        ),
    ],
)
def test_citation_line(changes: dict[str, object], place: str | None, line: str) -> None:
    data = {"id": "s1", "title": "通知", "publisher": "省", "date": "2017-12-12", "locator": "第一"}
    assert citation_line(Source.model_validate({**data, **changes}), place) == line


def test_citation_line_with_several_places_in_the_japanese_era() -> None:
    data = {"id": "s1", "title": "通知", "publisher": "省", "date": "2017-12", "locator": "第一"}
    line = citation_line(Source.model_validate(data), "左", None, "右", "左", era_first=True)
    assert line == "通知（省、平成29年12月、第一、左／右）"


def test_a_source_has_a_date_of_issue_or_of_reading() -> None:
    data = {"id": "s1", "title": "通知", "publisher": "省", "locator": "第一"}
    with pytest.raises(ValidationError, match="source_without_date"):
        Source.model_validate(data)
