# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What nobody should write is written, pasted and shown all the same."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from kyosei_desk.domain.projects.changes.elements import ElementDraft, add_element
from kyosei_desk.domain.projects.changes.projects import new_project
from kyosei_desk.ui.build.build_page import BuildPage
from kyosei_desk.ui.build.decisions.decisions_tab import PEOPLE, DecisionsTab
from kyosei_desk.ui.build.lower_tabs import LowerTab
from kyosei_desk.ui.build.money.budget_tab import BudgetTab
from kyosei_desk.ui.build.money.reading import LineField
from kyosei_desk.ui.build.settled import hand_over_texts
from kyosei_desk.ui.build.workbench import Workbench
from tests.ui.build.lower import budget
from tests.ui.build.workshop import TOWN, BuildPages, names

LONG = "とても長い名前の相談支援の拠点" * 13
PASTED = "\n窓口\r\nその2\n"


@pytest.fixture
def page(build_pages: BuildPages) -> BuildPage:
    made = build_pages.open()
    with build_pages.qtbot.waitSignal(made.session.opened):
        made.session.create(new_project("体制", TOWN, project_id="own"))
    for name in (LONG, "😀サロン🏠"):
        assert made.session.apply(partial(add_element, draft=ElementDraft(name=name)))
    for change in budget():
        assert made.session.apply(change)
    build_pages.qtbot.waitUntil(lambda: not made.session.busy)
    return made


@pytest.fixture
def bench(page: BuildPage) -> Workbench:
    assert page.workbench is not None
    return page.workbench


def paste(edit: QLineEdit, text: str) -> None:
    """Paste over what stands in a field."""
    QGuiApplication.clipboard().setText(text)
    edit.setFocus()
    edit.selectAll()
    edit.paste()


def test_a_long_name_is_not_cut_by_being_looked_at(page: BuildPage, bench: Workbench) -> None:
    design = bench.design
    design.acts.details_wanted.emit("e-1")
    assert design.sheet.form.name.text() == LONG
    design.sheet.close_sheet()
    bench.hand_over()
    assert names(page.session.project) == [LONG, "😀サロン🏠"]


def test_what_is_pasted_into_one_line_stays_one_line(page: BuildPage, bench: Workbench) -> None:
    design = bench.design
    design.acts.details_wanted.emit("e-1")
    paste(design.sheet.form.name, PASTED)
    hand_over_texts(bench)
    assert names(page.session.project)[0] == "窓口 その2"
    design.add_element()
    paste(design.sheet.new.edit, PASTED)
    QTest.keyClick(design.sheet.new.edit, Qt.Key.Key_Return)
    assert names(page.session.project)[-1] == "窓口 その2"
    bench.tabs.show_tab("決めたこと")
    shown = bench.tabs.tab(LowerTab.DECISIONS)
    assert isinstance(shown, DecisionsTab)
    shown.show_part(PEOPLE)
    shown.pages[PEOPLE].begin()
    role = shown.pages[PEOPLE].form.edit("role")
    assert isinstance(role, QLineEdit)
    paste(role, "民生\n委員")
    hand_over_texts(bench)
    assert page.session.project is not None
    assert page.session.project.participants[0].role == "民生 委員"


@pytest.mark.parametrize("text", ["-350000", "−1", "1e9", "99999999999999999", "二億", "　"])
def test_a_price_that_is_none_is_told_and_changes_nothing(
    page: BuildPage, bench: Workbench, text: str
) -> None:
    lines = budget_of(bench).lines
    lines.table.go_to("b-1", LineField.UNIT_PRICE, edit=True)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    paste(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    project = page.session.project
    assert project is not None
    assert (project.budget[0].unit_price == 350_000) == bool(lines.said_wrong)
    assert project.budget[0].unit_price >= 0


def test_an_item_pasted_from_a_table_is_one_line(page: BuildPage, bench: Workbench) -> None:
    lines = budget_of(bench).lines
    lines.table.go_to("b-1", LineField.ITEM, edit=True)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    paste(editor, "人件費\t（2人）\n")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert page.session.project is not None
    assert page.session.project.budget[0].item == "人件費 （2人）"


def budget_of(bench: Workbench) -> BudgetTab:
    bench.tabs.show_tab("予算")
    made = bench.tabs.tab(LowerTab.BUDGET)
    assert isinstance(made, BudgetTab)
    return made
