# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Designs made by hand, to be put side by side."""

from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.domain.comparing.matrix import Matrix, RowKind, build_matrix
from kyosei_desk.domain.designs import Element, NotApplicable, SupportDesign
from kyosei_desk.domain.municipalities import Municipality, MunicipalProfile, TownFigures
from kyosei_desk.domain.provisions import Provision, SupportFunction
from kyosei_desk.domain.sources import Source
from tests.domain.samples import NABARI, SOURCE

PROFILE = MunicipalProfile.model_validate(
    {
        "as_of": "2017-09-01",
        "population": 79357,
        "area_km2": 129.77,
        "elementary_schools": 14,
        "junior_high_schools": 5,
        "schools_note": "市立のみ",
        "source": "s1",
    }
)
OTSU = Municipality(
    code="252018",
    prefecture="滋賀県",
    name="大津市",
    kana="おおつし",
    kind="市",
    latitude=35.0,
    longitude=135.9,
)
FUNCTIONS = {
    "f1": SupportFunction(
        id="f1", number=1, label="公式", plain="地域づくり", article="第1条", source="s1"
    ),
    "plan": SupportFunction(id="plan", label="公式", plain="計画", article="第2条", source="s1"),
}
_COMMON = {"article": "第1条", "text": "求めること", "source": "s1", "place": "一"}
PROVISIONS = {
    found["id"]: Provision.model_validate({**_COMMON, **found})
    for found in (
        {"id": "p1.hub", "function": "f1", "label": "交流の拠点", "plain": "居場所"},
        {"id": "p1.training", "function": "f1", "label": "研修", "plain": "学ぶ"},
        {"id": "plan.zones", "function": "plan", "label": "圏域の整理", "plain": "広さ"},
    )
}


def element(element_id: str = "salon", **changed: object) -> Element:
    """Return an element; it answers nothing unless told so."""
    given: dict[str, object] = {
        "id": element_id,
        "name": "サロン",
        "type": "place",
        "zone": "elementary",
        "operators": ["residents"],
        "fields": ["all"],
        "provisions": [],
        "text": "集まります。",
        "source": "s1",
        "place": "左の欄",
    }
    return Element.model_validate({**given, **changed})


def answering(element_id: str, **coverage: str) -> Element:
    """Return an element that answers provisions: ``answering("salon", hub="full")``."""
    names = {"hub": "p1.hub", "training": "p1.training", "zones": "plan.zones"}
    answers = [{"id": names[key], "coverage": how} for key, how in coverage.items()]
    return element(element_id, provisions=answers)


def column(
    column_id: str,
    *elements: Element,
    unfit: tuple[str, ...] = (),
    profile: TownFigures | None = PROFILE,
    municipality: Municipality | None = NABARI,
) -> ComparedDesign:
    """Return a column of these elements."""
    return ComparedDesign(
        id=column_id,
        title=column_id,
        document_id=f"cases/{column_id}",
        municipality=municipality,
        profile=profile,
        design=SupportDesign(
            elements=elements,
            not_applicable=tuple(NotApplicable(id=one, reason="対象でない") for one in unfit),
        ),
        sources=(Source.model_validate(SOURCE),),
    )


def matrix(*designs: ComparedDesign, kind: RowKind = RowKind.PROVISIONS) -> Matrix:
    """Return the matrix of these columns over three provisions."""
    return build_matrix(designs, PROVISIONS, FUNCTIONS, kind)
