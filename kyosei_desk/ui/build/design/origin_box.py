# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Where an element was taken over from: the case's own words, and what has changed there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from kyosei_desk.domain.projects.model import PROJECT_FOLDER, ModelProject, Origin
from kyosei_desk.domain.projects.source_changes import SourceChange, SourceFate, source_changes
from kyosei_desk.domain.sources import citation_line
from kyosei_desk.ui.build.board.flowing_label import FlowingLabel
from kyosei_desk.ui.build.library import BuildLibrary
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.reader.labels import date_label
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme
from kyosei_desk.wording.project_rules import source_change_sentence

_NOTHING = "（記載なし）"
_READ_CASE, _READ_OWN = "事例の本文を読む", "もとの案を見る"


class OriginBox(QFrame):
    """``address_requested(str)`` reads the case; ``seen()`` takes note of what changed there."""

    address_requested = Signal(str)
    seen = Signal()

    def __init__(self, theme: Theme, library: BuildLibrary, parent: QWidget):
        """Show nothing yet."""
        super().__init__(parent)
        self.setProperty("card", "plain")
        self._library = library
        self._origin: Origin | None = None
        self._head = text_label("", "strong", self)
        self._text = FlowingLabel("body", self)
        self._cited = text_label("", "caption", self)
        self._changed = text_label("", "caption", self)
        self._changed.setProperty("wrong", True)
        self._seen = QPushButton("確かめた", self)
        self._seen.setProperty("kind", "choice")
        self._seen.setToolTip("自分の案はそのままで、この知らせを消します")
        self._seen.clicked.connect(self.seen)
        self._read = QPushButton(self)
        self._read.setProperty("kind", "link")
        self._read.clicked.connect(self._on_read)
        column = QVBoxLayout(self)
        LayoutScaler(theme, self).add(column, (12, 10, 12, 10), 6)
        for widget in (self._head, self._changed):
            column.addWidget(widget)
        column.addWidget(self._seen, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._text)
        column.addWidget(self._cited)
        column.addWidget(self._read, 0, Qt.AlignmentFlag.AlignLeft)

    def show_origin(self, project: ModelProject, element_id: str) -> None:
        """Show where an element comes from; nothing for one's own."""
        origin = project.origin(element_id)
        self.setVisible(origin is not None)
        if origin is None or origin == self._origin:
            return
        self._origin = origin
        day = date_label(origin.taken_on, self._library.era_first)
        taken = origin.taken_from
        self._head.setText(f"{origin.town}の「{taken.name}」から（{day}に取り入れました）")
        self._text.show_paragraphs([taken.text])
        place = citation_line(origin.source, taken.place, era_first=self._library.era_first)
        self._cited.setText(f"出典: {place}")
        own = origin.address.startswith(PROJECT_FOLDER)
        self._read.setText(_READ_OWN if own else _READ_CASE)
        change = self._change(project, origin)
        self._changed.setText(_change_words(change) if change else "")
        self._changed.setVisible(change is not None)
        self._seen.setVisible(change is not None and change.fate is SourceFate.CHANGED)

    def _change(self, project: ModelProject, origin: Origin) -> SourceChange | None:
        """Return what changed in the case; of an own project nothing can be told here."""
        if origin.address.startswith(PROJECT_FOLDER):
            return None
        found = source_changes(project, self._library.cases)
        return next((one for one in found if one.origin == origin), None)

    def _on_read(self) -> None:
        if self._origin is not None:
            self.address_requested.emit(self._origin.address)


def _change_words(change: SourceChange) -> str:
    """Return that something changed, and what was there before and is there now."""
    told = [
        f"{field.field.label}: {field.old or _NOTHING} → {field.new or _NOTHING}"
        for field in change.fields
    ]
    return "\n".join((source_change_sentence(change), *told))
