# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A new element: its name, what it is, and where. All else follows in its form."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kyosei_desk.domain.designs import ProvisionCoverage
from kyosei_desk.domain.projects.changes.elements import ElementDraft
from kyosei_desk.domain.vocabulary import Coverage, ElementType, Zone
from kyosei_desk.ui.build.design.form_parts import EnumPick, FormEdit, FormField, member
from kyosei_desk.ui.build.library import BuildLibrary
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme

_LONGEST = 60
_NAMELESS = "名前を入れてください。"


class NewElement(QWidget):
    """``drafted(ElementDraft)`` adds it, ``given_up()`` does not."""

    drafted = Signal(object)
    given_up = Signal()

    def __init__(self, theme: Theme, library: BuildLibrary, parent: QWidget):
        """Make an empty form."""
        super().__init__(parent)
        self._library = library
        self._provision = ""
        self.edit = FormEdit(self)
        self.edit.setMaxLength(_LONGEST)
        self.edit.setPlaceholderText("例: まちの相談室")
        self._name = FormField(theme, "名前", self.edit, self)
        self.type = EnumPick(theme, "種類", list(ElementType), self)
        self.zone = EnumPick(theme, "圏域", list(Zone), self)
        self.existing = QCheckBox("いまのまちに、すでにある", self)
        self.answers = QCheckBox(self)
        self.answers.hide()
        add = QPushButton("加える", self)
        add.setProperty("kind", "primary")
        drop = QPushButton("やめる", self)
        scaler = LayoutScaler(theme, self)
        column = QVBoxLayout(self)
        scaler.add(column, (14, 12, 14, 14), 10)
        column.addWidget(text_label("要素を加える", "title", self))
        column.addWidget(self._name)
        column.addWidget(FormField(theme, "種類", self.type, self))
        column.addWidget(FormField(theme, "圏域（どの広さの地域のものか）", self.zone, self))
        column.addWidget(self.existing)
        column.addWidget(self.answers)
        row = QHBoxLayout()
        scaler.add(row, spacing=8)
        row.addWidget(add)
        row.addWidget(drop)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        add.clicked.connect(self._add)
        drop.clicked.connect(self.given_up)
        self.edit.submitted.connect(self._add)
        self.edit.textEdited.connect(self._on_edited)

    @property
    def wrong(self) -> str:
        """What is said to be wrong."""
        return self._name.wrong

    def open(self, provision_id: str = "") -> None:
        """Begin with an empty name; kind and zone stay as they were last."""
        self._provision = provision_id
        provision = self._library.provisions.get(provision_id)
        self.answers.setText(f"「{provision.plain}」に答える" if provision else "")
        self.answers.setVisible(provision is not None)
        self.answers.setChecked(provision is not None)
        self.edit.clear()
        self._name.say("")
        self.existing.setChecked(False)
        self.type.set_value(self.type.value or ElementType.PLACE.value)
        self.zone.set_value(self.zone.value or Zone.MUNICIPALITY.value)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> None:
        name = self.edit.text().strip()
        if not name:
            self._name.say(_NAMELESS)
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.drafted.emit(
            ElementDraft(
                name=name,
                type=member(list(ElementType), self.type.value),
                zone=member(list(Zone), self.zone.value),
                existing=self.existing.isChecked(),
                provisions=self._answered,
            )
        )

    @property
    def _answered(self) -> tuple[ProvisionCoverage, ...]:
        """What it answers: in part, until the person says that it does in full."""
        if not self.answers.isChecked():
            return ()
        return (ProvisionCoverage(id=self._provision, coverage=Coverage.PARTIAL),)

    def _on_edited(self) -> None:
        self._name.say("")
