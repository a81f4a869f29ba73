# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
from PySide6.QtWidgets import QAbstractButton, QLabel

from kyosei_desk.domain.projects.changes.projects import new_project
from kyosei_desk.ui.build.build_page import BuildPage
from kyosei_desk.ui.main_window import MainWindow
from kyosei_desk.ui.navigation import PageId
from kyosei_desk.workspace.project_store import ProjectStore
from tests.ui.build.workshop import TOWN
from tests.ui.desk import Desk


def heading(window: MainWindow) -> QLabel:
    labels = window.home.findChildren(QLabel)
    return next(label for label in labels if label.text() == "つくっている案")


def plans(window: MainWindow) -> list[QAbstractButton]:
    buttons = window.home.findChildren(QAbstractButton)
    return [one for one in buttons if one.accessibleName().startswith("体制（")]


def test_without_plans_nothing_is_offered_and_nothing_made(desk: Desk) -> None:
    window = desk.open_ready()
    desk.qtbot.wait(50)
    assert not heading(window).isVisible()
    assert not (desk.folder / "workspace.sqlite").exists()


def test_the_plans_changed_last_are_offered_and_opened(desk: Desk) -> None:
    store = ProjectStore(desk.folder / "workspace.sqlite")
    for number in range(4):
        store.create(new_project("体制", TOWN, f"案{number}", project_id=f"own-{number}"))
    window = desk.open_ready()
    desk.qtbot.waitUntil(lambda: len(plans(window)) > 0)
    assert heading(window).isVisible()
    names = [plan.accessibleName() for plan in plans(window)]
    assert names == ["体制（案3）をひらく", "体制（案2）をひらく", "体制（案1）をひらく"]
    plans(window)[0].click()
    page = window.pages.page(PageId.BUILD)
    assert isinstance(page, BuildPage)
    desk.qtbot.waitUntil(lambda: page.session.project is not None)
    assert page.session.project is not None
    assert page.session.project.id == "own-3"
