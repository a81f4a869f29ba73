# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
import pytest

from kyosei_desk.domain.errors import ProjectError, StorageError
from kyosei_desk.domain.projects.changed import Changed, ChangeKind
from kyosei_desk.domain.projects.changes.elements import remove_element
from kyosei_desk.domain.projects.changes.projects import new_project
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.workspace.project_store import ProjectStore
from tests.ui.build.workshop import TOWN, Workshop, add, names


def test_a_change_is_shown_at_once_and_kept_behind(workshop: Workshop) -> None:
    workshop.begin()
    assert workshop.session.apply(add("縁側"))
    assert names(workshop.session.project) == ["縁側"]
    assert names(workshop.heard.projects[-1]) == ["縁側"]
    workshop.settle()
    assert workshop.kept == ["縁側"]
    assert workshop.heard.saved


def test_changes_follow_one_another_without_waiting(workshop: Workshop) -> None:
    workshop.begin()
    for number in range(20):
        assert workshop.session.apply(add(f"場{number}"))
    workshop.settle()
    assert workshop.kept == [f"場{number}" for number in range(20)]
    assert workshop.heard.failures == []


def test_what_cannot_be_is_told_and_changes_nothing(workshop: Workshop) -> None:
    before = workshop.begin("縁側")
    assert not workshop.session.apply(lambda project: remove_element(project, "nowhere"))
    assert workshop.session.project is before
    assert isinstance(workshop.heard.failures[-1], ProjectError)


def test_the_same_again_is_no_change(workshop: Workshop) -> None:
    workshop.begin("縁側")
    shown = len(workshop.heard.projects)

    def same(project: ModelProject) -> Changed:
        return Changed(ChangeKind.NAMED, "", project)

    assert workshop.session.apply(same)
    assert not workshop.session.busy
    assert len(workshop.heard.projects) == shown


def test_undo_and_redo_say_what_they_do_and_do_it(workshop: Workshop) -> None:
    session = workshop.session
    workshop.begin("縁側", "窓口")
    assert session.undo_entry is not None
    assert (session.undo_entry.kind, session.undo_entry.about) == (
        ChangeKind.ELEMENT_ADDED,
        "窓口",
    )
    session.undo()
    workshop.settle()
    assert names(session.project) == workshop.kept == ["縁側"]
    assert session.redo_entry is not None
    assert session.redo_entry.about == "窓口"
    session.redo()
    workshop.settle()
    assert names(session.project) == workshop.kept == ["縁側", "窓口"]
    assert session.redo_entry is None


def test_many_undos_pressed_quickly_are_all_done(workshop: Workshop) -> None:
    workshop.begin("一", "二", "三")
    for _ in range(2):
        workshop.session.undo()
    workshop.settle()
    assert names(workshop.session.project) == workshop.kept == ["一"]


def test_undo_right_after_a_change_takes_that_back(workshop: Workshop) -> None:
    workshop.begin("縁側")
    workshop.session.apply(add("窓口"))
    workshop.session.undo()
    workshop.settle()
    assert names(workshop.session.project) == workshop.kept == ["縁側"]


def test_what_is_changed_during_an_undo_comes_after_it(workshop: Workshop) -> None:
    workshop.begin("縁側", "窓口")
    workshop.session.undo()
    assert workshop.session.apply(add("会議"))
    workshop.settle()
    assert names(workshop.session.project) == workshop.kept == ["縁側", "会議"]


def test_what_waits_for_an_undo_is_not_lost_by_closing(workshop: Workshop) -> None:
    workshop.begin("縁側", "窓口")
    workshop.session.undo()
    workshop.session.apply(add("会議"))
    workshop.session.close()
    workshop.keeper.shut_down()
    assert workshop.kept == ["縁側", "会議"]


def test_undo_survives_closing(workshop: Workshop) -> None:
    workshop.begin("縁側")
    workshop.session.close()
    assert workshop.session.project is None
    with workshop.qtbot.waitSignal(workshop.session.opened):
        workshop.session.open("own")
    workshop.session.undo()
    workshop.settle()
    assert names(workshop.session.project) == []


def test_with_nothing_to_undo_nothing_happens(workshop: Workshop) -> None:
    before = workshop.begin()
    workshop.session.undo()
    workshop.session.redo()
    workshop.settle()
    assert workshop.session.project == before
    assert workshop.heard.failures == []


def test_another_window_that_was_first_wins_and_the_loss_is_told(workshop: Workshop) -> None:
    workshop.begin("縁側")
    other = ProjectStore(workshop.path)
    opened = other.open("own")
    other.commit("own", opened.position, add("むこうの窓口")(opened.project))
    workshop.session.apply(add("こちらの会議"))
    workshop.session.apply(add("もう一つ"))
    workshop.settle()
    assert names(workshop.session.project) == workshop.kept == ["縁側", "むこうの窓口"]
    (told,) = workshop.heard.told
    assert "ほかの画面" in told
    assert "こちらの会議" in told
    assert "もう一つ" in told
    workshop.session.apply(add("つづき"))
    workshop.settle()
    assert workshop.kept == ["縁側", "むこうの窓口", "つづき"]


def test_undo_in_a_window_left_behind_shows_the_newer_state(workshop: Workshop) -> None:
    workshop.begin("縁側")
    other = ProjectStore(workshop.path)
    opened = other.open("own")
    other.commit("own", opened.position, add("むこうの窓口")(opened.project))
    workshop.session.undo()
    workshop.settle()
    assert names(workshop.session.project) == workshop.kept == ["縁側", "むこうの窓口"]
    assert len(workshop.heard.told) == 1


@pytest.fixture
def full(workshop: Workshop) -> Workshop:
    """A session whose disk is full after the first element."""
    workshop.begin("縁側")
    workshop.store.failing = StorageError(workshop.path, "No space left on device")
    workshop.session.apply(add("窓口"))
    workshop.settle()
    return workshop


def test_what_cannot_be_written_stays_on_the_screen(full: Workshop) -> None:
    assert full.session.unsaved
    assert isinstance(full.heard.failures[-1], StorageError)
    assert names(full.session.project) == ["縁側", "窓口"]
    assert full.kept == ["縁側"]


def test_what_was_not_written_is_written_when_tried_again(full: Workshop) -> None:
    full.store.failing = None
    full.session.save_again()
    full.settle()
    assert not full.session.unsaved
    assert full.kept == ["縁側", "窓口"]


def test_the_next_change_takes_what_was_not_written_with_it(full: Workshop) -> None:
    full.store.failing = None
    full.session.apply(add("会議"))
    full.settle()
    assert not full.session.unsaved
    assert full.kept == ["縁側", "窓口", "会議"]


def test_undo_does_not_lose_what_was_not_written(full: Workshop) -> None:
    full.session.undo()
    full.settle()
    assert names(full.session.project) == ["縁側", "窓口"]
    full.store.failing = None
    full.session.undo()
    full.settle()
    assert names(full.session.project) == full.kept == ["縁側"]


def test_closing_tries_once_more(full: Workshop) -> None:
    full.store.failing = None
    assert full.session.close()
    assert full.kept == ["縁側", "窓口"]


def test_what_cannot_be_written_stays_open(full: Workshop) -> None:
    ProjectStore(full.path).create(new_project("べつ", TOWN, project_id="other"))
    assert not full.session.close()
    full.session.open("other")
    full.settle()
    assert full.session.unsaved
    assert not full.session.gone
    assert full.session.project is not None
    assert full.session.project.id == "own"
    assert names(full.session.project) == ["縁側", "窓口"]
    assert all(isinstance(failure, StorageError) for failure in full.heard.failures)
    full.store.failing = None
    full.session.save_again()
    full.settle()
    assert full.kept == ["縁側", "窓口"]


def test_what_is_given_up_is_closed(full: Workshop) -> None:
    assert full.session.close(give_up=True)
    assert full.session.project is None
    assert not full.session.unsaved


def test_a_project_deleted_elsewhere_is_gone(workshop: Workshop) -> None:
    workshop.begin("縁側")
    ProjectStore(workshop.path).delete("own")
    workshop.session.apply(add("窓口"))
    workshop.settle()
    assert workshop.session.gone


def test_an_id_that_is_taken_is_made_another(workshop: Workshop) -> None:
    first = workshop.begin("縁側")
    workshop.session.close()
    workshop.session.create(Changed(ChangeKind.CREATED, "", first))
    workshop.session.apply(add("窓口"))
    workshop.settle()
    second = workshop.session.project
    assert second is not None
    assert second.id != first.id
    assert names(second) == names(workshop.store.open(second.id).project) == ["縁側", "窓口"]
    assert workshop.kept == ["縁側"]


def test_revisions_are_kept_listed_and_read(workshop: Workshop) -> None:
    workshop.begin("縁側")
    with workshop.qtbot.waitSignal(workshop.past.revision_kept):
        workshop.past.keep_revision("会議に出した版")
    workshop.session.apply(add("窓口"))
    with workshop.qtbot.waitSignal(workshop.past.revisions_listed) as listed:
        workshop.past.list_revisions()
    (revision,) = listed.args[0]
    assert revision.name == "会議に出した版"
    with workshop.qtbot.waitSignal(workshop.past.revision_read) as read:
        workshop.past.read_revision(revision.number)
    assert names(read.args[1]) == ["縁側"]


def test_the_history_tells_every_change(workshop: Workshop) -> None:
    workshop.begin("縁側", "窓口")
    with workshop.qtbot.waitSignal(workshop.past.history_listed) as listed:
        workshop.past.list_history()
    assert [entry.about for entry in listed.args[0]][:2] == ["窓口", "縁側"]
