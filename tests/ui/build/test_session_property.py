# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Whatever is asked of a session, in whatever order and haste: what is shown is what is kept.

Beside the session stands a plain list of the states each project has gone through, and where
in it the project is. After every wait the window, the disk and the list must be the same.
"""

import itertools
import shutil
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)

from kyosei_desk.domain.errors import KyoseiError, StorageError
from kyosei_desk.domain.projects.changed import Changed
from kyosei_desk.domain.projects.changes.projects import new_project, restore
from kyosei_desk.domain.projects.identifiers import free_id
from kyosei_desk.ui.build.project_session import ProjectSession
from kyosei_desk.workspace.project_store import ProjectStore
from tests.ui.build.session_model import Hours, States, Window, change_of
from tests.ui.build.workshop import TOWN, add

DATABASE = "workspace.sqlite"


class Sessions(RuleBasedStateMachine):
    """Asks anything of a window, mostly without waiting for the answer before."""

    def __init__(self, folder: Path, empty: Path):
        super().__init__()
        self.path = folder / DATABASE
        shutil.copyfile(empty, self.path)
        self.clock = Hours()
        self.window = Window(self.path, self.clock)
        self.other_store = ProjectStore(self.path, self.clock)  # another window's
        self.kept: dict[str, States] = {}
        self.open_id: str | None = None
        self.is_open = False  # as far as the session can know without a wait
        self.opening = False  # asked for since: what is open is not changed any more
        self.numbers = itertools.count(1)

    @property
    def session(self) -> ProjectSession:
        return self.window.session

    @property
    def states(self) -> States:
        assert self.open_id is not None
        return self.kept[self.open_id]

    def any_name(self) -> str:
        return f"場{next(self.numbers)}"

    # What a person asks for

    @initialize()
    def begin(self) -> None:
        self.create()

    @rule()
    def create(self) -> None:
        changed = new_project("体制", TOWN, project_id="own")
        own_id = free_id("own", self.kept)
        project = changed.project.model_copy(update={"id": own_id})
        self.session.create(changed)
        self.kept[own_id] = States([project])
        self._goes_to(own_id)

    @rule(choice=st.integers(0, 9))
    def open_any(self, choice: int) -> None:
        own_id = sorted(self.kept)[choice % len(self.kept)]
        self.session.open(own_id)
        self._goes_to(own_id)

    @rule()
    def open_what_is_not_there(self) -> None:
        self.session.open("nowhere")
        self.opening = True

    @rule(what=st.sampled_from(["add", "add", "add", "rename", "remove", "name", "same", "wrong"]))
    def change(self, what: str) -> None:
        change = change_of(what, self.any_name())
        taken = self.session.apply(change)
        if self.opening and self.is_open:
            assert not taken
            return
        if self.open_id is not None:
            self.states.change(change)

    @rule()
    def undo(self) -> None:
        self.session.undo()
        if self.open_id is not None:
            self.states.undo()

    @rule()
    def redo(self) -> None:
        self.session.redo()
        if self.open_id is not None:
            self.states.redo()

    @precondition(lambda self: not self.opening and self.open_id is not None)
    @rule(waits=st.booleans(), another=st.booleans())
    def take_a_change_back(self, waits: bool, another: bool) -> None:
        first = add(self.any_name())
        assert self.session.apply(first)
        number = self.session.last_change
        self.states.change(first)
        if another:
            second = add(self.any_name())
            assert self.session.apply(second)
            self.states.change(second)
        if waits:
            self.settle()
        assert self.session.undo_of(number) is not another
        if not another:
            self.states.undo()
        assert not self.session.undo_of(number)

    @precondition(lambda self: self.open_id is not None)
    @rule()
    def keep_a_revision(self) -> None:
        """It is of all that was asked for before, also where that still waits."""
        if self.opening:
            self.settle()
        self.window.past.keep_revision("版")
        self.window.settle()
        self.window.keeper.wait()
        self.states.revisions.append(self.states.now)

    @precondition(lambda self: self.open_id is not None and self.states.revisions)
    @rule(choice=st.integers(0, 9))
    def go_back_to_a_revision(self, choice: int) -> None:
        self.settle()
        revisions = self.states.revisions
        number = choice % len(revisions)
        self.window.past.read_revision(number + 1)
        self.window.keeper.wait()
        found = self.window.read[-1]
        assert found == revisions[number]
        self.session.apply(lambda project: restore(project, found))
        self.states.change(lambda project: restore(project, found))

    @rule()
    def close(self) -> None:
        assert self.session.close()
        assert self.session.project is None
        self.open_id = None
        self.is_open = self.opening = False

    @rule()
    def begin_the_program_again(self) -> None:
        assert self.session.close()
        self.window.keeper.shut_down()
        self.window = Window(self.path, self.clock)
        self.is_open = self.opening = False
        if self.open_id is not None:
            self.session.open(self.open_id)
            self.settle()

    # What happens to a person

    @precondition(lambda self: self.open_id is not None)
    @rule(
        theirs=st.sampled_from(["add", "undo"]),
        ours=st.sampled_from(["undo", "redo", "one", "two"]),
        afterwards=st.booleans(),
    )
    def another_window_is_first(self, theirs: str, ours: str, afterwards: bool) -> None:
        self.settle()
        states, project_id = self.states, self.states.now.id
        if {"undo": states.at == 0, "redo": states.at == len(states.states) - 1}.get(ours):
            return  # the session knows that there is nothing, and asks nobody
        store = self.other_store
        at = store.open(project_id).position
        if theirs == "undo" and states.at:
            store.undo(project_id, at)
            states.undo()
        else:
            change = add(self.any_name())
            store.commit(project_id, at, change(states.now))
            states.change(change)
        told = len(self.window.heard.told)
        lost = self._ask_in_vain(ours)
        if afterwards and ours in ("undo", "redo"):  # this waits, and is made of what is there
            waiting = add(self.any_name())
            assert self.session.apply(waiting)
            states.change(waiting)
        self.settle()
        (sentence,) = self.window.heard.told[told:]
        assert "ほかの画面" in sentence
        assert all(name in sentence for name in lost)

    def _ask_in_vain(self, ours: str) -> list[str]:
        if ours == "undo":
            self.session.undo()
        elif ours == "redo":
            self.session.redo()
        else:
            lost = [self.any_name() for _ in range(1 if ours == "one" else 2)]
            for name in lost:
                assert self.session.apply(add(name))
            return lost
        return []

    @precondition(lambda self: self.open_id is not None)
    @rule(
        changes=st.integers(1, 3),
        meanwhile=st.sampled_from(["undo", "redo", "open", "close", ""]),
        then=st.sampled_from(["save", "change", "undo", "open", "close"]),
    )
    def the_disk_is_full_for_a_while(self, changes: int, meanwhile: str, then: str) -> None:
        self.settle()
        before = self.states.now
        added = [add(self.any_name()) for _ in range(changes)]
        after = before
        self.window.store.failing = StorageError(self.path, "No space left on device")
        for change in added:
            assert self.session.apply(change)
            after = change(after).project
        if meanwhile == "close":
            assert not self.session.close()
        elif meanwhile:
            self._ask(meanwhile)
        self.window.settle()
        assert self.session.unsaved
        assert self.session.project == after
        assert self.other_store.open(before.id).project == before
        self.window.store.failing = None
        self._go_on_after(then, Changed(added[-1](before).kind, "", after))
        self.settle()

    def _go_on_after(self, then: str, missing: Changed) -> None:
        """Ask for something; what was not written is written before that, as one change."""
        states = self.states
        if then == "change":
            change = add(self.any_name())
            self.session.apply(change)
            states.change(lambda _project: change(missing.project))
            return
        states.change(lambda _project: missing)
        if then == "close":
            self.close()
            return
        self._ask(then)
        if then == "undo":
            states.undo()

    def _ask(self, what: str) -> None:
        session = self.session
        asks = {"save": session.save_again, "undo": session.undo, "redo": session.redo}
        if what == "open":
            session.open(self.states.now.id)
        else:
            asks[what]()

    # What must be so

    @rule()
    def settle(self) -> None:
        self.window.settle()
        self.is_open, self.opening = self.open_id is not None, False
        session, heard = self.session, self.window.heard
        assert not session.unsaved
        assert all(isinstance(failure, KyoseiError) for failure in heard.failures)
        if self.open_id is None:
            assert session.project is None
            return
        states = self.states
        assert session.project == states.now
        assert heard.projects[-1] == states.now
        assert self.other_store.open(self.open_id).project == states.now
        can = (session.undo_entry is not None, session.redo_entry is not None)
        assert can == (states.at > 0, states.at < len(states.states) - 1)

    def teardown(self) -> None:
        try:
            if self.kept:
                self.settle()
                for own_id, states in self.kept.items():
                    self._goes_there_and_back(own_id, states)
        finally:
            self.window.keeper.shut_down()

    def _goes_there_and_back(self, own_id: str, states: States) -> None:
        """Undo everything and redo everything, each at once; every revision is what it was."""
        self.session.open(own_id)
        self._goes_to(own_id)
        self.settle()
        history = self.other_store.history(own_id)
        assert [entry.undone for entry in history] == [
            number > states.at for number in reversed(range(len(states.states)))
        ]
        for ask, take in ((self.session.undo, states.undo), (self.session.redo, states.redo)):
            for _ in states.states:
                ask()
                take()
            self.settle()
        numbers = range(1, len(states.revisions) + 1)
        found = [self.other_store.revision(own_id, number) for number in numbers]
        assert found == states.revisions

    def _goes_to(self, own_id: str) -> None:
        self.open_id, self.opening = own_id, True


def test_what_is_shown_is_what_is_kept(
    qapp: object, tmp_path_factory: pytest.TempPathFactory
) -> None:
    empty = tmp_path_factory.mktemp("empty") / DATABASE
    assert ProjectStore(empty).entries() == ()

    class Here(Sessions):
        def __init__(self) -> None:
            super().__init__(tmp_path_factory.mktemp("data"), empty)

    run_state_machine_as_test(Here, settings=settings(max_examples=40, stateful_step_count=20))
