# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A new element: its name, what it is, and where. All else follows in its form.

It is part of the design as soon as it has a name; the name then follows what is typed.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kyosei_desk.domain.designs import ProvisionCoverage
from kyosei_desk.domain.projects.changes.elements import (
    ElementDraft,
    set_existing,
    set_provision,
)
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.domain.projects.suggesting import suggested_type
from kyosei_desk.domain.vocabulary import Coverage, ElementType, Zone
from kyosei_desk.ui.build.design.commands import DesignCommands
from kyosei_desk.ui.build.design.form_parts import EnumPick, FormEdit, FormField, member
from kyosei_desk.ui.build.library import BuildLibrary
from kyosei_desk.ui.build.settled import settled_text
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme

_LONGEST = 60
_NAMELESS = "名前を入れてください。"


class NewElement(QWidget):
    """``added(str)``: it is described as far as is asked here; ``given_up()``: it is not."""

    added = Signal(str)
    given_up = Signal()

    def __init__(
        self, theme: Theme, commands: DesignCommands, library: BuildLibrary, parent: QWidget
    ):
        """Make an empty form."""
        super().__init__(parent)
        self._commands = commands
        self._library = library
        self._provision = self._begun = ""
        self._ends = False
        self._last = ElementType.PLACE
        self.edit = FormEdit(self)
        self.edit.setMaxLength(_LONGEST)
        self.edit.setPlaceholderText("例: まちの相談室")
        self._name = FormField(theme, "名前", self.edit, self)
        self.type = EnumPick(theme, "種類", list(ElementType), self)
        self.zone = EnumPick(theme, "圏域", list(Zone), self)
        self.zone.set_value(Zone.MUNICIPALITY.value)
        self.existing = QCheckBox("いまのまちに、すでにある", self)
        self.answers = QCheckBox(self)
        self.answers.hide()
        self._settled = settled_text(self.edit, self._on_name)
        self._lay_out(theme)

    @property
    def wrong(self) -> str:
        """What is said to be wrong."""
        return self._name.wrong

    def open(self, provision_id: str = "") -> None:
        """Ask for an element, one that answers a provision if told; one begun before stays.

        It is first taken for what the cases answer the provision with, else for what the
        person chose last.
        """
        self._settled.flush()
        self._provision, self._begun, self._ends = provision_id, "", False
        provision = self._library.provisions.get(provision_id)
        self.answers.setText(f"「{provision.plain}」に答える" if provision else "")
        self.answers.setVisible(provision is not None)
        self.answers.setChecked(provision is not None)
        self._settled.show_text("")
        self._name.say("")
        self.existing.setChecked(False)
        kind = suggested_type(provision_id, self._library.cases) or self._last
        self.type.set_value(kind.value)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_project(self, project: ModelProject) -> None:
        """Follow what becomes of the element begun; when it is gone, its name is, too."""
        if not self._begun:
            return
        element = project.element(self._begun)
        if element is None:
            self._begun = ""
        self._settled.show_text(element.name if element else "")
        if self._ends and element is not None:
            self._end()

    # What was entered

    def _on_name(self, text: str) -> None:
        name = text.strip()
        if not name:
            return
        self._name.say("")
        if self._begun:
            self._commands.rename(self._begun, name)
        else:
            self._commands.begin(self._draft(name), self._on_begun)

    def _on_begun(self, element_id: str) -> None:
        self._begun = element_id

    def _draft(self, name: str) -> ElementDraft:
        return ElementDraft(
            name=name,
            type=self._type,
            zone=member(list(Zone), self.zone.value),
            existing=self.existing.isChecked(),
            provisions=self._answered,
        )

    @property
    def _type(self) -> ElementType:
        return member(list(ElementType), self.type.value)

    @property
    def _answered(self) -> tuple[ProvisionCoverage, ...]:
        """What it answers: in part, until the person says that it does in full."""
        if not self.answers.isChecked():
            return ()
        return (ProvisionCoverage(id=self._provision, coverage=Coverage.PARTIAL),)

    def _on_type(self, _value: str) -> None:
        self._last = self._type
        if self._begun:
            self._commands.alter(self._begun, type=self._type)

    def _on_zone(self, value: str) -> None:
        if self._begun:
            self._commands.move(self._begun, member(list(Zone), value))

    def _on_existing(self, existing: bool) -> None:
        if begun := self._begun:
            self._commands.apply(lambda project: set_existing(project, begun, existing))

    def _on_answers(self, answers: bool) -> None:
        begun, provision, known = self._begun, self._provision, self._library.provisions
        coverage = Coverage.PARTIAL if answers else None
        if begun:
            self._commands.apply(
                lambda project: set_provision(project, begun, provision, coverage, known=known)
            )

    def _on_add(self) -> None:
        self._settled.flush()
        if not self.edit.text().strip():
            self._name.say(_NAMELESS)
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._begun:
            self._end()
        else:
            self._ends = True  # it waits for something else to be done

    def _end(self) -> None:
        begun, self._begun, self._ends = self._begun, "", False
        self._settled.show_text("")
        self.added.emit(begun)

    def drop(self) -> None:
        """Take back what was begun."""
        begun, self._begun, self._ends = self._begun, "", False
        self.edit.clear()
        self._settled.flush()
        if begun:
            self._commands.remove(begun)
        self.given_up.emit()

    # Making

    def _lay_out(self, theme: Theme) -> None:
        add = QPushButton("加える", self)
        add.setProperty("kind", "primary")
        drop = QPushButton("やめる", self)
        drop.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click hands nothing over before
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
        self.type.picked.connect(self._on_type)
        self.zone.picked.connect(self._on_zone)
        self.existing.clicked.connect(self._on_existing)
        self.answers.clicked.connect(self._on_answers)
        add.clicked.connect(self._on_add)
        drop.clicked.connect(self.drop)
        self.edit.submitted.connect(self._on_add)
