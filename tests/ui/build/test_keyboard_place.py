# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The keyboard stays where the person is when another window's change is read."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kyosei_desk.domain.projects.changes.decisions import put_decision, remove_decision
from kyosei_desk.domain.projects.changes.elements import remove_element
from kyosei_desk.domain.projects.changes.projects import new_project
from kyosei_desk.domain.projects.model import Decision
from kyosei_desk.ui.build.build_page import BuildPage
from kyosei_desk.ui.build.entries.entry_page import EntryPage
from kyosei_desk.ui.build.keyboard_place import KeyboardPlace
from kyosei_desk.ui.build.lower_tabs import LowerTab
from kyosei_desk.ui.build.project_requests import Change
from kyosei_desk.ui.build.workbench import Workbench
from kyosei_desk.ui.main_window import MainWindow
from kyosei_desk.ui.navigation import PageId
from kyosei_desk.workspace.project_store import ProjectStore
from tests.ui.build.workshop import TOWN, add
from tests.ui.desk import Desk


class TwoWindows:
    """A window on a project with an element and two decisions, and another beside it."""

    def __init__(self, desk: Desk):
        self.desk = desk
        self.store = ProjectStore(desk.folder / "workspace.sqlite")
        opened = self.store.create(new_project("体制", TOWN, project_id="own"))
        for change in (
            add("縁側"),
            add("窓口"),
            lambda now: put_decision(now, Decision(id="d-1", what="一つめ")),
            lambda now: put_decision(now, Decision(id="d-2", what="二つめ")),
        ):
            opened = self.store.commit("own", opened.position, change(opened.project))
        self.window: MainWindow = desk.open_ready()
        self.window.resize(1366, 768)
        self.window.pages.open_address("projects/own")
        page = self.window.pages.page(PageId.BUILD)
        assert isinstance(page, BuildPage)
        self.page = page
        desk.qtbot.waitUntil(lambda: page.workbench is not None)
        assert page.workbench is not None
        self.bench: Workbench = page.workbench

    def change_there(self, change: Change) -> None:
        """Let the other window change the project, and this one notice it."""
        opened = self.store.open("own")
        self.store.commit("own", opened.position, change(opened.project))
        self.page.session.apply(add("こちら"))
        self.desk.qtbot.waitUntil(lambda: not self.page.session.busy)
        self.desk.qtbot.wait(30)  # whatever is put off until nothing else is to be done

    def open_decision(self, decision_id: str) -> EntryPage:
        self.bench.tabs.set_folded(False)
        self.bench.tabs.show_tab(LowerTab.DECISIONS)
        tab = self.bench.tabs.tab(LowerTab.DECISIONS)
        listed = next(one for one in tab.findChildren(EntryPage) if one.isVisible())
        listed.open_entry(decision_id)
        assert listed.isAncestorOf(focused())
        return listed


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


@pytest.fixture
def two(desk: Desk) -> TwoWindows:
    return TwoWindows(desk)


def test_a_form_that_is_still_there_keeps_it(two: TwoWindows) -> None:
    two.open_decision("d-1")
    field = focused()
    two.change_there(add("むこう"))
    assert focused() is field


def test_a_form_whose_entry_is_gone_leaves_it_in_the_list(two: TwoWindows) -> None:
    listed = two.open_decision("d-1")
    two.change_there(lambda now: remove_decision(now, "d-1"))
    assert listed.isAncestorOf(focused())
    assert listed.isVisible()


def test_the_last_entry_gone_leaves_it_on_what_adds_another(two: TwoWindows) -> None:
    two.change_there(lambda now: remove_decision(now, "d-2"))
    listed = two.open_decision("d-1")
    two.change_there(lambda now: remove_decision(now, "d-1"))
    assert focused() is listed.add


def test_an_element_that_is_gone_leaves_it_in_the_design(two: TwoWindows) -> None:
    project = two.page.session.project
    assert project is not None
    element = project.design.elements[0].id
    two.bench.design.show_element(element)
    two.bench.design.take_keyboard()
    assert two.bench.design.isAncestorOf(focused())
    two.change_there(lambda now: remove_element(now, element))
    assert two.bench.design.isAncestorOf(focused())


# The part alone


class Part(QWidget):
    """Has a field and a button; knows where the keyboard is wanted, or not."""

    def __init__(self, page: QWidget):
        super().__init__(page)
        self.button = QPushButton("button", self)
        self.field = QLineEdit(self)
        column = QVBoxLayout(self)
        column.addWidget(self.button)
        column.addWidget(self.field)


class KnowingPart(Part):
    def take_keyboard(self) -> None:
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)


class Room:
    """A window with something before the page, as 「ホーム」 is, and a part in the page."""

    def __init__(self, qtbot: QtBot, part: type[Part]):
        self.window = QWidget()
        self.home = QPushButton("home", self.window)
        self.page = QWidget(self.window)
        self.outer = KnowingPart(self.page)
        self.part = part(self.outer)
        self.place = KeyboardPlace(self.page)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.qtbot = qtbot
        self.part.field.setFocus()

    def show_anew(self) -> None:
        self.place.hold()

    def settle(self) -> None:
        self.qtbot.wait(30)


@pytest.mark.parametrize("part", [Part, KnowingPart])
@pytest.mark.parametrize("goes", ["hidden", "deleted"])
def test_a_field_that_goes_leaves_it_near(qtbot: QtBot, part: type[Part], goes: str) -> None:
    room = Room(qtbot, part)
    room.show_anew()
    field = room.part.field
    if goes == "hidden":
        field.hide()
    else:
        field.deleteLater()
    room.home.setFocus()
    room.settle()
    near = room.part if part is KnowingPart else room.outer
    assert QApplication.focusWidget() is near.button


def test_who_is_elsewhere_stays_there(qtbot: QtBot) -> None:
    room = Room(qtbot, KnowingPart)
    room.home.setFocus()
    room.show_anew()
    room.part.field.hide()
    room.settle()
    assert QApplication.focusWidget() is room.home


def test_what_takes_it_in_the_page_keeps_it(qtbot: QtBot) -> None:
    room = Room(qtbot, KnowingPart)
    room.show_anew()
    room.part.field.hide()
    room.outer.button.setFocus()
    room.settle()
    assert QApplication.focusWidget() is room.outer.button


def test_an_open_menu_keeps_it(qtbot: QtBot) -> None:
    room = Room(qtbot, KnowingPart)
    menu = QMenu(room.window)
    menu.addAction("one")
    room.show_anew()
    menu.popup(room.window.mapToGlobal(room.window.rect().center()))
    room.home.setFocus()
    room.settle()
    assert QApplication.activePopupWidget() is menu
    assert QApplication.focusWidget() is room.home
    menu.close()
