# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""One structure diagram with its tools: which design, how large, and writing it out."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kyosei_desk.export.diagram.file import DiagramFormat
from kyosei_desk.export.diagram.model import Diagram
from kyosei_desk.ui.compare.choice_menu import ChoiceMenu
from kyosei_desk.ui.compare.diagram_export import KINDS
from kyosei_desk.ui.diagram.diagram_view import DiagramView
from kyosei_desk.ui.icon_tool import IconTool
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme

_DRAWING = "しくみ図を描いています…"
_WHOLE, _ALONE, _BESIDE = "全体を見る", "1つだけ大きく", "2つ並べる"
_SHORT = {_WHOLE: "全体", _ALONE: "1つだけ", _BESIDE: "並べる"}
_ROOM_FOR_WORDS = 500


class DiagramPane(QWidget):
    """One diagram with the choice of its design and its size.

    ``chosen(str)`` is the choice, ``address_chosen(str)`` an element to read,
    ``alone_toggled(bool)`` asks to show this diagram alone, and
    ``file_requested(Diagram, str, DiagramFormat)`` asks to write the diagram of a design,
    ``copy_requested(Diagram)`` to copy it.
    """

    chosen = Signal(str)
    alone_toggled = Signal(bool)
    address_chosen = Signal(str)
    file_requested = Signal(object, str, object)
    copy_requested = Signal(object)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None):
        """Make the pane, empty; ``name`` says which of the two it is."""
        super().__init__(parent)
        self._theme = theme
        self._used = True
        self.choice = ChoiceMenu(theme, name, self)
        self.view = DiagramView(theme, self)
        self._waiting = text_label(_DRAWING, "subtle", self)
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._moving = QProgressBar(self)
        self._moving.setRange(0, 0)  # it moves, nobody knows how long
        self._moving.setTextVisible(False)
        self._moving.setAccessibleName(_DRAWING)
        self._tools: list[IconTool] = []
        self._whole = self._button(_WHOLE, f"{name}の図の全体を出す")
        self._alone = self._button(_ALONE, f"{name}の図だけを、幅いっぱいに出す")
        self._alone.setCheckable(True)
        row = QHBoxLayout()
        scaler = LayoutScaler(theme, self)
        scaler.add(row, (14, 4, 10, 4), 2)
        row.addWidget(self.choice)
        row.addStretch(1)
        for icon, label, slot in (
            ("zoom-out", f"{name}の図を小さくする", self.view.zoom_out),
            ("zoom-in", f"{name}の図を大きくする", self.view.zoom_in),
            ("fit-width", f"{name}の図を幅に合わせる", self.view.fit_width),
        ):
            row.addWidget(self._tool(icon, label, slot))
        row.addWidget(self._whole)
        row.addWidget(self._alone)
        self._menu = self._make_menu()
        row.addWidget(self._tool("download", f"{name}の図をもちだす", self._open_menu))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addStretch(1)
        column.addWidget(self._waiting)
        column.addWidget(self._moving, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        column.addWidget(self.view, 1000)
        self._whole.clicked.connect(self.view.fit)
        self._alone.toggled.connect(self._on_alone)
        self.choice.chosen.connect(self.chosen)
        self.view.address_chosen.connect(self.address_chosen)
        theme.changed.connect(self._show_words)
        self._show_words()
        self.show_diagram(None)

    def show_diagram(self, diagram: Diagram | None) -> None:
        """Show a diagram, or that it is being drawn."""
        if diagram is None or self.view.diagram is not diagram:
            self.view.set_diagram(diagram)
            self.view.show_from_the_top()
        self._show_parts()

    def set_used(self, used: bool) -> None:
        """Take room for a diagram, or only for the choice of one."""
        self._used = used
        self._show_parts()

    def set_alone(self, alone: bool, *, possible: bool = True) -> None:
        """Say whether the diagram is shown alone, without telling."""
        self._alone.blockSignals(True)
        self._alone.setChecked(alone)
        self._alone.blockSignals(False)
        self._show_words()
        self._alone.setVisible(possible and self._used)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less where there is less room."""
        super().resizeEvent(event)
        self._show_words()

    def minimumSizeHint(self) -> QSize:
        """The tools may say less than they would like to."""
        return QSize(self._theme.px(200), super().minimumSizeHint().height())

    def _show_words(self) -> None:
        short = self.width() < self._theme.px(_ROOM_FOR_WORDS)
        alone = _BESIDE if self._alone.isChecked() else _ALONE
        for button, words in ((self._whole, _WHOLE), (self._alone, alone)):
            button.setText(_SHORT[words] if short else words)
            button.setAccessibleName(words)

    def _show_parts(self) -> None:
        """Show the diagram or that it is drawn, and tools that work with what is there."""
        drawn, used = self.view.diagram is not None, self._used
        self.view.setVisible(used and drawn)
        for widget in (self._waiting, self._moving):
            widget.setVisible(used and not drawn)
        for tool in (*self._tools, self._whole):
            tool.setVisible(used)
            tool.setEnabled(drawn)

    def _on_alone(self, alone: bool) -> None:
        self.alone_toggled.emit(alone)

    @property
    def menu_shown(self) -> QMenu:
        """The formats a diagram can be written in, and copying it."""
        return self._menu

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        for file_format, kind in KINDS.items():
            menu.addAction(f"{kind.label}…").setData(file_format.value)
        menu.addSeparator()
        menu.addAction("画像としてコピー")
        menu.triggered.connect(self._on_format)
        return menu

    def _open_menu(self) -> None:
        tool = self._tools[-1]
        at = tool.mapToGlobal(tool.rect().bottomRight())  # it stands at the edge
        self._menu.popup(at - QPoint(self._menu.sizeHint().width(), 0))
        self._menu.setActiveAction(self._menu.actions()[0])

    def _on_format(self, action: QAction) -> None:
        diagram, file_format = self.view.diagram, action.data()
        if diagram is not None and file_format is not None:
            self.file_requested.emit(diagram, self.choice.label, DiagramFormat(file_format))
        elif diagram is not None:
            self.copy_requested.emit(diagram)

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("kind", "tool")
        button.setToolTip(tip)
        button.setAccessibleDescription(tip)
        return button

    def _tool(self, icon: str, label: str, slot: Callable[[], object]) -> IconTool:
        tool = IconTool(self._theme, icon, label, 20, self)
        tool.clicked.connect(slot)
        self._tools.append(tool)
        return tool
