# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What the project that is open has to say, as sentences with a way on; what is lost is saved."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kyosei_desk.domain.errors import ProjectError
from kyosei_desk.ui.build.gone_notice import GoneNotice
from kyosei_desk.ui.build.project_past import ProjectPast
from kyosei_desk.ui.build.project_session import ProjectSession
from kyosei_desk.ui.build.rescue import rescue, rescue_text, rescued_files
from kyosei_desk.ui.build.revisions.revisions_dialog import RevisionsDialog
from kyosei_desk.ui.messages import Message, Severity, failure_message
from kyosei_desk.wording.errors import error_sentence

_SAVE_AGAIN = "もう一度保存する"


class BuildTrouble(QObject):
    """``message_requested(Message)``: what went wrong, or was done, and what to do.

    ``notice`` stands over the project while it is gone.
    """

    message_requested = Signal(object)

    def __init__(
        self,
        session: ProjectSession,
        past: ProjectPast,
        notice: GoneNotice,
        folder: Path,
        page: QWidget,
    ):
        """Follow the session; what cannot be kept is written to files in ``folder``."""
        super().__init__(page)
        self._session = session
        self._notice = notice
        self._folder = folder
        self._page = page
        session.failed.connect(self.tell_failure)
        session.told.connect(self.warn)
        session.noticed.connect(self.note)
        for signal in (session.opened, session.closed, session.saved):
            signal.connect(self._show_gone)
        notice.back_requested.connect(session.bring_back)
        past.failed.connect(self._on_past_failed)

    def tell_failure(self, error: Exception) -> None:
        """Tell what could not be done; of a project that is gone its notice tells."""
        if self._show_gone():
            return
        if isinstance(error, ProjectError):
            self.warn(error_sentence(error))
        elif self._session.unsaved:
            again = failure_message(error, _SAVE_AGAIN, self._session.save_again)
            self.message_requested.emit(again)
        else:
            self.message_requested.emit(failure_message(error))

    def warn(self, sentence: str) -> None:
        """Tell what the person should know."""
        self.message_requested.emit(Message(Severity.WARNING, sentence))

    def note(self, sentence: str) -> None:
        """Tell that all is well."""
        self.message_requested.emit(Message(Severity.INFO, sentence))

    def rescue(self) -> None:
        """Keep what cannot be written as a file, and leave the project."""
        project = self._session.project
        path = rescue(project, self._folder) if project is not None else None
        if path is not None:
            self.warn(rescue_text(path))
        self._session.close(give_up=True)

    def tell_rescued(self) -> None:
        """Tell of the files that projects were rescued to before."""
        for path in rescued_files(self._folder):
            self.warn(rescue_text(path))

    def _show_gone(self) -> bool:
        project = self._session.project
        return self._notice.show_problem(self._session.gone, project.title if project else "")

    def _on_past_failed(self, error: Exception) -> None:
        dialogs = self._page.findChildren(RevisionsDialog)
        if not any(dialog.isVisible() for dialog in dialogs):  # else it says so itself
            self.tell_failure(error)
