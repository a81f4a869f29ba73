# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Which provisions an element answers, each in full or in part."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from kyosei_desk.domain.designs import ProvisionCoverage
from kyosei_desk.domain.projects.gaps import GapState
from kyosei_desk.domain.vocabulary import Coverage
from kyosei_desk.ui.build.library import BuildLibrary
from kyosei_desk.ui.layouts import LayoutScaler, clear_layout
from kyosei_desk.ui.reader.labels import function_tag
from kyosei_desk.ui.relays import relay_click
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme

_STATES = {Coverage.FULL: GapState.COVERED.label, Coverage.PARTIAL: GapState.PARTLY.label}


class ProvisionsField(QWidget):
    """``answered(str, object)`` is a provision and its coverage, None for no more."""

    answered = Signal(str, object)
    switched = Signal(str)
    dropped = Signal(str)

    def __init__(self, theme: Theme, library: BuildLibrary, parent: QWidget):
        """Show no provisions yet."""
        super().__init__(parent)
        self._theme = theme
        self._library = library
        self._answers: tuple[ProvisionCoverage, ...] = ()
        self._buttons: dict[tuple[str, bool], QPushButton] = {}
        self._scaler = LayoutScaler(theme, self)
        self._list = QVBoxLayout()
        self._scaler.add(self._list, spacing=4)
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._on_added)
        self._add = QPushButton("項目を選ぶ…", self)
        self._add.setAccessibleName("この要素が答える指針の項目を選ぶ")
        self._add.setProperty("kind", "choice")
        self._add.clicked.connect(self._open)
        column = QVBoxLayout(self)
        self._scaler.add(column, spacing=6)
        column.addLayout(self._list)
        row = QHBoxLayout()
        row.addWidget(self._add)
        row.addStretch(1)
        column.addLayout(row)
        self.switched.connect(self._on_switched)
        self.dropped.connect(self._on_dropped)
        self._fill_menu()

    @property
    def menu_shown(self) -> QMenu:
        """The provisions that can be added."""
        return self._menu

    def show_answers(self, answers: Sequence[ProvisionCoverage]) -> None:
        """Show what an element answers."""
        if tuple(answers) == self._answers and self._list.count() == len(answers):
            return
        self._answers = tuple(answers)
        focused = next((key for key, button in self._buttons.items() if button.hasFocus()), None)
        if focused is not None:
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        self._buttons.clear()
        clear_layout(self._list)
        for answer in answers:
            row = self._row(answer)
            self._list.addWidget(row)
            row.show()
        self._fill_menu()
        if focused is not None and focused in self._buttons:
            self._buttons[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, answer: ProvisionCoverage) -> QWidget:
        provision = self._library.provisions.get(answer.id)
        name = provision.plain if provision else answer.id
        number = self._library.functions[provision.function].number if provision else None
        made = QWidget()
        row = QHBoxLayout(made)
        self._scaler.add(row, spacing=4)
        row.addWidget(text_label(f"【{number or '計画'}】{name}", "body", made), 1)
        switch = QPushButton(_STATES[answer.coverage], made)
        switch.setProperty("kind", "choice")
        switch.setToolTip("押すと「答えている」と「一部」が入れかわります")
        switch.setAccessibleName(f"{name}: {_STATES[answer.coverage]}")
        relay_click(switch, self.switched, answer.id)
        drop = QPushButton("外す", made)
        drop.setProperty("kind", "link")
        drop.setAccessibleName(f"{name}を外す")
        relay_click(drop, self.dropped, answer.id)
        for button in (switch, drop):
            row.addWidget(button)
            self._buttons[answer.id, button is drop] = button
        return made

    def _fill_menu(self) -> None:
        taken = {answer.id for answer in self._answers}
        self._menu.clear()
        for function in self._library.functions.values():
            part = self._menu.addMenu(function_tag(function.number or 0))
            for provision in self._library.provisions.values():
                if provision.function == function.id and provision.id not in taken:
                    action = part.addAction(provision.plain.replace("&", "&&"))
                    action.setData(provision.id)

    def _open(self) -> None:
        """Open the menu with nothing chosen: a chosen entry opens its own, and closes it again."""
        self._menu.popup(self._add.mapToGlobal(self._add.rect().bottomLeft()))

    def _on_added(self, action: QAction) -> None:
        self.answered.emit(str(action.data()), Coverage.FULL)

    def _on_switched(self, provision_id: str) -> None:
        now = next(one.coverage for one in self._answers if one.id == provision_id)
        other = Coverage.PARTIAL if now is Coverage.FULL else Coverage.FULL
        self.answered.emit(provision_id, other)

    def _on_dropped(self, provision_id: str) -> None:
        self.answered.emit(provision_id, None)
