# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Whatever was changed: each step back and each step on is the very project, to the byte."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kyosei_desk.domain.projects.changed import Changed, ChangeKind
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.domain.projects.state import state_text
from kyosei_desk.workspace.project_records import OpenProject
from kyosei_desk.workspace.project_store import ProjectStore
from tests.domain.projects.strategies import changes_of, journeys

BACK, ON, RESTART = -1, 1, 0
walks = st.lists(st.sampled_from([BACK, BACK, ON, RESTART]), max_size=16)


class Walker:
    """Goes back and forth in the history of a project, and looks at what stands there."""

    def __init__(self, path: Path, first: ModelProject):
        self._path = path
        self._store = ProjectStore(path)
        self._opened = self._store.create(Changed(ChangeKind.CREATED, "", first))
        self.texts = [state_text(first)]
        self.at = 0

    @property
    def project(self) -> ModelProject:
        return self._opened.project

    def change(self, after: ModelProject) -> None:
        changed = Changed(ChangeKind.ELEMENT_CHANGED, "", after)
        self._opened = self._store.commit(after.id, self._opened.position, changed)
        if state_text(after) != self.texts[self.at]:
            self.at += 1
            self.texts[self.at :] = [state_text(after)]
        self.check()

    def go(self, way: int) -> None:
        """Undo or redo, where that can be; or begin the program again."""
        if way == RESTART:
            self._store.close()
            self._store = ProjectStore(self._path)
            assert self._store.open(self.project.id) == self._opened
        elif 0 <= self.at + way < len(self.texts):
            act: Callable[[str, int], OpenProject] = (
                self._store.undo if way == BACK else self._store.redo
            )
            self._opened = act(self.project.id, self._opened.position)
            self.at += way
        self.check()

    def check(self) -> None:
        """What is handed out, what is kept, and what can be done are as they were then."""
        assert state_text(self.project) == self.texts[self.at]
        assert state_text(self._store.open(self.project.id).project) == self.texts[self.at]
        can = (self._opened.undo is not None, self._opened.redo is not None)
        assert can == (self.at > 0, self.at < len(self.texts) - 1)


@settings(max_examples=25)
@given(st.data())
def test_any_part_of_the_way_is_gone_back_and_on_again(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Also where the program ends in the midst of it, and where another way is taken."""
    journey = data.draw(journeys())
    walker = Walker(tmp_path_factory.mktemp("data") / "workspace.sqlite", journey[0])
    for after in journey[1:]:
        walker.change(after)
    for way in data.draw(walks):
        walker.go(way)
    walker.change(data.draw(changes_of(walker.project)).project)
    restart = data.draw(st.integers(0, walker.at))
    while walker.at:
        walker.go(BACK)
        if walker.at == restart:
            walker.go(RESTART)
    assert walker.project == journey[0]
    while walker.at < len(walker.texts) - 1:
        walker.go(ON)
        if walker.at == restart:
            walker.go(RESTART)
