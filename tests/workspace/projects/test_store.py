# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Projects are kept with all that was done to them."""

import datetime
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from kyosei_desk.domain.errors import ProjectError, ProjectMovedOnError, ProjectProblem
from kyosei_desk.domain.projects.changed import Changed, ChangeKind
from kyosei_desk.domain.projects.model import ProjectStatus
from kyosei_desk.workspace.project_records import HistoryEntry, Opening, OpenProject
from kyosei_desk.workspace.project_store import ProjectStore
from tests.workspace.projects.shelf import Shelf, made, named, project, rename


def names(store: ProjectStore) -> list[str]:
    return [entry.name for entry in store.entries()]


def steps(opened: OpenProject) -> tuple[str | None, str | None]:
    """Return what can be undone and what redone."""
    undo, redo = opened.undo, opened.redo
    return undo.about if undo else None, redo.about if redo else None


def problem(act: Callable[[], object]) -> tuple[ProjectProblem, tuple[str, ...]]:
    with pytest.raises(ProjectError) as caught:
        act()
    return caught.value.problem, caught.value.about


def test_making_a_store_touches_nothing(shelf: Shelf) -> None:
    shelf.store().close()
    assert not shelf.path.parent.exists()


def test_an_empty_store(shelf: Shelf) -> None:
    with shelf.store() as store:
        assert (store.entries(), store.deleted(), store.opening) == ((), (), Opening())


def test_between_two_uses_the_file_stands_alone(shelf: Shelf) -> None:
    shelf.store().create(made())
    assert shelf.files == ["workspace.lock", "workspace.sqlite"]


def test_create_and_open(shelf: Shelf) -> None:
    created = shelf.store().create(made())
    assert created.project == project()
    assert steps(created) == (None, None)
    assert shelf.store().open("a") == created


def test_an_entry_tells_what_the_list_shows(shelf: Shelf) -> None:
    store = shelf.store()
    opened = store.create(made())
    decided = opened.project.model_copy(update={"status": ProjectStatus.DECIDED})
    later = store.commit("a", opened.position, Changed(ChangeKind.STATUS_SET, "", decided))
    (entry,) = shelf.store().entries()
    assert (entry.id, entry.name, entry.variant, entry.town) == (
        "a",
        "まるごと相談",
        "案A",
        "みどり市",
    )
    assert (entry.address, entry.status) == ("projects/a", ProjectStatus.DECIDED)
    assert (entry.made_at, entry.changed_at) == (opened.changed_at, later.changed_at)
    assert entry.changed_at.utcoffset() == datetime.timedelta(0)
    assert entry.deleted_at is None


def test_the_project_changed_last_comes_first(shelf: Shelf) -> None:
    store = shelf.store()
    first = store.create(made("一", "a"))
    store.create(made("二", "b"))
    assert names(store) == ["二", "一"]
    rename(store, first, "一の次")
    assert names(store) == ["一の次", "二"]


def test_a_taken_id_is_refused_or_numbered(shelf: Shelf) -> None:
    store = shelf.store()
    store.create(made("一"))
    store.delete("a")
    assert problem(lambda: store.create(made("二"))) == (ProjectProblem.ID_TAKEN, ("a",))
    assert store.create(made("二"), any_id=True).project == project("二", "a-2")
    assert store.create(made("三"), any_id=True).project.id == "a-3"
    assert store.create(made("四", "b"), any_id=True).project.id == "b"
    assert store.open("a-2").project.name == "二"


def test_undo_and_redo_survive_a_restart(shelf: Shelf) -> None:
    opened = rename(shelf.store(), shelf.store().create(made("一")), "二", "三")
    seen = []
    for _ in range(2):
        opened = shelf.store().undo("a", opened.position)
        seen.append((opened.project.name, *steps(opened)))
    for _ in range(2):
        opened = shelf.store().redo("a", opened.position)
        seen.append((opened.project.name, *steps(opened)))
    assert seen == [
        ("二", "二", "三"),
        ("一", None, "二"),
        ("二", "二", "三"),
        ("三", "三", None),
    ]
    assert opened.project == shelf.store().open("a").project


def test_there_is_an_end_of_undo_and_of_redo(shelf: Shelf) -> None:
    store = shelf.store()
    opened = store.create(made())
    at = opened.position
    assert problem(lambda: store.undo("a", at)) == (ProjectProblem.NOTHING_TO_UNDO, ("a",))
    assert problem(lambda: store.redo("a", at)) == (ProjectProblem.NOTHING_TO_REDO, ("a",))
    assert store.open("a") == opened


def test_a_change_after_undo_ends_redoing(shelf: Shelf) -> None:
    store = shelf.store()
    opened = rename(store, store.create(made("一")), "二", "三")
    opened = rename(store, store.undo("a", opened.position), "四")
    assert steps(opened) == ("四", None)
    assert [entry.about for entry in store.history("a")] == ["四", "二", "一"]


def test_history_tells_what_is_undone(shelf: Shelf) -> None:
    store = shelf.store()
    created = store.create(made("一"))
    opened = rename(store, created, "二", "三")
    at = opened.changed_at
    store.undo("a", opened.position)
    newest, middle, first = store.history("a")
    assert newest == HistoryEntry(2, ChangeKind.NAMED, "三", at, undone=True)
    assert (middle.number, middle.undone) == (1, False)
    assert first == HistoryEntry(0, ChangeKind.CREATED, "一", created.changed_at)


def test_a_change_of_nothing_is_not_kept(shelf: Shelf) -> None:
    store = shelf.store()
    opened = rename(store, store.create(made("一")), "二")
    undone = store.undo("a", opened.position)
    assert store.commit("a", undone.position, named(undone.project, "一")) == undone


def test_a_change_of_another_project_is_refused(shelf: Shelf) -> None:
    store = shelf.store()
    opened = store.create(made())
    other = named(project(project_id="b"), "二")
    found = problem(lambda: store.commit("a", opened.position, other))
    assert found == (ProjectProblem.OTHER_PROJECT, ("a", "b"))


@pytest.mark.parametrize(
    "act",
    [
        lambda store, at: store.commit("a", at, named(project(), "二")),
        lambda store, at: store.undo("a", at),
        lambda store, at: store.redo("a", at),
    ],
    ids=["commit", "undo", "redo"],
)
def test_another_window_has_changed_the_project(
    shelf: Shelf, act: Callable[[ProjectStore, int], object]
) -> None:
    mine, others = shelf.store(), shelf.store()
    opened = rename(mine, mine.create(made("一")), "二", "三")
    opened = mine.undo("a", opened.position)
    changed = rename(others, others.open("a"), "よその名")
    with pytest.raises(ProjectMovedOnError) as caught:
        act(mine, opened.position)
    assert (caught.value.project_id, caught.value.position) == ("a", changed.position)
    assert mine.open("a") == changed


def test_no_two_states_share_a_position(shelf: Shelf) -> None:
    """Undoing and changing anew does not lead back to where another window still is."""
    mine, others = shelf.store(), shelf.store()
    opened = rename(mine, mine.create(made("一")), "二")
    rename(others, others.undo("a", opened.position), "三")
    with pytest.raises(ProjectMovedOnError):
        rename(mine, opened, "四")
    assert names(mine) == ["三"]


def test_revisions(shelf: Shelf) -> None:
    store = shelf.store()
    opened = store.create(made("一"))
    first = store.keep_revision("a", " 第1回  会議 ")
    rename(store, opened, "二")
    second = store.keep_revision("a", "第1回 会議")
    unnamed = store.keep_revision("a", " ")
    kept = shelf.store()
    assert kept.revisions("a") == (unnamed, second, first)
    assert [one.name for one in kept.revisions("a")] == ["版", "第1回 会議 (2)", "第1回 会議"]
    assert [kept.revision("a", number).name for number in (1, 2)] == ["一", "二"]
    assert problem(lambda: kept.revision("a", 4)) == (ProjectProblem.UNKNOWN_REVISION, ("a", "4"))


def test_a_kept_revision_gets_in_no_windows_way(shelf: Shelf) -> None:
    store = shelf.store()
    opened = store.create(made())
    shelf.store().keep_revision("a", "会議")
    assert rename(store, opened, "二").project.name == "二"


def test_the_trash_keeps_everything(shelf: Shelf) -> None:
    store = shelf.store()
    opened = rename(store, store.create(made("一")), "二")
    store.keep_revision("a", "会議")
    before = (store.open("a"), store.history("a"), store.revisions("a"))
    store.create(made("三", "b"))
    store.delete("a")
    store.delete("b")
    first_deleted = store.deleted()[1].deleted_at
    store.delete("a")
    assert [(one.id, one.deleted_at is None) for one in store.deleted()] == [
        ("b", False),
        ("a", False),
    ]
    assert store.deleted()[1].deleted_at == first_deleted
    assert store.entries() == ()
    for act in (
        lambda: store.open("a"),
        lambda: store.undo("a", opened.position),
        lambda: store.keep_revision("a", "会議"),
    ):
        assert problem(act) == (ProjectProblem.IN_TRASH, ("a",))
    store.restore("a")
    store.restore("a")
    assert (store.open("a"), store.history("a"), store.revisions("a")) == before
    assert [entry.id for entry in store.entries()] == ["a"]


@pytest.mark.parametrize(
    "act",
    [
        lambda store: store.open("x"),
        lambda store: store.commit("x", 1, made(project_id="x")),
        lambda store: store.undo("x", 1),
        lambda store: store.redo("x", 1),
        lambda store: store.history("x"),
        lambda store: store.keep_revision("x", "会議"),
        lambda store: store.revisions("x"),
        lambda store: store.revision("x", 1),
        lambda store: store.delete("x"),
        lambda store: store.restore("x"),
    ],
)
def test_an_unknown_project(shelf: Shelf, act: Callable[[ProjectStore], object]) -> None:
    store = shelf.store()
    store.create(made())
    assert problem(lambda: act(store)) == (ProjectProblem.UNKNOWN_PROJECT, ("x",))


def test_a_state_that_makes_no_sense_is_told_and_stays(shelf: Shelf) -> None:
    store = shelf.store()
    store.create(made())
    shelf.sql("UPDATE project SET state = '{}'")
    assert problem(lambda: store.open("a"))[0] is ProjectProblem.UNREADABLE_PROJECT
    assert names(store) == ["まるごと相談"]
    shelf.sql("""UPDATE project SET state = '{"format": 99}'""")
    assert problem(lambda: store.open("a"))[0] is ProjectProblem.NEWER_FORMAT
    shelf.sql("UPDATE change SET kind = 'dreamt'")
    assert problem(lambda: store.history("a"))[0] is ProjectProblem.UNREADABLE_PROJECT


def test_any_thread_may_use_the_store(shelf: Shelf) -> None:
    store = shelf.store()
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda n: store.create(made(f"案{n}", "a"), any_id=True), range(12)))
    assert sorted(names(store)) == sorted(f"案{n}" for n in range(12))
    assert {entry.id for entry in store.entries()} == {"a", *(f"a-{n}" for n in range(2, 13))}


def test_two_stores_that_change_one_project_lose_nothing(shelf: Shelf) -> None:
    shelf.store().create(made("一"))

    def rename_often(store: ProjectStore) -> int:
        done = 0
        while done < 10:
            opened = store.open("a")
            try:
                rename(store, opened, f"{opened.project.name}+")
            except ProjectMovedOnError:
                continue
            done += 1
        return done

    with ThreadPoolExecutor(2) as pool:
        assert sum(pool.map(rename_often, [shelf.store(), shelf.store()])) == 20
    assert names(shelf.store()) == ["一" + "+" * 20]
    assert len(shelf.store().history("a")) == 21
