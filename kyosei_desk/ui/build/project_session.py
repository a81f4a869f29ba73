# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The project that is open: changed at once on the screen, kept in order behind it.

A change is a pure function. It is run here, shown at once, and committed by the worker; each
commit follows the one before. Undo, redo and opening are turns: done by the worker, one at a
time, and shown when they are answered. What is asked for meanwhile waits in one queue.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kyosei_desk.domain.errors import (
    KyoseiError,
    ProjectError,
    ProjectMovedOnError,
    ProjectProblem,
)
from kyosei_desk.domain.projects.changed import Changed
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.ui.build.project_keeper import ProjectKeeper
from kyosei_desk.ui.build.project_requests import (
    CAREFUL,
    Act,
    Answer,
    Change,
    Kind,
    Place,
    Request,
    bring_back,
    carry_out,
)
from kyosei_desk.ui.build.request_queue import RequestQueue, Unsaved

if TYPE_CHECKING:
    from kyosei_desk.workspace.project_records import HistoryEntry, OpenProject
    from kyosei_desk.workspace.project_store import ProjectStore

__all__ = ["Change", "ProjectSession"]

_MOVED_ON = "この案は、ほかの画面で先に変えられていました。新しいほうを読みこみました。"
_NOT_IN = "いまの変更「{changes}」は入っていません。もう一度、入れてください。"
_LEAVING = "ほかの案を開いているところなので、いまの変更は入っていません。"
_NOT_LAST = (
    "そのあとにほかの変更があるため、ここからはもどせません。元に戻す（Ctrl+Z）で順にもどせます。"
)
_BROUGHT_BACK = "「{name}」を、いまの内容でもとにもどしました。"
_AS_VARIANT = (
    "消される前に、ほかの画面で変えられていました。いまの内容は「{name}」として残しました。"
    "変えられていたほうは、一覧にもどしてあります。"
)
_NOTHING = (ProjectProblem.NOTHING_TO_UNDO, ProjectProblem.NOTHING_TO_REDO)


class ProjectSession(QObject):
    """Signals.

    - ``project_changed(ModelProject)``: there is another value, by whatever way.
    - ``history_changed(HistoryEntry | None, HistoryEntry | None)``: what 元に戻す and
      やり直す would do.
    - ``stepped(HistoryEntry, ModelProject, bool)``: a change was taken back, or done again
      (True); the project is the one before.
    - ``saving()``; ``saved(datetime)`` when everything is kept.
    - ``opened(ModelProject)`` after :meth:`open` and :meth:`create`; ``closed()``.
    - ``failed(Exception)``: a change that cannot be made, or something not written.
    - ``told(str)``: what the person should know; ``noticed(str)``: that all is well again.
    """

    project_changed = Signal(object)
    history_changed = Signal(object, object)
    stepped = Signal(object, object, bool)
    saving = Signal()
    saved = Signal(object)
    opened = Signal(object)
    closed = Signal()
    failed = Signal(object)
    told = Signal(str)
    noticed = Signal(str)

    def __init__(self, keeper: ProjectKeeper, parent: QObject):
        """Begin with no project open."""
        super().__init__(parent)
        self._keeper = keeper
        self._work = keeper.operation()
        self._work.succeeded.connect(self._on_answer)
        self._work.failed.connect(self.failed)
        self._project: ModelProject | None = None
        self._place = Place()
        self._queue = RequestQueue()
        self._commits = 0
        self._unsaved = Unsaved()
        self._goes_on = False
        self._tried: Changed | None = None
        self._number = 0
        self._last = self._made = 0
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
        return bool(self._queue or self._commits)

    @property
    def unsaved(self) -> bool:
        """Whether a change could not be written; :meth:`save_again` tries again."""
        return bool(self._unsaved.changes)

    @property
    def gone(self) -> ProjectProblem | None:
        """Why trying again is of no use: the project is no longer there; None while it is."""
        return self._unsaved.problem if self._project is not None else None

    @property
    def last_change(self) -> int:
        """The number of the change that was asked for last, for :meth:`undo_of`."""
        return self._number

    # Changing

    def apply(self, change: Change) -> bool:
        """Change the project, show it, and have it kept; False if it cannot be changed so.

        During an undo it waits. While another project is being opened it is not taken: it
        would be made in that one.
        """
        if self._project is not None and self._queue.opens:
            self.told.emit(_LEAVING)
            return False
        self._number += 1
        request = Request(Kind.EDIT, change=change, number=self._number)
        if self._queue:
            self._last = request.number
            self._queue.add(request)
            return True
        return self._edit(request)

    def undo(self) -> None:
        """Take back the last change."""
        self._ask(Kind.UNDO, lambda store, place: store.undo(place.project_id, place.position))

    def undo_of(self, number: int) -> bool:
        """Take back the change of this number while it is the last one; else tell why not.

        One that still waits, and then cannot be made, is not taken back.
        """
        if number != self._last or self._project is None:
            self.told.emit(_NOT_LAST)
            return False
        self._ask(
            Kind.UNDO, lambda store, place: store.undo(place.project_id, place.position), number
        )
        return True

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._ask(Kind.REDO, lambda store, place: store.redo(place.project_id, place.position))

    def save_again(self) -> None:
        """Try again to write what could not be written."""
        if self.unsaved and self._project is not None and not (self._queue.turn or self._commits):
            last = self._unsaved.changes[-1]
            self._commit(Changed(last.kind, last.about, self._project))

    def bring_back(self) -> None:
        """Have the project that is gone kept again as it is shown, and go on with it.

        Where it had been changed before it was deleted, what is shown becomes another variant.
        """
        project, problem = self._project, self._unsaved.problem
        if project is not None and problem is not None and not self._queue:
            self._ask(Kind.BRING_BACK, partial(bring_back, project, self._tried))

    def when_asked(self, then: Callable[[], None]) -> None:
        """Ask the store something after all that has been changed so far: ``then`` does."""
        self._queue.add(Request(Kind.ASK, then=then))
        self._go_on()

    # Opening

    def open(self, project_id: str) -> None:
        """Open a project that is kept; what is not written keeps the one before open."""
        self._ask(Kind.OPEN, lambda store, _place: store.open(project_id))

    def create(self, changed: Changed) -> None:
        """Keep a new project, under another id if its own is taken, and open it."""
        self._ask(Kind.OPEN, lambda store, _place: store.create(changed, any_id=True))

    def close(self, *, give_up: bool = False) -> bool:
        """Have no project open any more, when everything is written; False when it is not.

        ``give_up`` closes the project whatever was not written.
        """
        if not give_up and not self.finish():
            return False
        self._wait()
        self._place = Place()
        self._unsaved.clear()
        self._last = 0
        if self._project is not None:
            self._project = None
            self._tell_history(None, None)
            self.closed.emit()
        return True

    def finish(self) -> bool:
        """Have everything written before the project is left; False: it cannot be."""
        self._wait()
        self.save_again()
        self._wait()
        return not self.unsaved

    def _wait(self) -> None:
        while self.busy:
            self._go_on()
            self._keeper.wait()

    # The queue

    def _ask(self, kind: Kind, act: Act, number: int = 0) -> None:
        self._last = 0
        self._queue.add(Request(kind, act, number=number))
        self._go_on()

    def _go_on(self) -> None:
        """Begin what waits, up to the next turn; that is answered before the rest."""
        while (request := self._queue.next()) is not None:
            if request.kind is Kind.EDIT:
                self._edit(request)
            elif request.then is not None:
                request.then()
            elif self._is_possible(request):
                if request.kind in CAREFUL:
                    self.save_again()
                self._queue.turn = request
                self._goes_on = False
                self._made = 0
                self._run(request)

    def _is_possible(self, request: Request) -> bool:
        kind = request.kind
        if request.number and request.number != self._made:
            return False  # it could not be made, which has been told
        if kind not in (Kind.UNDO, Kind.REDO):
            return True
        entry = self._undo if kind is Kind.UNDO else self._redo
        unknown = self._commits or self.unsaved  # then it is the worker that knows
        return self._project is not None and (entry is not None or bool(unknown))

    def _edit(self, request: Request) -> bool:
        if self._project is None or request.change is None:
            return False
        try:
            changed = request.change(self._project)
        except KyoseiError as error:
            self._forget(request)
            self.failed.emit(error)
            return False
        if changed.project == self._project:
            self._forget(request)
            return True
        self._made = request.number
        if not self._queue.waits:
            self._last = request.number
        self._commit(changed)
        self._show(changed.project)
        return True

    def _forget(self, request: Request) -> None:
        """What waited has changed nothing: there is nothing of it to undo."""
        if self._last == request.number:
            self._last = 0

    def _commit(self, changed: Changed) -> None:
        self._commits += 1
        self._tried = changed
        goes_on, self._goes_on = self._goes_on, True
        self.saving.emit()

        def commit(store: "ProjectStore", place: Place) -> "OpenProject":
            # After a failure this holds more than one change, which may be of several fields.
            joins = goes_on and place.failure is None
            return store.commit(place.project_id, place.position, changed, goes_on=joins)

        self._run(Request(Kind.EDIT, commit), changed)

    # The worker

    def _run(self, request: Request, changed: Changed | None = None) -> None:
        place = self._place
        self._work.attempt(lambda open_store: carry_out(request, open_store, place, changed))

    def _on_answer(self, answer: Answer) -> None:
        if answer.changed is not None:
            self._commits -= 1
            self._on_committed(answer, answer.changed)
        else:
            turn, self._queue.turn = self._queue.turn, None
            assert turn is not None
            self._on_turned(turn.kind, answer)
        self._go_on()

    def _on_committed(self, answer: Answer, changed: Changed) -> None:
        if answer.opened is not None:
            self._unsaved.clear()  # every commit holds the changes before it
            self._tell_history(answer.opened.undo, answer.opened.redo)
            if not self._commits:
                self.saved.emit(answer.opened.changed_at)
            return
        self._unsaved.add(changed, answer.error)
        if not isinstance(answer.error, ProjectMovedOnError):
            self.failed.emit(answer.error)
        elif not self._commits and self._queue.turn is None:
            self._read_again()

    def _on_turned(self, kind: Kind, answer: Answer) -> None:
        opened = answer.opened
        if opened is None:
            self._on_turn_failed(answer)
            return
        newly = self._project is None or self._project.id != opened.project.id
        self._place = answer.place
        if kind is Kind.READ_AGAIN:
            self._tell_moved_on()
        elif kind is Kind.BRING_BACK:
            tell, words = (self.told, _AS_VARIANT) if newly else (self.noticed, _BROUGHT_BACK)
            tell.emit(words.format(name=opened.project.title))
        self._unsaved.clear()
        before = self._project
        self._tell_history(opened.undo, opened.redo)
        self._show(opened.project)
        entry = {Kind.UNDO: opened.redo, Kind.REDO: opened.undo}.get(kind)
        if entry is not None:
            self.stepped.emit(entry, before, kind is Kind.REDO)
        if newly:
            self.opened.emit(opened.project)
        if not self.busy:
            self.saved.emit(opened.changed_at)

    def _on_turn_failed(self, answer: Answer) -> None:
        error = answer.error
        self._unsaved.note(error, self._place.project_id)
        if isinstance(error, ProjectMovedOnError):
            self._read_again()
        elif isinstance(error, ProjectError) and error.problem in _NOTHING:
            return
        elif not answer.refused:  # why it was refused has been told
            self.failed.emit(error)

    def _read_again(self) -> None:
        """Take over what another window made of the project; changes that wait come after."""
        project_id = self._place.project_id
        again = Request(Kind.READ_AGAIN, lambda store, _place: store.open(project_id))
        self._queue.read_again(again)

    def _tell_moved_on(self) -> None:
        lost = self._unsaved.words
        self.told.emit(_MOVED_ON + (_NOT_IN.format(changes=lost) if lost else ""))
        if not self._queue.waits:
            self._last = 0

    def _show(self, project: ModelProject) -> None:
        if project != self._project:
            self._project = project
            self.project_changed.emit(project)

    def _tell_history(self, undo: "HistoryEntry | None", redo: "HistoryEntry | None") -> None:
        self._undo, self._redo = undo, redo
        self.history_changed.emit(undo, redo)
