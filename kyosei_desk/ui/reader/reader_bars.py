# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The bars above and below the text: what is read, as of when, the marks, the tools."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from kyosei_desk.domain.citing import as_of_words
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.documents import Document
from kyosei_desk.domain.passages import municipality_label
from kyosei_desk.ui.actions import ActionId, with_keys
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.reader.flow_layout import FlowLayout
from kyosei_desk.ui.theme import Theme


class _Bar(QWidget):
    """A line of small widgets that goes to a second line when it must."""

    def __init__(self, theme: Theme, name: str):
        super().__init__()
        self.setAccessibleName(name)
        self._theme = theme
        self._icons: list[tuple[QToolButton | QPushButton, str, str]] = []
        self._flow = FlowLayout(self)
        LayoutScaler(theme, self).add(self._flow, (24, 8, 16, 8), 6)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._tint)

    def _tool(self, icon: str, label: str, action: ActionId | None = None) -> QToolButton:
        button = QToolButton(self)
        button.setAccessibleName(label)
        button.setToolTip(with_keys(label, action) if action else label)
        self._icons.append((button, icon, "text"))
        return button

    def _text_tool(self, icon: str, label: str, tip: str) -> QPushButton:
        button = QPushButton(label, self)
        button.setProperty("kind", "tool")
        button.setAccessibleName(tip)
        button.setToolTip(tip)
        self._icons.append((button, icon, "text"))
        return button

    def _text_button(self, icon: str, label: str, tip: str) -> QPushButton:
        button = QPushButton(label, self)
        button.setToolTip(tip)
        self._icons.append((button, icon, "primary"))
        self._flow.addWidget(button)
        return button

    def _tint(self) -> None:
        side = self._theme.px(20)
        for button, icon, token in self._icons:
            button.setIcon(self._theme.icon(icon, getattr(self._theme.palette, token)))
            button.setIconSize(QSize(side, side))
        self._flow.invalidate()


class HeaderBar(_Bar):
    """Back and forward, kind, municipality and day of the figures; marks at the right."""

    back_requested = Signal()
    forward_requested = Signal()
    next_requested = Signal()
    previous_requested = Signal()

    def __init__(self, theme: Theme):
        """Make the bar for no document yet."""
        super().__init__(theme, "読んでいる資料")
        self._back = self._tool("arrow-left", "前に読んだところへもどる", ActionId.BACK)
        self._forward = self._tool("arrow-right", "もどる前のところへ進む（Alt+→）")
        self._flow.addWidget(self._back)
        self._flow.addWidget(self._forward)
        self._kind = self._chip("plain")
        self._place = self._chip("plain")
        self._day = self._chip("date")
        self._flow.add_push()
        self._marks = QWidget(self)
        self._count = QLabel(self._marks)
        self._count.setProperty("role", "caption")
        self._up = self._tool("chevron-up", "前の一致箇所へ", ActionId.PREVIOUS_MARK)
        self._down = self._tool("chevron-down", "次の一致箇所へ", ActionId.NEXT_MARK)
        row = QHBoxLayout(self._marks)
        LayoutScaler(theme, self._marks).add(row, spacing=2)
        for widget in (self._count, self._up, self._down):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._flow.addWidget(self._marks)
        self._back.clicked.connect(self.back_requested)
        self._forward.clicked.connect(self.forward_requested)
        self._up.clicked.connect(self.previous_requested)
        self._down.clicked.connect(self.next_requested)
        self.set_marks_label("")
        self.set_ways(back=False, forward=False)
        self._tint()

    def show_document(self, corpus: Corpus, document: Document, era_first: bool) -> None:
        """Name a document: kind, municipality, day of its figures."""
        self._kind.setText(document.kind.label)
        municipality = corpus.municipality(document)
        self._place.setVisible(municipality is not None)
        if municipality is not None:
            self._place.setText(municipality_label(municipality))
            self._place.setToolTip(f"全国地方公共団体コード {municipality.code}")
        self._day.setText(as_of_words(document, era_first=era_first))
        self._day.setToolTip(f"{as_of_words(document, era_first=not era_first)}のものです")
        self._flow.invalidate()

    def set_marks_label(self, text: str) -> None:
        """Show which mark of how many is current; nothing when there are none."""
        self._count.setText(text)
        self._marks.setVisible(bool(text))
        self._flow.invalidate()

    @property
    def marks_label(self) -> str:
        """What is said about the marks."""
        return self._count.text()

    def set_ways(self, *, back: bool, forward: bool) -> None:
        """Offer the ways back and forward that there are."""
        self._back.setEnabled(back)
        self._forward.setEnabled(forward)
        self._forward.setVisible(forward)

    def _chip(self, kind: str) -> QLabel:
        label = QLabel(self)
        label.setProperty("chip", kind)
        self._flow.addWidget(label)
        return label


class ToolBar(_Bar):
    """Outline, sources, size of the text, and copying with the source."""

    outline_toggled = Signal(bool)
    sources_requested = Signal()
    smaller_requested = Signal()
    larger_requested = Signal()
    copy_requested = Signal()

    def __init__(self, theme: Theme):
        """Make the buttons."""
        super().__init__(theme, "本文の道具")
        tip = with_keys("目次と関連", ActionId.TOGGLE_OUTLINE)
        self._outline = self._text_tool("outline", "目次", tip)
        self._outline.setCheckable(True)
        self._outline.toggled.connect(self.outline_toggled)
        sources = self._text_tool("book", "出典", "出典へ移る")
        sources.clicked.connect(self.sources_requested)
        smaller = self._tool("zoom-out", "本文を小さくする", ActionId.ZOOM_OUT)
        smaller.clicked.connect(self.smaller_requested)
        larger = self._tool("zoom-in", "本文を大きくする", ActionId.ZOOM_IN)
        larger.clicked.connect(self.larger_requested)
        for button in (self._outline, sources, smaller, larger):
            self._flow.addWidget(button)
        self._flow.add_push()
        tip = "選んだ文、選んでいなければいま読んでいる項を、出典つきで写します"
        copy = self._text_button("quote", "引用してコピー", with_keys(tip, ActionId.COPY_CITATION))
        copy.clicked.connect(self.copy_requested)
        self._tint()

    def set_outline_shown(self, shown: bool) -> None:
        """Show whether the outline is open, without asking for it."""
        self._outline.blockSignals(True)
        self._outline.setChecked(shown)
        self._outline.blockSignals(False)
