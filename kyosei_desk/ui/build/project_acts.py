# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What is done with a project as a whole: named, set, copied, compared, taken out."""

from collections import Counter

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kyosei_desk.domain.comparing.nearness import ConditionKind, ordered_by
from kyosei_desk.domain.projects.changes.projects import rename, set_status
from kyosei_desk.domain.projects.model import ModelProject, ProjectStatus
from kyosei_desk.domain.projects.ways import near_town
from kyosei_desk.ui.build.header import BuildHeader
from kyosei_desk.ui.build.library import BuildLibrary
from kyosei_desk.ui.build.name_dialog import NameDialog
from kyosei_desk.ui.build.project_files import ProjectFiles
from kyosei_desk.ui.build.project_session import ProjectSession
from kyosei_desk.ui.build.shelf import ProjectShelf
from kyosei_desk.ui.theme import Theme

_CASES = 2


class ProjectActs(QObject):
    """``handing_over`` comes before anything that needs what is still being typed."""

    handing_over = Signal()
    compare_requested = Signal(object)
    message_requested = Signal(object)

    def __init__(
        self,
        theme: Theme,
        session: ProjectSession,
        shelf: ProjectShelf,
        files: ProjectFiles,
        library: BuildLibrary,
        window: QWidget,
    ):
        """Act on the project of the session; dialogs stand over ``window``."""
        super().__init__(window)
        self._theme = theme
        self._session = session
        self._shelf = shelf
        self._files = files
        self._library = library
        self._window = window
        files.message_requested.connect(self.message_requested)
        files.read_requested.connect(shelf.bring_in)

    def follow(self, header: BuildHeader) -> None:
        """Do what the header asks."""
        header.status_chosen.connect(self.set_status)
        header.name_requested.connect(self.rename_open)
        header.variant_requested.connect(self.copy_open)
        header.compare_requested.connect(self.compare)
        header.file_requested.connect(self.take_out)

    def set_status(self, status: ProjectStatus) -> None:
        """Say how far the project has come."""
        self._session.apply(lambda project: set_status(project, status))

    def rename_open(self) -> None:
        """Ask for another name of the project that is open."""
        self.handing_over.emit()
        if (project := self._session.project) is not None:
            self._ask(project.id, project.name, project.variant)

    def rename(self, project_id: str) -> None:
        """Ask for another name of a project in the list."""
        for card in self._shelf.shelved.cards:
            if card.entry.id == project_id:
                self._ask(project_id, card.entry.name, card.entry.variant)

    def copy_open(self) -> None:
        """Make another variant of the project that is open, and open that."""
        self.handing_over.emit()
        if (project := self._session.project) is not None:
            self._shelf.copy(project.id)

    def compare(self) -> None:
        """Ask to put the project beside cases."""
        self.handing_over.emit()
        if (project := self._session.project) is not None:
            self.compare_requested.emit(columns_beside(project, self._library))

    def take_out(self, suffix: str) -> None:
        """Write the project to a file of a kind."""
        self.handing_over.emit()
        if (project := self._session.project) is not None:
            self._files.take_out(project, suffix)

    def bring_in(self) -> None:
        """Add a project from a file."""
        self._files.ask_to_read()

    def _ask(self, project_id: str, name: str, variant: str) -> None:
        dialog = NameDialog(self._theme, project_id, name, variant, self._window)
        dialog.named.connect(self._on_named)
        dialog.open()

    def _on_named(self, project_id: str, name: str, variant: str) -> None:
        project = self._session.project
        if project is not None and project.id == project_id:
            self._session.apply(lambda now: rename(now, name, variant))
        else:
            self._shelf.rename(project_id, name, variant)


def columns_beside(project: ModelProject, library: BuildLibrary) -> tuple[str, ...]:
    """Return a project with two cases to compare it with.

    Those come first that most was taken over from, then those nearest in population.
    """
    taken = Counter(origin.document_id for origin in project.origins)
    known = {case.id for case in library.cases}
    sources = [case_id for case_id, _ in taken.most_common() if case_id in known]
    town = near_town(project.town, library.municipalities)
    near = [one.design_id for one in ordered_by(ConditionKind.POPULATION, town, library.cases)]
    cases = list(dict.fromkeys((*sources, *near)))[:_CASES]
    return (project.address, *cases)
