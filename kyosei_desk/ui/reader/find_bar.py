# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Looking for words in the document that is open: a field, how many, next and previous."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from kyosei_desk.ui.actions import ActionId, with_keys
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.reader.document_view import DocumentView
from kyosei_desk.ui.reader.mark_keeper import MarkKeeper, MarkStart
from kyosei_desk.ui.search.search_box import QueryEdit
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme

_PAUSE_MS = 80
_LONGEST_SELECTION = 40
_FIELD = 320


class FindEdit(QueryEdit):
    """The field; ``submitted`` is Enter, ``back_requested`` Enter with Shift."""

    back_requested = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell Enter with Shift from Enter; the IME keeps its own."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if enter and shift and not self.is_for_ime(event):
            event.accept()
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)


class FindBar(QWidget):
    """Marks its words in place of the query's while it is open; Esc gives these back."""

    def __init__(self, theme: Theme, view: DocumentView, marks: MarkKeeper):
        """Make it closed; it looks in what ``view`` shows."""
        super().__init__()
        self.setObjectName("findBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("資料の中をさがす")
        self._theme = theme
        self._view = view
        self._marks = marks
        self._from = 0
        self._looked = ""
        self._edit = FindEdit(self)
        self._edit.setPlaceholderText("この資料の中をさがす")
        self._edit.setAccessibleName("この資料の中をさがすことば")
        self._edit.setMaximumWidth(theme.px(_FIELD))
        self._edit.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._count = text_label("", "caption", self)
        self._count.setWordWrap(False)
        self._up = self._tool(with_keys("前へ", ActionId.PREVIOUS_MARK))
        self._down = self._tool(with_keys("次へ", ActionId.NEXT_MARK))
        self._close = self._tool("資料の中をさがすのをやめる（Esc）")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        row = QHBoxLayout(self)
        LayoutScaler(theme, self).add(row, (24, 6, 16, 6), 6)
        row.addWidget(self._edit, 10)
        for button in (self._up, self._down):
            row.addWidget(button)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self._close)
        self._connect()
        self._restyle()
        self.hide()

    @property
    def words(self) -> str:
        """The words looked for; none while the bar is closed."""
        return "" if self.isHidden() else self._edit.text().strip()

    @property
    def edit(self) -> FindEdit:
        """The field."""
        return self._edit

    def open(self) -> None:
        """Look for the words selected, or those of before, from here on."""
        if self._view.shown is None:
            return
        selected = self._view.textCursor().selectedText().strip()
        if selected and len(selected) <= _LONGEST_SELECTION and "\u2029" not in selected:
            self._edit.setText(selected)
        self._from = self._view.place.top_position()
        self.show()
        self._look()
        self._edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._edit.selectAll()

    def close_bar(self) -> None:
        """Give the marks back to the query, and the keyboard to the text."""
        if self.isHidden():
            return
        self._pause.stop()
        self.hide()
        self._look()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the bar."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def _look(self) -> None:
        """Mark the words; without any, the query's marks again, from here on, none scrolled to."""
        self._pause.stop()
        before, self._looked = self._looked, self.words
        if self._looked:
            self._marks.find(self._looked, MarkStart(self._from))
        elif before:
            self._marks.find("", MarkStart(self._view.place.top_position(), until=-1))
        self._say("")

    def _next(self) -> None:
        self._step(1)

    def _previous(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        if self._pause.isActive():
            self._look()
        else:
            self._marks.step(by)

    def _say(self, label: str) -> None:
        """Show which of how many; the label of the marks is ``一致 1 / 3``."""
        ours = bool(self._looked) and self._looked == self.words
        found = label.removeprefix("一致 ") if ours else ""
        nothing = ours and not label and not self._marks.finding
        self._count.setText("ありません" if nothing else found)
        for button in (self._up, self._down):
            button.setEnabled(bool(found))

    def _tool(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setAccessibleName(name)
        button.setToolTip(name)
        return button

    def _connect(self) -> None:
        self._edit.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self._look)
        self._edit.submitted.connect(self._next)
        self._edit.back_requested.connect(self._previous)
        self._edit.escaped.connect(self.close_bar)
        self._up.clicked.connect(self._previous)
        self._down.clicked.connect(self._next)
        self._close.clicked.connect(self.close_bar)
        self._marks.label_changed.connect(self._say)
        self._theme.changed.connect(self._restyle)

    def _restyle(self) -> None:
        side = self._theme.px(18)
        icons = ((self._up, "chevron-up"), (self._down, "chevron-down"), (self._close, "close"))
        for button, icon in icons:
            button.setIcon(self._theme.icon(icon))
            button.setIconSize(QSize(side, side))
        self._edit.setMaximumWidth(self._theme.px(_FIELD))
