# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Over a project that was deleted in another window: its name, and two ways to lose nothing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from kyosei_desk.domain.errors import ProjectProblem
from kyosei_desk.ui.cards import IconLabel
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.reader.flow_layout import FlowRow
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme

_TEXTS = {
    ProjectProblem.IN_TRASH: (
        "「{name}」は、ほかの画面で消され、ごみ箱にあります。{kept}",
        "ごみ箱から出して続ける",
    ),
    ProjectProblem.UNKNOWN_PROJECT: (
        "「{name}」は、保存してあったところに見つかりません。{kept}",
        "もう一度保存して続ける",
    ),
}
_KEPT = "いまの内容は、この画面に残っています。"


class GoneNotice(QFrame):
    """``back_requested`` wants the project kept again, ``file_requested`` taken out."""

    back_requested = Signal()
    file_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget):
        """Hide until a project is gone."""
        super().__init__(parent)
        self.setObjectName("messageBar")
        self.setProperty("severity", "warning")
        self.setAccessibleName("案が消されています")
        self._text = text_label("", "body", self)
        self.back = QPushButton(self)
        self.back.setProperty("kind", "primary")
        self.file = QPushButton("もちだす（案のファイル）…", self)
        self.back.clicked.connect(self.back_requested)
        self.file.clicked.connect(self.file_requested)
        row = QHBoxLayout(self)
        LayoutScaler(theme, self).add(row, (24, 8, 16, 8), 10)
        row.addWidget(IconLabel(theme, "warning", "warning", 20), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        ways = FlowRow(theme, spacing=8)
        ways.add(self.back)
        ways.add(self.file)
        row.addWidget(ways, 1)
        self.hide()

    @property
    def text(self) -> str:
        """What is said; nothing while it is hidden."""
        return "" if self.isHidden() else self._text.text()

    def show_problem(self, problem: ProjectProblem | None, name: str) -> bool:
        """Say that a project is gone, if it is; False where this is nothing to say here."""
        words = _TEXTS.get(problem) if problem is not None else None
        if words is None:
            self.hide()
            return False
        text, way = words
        self._text.setText(text.format(name=name, kept=_KEPT))
        self.back.setText(way)
        if self.isHidden():
            self.show()
            announcement = QAccessibleAnnouncementEvent(self, self._text.text())
            QAccessible.updateAccessibility(announcement)
        return True
