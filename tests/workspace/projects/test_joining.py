# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What is typed without a pause is one change to take back, and always kept at once."""

import datetime
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kyosei_desk.domain.errors import ProjectMovedOnError
from kyosei_desk.domain.projects.changed import Changed, ChangeKind
from kyosei_desk.domain.projects.changes.answers import answer
from kyosei_desk.domain.projects.changes.elements import (
    ElementDraft,
    add_element,
    rename_element,
)
from kyosei_desk.domain.projects.changes.projects import rename as named_anew
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.workspace.project_records import OpenProject
from kyosei_desk.workspace.project_store import ProjectStore
from tests.workspace.projects.killing import dies_before_statement
from tests.workspace.projects.shelf import SECOND, Clock, Shelf, made

START = datetime.datetime(2026, 11, 23, 9, 0, tzinfo=datetime.UTC)


def type_name(store: ProjectStore, opened: OpenProject, *names: str) -> OpenProject:
    """Give a project names as they grow while one types."""
    for name in names:
        opened = store.commit("a", opened.position, _name(opened.project, name), goes_on=True)
    return opened


def type_variant(store: ProjectStore, opened: OpenProject, *variants: str) -> OpenProject:
    for variant in variants:
        changed = named_anew(opened.project, opened.project.name, variant)
        opened = store.commit("a", opened.position, changed, goes_on=True)
    return opened


def _name(project: ModelProject, name: str) -> Changed:
    return named_anew(project, name, project.variant)


def abouts(store: ProjectStore) -> list[str]:
    return [entry.about for entry in store.history("a")][:-1]


def test_what_is_typed_without_a_pause_is_taken_back_at_once(shelf: Shelf) -> None:
    store = shelf.store()
    began = store.create(made("一"))
    opened = type_name(store, began, "ま", "まる", "まるごと")
    assert len(abouts(store)) == 1
    assert store.open("a") == shelf.store().open("a") == opened
    assert opened.position == began.position + 3
    undone = store.undo("a", opened.position)
    assert undone.project == began.project
    assert undone.undo is None
    redone = store.redo("a", undone.position)
    assert redone.project == opened.project


def test_it_is_told_by_how_it_ended(shelf: Shelf) -> None:
    store = shelf.store()
    opened = type_name(store, store.create(made("一")), "ま", "まるごと")
    assert opened.undo is not None
    assert "まるごと" in opened.undo.about


def test_every_field_is_a_change_of_its_own(shelf: Shelf) -> None:
    store = shelf.store()
    opened = type_name(store, store.create(made("一")), "ま", "まる")
    opened = type_variant(store, opened, "あ", "あん")
    opened = type_name(store, opened, "まるご", "まるごと")
    seen = []
    while opened.undo:
        opened = store.undo("a", opened.position)
        seen.append((opened.project.name, opened.project.variant))
    assert seen == [("まる", "あん"), ("まる", "案A"), ("一", "案A")]


def test_after_a_pause_it_is_another_change(shelf: Shelf) -> None:
    store = shelf.store()
    opened = type_name(store, store.create(made("一")), "ま")
    shelf.clock.now += 5 * SECOND
    opened = type_name(store, opened, "まる")
    assert len(abouts(store)) == 2


def test_a_long_text_is_taken_back_in_parts(shelf: Shelf) -> None:
    store = shelf.store()
    opened = type_name(store, store.create(made("一")), *("あ" * n for n in range(1, 62)))
    assert len(abouts(store)) == 2
    assert store.undo("a", opened.position).project.name == "あ" * 31


def test_a_clock_put_back_begins_anew(shelf: Shelf) -> None:
    store = shelf.store()
    opened = type_name(store, store.create(made("一")), "ま")
    shelf.clock.now -= 100 * SECOND
    type_name(store, opened, "まる")
    assert len(abouts(store)) == 2


def test_typed_back_to_where_it_was_both_can_be_taken_back(shelf: Shelf) -> None:
    store = shelf.store()
    opened = type_name(store, store.create(made("一")), "一二", "一")
    assert opened.project.name == "一"
    assert len(abouts(store)) == 2
    assert store.undo("a", opened.position).project.name == "一二"


@pytest.mark.parametrize("act", ["undo", "redo"])
def test_after_undo_and_redo_typing_begins_anew(shelf: Shelf, act: str) -> None:
    """Even where a window says that it goes on."""
    store = shelf.store()
    opened = type_name(store, store.create(made("一")), "ま")
    opened = type_variant(store, opened, "あ")
    opened = store.undo("a", opened.position)
    if act == "redo":
        opened = store.redo("a", opened.position)
        opened = type_name(store, opened, "まる")
        assert len(abouts(store)) == 3
    else:
        opened = type_name(store, opened, "まる")
        assert len(abouts(store)) == 2
        assert opened.redo is None
    assert store.undo("a", opened.position).project.name == "ま"


def test_another_window_is_noticed_and_nothing_is_joined(shelf: Shelf) -> None:
    mine, others = shelf.store(), shelf.store()
    opened = type_name(mine, mine.create(made("一")), "ま")
    there = others.open("a")
    theirs = others.commit("a", there.position, _name(there.project, "むこう"))
    with pytest.raises(ProjectMovedOnError):
        type_name(mine, opened, "まる")
    assert mine.open("a") == theirs
    assert len(abouts(mine)) == 2


def test_cut_off_at_any_statement_what_was_there_stays(shelf: Shelf) -> None:
    store = shelf.store()
    opened = type_name(store, store.create(made("一")), "ま", "まる")
    history, number = store.history("a"), 1
    while dies_before_statement(shelf.path, number, goes_on=True):
        assert (shelf.store().open("a"), shelf.store().history("a")) == (opened, history)
        number += 1
    assert number > 4
    after = shelf.store()
    typed = after.open("a")
    assert typed.project.name == "まると"
    assert after.undo("a", typed.position).project.name == "一"


def test_what_was_added_is_named_while_one_types(shelf: Shelf) -> None:
    """Kinds differ: it is one thing to take back all the same, called adding."""
    store = shelf.store()
    opened = began = store.create(made("一"))
    for words in ("ま", "まど", "まどぐち"):
        elements = opened.project.design.elements
        changed = (
            rename_element(opened.project, elements[-1].id, words)
            if elements
            else add_element(opened.project, ElementDraft(name=words))
        )
        opened = store.commit("a", opened.position, changed, goes_on=True)
    assert [element.name for element in opened.project.design.elements] == ["まどぐち"]
    assert opened.undo is not None
    assert (opened.undo.kind, opened.undo.about) == (ChangeKind.ELEMENT_ADDED, "まどぐち")
    assert store.undo("a", opened.position).project == began.project


def test_an_answer_is_one_however_long_it_took_to_write(shelf: Shelf) -> None:
    store = shelf.store()
    opened = began = store.create(made("一"))
    for words in ("あ", "あい", "あいう"):
        shelf.clock.now += 60 * SECOND
        changed = answer(opened.project, "hub", words, "集まる場所")
        opened = store.commit("a", opened.position, changed, goes_on=True)
    with_place = add_element(opened.project, ElementDraft(name="縁側")).project
    whole = Changed(ChangeKind.ANSWERED, "集まる場所", with_place)
    opened = store.commit("a", opened.position, whole, goes_on=True)
    assert len(abouts(store)) == 1
    assert store.undo("a", opened.position).project == began.project
    again = store.redo("a", store.open("a").position)
    other = answer(again.project, "place", "え", "受け止める窓口")
    opened = store.commit("a", again.position, other, goes_on=True)
    assert len(abouts(store)) == 2


STEPS = ("name", "variant", "undo", "redo", "pause", "restart")


@settings(max_examples=40)
@given(st.lists(st.sampled_from(STEPS), max_size=24))
def test_any_typing_and_undoing_leads_back_and_forth(
    tmp_path_factory: pytest.TempPathFactory, steps: list[str]
) -> None:
    """Each step back changes one field, to where it stood when its typing began."""
    clock = Clock(START)
    path = tmp_path_factory.mktemp("data") / "workspace.sqlite"
    store = ProjectStore(path, clock)
    opened = store.create(made("0"))
    types: dict[str, Callable[[ProjectStore, OpenProject, str], OpenProject]] = {
        "name": type_name,
        "variant": type_variant,
    }
    seen = [opened.project]
    for number, step in enumerate(steps, 1):
        if step in types:
            opened = types[step](store, opened, str(number))
        elif step == "undo" and opened.undo:
            opened = store.undo("a", opened.position)
        elif step == "redo" and opened.redo:
            opened = store.redo("a", opened.position)
        elif step == "pause":
            clock.now += 6 * SECOND
        elif step == "restart":
            store = ProjectStore(path, clock)
        assert store.open("a") == opened
        seen.append(opened.project)
    back = [opened.project]
    while opened.undo:
        opened = store.undo("a", opened.position)
        before, after = opened.project, back[-1]
        assert before in seen
        assert (before.name == after.name) != (before.variant == after.variant)
        back.append(opened.project)
    assert back[-1] == made("0").project
    for expected in back[-2::-1]:
        opened = store.redo("a", opened.position)
        assert opened.project == expected
