# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""つくる: beginning a project, answering the questions, and the workbench."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.services import Services
from kyosei_desk.ui.actions import ActionId, add_action
from kyosei_desk.ui.background import WorkerThread
from kyosei_desk.ui.build.beginning import Beginning
from kyosei_desk.ui.build.build_status import BuildStatus
from kyosei_desk.ui.build.build_trouble import BuildTrouble
from kyosei_desk.ui.build.gone_notice import GoneNotice
from kyosei_desk.ui.build.keyboard_place import KeyboardPlace
from kyosei_desk.ui.build.known_town import known_town
from kyosei_desk.ui.build.library import BuildLibrary
from kyosei_desk.ui.build.project_acts import ProjectActs
from kyosei_desk.ui.build.project_files import ProjectFiles
from kyosei_desk.ui.build.project_keeper import ProjectKeeper
from kyosei_desk.ui.build.project_past import ProjectPast
from kyosei_desk.ui.build.project_session import ProjectSession
from kyosei_desk.ui.build.settled import hand_over_texts
from kyosei_desk.ui.build.shelf import ProjectShelf, Shelved
from kyosei_desk.ui.build.start_view import StartView
from kyosei_desk.ui.build.waiting_view import WaitingView
from kyosei_desk.ui.build.workbench import Workbench
from kyosei_desk.ui.messages import failure_message
from kyosei_desk.ui.theme import Theme

PROJECT_KEY = "project"
_AGAIN = "もう一度"


class BuildPage(QWidget):
    """The page. :meth:`shut_down` ends its thread; the keeper is another's.

    Signals: ``status_changed(str)``, ``message_requested(Message)``, ``address_requested(str)``
    to read in さがす, ``compare_requested(tuple[str, ...])`` with a project's address and cases'.
    """

    status_changed = Signal(str)
    message_requested = Signal(object)
    address_requested = Signal(str)
    compare_requested = Signal(object)

    def __init__(
        self,
        theme: Theme,
        services: Services,
        keeper: ProjectKeeper,
        parent: QWidget | None = None,
    ):
        """Make the page for a library that is still being read."""
        super().__init__(parent)
        self.setObjectName("page")
        self.setAccessibleName("つくる")
        self._theme = theme
        self._services = services
        self._keeper = keeper
        self._worker = WorkerThread("build", self)
        self._wanted = services.settings.window_state().get(PROJECT_KEY, "")
        self._wanted_element = self._coming = ""
        self._keyboard_due = False
        self._remembering = keeper.operation()
        self.session = ProjectSession(keeper, self)
        self._keyboard = KeyboardPlace(self)
        self.session.project_changed.connect(self._keyboard.hold)  # before any part follows it
        self.past = ProjectPast(keeper, self.session, self)
        self.library: BuildLibrary | None = None
        self.shelf: ProjectShelf | None = None
        self.beginning: Beginning | None = None
        self.workbench: Workbench | None = None
        self.acts: ProjectActs | None = None
        self.start = StartView(theme, self)
        self.status = BuildStatus(self.session, self)
        self.waiting = WaitingView(self)
        self.gone = GoneNotice(theme, self)
        self.trouble = BuildTrouble(self.session, self.past, self.gone, services.data_dir, self)
        self.places = QStackedWidget(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.gone)
        column.addWidget(self.places, 1)
        self.places.addWidget(self.waiting)
        self.places.addWidget(self.start)
        self._connect()

    def set_library(self, corpus: Corpus) -> None:
        """Build with the cases of this library; projects are read then."""
        if self.library is not None:
            return  # what there is has not changed, and may be in use
        self.library = BuildLibrary(corpus, self._services.settings)
        self.status.set_library(self.library)
        self.shelf = ProjectShelf(self._keeper, self.library, self)
        files = ProjectFiles(self._services, self.library, self._worker, self)
        self.acts = ProjectActs(self._theme, self.session, self.shelf, files, self.library, self)
        self.beginning = Beginning(self._theme, self.session, self.shelf, self.library, self)
        for place in self.beginning.places:
            self.places.addWidget(place)
        self._connect_library(self.shelf, self.acts, self.beginning)
        self._remembering.do(known_town(self._services, self.library))
        self.shelf.refresh()
        self.trouble.tell_rescued()

    def open_project(self, project_id: str, element_id: str = "") -> None:
        """Open a project, now or when the library is there; ``element_id`` is looked at."""
        self._wanted_element = element_id
        if self.library is None:
            self._wanted = project_id
        elif self.session.project is None or self.session.project.id != project_id:
            self._hand_over()
            self._open(project_id)
        else:
            self.show_workbench()

    def show_start(self) -> None:
        """Leave the project that is open, and list the projects there are.

        One that cannot be written stays open; one that is gone is left, and kept as a file.
        """
        self._hand_over()
        self._coming = ""
        if not self.session.close():
            if not self.session.gone:
                self.show_workbench()
                return
            self.trouble.rescue()
        if self.shelf is not None:
            self.shelf.refresh()
        self._show(self.start)
        self._keyboard_due = True

    def show_workbench(self) -> None:
        """Work on the project that is open; the workbench is made the first time."""
        if self.library is None or self.session.project is None:
            return
        if self.workbench is None:
            self.workbench = self._make_workbench(self.library)
            self.places.addWidget(self.workbench)
        self._show(self.workbench)
        self.workbench.take_keyboard()
        element_id, self._wanted_element = self._wanted_element, ""
        if self.session.project.element(element_id) is not None:
            self.workbench.design.show_element(element_id)

    def take_keyboard(self) -> None:
        """Put the keyboard on what is shown."""
        shown = self.places.currentWidget()
        if shown is self.workbench and self.workbench is not None:
            self.workbench.take_keyboard()
        elif shown is self.start:
            self.start.take_keyboard()
        elif shown is self.waiting:
            self.waiting.take_keyboard()
        elif self.beginning is not None:
            self.beginning.take_keyboard()

    def refresh_settings(self) -> None:
        """Show dates as the settings have them now."""
        if self.beginning is not None:
            self.beginning.refresh_settings()
        if self.workbench is not None:
            self.workbench.refresh_settings()
        if self.shelf is not None:
            self._on_listed(self.shelf.shelved)

    def state(self) -> dict[str, str]:
        """Return what the window should remember of the page: also what is still to come."""
        project = self.session.project
        coming = self._wanted or self._coming
        return {PROJECT_KEY: project.id if project is not None else coming}

    def shut_down(self) -> None:
        """Hand over what is being typed, and wait for the page's own thread.

        A file that is being written, or waits for it, is written.
        """
        self._hand_over()
        if not self.session.finish():
            self.trouble.rescue()
        self._wanted = ""
        self._worker.finish()

    def _hand_over(self) -> None:
        hand_over_texts(self)
        if self.beginning is not None:
            self.beginning.hand_over()

    def _show(self, place: QWidget) -> None:
        self.places.setCurrentWidget(place)
        if self.beginning is not None and place not in self.beginning.places:
            self.beginning.leave()

    # Following the parts

    def _on_listed(self, shelved: Shelved) -> None:
        assert self.library is not None
        focused = QApplication.focusWidget()
        due = self._keyboard_due or (focused is not None and self.start.isAncestorOf(focused))
        self.start.show_shelf(shelved, era_first=self.library.era_first)
        self.status.set_count(len(shelved.cards))
        wanted, self._wanted = self._wanted, ""
        if wanted in {card.entry.id for card in shelved.cards}:
            self._open(wanted)
        elif self.places.currentWidget() is self.waiting:
            self._show(self.start)
            due = self.isVisible()
        if due and self.places.currentWidget() is self.start:
            self.start.take_keyboard()
        self._keyboard_due = False

    def _on_unlisted(self, error: Exception) -> None:
        assert self.shelf is not None
        message = failure_message(error, _AGAIN, self.shelf.refresh)
        if self.places.currentWidget() is self.waiting:
            self.waiting.show_reason(message.text)
        else:
            self.message_requested.emit(message)

    def _open(self, project_id: str) -> None:
        self._coming = project_id
        self.session.open(project_id)

    def _on_opened(self, _project: ModelProject) -> None:
        self._coming = ""
        if self.beginning is None or not self.beginning.is_asking:
            self.show_workbench()

    def _on_failed(self, _error: Exception) -> None:
        self._coming = ""
        if self.session.project is None and self.places.currentWidget() is not self.start:
            self._show(self.start)

    def _on_town(self) -> None:
        if self.beginning is not None:
            self._hand_over()
            self.beginning.edit_town()

    def _on_file(self) -> None:
        if self.acts is not None:
            self.acts.take_out("json")

    def _on_questions(self) -> None:
        if self.beginning is not None:
            self._hand_over()
            self.beginning.ask_questions()

    # Making

    def _make_workbench(self, library: BuildLibrary) -> Workbench:
        made = Workbench(self._theme, self.session, self.past, library, self._worker, self)
        made.address_requested.connect(self.address_requested)
        made.message_requested.connect(self.message_requested)
        made.header.list_requested.connect(self.show_start)
        made.town_requested.connect(self._on_town)
        made.header.questions_requested.connect(self._on_questions)
        assert self.acts is not None
        self.acts.follow(made.header)
        for action_id, slot in ((ActionId.UNDO, made.undo), (ActionId.REDO, made.redo)):
            add_action(made, action_id, slot, everywhere=True)  # as long as it is shown
        return made

    def _connect(self) -> None:
        session = self.session
        session.opened.connect(self._on_opened)
        session.failed.connect(self._on_failed)
        self.gone.file_requested.connect(self._on_file)
        self.trouble.message_requested.connect(self.message_requested)
        self.status.changed.connect(self.status_changed)

    def _connect_library(
        self, shelf: ProjectShelf, acts: ProjectActs, beginning: Beginning
    ) -> None:
        start = self.start
        shelf.listed.connect(self._on_listed)
        shelf.unlisted.connect(self._on_unlisted)
        self.waiting.retry_requested.connect(shelf.refresh)
        shelf.added.connect(self.open_project)
        shelf.message_requested.connect(self.message_requested)
        acts.message_requested.connect(self.message_requested)
        acts.compare_requested.connect(self.compare_requested)
        acts.handing_over.connect(self._hand_over)
        start.way_chosen.connect(beginning.begin)
        start.file_requested.connect(acts.bring_in)
        start.open_requested.connect(self.open_project)
        start.copy_requested.connect(shelf.copy)
        start.rename_requested.connect(acts.rename)
        start.delete_requested.connect(shelf.delete)
        start.restore_requested.connect(shelf.restore)
        beginning.place_wanted.connect(self._show)
        beginning.given_up.connect(self.show_start)
        beginning.told.connect(self.trouble.note)
        self._remembering.succeeded.connect(beginning.set_known_town)
        beginning.finished.connect(self.show_workbench)
