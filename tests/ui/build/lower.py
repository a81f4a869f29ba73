# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What tests of the lower tabs are made with."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.projects.changed import Changed
from kyosei_desk.domain.projects.changes.decisions import put_decision
from kyosei_desk.domain.projects.changes.money import put_line, put_programme
from kyosei_desk.domain.projects.changes.schedule import put_step
from kyosei_desk.domain.projects.model import Decision, ModelProject, Step
from kyosei_desk.domain.projects.money import BudgetLine, SubsidyProgramme
from kyosei_desk.ui.background import WorkerThread
from kyosei_desk.ui.build.design.form_parts import FormEdit, NoteEdit
from kyosei_desk.ui.build.entries.entry_form import EntryForm
from kyosei_desk.ui.messages import Message
from tests.ui.build.workshop import Workshop

PROGRAMME = SubsidyProgramme(
    id="p-1", name="ある補助", national="1/2", prefectural="1/4", basis="要綱第3条"
)
LINES = (
    BudgetLine(
        id="b-1",
        fiscal_year=2027,
        item="人件費",
        quantity=2.0,
        unit="人",
        unit_price=350_000,
        months=12,
        programme="p-1",
    ),
    BudgetLine(id="b-2", fiscal_year=2028, item="印刷", quantity=1.0, unit="式", unit_price=1_500),
)
STEPS = (
    Step(id="s-1", name="説明会", start=PartialDate(2026, 10), end=PartialDate(2027, 1)),
    Step(id="s-2", name="はじめる", start=PartialDate(2027, 4), end=PartialDate(2027, 4)),
)
DECISION = Decision(id="d-1", what="窓口を置く", why="声があった", who="委員会")


class Stage(QWidget):
    """Shows a part of the lower tabs in a window; keeps what it tells."""

    def __init__(self, workshop: Workshop):
        super().__init__()
        self.workshop = workshop
        self.session = workshop.session
        self.told: list[Message] = []
        self.asked: list[str] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        workshop.qtbot.addWidget(self)
        self.resize(1200, 560)

    def put_on(self, part: QWidget) -> None:
        """Show a part, and wait until the window has the keyboard."""
        self.column.addWidget(part)
        self.show()
        self.activateWindow()
        self.workshop.qtbot.waitUntil(self.isActiveWindow)

    @property
    def project(self) -> ModelProject:
        """The project as it is now."""
        assert self.session.project is not None
        return self.session.project

    def change(self, *changes: Callable[[ModelProject], Changed]) -> None:
        """Change the project as another part of the window would."""
        for change in changes:
            assert self.session.apply(change)

    def undo(self) -> None:
        """Take the last change back, and wait."""
        self.workshop.settle()
        self.session.undo()
        self.workshop.settle()


def budget() -> list[Callable[[ModelProject], Changed]]:
    """Return the changes that make a small budget."""
    lines = [partial(put_line, line=line) for line in LINES]
    return [partial(put_programme, programme=PROGRAMME), *lines]


def schedule() -> list[Callable[[ModelProject], Changed]]:
    """Return the changes that make a small schedule."""
    return [partial(put_step, step=step) for step in STEPS]


def decided() -> list[Callable[[ModelProject], Changed]]:
    """Return the change that writes a decision down."""
    return [partial(put_decision, decision=DECISION)]


def write(form: EntryForm, key: str, text: str) -> None:
    """Write in a field of a form, and leave the field."""
    edit = form.edit(key)
    edit.setFocus()
    if isinstance(edit, FormEdit):
        edit.setText(text)
    else:
        edit.setPlainText(text)
    form.back.setFocus()


def shown(edit: FormEdit | NoteEdit) -> str:
    """Return what stands in a field."""
    return edit.text() if isinstance(edit, FormEdit) else edit.toPlainText()


def type_in_cell(text: str) -> None:
    """Write in the cell that is open for it, and end with Enter."""
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    editor.insert(text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()  # a cell is taken after the key


@contextmanager
def working() -> Iterator[WorkerThread]:
    """Give a thread that is ended afterwards."""
    worker = WorkerThread("lower tabs")
    yield worker
    worker.shut_down()
