# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The projects there are: listed with how far they are, named, copied, deleted, brought in."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kyosei_desk.domain.errors import ProjectError
from kyosei_desk.domain.projects.changed import Changed
from kyosei_desk.domain.projects.changes.projects import as_variant, rename
from kyosei_desk.domain.projects.gaps import gap_board
from kyosei_desk.ui.build.library import BuildLibrary
from kyosei_desk.ui.build.project_keeper import ProjectKeeper
from kyosei_desk.ui.build.variants import next_variant
from kyosei_desk.ui.messages import Message, Severity, failure_message

if TYPE_CHECKING:
    from kyosei_desk.domain.projects.model import ModelProject
    from kyosei_desk.workspace.project_records import OpenProject, ProjectEntry
    from kyosei_desk.workspace.project_store import ProjectStore


@dataclass(frozen=True)
class ShelfCard:
    """A project as it stands in the list.

    ``answered`` of ``total`` rows of the guideline are answered; ``elements`` are counted. None
    of that is known when the project is not ``readable``.
    """

    entry: "ProjectEntry"
    answered: int
    total: int
    elements: int
    readable: bool = True

    @property
    def title(self) -> str:
        """The name with the variant."""
        return f"{self.entry.name}（{self.entry.variant}）"


@dataclass(frozen=True)
class Shelved:
    """What the store holds: the projects, the newest change first, and those deleted."""

    cards: tuple[ShelfCard, ...] = ()
    deleted: "tuple[ProjectEntry, ...]" = ()


class ProjectShelf(QObject):
    """``listed(Shelved)`` answers :meth:`refresh`; what changes the list refreshes it.

    ``unlisted(Exception)`` answers it when there is no list. ``added(str)`` is the id of a
    project that was copied or brought in.
    """

    listed = Signal(object)
    unlisted = Signal(object)
    added = Signal(str)
    message_requested = Signal(object)

    def __init__(self, keeper: ProjectKeeper, library: BuildLibrary, parent: QObject):
        """List nothing yet."""
        super().__init__(parent)
        self._library = library
        self._gone: tuple[str, str] = ("", "")
        self.shelved = Shelved()
        self._listing = keeper.operation()
        self._listing.succeeded.connect(self._on_listed)
        self._changing = keeper.operation()
        self._changing.succeeded.connect(self._on_changed)
        self._adding = keeper.operation()
        self._adding.succeeded.connect(self._on_added)
        self._copying = keeper.operation()
        self._copying.succeeded.connect(self._on_copied)
        self._listing.failed.connect(self.unlisted)
        for operation in (self._changing, self._adding, self._copying):
            operation.failed.connect(self._on_failure)

    def refresh(self) -> None:
        """List the projects there are now."""
        card_of = self._card

        def look(store: "ProjectStore") -> Shelved:
            cards = tuple(card_of(entry, store) for entry in store.entries())
            return Shelved(cards, store.deleted())

        self._listing.do(look)

    def rename(self, project_id: str, name: str, variant: str) -> None:
        """Give a project another name."""

        def change(store: "ProjectStore") -> None:
            opened = store.open(project_id)
            store.commit(project_id, opened.position, rename(opened.project, name, variant))

        self._changing.do(change)

    def delete(self, project_id: str) -> None:
        """Delete a project, and offer to take that back."""
        title = next((card.title for card in self.shelved.cards if card.entry.id == project_id), "")
        self._gone = (project_id, title)
        self._changing.do(lambda store: store.delete(project_id))
        text = f"「{title}」を消しました。"
        self._tell(Message(Severity.INFO, text, "もとにもどす", self._restore_last))

    def restore(self, project_id: str) -> None:
        """Take a deletion back."""
        self._changing.do(lambda store: store.restore(project_id))

    def copy(self, project_id: str) -> None:
        """Make another variant of a project, which is then opened."""

        def make(store: "ProjectStore") -> "tuple[ModelProject, OpenProject]":
            project = store.open(project_id).project
            variant = next_variant(project, store.entries())
            return project, store.create(as_variant(project, variant), any_id=True)

        self._copying.do(make)

    def bring_in(self, path: Path, read: Callable[[Path], Changed]) -> None:
        """Add the project of a file, which is then opened; ``read`` runs in the worker."""
        self._adding.do(lambda store: store.create(read(path), any_id=True))

    def _card(self, entry: "ProjectEntry", store: "ProjectStore") -> ShelfCard:
        library = self._library
        try:
            project = store.open(entry.id).project
        except ProjectError:  # the others can still be worked on
            return ShelfCard(entry, 0, 0, 0, readable=False)
        board = gap_board(project, library.provisions, library.functions, ())
        return ShelfCard(entry, board.answered, board.total, len(project.design.elements))

    def _restore_last(self) -> None:
        self.restore(self._gone[0])

    def _on_listed(self, shelved: Shelved) -> None:
        self.shelved = shelved
        self.listed.emit(shelved)

    def _on_changed(self, _nothing: object) -> None:
        self.refresh()

    def _on_added(self, opened: "OpenProject") -> None:
        self.added.emit(opened.project.id)

    def _on_copied(self, copied: "tuple[ModelProject, OpenProject]") -> None:
        """Open the copy, and say which is open now and where the other is."""
        of, made = copied[0], copied[1].project
        self.added.emit(made.id)
        text = (
            f"{made.variant}をつくり、開きました。"
            f"変更は{made.variant}に入り、{of.variant}はそのまま残ります。"
        )
        back = partial(self.added.emit, of.id)
        self._tell(Message(Severity.SUCCESS, text, f"{of.variant}にもどる", back))

    def _on_failure(self, error: Exception) -> None:
        self._tell(failure_message(error))

    def _tell(self, message: Message) -> None:
        self.message_requested.emit(message)
