# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Messages without dialogs: a bar above the page says what happened and what to do.

What only needs to be noticed stands over the status line: it moves and covers nothing else.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from kyosei_desk.domain.errors import KyoseiError
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.theme import Theme

_logger = logging.getLogger(__name__)
UNDO_LABEL = "もとにもどす"  # offers the way back; over with the next change
_SHORT_STAY_MS = 8000
_MARGINS, _LOW_MARGINS = (24, 6, 12, 6), (10, 0, 4, 0)  # grid pixels


class Severity(StrEnum):
    """How grave a message is; also the name of its icon."""

    INFO = "info"
    SUCCESS = "success"
    WARNING = "warning"
    ERROR = "error"

    @property
    def word(self) -> str:
        """The word that stands beside the colour."""
        return _WORDS[self]

    @property
    def stays(self) -> bool:
        """Whether the message waits until it is closed."""
        return self in (Severity.WARNING, Severity.ERROR)


_WORDS = {
    Severity.INFO: "お知らせ",
    Severity.SUCCESS: "完了",
    Severity.WARNING: "注意",
    Severity.ERROR: "エラー",
}


@dataclass(frozen=True)
class Message:
    """What happened, as one or two sentences, with a way on if there is one.

    ``act`` is run when the button ``act_label`` is pressed.
    """

    severity: Severity
    text: str
    act_label: str = ""
    act: Callable[[], object] | None = None


def failure_message(
    error: Exception, act_label: str = "", act: Callable[[], object] | None = None
) -> Message:
    """Return the message for a failure: the core's errors in words, others as unexpected."""
    from kyosei_desk.wording.errors import error_sentence

    if isinstance(error, KyoseiError):
        return Message(Severity.ERROR, error_sentence(error), act_label, act)
    text = f"思いがけないことが起きました（{type(error).__name__}: {error}）。"
    return Message(Severity.ERROR, text + "作業は続けられます。", act_label, act)


class MessageBar(QFrame):
    """Shows one message at a time: the gravest first, the newest among equals.

    ``floating_changed`` follows every change of message or look, for who places the bar.
    """

    floating_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None):
        """Make the bar, hidden."""
        super().__init__(parent)
        self.setObjectName("messageBar")
        self.setAccessibleName("メッセージ")
        self._theme = theme
        self._waiting: list[Message] = []
        self._icon = QLabel(self)
        self._word = QLabel(self)
        self._word.setObjectName("severity")
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._button = QPushButton(self)
        self._button.clicked.connect(self._run_act)
        self._close = QToolButton(self)
        self._close.setToolTip("メッセージを閉じる")
        self._close.setAccessibleName("メッセージを閉じる")
        self._close.clicked.connect(self.close_current)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHORT_STAY_MS)
        self._timer.timeout.connect(self.close_current)
        self._lay_out()
        theme.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    @property
    def current(self) -> Message | None:
        """The message shown."""
        return self._waiting[-1] if self._waiting else None

    @property
    def floating(self) -> bool:
        """Whether the message shown goes by itself, and so must not move the page."""
        return self.current is not None and not self.current.severity.stays

    def size_within(self, width: int) -> QSize:
        """Return the size that shows the message in one line, or in lines of this width."""
        self._text.setWordWrap(False)
        line = self.sizeHint()
        self._text.setWordWrap(True)
        if line.width() <= width:
            return line
        layout = self.layout()
        return QSize(width, layout.heightForWidth(width) if layout else line.height())

    def show_message(self, message: Message) -> None:
        """Show a message now, or once a graver one has been closed."""
        if message.severity.stays:
            _logger.info("%s: %s", message.severity, message.text)
        # What goes by itself is over once something newer is said: it never comes back.
        self._waiting = [
            kept for kept in self._waiting if kept.severity.stays and kept.text != message.text
        ]
        self._waiting.append(message)
        self._waiting.sort(key=lambda waiting: list(Severity).index(waiting.severity))
        self._show_current()

    def show_failure(self, error: Exception) -> None:
        """Show what an operation failed with."""
        self.show_message(failure_message(error))

    def close_current(self) -> None:
        """Close the message shown; another that waits comes up."""
        if self._waiting:
            self._waiting.pop()
        self._show_current()

    def withdraw_offers(self) -> None:
        """Close what offers a way back: something else has changed meanwhile."""
        kept = [one for one in self._waiting if one.act_label != UNDO_LABEL]
        if len(kept) != len(self._waiting):
            self._waiting = kept
            self._show_current()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        for widget in (self._icon, self._word, self._text, self._button, self._close):
            row.addWidget(widget)
        row.setStretchFactor(self._text, 1)
        LayoutScaler(self._theme, self).add(row, spacing=8)

    def _show_current(self) -> None:
        message = self.current
        self._timer.stop()
        if message is None:
            self.hide()
            return
        self._text.setText(message.text)
        self._word.setText(message.severity.word)
        self._button.setText(message.act_label)
        self._button.setVisible(bool(message.act_label))
        self._restyle()
        self.show()
        if self.floating:
            self._timer.start()
        announcement = QAccessibleAnnouncementEvent(
            self, f"{message.severity.word}: {message.text}"
        )
        QAccessible.updateAccessibility(announcement)

    def _run_act(self) -> None:
        message = self.current
        self.close_current()
        if message is not None and message.act is not None:
            message.act()

    def _restyle(self) -> None:
        severity = self.current.severity if self.current else Severity.INFO
        colors = {
            Severity.INFO: self._theme.palette.primary,
            Severity.SUCCESS: self._theme.palette.success,
            Severity.WARNING: self._theme.palette.warning,
            Severity.ERROR: self._theme.palette.error,
        }
        side = self._theme.px(20)
        icon = self._theme.icon(severity, colors[severity])
        self._icon.setPixmap(icon.pixmap(QSize(side, side), self.devicePixelRatio()))
        self._close.setIcon(self._theme.icon("close", self._theme.palette.subtle))
        self._close.setIconSize(QSize(side, side) * 0.8)
        self.setProperty("severity", str(severity))
        self.setProperty("floating", self.floating)
        self._button.setProperty("kind", "link" if self.floating else "")
        if (layout := self.layout()) is not None:
            margins = _LOW_MARGINS if self.floating else _MARGINS
            layout.setContentsMargins(*map(self._theme.px, margins))
        for widget in (self, self._word, self._button):
            self.style().unpolish(widget)
            self.style().polish(widget)
        self.floating_changed.emit()
