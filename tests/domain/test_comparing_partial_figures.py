# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A column some of whose figures nobody has entered, as one's own project may be."""

from dataclasses import replace
from fractions import Fraction

import pytest

from kyosei_desk.domain.comparing.cells import CellState
from kyosei_desk.domain.comparing.designs import ComparedDesign, chosen_columns
from kyosei_desk.domain.comparing.figures import (
    Basis,
    Missing,
    element_ratio,
    profile_figures,
    provision_figures,
    zone_quantity,
)
from kyosei_desk.domain.comparing.matrix import RowKind
from kyosei_desk.domain.comparing.nearness import UNKNOWN_WORD, ConditionKind, Town, nearness
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.errors import ColumnsProblem, ComparedColumnsError
from kyosei_desk.domain.municipalities import TownFigures
from kyosei_desk.domain.projects.compared import compared_project
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.domain.vocabulary import Zone
from tests.domain.comparing_samples import PROVISIONS, column, element, matrix
from tests.domain.samples import NABARI

TODAY = PartialDate(2026, 11, 23)
NOTHING = TownFigures(source="s1")


def own(**town: object) -> ComparedDesign:
    """Return a project of a town with these figures as a column."""
    given = {"id": "p", "name": "案", "variant": "案A", "town": {"name": "みどり町", **town}}
    return compared_project(ModelProject.model_validate(given), {NABARI.code: NABARI}, TODAY)


def said(design: ComparedDesign) -> dict[str, tuple[str, str]]:
    """Return the text and the reason of every row of figures."""
    rows = matrix(design, kind=RowKind.PROFILE).rows
    return {row.key: (row.cells[0].text, row.cells[0].reason) for row in rows}


def test_figures_not_entered_say_so() -> None:
    assert said(own(population=60000, as_of="2026-04-01")) == {
        "prefecture": ("", ""),
        "kind": ("", ""),
        "population": ("60,000人", ""),
        "area": ("", "数字が入っていません"),
        "elementary_schools": ("", "数字が入っていません"),
        "junior_high_schools": ("", "数字が入っていません"),
        "density": ("", "数字が入っていません"),
        "people_per_elementary": ("", "数字が入っていません"),
        "people_per_junior_high": ("", "数字が入っていません"),
        "area_per_elementary": ("", "数字が入っていません"),
        "elementary_per_10000": ("", "数字が入っていません"),
    }


def test_a_figure_cites_the_project_itself() -> None:
    rows = matrix(own(population=60000), kind=RowKind.PROFILE).rows
    cell = next(row for row in rows if row.key == "population").cells[0]
    assert cell.state is CellState.STATED
    assert [source.line() for source in cell.sources] == [
        "みどり町 案（案A）（自分たちの案、2026年11月23日、検討中）"
    ]


def test_a_town_in_the_list_has_a_place() -> None:
    told = said(own(code=NABARI.code))
    assert told["prefecture"] == ("三重県", "")


@pytest.mark.parametrize(
    ("town", "missing"),
    [
        ({"area_km2": 100.0}, Missing.NOT_ENTERED),
        ({"population": 60000}, Missing.NOT_ENTERED),
        ({"population": 60000, "area_km2": 100.0}, None),
    ],
)
def test_density_needs_both_numbers(town: dict[str, object], missing: Missing | None) -> None:
    density = profile_figures([own(**town)])[0].figures[0]
    assert density.missing is missing
    assert (density.ratio is None) == (missing is not None)


def test_no_school_is_another_thing_than_a_number_not_entered() -> None:
    rows = profile_figures([own(population=60000, elementary_schools=0)])
    found = {row.key: row.figures[0].missing for row in rows}
    assert found["people_per_elementary"] is Missing.NO_DENOMINATOR
    assert found["people_per_junior_high"] is Missing.NOT_ENTERED


@pytest.mark.parametrize(
    ("basis", "missing"),
    [
        (Basis.PER_10000, Missing.NOT_ENTERED),
        (Basis.PEOPLE_PER_ONE, Missing.NOT_ENTERED),
        (Basis.PER_KM2, Missing.NOT_ENTERED),
        (Basis.PER_ZONE, Missing.NO_DENOMINATOR),
    ],
)
def test_an_element_counted_says_which_number_it_lacks(basis: Basis, missing: Missing) -> None:
    answers = [{"id": "p1.hub", "coverage": "full"}]
    salon = element(count=3, unit="か所", provisions=answers)
    row = provision_figures([column("own", salon, profile=NOTHING)], [PROVISIONS["p1.hub"]], basis)
    assert [figure.missing for figure in row[0].figures] == [missing]


def test_zones_of_the_town_itself_count_before_those_of_elements() -> None:
    places = element(count=24, unit="か所", zone="elementary")
    zones = element("zones", count=8, unit="校区", zone="elementary")
    told = column("own", places, zones, profile=NOTHING)
    entered = replace(told, zones=((Zone.ELEMENTARY, 12),))
    assert zone_quantity(told, Zone.ELEMENTARY) is not None
    ratios = [element_ratio(one, places, Basis.PER_ZONE) for one in (told, entered)]
    assert [ratio.value if ratio else None for ratio in ratios] == [Fraction(3), Fraction(2)]
    assert ratios[1] is not None
    assert ratios[1].formula == "24か所 ÷ 12"


def test_nearness_of_a_town_without_figures_is_not_told() -> None:
    known = Town(population=60000, area_km2=Fraction(100), elementary_schools=12)
    near = nearness(known, own(population=60000))
    assert near.condition(ConditionKind.POPULATION).word == "ほぼ同じ"
    assert near.condition(ConditionKind.AREA).word == UNKNOWN_WORD
    assert near.condition(ConditionKind.SCHOOLS).word == UNKNOWN_WORD


def test_own_designs_can_be_chosen_beside_cases(corpus: Corpus) -> None:
    mine = own(population=60000)
    found = chosen_columns(["projects/p", "cases/nabari"], corpus, [mine])
    assert [design.id for design in found] == ["projects/p", "cases/nabari"]
    assert found[0] is mine


def test_a_project_that_is_not_there_is_unknown(corpus: Corpus) -> None:
    with pytest.raises(ComparedColumnsError) as raised:
        chosen_columns(["projects/q", "cases/nabari"], corpus, [own()])
    assert raised.value.problem is ColumnsProblem.UNKNOWN
    assert raised.value.ids == ("projects/q",)
    assert raised.value.known[-1] == "projects/p"
