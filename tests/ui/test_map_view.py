# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The map as a widget: places are reached by mouse and by keyboard, and named for all."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from kyosei_desk.domain.comparing.designs import ComparedDesign, compared_case
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.ui.compare.map_legend import MapLegend
from kyosei_desk.ui.compare.map_marks import OWN_KEY, map_marks
from kyosei_desk.ui.compare.map_view import MapView
from kyosei_desk.ui.compare.place_button import PlaceButton
from kyosei_desk.ui.theme import Theme
from tests.domain.comparing_samples import OTSU, column
from tests.ui.window_support import make_theme

Key, Shift = Qt.Key, Qt.KeyboardModifier.ShiftModifier
Left = Qt.MouseButton.LeftButton
NABARI, ASHIYA = "cases/nabari", "cases/ashiya"


@pytest.fixture
def designs(corpus: Corpus) -> tuple[ComparedDesign, ...]:
    return tuple(compared_case(case, corpus) for case in corpus.cases)


@pytest.fixture
def view(
    qtbot: QtBot, theme: Theme, corpus: Corpus, designs: tuple[ComparedDesign, ...]
) -> MapView:
    made = MapView(theme)
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.set_municipalities(tuple(corpus.municipalities.values()))
    made.set_marks(map_marks(designs, [NABARI, ASHIYA], corpus.municipalities["242071"]))
    made.show()
    qtbot.waitExposed(made)
    return made


def button(view: MapView, key: str) -> PlaceButton:
    return next(button for button in view.buttons if button.mark.key == key)


def spot(view: MapView, key: str) -> QPoint:
    x, y = view.drawing.marks[key]
    return QPoint(round(x), round(y))


# What is marked


def test_own_town_comes_first_then_the_columns(designs: tuple[ComparedDesign, ...]) -> None:
    marks = map_marks(designs, [NABARI], OTSU)
    assert [mark.key for mark in marks[:2]] == [OWN_KEY, NABARI]
    assert [mark.compared for mark in marks] == [False, True] + [False] * 7
    assert marks[0].label == "大津市（あなたのまち）"
    assert marks[1].name == "名張市（三重県）"


def test_ones_own_case_is_one_mark(designs: tuple[ComparedDesign, ...]) -> None:
    town = next(design.municipality for design in designs if design.id == NABARI)
    marks = map_marks(designs, [], town)
    assert len(marks) == 8
    assert (marks[0].key, marks[0].own) == (NABARI, True)
    assert marks[0].label == "名張市（あなたのまち）"
    assert "読みます" in marks[0].description


def test_a_design_without_a_place_has_no_mark() -> None:
    assert map_marks([column("a", municipality=None)], ["a"], None) == ()


# The widget


def test_every_place_is_named_without_overlap(view: MapView) -> None:
    shown = [button for button in view.buttons if button.isVisible()]
    assert len(shown) == 9
    boxes = [button.geometry() for button in shown]
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[:n])
    assert all(view.rect().contains(box) for box in boxes)


def test_every_place_can_be_heard(view: MapView) -> None:
    own, nabari = button(view, OWN_KEY), button(view, NABARI)
    assert (own.text(), own.accessibleName()) == ("鈴鹿市（あなたのまち）", "鈴鹿市（三重県）")
    assert nabari.accessibleName() == "名張市（三重県）"
    assert nabari.accessibleDescription() == "くらべている事例。Enter で読みます"
    assert "くらべていない" in button(view, "cases/omuta").accessibleDescription()
    assert view.accessibleName()


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Space, Key.Key_Enter])
def test_a_name_is_pressed_by_keyboard(view: MapView, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(view.place_chosen) as chosen:
        QTest.keyClick(button(view, NABARI), key)
    assert chosen.args == [NABARI]


def test_a_name_or_its_mark_is_clicked(view: MapView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.place_chosen) as chosen:
        QTest.mouseClick(button(view, NABARI), Left)
    assert chosen.args == [NABARI]
    with qtbot.waitSignal(view.place_chosen) as chosen:
        QTest.mouseClick(view, Left, pos=spot(view, "cases/yamagata"))
    assert chosen.args == ["cases/yamagata"]
    with qtbot.assertNotEmitted(view.place_chosen):
        QTest.mouseClick(view, Left, pos=QPoint(5, 5))


def test_arrows_go_from_place_to_place_and_around(view: MapView, qtbot: QtBot) -> None:
    view.activateWindow()
    view.setFocus()
    QTest.keyClick(view, Key.Key_Right)
    order = [shown.mark.key for shown in view.buttons]
    qtbot.waitUntil(button(view, order[0]).hasFocus)
    QTest.keyClick(button(view, order[0]), Key.Key_Down)
    qtbot.waitUntil(button(view, order[1]).hasFocus)
    QTest.keyClick(button(view, order[1]), Key.Key_Left)
    QTest.keyClick(button(view, order[0]), Key.Key_Up)
    qtbot.waitUntil(button(view, order[-1]).hasFocus)


def test_a_place_out_of_sight_is_brought_back_by_an_arrow(view: MapView, qtbot: QtBot) -> None:
    view.activateWindow()
    while button(view, "cases/omuta").isVisible():
        view.zoom_in()
    view.show_place(OWN_KEY)
    order = [shown.mark.key for shown in view.buttons]
    before = order[order.index("cases/omuta") - 1]
    QTest.keyClick(button(view, before), Key.Key_Right)
    assert button(view, "cases/omuta").isVisible()
    qtbot.waitUntil(button(view, "cases/omuta").hasFocus)


def test_the_keyboard_stays_on_the_map_when_its_place_goes_out_of_sight(
    view: MapView, qtbot: QtBot
) -> None:
    view.activateWindow()
    omuta = button(view, "cases/omuta")
    omuta.setFocus()
    qtbot.waitUntil(omuta.hasFocus)
    while omuta.isVisible():
        QTest.keyClick(view.focusWidget() or view, Key.Key_Plus)
    assert view.hasFocus()
    QTest.keyClick(view, Key.Key_0)
    assert omuta.isVisible()


def test_zooming_by_keyboard_wheel_and_button(view: MapView, qtbot: QtBot) -> None:
    whole = view.viewport
    with qtbot.waitSignal(view.zoom_changed):
        QTest.keyClick(button(view, NABARI), Key.Key_Plus)
    nearer = view.viewport
    assert nearer.zoom > whole.zoom
    QTest.keyClick(view, Key.Key_Minus)
    assert view.viewport == whole
    turn(view, 120)
    assert view.viewport.zoom > 1
    turn(view, -120)
    view.zoom_in()
    view.show_all()
    assert view.viewport == whole
    with qtbot.assertNotEmitted(view.zoom_changed):
        view.zoom_out()


def turn(view: MapView, angle: int) -> None:
    at = QPointF(400, 300)
    none = Qt.MouseButton.NoButton
    event = QWheelEvent(
        at,
        view.mapToGlobal(at),
        QPoint(),
        QPoint(0, angle),
        none,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def test_the_map_is_pulled_by_mouse_and_keyboard(view: MapView, qtbot: QtBot) -> None:
    view.zoom_in()
    view.zoom_in()
    before = spot(view, OWN_KEY)
    QTest.mousePress(view, Left, pos=QPoint(100, 100))
    with qtbot.assertNotEmitted(view.place_chosen):
        QTest.mouseMove(view, QPoint(130, 110))
        QTest.mouseRelease(view, Left, pos=QPoint(130, 110))
    after = spot(view, OWN_KEY)
    assert (after - before).manhattanLength() == pytest.approx(40, abs=2)
    QTest.keyClick(view, Key.Key_Left, Shift)
    assert spot(view, OWN_KEY).x() > after.x()


def test_a_dot_says_which_municipality_it_is(view: MapView, corpus: Corpus) -> None:
    code = next(c for c, m in corpus.municipalities.items() if m.name == "稚内市")
    x, y = view.drawing.dots[code]
    at = QPoint(round(x), round(y))
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, at, view.mapToGlobal(at)))
    assert QToolTip.text() == "稚内市（北海道）"
    QToolTip.hideText()


def test_marks_that_stay_keep_their_button(
    view: MapView, designs: tuple[ComparedDesign, ...]
) -> None:
    nabari = button(view, NABARI)
    view.set_marks(map_marks(designs, [], None))
    assert button(view, NABARI) is nabari
    assert "くらべていない" in nabari.accessibleDescription()
    assert len(view.buttons) == 8


@pytest.mark.parametrize("theme_name", ["light", "dark", "contrast"])
def test_marks_are_told_apart_without_colour(
    qtbot: QtBot, corpus: Corpus, designs: tuple[ComparedDesign, ...], theme_name: str
) -> None:
    look = make_theme(theme_name)
    made = MapView(look)
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.set_municipalities(tuple(corpus.municipalities.values()))
    made.set_marks(map_marks(designs, ["cases/yamagata"], None))
    made.show()
    image = made.grab().toImage()
    surface = QColor(look.palette.surface)
    full = image.pixelColor(spot(made, "cases/yamagata"))
    assert full == QColor(look.palette.primary)
    assert image.pixelColor(spot(made, "cases/omuta")) == surface  # open


def test_nothing_to_show_does_no_harm(qtbot: QtBot, theme: Theme) -> None:
    made = MapView(theme)
    qtbot.addWidget(made)
    made.show()
    QTest.keyClick(made, Key.Key_Right)
    QTest.mouseClick(made, Left, pos=QPoint(10, 10))
    made.grab()
    legend = MapLegend(theme)
    qtbot.addWidget(legend)
    assert len(legend.widgets) == 3
