# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The text with its outline: beside it where there is room, over it where there is not."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kyosei_desk.ui.reader.document_view import DocumentView
from kyosei_desk.ui.reader.side_panel import SidePanel
from kyosei_desk.ui.theme import Theme

_WIDE = 900
_SIDE = 232


class ReaderBody(QWidget):
    """Places the outline; ``side_changed(bool)`` says whether it is shown."""

    side_changed = Signal(bool)

    def __init__(self, theme: Theme, view: DocumentView, parent: QWidget | None = None):
        """Put ``view`` inside, with an empty outline."""
        super().__init__(parent)
        self._theme = theme
        self._view = view
        self._chosen: bool | None = None
        self._was_wide = False
        self.side = SidePanel(theme, self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(view, 1)
        theme.changed.connect(self.arrange)

    @property
    def side_covers_text(self) -> bool:
        """Whether the outline is open over the text."""
        return not self._is_wide() and not self.side.isHidden()

    def toggle_side(self) -> None:
        """Show the outline with the keyboard in it, or put it away."""
        self.set_side_shown(self.side.isHidden())
        if not self.side.isHidden():
            self.side.focus_outline()

    def set_side_shown(self, shown: bool) -> None:
        """Show the outline, or put it away."""
        self._chosen = shown
        self.arrange()

    def close_covering_side(self) -> None:
        """Give the text free if the outline is over it."""
        if self.side_covers_text:
            self.set_side_shown(False)
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the outline's place again."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Place the outline for the width there is."""
        wide = self._is_wide()
        if wide != self._was_wide:
            self._was_wide, self._chosen = wide, None
        shown = wide if self._chosen is None else self._chosen
        width = self._theme.px(_SIDE)
        self.side.setFixedWidth(width)
        if wide and self._row.indexOf(self.side) < 0:
            self._row.addWidget(self.side)
        elif not wide:
            self._row.removeWidget(self.side)
            left = max(self.width() - width, 0)
            self.side.setGeometry(QRect(left, 0, width, self.height()))
            self.side.raise_()
        self.side.setVisible(shown)
        self.side_changed.emit(shown)

    def _is_wide(self) -> bool:
        return self.width() >= self._theme.px(_WIDE)
