# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The five-minute tour: a strip below the page that guides through real work."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kyosei_desk.ui.cards import IconLabel
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.navigation import PageId
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme


@dataclass(frozen=True)
class TourStep:
    """One step: what to try, and what the window shows meanwhile.

    ``query`` is searched for, ``address`` opened and ``columns`` put side by side when they
    are given.
    """

    title: str
    text: str
    page: PageId
    query: str = ""
    address: str = ""
    columns: tuple[str, ...] = ()


STEPS: tuple[TourStep, ...] = (
    TourStep(
        "ことばを入れて、さがす",
        "上の欄に「ごみ屋敷」と入れました。「ゴミ屋敷」と書いてある資料も見つかります。"
        "かな、略語、「106条の3」のような条番号でもさがせます。",
        PageId.SEARCH,
        query="ごみ屋敷",
    ),
    TourStep(
        "左の欄で、しぼりこむ",
        "種別・自治体・機能【1】～【4】などを選ぶと、結果がしぼられます。数字は選ぶと残る件数です。"
        "欄がたたまれているときは「しぼりこみ」を押すと出ます。",
        PageId.SEARCH,
        query="相談 居場所",
    ),
    TourStep(
        "結果を選んで、読む",
        "↓キーで次の結果へ、Enter で本文へ移ります。一致したことばには印が付きます。"
        "F3 で次の印へ、Esc で結果の一覧へもどります。",
        PageId.SEARCH,
        query="まちの保健室",
    ),
    TourStep(
        "出典つきで、写しとる",
        "本文を選んで Ctrl+Shift+C（引用してコピー）を押すと、資料名・出典・いつ現在かが付きます。"
        "そのまま報告書や計画の下書きに貼りつけられます。",
        PageId.SEARCH,
        address="cases/nabari",
    ),
    TourStep(
        "自治体どうしを、くらべる",
        "自治体を2つから8つ選ぶと、指針の項目ごとに並びます。Enter でセルの本文が横に出ます。"
        "しくみ図・数字・地図でもくらべられます。Ctrl+3 でいつでも開けます。",
        PageId.COMPARE,
        columns=("cases/nabari", "cases/fujisawa", "cases/omuta"),
    ),
    TourStep(
        "あなたのまちの案を、つくる",
        "10の質問に答えるか、事例を1つ選ぶと、案の形ができます。指針の項目のどこが足りないか、"
        "どの事例にやり方があるかが分かります。Ctrl+4 でいつでも開けます。",
        PageId.BUILD,
    ),
    TourStep(
        "見やすく、ととのえる",
        "文字の大きさ、画面の色、和暦・西暦はここで変えられます。"
        "キーの一覧は F1、この案内は「使い方」からいつでも始められます。",
        PageId.SETTINGS,
    ),
)


class Tour(QWidget):
    """Shows one step at a time; hidden until :meth:`start`.

    ``step_shown(TourStep)`` asks the window to show what the step speaks of;
    ``ended`` follows the last step or the button that closes.
    """

    step_shown = Signal(object)
    ended = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None):
        """Make the strip, hidden."""
        super().__init__(parent)
        self.setObjectName("tour")
        self.setAccessibleName("5分でわかる使い方")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._scaler = LayoutScaler(theme, self)
        self._index = 0
        self._title = text_label("", "strong", self)
        self._text = text_label("", "body", self)
        self._count = QLabel(self)
        self._count.setProperty("role", "caption")
        self._back = QPushButton("もどる", self)
        self._next = QPushButton("次へ", self)
        self._next.setProperty("kind", "primary")
        self._close = QPushButton("閉じる", self)
        self._close.setAccessibleName("案内を閉じる")
        self._back.clicked.connect(self._go_back)
        self._next.clicked.connect(self._go_on)
        self._close.clicked.connect(self.end)
        self._lay_out(theme)
        self.hide()

    @property
    def index(self) -> int:
        """Which step is shown, from 0."""
        return self._index

    def start(self) -> None:
        """Begin with the first step."""
        self._index = 0
        self.show()
        self._show_step()
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Close the strip."""
        if not self.isHidden():
            self.hide()
            self.ended.emit()

    def _go_back(self) -> None:
        self._index = max(0, self._index - 1)
        self._show_step()

    def _go_on(self) -> None:
        if self._index + 1 == len(STEPS):
            self.end()
            return
        self._index += 1
        self._show_step()

    def _show_step(self) -> None:
        step = STEPS[self._index]
        self._title.setText(step.title)
        self._text.setText(step.text)
        self._count.setText(f"{self._index + 1} / {len(STEPS)}")
        self._back.setEnabled(self._index > 0)
        last = self._index + 1 == len(STEPS)
        self._next.setText("おわる" if last else "次へ")
        self._close.setHidden(last)
        self.step_shown.emit(step)
        announcement = QAccessibleAnnouncementEvent(self, f"{step.title}。{step.text}")
        QAccessible.updateAccessibility(announcement)

    def _lay_out(self, theme: Theme) -> None:
        row = QHBoxLayout()
        self._scaler.add(row, spacing=10)
        row.addWidget(IconLabel(theme, "tour", "primary", 24))
        row.addWidget(self._title, 1)
        for widget in (self._count, self._back, self._next, self._close):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        self._scaler.add(column, (20, 8, 16, 10), 6)
        column.addLayout(row)
        below = QHBoxLayout()
        self._scaler.add(below, (34, 0, 0, 0))
        below.addWidget(self._text)
        column.addLayout(below)
