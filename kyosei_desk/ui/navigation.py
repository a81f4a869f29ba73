# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The column of pages at the left edge, and the way back through them."""

from enum import StrEnum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from kyosei_desk.ui.actions import ActionId, with_keys
from kyosei_desk.ui.cards import IconLabel
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.theme import Theme


class PageId(StrEnum):
    """The pages there are; the value is also the name of the icon."""

    HOME = "home"
    SEARCH = "search"
    COMPARE = "compare"
    BUILD = "build"
    HELP = "help"
    SETTINGS = "settings"

    @property
    def label(self) -> str:
        """What people read of the page."""
        return _LABELS[self]


_LABELS = {
    PageId.HOME: "ホーム",
    PageId.SEARCH: "さがす",
    PageId.COMPARE: "くらべる",
    PageId.BUILD: "つくる",
    PageId.HELP: "使い方",
    PageId.SETTINGS: "設定",
}
_ACTIONS = {
    PageId.HOME: ActionId.HOME,
    PageId.SEARCH: ActionId.SEARCH,
    PageId.COMPARE: ActionId.COMPARE,
    PageId.BUILD: ActionId.BUILD,
    PageId.HELP: ActionId.HELP,
    PageId.SETTINGS: ActionId.SETTINGS,
}
_AT_BOTTOM = (PageId.HELP, PageId.SETTINGS)
_WIDTH = 72
_ICON = 24


class NavigationBar(QWidget):
    """One button a page; ``page_requested`` carries the :class:`PageId`."""

    page_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None):
        """Make the buttons with none chosen."""
        super().__init__(parent)
        self.setObjectName("navigation")
        self.setAccessibleName("画面の一覧")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._group = QButtonGroup(self)
        self._buttons: dict[PageId, QToolButton] = {}
        column = QVBoxLayout(self)
        LayoutScaler(theme, self).add(column, (6, 12, 6, 12), 6)
        column.addWidget(IconLabel(theme, "app", "primary", 40), 0, Qt.AlignmentFlag.AlignHCenter)
        for page in PageId:
            if page is _AT_BOTTOM[0]:
                column.addStretch(1)
            self._buttons[page] = self._button(page)
            column.addWidget(self._buttons[page])
        self._group.idClicked.connect(self._on_clicked)
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_current(self, page: PageId) -> None:
        """Show which page is open."""
        self._buttons[page].setChecked(True)

    def _button(self, page: PageId) -> QToolButton:
        button = QToolButton(self)
        button.setText(page.label)
        button.setAccessibleName(page.label)
        button.setToolTip(with_keys(page.label, _ACTIONS[page]))
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._group.addButton(button, list(PageId).index(page))
        return button

    def _on_clicked(self, index: int) -> None:
        self.page_requested.emit(list(PageId)[index])

    def _restyle(self) -> None:
        palette = self._theme.palette
        self.setFixedWidth(self._theme.px(_WIDTH))
        side = self._theme.px(_ICON)
        for page, button in self._buttons.items():
            size = QSize(side, side)
            icon = QIcon(self._theme.icon(page, palette.subtle))
            chosen = self._theme.icon(page, palette.primary)
            icon.addPixmap(
                chosen.pixmap(size, self.devicePixelRatio()),
                QIcon.Mode.Normal,
                QIcon.State.On,
            )
            button.setIcon(icon)
            button.setIconSize(size)


class PageHistory:
    """The pages visited, for the way back; no page follows itself."""

    def __init__(self, first: PageId):
        """Start on ``first``."""
        self._visited = [first]

    @property
    def current(self) -> PageId:
        """The page that is open."""
        return self._visited[-1]

    def go(self, page: PageId) -> None:
        """Open a page."""
        if page is not self.current:
            self._visited.append(page)

    def back(self) -> PageId:
        """Return to the page before; the first page stays."""
        if len(self._visited) > 1:
            self._visited.pop()
        return self.current
