# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The matrix: states derived from elements, and what follows from the states."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei_desk.domain.comparing.matrix import Cell, CellState, Row, RowKind
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.designs import Element
from kyosei_desk.domain.municipalities import MunicipalProfile
from kyosei_desk.domain.vocabulary import Coverage
from tests.domain.comparing_samples import (
    OTSU,
    PROFILE,
    PROVISIONS,
    answering,
    column,
    element,
    matrix,
)

STATED, PARTIAL, SILENT, UNFIT = CellState


def row(*states: CellState, texts: tuple[str, ...] = ()) -> Row:
    cells = [
        Cell(f"d{number}", state, text=texts[number] if texts else "")
        for number, state in enumerate(states)
    ]
    return Row("key", "項目", "平たく", "f1", "地域づくり", tuple(cells))


@pytest.mark.parametrize(
    ("elements", "unfit", "state"),
    [
        ([], (), SILENT),
        ([element()], (), SILENT),
        ([answering("a", training="full")], (), SILENT),
        ([answering("a", hub="full")], (), STATED),
        ([answering("a", hub="partial")], (), PARTIAL),
        ([answering("a", hub="partial"), answering("b", hub="full")], (), STATED),
        ([answering("a", hub="partial"), answering("b", hub="partial")], (), PARTIAL),
        ([], ("p1.hub",), UNFIT),
        ([], ("p1.training",), SILENT),
        ([answering("a", hub="partial")], ("p1.hub",), PARTIAL),
    ],
)
def test_state_is_derived(
    elements: list[Element], unfit: tuple[str, ...], state: CellState
) -> None:
    (cell,) = matrix(column("a", *elements, unfit=unfit)).rows[0].cells
    assert cell.state is state
    assert cell.reason == ("対象でない" if state is UNFIT else "")


def test_elements_in_full_stand_first_and_else_as_in_the_design() -> None:
    elements = [
        answering("a", hub="partial"),
        answering("b", hub="full"),
        answering("c", hub="partial"),
        answering("d", hub="full"),
    ]
    (cell,) = matrix(column("a", *elements)).rows[0].cells
    found = [(one.element.id, one.coverage) for one in cell.elements]
    full, partial = Coverage.FULL, Coverage.PARTIAL
    assert found == [("b", full), ("d", full), ("a", partial), ("c", partial)]


def test_a_cell_cites_the_places_of_its_elements() -> None:
    one = answering("a", hub="full")
    other = answering("b", hub="full").model_copy(update={"place": "右の欄"})
    (cell,) = matrix(column("a", one, other)).rows[0].cells
    assert [source.places for source in cell.sources] == [("左の欄", "右の欄")]


def test_rows_are_the_provisions_under_their_functions() -> None:
    found = [
        (row.key, row.label, row.plain, row.group, row.group_label, row.number, row.article)
        for row in matrix(column("a")).rows
    ]
    assert found == [
        ("p1.hub", "交流の拠点", "居場所", "f1", "地域づくり", 1, "第1条"),
        ("p1.training", "研修", "学ぶ", "f1", "地域づくり", 1, "第1条"),
        ("plan.zones", "圏域の整理", "広さ", "plan", "計画", None, "第2条"),
    ]


def test_cells_stand_in_the_order_of_the_columns() -> None:
    built = matrix(column("b"), column("a"), column("c"))
    assert all([cell.design_id for cell in row.cells] == ["b", "a", "c"] for row in built.rows)


@pytest.mark.parametrize(
    ("made", "differs", "common", "only"),
    [
        (row(STATED, STATED), False, True, None),
        (row(STATED, PARTIAL), True, True, None),
        (row(STATED, SILENT), True, False, "d0"),
        (row(SILENT, SILENT, PARTIAL), True, False, "d2"),
        (row(STATED, SILENT, PARTIAL), True, False, None),
        (row(SILENT, SILENT), False, False, None),
        (row(UNFIT, SILENT), True, False, None),
        (row(UNFIT, STATED), True, False, "d1"),
        (row(STATED), False, True, None),
        (row(SILENT), False, False, None),
        (row(), False, False, None),
        (row(STATED, STATED, texts=("1人", "1人")), False, True, None),
        (row(STATED, STATED, texts=("1人", "2人")), True, True, None),
    ],
)
def test_what_a_row_tells(made: Row, differs: bool, common: bool, only: str | None) -> None:
    assert (made.differs, made.is_common, made.only_here) == (differs, common, only)


def test_what_is_stated_nowhere() -> None:
    designs = [column("a", unfit=("p1.hub", "p1.training")), column("b", unfit=("p1.training",))]
    built = matrix(*designs)
    assert [row.key for row in built.stated_nowhere] == ["p1.hub", "plan.zones"]


def test_without_some_rows() -> None:
    first = column("a", answering("a", hub="full", training="full"))
    built = matrix(first, column("b", answering("a", hub="full")))
    keys = {
        (same, unstated): [row.key for row in built.without(same=same, unstated=unstated).rows]
        for same in (False, True)
        for unstated in (False, True)
    }
    assert keys == {
        (False, False): ["p1.hub", "p1.training", "plan.zones"],
        (False, True): ["p1.hub", "p1.training"],
        (True, False): ["p1.training"],
        (True, True): ["p1.training"],
    }
    assert built.without(same=True).designs == built.designs


def test_dates_are_mixed_only_where_they_differ() -> None:
    later = PROFILE.model_copy(update={"as_of": OTHER_DAY})
    same = matrix(column("a"), column("b"), column("c", profile=None))
    mixed = matrix(column("a"), column("b", profile=later))
    assert (same.dates_mixed, len(same.days)) == (False, 1)
    assert mixed.dates_mixed
    assert [str(day) for day in mixed.days] == ["2017-04-01", "2017-09-01"]


OTHER_DAY = MunicipalProfile.model_validate(
    {**PROFILE.model_dump(mode="json"), "as_of": "2017-04-01"}
).as_of


# Rows of elements


def test_rows_of_elements_go_by_type_and_from_near_to_wide() -> None:
    first = column(
        "a", element("x", zone="prefecture"), element("y", zone="elementary"), element("z")
    )
    second = column("b", element("w", type="meeting", zone="municipality"))
    built = matrix(first, second, kind=RowKind.ELEMENTS)
    assert [(row.key, row.group_label, row.label) for row in built.rows] == [
        ("place.elementary", "場・拠点", "小学校区"),
        ("place.prefecture", "場・拠点", "都道府県域"),
        ("meeting.municipality", "会議・協議の場", "市区町村全域"),
    ]
    cells = [
        [[one.element.id for one in cell.elements] for cell in row.cells] for row in built.rows
    ]
    assert cells == [[["y", "z"], []], [["x"], []], [[], ["w"]]]
    assert [cell.state for cell in built.rows[0].cells] == [STATED, SILENT]


@pytest.mark.parametrize("kind", list(RowKind))
def test_every_element_of_the_library_has_a_place(corpus: Corpus, kind: RowKind) -> None:
    from kyosei_desk.domain.comparing.designs import compared_case
    from kyosei_desk.domain.comparing.matrix import build_matrix

    designs = [compared_case(case, corpus) for case in corpus.cases]
    built = build_matrix(designs, corpus.provisions, corpus.functions, kind)
    shown = {
        (cell.design_id, one.element.id)
        for row in built.rows
        for cell in row.cells
        for one in cell.elements
    }
    wanted = {
        (design.id, one.id)
        for design in designs
        for one in design.design.elements
        if kind is RowKind.ELEMENTS or (kind is RowKind.PROVISIONS and one.provisions)
    }
    assert shown == wanted


# Rows of the place


def test_figures_have_unit_day_note_and_source() -> None:
    built = matrix(column("a"), column("b", profile=None), kind=RowKind.PROFILE)
    rows = {row.key: row for row in built.rows}
    told, silent = rows["elementary_schools"].cells
    assert (told.text, str(told.as_of), told.note) == ("14校", "2017-09-01", "市立のみ")
    assert [source.number for source in told.sources] == [1]
    assert (silent.state, silent.text, silent.sources) == (SILENT, "", ())
    assert [rows[key].cells[0].text for key in ("population", "area")] == ["79,357人", "129.77km²"]
    assert rows["density"].cells[0].text == "612人／km²"
    assert rows["density"].cells[0].note == "79,357人 ÷ 129.77km²"


def test_a_place_is_named_where_it_is_known() -> None:
    built = matrix(
        column("a", municipality=OTSU), column("b", municipality=None), kind=RowKind.PROFILE
    )
    texts = [[cell.text for cell in row.cells] for row in built.rows[:2]]
    assert texts == [["滋賀県", ""], ["市", ""]]
    assert built.rows[0].cells[1].state is SILENT


def test_nothing_is_divided_by_no_schools() -> None:
    none = PROFILE.model_copy(update={"elementary_schools": 0})
    built = matrix(column("a", profile=none), kind=RowKind.PROFILE)
    cells = {row.key: row.cells[0] for row in built.rows}
    assert cells["elementary_schools"].text == "0校"
    assert (cells["people_per_elementary"].state, cells["people_per_elementary"].text) == (
        SILENT,
        "",
    )
    assert cells["people_per_elementary"].reason
    assert cells["elementary_per_10000"].text == "0校"


ANSWERS = st.lists(
    st.dictionaries(
        st.sampled_from(["hub", "training", "zones"]), st.sampled_from(["full", "partial"])
    ),
    max_size=4,
)


@given(st.lists(ANSWERS, min_size=1, max_size=5))
def test_whatever_designs_say_the_rows_hold_together(said: list[list[dict[str, str]]]) -> None:
    designs = [
        column(f"d{number}", *(answering(f"e{i}", **one) for i, one in enumerate(answers)))
        for number, answers in enumerate(said)
    ]
    built = matrix(*designs)
    assert [row.key for row in built.rows] == list(PROVISIONS)
    for found in built.rows:
        spoken = [cell for cell in found.cells if cell.elements]
        assert all(cell.state.is_spoken_of == bool(cell.elements) for cell in found.cells)
        assert found.is_common == (len(spoken) == len(designs))
        assert (found in built.stated_nowhere) == (not spoken)
        alone = len(spoken) == 1 and len(designs) > 1
        assert found.only_here == (spoken[0].design_id if alone else None)
