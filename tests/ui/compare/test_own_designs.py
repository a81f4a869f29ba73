# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""One's own projects beside the cases: chosen, compared, refreshed, read, remembered."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt

from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.domain.comparing.matrix import RowKind
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.projects.changes.elements import rename_element
from kyosei_desk.domain.projects.compared import compared_project
from kyosei_desk.domain.projects.model import ModelProject, OwnTown
from kyosei_desk.ui.compare.candidates import candidate, own_title
from kyosei_desk.ui.compare.cell_passages import cell_passages, passage_address
from kyosei_desk.ui.compare.cell_texts import column_texts
from kyosei_desk.ui.compare.compare_header import CompareTab
from kyosei_desk.ui.compare.compare_page import ComparePage
from kyosei_desk.ui.compare.diagram_tab import DiagramTab
from kyosei_desk.ui.compare.map_marks import map_marks
from kyosei_desk.ui.compare.map_tab import MapTab
from tests.export.project.sample import TODAY, worked_project
from tests.ui.compare.pages import Pages, press
from tests.ui.comparing import NABARI, OMUTA

OURS = "projects/midori"
Key, Modifier = Qt.Key, Qt.KeyboardModifier


def column_of(project: ModelProject, corpus: Corpus) -> ComparedDesign:
    return compared_project(project, corpus.municipalities, TODAY)


@pytest.fixture
def ours(corpus: Corpus) -> ComparedDesign:
    return column_of(worked_project(corpus), corpus)


@pytest.fixture
def page(pages: Pages, ours: ComparedDesign) -> ComparePage:
    made = pages.open()
    made.set_own_designs((ours,))
    made.compare((OURS, NABARI))
    return made


# Choosing


def test_own_designs_stand_first_among_the_cards(pages: Pages, ours: ComparedDesign) -> None:
    page = pages.open()
    assert len(page.picker.model.candidates) == 8
    page.set_own_designs((ours,))
    first = page.picker.model.candidates[0]
    assert (first.design_id, first.place) == (OURS, "みどり市（案A）")
    assert first.title == "自分の案: みどり市 支え合いモデル事業（案A）"
    assert first.figures == "60,000人・208.4km²・小学校 12校"
    assert pages.status[-1] == "くらべられる事例 8　自分の案 1"


def test_what_was_ticked_stays_ticked_when_they_come(pages: Pages, ours: ComparedDesign) -> None:
    page = pages.open()
    page.picker.model.choose([OMUTA])
    page.set_own_designs((ours,))
    assert page.is_choosing
    assert page.picker.model.chosen == (OMUTA,)


def test_all_means_the_cases(pages: Pages, ours: ComparedDesign) -> None:
    page = pages.open()
    page.set_own_designs((ours,))
    page.picker._choose_all()
    assert len(page.picker.model.chosen) == 8
    assert OURS not in page.picker.model.chosen


def test_the_page_asks_for_them_when_one_chooses(pages: Pages) -> None:
    page = pages.open(library=False)
    asked: list[bool] = []
    page.own_designs_wanted.connect(lambda: asked.append(True))
    page.set_library(pages.corpus)
    assert asked == [True]
    page.set_own_designs(())
    assert asked == [True]


def test_a_card_without_figures_stands_alone(corpus: Corpus) -> None:
    bare = ModelProject(id="p", name="案", variant="案A", town=OwnTown(name="ぬぬ村"))
    design = column_of(bare, corpus)
    made = candidate(design, own_title(design), era_first=False)
    assert (made.place, made.figures, made.day) == ("ぬぬ村（案A）", "", "")


# Comparing


def test_an_own_design_stands_beside_a_case(page: ComparePage) -> None:
    assert not page.is_choosing
    matrix = page.controller.matrix
    assert matrix is not None
    states = {row.key: row.cells[0].state.value for row in matrix.rows}
    assert (states["p2.place"], states["p1.hub"], states["p1.funding"]) == (
        "stated",
        "partial",
        "not_applicable",
    )
    heads = column_texts(matrix, era_first=False)
    assert heads[0].title == "みどり市（案A）"
    assert heads[0].day == "2026年4月1日現在"


@pytest.mark.parametrize("tab", list(CompareTab))
@pytest.mark.parametrize("figures", [{}, {"population": 60000}, {"area_km2": 9.5}])
def test_every_tab_copes_with_missing_figures(
    pages: Pages, corpus: Corpus, tab: CompareTab, figures: dict[str, float]
) -> None:
    town = OwnTown.model_validate({"name": "名張市", "code": "242080", **figures})
    project = worked_project(corpus).model_copy(update={"town": town})
    page = pages.open()
    page.set_own_designs((column_of(project, corpus),))
    page.compare((OURS, NABARI))
    for kind in RowKind:
        page.controller.arrange(replace(page.controller.arrangement, rows=kind))
        page.show_tab(tab)
    matrix = page.controller.matrix
    assert matrix is not None
    head = column_texts(matrix, era_first=False)[0]
    assert head.day == ("日付の記載なし" if figures else "")
    assert head.share == (60000 / 79357 if "population" in figures else 0)


def test_unknown_designs_are_left_out(page: ComparePage) -> None:
    page.compare(("projects/nothing", NABARI, OMUTA))
    assert page.controller.arrangement.columns == (NABARI, OMUTA)
    page.compare(("projects/nothing", NABARI))
    assert page.is_choosing


# Following changes


def test_a_change_of_the_project_is_seen_at_once(page: ComparePage, corpus: Corpus) -> None:
    renamed = rename_element(worked_project(corpus), "joint-sheet", "共通の様式").project
    page.set_own_designs((column_of(renamed, corpus),))
    matrix = page.controller.matrix
    assert matrix is not None
    assert "共通の様式" in str(matrix.rows)
    assert page.controller.arrangement.columns == (OURS, NABARI)


def test_the_diagram_follows_the_project(page: ComparePage, corpus: Corpus, pages: Pages) -> None:
    page.show_tab(CompareTab.DIAGRAM)
    tab = page.tabs.currentWidget()
    assert isinstance(tab, DiagramTab)

    def names() -> str:
        drawn = tab._diagrams.get(OURS)
        return str([card.lines for card in drawn.cards]) if drawn else ""

    pages.qtbot.waitUntil(lambda: "Joint-Sheet" in names(), timeout=20_000)
    renamed = rename_element(worked_project(corpus), "joint-sheet", "共通の様式").project
    page.set_own_designs((column_of(renamed, corpus),))
    pages.qtbot.waitUntil(lambda: "共通の様式" in names(), timeout=20_000)


def test_a_project_thrown_away_leaves_the_comparison(page: ComparePage) -> None:
    page.set_own_designs(())
    assert page.is_choosing
    assert page.controller.arrangement.columns == (NABARI,)


def test_the_same_answer_again_changes_nothing(page: ComparePage, ours: ComparedDesign) -> None:
    changes: list[bool] = []
    page.controller.changed.connect(lambda: changes.append(True))
    page.set_own_designs((ours,))
    assert changes == []


# Remembering


def test_what_was_compared_comes_back_with_the_first_answer(
    pages: Pages, page: ComparePage, ours: ComparedDesign
) -> None:
    pages.close(page)
    again = pages.open()
    assert again.is_choosing
    assert again.state() == page.state()  # closed at once, nothing is forgotten
    again.set_own_designs((ours,))
    assert not again.is_choosing
    assert again.controller.arrangement.columns == (OURS, NABARI)


def test_what_was_chosen_meanwhile_is_not_disturbed(
    pages: Pages, page: ComparePage, ours: ComparedDesign
) -> None:
    pages.close(page)
    again = pages.open()
    again.compare((NABARI, OMUTA))
    again.set_own_designs((ours,))
    assert again.controller.arrangement.columns == (NABARI, OMUTA)


# Reading


def test_an_own_cell_is_read_with_what_it_was_taken_from(page: ComparePage) -> None:
    matrix = page.controller.matrix
    assert matrix is not None
    rows = {row.key: row for row in matrix.rows}
    shown = cell_passages(page.controller, rows["p2.place"], 0)
    assert shown.title == "みどり市（案A）　相談を包括的に受け止める場の整備　記載あり"
    assert shown.note.startswith("まちの保健室: ")
    assert shown.passages == (
        ("cases/nabari#machi-no-hokenshitsu", "まちの保健室のもと"),
        (page.controller.provision_address("p2.place"), "指針の項目"),
    )
    assert cell_passages(page.controller, rows["p1.funding"], 0).note == (
        "しないと決めた: 共同募金の委員会が別に決める"
    )
    nothing = cell_passages(page.controller, rows["p3.forum"], 0)
    assert nothing.note == "この案には、この項目に答える要素が、まだありません。"
    assert nothing.others == ((NABARI, "名張市"),)


def test_an_own_element_is_read_where_it_was_taken_from(ours: ComparedDesign) -> None:
    address = "cases/nabari#machi-no-hokenshitsu"
    assert passage_address(ours, f"{OURS}#machi-no-hokenshitsu") == address
    own = ours.design.elements[-1]
    assert passage_address(ours, ours.address(own)) == ours.address(own)


def test_a_cell_without_any_passage_shows_no_old_one(page: ComparePage) -> None:
    table = page.tabs.table
    table.passages.open()
    panel = table.passages.panel
    assert panel is not None
    assert panel.reader.isVisible()
    page.controller.arrange(replace(page.controller.arrangement, rows=RowKind.PROFILE))
    table.passages.open()
    assert not panel.reader.isVisible()


def test_the_column_is_opened_where_it_is_made(page: ComparePage, pages: Pages) -> None:
    menu = page.tabs.table.keys.open_menu(0, QPoint())
    action = menu.actions()[0]
    assert action.text() == "みどり市（案A）を「つくる」で開く"
    action.trigger()
    menu.close()
    assert pages.asked == [OURS]


# On the map


def test_the_map_marks_own_designs_that_are_compared(
    page: ComparePage, ours: ComparedDesign
) -> None:
    designs = page.controller.designs
    assert OURS not in {mark.key for mark in map_marks(designs, (NABARI,), None)}
    other = replace(ours, id="projects/other")
    marks = map_marks((*designs, other), (OURS, "projects/other", NABARI), None)
    own = [mark for mark in marks if mark.key.startswith("projects/")]
    assert len(own) == 1
    assert own[0].description == "くらべている自分の案。Enter で「つくる」に開きます"


def test_near_conditions_are_told_of_cases_only(page: ComparePage) -> None:
    page.show_tab(CompareTab.MAP)
    tab = page.tabs.currentWidget()
    assert isinstance(tab, MapTab)
    assert OURS not in {card.design_id for card in tab.panel.cards}
    press(page, Key.Key_Escape, Modifier.NoModifier)
