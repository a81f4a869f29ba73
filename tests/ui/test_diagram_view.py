# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kyosei_desk.domain.designs import SupportDesign
from kyosei_desk.domain.vocabulary import LinkType, Zone
from kyosei_desk.export.diagram.layout import draw_up
from kyosei_desk.export.diagram.model import Diagram, TextRole
from kyosei_desk.export.diagram.sizes import TEXT_SIZES
from kyosei_desk.ui.diagram.diagram_view import LARGEST, SMALLEST, DiagramView
from kyosei_desk.ui.diagram.sheet import CardSpot, neighbour
from kyosei_desk.ui.theme import Theme
from tests.export.diagram.designs import CAPTION, element, guideline, link

DESIGN = SupportDesign(
    elements=(
        element("near", name="近く"),
        element("hub", name="まんなか", zone=Zone.MUNICIPALITY),
        element("far", name="とおく", zone=Zone.PREFECTURE),
    ),
    links=(link("near", "hub"), link("far", "hub", LinkType.BACKUP)),
)


@pytest.fixture
def diagram() -> Diagram:
    return draw_up(DESIGN, guideline(), CAPTION)


@pytest.fixture
def view(qtbot: QtBot, theme: Theme, diagram: Diagram) -> DiagramView:
    made = DiagramView(theme)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    made.set_diagram(diagram)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def spot(view: DiagramView, key: str) -> CardSpot:
    return next(one for one in view.sheet.spots if one.card.element == key)


def focused() -> str:
    widget = QApplication.focusWidget()
    return widget.card.element if isinstance(widget, CardSpot) else ""


def test_every_card_is_a_button_that_says_all_of_it(view: DiagramView) -> None:
    assert [one.accessibleName() for one in view.sheet.spots] == [
        "近く（場・拠点、小学校区）",
        "まんなか（場・拠点、市区町村全域）",
        "とおく（場・拠点、都道府県域）",
    ]
    assert all("Enter" in one.accessibleDescription() for one in view.sheet.spots)
    assert view.sheet.accessibleName() == "見本のしくみ図"
    assert "近く ⇔ まんなか（連携・協働）" in view.sheet.accessibleDescription()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_card_is_opened_by_key(view: DiagramView, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(view.address_chosen) as chosen:
        QTest.keyClick(spot(view, "hub"), key)
    assert chosen.args == ["cases/sample#hub"]


def test_a_card_is_opened_by_mouse(view: DiagramView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.address_chosen) as chosen:
        QTest.mouseClick(spot(view, "far"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["cases/sample#far"]


def test_tab_goes_through_the_cards_in_reading_order(view: DiagramView) -> None:
    assert view.focus_element("near")
    QTest.keyClick(spot(view, "near"), Qt.Key.Key_Tab)
    assert focused() == "hub"
    QTest.keyClick(spot(view, "hub"), Qt.Key.Key_Tab)
    assert focused() == "far"
    QTest.keyClick(spot(view, "far"), Qt.Key.Key_Backtab)
    assert focused() == "hub"


def test_arrows_go_to_the_neighbour(view: DiagramView) -> None:
    view.focus_element("near")
    QTest.keyClick(spot(view, "near"), Qt.Key.Key_Down)
    assert focused() == "hub"
    QTest.keyClick(spot(view, "hub"), Qt.Key.Key_Up)
    assert focused() == "near"
    QTest.keyClick(spot(view, "near"), Qt.Key.Key_Up)
    assert focused() == "near"


def test_an_element_that_is_not_there_gets_no_focus(view: DiagramView) -> None:
    assert not view.focus_element("nowhere")


def test_the_nearest_card_straight_ahead_is_the_neighbour(diagram: Diagram) -> None:
    near, hub, far = (diagram.card(key) for key in ("near", "hub", "far"))
    assert neighbour(near, diagram.cards, 0, 1) is hub
    assert neighbour(far, diagram.cards, 0, -1) is hub
    assert neighbour(far, diagram.cards, 0, 1) is None


def test_links_stand_out_while_a_card_has_focus_or_pointer(view: DiagramView) -> None:
    spot(view, "near").clearFocus()
    before = view.sheet.grab().toImage()
    view.focus_element("near")
    assert view.sheet.shown_element == "near"
    assert view.sheet.grab().toImage() != before
    spot(view, "far").entered.emit("far")
    assert view.sheet.shown_element == "far"
    spot(view, "far").left.emit()
    assert view.sheet.shown_element == "near"
    spot(view, "near").clearFocus()
    assert view.sheet.shown_element is None
    assert view.sheet.grab().toImage() == before


def test_the_diagram_fits_the_view_until_a_size_is_chosen(
    view: DiagramView, diagram: Diagram
) -> None:
    assert not view.is_fitted
    view.fit()
    assert view.is_fitted
    assert view.sheet.width() <= view.viewport().width()
    view.resize(500, 400)
    assert view.sheet.width() <= 500
    assert view.zoom == pytest.approx(view.sheet.width() / diagram.width, rel=0.01)
    view.zoom_in()
    chosen = view.zoom
    view.resize(900, 700)
    assert (view.is_fitted, view.zoom) == (False, chosen)
    view.fit()
    assert view.is_fitted
    assert view.zoom > chosen


@pytest.mark.parametrize("percent", [100, 150])
def test_a_diagram_opens_so_that_it_can_be_read(
    view: DiagramView, diagram: Diagram, theme: Theme, percent: int
) -> None:
    view.resize(300, 200)
    theme.set_choice("light", percent)
    tag = TextRole.TAG  # a mark of own designs, told in words too
    smallest = min(size for role, (size, _) in TEXT_SIZES.items() if role is not tag)
    assert view.zoom * smallest == pytest.approx(11 * percent / 100)
    view.zoom_in()
    chosen = view.zoom
    theme.set_choice("light", 125)
    assert view.zoom == pytest.approx(chosen * 125 / percent)
    view.resize(1900, 1500)
    view.show_from_the_top()
    assert view.zoom * smallest > 11 * 1.25  # there is room for all of it


def test_cards_are_where_they_are_painted_at_every_size(view: DiagramView) -> None:
    for zoom in (0.5, 1.0, 2.0):
        view.set_zoom(zoom)
        card = spot(view, "hub").card.rect
        assert (
            spot(view, "hub")
            .geometry()
            .contains(QPoint(round(card.middle[0] * zoom), round(card.middle[1] * zoom)))
        )
        assert spot(view, "hub").width() == pytest.approx((card.width + 6) * zoom, abs=2)


def test_the_size_has_limits(view: DiagramView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.zoom_changed) as told:
        view.set_zoom(100)
    assert (view.zoom, told.args) == (LARGEST, [round(LARGEST * 100)])
    view.set_zoom(0)
    assert view.zoom == SMALLEST


def test_fitting_the_width_leaves_no_level_scrolling(view: DiagramView) -> None:
    view.resize(400, 200)
    view.fit_width()
    assert not view.is_fitted
    assert view.horizontalScrollBar().maximum() == 0
    assert view.sheet.width() > 340


def test_the_wheel_with_ctrl_zooms_about_the_pointer(view: DiagramView) -> None:
    view.set_zoom(2)
    at = QPointF(200, 150)
    before = (at - QPointF(view.sheet.pos())) / view.zoom
    turn = QWheelEvent(
        at,
        QPointF(view.viewport().mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), turn)
    after = (at - QPointF(view.sheet.pos())) / view.zoom
    assert view.zoom == pytest.approx(2.4)
    assert (after - before).manhattanLength() < 2


def test_keys_zoom(view: DiagramView) -> None:
    start = view.zoom
    control = Qt.KeyboardModifier.ControlModifier
    view.focus_element("hub")
    QTest.keyClick(spot(view, "hub"), Qt.Key.Key_Plus, control)
    assert view.zoom > start
    QTest.keyClick(spot(view, "hub"), Qt.Key.Key_Minus, control)
    assert view.zoom == pytest.approx(start)
    QTest.keyClick(spot(view, "hub"), Qt.Key.Key_0, control)
    assert view.is_fitted


def test_the_diagram_can_be_pulled(view: DiagramView) -> None:
    view.set_zoom(3)
    view.horizontalScrollBar().setValue(100)
    sheet, left = view.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(sheet, left, Qt.KeyboardModifier.NoModifier, QPoint(300, 20))
    QTest.mouseMove(sheet, QPoint(260, 20))
    QTest.mouseRelease(sheet, left, Qt.KeyboardModifier.NoModifier, QPoint(260, 20))
    assert view.horizontalScrollBar().value() == 140


def test_a_card_with_the_focus_is_brought_into_view(view: DiagramView) -> None:
    view.set_zoom(4)
    view.verticalScrollBar().setValue(0)
    view.focus_element("far")
    seen = view.viewport().rect().translated(-view.sheet.pos())
    assert seen.intersects(spot(view, "far").geometry())


def test_another_diagram_takes_the_place(view: DiagramView) -> None:
    other = draw_up(SupportDesign(elements=(element("x"),)), guideline(), CAPTION)
    view.focus_element("hub")
    view.set_diagram(other)
    assert [one.card.element for one in view.sheet.spots] == ["x"]
    assert view.sheet.shown_element != "hub"
    view.set_diagram(None)
    assert view.sheet.spots == ()
    view.fit()
    view.fit_width()


def test_another_theme_paints_anew(view: DiagramView, theme: Theme) -> None:
    light = view.sheet.grab().toImage()
    theme.set_choice("dark", 100)
    dark = view.sheet.grab().toImage()
    assert light.pixelColor(3, 3) != dark.pixelColor(3, 3)
    assert dark.pixelColor(3, 3) == QColor(theme.palette.surface)
