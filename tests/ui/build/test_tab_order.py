# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Tab goes through every field as it is read, there and back."""

from functools import partial

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kyosei_desk.domain.projects.changes.elements import set_provision
from kyosei_desk.domain.projects.changes.projects import new_project
from kyosei_desk.domain.vocabulary import Coverage
from kyosei_desk.ui.build.build_page import BuildPage
from kyosei_desk.ui.build.decisions.decision_form import DecisionForm
from kyosei_desk.ui.build.decisions.decisions_tab import DECISIONS, GOALS, PEOPLE, DecisionsTab
from kyosei_desk.ui.build.decisions.goal_form import GoalForm
from kyosei_desk.ui.build.entries.entry_form import EntryForm
from kyosei_desk.ui.build.lower_tabs import LowerTab
from kyosei_desk.ui.build.money.budget_tab import BudgetTab
from kyosei_desk.ui.build.plan.plan_tab import PlanTab
from kyosei_desk.ui.build.plan.step_form import StepForm
from kyosei_desk.ui.build.project_session import Change
from kyosei_desk.ui.build.workbench import Workbench
from tests.ui.build.lower import budget, decided, schedule
from tests.ui.build.workshop import TOWN, BuildPages, add


@pytest.fixture
def page(build_pages: BuildPages) -> BuildPage:
    made = build_pages.open()
    with build_pages.qtbot.waitSignal(made.session.opened):
        made.session.create(new_project("体制", TOWN, project_id="own"))
    changes: list[Change] = [add("窓口"), add("縁側"), *decided(), *budget(), *schedule()]
    for change in changes:
        assert made.session.apply(change)
    build_pages.qtbot.waitUntil(lambda: not made.session.busy)
    return made


@pytest.fixture
def bench(page: BuildPage) -> Workbench:
    assert page.workbench is not None
    page.workbench.tabs.set_large(True)
    return page.workbench


def tab(back: bool = False) -> QWidget:
    """Press Tab, or Shift+Tab; return where the keyboard is then."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # what has gone is gone
    QApplication.processEvents()
    focused = QApplication.focusWidget()
    assert focused is not None
    shift, plain = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
    key = Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab
    QTest.keyClick(focused, key, shift if back else plain)
    found = QApplication.focusWidget()
    assert found is not None
    return found


def goes_through(*stops: QWidget) -> None:
    """Walk there by Tab, and back by Shift+Tab."""
    stops[0].setFocus()
    for stop in stops[1:]:
        assert tab() is stop, stop.accessibleName()
    for stop in reversed(stops[:-1]):
        assert tab(back=True) is stop, stop.accessibleName()


def decisions(bench: Workbench) -> DecisionsTab:
    bench.tabs.show_tab("決めたこと")
    made = bench.tabs.tab(LowerTab.DECISIONS)
    assert isinstance(made, DecisionsTab)
    return made


def edits(form: EntryForm) -> list[QWidget]:
    return [line.edit for line in form.lines.values()]


def test_through_a_decision(bench: Workbench) -> None:
    shown = decisions(bench)
    shown.pages[DECISIONS].open_entry("d-1")
    form = shown.pages[DECISIONS].form
    assert isinstance(form, DecisionForm)
    head = (shown.pages[DECISIONS].table, form.remove)
    goes_through(*head, *edits(form), form.passages.edit, form.back)
    form.passages.add_address("cases/nabari#machi-no-hokenshitsu")
    form.edit("on").setFocus()
    assert tab().accessibleName().endswith(": 読む")  # what came later is in its place
    assert tab().accessibleName().endswith(": 外す")
    assert tab() is form.passages.edit


def test_enter_goes_on_to_the_passages_too(bench: Workbench) -> None:
    shown = decisions(bench)
    shown.pages[DECISIONS].open_entry("d-1")
    form = shown.pages[DECISIONS].form
    assert isinstance(form, DecisionForm)
    form.edit("who").setFocus()
    QTest.keyClick(form.edit("who"), Qt.Key.Key_Return)
    assert form.edit("on").hasFocus()
    QTest.keyClick(form.edit("on"), Qt.Key.Key_Return)
    assert form.passages.edit.hasFocus()


def test_through_a_goal_and_who_takes_part(bench: Workbench) -> None:
    shown = decisions(bench)
    shown.show_part(GOALS)
    shown.pages[GOALS].begin()
    form = shown.pages[GOALS].form
    assert isinstance(form, GoalForm)
    goes_through(*edits(form), form.provisions.button, form.back)
    shown.show_part(PEOPLE)
    shown.pages[PEOPLE].begin()
    people = shown.pages[PEOPLE].form
    goes_through(*edits(people), people.back)


def test_through_a_step(bench: Workbench) -> None:
    bench.tabs.show_tab("日程")
    plan = bench.tabs.tab(LowerTab.PLAN)
    assert isinstance(plan, PlanTab)
    plan.open_entry("s-1")
    form = plan.form
    assert isinstance(form, StepForm)
    name, start, end, note = edits(form)
    goes_through(form.remove, name, start, end, form.elements.button, note, form.back)


def test_through_the_budget(bench: Workbench) -> None:
    bench.tabs.show_tab("予算")
    made = bench.tabs.tab(LowerTab.BUDGET)
    assert isinstance(made, BudgetTab)
    lines, programmes = made.lines, made.programmes
    cards = [button for button in programmes.buttons if button.isVisible()]
    cards = [one for one in cards if one not in (programmes.add, programmes.known)]
    lines.take_keyboard()
    tools = (lines.add, lines.remove, lines.table)
    goes_through(*tools, made.shares, *cards, programmes.add, programmes.known)
    programmes.edit_programme("p-1")
    goes_through(*edits(programmes.form), programmes.form.back)


def test_through_an_element(page: BuildPage, build_pages: BuildPages) -> None:
    assert page.workbench is not None
    design = page.workbench.design
    design.show_element("e-1")
    design.acts.details_wanted.emit("e-1")
    page.session.apply(
        partial(set_provision, element_id="e-1", provision_id="p1.hub", coverage=Coverage.PARTIAL)
    )
    form = design.sheet.form
    stops = (form.name, form.existing, form.type, form.zone, form.operators, form.fields)
    goes_through(*stops, form.count.number, form.count.unit)
    form.count.unit.setFocus()
    assert "一部" in tab().accessibleName()  # the provision that came later
    assert tab().accessibleName().endswith("を外す")
    assert "項目を選ぶ" in tab().accessibleName()
    assert tab() is form.text
