# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kyosei_desk.domain.projects.changes.projects import new_project
from kyosei_desk.ui.build.build_page import BuildPage
from kyosei_desk.ui.cards import CardButton
from kyosei_desk.ui.main_window import MainWindow
from kyosei_desk.ui.navigation import PageId
from kyosei_desk.workspace.project_store import ProjectStore
from tests.ui.build.workshop import TOWN, add, names
from tests.ui.desk import Desk


def building(window: MainWindow) -> BuildPage:
    page = window.pages.page(PageId.BUILD)
    assert isinstance(page, BuildPage)
    return page


def keep_one(desk: Desk) -> None:
    ProjectStore(desk.folder / "workspace.sqlite").create(
        new_project("体制", TOWN, project_id="own")
    )


def test_the_door_at_home_leads_to_the_beginning(desk: Desk) -> None:
    window = desk.open_ready()
    doors = window.home.findChildren(CardButton)
    next(door for door in doors if door.accessibleName() == "つくる").click()
    assert window.pages.current is PageId.BUILD
    page = building(window)
    desk.qtbot.waitUntil(lambda: page.places.currentWidget() is page.start)
    assert window.windowTitle().startswith("つくる")
    desk.qtbot.waitUntil(lambda: "案は、まだありません" in window.frame.status.text)


def test_a_key_leads_there_and_the_keyboard_into_it(desk: Desk) -> None:
    window = desk.open_ready()
    QTest.keyClick(
        QApplication.focusWidget() or window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier
    )
    page = building(window)
    desk.qtbot.waitUntil(lambda: page.places.currentWidget() is page.start)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page.isAncestorOf(focused)


def test_the_address_of_a_project_opens_it(desk: Desk) -> None:
    keep_one(desk)
    window = desk.open_ready()
    window.pages.open_address("projects/own")
    assert window.pages.current is PageId.BUILD
    desk.qtbot.waitUntil(lambda: building(window).session.project is not None)


def test_what_was_changed_last_is_kept_when_the_window_closes(desk: Desk) -> None:
    keep_one(desk)
    window = desk.open_ready()
    window.pages.open_address("projects/own")
    session = building(window).session
    desk.qtbot.waitUntil(lambda: session.project is not None)
    session.apply(add("縁側"))
    window.close()
    store = ProjectStore(desk.folder / "workspace.sqlite")
    assert names(store.open("own").project) == ["縁側"]


def test_nothing_is_read_of_projects_until_they_are_wanted(desk: Desk) -> None:
    window = desk.open_ready()
    window.close()
    assert not (desk.folder / "workspace.sqlite").exists()


def test_an_own_design_is_put_beside_cases(desk: Desk) -> None:
    keep_one(desk)
    window = desk.open_ready()
    window.pages.open_address("projects/own")
    page = building(window)
    desk.qtbot.waitUntil(lambda: page.workbench is not None)
    assert page.workbench is not None
    page.workbench.header.compare.click()
    desk.qtbot.waitUntil(lambda: window.pages.current is PageId.COMPARE)
