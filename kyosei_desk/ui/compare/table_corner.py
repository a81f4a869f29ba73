# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""In the corner of the table: what its rows are, and whether all of them are shown in full."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kyosei_desk.domain.comparing.matrix import RowKind
from kyosei_desk.ui.actions import ActionId, with_keys
from kyosei_desk.ui.compare.choice_menu import ChoiceMenu
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.theme import Theme


class TableCorner(QWidget):
    """``rows_chosen(RowKind)`` and ``all_toggled(bool)`` follow its two buttons."""

    rows_chosen = Signal(object)
    all_toggled = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget):
        """Make the buttons."""
        super().__init__(parent)
        self.setObjectName("tableCorner")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self.rows = ChoiceMenu(theme, "行", self)
        choices = [(kind.value, kind.label) for kind in RowKind]
        self.rows.set_choices(choices, RowKind.PROVISIONS.value)
        self.rows.chosen.connect(self._on_chosen)
        self.all = QPushButton("すべて広げる", self)
        self.all.setProperty("kind", "tool")
        self.all.setCheckable(True)
        self.all.setToolTip(with_keys("すべての行を広げる・たたむ", ActionId.EXPAND_ROWS))
        self.all.clicked.connect(self.all_toggled)
        column = QVBoxLayout(self)
        LayoutScaler(theme, self).add(column, (4, 6, 4, 4), 2)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        column.addWidget(self.rows, 0, left)
        column.addWidget(self.all, 0, left)
        column.addStretch(1)
        theme.changed.connect(self._tint)
        self._tint()

    def set_state(self, rows: RowKind, *, all_wide: bool) -> None:
        """Show what is chosen, without telling."""
        self.rows.set_value(rows.value)
        self.all.setChecked(all_wide)
        self.all.setText("すべてたたむ" if all_wide else "すべて広げる")

    def _on_chosen(self, value: str) -> None:
        self.rows_chosen.emit(next(kind for kind in RowKind if kind == value))

    def _tint(self) -> None:
        side = self._theme.px(16)
        self.all.setIcon(self._theme.icon("expand", self._theme.palette.subtle))
        self.all.setIconSize(QSize(side, side))
