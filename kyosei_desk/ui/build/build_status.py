# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The sentence at the foot of the window: what is kept, and how far the guideline is answered."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kyosei_desk.domain.projects.gaps import GapState, gap_board
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.ui.build.library import BuildLibrary
from kyosei_desk.ui.build.project_session import ProjectSession
from kyosei_desk.ui.build.step_words import step_words

if TYPE_CHECKING:
    from kyosei_desk.workspace.project_records import HistoryEntry


class BuildStatus(QObject):
    """``changed(str)`` carries the sentence."""

    changed = Signal(str)

    def __init__(self, session: ProjectSession, parent: QObject):
        """Follow the project of the session."""
        super().__init__(parent)
        self._session = session
        self._library: BuildLibrary | None = None
        self._saved = self._step = ""
        self._board = ""
        self._count = 0
        session.project_changed.connect(self._on_project)
        session.saving.connect(self._on_saving)
        session.saved.connect(self._on_saved)
        session.stepped.connect(self._on_stepped)
        session.failed.connect(self._on_failed)
        session.closed.connect(self.tell)

    def set_library(self, library: BuildLibrary) -> None:
        """Count the rows of this library's guideline."""
        self._library = library

    def set_count(self, count: int) -> None:
        """Say how many projects there are while none is open."""
        self._count = count
        self.tell()

    def tell(self) -> None:
        """Send the sentence."""
        if self._session.project is None:
            self._step = ""
            self.changed.emit(f"案 {self._count}つ" if self._count else "案は、まだありません")
        else:
            self.changed.emit("　".join(filter(None, (self._step, self._saved, self._board))))

    def _on_project(self, project: ModelProject) -> None:
        if (library := self._library) is not None:
            board = gap_board(project, library.provisions, library.functions, ())
            partly = board.count(GapState.PARTLY)
            besides = f"（ほかに一部 {partly}）" if partly else ""
            self._board = f"指針の項目 {board.answered} / {board.total} に答えている{besides}"
        self.tell()

    def _on_stepped(self, entry: "HistoryEntry", before: ModelProject, again: bool) -> None:
        if (now := self._session.project) is not None:
            self._step = step_words(entry, before, now, again=again)
            self.tell()

    def _on_saving(self) -> None:
        self._step = ""
        self._saved = "保存しています…"
        self.tell()

    def _on_saved(self, moment: datetime) -> None:
        here = moment.astimezone()
        self._saved = f"自動保存しました {here.hour}:{here.minute:02d}"
        self.tell()

    def _on_failed(self) -> None:
        if self._session.unsaved:
            self._saved = "まだ保存できていません"
            self.tell()
