# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A project that another window deletes while it is open here: nothing is lost."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from kyosei_desk.domain.errors import ProjectProblem, StorageError
from kyosei_desk.domain.projects.changes.projects import new_project
from kyosei_desk.export.project.file import read_project
from kyosei_desk.ui.build.build_page import BuildPage
from kyosei_desk.workspace.project_store import ProjectStore
from tests.ui.build.workshop import TOWN, BuildPages, Workshop, add, names


@pytest.fixture
def store(build_pages: BuildPages) -> ProjectStore:
    """Another window's."""
    return build_pages.services.open_projects()


@pytest.fixture
def page(build_pages: BuildPages, store: ProjectStore) -> BuildPage:
    """A page on a project that another window has deleted; 窓口 was added since."""
    made = build_pages.open()
    with build_pages.qtbot.waitSignal(made.session.opened):
        made.session.create(new_project("体制", TOWN, project_id="own"))
    made.session.apply(add("縁側"))
    build_pages.qtbot.waitUntil(lambda: not made.session.busy)
    store.delete("own")
    made.session.apply(add("窓口"))
    build_pages.qtbot.waitUntil(lambda: bool(made.gone.text))
    return made


def forget(path: Path) -> None:
    """Take the project out of the database behind everybody's back."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("DELETE FROM change")
        connection.execute("DELETE FROM project")


def test_it_is_told_by_name_with_where_it_is(page: BuildPage, build_pages: BuildPages) -> None:
    assert page.gone.isVisible()
    assert page.gone.text.startswith("「うちの町 体制（案A）」は、ほかの画面で消され、ごみ箱に")
    assert build_pages.told == []
    page.session.apply(add("会議"))
    build_pages.qtbot.waitUntil(lambda: not page.session.busy)
    assert build_pages.told == []
    assert names(page.session.project) == ["縁側", "窓口", "会議"]


def test_it_goes_on_where_it_was(
    page: BuildPage, build_pages: BuildPages, store: ProjectStore
) -> None:
    page.session.apply(add("会議"))
    page.gone.back.click()
    build_pages.qtbot.waitUntil(lambda: not page.session.busy)
    assert page.gone.text == ""
    expected = ["縁側", "窓口", "会議"]
    assert names(store.open("own").project) == names(page.session.project) == expected
    assert "「うちの町 体制（案A）」を" in build_pages.told[-1].text
    page.session.apply(add("広場"))
    page.session.undo()
    page.session.undo()
    build_pages.qtbot.waitUntil(lambda: not page.session.busy)
    assert names(store.open("own").project) == names(page.session.project) == ["縁側"]


def test_it_can_be_taken_out_as_it_is_shown(
    page: BuildPage, build_pages: BuildPages, tmp_path: Path
) -> None:
    page.gone.file.click()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    target = tmp_path / "案.json"
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    build_pages.qtbot.waitUntil(lambda: bool(build_pages.told))
    assert names(read_project(target)) == ["縁側", "窓口"]


def test_what_was_changed_there_before_is_not_written_over(
    build_pages: BuildPages, store: ProjectStore
) -> None:
    page = build_pages.open()
    with build_pages.qtbot.waitSignal(page.session.opened):
        page.session.create(new_project("体制", TOWN, project_id="own"))
    opened = store.open("own")
    store.commit("own", opened.position, add("むこう")(opened.project))
    store.delete("own")
    page.session.apply(add("窓口"))
    build_pages.qtbot.waitUntil(lambda: bool(page.gone.text))
    page.gone.back.click()
    build_pages.qtbot.waitUntil(lambda: page.gone.text == "")
    project = page.session.project
    assert project is not None
    assert (project.variant, names(project)) == ("案B", ["窓口"])
    assert names(store.open("own").project) == ["むこう"]
    assert names(store.open(project.id).project) == ["窓口"]
    assert "「うちの町 体制（案B）」として残しました" in build_pages.told[-1].text


def test_one_that_is_nowhere_is_kept_anew(
    build_pages: BuildPages, page: BuildPage, store: ProjectStore
) -> None:
    page.gone.back.click()
    build_pages.qtbot.waitUntil(lambda: not page.session.busy)
    forget(build_pages.services.data_dir / "workspace.sqlite")
    page.session.apply(add("会議"))
    build_pages.qtbot.waitUntil(lambda: bool(page.gone.text))
    assert "見つかりません" in page.gone.text
    assert "もう一度保存" in page.gone.back.text()
    page.gone.back.click()
    build_pages.qtbot.waitUntil(lambda: not page.session.busy)
    assert names(store.open("own").project) == ["縁側", "窓口", "会議"]
    assert page.gone.text == ""


def test_what_cannot_be_brought_back_now_can_be_later(
    page: BuildPage, build_pages: BuildPages, monkeypatch: pytest.MonkeyPatch, store: ProjectStore
) -> None:
    def fail(_store: ProjectStore, _project_id: str) -> None:
        raise StorageError(Path("workspace.sqlite"), "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(ProjectStore, "restore", fail)
        page.gone.back.click()
        build_pages.qtbot.waitUntil(lambda: not page.session.busy)
    assert page.gone.text
    assert names(page.session.project) == ["縁側", "窓口"]
    page.gone.back.click()
    build_pages.qtbot.waitUntil(lambda: page.gone.text == "")
    assert names(store.open("own").project) == ["縁側", "窓口"]


def test_leaving_it_keeps_a_file_and_hides_the_notice(
    page: BuildPage, build_pages: BuildPages
) -> None:
    page.show_start()
    assert page.gone.text == ""
    assert "に残してあります" in build_pages.told[-1].text


def test_an_undo_in_vain_tells_it_too(workshop: Workshop) -> None:
    workshop.begin("縁側")
    ProjectStore(workshop.path).delete("own")
    workshop.session.undo()
    workshop.settle()
    assert workshop.session.gone is ProjectProblem.IN_TRASH
    assert not workshop.session.unsaved
    workshop.session.bring_back()
    workshop.settle()
    assert workshop.session.gone is None
    assert names(workshop.session.project) == workshop.kept == ["縁側"]


def test_another_project_that_is_gone_does_not_make_this_one_so(workshop: Workshop) -> None:
    workshop.begin("縁側")
    store = ProjectStore(workshop.path)
    store.create(new_project("べつ", TOWN, project_id="other"))
    store.delete("other")
    workshop.session.open("other")
    workshop.settle()
    assert workshop.session.gone is None
    assert len(workshop.heard.failures) == 1
