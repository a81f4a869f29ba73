# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Someone who types on and on in the window, and writes down what was typed when."""

import json
import os
import random
import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from kyosei_desk.domain.projects.changed import Changed
from kyosei_desk.domain.projects.changes.elements import ElementDraft, add_element
from kyosei_desk.domain.projects.changes.money import put_line
from kyosei_desk.domain.projects.changes.projects import new_project
from kyosei_desk.domain.projects.model import UNWRITTEN, ModelProject, OwnTown
from kyosei_desk.domain.projects.money import BudgetLine
from kyosei_desk.library.loading import load_corpus
from kyosei_desk.library.locations import bundled_folders
from kyosei_desk.ui.build.build_page import BuildPage
from kyosei_desk.ui.build.design.element_form import ElementForm
from kyosei_desk.ui.build.lower_tabs import LowerTab
from kyosei_desk.ui.build.money.budget_tab import BudgetTab
from kyosei_desk.ui.build.money.reading import LineField
from kyosei_desk.ui.build.workbench import Workbench
from kyosei_desk.ui.main_window import MainWindow, apply_look
from kyosei_desk.ui.navigation import PageId
from kyosei_desk.ui.startup import make_application, open_theme
from tests.ui.desk import FakeDesk

LOG, CACHE, PROJECT = "typed.log", "cache", "own"
_LETTERS = "地域共生社会のための包括的な支援体制をつくる"
_GAPS = (15, 350)  # milliseconds between two characters
_LONGEST = 45
Place = tuple[str, str]  # what is typed, and of which element or line


class Typist(QObject):
    """Writes in one field after another, character by character."""

    def __init__(self, window: MainWindow, log: Path, seed: int):
        super().__init__(window)
        self._window = window
        self._random = random.Random(seed)
        self._log = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        self._left: list[str] = []
        self._place: Place = ("", "")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    def begin(self) -> None:
        """Begin as soon as the project is open."""
        page = self._window.pages.page(PageId.BUILD)
        assert isinstance(page, BuildPage)
        if page.workbench is None or page.session.project is None:
            QTimer.singleShot(10, self, self.begin)
            return
        self._page = page
        self._timer.start(0)

    @property
    def _bench(self) -> Workbench:
        assert self._page.workbench is not None
        return self._page.workbench

    @property
    def _project(self) -> ModelProject:
        assert self._page.session.project is not None
        return self._page.session.project

    def _go_on(self) -> None:
        """Type a character, or begin with another field."""
        if self._left:
            self._type(self._left.pop())
        else:
            acts = [self._add, self._add_line, self._write_name, *[self._write_text] * 2]
            self._random.choice([*acts, *[self._write_item] * 2])()
        self._timer.start(self._random.randint(*_GAPS))

    # What is done

    def _add(self) -> None:
        self._bench.design.tools.add.click()
        name = f"窓口{len(self._project.design.elements)}"
        _commit(name)
        QTest.keyClick(_edit(), Qt.Key.Key_Return)
        self._note(("name", self._project.design.elements[-1].id), name)

    def _budget(self) -> BudgetTab:
        tabs = self._bench.tabs
        tabs.show_tab(LowerTab.BUDGET)
        budget = tabs.tab(LowerTab.BUDGET)
        assert isinstance(budget, BudgetTab)
        return budget

    def _add_line(self) -> None:
        self._budget().lines.add.click()
        item = f"費目{len(self._project.budget)}"
        _commit(item)
        QTest.keyClick(_edit(), Qt.Key.Key_Return)
        QApplication.processEvents()
        self._note(("item", self._project.budget[-1].id), item)

    def _write_item(self) -> None:
        """In a cell of the budget, which stays open all the time."""
        line = self._random.choice(self._project.budget)
        self._budget().lines.table.go_to(line.id, LineField.ITEM, edit=True)
        self._begin_at(("item", line.id))

    def _write_text(self) -> None:
        self._open("text").text.setFocus()

    def _write_name(self) -> None:
        self._open("name").name.setFocus()

    def _open(self, what: str) -> ElementForm:
        element = self._random.choice(self._project.design.elements)
        editor = self._bench.design
        editor.show_element(element.id)
        editor.acts.details_wanted.emit(element.id)
        self._begin_at((what, element.id))
        return editor.sheet.form

    def _begin_at(self, place: Place) -> None:
        self._place = place
        length = self._random.randint(3, _LONGEST)
        self._left = [self._random.choice(_LETTERS) for _ in range(length)]

    def _type(self, letter: str) -> None:
        edit = _edit()
        if isinstance(edit, QLineEdit) and len(edit.text()) >= _LONGEST:
            edit.selectAll()
        _commit(letter)
        if self._left:
            _compose(self._left[-1])  # the next one stands there, not yet committed
        text = edit.text() if isinstance(edit, QLineEdit) else edit.toPlainText()
        self._note(self._place, text)

    def _note(self, place: Place, text: str) -> None:
        line = json.dumps([time.monotonic(), *place, text], ensure_ascii=False)
        os.write(self._log, f"{line}\n".encode())


def _edit() -> QLineEdit | QPlainTextEdit:
    edit = QApplication.focusWidget()
    assert isinstance(edit, QLineEdit | QPlainTextEdit), edit
    return edit


def _commit(text: str) -> None:
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(_edit(), event)


def _compose(text: str) -> None:
    QApplication.sendEvent(_edit(), QInputMethodEvent(text, []))


def kept(project: ModelProject) -> dict[Place, str]:
    """Return what a project has of all that is typed here."""
    found = {("item", line.id): line.item for line in project.budget}
    for element in project.design.elements:
        found["name", element.id] = element.name
        found["text", element.id] = "" if element.text == UNWRITTEN else element.text
    return found


def beginning() -> Changed:
    """Return the project that is typed in, as it begins: with an element and a budget line."""
    began = new_project("体制", OwnTown(name="うちの町"), project_id=PROJECT)
    project = add_element(began.project, ElementDraft(name="窓口")).project
    line = BudgetLine(
        id="b-1", fiscal_year=2027, item="費目", quantity=1.0, unit="式", unit_price=0
    )
    return Changed(began.kind, began.about, put_line(project, line).project)


def type_on_and_on(folder: Path, seed: int) -> None:
    """Open the window on a project, and type until killed."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = make_application()
    folders = bundled_folders()
    desk = FakeDesk(load_corpus(folders, folder.parent / CACHE))
    services = desk.services(folders, folder)
    services.open_projects().create(beginning())
    theme = open_theme(services)
    apply_look(theme, services.settings)
    window = MainWindow(services, theme)
    typist = Typist(window, folder / LOG, seed)

    def open_project() -> None:
        window.pages.open_address(f"projects/{PROJECT}")
        typist.begin()

    window.search_ready.connect(open_project)
    window.painted.connect(window.load)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    application.exec()
