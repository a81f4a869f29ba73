# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A field for one figure, with what is wrong with it, what is odd about it, and why it is asked."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kyosei_desk.ui.build.settled import SettledText, settled_text
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.search.search_box import QueryEdit
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme

_LONGEST = 60


class FigureBox(QWidget):
    """``settled(key, text)`` follows a figure that was typed; ``submitted(key)`` is Enter."""

    settled = Signal(object, str)
    submitted = Signal(object)

    def __init__(
        self,
        theme: Theme,
        key: object,
        label: str,
        unit: str = "",
        example: str = "",
        why: str = "",
        parent: QWidget | None = None,
    ):
        """Make an empty field; ``key`` tells it from others."""
        super().__init__(parent)
        self._key = key
        self.label = label
        self._why = why
        self.edit = QueryEdit(self)
        self.edit.setMaxLength(_LONGEST)
        self.edit.setPlaceholderText(f"例: {example}" if example else "")
        self.edit.setAccessibleName(f"{label}（{unit}）" if unit else label)
        self.text: SettledText = settled_text(self.edit, self._on_settled)
        self._wrong = self._note("wrong")
        self._doubt = self._note("doubt")
        caption = text_label(label, "strong", self)
        caption.setBuddy(self.edit)
        column = QVBoxLayout(self)
        scaler = LayoutScaler(theme, self)
        scaler.add(column, spacing=3)
        row = QHBoxLayout()
        scaler.add(row, spacing=6)
        row.addWidget(self.edit, 1)
        if unit:
            row.addWidget(QLabel(unit, self))
        column.addWidget(caption)
        column.addLayout(row)
        column.addWidget(self._wrong)
        column.addWidget(self._doubt)
        if why:
            column.addWidget(text_label(why, "caption", self))
        column.addStretch(1)
        self.edit.submitted.connect(self._on_submitted)
        self.say("", ())

    @property
    def wrong(self) -> str:
        """What is said to be wrong."""
        return self._wrong.text()

    @property
    def doubt(self) -> str:
        """What is asked about the figure."""
        return self._doubt.text()

    def say(self, wrong: str, doubts: tuple[str, ...]) -> None:
        """Say what is wrong, and ask about what is odd."""
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        self._doubt.setText("\n".join(f"？ {doubt}" for doubt in doubts))
        self._doubt.setVisible(bool(doubts))
        said = " ".join((wrong, *doubts, self._why)).strip()
        self.edit.setAccessibleDescription(said)

    def _note(self, kind: str) -> QLabel:
        note = text_label("", "caption", self)
        note.setProperty(kind, True)
        note.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        return note

    def _on_settled(self, text: str) -> None:
        self.settled.emit(self._key, text)

    def _on_submitted(self) -> None:
        self.text.flush()
        self.submitted.emit(self._key)
