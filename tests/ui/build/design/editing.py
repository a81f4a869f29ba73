# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What tests of the editor are made with."""

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kyosei_desk.domain.dates import today
from kyosei_desk.domain.designs import Element
from kyosei_desk.domain.projects.changes.elements import ElementDraft, add_element
from kyosei_desk.domain.projects.changes.links import connect
from kyosei_desk.domain.projects.changes.taking_over import take_over
from kyosei_desk.domain.projects.model import ModelProject, ScalingRule
from kyosei_desk.domain.vocabulary import LinkType, Operator, Zone
from kyosei_desk.ui.background import WorkerThread
from kyosei_desk.ui.build.design.design_editor import DesignEditor
from kyosei_desk.ui.diagram.sheet import CardSpot
from kyosei_desk.ui.messages import Message
from tests.ui.build.workshop import Workshop
from tests.ui.menus import choose_in_menu

SALON, DESK, OFFICE = "ふれあいの縁側", "まちの窓口", "福祉総務課"


class Editing:
    """An editor of a project of three elements, two of them linked."""

    def __init__(self, qtbot: QtBot, workshop: Workshop, worker: WorkerThread):
        self.qtbot = qtbot
        self.workshop = workshop
        self.session = workshop.session
        workshop.begin()
        for name, zone in (
            (SALON, Zone.NEIGHBOURHOOD),
            (DESK, Zone.ELEMENTARY),
            (OFFICE, Zone.MUNICIPALITY),
        ):
            draft = ElementDraft(name=name, zone=zone, operators=(Operator.MUNICIPALITY,))
            assert self.session.apply(partial(add_element, draft=draft))
        desk, office = self.id(DESK), self.id(OFFICE)
        assert self.session.apply(lambda now: connect(now, desk, office, LinkType.REFER))
        self.editor = DesignEditor(workshop.theme, self.session, workshop.library, worker, None)
        self.told: list[Message] = []
        self.read: list[str] = []
        self.editor.message_requested.connect(self.told.append)
        self.editor.address_requested.connect(self.read.append)
        qtbot.addWidget(self.editor)
        self.editor.resize(900, 700)
        self.editor.show()
        self.editor.activateWindow()
        self.drawn()

    @property
    def project(self) -> ModelProject:
        assert self.session.project is not None
        return self.session.project

    def element(self, name: str) -> Element:
        return next(one for one in self.project.design.elements if one.name == name)

    def id(self, name: str) -> str:
        return self.element(name).id

    def drawn(self) -> None:
        """Wait until the diagram shows the project as it is now."""

        def fits() -> bool:
            drawn = self.editor.view.drawn
            return drawn is not None and not drawn.sketched and drawn.design == self.project.design

        self.qtbot.waitUntil(fits)

    def spot(self, name: str) -> CardSpot:
        found = self.editor.view.spot_of(self.id(name))
        assert found is not None
        return found

    def focus(self, name: str) -> CardSpot:
        spot = self.spot(name)
        self.editor.view.focus_element(spot.card.element)
        assert spot.hasFocus()
        return spot

    def pull(self, name: str, start: QPoint, end: QPoint) -> None:
        """Press on a card, pull, and let go at a place on the sheet."""
        spot = self.spot(name)
        sheet = self.editor.view.sheet
        button = Qt.MouseButton.LeftButton
        QTest.mousePress(spot, button, pos=start)
        for at in (start + QPoint(20, 0), spot.mapFrom(sheet, end)):
            QTest.mouseMove(spot, at)
        QTest.mouseRelease(spot, button, pos=spot.mapFrom(sheet, end))

    def middle(self, name: str) -> QPoint:
        return self.spot(name).geometry().center()

    def pick(self, text: str) -> None:
        """Choose an entry of the menu that is open."""
        choose_in_menu(text)

    def take(self, address: str) -> None:
        """Take an element of a case over by the population."""
        case_id, _, element_id = address.partition("#")
        column = self.workshop.library.case(case_id)
        assert column is not None
        rule = ScalingRule.POPULATION
        assert self.session.apply(lambda now: take_over(now, column, element_id, rule, today()))
        self.drawn()

    def undo(self) -> None:
        """Take back the last change, and wait for it."""
        self.workshop.settle()
        before = self.project
        self.session.undo()
        self.qtbot.waitUntil(lambda: self.session.project != before)
        self.drawn()


def press(widget: QWidget, key: Qt.Key) -> None:
    """Press a key on a widget."""
    QTest.keyClick(widget, key)
