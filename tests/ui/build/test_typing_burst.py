# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Steady typing in one field is one thing to take back, whatever happens in between."""

from PySide6.QtTest import QTest

from kyosei_desk.domain.errors import StorageError
from kyosei_desk.domain.projects.changed import Changed
from kyosei_desk.domain.projects.changes.projects import rename
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.domain.projects.plausibility import TownField
from kyosei_desk.ui.build.town_form import TownForm
from kyosei_desk.workspace.project_store import ProjectStore
from tests.ui.build.workshop import Workshop, add, names


class Naming:
    """Gives the project a name."""

    def __init__(self, name: str):
        self._name = name

    def __call__(self, project: ModelProject) -> Changed:
        return rename(project, self._name, project.variant)


def type_on(workshop: Workshop, *names: str) -> None:
    for name in names:
        assert workshop.session.apply(Naming(name))


def undone_to(workshop: Workshop) -> str:
    workshop.session.undo()
    workshop.settle()
    assert workshop.session.project is not None
    return workshop.session.project.name


def test_one_undo_takes_it_all_back(workshop: Workshop) -> None:
    began = workshop.begin()
    type_on(workshop, "ま", "まる", "まるごと")
    workshop.settle()
    assert ProjectStore(workshop.path).open("own").project.name == "まるごと"
    assert undone_to(workshop) == began.name
    assert workshop.session.undo_entry is None


def test_each_of_it_is_kept_at_once(workshop: Workshop) -> None:
    workshop.begin()
    for name in ("ま", "まる", "まるごと"):
        type_on(workshop, name)
        workshop.settle()
        assert ProjectStore(workshop.path).open("own").project.name == name


def test_another_change_parts_it(workshop: Workshop) -> None:
    workshop.begin()
    type_on(workshop, "ま", "まる")
    workshop.session.apply(add("縁側"))
    type_on(workshop, "まるご", "まるごと")
    workshop.settle()
    assert undone_to(workshop) == "まる"
    assert names(workshop.session.project) == ["縁側"]


def test_undo_and_redo_part_it(workshop: Workshop) -> None:
    workshop.begin()
    type_on(workshop, "ま", "まる")
    workshop.session.undo()
    workshop.session.redo()
    type_on(workshop, "まるご", "まるごと")
    workshop.settle()
    assert undone_to(workshop) == "まる"


def test_what_could_not_be_written_joins_nothing(workshop: Workshop) -> None:
    """The commit after a failure holds more than one change."""
    workshop.begin()
    type_on(workshop, "ま")
    workshop.settle()
    workshop.store.failing = StorageError(workshop.path, "full")
    workshop.session.apply(add("縁側"))
    workshop.settle()
    workshop.store.failing = None
    type_on(workshop, "まる")
    workshop.settle()
    assert ProjectStore(workshop.path).open("own").project.name == "まる"
    assert undone_to(workshop) == "ま"
    assert names(workshop.session.project) == []


def test_another_window_parts_it(workshop: Workshop) -> None:
    workshop.begin()
    type_on(workshop, "ま")
    workshop.settle()
    store = ProjectStore(workshop.path)
    opened = store.open("own")
    store.commit("own", opened.position, Naming("むこう")(opened.project))
    type_on(workshop, "まる")
    workshop.settle()
    type_on(workshop, "まるごと")
    workshop.settle()
    assert undone_to(workshop) == "むこう"


def test_a_figure_typed_slowly_is_one_thing_to_take_back(workshop: Workshop) -> None:
    workshop.begin()
    form = TownForm(workshop.theme, workshop.session, workshop.library)
    workshop.qtbot.addWidget(form)
    form.edit()
    field = form.figures[TownField.AREA]
    for key in "48.2":
        QTest.keyClicks(field.edit, key)
        field.text.flush()
        workshop.settle()
    project = workshop.session.project
    assert project is not None
    assert project.town.area_km2 == 48.2
    undone_to(workshop)
    project = workshop.session.project
    assert project is not None
    assert project.town.area_km2 is None
