# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The project that is open: changed at once on the screen, kept in order behind it.

A change is a pure function. It is run here, shown at once, and committed by the worker; each
commit follows the one before. Undo, redo and opening are done by the worker and shown when
they are answered; what is changed meanwhile waits for that.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kyosei_desk.domain.errors import KyoseiError, ProjectMovedOnError
from kyosei_desk.domain.projects.changed import Changed
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.ui.build.project_keeper import ProjectKeeper

if TYPE_CHECKING:
    from kyosei_desk.workspace.project_records import HistoryEntry, OpenProject
    from kyosei_desk.workspace.project_store import ProjectStore

Change = Callable[[ModelProject], Changed]
_MOVED_ON = "この案は、ほかの画面で先に変えられていました。新しいほうを読みこみました。"
_NOT_IN = "いまの変更「{changes}」は入っていません。もう一度、入れてください。"


class _Kind(Enum):
    """What was asked of the worker."""

    COMMIT = auto()
    TURN = auto()


@dataclass
class _Place:
    """Where the worker is; used in the worker only, except when it is made.

    ``failure``: the last commit was not written. What would lose it is not done.
    """

    project_id: str = ""
    position: int = 0
    failure: KyoseiError | None = None


@dataclass(frozen=True)
class _Answer:
    """What came of a job: the project as it is kept now, or why not."""

    kind: _Kind
    place: _Place
    opened: "OpenProject | None"
    error: KyoseiError | None
    changed: Changed | None = None


class ProjectSession(QObject):
    """Signals.

    - ``project_changed(ModelProject)``: there is another value, by whatever way.
    - ``history_changed(HistoryEntry | None, HistoryEntry | None)``: what 元に戻す and
      やり直す would do.
    - ``saving()``; ``saved(datetime)`` when everything is kept.
    - ``opened(ModelProject)`` after :meth:`open` and :meth:`create`; ``closed()``.
    - ``failed(Exception)``: a change that cannot be made, or something not written.
    - ``told(str)``: what the person should know.
    """

    project_changed = Signal(object)
    history_changed = Signal(object, object)
    saving = Signal()
    saved = Signal(object)
    opened = Signal(object)
    closed = Signal()
    failed = Signal(object)
    told = Signal(str)

    def __init__(self, keeper: ProjectKeeper, parent: QObject):
        """Begin with no project open."""
        super().__init__(parent)
        self._keeper = keeper
        self._work = keeper.operation()
        self._work.succeeded.connect(self._on_answer)
        self._work.failed.connect(self._on_unexpected)
        self._project: ModelProject | None = None
        self._place = _Place()
        self._turns = 0
        self._commits = 0
        self._waiting: list[Change] = []
        self._unsaved: list[Changed] = []
        self._undo: HistoryEntry | None = None
        self._redo: HistoryEntry | None = None

    @property
    def project(self) -> ModelProject | None:
        """The project as it is shown, with what is still being written."""
        return self._project

    @property
    def undo_entry(self) -> "HistoryEntry | None":
        """What 元に戻す would take back."""
        return self._undo

    @property
    def redo_entry(self) -> "HistoryEntry | None":
        """What やり直す would do again."""
        return self._redo

    @property
    def busy(self) -> bool:
        """Whether something is still being written or read."""
        return bool(self._turns or self._commits)

    @property
    def unsaved(self) -> bool:
        """Whether a change could not be written; :meth:`save_again` tries again."""
        return bool(self._unsaved)

    # Changing

    def apply(self, change: Change) -> bool:
        """Change the project, show it, and have it kept; False if it cannot be changed so."""
        if self._turns:
            self._waiting.append(change)
            return True
        if self._project is None:
            return False
        try:
            changed = change(self._project)
        except KyoseiError as error:
            self.failed.emit(error)
            return False
        if changed.project == self._project:
            return True
        self._commit(changed)
        self._show(changed.project)
        return True

    def undo(self) -> None:
        """Take back the last change."""
        self.save_again()
        if self._undo is not None or self._commits:
            self._turn(lambda store, place: store.undo(place.project_id, place.position))

    def redo(self) -> None:
        """Do again what was taken back last."""
        self.save_again()
        if self._redo is not None:
            self._turn(lambda store, place: store.redo(place.project_id, place.position))

    def save_again(self) -> None:
        """Try again to write what could not be written."""
        if self._unsaved and self._project is not None:
            last = self._unsaved[-1]
            self._unsaved.clear()
            self._commit(Changed(last.kind, last.about, self._project))

    # Opening

    def open(self, project_id: str) -> None:
        """Open a project that is kept."""
        self.finish()
        self._begin(project_id)
        self._turn(lambda store, place: store.open(place.project_id))

    def create(self, changed: Changed) -> None:
        """Keep a new project, under another id if its own is taken, and open it."""
        self.finish()
        self._begin(changed.project.id)
        self._turn(lambda store, _place: store.create(changed, any_id=True))

    def close(self) -> None:
        """Have no project open any more; what was changed is still written."""
        self.finish()
        self._begin("")
        if self._project is not None:
            self._project = None
            self._tell_history(None, None)
            self.closed.emit()

    def finish(self) -> None:
        """Hand everything to the worker that is still to be written, before the window goes."""
        if self._waiting:
            self._keeper.wait()
        self.save_again()

    def _begin(self, project_id: str) -> None:
        """Work at another place from now on; answers about the one before say nothing."""
        self._place = _Place(project_id)
        self._turns = self._commits = 0
        self._waiting.clear()
        self._unsaved.clear()

    # The worker

    def _commit(self, changed: Changed) -> None:
        self._commits += 1
        self.saving.emit()
        self._run(
            _Kind.COMMIT,
            lambda store, place: store.commit(place.project_id, place.position, changed),
            changed,
        )

    def _turn(self, act: "Callable[[ProjectStore, _Place], OpenProject]") -> None:
        self._turns += 1
        self._run(_Kind.TURN, act)

    def _run(
        self,
        kind: _Kind,
        act: "Callable[[ProjectStore, _Place], OpenProject]",
        changed: Changed | None = None,
    ) -> None:
        place = self._place

        def run(store: "ProjectStore") -> _Answer:
            if kind is _Kind.TURN and place.failure is not None:
                return _Answer(kind, place, None, place.failure)
            try:
                opened = act(store, place)
            except KyoseiError as error:
                if kind is _Kind.COMMIT:
                    place.failure = error
                return _Answer(kind, place, None, error, changed)
            place.project_id = opened.project.id
            place.position, place.failure = opened.position, None
            return _Answer(kind, place, opened, None, changed)

        self._work.do(run)

    def _on_answer(self, answer: _Answer) -> None:
        if answer.place is not self._place:
            if answer.error is not None:
                self.failed.emit(answer.error)
        elif answer.kind is _Kind.COMMIT:
            self._on_committed(answer)
        else:
            self._on_turned(answer)

    def _on_committed(self, answer: _Answer) -> None:
        self._commits -= 1
        if answer.opened is not None:
            self._unsaved.clear()  # every commit holds the changes before it
            self._tell_history(answer.opened.undo, answer.opened.redo)
            if not self._commits:
                self.saved.emit(answer.opened.changed_at)
            return
        assert answer.changed is not None
        self._unsaved.append(answer.changed)
        if isinstance(answer.error, ProjectMovedOnError):
            if not self._commits:
                self._read_again()
        else:
            self.failed.emit(answer.error)

    def _read_again(self) -> None:
        """Take over what another window made of the project, and tell what got lost."""
        lost = dict.fromkeys(_words(changed) for changed in self._unsaved)
        self.told.emit(_MOVED_ON + (_NOT_IN.format(changes="、".join(lost)) if lost else ""))
        project_id = self._place.project_id
        self._begin(project_id)
        self._turn(lambda store, place: store.open(place.project_id))

    def _on_turned(self, answer: _Answer) -> None:
        self._turns -= 1
        opened = answer.opened
        if opened is None:
            self._on_turn_failed(answer.error)
            return
        newly = self._project is None or self._project.id != opened.project.id
        self._tell_history(opened.undo, opened.redo)
        if not self._turns:
            self._show(opened.project)
            if newly:
                self.opened.emit(opened.project)
            if not self._commits:
                self.saved.emit(opened.changed_at)
            self._catch_up()

    def _on_turn_failed(self, error: KyoseiError | None) -> None:
        if isinstance(error, ProjectMovedOnError):
            self._read_again()
            return
        self.failed.emit(error)
        self._catch_up()

    def _on_unexpected(self, error: Exception) -> None:
        """The store itself could not be opened: nothing was done."""
        self.failed.emit(error)

    def _catch_up(self) -> None:
        waiting, self._waiting = self._waiting, []
        for change in waiting:
            self.apply(change)

    def _show(self, project: ModelProject) -> None:
        if project != self._project:
            self._project = project
            self.project_changed.emit(project)

    def _tell_history(self, undo: "HistoryEntry | None", redo: "HistoryEntry | None") -> None:
        self._undo, self._redo = undo, redo
        self.history_changed.emit(undo, redo)


def _words(changed: Changed) -> str:
    return f"{changed.kind.label} {changed.about}".strip()
