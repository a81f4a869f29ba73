# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Requests that come quicker than their answers, or whose answer is a failure."""

import pytest

from kyosei_desk.domain.projects.changed import Changed, ChangeKind
from kyosei_desk.domain.projects.changes.elements import remove_element
from kyosei_desk.domain.projects.changes.projects import new_project
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.ui.build.project_requests import Change
from kyosei_desk.workspace.project_records import OpenProject
from kyosei_desk.workspace.project_store import ProjectStore
from tests.ui.build.workshop import TOWN, Workshop, add, names


class Broken:
    """Fails unexpectedly the first time, then does what it stands for."""

    def __init__(self, real: object):
        self._real = real
        self.used = False

    def __call__(self, *given: object, **named: object) -> OpenProject:
        if not self.used:
            self.used = True
            raise RuntimeError("not foreseen")
        assert callable(self._real)
        answer = self._real(*given, **named)
        assert isinstance(answer, OpenProject)
        return answer


@pytest.fixture
def other(workshop: Workshop) -> Workshop:
    """A project with 縁側 is open; another, べつ, is kept."""
    workshop.begin("縁側")
    ProjectStore(workshop.path).create(new_project("べつ", TOWN, project_id="other"))
    return workshop


def move_on(workshop: Workshop) -> None:
    """Have another window add むこうの窓口."""
    store = ProjectStore(workshop.path)
    opened = store.open("own")
    store.commit("own", opened.position, add("むこうの窓口")(opened.project))


def test_one_undo_too_many_is_no_undo(workshop: Workshop) -> None:
    workshop.begin("縁側")
    workshop.session.undo()
    workshop.session.undo()
    workshop.settle()
    assert names(workshop.session.project) == workshop.kept == []
    assert workshop.session.redo_entry is not None
    workshop.session.apply(add("窓口"))
    workshop.settle()
    assert names(workshop.session.project) == workshop.kept == ["窓口"]
    assert workshop.heard.failures == []


def test_one_redo_too_many_is_no_redo(workshop: Workshop) -> None:
    workshop.begin("縁側")
    workshop.session.undo()
    workshop.settle()
    for _ in range(2):
        workshop.session.redo()
    workshop.settle()
    assert names(workshop.session.project) == workshop.kept == ["縁側"]
    assert workshop.heard.failures == []


def test_redo_right_after_a_change_has_nothing_to_do(workshop: Workshop) -> None:
    workshop.begin("縁側")
    workshop.session.undo()
    workshop.settle()
    workshop.session.apply(add("窓口"))
    workshop.session.redo()
    workshop.settle()
    assert names(workshop.session.project) == workshop.kept == ["窓口"]
    assert workshop.heard.failures == []


def test_undo_change_undo_are_done_in_this_order(workshop: Workshop) -> None:
    workshop.begin("縁側", "会議")
    workshop.session.undo()
    workshop.session.apply(add("窓口"))
    workshop.session.undo()
    workshop.settle()
    assert names(workshop.session.project) == workshop.kept == ["縁側"]
    assert workshop.session.redo_entry is not None
    assert workshop.session.redo_entry.about == "窓口"


def test_after_another_could_not_be_opened_the_first_is_still_kept(other: Workshop) -> None:
    other.session.open("nowhere")
    other.settle()
    assert len(other.heard.failures) == 1
    assert other.session.apply(add("窓口"))
    other.settle()
    assert names(other.session.project) == other.kept == ["縁側", "窓口"]
    assert len(other.heard.failures) == 1


def test_after_another_could_not_be_created_the_first_is_still_kept(
    other: Workshop, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(other.store, "create", Broken(other.store.create))
    other.session.create(new_project("あらた", TOWN))
    other.settle()
    caplog.clear()
    other.session.apply(add("窓口"))
    other.settle()
    assert names(other.session.project) == other.kept == ["縁側", "窓口"]


def test_what_is_changed_while_another_is_opened_is_in_neither(other: Workshop) -> None:
    other.session.open("other")
    assert not other.session.apply(add("窓口"))
    other.settle()
    assert other.session.project is not None
    assert other.session.project.id == "other"
    assert names(other.session.project) == []
    assert other.kept == ["縁側"]
    assert len(other.heard.told) == 1


def test_what_waits_for_an_undo_is_kept_before_another_is_opened(other: Workshop) -> None:
    other.session.undo()
    other.session.apply(add("窓口"))
    other.session.open("other")
    other.settle()
    assert other.session.project is not None
    assert other.session.project.id == "other"
    assert other.kept == ["窓口"]


def test_what_waits_is_done_after_another_windows_change(workshop: Workshop) -> None:
    workshop.begin("縁側")
    move_on(workshop)
    workshop.session.undo()
    assert workshop.session.apply(add("こちら"))
    workshop.settle()
    expected = ["縁側", "むこうの窓口", "こちら"]
    assert names(workshop.session.project) == workshop.kept == expected
    assert len(workshop.heard.told) == 1


@pytest.mark.parametrize("act", ["undo", "commit"])
def test_an_unexpected_failure_is_told_and_the_work_goes_on(
    workshop: Workshop,
    act: str,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    workshop.begin("縁側")
    monkeypatch.setattr(workshop.store, act, Broken(getattr(workshop.store, act)))
    if act == "undo":
        workshop.session.undo()
    else:
        workshop.session.apply(add("会議"))
    workshop.settle()
    assert "not foreseen" in caplog.text
    caplog.clear()
    assert isinstance(workshop.heard.failures[-1], RuntimeError)
    assert workshop.session.unsaved == (act == "commit")
    workshop.session.apply(add("窓口"))
    workshop.settle()
    assert names(workshop.session.project) == workshop.kept
    assert workshop.kept[-1] == "窓口"
    assert not workshop.session.unsaved


def test_the_last_change_is_undone_by_its_number(workshop: Workshop) -> None:
    workshop.begin("縁側", "窓口")
    assert workshop.session.undo_of(workshop.session.last_change)
    workshop.settle()
    assert names(workshop.session.project) == workshop.kept == ["縁側"]
    assert workshop.heard.told == []


def test_a_change_before_the_last_is_not_undone_by_its_number(workshop: Workshop) -> None:
    workshop.begin("縁側")
    number = workshop.session.last_change
    workshop.session.apply(add("窓口"))
    assert not workshop.session.undo_of(number)
    workshop.settle()
    assert names(workshop.session.project) == workshop.kept == ["縁側", "窓口"]
    (told,) = workshop.heard.told
    assert "そのあとにほかの変更がある" in told


def test_a_change_is_undone_by_its_number_only_once(workshop: Workshop) -> None:
    workshop.begin("縁側", "窓口")
    number = workshop.session.last_change
    assert workshop.session.undo_of(number)
    assert not workshop.session.undo_of(number)
    workshop.settle()
    assert workshop.kept == ["縁側"]


def test_a_change_that_waits_is_undone_by_its_number(workshop: Workshop) -> None:
    workshop.begin("縁側", "会議")
    workshop.session.undo()
    workshop.session.apply(add("窓口"))
    assert workshop.session.undo_of(workshop.session.last_change)
    workshop.settle()
    assert names(workshop.session.project) == workshop.kept == ["縁側"]


def test_what_waited_and_changed_nothing_undoes_nothing(workshop: Workshop) -> None:
    workshop.begin("縁側", "会議")

    def same(project: ModelProject) -> Changed:
        return Changed(ChangeKind.NAMED, "", project)

    workshop.session.undo()
    workshop.session.apply(same)
    workshop.settle()
    assert not workshop.session.undo_of(workshop.session.last_change)
    workshop.settle()
    assert workshop.kept == ["縁側"]


def test_a_change_of_another_project_is_not_undone_by_its_number(other: Workshop) -> None:
    other.session.apply(add("窓口"))
    number = other.session.last_change
    other.session.open("other")
    other.settle()
    assert not other.session.undo_of(number)
    assert other.kept == ["縁側", "窓口"]


def test_a_revision_holds_what_still_waited_when_it_was_asked_for(workshop: Workshop) -> None:
    workshop.begin("縁側", "会議")
    workshop.session.undo()
    workshop.session.apply(add("窓口"))
    with workshop.qtbot.waitSignal(workshop.past.revision_kept) as kept:
        workshop.past.keep_revision("版")
    revision = ProjectStore(workshop.path).revision("own", kept.args[0].number)
    assert names(revision) == ["縁側", "窓口"]


def test_the_history_lists_what_still_waited_when_it_was_asked_for(workshop: Workshop) -> None:
    workshop.begin("縁側", "会議")
    workshop.session.undo()
    workshop.session.apply(add("窓口"))
    with workshop.qtbot.waitSignal(workshop.past.history_listed) as listed:
        workshop.past.list_history()
    assert [entry.about for entry in listed.args[0]][:2] == ["窓口", "縁側"]


def test_what_is_asked_is_asked_again_after_another_windows_change(workshop: Workshop) -> None:
    workshop.begin("縁側")
    move_on(workshop)
    workshop.session.undo()
    workshop.session.apply(add("窓口"))
    with workshop.qtbot.waitSignal(workshop.past.revision_kept) as kept:
        workshop.past.keep_revision("版")
    workshop.settle()
    revision = ProjectStore(workshop.path).revision("own", kept.args[0].number)
    assert names(revision) == workshop.kept == ["縁側", "むこうの窓口", "窓口"]


def impossible(project: ModelProject) -> Changed:
    return remove_element(project, "nowhere")


@pytest.mark.parametrize("change", [impossible, lambda now: Changed(ChangeKind.NAMED, "", now)])
def test_what_waited_and_was_not_made_is_not_taken_back(workshop: Workshop, change: Change) -> None:
    workshop.begin("縁側", "会議")
    workshop.session.undo()
    workshop.session.apply(change)
    workshop.session.undo_of(workshop.session.last_change)
    workshop.settle()
    assert names(workshop.session.project) == workshop.kept == ["縁側"]
