# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What was changed from one state to another, in sentences under headings."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from kyosei_desk.ui.layouts import LayoutScaler, clear_layout
from kyosei_desk.ui.text_label import selectable_label, text_label
from kyosei_desk.ui.theme import Theme
from kyosei_desk.wording.project_differences import DifferenceGroup


class DifferencesView(QScrollArea):
    """Can be scrolled and copied from by keyboard."""

    def __init__(self, theme: Theme, parent: QWidget):
        """Show nothing yet."""
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName("differences")
        self.setAccessibleName("ちがい")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scaler = LayoutScaler(theme, self)
        inner = QWidget()
        self._column = QVBoxLayout()
        self._scaler.add(self._column, spacing=6)
        outer = QVBoxLayout(inner)
        self._scaler.add(outer, (14, 10, 14, 14), 0)
        outer.addLayout(self._column)
        outer.addStretch(1)
        self.setWidget(inner)
        self._text = ""

    @property
    def text(self) -> str:
        """Everything said."""
        return self._text

    def show_groups(self, groups: Sequence[DifferenceGroup], same: str) -> None:
        """Show differences; ``same`` is said where there are none."""
        clear_layout(self._column)
        if not groups:
            self._column.addWidget(text_label(same, "subtle"))
        lines = [] if groups else [same]
        for group in groups:
            heading = QLabel(f"{group.heading}（{len(group.sentences)}）")
            heading.setProperty("role", "strong")
            self._column.addWidget(heading)
            for sentence in group.sentences:
                self._column.addWidget(selectable_label(f"・{sentence}", "body"))
            lines += [group.heading, *group.sentences]
        self._text = "\n".join(lines)
        self.setAccessibleDescription(self._text)
        self.verticalScrollBar().setValue(0)
