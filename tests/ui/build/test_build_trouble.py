# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The page when projects cannot be read or written."""

import sqlite3

import pytest

from kyosei_desk.domain.errors import StorageError
from kyosei_desk.domain.projects.changed import Changed
from kyosei_desk.domain.projects.changes.projects import new_project
from kyosei_desk.export.project.file import read_project
from kyosei_desk.ui.build.build_page import BuildPage
from kyosei_desk.ui.build.rescue import rescued_files
from kyosei_desk.workspace.project_records import OpenProject
from kyosei_desk.workspace.project_store import ProjectStore
from tests.ui.build.workshop import TOWN, BuildPages, add, names


def begin(build_pages: BuildPages) -> BuildPage:
    """Open a page on a project of its own."""
    page = build_pages.open()
    with build_pages.qtbot.waitSignal(page.session.opened):
        page.session.create(new_project("体制", TOWN, project_id="own"))
    return page


def add_in_vain(build_pages: BuildPages, page: BuildPage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Change the project while the disk is full."""
    path = build_pages.services.data_dir / "workspace.sqlite"

    def fail(
        _store: ProjectStore,
        _project_id: str,
        _position: int,
        _changed: Changed,
        *,
        goes_on: bool = False,
    ) -> OpenProject:
        raise StorageError(path, "No space left on device")

    monkeypatch.setattr(ProjectStore, "commit", fail)
    page.session.apply(add("窓口"))
    build_pages.qtbot.waitUntil(lambda: page.session.unsaved)


def test_one_unreadable_project_does_not_hide_the_others(build_pages: BuildPages) -> None:
    store = build_pages.services.open_projects()
    store.create(new_project("よい", TOWN, project_id="good"))
    store.create(new_project("こわれ", TOWN, project_id="bad"))
    store.close()
    (path,) = build_pages.services.data_dir.rglob("*.sqlite")
    with sqlite3.connect(path) as database:
        database.execute("update project set state='{\"format\": 99}' where id='bad'")
    database.close()
    page = build_pages.open()
    described = {card.accessibleName(): card.accessibleDescription() for card in page.start.cards}
    assert "読めません" in described["うちの町 こわれ（案A）"]
    assert "要素" not in described["うちの町 こわれ（案A）"]
    assert "0 / 17" in described["うちの町 よい（案A）"]
    assert "読めません" not in described["うちの町 よい（案A）"]


def test_a_list_that_cannot_be_read_can_be_tried_again(
    build_pages: BuildPages, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = build_pages.services.data_dir / "workspace.sqlite"

    def fail(_store: ProjectStore) -> None:
        raise StorageError(path, "Input/output error")

    page = build_pages.open(library=False)
    with monkeypatch.context() as broken:
        broken.setattr(ProjectStore, "entries", fail)
        page.set_library(build_pages.corpus)
        build_pages.qtbot.waitUntil(page.waiting.retry.isVisible)
    assert page.places.currentWidget() is page.waiting
    assert str(path) in page.waiting.text.text()
    page.waiting.retry.click()
    build_pages.qtbot.waitUntil(lambda: page.places.currentWidget() is page.start)


def test_what_cannot_be_written_is_not_left(
    build_pages: BuildPages, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = begin(build_pages)
    add_in_vain(build_pages, page, monkeypatch)
    page.show_start()
    assert page.places.currentWidget() is page.workbench
    message = build_pages.told[-1]
    assert message.act is not None
    monkeypatch.undo()
    message.act()
    build_pages.qtbot.waitUntil(lambda: not page.session.unsaved)
    assert names(build_pages.services.open_projects().open("own").project) == ["窓口"]
    page.show_start()
    assert page.places.currentWidget() is page.start


def test_what_cannot_be_written_before_the_window_goes_is_kept_as_a_file(
    build_pages: BuildPages, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = begin(build_pages)
    add_in_vain(build_pages, page, monkeypatch)
    build_pages.close(page)
    (path,) = rescued_files(build_pages.services.data_dir)
    assert names(read_project(path)) == ["窓口"]
    build_pages.told.clear()
    build_pages.open()
    assert str(path) in build_pages.told[0].text


def test_a_project_deleted_elsewhere_can_be_left_and_is_kept_as_a_file(
    build_pages: BuildPages,
) -> None:
    page = begin(build_pages)
    build_pages.services.open_projects().delete("own")
    page.session.apply(add("窓口"))
    build_pages.qtbot.waitUntil(lambda: page.session.unsaved)
    page.show_start()
    assert page.places.currentWidget() is page.start
    assert page.session.project is None
    (path,) = rescued_files(build_pages.services.data_dir)
    assert names(read_project(path)) == ["窓口"]
    assert str(path) in build_pages.told[-1].text
