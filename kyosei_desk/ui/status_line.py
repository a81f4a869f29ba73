# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The line at the foot of the window: what is shown, and how far long work has come."""

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget

from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.navigation import PageId
from kyosei_desk.ui.theme import Theme

if TYPE_CHECKING:
    from kyosei_desk.search.model import Progress

_TRUST_AFTER_SECONDS = 2.0
_BAR_WIDTH = 160
_HEIGHT = 32  # a message that goes by itself stands over it
_PRIVATE = "通信なし・すべてこのパソコンの中"
_PRIVATE_TIP = "入力したことも調べたことも、このパソコンの外へは出ません。"


class StatusLine(QWidget):
    """On the left what the open page shows; on the right work, or what holds all the time.

    Work can be cancelled. Where room is scarce the standing words give way first.

    ``cancel_requested`` follows the button beside the progress.
    """

    cancel_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None):
        """Make the line, empty."""
        super().__init__(parent)
        self.setObjectName("statusLine")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._started = 0.0
        self._page = PageId.HOME
        self._sentences: dict[PageId, str] = {}
        self._status = QLabel(self)
        self._status.setAccessibleName("状態")
        self._status.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._status.setMinimumWidth(1)
        self._index = QLabel(self)
        self._index.setAccessibleName("検索の索引")
        self._private = QLabel(_PRIVATE, self)
        self._private.setToolTip(_PRIVATE_TIP)
        for standing in (self._index, self._private):
            standing.setMinimumWidth(1)
        self._work = QLabel(self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("作業の進み")
        self._cancel = QPushButton("とりやめる", self)
        self._cancel.setProperty("kind", "link")
        self._cancel.clicked.connect(self.cancel_requested)
        row = QHBoxLayout(self)
        LayoutScaler(theme, self).add(row, (16, 3, 16, 3), 16)
        row.addWidget(self._status)
        row.addWidget(self._index)
        row.addStretch(1)
        for widget in (self._work, self._bar, self._cancel, self._private):
            row.addWidget(widget)
        self.finish_work()
        self._show_sentence()
        theme.changed.connect(self._scale)
        self._scale()

    @property
    def text(self) -> str:
        """The sentence shown."""
        return self._status.text()

    @property
    def work_text(self) -> str:
        """What is said of the work under way; empty without any."""
        return self._work.text()

    def show_status(self, page: PageId, text: str) -> None:
        """Show a sentence while this page is open."""
        self._sentences[page] = text
        self._show_sentence()

    def set_page(self, page: PageId) -> None:
        """Show what is said of the page that is open, if anything is."""
        self._page = page
        self._show_sentence()

    def show_index(self, text: str) -> None:
        """Show the state of the search index; an empty text takes no room."""
        self._index.setText(text)
        self._make_room()

    def start_work(self, text: str) -> None:
        """Show that work has begun whose length is not known."""
        self._started = 0.0
        self._bar.setRange(0, 0)
        self._show_work(text, cancellable=False)

    def show_progress(self, name: str, progress: "Progress") -> None:
        """Show how far work has come and about how long it will still take."""
        now = time.monotonic()
        if not self._started:
            self._started = now
        self._bar.setRange(0, max(progress.total, 1))
        self._bar.setValue(progress.done)
        left = time_left(progress, now - self._started)
        self._show_work(f"{name} {percent(progress)} %{left}", cancellable=True)

    def finish_work(self) -> None:
        """Show no work any more."""
        self._started = 0.0
        self._work.clear()
        for widget in (self._work, self._bar, self._cancel):
            widget.hide()
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look again what there is room for."""
        super().resizeEvent(event)
        self._make_room()

    def _show_sentence(self) -> None:
        text = self._sentences.get(self._page, "")
        self._status.setText(text)
        self._status.setToolTip(text)
        self._status.setVisible(bool(text))
        self._make_room()

    def _make_room(self) -> None:
        """Show the standing words that fit beside the sentence, none beside work."""
        gap = self._theme.px(32)
        said = 0 if self._status.isHidden() else self._status.sizeHint().width()
        free = self.width() - said - gap
        for label in (self._private, self._index):
            wanted = label.sizeHint().width() + gap
            fits = self._work.isHidden() and bool(label.text()) and wanted <= free
            label.setVisible(fits)
            free -= wanted if fits else 0

    def _show_work(self, text: str, *, cancellable: bool) -> None:
        self._work.setText(text)
        self._bar.setAccessibleDescription(text)
        self._work.show()
        self._bar.show()
        self._cancel.setVisible(cancellable)
        self._make_room()

    def _scale(self) -> None:
        self._bar.setFixedWidth(self._theme.px(_BAR_WIDTH))
        self.setMinimumHeight(self._theme.px(_HEIGHT))
        self._make_room()


def percent(progress: "Progress") -> int:
    """Return how much is done, 100 only when everything is."""
    return 100 * progress.done // max(progress.total, 1)


def time_left(progress: "Progress", seconds_spent: float) -> str:
    """Return about how long it still takes, once that can be told."""
    if seconds_spent < _TRUST_AFTER_SECONDS or not progress.done:
        return ""
    left = seconds_spent * (progress.total - progress.done) / progress.done
    if left >= 90:
        return f"（あと約 {round(left / 60)} 分）"
    return f"（あと約 {max(1, round(left))} 秒）"
