# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The projects that are kept, as columns; and what is remembered of such a column."""

from pathlib import Path

import pytest

from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.projects.changes.projects import new_project
from kyosei_desk.domain.projects.changes.town import set_town
from kyosei_desk.domain.projects.compared import compared_project
from kyosei_desk.domain.projects.model import OwnTown
from kyosei_desk.workspace.column_marks import ColumnPart, column_changes, kept_column
from kyosei_desk.workspace.own_designs import own_designs
from kyosei_desk.workspace.project_store import ProjectStore
from tests.domain.samples import NABARI

TODAY, TOMORROW = PartialDate(2026, 11, 23), PartialDate(2026, 11, 24)
TOWNS = {NABARI.code: NABARI}
TOWN = OwnTown(name="名張市", code=NABARI.code, population=60000)


@pytest.fixture
def store(tmp_path: Path) -> ProjectStore:
    made = ProjectStore(tmp_path / "workspace.sqlite")
    for own_id in ("one", "two", "three"):
        made.create(new_project("案", TOWN, project_id=own_id))
    return made


def test_every_project_is_a_column_with_its_town(store: ProjectStore) -> None:
    found = own_designs(store, TOWNS, TODAY)
    assert [design.id for design in found] == ["projects/three", "projects/two", "projects/one"]
    assert {design.municipality for design in found} == {NABARI}
    assert all(design.is_own for design in found)


def test_one_in_the_trash_is_none(store: ProjectStore) -> None:
    store.delete("two")
    found = own_designs(store, TOWNS, TODAY)
    assert [design.id for design in found] == ["projects/three", "projects/one"]


def test_one_thrown_away_meanwhile_is_left_out(
    store: ProjectStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    entries = store.entries()
    store.delete("two")
    monkeypatch.setattr(store, "entries", lambda: entries)
    assert len(own_designs(store, TOWNS, TODAY)) == 2


def test_another_day_is_no_change_of_a_column() -> None:
    project = new_project("案", TOWN).project
    before, after = (compared_project(project, TOWNS, day) for day in (TODAY, TOMORROW))
    assert before != after
    assert column_changes([kept_column(before)], {after.id: kept_column(after)}) == ()


def test_other_figures_are_a_change_of_a_column() -> None:
    project = new_project("案", TOWN).project
    other = set_town(project, TOWN.model_copy(update={"population": 61000})).project
    before, after = (compared_project(one, TOWNS, TODAY) for one in (project, other))
    [change] = column_changes([kept_column(before)], {after.id: kept_column(after)})
    assert change.parts == (ColumnPart.FIGURES,)


def test_looking_for_columns_makes_no_files(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    assert own_designs(ProjectStore(folder / "workspace.sqlite"), TOWNS, TODAY) == ()
    assert not folder.exists()


def test_the_columns_of_a_lost_file_are_those_of_its_backup(
    store: ProjectStore, tmp_path: Path
) -> None:
    path = tmp_path / "workspace.sqlite"
    assert ProjectStore(path).opening.backup is not None
    path.unlink()
    assert len(own_designs(ProjectStore(path), TOWNS, TODAY)) == 3
