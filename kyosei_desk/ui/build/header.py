# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Above the workbench: which project it is, the way back through its changes, and the ways out."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCursor, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from kyosei_desk.domain.projects.model import ModelProject, OwnTown, ProjectStatus
from kyosei_desk.ui.actions import ActionId, with_keys
from kyosei_desk.ui.build.icon_button import IconButton
from kyosei_desk.ui.build.menu_words import FILE_LABELS
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.reader.flow_layout import FlowLayout
from kyosei_desk.ui.theme import Theme

if TYPE_CHECKING:
    from kyosei_desk.workspace.project_records import HistoryEntry

_NO_FIGURES = "まちの数字を入れる"


@dataclass(frozen=True)
class _Wording:
    """How much the header says; the name of the project is cut to some grid pixels."""

    name: int
    every_word: bool = False
    all_figures: bool = False
    ways_on: bool = True


# From the one that says most; the first that fits into a line is taken.
_WORDINGS = (
    _Wording(340, every_word=True, all_figures=True),
    _Wording(340, all_figures=True),
    _Wording(300),
    _Wording(300, ways_on=False),
    _Wording(220, ways_on=False),
)
_IN_LINES = _Wording(300)  # where it takes two lines anyway


class BuildHeader(QWidget):
    """The buttons ask; who holds the header acts.

    ``status_chosen(ProjectStatus)``, ``file_requested(str)`` a key of the menu もちだす,
    ``panels_changed(str)`` the panel that was switched: ``board`` or ``palette``,
    ``keyboard_left()`` the button with the keyboard has nothing to do any more.
    """

    list_requested = Signal()
    town_requested = Signal()
    name_requested = Signal()
    variant_requested = Signal()
    questions_requested = Signal()
    status_chosen = Signal(object)
    undo_requested = Signal()
    redo_requested = Signal()
    revisions_requested = Signal()
    compare_requested = Signal()
    file_requested = Signal(str)
    panels_changed = Signal(str)
    keyboard_left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None):
        """Make everything, without a project."""
        super().__init__(parent)
        self.setObjectName("compareHeader")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._icons: list[tuple[QPushButton, str, str]] = []
        self._title = self._figures = ""
        self._words: dict[QPushButton, str] = {}
        self.list = self._button("chevron-left", "一覧", "案の一覧にもどる", "tool")
        self.name = QPushButton(self)
        self.name.setProperty("kind", "title")
        self.town = QPushButton(self)
        self.town.setProperty("kind", "choice")
        self.status = QPushButton(self)
        self.status.setProperty("kind", "choice")
        self.undo = self._button("undo", "元に戻す", "", "tool")
        self.redo = self._button("redo", "やり直す", "", "tool")
        self.board = self._panel("outline", "項目", "指針の項目の表を出す・しまう")
        self.palette_ = self._panel("add", "取り入れる", "事例の要素の一覧を出す・しまう")
        self.revisions = self._button("clock", "版の履歴", "名前をつけた版を残す・くらべる", "")
        self.compare = self._button("compare", "くらべる", "この案を、事例とならべてくらべる", "")
        self.export = self._button("download", "もちだす", "書き出す・印刷する", "primary")
        self.name_menu, self.status_menu, self.export_menu = (QMenu(self) for _ in range(3))
        self._line = QWidget(self)
        self._flow = FlowLayout(self._line)
        self._lay_out()
        self._fill_menus()
        self._connect()
        self.show_history(None, None)
        theme.changed.connect(self._refit)
        self._refit()

    def show_project(self, project: ModelProject) -> None:
        """Show what the project is called, for which town, and how far it is."""
        self._title = project.title
        self.name.setToolTip(project.title)
        self.name.setAccessibleName(f"案の名前と操作: {project.title}")
        figures = town_figures(project.town)
        self._figures = figures or _NO_FIGURES
        self.town.setAccessibleName(f"まちの数字: {figures or 'まだ入っていません'}")
        self.status.setText(project.status.label)
        self.status.setAccessibleName(f"進みぐあい: {project.status.label}")
        for action in self.status_menu.actions():
            action.setChecked(action.data() == project.status.value)
        self._refit()

    def show_history(self, undo: "HistoryEntry | None", redo: "HistoryEntry | None") -> None:
        """Say what 元に戻す and やり直す would do."""
        for button, action, entry in (
            (self.undo, ActionId.UNDO, undo),
            (self.redo, ActionId.REDO, redo),
        ):
            what = f"{entry.kind.label} {entry.about}".strip() if entry is not None else ""
            label = button.words
            tip = f"{label}: {what}" if what else f"{label}ことは、いまありません"
            leaves = entry is None and button.hasFocus()
            button.setEnabled(entry is not None)
            if leaves:  # Qt would give the keyboard to whatever comes next in the window
                self.keyboard_left.emit()
            button.setToolTip(with_keys(tip, action) if what else tip)
            button.setAccessibleDescription(what)

    def show_panels(self, *, board: bool, palette: bool) -> None:
        """Show which panels are there."""
        self.board.setChecked(board)
        self.palette_.setChecked(palette)

    @property
    def controls(self) -> list[QWidget]:
        """Everything that can be operated, as it is read."""
        return [
            self.list,
            self.name,
            self.town,
            self.status,
            self.undo,
            self.redo,
            self.board,
            self.palette_,
            self.revisions,
            self.compare,
            self.export,
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less where there is less room."""
        super().resizeEvent(event)
        self._refit()

    def _refit(self) -> None:
        """Say as much as fits into a line; the panels are called by their names in any case."""
        for wording in _WORDINGS:
            self._say(wording)
            if self._flow.sizeHint().width() <= self.width():
                return
        self._say(_IN_LINES)

    def _say(self, wording: _Wording) -> None:
        for button in (self.undo, self.redo, self.list):
            button.show_words(wording.every_word)
        for button in (self.revisions, self.compare):
            button.show_words(wording.ways_on)
        figures = self._figures
        self.town.setText(figures if wording.all_figures else figures.partition("・")[0])
        room, metrics = self._theme.px(wording.name), self.name.fontMetrics()
        self.name.setText(metrics.elidedText(self._title, Qt.TextElideMode.ElideMiddle, room))
        self._flow.invalidate()

    def _on_status(self, action: QAction) -> None:
        status = next(status for status in ProjectStatus if status.value == action.data())
        self.status_chosen.emit(status)

    def _on_export(self, action: QAction) -> None:
        self.file_requested.emit(action.data())

    def _on_menu_closed(self) -> None:
        """Look again which button is under the pointer: none was told that it left."""
        QTimer.singleShot(0, self, self._unhover)

    def _unhover(self) -> None:
        for button in (self.name, self.status, self.export):
            under = button.rect().contains(button.mapFromGlobal(QCursor.pos()))
            button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, under)
            button.setDown(False)
            button.update()

    def _on_board(self) -> None:
        self.panels_changed.emit("board")

    def _on_palette(self) -> None:
        self.panels_changed.emit("palette")

    # Making

    def _fill_menus(self) -> None:
        for status in ProjectStatus:
            action = self.status_menu.addAction(status.label)
            action.setCheckable(True)
            action.setData(status.value)
        self.status_menu.triggered.connect(self._on_status)
        for label, signal in (
            ("案の名前を変える…", self.name_requested),
            ("まちの数字を変える…", self.town_requested),
            ("10の質問に答える…", self.questions_requested),
            ("この案をもとに、別の案をつくる…", self.variant_requested),
        ):
            self.name_menu.addAction(label).triggered.connect(signal)
        for key, label in FILE_LABELS.items():
            self.export_menu.addAction(label).setData(key)
        self.export_menu.triggered.connect(self._on_export)
        self.name.setMenu(self.name_menu)
        self.status.setMenu(self.status_menu)
        self.export.setMenu(self.export_menu)
        for menu in (self.name_menu, self.status_menu, self.export_menu):
            menu.aboutToHide.connect(self._on_menu_closed)

    def _connect(self) -> None:
        for button, signal in (
            (self.list, self.list_requested),
            (self.town, self.town_requested),
            (self.undo, self.undo_requested),
            (self.redo, self.redo_requested),
            (self.revisions, self.revisions_requested),
            (self.compare, self.compare_requested),
        ):
            button.clicked.connect(signal)
        self.board.clicked.connect(self._on_board)
        self.palette_.clicked.connect(self._on_palette)

    def _button(self, icon: str, text: str, tip: str, kind: str) -> IconButton:
        button = IconButton(self._theme, icon, text, kind, self)
        button.setToolTip(tip)
        return button

    def _panel(self, icon: str, text: str, tip: str) -> IconButton:
        button = self._button(icon, text, tip, "tool")
        button.setCheckable(True)
        return button

    def _lay_out(self) -> None:
        flow = self._flow
        LayoutScaler(self._theme, self).add(flow, (12, 8, 16, 8), 6)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._line.setSizePolicy(policy)
        controls = self.controls
        for widget in controls[:6]:
            flow.addWidget(widget)
        flow.add_push()
        for widget in controls[6:]:
            flow.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._line)


def town_figures(town: OwnTown) -> str:
    """Return the figures a town is known by, as far as they were entered."""
    parts = []
    if town.population is not None:
        parts.append(f"人口 {town.population:,}人")
    if town.elementary_schools is not None:
        parts.append(f"小学校 {town.elementary_schools}校")
    return "・".join(parts)
