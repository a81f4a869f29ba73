# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Who works in an element: roles, each with how many people."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kyosei_desk.domain.designs import Staffing
from kyosei_desk.domain.reading_numbers import known_count
from kyosei_desk.ui.build.design.form_parts import FormEdit
from kyosei_desk.ui.build.settled import settled_text
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme

_LONGEST, _LONGEST_NUMBER = 40, 5
_WRONG = "人数は、1以上の数字で、少ないほうを先に入れてください。"
_NEW = "担当者"


class StaffRow(QWidget):
    """One role; ``changed()`` follows what was entered, ``removed()`` its button."""

    changed = Signal()
    removed = Signal()

    def __init__(self, theme: Theme, parent: QWidget):
        """Make an empty row."""
        super().__init__(parent)
        self._shown: Staffing | None = None
        self.role = FormEdit(self)
        self.role.setMaxLength(_LONGEST)
        self.role.setAccessibleName("職種・役割")
        self.least, self.most = self._number("人数（少なくとも）"), self._number("人数（多くて）")
        self.each = QCheckBox("1か所ごと", self)
        self._wrong = text_label(_WRONG, "caption", self)
        self._wrong.setProperty("wrong", True)
        self._wrong.hide()
        remove = QPushButton("外す", self)
        remove.setProperty("kind", "link")
        remove.setAccessibleName("この職種を外す")
        remove.clicked.connect(self.removed)
        scaler = LayoutScaler(theme, self)
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            scaler.add(row, spacing=4)
        first.addWidget(self.role, 1)
        first.addWidget(remove)
        for widget in (self.least, QLabel("～", self), self.most, QLabel("人", self), self.each):
            second.addWidget(widget, 1 if isinstance(widget, FormEdit) else 0)
        column = QVBoxLayout(self)
        scaler.add(column, (0, 0, 0, 4), 4)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self._wrong)
        self._settled = [
            settled_text(edit, self._on_text) for edit in (self.role, self.least, self.most)
        ]
        self.each.clicked.connect(self.changed)

    @property
    def staffing(self) -> Staffing | None:
        """What is entered; None where it cannot stand."""
        least, most = (known_count(edit.text()) for edit in (self.least, self.most))
        empty = [not edit.text().strip() for edit in (self.least, self.most)]
        role = self.role.text().strip()
        wrong = (least is None and not empty[0]) or (most is None and not empty[1])
        if not role or wrong or (least and most and least > most):
            return None
        text = self._shown.text if self._shown else None
        return Staffing(role=role, min=least, max=most, each=self.each.isChecked(), text=text)

    @property
    def kept(self) -> Staffing | None:
        """What is entered; where it cannot stand, what was shown before."""
        shown = self._shown
        return self.staffing or (shown and _with_each(shown, self.each.isChecked()))

    def forget_wrong(self) -> None:
        """Give up what cannot stand: something else is shown next."""
        self._wrong.hide()

    def show_staffing(self, staff: Staffing) -> None:
        """Show a role; what was typed and cannot stand stays while the role is the same."""
        before, self._shown = self._shown, staff
        self.each.setChecked(staff.each)
        same = before is not None and _with_each(before, staff.each) == staff
        if same and not self._wrong.isHidden():
            return
        texts = (staff.role, _shown(staff.min), _shown(staff.max))
        for settled, text in zip(self._settled, texts, strict=True):
            settled.show_text(text)
        self._wrong.hide()

    def _number(self, name: str) -> FormEdit:
        edit = FormEdit(self)
        edit.setMaxLength(_LONGEST_NUMBER)
        edit.setAccessibleName(name)
        return edit

    def _on_text(self, _text: str) -> None:
        right = self.staffing is not None
        self._wrong.setVisible(not right and bool(self.role.text().strip()))
        if right:
            self.changed.emit()


class StaffField(QWidget):
    """``changed(tuple[Staffing, ...])`` follows everything entered."""

    changed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget):
        """Show no roles yet."""
        super().__init__(parent)
        self._theme = theme
        self._rows: list[StaffRow] = []
        self._list = QVBoxLayout()
        scaler = LayoutScaler(theme, self)
        scaler.add(self._list, spacing=4)
        add = QPushButton("職種を加える", self)
        add.setProperty("kind", "choice")
        add.clicked.connect(self._on_add)
        column = QVBoxLayout(self)
        scaler.add(column, spacing=4)
        column.addLayout(self._list)
        row = QHBoxLayout()
        row.addWidget(add)
        row.addStretch(1)
        column.addLayout(row)

    @property
    def rows(self) -> tuple[StaffRow, ...]:
        """The roles, from the top down."""
        return tuple(self._rows)

    def forget_wrong(self) -> None:
        """Give up what cannot stand: another element is shown next."""
        for row in self._rows:
            row.forget_wrong()

    def show_staff(self, staff: Sequence[Staffing]) -> None:
        """Show the roles of an element."""
        while len(self._rows) > len(staff):
            row = self._rows.pop()
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self._rows) < len(staff):
            row = StaffRow(self._theme, self)
            row.changed.connect(self._on_changed)
            row.removed.connect(self._on_removed)
            self._list.addWidget(row)
            self._rows.append(row)
        for row, one in zip(self._rows, staff, strict=True):
            row.show_staffing(one)

    def _staff(self, without: StaffRow | None = None) -> list[Staffing]:
        entered = [row.kept for row in self._rows if row is not without]
        return [one for one in entered if one is not None]

    def _on_changed(self) -> None:
        self.changed.emit(tuple(self._staff()))

    def _on_add(self) -> None:
        self.changed.emit((*self._staff(), Staffing(role=_NEW)))
        if self._rows:
            self._rows[-1].role.setFocus(Qt.FocusReason.OtherFocusReason)
            self._rows[-1].role.selectAll()

    def _on_removed(self) -> None:
        row = self.sender()
        if isinstance(row, StaffRow):
            self.changed.emit(tuple(self._staff(without=row)))


def _shown(number: int | None) -> str:
    return "" if number is None else f"{number:,}"


def _with_each(staff: Staffing, each: bool) -> Staffing:
    return staff.model_copy(update={"each": each})
