# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Above the design: adding, diagram or list, what was noticed, and the size."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from kyosei_desk.ui.icon_tool import IconTool
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.theme import Theme


class EditorTools(QWidget):
    """Each signal is a button; ``list_shown(bool)`` and ``remarks_shown(bool)`` switch."""

    add_requested = Signal()
    list_shown = Signal(bool)
    remarks_shown = Signal(bool)
    larger_requested = Signal()
    smaller_requested = Signal()
    whole_requested = Signal()
    width_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget):
        """Make the buttons."""
        super().__init__(parent)
        self._theme = theme
        self._tools: list[IconTool] = []
        self.add = QPushButton("＋ 要素を加える", self)
        self.add.setToolTip("要素を加える（Insert）")
        self.add.clicked.connect(self.add_requested)
        self.diagram = self._switch("図")
        self.list = self._switch("一覧")
        self.diagram.setChecked(True)
        group = QButtonGroup(self)
        group.addButton(self.diagram)
        group.addButton(self.list)
        self.list.toggled.connect(self._on_list)
        self.remarks = self._switch("")
        self.remarks.toggled.connect(self.remarks_shown)
        row = QHBoxLayout(self)
        LayoutScaler(theme, self).add(row, (12, 6, 8, 6), 4)
        row.addWidget(self.add)
        row.addWidget(self.diagram)
        row.addWidget(self.list)
        row.addStretch(1)
        row.addWidget(self.remarks)
        for icon, label, slot in (
            ("zoom-out", "図を小さくする（Ctrl+-）", self.smaller_requested.emit),
            ("zoom-in", "図を大きくする（Ctrl++）", self.larger_requested.emit),
            ("fit-width", "図を幅に合わせる", self.width_requested.emit),
            ("fit", "図の全体を出す（Ctrl+0）", self.whole_requested.emit),
        ):
            row.addWidget(self._tool(icon, label, slot))
        self.show_remarks(0)

    def show_remarks(self, count: int) -> None:
        """Say how much was noticed."""
        self.remarks.setText(f"気づいたこと {count}")
        self.remarks.setAccessibleName(f"気づいたこと {count}件を出す・しまう")
        self.remarks.setVisible(count > 0)
        if not count:
            self.remarks.setChecked(False)

    def _on_list(self, shown: bool) -> None:
        for tool in self._tools:
            tool.setEnabled(not shown)
        self.list_shown.emit(shown)

    def _switch(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("kind", "choice")
        button.setCheckable(True)
        button.setAccessibleName(f"案を{text}で見る")
        return button

    def _tool(self, icon: str, label: str, slot: Callable[[], object]) -> IconTool:
        tool = IconTool(self._theme, icon, label, 18, self)
        tool.clicked.connect(slot)
        self._tools.append(tool)
        return tool
