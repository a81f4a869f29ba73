# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from kyosei_desk.domain.projects.changes.projects import new_project
from kyosei_desk.domain.projects.changes.town import set_town
from kyosei_desk.ui.build.build_page import BuildPage
from kyosei_desk.ui.cards import CardButton
from kyosei_desk.ui.main_window import MainWindow
from kyosei_desk.ui.messages import UNDO_LABEL
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


def test_the_home_page_leads_back_to_what_was_changed_last(desk: Desk) -> None:
    keep_one(desk)
    window = desk.open_ready()
    desk.qtbot.waitUntil(lambda: bool(cards(window)))
    card = cards(window)[0]
    assert card.isVisible()
    assert "今日" in card.accessibleDescription()
    card.click()
    assert window.pages.current is PageId.BUILD
    desk.qtbot.waitUntil(lambda: building(window).session.project is not None)
    project = building(window).session.project
    assert project is not None
    assert card.accessibleName() == f"{project.name}（{project.variant}）をひらく"


def cards(window: MainWindow) -> list[CardButton]:
    return [
        card
        for card in window.home.findChildren(CardButton)
        if card.accessibleName().endswith("をひらく")
    ]


def working(desk: Desk) -> tuple[MainWindow, BuildPage]:
    """Return a window on a project with two elements, everything kept."""
    keep_one(desk)
    window = desk.open_ready()
    window.pages.open_address("projects/own")
    page = building(window)
    desk.qtbot.waitUntil(lambda: page.workbench is not None)
    for name in ("縁側", "窓口"):
        page.session.apply(add(name))
    desk.qtbot.waitUntil(lambda: not page.session.busy)
    return window, page


def test_undo_works_wherever_the_keyboard_is(desk: Desk) -> None:
    window, page = working(desk)
    rail = window.frame.navigation.findChildren(QToolButton)
    rail[0].setFocus()
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(rail[0], Qt.Key.Key_Z, control)
    desk.qtbot.waitUntil(lambda: names(page.session.project) == ["縁側"])
    desk.qtbot.waitUntil(lambda: not page.session.busy)
    QTest.keyClick(rail[0], Qt.Key.Key_Y, control)
    desk.qtbot.waitUntil(lambda: names(page.session.project) == ["縁側", "窓口"])
    window.pages.open(PageId.HOME)
    QTest.keyClick(window, Qt.Key.Key_Z, control)
    desk.qtbot.wait(50)
    assert names(page.session.project) == ["縁側", "窓口"]


def test_the_keyboard_stays_in_the_workbench_when_there_is_nothing_to_redo(desk: Desk) -> None:
    _, page = working(desk)
    assert page.workbench is not None
    header = page.workbench.header
    page.session.undo()
    desk.qtbot.waitUntil(header.redo.isEnabled)
    header.redo.setFocus()
    header.redo.click()
    desk.qtbot.waitUntil(lambda: not header.redo.isEnabled())
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page.workbench.design.isAncestorOf(focused)


def test_an_offer_of_the_way_back_ends_with_the_next_change(desk: Desk) -> None:
    window, page = working(desk)
    assert page.workbench is not None
    messages = window.frame.messages
    project = page.session.project
    assert project is not None
    page.workbench.design.commands.remove(project.design.elements[0].id)
    assert messages.current is not None
    assert messages.current.act_label == UNDO_LABEL
    page.session.undo()
    desk.qtbot.waitUntil(lambda: messages.current is None)
    assert "「要素をはずす 縁側」をもとに戻しました" in window.frame.status.text


def test_undo_names_the_figure_that_it_took_back(desk: Desk) -> None:
    window, page = working(desk)
    more = TOWN.model_copy(update={"population": 90_000})
    page.session.apply(lambda now: set_town(now, more))
    page.session.undo()
    desk.qtbot.waitUntil(lambda: "まちの数字（人口）をもとに戻しました" in window.frame.status.text)
