# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What changed at the sources of elements taken over."""

from dataclasses import replace

import pytest

from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.designs import Element
from kyosei_desk.domain.projects.changes.taking_over import take_over
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.domain.projects.source_changes import (
    ElementField,
    FieldChange,
    SourceFate,
    element_words,
    source_changes,
)
from kyosei_desk.wording.project_rules import source_change_sentence
from tests.domain.comparing_samples import column, element
from tests.domain.projects.rules_samples import TODAY, all_cases, bundled_case, project

ROOM = element(
    "room",
    name="保健室",
    count=15,
    unit="か所",
    since=2005,
    aliases=["まちほ"],
    planned={"count": 20, "by": 2030},
    staff=[
        {"role": "看護師", "min": 2, "max": 3, "each": True},
        {"role": "相談員"},
        {"role": "所長", "min": 1, "max": 1},
        {"role": "事務", "text": "兼務"},
    ],
)


def taken(case: ComparedDesign) -> ModelProject:
    return take_over(project(), case, "room", None, TODAY).project


def changed(**parts: object) -> Element:
    return Element.model_validate({**dict(ROOM), **parts})


def test_nothing_changed_nothing_told(corpus: Corpus) -> None:
    made = project()
    nabari = bundled_case(corpus, "nabari")
    for one in nabari.design.elements:
        made = take_over(made, nabari, one.id, None, TODAY).project
    assert source_changes(made, all_cases(corpus)) == ()


@pytest.mark.parametrize(
    ("parts", "field", "old", "new"),
    [
        ({"count": 16}, ElementField.COUNT, "15か所", "16か所"),
        ({"since": "2006-04"}, ElementField.SINCE, "2005年", "2006年4月"),
        ({"operators": ["npo"]}, ElementField.OPERATORS, "住民・ボランティア", "NPO"),
        ({"zone": "district"}, ElementField.ZONE, "小学校区", "地区・支所"),
        ({"planned": None}, ElementField.PLANNED, "20か所（2030年まで）", ""),
        (
            {"staff": [{"role": "看護師", "min": 4, "each": True}, {"role": "事務", "max": 2}]},
            ElementField.STAFF,
            "看護師 1か所あたり2～3人、相談員、所長 1人、事務 兼務",
            "看護師 1か所あたり4～人、事務 ～2人",
        ),
        (
            {"provisions": [{"id": "p1.hub", "coverage": "partial"}]},
            ElementField.PROVISIONS,
            "",
            "p1.hub（一部）",
        ),
        ({"text": "新しい説明。"}, ElementField.TEXT, "集まります。", "新しい説明。"),
        ({"name": "保健の部屋"}, ElementField.NAME, "保健室", "保健の部屋"),
        ({"reading": "ほけんしつ"}, ElementField.READING, "", "ほけんしつ"),
        ({"aliases": ["まちほ", "室"]}, ElementField.ALIASES, "まちほ", "まちほ、室"),
        ({"type": "role"}, ElementField.TYPE, "場・拠点", "人・役割"),
        ({"count_as_of": "2024-04"}, ElementField.COUNT_AS_OF, "", "2024年4月"),
    ],
)
def test_every_field_tells_what_it_was_and_is(
    parts: dict[str, object], field: ElementField, old: str, new: str
) -> None:
    made = taken(column("x", ROOM))
    (found,) = source_changes(made, [column("x", changed(**parts))])
    assert (found.fate, found.fields) == (SourceFate.CHANGED, (FieldChange(field, old, new),))
    assert source_change_sentence(found) == (
        f"xの「保健室」の{field.label}が、取り入れたあとに変わりました。"
    )


def test_another_issue_of_the_source_is_a_change() -> None:
    case = column("x", ROOM)
    source = case.sources[0].model_copy(update={"title": "新しい通知"})
    (found,) = source_changes(taken(case), [replace(case, sources=(source,))])
    (field,) = found.fields
    assert (field.field, field.new[:5]) == (ElementField.SOURCE, "新しい通知")


def test_what_is_gone_is_told() -> None:
    made = taken(column("x", ROOM))
    (element_gone,) = source_changes(made, [column("x")])
    (document_gone,) = source_changes(made, [column("y", ROOM)])
    assert element_gone.fate is SourceFate.ELEMENT_GONE
    assert document_gone.fate is SourceFate.DOCUMENT_GONE
    assert source_change_sentence(element_gone).startswith("xの「保健室」は、いまの資料に")
    assert source_change_sentence(document_gone).startswith("xの「保健室」のもとの資料は")


def test_every_field_of_an_element_has_words(corpus: Corpus) -> None:
    told = {one.value for one in ElementField}
    assert told | {"id", "unit", "place"} == set(Element.model_fields)
    for case in all_cases(corpus):
        for one in case.design.elements:
            words = {field: element_words(one, field) for field in ElementField}
            assert words[ElementField.NAME] == one.name
            assert not any("None" in text for text in words.values())
