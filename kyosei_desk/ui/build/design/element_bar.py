# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Under the design: what can be done with the element chosen, with the keys for it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from kyosei_desk.domain.designs import Element
from kyosei_desk.ui.build.entries.one_line import shortened
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.reader.flow_layout import FlowRow
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme

_HINT = (
    "ダブルクリックで名前、Enter で内容を直します。"
    "カードは動かせます。端から線を引くと、つながります。"
)
_LINKING = "「{name}」とつなぐ相手をクリックするか、矢印キーで選んで Enter を押してください。"
_LONGEST_NAME = 20


class ElementBar(QWidget):
    """Each signal is a button; ``linking_dropped`` gives up looking for a partner."""

    details_wanted = Signal()
    name_wanted = Signal()
    link_wanted = Signal()
    move_wanted = Signal()
    removal_wanted = Signal()
    linking_dropped = Signal()

    def __init__(self, theme: Theme, parent: QWidget):
        """Show how the design is edited."""
        super().__init__(parent)
        self.setAccessibleName("選んだ要素")
        self._hint = text_label(_HINT, "caption", self)
        self._row = FlowRow(theme, spacing=6)
        self._name = QLabel(self)
        self._name.setProperty("role", "strong")
        self._row.add(self._name)
        self._buttons: list[QPushButton] = []
        self._spared = ""
        for text, keys, signal in (
            ("内容を直す", "Enter", self.details_wanted),
            ("名前", "F2", self.name_wanted),
            ("つなぐ", "L", self.link_wanted),
            ("圏域を移す", "M", self.move_wanted),
            ("はずす", "Delete", self.removal_wanted),
        ):
            button = QPushButton(text)
            button.setProperty("kind", "choice")
            button.setToolTip(f"{text}（{keys}）")
            button.clicked.connect(signal)
            self._buttons.append(button)
            self._row.add(button)
        self._removal = self._buttons[-1]
        self._drop = QPushButton("つなぐのをやめる", self)
        self._drop.setProperty("kind", "choice")
        self._drop.clicked.connect(self.linking_dropped)
        self._row.add(self._drop)
        column = QVBoxLayout(self)
        LayoutScaler(theme, self).add(column, (12, 6, 12, 8), 4)
        column.addWidget(self._hint)
        column.addWidget(self._row)
        self.show_element(None)

    @property
    def hint(self) -> str:
        """What is said."""
        return "" if self._hint.isHidden() else self._hint.text()

    def show_element(self, element: Element | None) -> None:
        """Offer what can be done with an element; without one, say how editing goes."""
        self._hint.setText(_HINT)
        self._hint.setVisible(element is None)
        self._row.setVisible(element is not None)
        self._drop.hide()
        if element is None or element.id != self._spared:
            self.spare("")
        name = element.name if element else ""
        self._name.setText(shortened(name, _LONGEST_NAME).replace("&", "&&"))
        self._name.setToolTip(name)
        self._name.show()
        for button in self._buttons:
            button.show()
            button.setAccessibleName(f"{name}: {button.text()}")

    def spare(self, element_id: str) -> None:
        """Offer no removal of an element before it is chosen anew: it took the place of one."""
        self._spared = element_id
        self._removal.setEnabled(not element_id)

    def show_linking(self, name: str) -> None:
        """Say how a partner is chosen."""
        self._hint.setText(_LINKING.format(name=shortened(name, _LONGEST_NAME)))
        self._hint.show()
        self._row.show()
        self._name.hide()
        for button in self._buttons:
            button.hide()
        self._drop.show()
