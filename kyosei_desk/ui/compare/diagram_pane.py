# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""One structure diagram with its tools: which design, how large, and writing it out."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from kyosei_desk.export.diagram.file import DiagramFormat
from kyosei_desk.export.diagram.model import Diagram
from kyosei_desk.ui.compare.choice_menu import ChoiceMenu
from kyosei_desk.ui.compare.diagram_export import KINDS
from kyosei_desk.ui.diagram.diagram_view import DiagramView
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme

_DRAWING = "しくみ図を描いています…"


class DiagramPane(QWidget):
    """One diagram with the choice of its design and its size.

    ``chosen(str)`` is the choice, ``address_chosen(str)`` an element to read, and
    ``file_requested(Diagram, str, DiagramFormat)`` asks to write the diagram of a design.
    """

    chosen = Signal(str)
    address_chosen = Signal(str)
    file_requested = Signal(object, str, object)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None):
        """Make the pane, empty; ``name`` says which of the two it is."""
        super().__init__(parent)
        self._theme = theme
        self.choice = ChoiceMenu(theme, name, self)
        self.view = DiagramView(theme, self)
        self._waiting = text_label(_DRAWING, "subtle", self)
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._tools: list[tuple[QToolButton, str]] = []
        row = QHBoxLayout()
        scaler = LayoutScaler(theme, self)
        scaler.add(row, (14, 4, 10, 4), 2)
        row.addWidget(self.choice)
        row.addStretch(1)
        for icon, label, slot in (
            ("zoom-out", f"{name}の図を小さくする", self.view.zoom_out),
            ("zoom-in", f"{name}の図を大きくする", self.view.zoom_in),
            ("fit-width", f"{name}の図を幅に合わせる", self.view.fit_width),
            ("fit", f"{name}の図の全体を出す", self.view.fit),
        ):
            row.addWidget(self._tool(icon, label, slot))
        self._menu = self._make_menu()
        row.addWidget(self._tool("download", f"{name}の図を書き出す", self._open_menu))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._waiting, 1)
        column.addWidget(self.view, 1)
        self.choice.chosen.connect(self.chosen)
        self.view.address_chosen.connect(self.address_chosen)
        theme.changed.connect(self._tint)
        self._tint()
        self.show_diagram(None)

    def show_diagram(self, diagram: Diagram | None) -> None:
        """Show a diagram, or that it is being drawn."""
        if diagram is None or self.view.diagram is not diagram:
            self.view.set_diagram(diagram)
        self._waiting.setVisible(diagram is None)
        self.view.setVisible(diagram is not None)

    def set_used(self, used: bool) -> None:
        """Take room for a diagram, or only for the choice of one."""
        self.view.setVisible(used and self.view.diagram is not None)
        self._waiting.setVisible(used and self.view.diagram is None)
        for tool, _ in self._tools:
            tool.setVisible(used)

    @property
    def menu_shown(self) -> QMenu:
        """The formats a diagram can be written in."""
        return self._menu

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        for file_format, kind in KINDS.items():
            menu.addAction(f"{kind.label}…").setData(file_format.value)
        menu.triggered.connect(self._on_format)
        return menu

    def _open_menu(self) -> None:
        tool = self._tools[-1][0]
        self._menu.popup(tool.mapToGlobal(tool.rect().bottomLeft()))
        self._menu.setActiveAction(self._menu.actions()[0])

    def _on_format(self, action: QAction) -> None:
        if (diagram := self.view.diagram) is not None:
            self.file_requested.emit(diagram, self.choice.label, DiagramFormat(action.data()))

    def _tool(self, icon: str, label: str, slot: Callable[[], object]) -> QToolButton:
        tool = QToolButton(self)
        tool.setAccessibleName(label)
        tool.setToolTip(label)
        tool.clicked.connect(slot)
        self._tools.append((tool, icon))
        return tool

    def _tint(self) -> None:
        side = self._theme.px(20)
        for tool, icon in self._tools:
            tool.setIcon(self._theme.icon(icon, self._theme.palette.text))
            tool.setIconSize(QSize(side, side))
