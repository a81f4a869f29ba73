# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Above the comparison: what is compared, what can be done with it, tabs and what they show."""

from enum import StrEnum

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from kyosei_desk.export.comparison.file import ComparisonFormat
from kyosei_desk.ui.actions import ActionId, with_keys
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.reader.flow_layout import FlowLayout
from kyosei_desk.ui.text_label import overhang
from kyosei_desk.ui.theme import Theme


class CompareTab(StrEnum):
    """The ways to look at a comparison; the value is what people read."""

    TABLE = "表"
    DIAGRAM = "しくみ図"
    FIGURES = "数字"
    MAP = "地図"


FORMAT_LABELS = {
    ComparisonFormat.HTML: "印刷・閲覧用のページ（HTML）…",
    ComparisonFormat.CSV: "Excel などで開く表（CSV）…",
    ComparisonFormat.MARKDOWN: "Markdown…",
    ComparisonFormat.TABLE: "文字だけの表（テキスト）…",
    ComparisonFormat.JSON: "ほかのプログラム用のデータ（JSON）…",
}
_MIXED = "現在日が混ざっています"
_ROOM_FOR_TITLE = 900
_COPY = "表をコピーする（出典つき）"


class _Line(QWidget):
    """Small widgets in a line that goes on below where there is no room."""

    def __init__(self, theme: Theme, margins: tuple[int, int, int, int], parent: QWidget):
        super().__init__(parent)
        self.flow = FlowLayout(self)
        LayoutScaler(theme, self).add(self.flow, margins, 8)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


class CompareHeader(QWidget):
    """``tab_chosen(CompareTab)``, ``hiding_changed(same, unstated)``, ``passage_toggled(bool)``.

    The buttons: ``columns_requested``, ``save_requested``, ``file_requested(ComparisonFormat)``
    and ``copy_requested``.
    """

    tab_chosen = Signal(object)
    hiding_changed = Signal(bool, bool)
    passage_toggled = Signal(bool)
    columns_requested = Signal()
    save_requested = Signal()
    file_requested = Signal(object)
    copy_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None):
        """Make everything, with the first tab chosen."""
        super().__init__(parent)
        self.setObjectName("compareHeader")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._icons: list[tuple[QPushButton, str, str]] = []
        self._above = _Line(theme, (24, 10, 16, 2), self)
        self._below = _Line(theme, (16, 2, 16, 0), self)
        self._mixed = ""
        self._title = QLabel("くらべる", self)
        self._count = QLabel(self)
        self._count.setProperty("chip", "plain")
        self._days = QLabel(self)
        self._days.setProperty("chip", "date")
        self.tabs = QTabBar(self)
        self.export_menu = QMenu(self)
        self.same = QCheckBox("ちがいだけ", self)
        self.unstated = QCheckBox("記載なしの行をかくす", self)
        self.passage = self._button("outline", "本文を横に", "セルの本文を横に出す", "tool")
        self._lay_out()
        self._fill_menu()
        theme.changed.connect(self._tint)
        self._tint()

    @property
    def controls(self) -> list[QWidget]:
        """Everything that can be operated, as it is read."""
        buttons = [button for button, _, _ in self._icons if button is not self.passage]
        return [*buttons, self.tabs, self.same, self.unstated, self.passage]

    @property
    def tab(self) -> CompareTab:
        """The tab chosen."""
        return list(CompareTab)[self.tabs.currentIndex()]

    def choose_tab(self, name: str) -> None:
        """Choose a tab by its name; any other name changes nothing."""
        names = [tab.value for tab in CompareTab]
        if name in names:
            self.tabs.setCurrentIndex(names.index(name))

    def step_tab(self, by: int) -> None:
        """Choose the next tab (1) or the one before (-1), around the ends."""
        count = self.tabs.count()
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % count)

    def show_state(self, columns: int, days: str, days_tip: str) -> None:
        """Say how many columns there are; ``days`` are those of their figures if they differ."""
        self._count.setText(f"{columns}列")
        self._mixed = days
        self._days.setToolTip(f"{_MIXED}。列によって、数字の現在日がちがいます（{days_tip}）")
        self._days.setVisible(bool(days))
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less where there is less room."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        wide = self.width() >= self._theme.px(_ROOM_FOR_TITLE)
        self._title.setVisible(wide)
        self._days.setText(f"{_MIXED}（{self._mixed}）" if wide else f"現在日 {self._mixed}")
        self._days.setAccessibleName(f"{_MIXED}（{self._mixed}）")
        self._above.flow.invalidate()

    def show_hiding(self, *, same: bool, unstated: bool) -> None:
        """Show what is left out, without telling."""
        for box, on in ((self.same, same), (self.unstated, unstated)):
            box.blockSignals(True)
            box.setChecked(on)
            box.blockSignals(False)

    def show_passage(self, shown: bool) -> None:
        """Show whether passages are beside the table, without telling."""
        self.passage.setChecked(shown)

    def open_export(self) -> None:
        """Offer the formats, below the button."""
        if self._export.isVisible():
            # Its right end below the button's: the button stands at the window's edge.
            at = self._export.mapToGlobal(self._export.rect().bottomRight())
            self.export_menu.popup(at - QPoint(self.export_menu.sizeHint().width(), 0))
            self.export_menu.setActiveAction(self.export_menu.actions()[0])

    def _on_tab(self, index: int) -> None:
        tab = list(CompareTab)[index]
        for widget in (self.same, self.unstated, self.passage):
            widget.setVisible(tab is CompareTab.TABLE)
        self._below.flow.invalidate()
        self.tab_chosen.emit(tab)

    def _on_hiding(self) -> None:
        self.hiding_changed.emit(self.same.isChecked(), self.unstated.isChecked())

    def _on_format(self, action: QAction) -> None:
        if action.data() is None:
            self.copy_requested.emit()
        else:
            self.file_requested.emit(ComparisonFormat(action.data()))

    def _fill_menu(self) -> None:
        for file_format, label in FORMAT_LABELS.items():
            self.export_menu.addAction(label).setData(file_format.value)
        self.export_menu.addSeparator()
        self.export_menu.addAction(_COPY)
        self.export_menu.triggered.connect(self._on_format)

    def _button(self, icon: str, text: str, tip: str, kind: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("kind", kind)
        button.setToolTip(tip)
        color = {"primary": "on_primary", "tool": "subtle"}.get(kind, "primary")
        self._icons.append((button, icon, color))
        return button

    def _lay_out(self) -> None:
        self._title.setProperty("role", "heading")
        tip = with_keys("くらべる列を選ぶ", ActionId.CHOOSE_COLUMNS)
        columns = self._button("columns", "列を選ぶ", tip, "")
        tip = with_keys("名前をつけて保存する・保存した比較を開く", ActionId.SAVE_COMPARISON)
        save = self._button("star", "保存・開く", tip, "")
        tip = with_keys("くらべた表を書き出す", ActionId.EXPORT_COMPARISON)
        self._export = self._button("download", "もちだす", tip, "primary")
        above = self._above.flow
        for label in (self._title, self._count, self._days):
            above.addWidget(label)
        above.add_push()
        for button in (columns, save, self._export):
            above.addWidget(button)
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName("くらべかた")
        for tab in CompareTab:
            self.tabs.addTab(tab.value)
        below = self._below.flow
        below.addWidget(self.tabs)
        below.add_push()
        self.passage.setCheckable(True)
        for widget in (self.same, self.unstated, self.passage):
            below.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._above)
        column.addWidget(self._below)
        columns.clicked.connect(self.columns_requested)
        save.clicked.connect(self.save_requested)
        self._export.clicked.connect(self.open_export)
        self.tabs.currentChanged.connect(self._on_tab)
        self.same.toggled.connect(self._on_hiding)
        self.unstated.toggled.connect(self._on_hiding)
        self.passage.clicked.connect(self.passage_toggled)

    def _tint(self) -> None:
        side = self._theme.px(18)
        for button, icon, color in self._icons:
            button.setIcon(self._theme.icon(icon, getattr(self._theme.palette, color)))
            button.setIconSize(QSize(side, side))
        self._title.ensurePolished()
        air = overhang(self._title.font())
        self._title.setContentsMargins(0, air, 0, air)
        self._below.flow.invalidate()
        self._make_room()
