# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Reading, drawing and writing that fails, or is cut short by closing."""

import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel

from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.domain.errors import StorageError
from kyosei_desk.domain.projects.changes.projects import new_project
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.export.project.file import read_project
from kyosei_desk.services import Services
from kyosei_desk.ui.build import project_files
from kyosei_desk.ui.build.build_page import PROJECT_KEY, BuildPage
from kyosei_desk.ui.build.design import drafting
from kyosei_desk.ui.build.library import BuildLibrary
from kyosei_desk.ui.build.revisions.revisions_dialog import RevisionsDialog
from kyosei_desk.ui.main_window import MainWindow
from kyosei_desk.ui.messages import Message
from kyosei_desk.ui.navigation import PageId
from kyosei_desk.workspace import own_designs
from kyosei_desk.workspace.project_records import ProjectEntry, Revision
from kyosei_desk.workspace.project_store import ProjectStore
from tests.ui.build.lower import Stage
from tests.ui.build.workshop import TOWN, BuildPages, Workshop, add, names
from tests.ui.desk import Desk

BROKEN = StorageError(Path("workspace.sqlite"), "Input/output error")


# くらべる


@pytest.fixture
def window(desk: Desk) -> MainWindow:
    """A window on a project, with the page that would compare it."""
    store = ProjectStore(desk.folder / "workspace.sqlite")
    store.create(new_project("体制", TOWN, project_id="own"))
    opened = desk.open_ready()
    opened.pages.open_address("projects/own")
    page = building(opened)
    desk.qtbot.waitUntil(lambda: page.workbench is not None)
    return opened


def building(window: MainWindow) -> BuildPage:
    page = window.pages.page(PageId.BUILD)
    assert isinstance(page, BuildPage)
    return page


def shown(window: MainWindow) -> Message:
    message = window.frame.messages.current
    assert message is not None
    return message


def compare(window: MainWindow) -> None:
    bench = building(window).workbench
    assert bench is not None
    bench.header.compare.click()


def test_a_comparison_that_could_not_be_read_can_be_tried_again(
    desk: Desk, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_of: object) -> tuple[ComparedDesign, ...]:
        raise BROKEN

    with monkeypatch.context() as broken:
        broken.setattr(own_designs, "own_designs", fail)
        compare(window)
        desk.qtbot.waitUntil(lambda: window.frame.messages.current is not None)
    assert window.pages.current is PageId.BUILD
    message = shown(window)
    assert message.act_label == "もう一度"
    assert message.act is not None
    message.act()
    desk.qtbot.waitUntil(lambda: window.pages.current is PageId.COMPARE)


def test_after_one_that_failed_nobody_is_led_away(
    desk: Desk, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """くらべる asks for the own designs itself; that does not take up what failed."""

    def fail(*_of: object) -> tuple[ComparedDesign, ...]:
        raise BROKEN

    with monkeypatch.context() as broken:
        broken.setattr(own_designs, "own_designs", fail)
        compare(window)
        desk.qtbot.waitUntil(lambda: window.frame.messages.current is not None)
    window.pages.open(PageId.COMPARE)
    window.pages.open(PageId.BUILD)
    desk.qtbot.wait(300)
    assert window.pages.current is PageId.BUILD


# Closing


def test_closing_before_the_list_is_read_forgets_nothing(build_pages: BuildPages) -> None:
    build_pages.services.open_projects().create(new_project("体制", TOWN, project_id="own"))
    build_pages.services.settings.remember_window({PROJECT_KEY: "own"})
    page = build_pages.open(library=False)
    assert page.state() == {PROJECT_KEY: "own"}
    page.set_library(build_pages.corpus)
    assert page.session.project is None
    assert page.state() == {PROJECT_KEY: "own"}
    build_pages.close(page)
    again = build_pages.open()
    build_pages.qtbot.waitUntil(lambda: again.session.project is not None)


def test_closing_while_the_project_is_opened_remembers_it(
    build_pages: BuildPages, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_pages.services.open_projects().create(new_project("体制", TOWN, project_id="own"))
    page = build_pages.open()
    page.open_project("own")
    assert page.session.project is None
    assert page.state() == {PROJECT_KEY: "own"}
    build_pages.qtbot.waitUntil(lambda: page.session.project is not None)
    page.show_start()
    assert page.state() == {PROJECT_KEY: ""}


def test_one_that_could_not_be_opened_is_not_remembered(build_pages: BuildPages) -> None:
    page = build_pages.open()
    page.open_project("nowhere")
    build_pages.qtbot.waitUntil(lambda: bool(build_pages.told))
    assert page.state() == {PROJECT_KEY: ""}


def test_a_list_read_while_it_closes_is_no_trouble(
    build_pages: BuildPages, monkeypatch: pytest.MonkeyPatch
) -> None:
    entered, go_on = threading.Event(), threading.Event()
    real = ProjectStore.entries

    def slowly(store: ProjectStore) -> tuple[ProjectEntry, ...]:
        entered.set()
        go_on.wait(5)
        return real(store)

    build_pages.services.open_projects().create(new_project("体制", TOWN, project_id="own"))
    build_pages.services.settings.remember_window({PROJECT_KEY: "own"})
    page = build_pages.open(library=False)
    monkeypatch.setattr(ProjectStore, "entries", slowly)
    page.set_library(build_pages.corpus)
    assert entered.wait(5)
    threading.Timer(0.05, go_on.set).start()
    build_pages.close(page)
    assert page.session.project is None
    assert build_pages.told == []


def test_what_is_being_written_out_is_written_before_the_end(
    build_pages: BuildPages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = build_pages.open()
    with build_pages.qtbot.waitSignal(page.session.opened):
        page.session.create(new_project("体制", TOWN, project_id="own"))
    page.session.apply(add("縁側"))
    entered, go_on = threading.Event(), threading.Event()
    real = project_files.write_file

    def slowly(
        services: Services, library: BuildLibrary, project: ModelProject, path: Path, suffix: str
    ) -> None:
        entered.set()
        go_on.wait(5)
        real(services, library, project, path, suffix)

    monkeypatch.setattr(project_files, "write_file", slowly)
    assert page.acts is not None
    targets = [tmp_path / "一.json", tmp_path / "二.json"]
    for target in targets:
        page.acts.take_out("json")
        dialog = next(one for one in page.findChildren(QFileDialog) if one.isVisible())
        dialog.fileSelected.emit(str(target))
        dialog.reject()
    assert entered.wait(5)
    threading.Timer(0.05, go_on.set).start()
    build_pages.close(page)
    assert [names(read_project(target)) for target in targets] == [["縁側"], ["縁側"]]


# The diagram


def test_a_layout_that_fails_is_told_and_the_diagram_goes_on(
    build_pages: BuildPages, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    page = build_pages.open()
    with build_pages.qtbot.waitSignal(page.session.opened):
        page.session.create(new_project("体制", TOWN, project_id="own"))
    page.session.apply(add("縁側"))
    assert page.workbench is not None
    editor = page.workbench.design
    build_pages.qtbot.waitUntil(lambda: not editor.drafting.busy)
    assert not caplog.records

    def fail(*_of: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as broken:
        broken.setattr(drafting, "draw_design", fail)
        page.session.apply(add("窓口"))
        build_pages.qtbot.waitUntil(lambda: bool(build_pages.told))
    assert "ZeroDivisionError" in caplog.text
    caplog.clear()
    message = build_pages.told[-1]
    assert message.text.startswith("しくみ図を並べなおせませんでした。")
    drawn = editor.view.drawn
    assert drawn is not None
    assert drawn.sketched
    assert {spot.card.words.partition("（")[0] for spot in editor.view.sheet.spots} == {
        "縁側",
        "窓口",
    }
    assert message.act is not None
    message.act()
    build_pages.qtbot.waitUntil(lambda: editor.view.drawn is not drawn)
    build_pages.qtbot.waitUntil(lambda: not editor.drafting.busy)
    assert editor.view.drawn is not None
    assert not editor.view.drawn.sketched


def test_a_first_layout_that_fails_shows_no_other_projects_diagram(
    build_pages: BuildPages, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    store = build_pages.services.open_projects()
    for project_id, name in (("one", "縁側"), ("two", "窓口")):
        opened = store.create(new_project("体制", TOWN, project_id=project_id))
        store.commit(project_id, opened.position, add(name)(opened.project))
    page = build_pages.open()
    page.open_project("one")
    build_pages.qtbot.waitUntil(lambda: page.workbench is not None)
    assert page.workbench is not None
    editor = page.workbench.design
    build_pages.qtbot.waitUntil(lambda: editor.view.drawn is not None)

    def fail(*_of: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as broken:
        broken.setattr(drafting, "draw_design", fail)
        page.open_project("two")
        build_pages.qtbot.waitUntil(lambda: bool(build_pages.told))
    caplog.clear()
    assert build_pages.told[-1].text.startswith("しくみ図を描けませんでした。一覧では")
    assert editor.view.drawn is None
    assert editor.model.rowCount() > 0


# The revisions


class Revisions(Stage):
    """The dialog of revisions over a project."""

    def open(self) -> RevisionsDialog:
        workshop = self.workshop
        made = RevisionsDialog(
            workshop.theme, workshop.session, workshop.past, workshop.library, self
        )
        made.finished.connect(made.deleteLater)
        made.open()
        return made


@pytest.fixture
def stage(workshop: Workshop) -> Revisions:
    workshop.begin("窓口")
    made = Revisions(workshop)
    made.show()
    return made


def broken(*_of: object) -> None:
    raise BROKEN


def test_revisions_that_cannot_be_listed_are_told_and_tried_again(
    stage: Revisions, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop.store.keep_revision("own", "第1回")
    with monkeypatch.context() as fault:
        fault.setattr(ProjectStore, "revisions", broken)
        dialog = stage.open()
        workshop.qtbot.waitUntil(lambda: bool(dialog.failure.text))
    assert dialog.failure.isVisible()
    # Nobody knows whether there are none.
    said = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert not any("まだ版を残していません" in words for words in said)
    dialog.failure.retry.click()
    workshop.qtbot.waitUntil(lambda: dialog.chosen is not None)
    assert dialog.failure.text == ""


def test_a_revision_that_cannot_be_read_is_not_said_to_be_read(
    stage: Revisions, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop.store.keep_revision("own", "第1回")
    with monkeypatch.context() as fault:
        fault.setattr(ProjectStore, "revision", broken)
        dialog = stage.open()
        workshop.qtbot.waitUntil(lambda: bool(dialog.failure.text))
        assert dialog.differences.text == "読めませんでした。"
        assert not dialog.back.isEnabled()
    dialog.failure.retry.click()
    workshop.qtbot.waitUntil(lambda: "ちがいはありません" in dialog.differences.text)
    assert dialog.failure.text == ""
    assert dialog.back.isEnabled()


def test_a_revision_that_cannot_be_kept_leaves_its_name_in_the_field(
    stage: Revisions, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = stage.open()
    with monkeypatch.context() as fault:
        fault.setattr(ProjectStore, "keep_revision", broken)
        dialog.name.setText("第1回")
        dialog.keep.click()
        workshop.qtbot.waitUntil(lambda: bool(dialog.failure.text))
    assert dialog.failure.isVisible()
    assert dialog.name.text() == "第1回"
    dialog.keep.click()
    workshop.qtbot.waitUntil(lambda: dialog.chosen is not None)
    assert dialog.failure.text == ""


def test_a_dialog_closed_while_it_reads_is_no_trouble(
    stage: Revisions, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop.store.keep_revision("own", "第1回")
    entered, go_on = threading.Event(), threading.Event()
    real = ProjectStore.revision

    def slowly(store: ProjectStore, project_id: str, number: int) -> ModelProject:
        entered.set()
        go_on.wait(5)
        return real(store, project_id, number)

    monkeypatch.setattr(ProjectStore, "revision", slowly)
    dialog = stage.open()
    workshop.qtbot.waitUntil(entered.is_set)
    with workshop.qtbot.waitSignal(dialog.destroyed):
        dialog.reject()
    with workshop.qtbot.waitSignal(workshop.past.revision_read):
        go_on.set()
    assert workshop.heard.failures == []


def test_a_dialog_closed_while_it_lists_is_no_trouble(
    stage: Revisions, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()
    real = ProjectStore.revisions

    def slowly(store: ProjectStore, project_id: str) -> tuple[Revision, ...]:
        go_on.wait(5)
        return real(store, project_id)

    monkeypatch.setattr(ProjectStore, "revisions", slowly)
    dialog = stage.open()
    with workshop.qtbot.waitSignal(dialog.destroyed):
        dialog.reject()
    with workshop.qtbot.waitSignal(workshop.past.revisions_listed):
        go_on.set()


def test_what_the_dialog_says_is_not_said_again_below_it(
    build_pages: BuildPages, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = build_pages.open()
    with build_pages.qtbot.waitSignal(page.session.opened):
        page.session.create(new_project("体制", TOWN, project_id="own"))
    assert page.workbench is not None
    monkeypatch.setattr(ProjectStore, "revisions", broken)
    dialog = page.workbench.open_revisions()
    build_pages.qtbot.waitUntil(lambda: bool(dialog.failure.text))
    assert build_pages.told == []
    dialog.reject()
    page.past.list_revisions()
    build_pages.qtbot.waitUntil(lambda: bool(build_pages.told))
