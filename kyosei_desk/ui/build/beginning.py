# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""How a project begins: a way, perhaps a case, the town with its figures, perhaps questions."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kyosei_desk.domain.dates import today
from kyosei_desk.domain.projects.changed import Changed
from kyosei_desk.domain.projects.changes.projects import new_project
from kyosei_desk.domain.projects.changes.taking_over import from_case
from kyosei_desk.domain.projects.model import ModelProject, OwnTown
from kyosei_desk.ui.build.case_choice import CaseChoice
from kyosei_desk.ui.build.interview_view import InterviewView
from kyosei_desk.ui.build.library import BuildLibrary
from kyosei_desk.ui.build.project_session import ProjectSession
from kyosei_desk.ui.build.shelf import ProjectShelf
from kyosei_desk.ui.build.start_view import Way
from kyosei_desk.ui.build.town_form import TownForm
from kyosei_desk.ui.build.variants import next_variant
from kyosei_desk.ui.theme import Theme

FIRST_NAME = "包括的な支援体制"
_COPIED = "「くらべる」の地図で入れた、このまちの数字を写しました。"


class Beginning(QObject):
    """Shows its places one after the other.

    ``place_wanted(QWidget)`` is the next one, ``finished`` leads to the workbench,
    ``given_up`` back to the list. ``told(str)`` is what the person should notice.
    """

    place_wanted = Signal(object)
    finished = Signal()
    given_up = Signal()
    told = Signal(str)

    def __init__(
        self,
        theme: Theme,
        session: ProjectSession,
        shelf: ProjectShelf,
        library: BuildLibrary,
        parent: QWidget,
    ):
        """Make the places."""
        super().__init__(parent)
        self._session = session
        self._shelf = shelf
        self._library = library
        self._case = ""
        self._known: OwnTown | None = None
        self._place: QWidget | None = None
        self.cases = CaseChoice(theme, library, parent)
        self.town = TownForm(theme, session, library, parent)
        self.interview = InterviewView(theme, session, library, parent)
        self.cases.chosen.connect(self._on_case)
        self.cases.cancelled.connect(self.given_up)
        self.town.town_chosen.connect(self._on_town)
        self.town.finished.connect(self._on_figures)
        self.town.cancelled.connect(self._on_back)
        self.interview.finished.connect(self._finish)
        session.opened.connect(self._on_opened)

    @property
    def places(self) -> tuple[QWidget, ...]:
        """Everything that may be shown."""
        return (self.cases, self.town, self.interview)

    @property
    def is_asking(self) -> bool:
        """Whether one of the places is to be seen, not the workbench or the list."""
        return self._place is not None

    def set_known_town(self, town: OwnTown | None) -> None:
        """Begin with these figures, entered elsewhere, if it is this town that is chosen."""
        self._known = town

    def begin(self, way: str) -> None:
        """Begin a project in a way."""
        self._case = ""
        if Way(way) is Way.CASE:
            self._show(self.cases)
            self.cases.take_keyboard()
        else:
            self._ask_town(Way(way))

    def edit_town(self) -> None:
        """Change the figures of the town."""
        self._show(self.town)
        self.town.edit()

    def ask_questions(self) -> None:
        """Ask the ten questions, or go on with them."""
        self._show(self.interview)
        self.interview.begin()

    def take_keyboard(self) -> None:
        """Put the keyboard on what is shown."""
        for place in (self.cases, self.town, self.interview):
            if place is self._place:
                place.take_keyboard()

    def hand_over(self) -> None:
        """Keep the answer that is being given."""
        if self._place is self.interview:
            self.interview.keep()

    def leave(self) -> None:
        """Something else is shown."""
        self._place = None

    def refresh_settings(self) -> None:
        """Show dates as the settings have them now."""
        self.cases.refresh_settings()
        self.town.refresh_settings()

    def _show(self, place: QWidget) -> None:
        self._place = place
        self.place_wanted.emit(place)

    def _ask_town(self, way: Way) -> None:
        self._session.close()
        self._show(self.town)
        self.town.begin(way)

    def _on_case(self, case_id: str) -> None:
        self._case = case_id
        self._ask_town(Way.CASE)

    def _on_town(self, town: OwnTown) -> None:
        """Begin the project as soon as its town is known: what is entered is kept from here."""
        entries = [card.entry for card in self._shelf.shelved.cards]
        first = new_project(FIRST_NAME, town).project
        taken = any(
            (entry.town, entry.name, entry.variant) == (town.name, first.name, first.variant)
            for entry in entries
        )
        variant = next_variant(first, entries) if taken else first.variant
        known = self._known
        if known is not None and known.code == town.code:
            town = known
            self.told.emit(_COPIED)
        self._session.create(new_project(FIRST_NAME, town, variant))

    def _on_opened(self) -> None:
        if self._place is self.town:
            self.town.take_keyboard()

    def _on_figures(self) -> None:
        if self.town.way is Way.QUESTIONS:
            self.ask_questions()
            return
        if self.town.way is Way.CASE:
            self._session.apply(self._with_case)
        self._finish()

    def _with_case(self, project: ModelProject) -> Changed:
        """Put all elements of the case into the project that has just begun."""
        column = self._library.case(self._case)
        assert column is not None
        begun = from_case(
            column,
            project.town,
            project.name,
            project.variant,
            today=today(),
            rule=self.town.rule.rule,
            project_id=project.id,
        )
        return Changed(begun.kind, f"{column.title}をもとに", begun.project)

    def _on_back(self) -> None:
        if self.town.way is None and self._session.project is not None:
            self._finish()
        elif self._session.project is None and self.town.way is Way.CASE:
            self.begin(Way.CASE.value)
        else:
            self.given_up.emit()

    def _finish(self) -> None:
        self._place = None
        self.finished.emit()
