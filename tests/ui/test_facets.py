# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Narrowing by facets, with the mouse and with the keyboard alone."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kyosei_desk.search.model import Facet, FacetName, FacetValue, Filters
from kyosei_desk.ui.help_page import HelpPage
from kyosei_desk.ui.search.facet_box import ValueBox
from kyosei_desk.ui.search.facet_panel import FacetPanel
from kyosei_desk.ui.theme import Theme
from tests.ui.window_support import make_theme

Key = Qt.Key
CASE, GUIDELINE = FacetValue("case", "事例", 8), FacetValue("guideline", "指針・通知", 12)
TOWNS = tuple(FacetValue(str(n), f"第{n}市", 20 - n) for n in range(1, 11))
ITEM = FacetValue("p1.hub", "拠点", 3)


class Place(QWidget):
    """The panel before something else that the keyboard can be on."""

    def __init__(self, theme: Theme):
        super().__init__()
        self.panel = FacetPanel(theme, self)
        self.results = QPushButton("結果", self)
        self.filters: list[Filters] = []
        self.panel.filters_changed.connect(self.filters.append)
        column = QVBoxLayout(self)
        column.addWidget(self.panel, 1)
        column.addWidget(self.results)
        self.resize(220, 900)

    def fill(self, *towns: FacetValue) -> None:
        self.panel.set_facets(
            (
                Facet(FacetName.KIND, (CASE, GUIDELINE)),
                Facet(FacetName.MUNICIPALITY, towns),
                Facet(FacetName.PROVISION, (ITEM,)),
            )
        )

    def box(self, key: str) -> ValueBox:
        return next(box for box in self.findChildren(ValueBox) if box.key == key)


@pytest.fixture
def place(qtbot: QtBot) -> Place:
    made = Place(make_theme())
    qtbot.addWidget(made)
    made.fill(*TOWNS)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def here() -> str:
    """Return what a screen reader says of the row the keyboard is on."""
    focused = QApplication.focusWidget()
    return focused.accessibleName() if focused else ""


def press(*keys: Qt.Key) -> str:
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
    return here()


def walk(key: Qt.Key, steps: int) -> list[str]:
    return [press(key) for _ in range(steps)]


def heading(place: Place, title: str) -> QToolButton:
    return next(b for b in place.findChildren(QToolButton) if b.text() == title)


@pytest.mark.parametrize("share", [0.06, 0.4, 0.95])
def test_any_part_of_a_row_ticks(place: Place, share: float) -> None:
    box = place.box("case")
    at = QPoint(round(box.width() * share), box.height() // 2)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=at)
    assert box.isChecked()
    assert place.filters == [{FacetName.KIND: frozenset({"case"})}]


def test_a_row_says_what_it_is_and_lights_up_as_a_whole(place: Place, qtbot: QtBot) -> None:
    box = place.box("case")
    assert box.accessibleName() == "事例 8件"
    middle = QPoint(box.width() // 2, 3)
    before = box.grab().toImage().pixelColor(middle)
    QTest.mouseMove(box, QPoint(box.width() - 10, box.height() // 2))
    qtbot.waitUntil(lambda: box.grab().toImage().pixelColor(middle) != before)


def test_the_keyboard_comes_in_at_the_first_value(place: Place) -> None:
    place.panel.focus_first()
    assert here() == "事例 8件"
    press(Key.Key_Left, Key.Key_Left)
    place.results.setFocus()
    place.panel.focus_first()
    assert here() == "しぼりこみ 種別 たたんであります"


def test_up_and_down_go_through_every_row_as_it_is_seen(place: Place) -> None:
    place.panel.focus_first()
    towns = [f"{town.label} {town.count}件" for town in TOWNS[:8]]
    down = [
        "指針・通知 12件",
        "しぼりこみ 自治体 ひらいています",
        *towns,
        "自治体 ほか 2 件を出す",
        "しぼりこみ 指針の項目 たたんであります",
        "しぼりこみ 指針の項目 たたんであります",
    ]
    assert walk(Key.Key_Down, len(down)) == down
    back = ["しぼりこみ 種別 ひらいています", "事例 8件", *down[:-2]]
    assert walk(Key.Key_Up, len(back)) == [*reversed(back), back[0]][: len(back)]
    assert press(Key.Key_End) == down[-1]
    assert press(Key.Key_Home) == "しぼりこみ 種別 ひらいています"


def test_arrows_to_the_side_unfold_and_fold(place: Place) -> None:
    place.panel.focus_first()
    assert not place.box("p1.hub").isVisible()
    press(Key.Key_End)
    assert press(Key.Key_Right) == "しぼりこみ 指針の項目 ひらいています"
    assert place.box("p1.hub").isVisible()
    assert press(Key.Key_Right) == "拠点 3件"
    assert press(Key.Key_Left) == "しぼりこみ 指針の項目 ひらいています"
    assert press(Key.Key_Left) == "しぼりこみ 指針の項目 たたんであります"
    assert not place.box("p1.hub").isVisible()


def test_space_ticks_a_value_and_folds_a_heading(place: Place) -> None:
    place.panel.focus_first()
    press(Key.Key_Down, Key.Key_Space)
    assert place.filters == [{FacetName.KIND: frozenset({"guideline"})}]
    assert press(Key.Key_Down, Key.Key_Space) == "しぼりこみ 自治体 たたんであります"
    assert not place.box("1").isVisible()


def test_more_values_come_with_the_keyboard_on_the_first_of_them(place: Place) -> None:
    place.panel.focus_first()
    press(*[Key.Key_Down] * 11)
    assert here() == "自治体 ほか 2 件を出す"
    assert press(Key.Key_Space) == "第9市 11件"


def test_tab_leaves_the_rows_and_comes_back_to_the_same_one(place: Place) -> None:
    place.panel.focus_first()
    press(Key.Key_Down, Key.Key_Down, Key.Key_Down)
    assert here() == "第1市 19件"
    press(Key.Key_Tab)
    assert place.results.hasFocus()
    QTest.keyClick(place.results, Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert here() == "第1市 19件"


def test_the_order_is_that_of_the_eye_after_rows_were_added(qtbot: QtBot) -> None:
    place = Place(make_theme())
    qtbot.addWidget(place)
    place.fill(*TOWNS[:2])
    place.fill(*TOWNS)
    place.show()
    place.activateWindow()
    qtbot.waitUntil(place.isActiveWindow)
    place.panel.focus_first()
    assert walk(Key.Key_Down, 4)[-2:] == ["第1市 19件", "第2市 18件"]
    chain: list[QWidget] = []
    widget = place.nextInFocusChain()
    while widget is not None and widget is not place:
        if isinstance(widget, ValueBox) or widget is place.results:
            chain.append(widget)
        widget = widget.nextInFocusChain()
    rows = sorted(chain[:-1], key=lambda box: box.mapTo(place, QPoint(0, 0)).y())
    shown = [row for row in chain[:-1] if row.isVisible()]
    assert shown == [row for row in rows if row.isVisible()]
    assert chain[-1] is place.results


def test_the_keyboard_stays_with_its_value_when_the_values_change(place: Place) -> None:
    place.panel.focus_first()
    press(*[Key.Key_Down] * 4)
    assert here() == "第2市 18件"
    place.fill(*TOWNS[1:])
    assert here() == "第2市 18件"
    place.fill(*TOWNS[4:])
    assert here() == "しぼりこみ 自治体 ひらいています"


def test_the_keyboard_is_not_lost_when_its_facet_goes(place: Place) -> None:
    place.panel.focus_first()
    press(*[Key.Key_Down] * 4)
    place.fill()
    assert here() == "しぼりこみ 種別 ひらいています"
    left: list[bool] = []
    place.panel.leave_requested.connect(lambda: left.append(True))
    place.panel.set_facets(())
    assert left == [True]


@pytest.mark.parametrize("choice", ["light", "dark", "contrast"])
def test_the_row_with_the_keyboard_is_seen(qtbot: QtBot, choice: str) -> None:
    theme = make_theme(choice)
    place = Place(theme)
    qtbot.addWidget(place)
    place.fill(*TOWNS)
    place.show()
    place.activateWindow()
    qtbot.waitUntil(place.isActiveWindow)
    place.panel.focus_first()
    focus = QColor(theme.palette.focus)
    for row in (place.box("case"), place.box("guideline"), heading(place, "自治体")):
        row.setFocus()
        picture = row.grab().toImage()
        edge = [picture.pixelColor(x, 0) for x in range(20, picture.width() - 20)]
        assert edge.count(focus) == len(edge), row.accessibleName()


def test_a_long_label_is_put_shorter_before_it_is_broken(qtbot: QtBot) -> None:
    place = Place(make_theme())
    qtbot.addWidget(place)
    operators = {"a": "地域包括支援センター等", "b": "包括支援センター等"}
    values = tuple(FacetValue(key, label, 12) for key, label in operators.items())
    place.panel.set_facets((Facet(FacetName.OPERATOR, values),))
    place.show()
    long, short = place.box("a"), place.box("b")
    for width, alike in ((196, True), (320, False)):
        for box in (long, short):
            box.resize(width, box.heightForWidth(width))
        assert (long.grab().toImage() == short.grab().toImage()) is alike
        assert long.height() == long.sizeHint().height()
    assert long.toolTip() == "地域包括支援センター等"


@pytest.mark.parametrize("scale", [100, 150])
def test_a_label_too_long_for_its_row_is_broken_and_all_there(qtbot: QtBot, scale: int) -> None:
    theme = make_theme(scale_percent=scale)
    place = Place(theme)
    qtbot.addWidget(place)
    values = (FacetValue("a", "社会福祉協議会と民生委員児童委員の集まり", 12), CASE)
    place.panel.set_facets((Facet(FacetName.OPERATOR, values),))
    place.show()
    long, short = place.box("a"), place.box("case")
    line = long.fontMetrics().height()
    assert long.height() >= short.height() + line
    lower = long.grab(QRect(40, long.height() - line, long.width() - 90, line)).toImage()
    text = QColor(theme.palette.text)
    assert any(
        lower.pixelColor(x, y).lightness() < (text.lightness() + 255) // 2
        for x in range(lower.width())
        for y in range(lower.height())
    )


@pytest.mark.parametrize(
    ("what", "keys"),
    [
        ("しぼりこみの中を動く", "↓ ↑ Home End"),
        ("しぼりこみを選ぶ・外す", "Space"),
        ("しぼりこみをひらく・たたむ", "→ / ←"),
        ("しぼりこみから結果へ移る", "Esc（しぼりこみで）"),
    ],
)
def test_the_help_sheet_tells_the_keys(qtbot: QtBot, what: str, keys: str) -> None:
    sheet = HelpPage(make_theme())
    qtbot.addWidget(sheet)
    told = [label.text() for label in sheet.findChildren(QLabel)]
    assert told[told.index(what) + 1] == keys
