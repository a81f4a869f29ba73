# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The line at the foot of the window: what is shown, and how far long work has come."""

import time

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget

from kyosei_desk.search.model import Progress
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.theme import Theme

_TRUST_AFTER_SECONDS = 2.0
_BAR_WIDTH = 160


class StatusLine(QWidget):
    """One sentence on the left; on the right work under way, which can be cancelled.

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
        self._status = QLabel(self)
        self._status.setAccessibleName("状態")
        self._status.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._work = QLabel(self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("作業の進み")
        self._cancel = QPushButton("とりやめる", self)
        self._cancel.setProperty("kind", "link")
        self._cancel.clicked.connect(self.cancel_requested)
        row = QHBoxLayout(self)
        LayoutScaler(theme, self).add(row, (16, 3, 16, 3), 12)
        row.addWidget(self._status, 1)
        for widget in (self._work, self._bar, self._cancel):
            row.addWidget(widget)
        theme.changed.connect(self._scale)
        self._scale()
        self.finish_work()

    @property
    def text(self) -> str:
        """The sentence shown."""
        return self._status.text()

    @property
    def work_text(self) -> str:
        """What is said of the work under way; empty without any."""
        return self._work.text()

    def show_status(self, text: str) -> None:
        """Show a sentence."""
        self._status.setText(text)
        self._status.setToolTip(text)

    def start_work(self, text: str) -> None:
        """Show that work has begun whose length is not known."""
        self._started = 0.0
        self._bar.setRange(0, 0)
        self._show_work(text, cancellable=False)

    def show_progress(self, name: str, progress: Progress) -> None:
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

    def _show_work(self, text: str, *, cancellable: bool) -> None:
        self._work.setText(text)
        self._bar.setAccessibleDescription(text)
        self._work.show()
        self._bar.show()
        self._cancel.setVisible(cancellable)

    def _scale(self) -> None:
        self._bar.setFixedWidth(self._theme.px(_BAR_WIDTH))
        self.setMinimumHeight(self._theme.px(30))


def percent(progress: Progress) -> int:
    """Return how much is done, 100 only when everything is."""
    return 100 * progress.done // max(progress.total, 1)


def time_left(progress: Progress, seconds_spent: float) -> str:
    """Return about how long it still takes, once that can be told."""
    if seconds_spent < _TRUST_AFTER_SECONDS or not progress.done:
        return ""
    left = seconds_spent * (progress.total - progress.done) / progress.done
    if left >= 90:
        return f"（あと約 {round(left / 60)} 分）"
    return f"（あと約 {max(1, round(left))} 秒）"
