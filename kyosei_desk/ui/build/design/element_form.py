# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Everything about one element; what is entered is kept at once, and can be undone."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QPushButton, QVBoxLayout, QWidget

from kyosei_desk.domain.dates import PartialDate, today
from kyosei_desk.domain.designs import Element
from kyosei_desk.domain.projects.changes.elements import set_existing, set_provision
from kyosei_desk.domain.projects.changes.taking_over import acknowledge
from kyosei_desk.domain.projects.model import UNWRITTEN, ModelProject
from kyosei_desk.domain.vocabulary import (
    Coverage,
    ElementType,
    LabelledEnum,
    Operator,
    WelfareField,
    Zone,
)
from kyosei_desk.search.written_days import spoken_day
from kyosei_desk.ui.build.design.commands import DesignCommands
from kyosei_desk.ui.build.design.count_field import CountField
from kyosei_desk.ui.build.design.form_parts import (
    EnumPick,
    FormEdit,
    FormField,
    NoteEdit,
    enum_choices,
    member,
)
from kyosei_desk.ui.build.design.links_field import LinksField
from kyosei_desk.ui.build.design.origin_box import OriginBox
from kyosei_desk.ui.build.design.provisions_field import ProvisionsField
from kyosei_desk.ui.build.design.staff_field import StaffField
from kyosei_desk.ui.build.library import BuildLibrary
from kyosei_desk.ui.build.settled import hand_over_texts, settled_text
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.list_button import TickButton
from kyosei_desk.ui.reader.labels import date_label
from kyosei_desk.ui.theme import Theme

_LONGEST, _LONGEST_DAY = 60, 20
_NAMELESS = "名前は空にできません。"
_NO_DAY = "年や年月で入れてください（例: 令和9年4月）。"


class ElementForm(QWidget):
    """``link_wanted(str, str)`` asks for the kind of a link between two elements.

    ``removal_wanted(str)`` is the element, ``address_requested(str)`` a passage.
    """

    link_wanted = Signal(str, str)
    removal_wanted = Signal(str)
    address_requested = Signal(str)

    def __init__(
        self, theme: Theme, commands: DesignCommands, library: BuildLibrary, parent: QWidget
    ):
        """Show no element yet."""
        super().__init__(parent)
        self._theme = theme
        self._commands = commands
        self._library = library
        self._element: Element | None = None
        self.name = FormEdit(self)
        self.name.setMaxLength(_LONGEST)
        self._name_field = FormField(theme, "名前", self.name, self)
        self.existing = QCheckBox("いまのまちに、すでにある", self)
        self.type = EnumPick(theme, "種類", list(ElementType), self)
        self.zone = EnumPick(theme, "圏域", list(Zone), self)
        self.count = CountField(theme, commands, library, self)
        self.operators = TickButton(theme, "担い手", enum_choices(list(Operator)), self)
        self.fields = TickButton(theme, "分野", enum_choices(list(WelfareField)), self)
        self.provisions = ProvisionsField(theme, library, self)
        self.staff = StaffField(theme, self)
        self.since = FormEdit(self)
        self.since.setMaxLength(_LONGEST_DAY)
        self.since.setPlaceholderText("例: 令和9年4月")
        self._since_field = FormField(theme, "いつから", self.since, self)
        self.text = NoteEdit(theme, 5, self)
        self.text.setPlaceholderText("どんなことをするのか、自分のまちの言葉で書きます")
        self.origin = OriginBox(theme, library, self)
        self.links = LinksField(theme, commands, self)
        self._remove = QPushButton("この要素をはずす", self)
        self._lay_out()
        self._connect()

    @property
    def element_id(self) -> str:
        """The element shown; nothing when none is."""
        return self._element.id if self._element else ""

    @property
    def said_wrong(self) -> tuple[str, str]:
        """What is said to be wrong of the name and of the day."""
        return self._name_field.wrong, self._since_field.wrong

    def show_element(self, project: ModelProject, element: Element) -> None:
        """Show an element; what was being typed about another is handed over first."""
        if element.id != self.element_id:
            hand_over_texts(self)
            self._name_field.say("")
            self._since_field.say("")
            self.staff.forget_wrong()
        before, self._element = self._element, element
        self._settled_name.show_text(element.name)
        if self.name.text() == element.name:
            self._name_field.say("")
        self._settled_text.show_text("" if element.text == UNWRITTEN else element.text)
        self._show_since(element.since, before.since if before else None)
        self.existing.setChecked(element.id in project.existing)
        self.type.set_value(element.type.value)
        self.zone.set_value(element.zone.value)
        self.count.show_element(project, element)
        self.operators.set_values([one.value for one in element.operators])
        self.fields.set_values([one.value for one in element.fields])
        self.provisions.show_answers(element.provisions)
        self.staff.show_staff(element.staff)
        self.links.show_links(project, element.id)
        self.origin.show_origin(project, element.id)

    def _show_since(self, since: PartialDate | None, before: PartialDate | None) -> None:
        """Show the day; what was typed and is none stays with what is said about it."""
        if self._since_field.wrong and since == before:
            return
        self._since_field.say("")
        self._settled_since.show_text(date_label(since, self._library.era_first) if since else "")

    def take_keyboard(self) -> None:
        """Put the keyboard on the name."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    # What was entered

    def _on_name(self, text: str) -> None:
        self._name_field.say("" if text.strip() else _NAMELESS)
        self._commands.rename(self.element_id, text)

    def _on_text(self, text: str) -> None:
        self._commands.alter(self.element_id, text=text.strip() or UNWRITTEN)

    def _on_since(self, text: str) -> None:
        day = spoken_day(text, today()) if text.strip() else None
        wrong = bool(text.strip()) and day is None
        self._since_field.say(_NO_DAY if wrong else "")
        if not wrong:
            self._commands.alter(self.element_id, since=day)

    def _on_existing(self, existing: bool) -> None:
        element_id = self.element_id
        self._commands.apply(lambda project: set_existing(project, element_id, existing))

    def _on_type(self, value: str) -> None:
        self._commands.alter(self.element_id, type=member(list(ElementType), value))

    def _on_zone(self, value: str) -> None:
        self._commands.move(self.element_id, member(list(Zone), value))

    def _on_operators(self) -> None:
        self._commands.alter(self.element_id, operators=_ticked(Operator, self.operators))

    def _on_fields(self) -> None:
        ticked = _ticked(WelfareField, self.fields) or (WelfareField.ALL,)
        self._commands.alter(self.element_id, fields=ticked)
        self.fields.set_values([one.value for one in ticked])

    def _on_provision(self, provision_id: str, coverage: Coverage | None) -> None:
        element_id, known = self.element_id, self._library.provisions
        self._commands.apply(
            lambda project: set_provision(project, element_id, provision_id, coverage, known=known)
        )

    def _on_staff(self, staff: object) -> None:
        self._commands.alter(self.element_id, staff=staff)

    def _on_partner(self, other: str) -> None:
        self.link_wanted.emit(self.element_id, other)

    def _on_remove(self) -> None:
        self.removal_wanted.emit(self.element_id)

    def _on_seen(self) -> None:
        project, element_id = self._commands.project, self.element_id
        origin = project.origin(element_id) if project else None
        column = self._library.case_of(origin)
        if column is not None:
            self._commands.apply(lambda project: acknowledge(project, element_id, column, today()))

    # Making

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        scaler = LayoutScaler(self._theme, self)
        scaler.add(column, (14, 4, 12, 14), 12)
        column.addWidget(self._name_field)
        column.addWidget(self.existing)
        grid = QGridLayout()
        scaler.add(grid, spacing=8)
        for place, (name, widget) in enumerate((("種類", self.type), ("圏域", self.zone))):
            grid.addWidget(FormField(self._theme, name, widget, self), 0, place)
            grid.setColumnStretch(place, 1)
        column.addLayout(grid)
        column.addWidget(FormField(self._theme, "担い手", self.operators, self))
        column.addWidget(FormField(self._theme, "分野", self.fields, self))
        column.addWidget(FormField(self._theme, "数", self.count, self))
        answers = FormField(self._theme, "指針のどの項目に答えるか", self.provisions, self)
        column.addWidget(answers)
        column.addWidget(FormField(self._theme, "説明", self.text, self))
        column.addWidget(self.origin)
        column.addWidget(FormField(self._theme, "働く人", self.staff, self))
        column.addWidget(self._since_field)
        column.addWidget(FormField(self._theme, "つながり", self.links, self))
        column.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def _connect(self) -> None:
        self._settled_name = settled_text(self.name, self._on_name)
        self._settled_text = settled_text(self.text, self._on_text)
        self._settled_since = settled_text(self.since, self._on_since)
        self.name.submitted.connect(self._settled_name.flush)
        self.since.submitted.connect(self._settled_since.flush)
        self.existing.clicked.connect(self._on_existing)
        self.type.picked.connect(self._on_type)
        self.zone.picked.connect(self._on_zone)
        self.operators.changed.connect(self._on_operators)
        self.fields.changed.connect(self._on_fields)
        self.provisions.answered.connect(self._on_provision)
        self.staff.changed.connect(self._on_staff)
        self.links.partner_picked.connect(self._on_partner)
        self.origin.address_requested.connect(self.address_requested)
        self.origin.seen.connect(self._on_seen)
        self._remove.clicked.connect(self._on_remove)


def _ticked(members: type[LabelledEnum], button: TickButton) -> tuple[LabelledEnum, ...]:
    return tuple(one for one in members if one.value in button.values)
