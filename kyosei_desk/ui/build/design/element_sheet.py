# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Beside the design: the form of an element, or of a new one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.ui.build.design.commands import DesignCommands
from kyosei_desk.ui.build.design.element_form import ElementForm
from kyosei_desk.ui.build.design.new_element import NewElement
from kyosei_desk.ui.build.library import BuildLibrary
from kyosei_desk.ui.build.settled import hand_over_texts
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.scrolling import scroll_down
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme

_DETAILS, _NEW = 0, 1


class ElementSheet(QWidget):
    """``closed()`` follows the cross and Esc; what was typed is kept."""

    closed = Signal()

    def __init__(
        self, theme: Theme, commands: DesignCommands, library: BuildLibrary, parent: QWidget
    ):
        """Make the sheet, with nothing on it."""
        super().__init__(parent)
        self.setAccessibleName("要素の内容")
        self.form = ElementForm(theme, commands, library, self)
        self.new = NewElement(theme, commands, library, self)
        self._close = QPushButton("しまう", self)
        self._close.setProperty("kind", "choice")
        self._close.setAccessibleName("要素の内容をしまう")
        self._close.setToolTip("しまう（Esc）。書いたことは残ります")
        self._close.clicked.connect(self.close_sheet)
        scaler = LayoutScaler(theme, self)
        head = QHBoxLayout()
        scaler.add(head, (14, 8, 8, 2), 4)
        head.addWidget(text_label("要素の内容", "title", self), 1)
        head.addWidget(self._close)
        details = QWidget()
        column = QVBoxLayout(details)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._scrolled(self.form), 1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(details)
        self._stack.addWidget(self._scrolled(self.new))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self.new.given_up.connect(self.closed)

    @property
    def shows_new(self) -> bool:
        """Whether a new element is being described."""
        return self._stack.currentIndex() == _NEW

    @property
    def element_id(self) -> str:
        """The element shown; nothing where a new one is described, or none yet."""
        return "" if self.shows_new else self.form.element_id

    def show_new(self, provision_id: str = "") -> None:
        """Ask for a new element, one that answers a provision if told."""
        self._stack.setCurrentIndex(_NEW)
        self.show()
        self.new.open(provision_id)

    def show_element(self, project: ModelProject, element_id: str) -> bool:
        """Show an element; False when the project has none such."""
        element = project.element(element_id)
        if element is None:
            return False
        self.form.show_element(project, element)
        self._stack.setCurrentIndex(_DETAILS)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts the sheet away."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        else:
            super().keyPressEvent(event)

    def close_sheet(self) -> None:
        """Put the sheet away, with what was typed kept; a new element is given up."""
        if self.shows_new:
            self.new.drop()
        else:
            hand_over_texts(self)
            self.closed.emit()

    def _scrolled(self, widget: QWidget) -> QScrollArea:
        area = QScrollArea(self)
        scroll_down(area)
        area.setWidget(widget)
        return area
