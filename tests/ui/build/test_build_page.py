# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from kyosei_desk.domain.errors import StorageError
from kyosei_desk.domain.projects.changes.projects import new_project
from kyosei_desk.domain.projects.model import OwnTown, ProjectStatus
from kyosei_desk.ui.build.build_page import BuildPage
from kyosei_desk.ui.build.design.design_editor import DesignEditor
from kyosei_desk.ui.build.name_dialog import NameDialog
from kyosei_desk.ui.build.project_acts import columns_beside
from kyosei_desk.ui.messages import Severity
from kyosei_desk.workspace.project_store import ProjectStore
from tests.ui.build.workshop import TOWN, BuildPages, add, names

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def store(build_pages: BuildPages) -> ProjectStore:
    """Two projects are kept: うちの町 with an element, となり村 without."""
    store = build_pages.services.open_projects()
    opened = store.create(new_project("体制", TOWN, project_id="own"))
    store.commit("own", opened.position, add("縁側")(opened.project))
    store.create(new_project("体制", OwnTown(name="となり村"), project_id="other"))
    return store


@pytest.fixture
def page(build_pages: BuildPages, store: ProjectStore) -> BuildPage:
    made = build_pages.open()
    assert len(made.start.cards) == 2
    return made


def titles(page: BuildPage) -> list[str]:
    return [card.accessibleName() for card in page.start.cards]


def opened(build_pages: BuildPages, page: BuildPage, project_id: str = "own") -> BuildPage:
    with build_pages.qtbot.waitSignal(page.session.opened):
        page.open_project(project_id)
    return page


def last_told(build_pages: BuildPages) -> str:
    return build_pages.told[-1].text if build_pages.told else ""


def test_projects_are_listed_by_town_with_how_far_they_are(page: BuildPage) -> None:
    assert sorted(titles(page)) == ["うちの町 体制（案A）", "となり村 体制（案A）"]
    own = next(card for card in page.start.cards if "うちの町" in card.accessibleName())
    described = own.accessibleDescription()
    assert "検討中" in described
    assert "0 / 17" in described
    assert "要素 1" in described
    assert "今日" in described


def test_a_card_opens_its_project(page: BuildPage, build_pages: BuildPages) -> None:
    own = next(card for card in page.start.cards if "うちの町" in card.accessibleName())
    with build_pages.qtbot.waitSignal(page.session.opened):
        own.click()
    assert names(page.session.project) == ["縁側"]
    assert page.workbench is not None
    assert page.places.currentWidget() is page.workbench
    assert page.workbench.header.name.toolTip() == "うちの町 体制（案A）"
    assert "指針の項目 0 / 17" in build_pages.status[-1]


def test_deleting_can_be_taken_back(page: BuildPage, build_pages: BuildPages) -> None:
    page.start.delete_requested.emit("own")
    build_pages.qtbot.waitUntil(lambda: titles(page) == ["となり村 体制（案A）"])
    message = build_pages.told[-1]
    assert message.act is not None
    message.act()
    build_pages.qtbot.waitUntil(lambda: len(titles(page)) == 2)


def test_what_was_deleted_long_ago_can_be_had_back(
    page: BuildPage, build_pages: BuildPages
) -> None:
    for project_id in ("own", "other"):
        page.start.delete_requested.emit(project_id)
    build_pages.qtbot.waitUntil(lambda: titles(page) == [])
    page.start.restore_requested.emit("other")
    build_pages.qtbot.waitUntil(lambda: titles(page) == ["となり村 体制（案A）"])


def test_a_variant_is_a_project_of_its_own(page: BuildPage, build_pages: BuildPages) -> None:
    page.start.copy_requested.emit("own")
    build_pages.qtbot.waitUntil(lambda: page.session.project is not None)
    project = page.session.project
    assert project is not None
    assert (project.id != "own", project.variant, names(project)) == (True, "案B", ["縁側"])
    page.session.apply(add("窓口"))
    page.show_start()
    build_pages.qtbot.waitUntil(lambda: len(titles(page)) == 3)
    assert names(build_pages.services.open_projects().open("own").project) == ["縁側"]


def test_a_project_is_renamed_in_the_list_and_at_work(
    page: BuildPage, build_pages: BuildPages
) -> None:
    page.start.rename_requested.emit("own")
    dialog = page.findChild(NameDialog)
    assert dialog is not None
    dialog.name.edit.setText("丸ごと体制")
    dialog.name.edit.submitted.emit()
    build_pages.qtbot.waitUntil(lambda: "うちの町 丸ごと体制（案A）" in titles(page))
    opened(build_pages, page)
    assert page.acts is not None
    page.acts.rename_open()
    again = next(one for one in page.findChildren(NameDialog) if one.isVisible())
    again.variant.edit.setText("")
    again.variant.edit.submitted.emit()
    assert again.isVisible()
    again.variant.edit.setText("案Z")
    again.variant.edit.submitted.emit()
    assert page.session.project is not None
    assert page.session.project.variant == "案Z"


def test_undo_and_redo_by_key(page: BuildPage, build_pages: BuildPages) -> None:
    opened(build_pages, page)
    page.session.apply(add("窓口"))
    bench = page.workbench
    assert bench is not None
    build_pages.qtbot.waitUntil(bench.header.undo.isEnabled)
    bench.take_keyboard()
    QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Z, CTRL)
    build_pages.qtbot.waitUntil(lambda: names(page.session.project) == ["縁側"])
    assert "窓口" in bench.header.redo.toolTip()
    QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Y, CTRL)
    build_pages.qtbot.waitUntil(lambda: names(page.session.project) == ["縁側", "窓口"])


def test_the_status_is_set_from_the_header(page: BuildPage, build_pages: BuildPages) -> None:
    opened(build_pages, page)
    assert page.workbench is not None
    actions = page.workbench.header.status_menu.actions()
    next(action for action in actions if action.text() == "決定").trigger()
    assert page.session.project is not None
    assert page.session.project.status is ProjectStatus.DECIDED
    assert page.workbench.header.status.text() == "決定"


def test_the_project_at_work_comes_back_in_the_next_window(
    page: BuildPage, build_pages: BuildPages
) -> None:
    opened(build_pages, page)
    page.session.apply(add("窓口"))
    build_pages.close(page)
    again = build_pages.open()
    build_pages.qtbot.waitUntil(lambda: again.session.project is not None)
    assert names(again.session.project) == ["縁側", "窓口"]


def test_a_project_asked_for_early_is_opened_when_it_can_be(build_pages: BuildPages) -> None:
    store = build_pages.services.open_projects()
    store.create(new_project("体制", TOWN, project_id="own"))
    page = build_pages.open(library=False)
    page.open_project("own")
    page.set_library(build_pages.corpus)
    build_pages.qtbot.waitUntil(lambda: page.session.project is not None)


def test_a_project_that_is_gone_is_told(page: BuildPage, build_pages: BuildPages) -> None:
    page.open_project("nowhere")
    build_pages.qtbot.waitUntil(lambda: bool(build_pages.told))
    assert build_pages.told[-1].severity is Severity.WARNING
    assert page.places.currentWidget() is page.start


def test_what_is_not_written_offers_to_be_written_again(
    page: BuildPage, build_pages: BuildPages, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(build_pages, page)

    def fail(*_of: object, **_how: object) -> None:
        raise StorageError(Path("workspace.sqlite"), "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(ProjectStore, "commit", fail)
        page.session.apply(add("窓口"))
        build_pages.qtbot.waitUntil(lambda: page.session.unsaved)
    message = build_pages.told[-1]
    assert message.severity is Severity.ERROR
    assert "まだ保存できていません" in build_pages.status[-1]
    assert message.act is not None
    message.act()
    build_pages.qtbot.waitUntil(lambda: not page.session.busy)
    assert not page.session.unsaved
    assert "自動保存しました" in build_pages.status[-1]


def test_a_file_goes_out_and_comes_in_as_the_same_project(
    page: BuildPage, build_pages: BuildPages, tmp_path: Path
) -> None:
    opened(build_pages, page)
    assert page.acts is not None
    page.acts.take_out("json")
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    target = tmp_path / "案.json"
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    build_pages.qtbot.waitUntil(target.exists)
    build_pages.qtbot.waitUntil(lambda: "案.json" in last_told(build_pages))
    before = page.session.project
    page.show_start()
    page.acts.bring_in()
    asking = next(one for one in page.findChildren(QFileDialog) if one.isVisible())
    asking.fileSelected.emit(str(target))
    asking.reject()
    build_pages.qtbot.waitUntil(lambda: page.session.project is not None)
    assert before is not None
    assert page.session.project is not None
    assert page.session.project.id != before.id
    assert page.session.project.design == before.design


def test_a_file_that_is_no_project_is_told(
    page: BuildPage, build_pages: BuildPages, tmp_path: Path
) -> None:
    wrong = tmp_path / "wrong.json"
    wrong.write_text("{}")
    assert page.acts is not None
    page.acts.bring_in()
    asking = next(one for one in page.findChildren(QFileDialog) if one.isVisible())
    asking.fileSelected.emit(str(wrong))
    asking.reject()
    build_pages.qtbot.waitUntil(lambda: bool(build_pages.told))
    assert len(titles(page)) == 2


def test_it_is_compared_with_the_cases_nearest_in_population(
    page: BuildPage, build_pages: BuildPages
) -> None:
    opened(build_pages, page)
    assert page.workbench is not None
    with build_pages.qtbot.waitSignal(page.compare_requested) as asked:
        page.workbench.header.compare.click()
    assert asked.args == [("projects/own", "cases/nabari", "cases/ashiya")]
    assert page.library is not None
    assert page.session.project is not None
    assert columns_beside(page.session.project, page.library)[0] == "projects/own"


def test_where_there_is_little_room_one_panel_gives_way(
    page: BuildPage, build_pages: BuildPages
) -> None:
    opened(build_pages, page)
    bench = page.workbench
    assert bench is not None
    assert bench.board.isVisible()
    assert bench.palette_.isVisible()
    page.resize(900, 600)
    build_pages.qtbot.waitUntil(lambda: bench.width() == 900)
    assert (bench.board.isVisible(), bench.palette_.isVisible()) == (True, False)
    bench.header.palette_.click()
    assert (bench.board.isVisible(), bench.palette_.isVisible()) == (False, True)
    page.resize(1300, 600)
    build_pages.qtbot.waitUntil(lambda: bench.board.isVisible())


def test_a_panel_is_put_away_and_brought_back(page: BuildPage, build_pages: BuildPages) -> None:
    opened(build_pages, page)
    bench = page.workbench
    assert bench is not None
    bench.header.board.click()
    assert not bench.board.isVisible()
    assert not bench.header.board.isChecked()
    bench.header.board.click()
    assert bench.board.isVisible()


def test_the_tabs_below_can_have_all_the_room(page: BuildPage, build_pages: BuildPages) -> None:
    opened(build_pages, page)
    bench = page.workbench
    assert bench is not None
    others = (bench.board, bench.design, bench.palette_)
    bench.tabs.set_large(True)
    page.resize(1240, 640)
    assert [part.isVisible() for part in others] == [False, False, False]
    bench.tabs.set_large(False)
    assert [part.isVisible() for part in others] == [True, True, True]


def test_a_panel_asked_for_takes_the_room_back(page: BuildPage, build_pages: BuildPages) -> None:
    opened(build_pages, page)
    bench = page.workbench
    assert bench is not None
    bench.tabs.set_large(True)
    bench.header.board.click()
    assert bench.board.isVisible()
    assert not bench.tabs.is_large


def test_the_ways_to_a_row_come_with_the_keyboard(page: BuildPage, build_pages: BuildPages) -> None:
    opened(build_pages, page)
    bench = page.workbench
    assert bench is not None
    bench.header.palette_.click()
    assert not bench.palette_.isVisible()
    bench.board.ways_requested.emit("p3.core")
    assert bench.palette_.isVisible()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert bench.palette_.isAncestorOf(focused)


def test_what_can_be_undone_is_told_as_soon_as_the_bench_is_there(
    page: BuildPage, build_pages: BuildPages
) -> None:
    opened(build_pages, page)
    assert page.workbench is not None
    assert page.session.undo_entry is not None
    assert page.workbench.header.undo.isEnabled()


def test_an_own_answer_to_a_row_is_asked_for(page: BuildPage, build_pages: BuildPages) -> None:
    opened(build_pages, page)
    bench = page.workbench
    assert bench is not None
    bench.board.addition_requested.emit("p3.core")
    assert bench.design.sheet.shows_new


@pytest.mark.parametrize("already", [False, True])
def test_an_element_asked_for_is_shown(
    page: BuildPage, build_pages: BuildPages, monkeypatch: pytest.MonkeyPatch, already: bool
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(DesignEditor, "show_element", lambda _self, one: shown.append(one))
    element = build_pages.services.open_projects().open("own").project.design.elements[0]
    if already:
        opened(build_pages, page)
    page.open_project("own", element.id)
    build_pages.qtbot.waitUntil(lambda: shown == [element.id])
    page.show_workbench()
    assert shown == [element.id]


def test_folded_tabs_take_no_more_room_than_they_need(
    page: BuildPage, build_pages: BuildPages
) -> None:
    opened(build_pages, page)
    bench = page.workbench
    assert bench is not None
    assert bench.tabs.is_folded
    build_pages.qtbot.waitUntil(lambda: bench.tabs.height() == bench.tabs.sizeHint().height())
    bench.tabs.set_folded(False)
    build_pages.qtbot.waitUntil(lambda: bench.tabs.height() > 150)
    bench.tabs.set_folded(True)
    build_pages.qtbot.waitUntil(lambda: bench.tabs.height() == bench.tabs.sizeHint().height())


@pytest.mark.parametrize("way", ["list", "header"])
def test_after_making_a_variant_it_is_told_which_is_open(
    page: BuildPage, build_pages: BuildPages, way: str
) -> None:
    if way == "header":
        opened(build_pages, page)
        assert page.acts is not None
        page.acts.copy_open()
    else:
        page.start.copy_requested.emit("own")
    build_pages.qtbot.waitUntil(lambda: "案Bをつくり、開きました" in last_told(build_pages))
    message = build_pages.told[-1]
    assert "案Aはそのまま残ります" in message.text
    assert message.act_label == "案Aにもどる"
    build_pages.qtbot.waitUntil(
        lambda: page.session.project is not None and page.session.project.variant == "案B"
    )
    page.session.apply(add("窓口"))
    assert message.act is not None
    message.act()
    build_pages.qtbot.waitUntil(
        lambda: page.session.project is not None and page.session.project.id == "own"
    )
    assert names(page.session.project) == ["縁側"]
    kept = [one.variant for one in build_pages.services.open_projects().entries()]
    assert sorted(kept) == ["案A", "案A", "案B"]
