# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Asking what a project, or another variant of it, is to be called."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kyosei_desk.ui.build.figure_box import FigureBox
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.theme import Theme

_SIZE = QSize(460, 240)
_NAME, _VARIANT = "name", "variant"


class NameDialog(QDialog):
    """``named(project_id, name, variant)`` carries what was entered; neither is empty."""

    named = Signal(str, str, str)

    def __init__(self, theme: Theme, project_id: str, name: str, variant: str, parent: QWidget):
        """Show the names there are."""
        super().__init__(parent)
        self.setWindowTitle("案の名前を変える")
        self._id = project_id
        self.name = FigureBox(theme, _NAME, "名前", example="包括的な支援体制", parent=self)
        self.variant = FigureBox(theme, _VARIANT, "どの案か", example="案A", parent=self)
        self.name.edit.setText(name)
        self.variant.edit.setText(variant)
        self._cancel = QPushButton("やめる", self)
        self._done = QPushButton("この名前にする", self)
        self._done.setProperty("kind", "primary")
        self._lay_out(LayoutScaler(theme, self))
        self.name.edit.submitted.connect(self._on_done)
        self.variant.edit.submitted.connect(self._on_done)
        self._cancel.clicked.connect(self.reject)
        self._done.clicked.connect(self._on_done)
        self.finished.connect(self.deleteLater)
        self.resize(_SIZE * theme.scale)
        self.name.edit.selectAll()
        self.name.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_done(self) -> None:
        name, variant = self.name.edit.text().strip(), self.variant.edit.text().strip()
        for box, text in ((self.name, name), (self.variant, variant)):
            box.say("" if text else "名前を入れてください。", ())
        if name and variant:
            self.named.emit(self._id, name, variant)
            self.accept()

    def _lay_out(self, scaler: LayoutScaler) -> None:
        body = QVBoxLayout()
        scaler.add(body, (20, 16, 20, 12), 10)
        body.addWidget(self.name)
        body.addWidget(self.variant)
        body.addStretch(1)
        foot = QFrame(self)
        foot.setObjectName("dialogFoot")
        row = QHBoxLayout(foot)
        scaler.add(row, (20, 10, 20, 10), 8)
        row.addStretch(1)
        row.addWidget(self._cancel)
        row.addWidget(self._done)
        for button in (self._cancel, self._done):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(body, 1)
        column.addWidget(foot)
