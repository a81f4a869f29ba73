# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Choosing one's own town, and what is near and different about the places of the designs."""

from dataclasses import replace
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from kyosei_desk.domain.comparing.designs import ComparedDesign, compared_case
from kyosei_desk.domain.comparing.nearness import ConditionKind, Town
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.ui.compare.nearness_card import NearnessCard
from kyosei_desk.ui.compare.nearness_panel import NearnessPanel
from kyosei_desk.ui.compare.nearness_rows import ConditionRow
from kyosei_desk.ui.compare.town_chooser import TownChooser
from kyosei_desk.ui.theme import Theme
from kyosei_desk.wording.own_figures import FigureKey
from tests.ui.window_support import make_theme

Key = Qt.Key


# Choosing a town


@pytest.fixture
def chooser(qtbot: QtBot, theme: Theme, corpus: Corpus) -> TownChooser:
    made = TownChooser(theme)
    qtbot.addWidget(made)
    made.set_municipalities(tuple(corpus.municipalities.values()))
    made.show()
    made.activateWindow()
    return made


def offered(chooser: TownChooser) -> list[str]:
    shown = chooser.offered
    return [shown.item(n).text() for n in range(shown.count())] if shown.isVisible() else []


def test_towns_are_offered_while_typing(chooser: TownChooser) -> None:
    assert offered(chooser) == []
    chooser.edit.setText("ふちゅう")
    assert offered(chooser) == ["府中市（東京都）", "府中市（広島県）", "府中町（広島県）"]
    assert chooser.told == ""
    chooser.edit.setText("川")
    assert len(offered(chooser)) == 6
    assert "続けて入れると、しぼれます" in chooser.told
    chooser.edit.clear()
    assert (offered(chooser), chooser.told) == ([], "")


def test_what_is_not_found_is_said_with_a_way_on(chooser: TownChooser) -> None:
    chooser.edit.setText("青葉区")
    assert offered(chooser) == []
    assert "「青葉区」" in chooser.told
    assert "政令指定都市の区は" in chooser.told


def test_enter_takes_the_first(chooser: TownChooser, qtbot: QtBot) -> None:
    chooser.edit.setText("なばり")
    with qtbot.waitSignal(chooser.town_chosen) as chosen:
        QTest.keyClick(chooser.edit, Key.Key_Return)
    assert chosen.args[0].code == "242080"
    assert chooser.edit.text() == ""


def test_enter_that_confirms_a_conversion_chooses_nothing(
    chooser: TownChooser, qtbot: QtBot
) -> None:
    composing = QInputMethodEvent("なばり", [])
    QApplication.sendEvent(chooser.edit, composing)
    assert offered(chooser) == []
    committed = QInputMethodEvent("", [])
    committed.setCommitString("名張")
    QApplication.sendEvent(chooser.edit, committed)
    assert offered(chooser) == ["名張市（三重県）"]
    with qtbot.assertNotEmitted(chooser.town_chosen):
        QTest.keyClick(chooser.edit, Key.Key_Return)


def test_the_list_is_reached_and_left_by_keyboard(chooser: TownChooser, qtbot: QtBot) -> None:
    chooser.edit.setText("ふちゅう")
    chooser.edit.setFocus()
    QTest.keyClick(chooser.edit, Key.Key_Down)
    qtbot.waitUntil(chooser.offered.hasFocus)
    QTest.keyClick(chooser.offered, Key.Key_Up)
    qtbot.waitUntil(chooser.edit.hasFocus)
    QTest.keyClick(chooser.edit, Key.Key_Down)
    QTest.keyClick(chooser.offered, Key.Key_Down)
    with qtbot.waitSignal(chooser.town_chosen) as chosen:
        QTest.keyClick(chooser.offered, Key.Key_Return)
    assert (chosen.args[0].prefecture, chosen.args[0].name) == ("広島県", "府中市")


def test_a_click_chooses(chooser: TownChooser, qtbot: QtBot) -> None:
    chooser.edit.setText("ふちゅう")
    rect = chooser.offered.visualItemRect(chooser.offered.item(2))
    with qtbot.waitSignal(chooser.town_chosen) as chosen:
        viewport = chooser.offered.viewport()
        QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=rect.center())
    assert chosen.args[0].name == "府中町"


def test_nothing_is_chosen_where_nothing_is_offered(chooser: TownChooser, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(chooser.town_chosen):
        QTest.keyClick(chooser.edit, Key.Key_Return)
        chooser.edit.setText("ぴよぴよ")
        QTest.keyClick(chooser.edit, Key.Key_Return)
        QTest.keyClick(chooser.edit, Key.Key_Down)


# Near and different


@pytest.fixture
def designs(corpus: Corpus) -> tuple[ComparedDesign, ...]:
    return tuple(compared_case(case, corpus) for case in corpus.cases)


@pytest.fixture
def panel(
    qtbot: QtBot, theme: Theme, corpus: Corpus, designs: tuple[ComparedDesign, ...]
) -> NearnessPanel:
    made = NearnessPanel(theme)
    qtbot.addWidget(made)
    made.chooser.set_municipalities(tuple(corpus.municipalities.values()))
    made.set_designs(designs, era_first=True)
    made.show()
    return made


def choose(panel: NearnessPanel, text: str) -> None:
    panel.chooser.edit.setText(text)
    panel.chooser.edit.submitted.emit()


def enter(panel: NearnessPanel, key: FigureKey, text: str) -> None:
    edit = panel.form.field(key).edit
    edit.setText(text)
    edit.submitted.emit()


def test_cards_of_before_are_gone_at_once(panel: NearnessPanel) -> None:
    """They are deleted later, and would show between the new ones until then."""
    choose(panel, "府中市（東京都）")
    shown = [card for card in panel.findChildren(NearnessCard) if not card.isHidden()]
    assert shown == panel.cards


def order(panel: NearnessPanel) -> list[str]:
    return [card.design_id.removeprefix("cases/") for card in panel.cards]


def lines(card: NearnessCard) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel)]


def press(card: NearnessCard, text: str) -> None:
    (found,) = (b for b in card.findChildren(QPushButton) if b.text() == text)
    found.click()


def test_without_a_town_the_cases_show_their_figures(panel: NearnessPanel) -> None:
    assert len(panel.cards) == 8
    assert panel.told == "あなたのまちの人口を入れると、近い順に並びます。"
    nabari = next(card for card in panel.cards if card.design_id == "cases/nabari")
    assert any("人口 79,357人、面積 129.77km²" in line for line in lines(nabari))
    assert "近い条件" not in lines(nabari)


def test_figures_alone_are_enough(panel: NearnessPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.own_changed) as changed:
        enter(panel, FigureKey.POPULATION, "10万")
    assert changed.args == [Town(None, 100_000)]
    assert order(panel)[0] == "ashiya"
    assert order(panel)[-1] == "setagaya"
    told = lines(panel.cards[0])
    assert "人口 ほぼ同じ（96,196人、あなたのまち 100,000人）" in told
    assert "入っていません" in panel.told


def test_a_town_alone_is_enough_for_some_conditions(panel: NearnessPanel) -> None:
    choose(panel, "鈴鹿")
    panel.choose_order(ConditionKind.DISTANCE)
    assert order(panel)[0] == "nabari"
    told = lines(panel.cards[0])
    assert any("直線距離で約" in line for line in told)
    assert "都道府県 同じ（三重県、あなたのまち 三重県）" in told
    assert told.index("近い条件") < told.index("市区町村の種類 同じ（市、あなたのまち 市）")


def test_the_order_is_that_of_the_condition_picked(panel: NearnessPanel) -> None:
    choose(panel, "鈴鹿")
    enter(panel, FigureKey.POPULATION, "20万")
    enter(panel, FigureKey.AREA, "50")
    by_population = order(panel)
    panel.choose_order(ConditionKind.AREA)
    assert order(panel)[:2] == ["edogawa", "setagaya"]
    assert order(panel) != by_population
    bold = [row for row in panel.cards[0].findChildren(ConditionRow) if row.chosen]
    assert [row.text().split()[0] for row in bold] == ["面積"]


def test_a_case_brings_its_own_figures(panel: NearnessPanel) -> None:
    choose(panel, "なばり")
    assert panel.own.population == 79357
    assert panel.form.field(FigureKey.AS_OF).edit.text() == "平成29年9月1日"
    assert order(panel)[0] == "nabari"
    assert any("同じまち" in line for line in lines(panel.cards[0]))


def test_figures_come_back_with_their_town(panel: NearnessPanel) -> None:
    choose(panel, "鈴鹿")
    enter(panel, FigureKey.POPULATION, "19万5千")
    choose(panel, "津市")
    assert panel.own.population is None
    choose(panel, "鈴鹿")
    assert panel.own.population == 195_000


def test_a_town_can_be_dropped_and_its_figures_stay(panel: NearnessPanel, qtbot: QtBot) -> None:
    choose(panel, "鈴鹿")
    enter(panel, FigureKey.POPULATION, "19万5千")
    drop = next(b for b in panel.findChildren(QPushButton) if b.text() == "選ばない")
    with qtbot.waitSignal(panel.own_changed):
        drop.click()
    assert panel.own == Town(None, 195_000)
    assert drop.isHidden()


def test_other_dates_are_told(panel: NearnessPanel) -> None:
    enter(panel, FigureKey.POPULATION, "62000")
    enter(panel, FigureKey.AS_OF, "令和7年4月1日")
    assert panel.told == "日付がちがいます。あなたのまちの数字は令和7年4月1日のものです。"


def test_ways_to_read_and_to_compare(panel: NearnessPanel, qtbot: QtBot) -> None:
    omuta = next(card for card in panel.cards if card.design_id == "cases/omuta")
    with qtbot.waitSignal(panel.address_chosen) as chosen:
        press(omuta, "読む")
    assert chosen.args == ["cases/omuta"]
    with qtbot.waitSignal(panel.column_requested) as requested:
        press(omuta, "列に加える")
    assert requested.args == ["cases/omuta"]
    panel.set_columns(["cases/omuta"])
    names = [b.accessibleName() for b in omuta.findChildren(QPushButton)]
    assert set(names) == {"大牟田市を列から外す", "大牟田市を読む"}
    panel.choose_order(ConditionKind.AREA)
    offered = [b.text() for card in panel.cards for b in card.findChildren(QPushButton)]
    assert (offered.count("列から外す"), offered.count("列に加える")) == (1, 7)


def test_the_keyboard_stays_on_a_button_that_was_pressed(
    panel: NearnessPanel, qtbot: QtBot
) -> None:
    panel.activateWindow()
    first = next(b for b in panel.cards[0].findChildren(QPushButton) if "列" in b.text())
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    panel.set_columns([panel.cards[0].design_id])
    assert first.hasFocus()
    assert first.text() == "列から外す"


def test_the_same_again_leaves_what_is_typed(
    panel: NearnessPanel, designs: tuple[ComparedDesign, ...]
) -> None:
    panel.form.field(FigureKey.AREA).edit.setText("48.")
    cards = panel.cards
    panel.set_designs(designs, era_first=True)
    panel.set_columns([])
    assert panel.form.field(FigureKey.AREA).edit.text() == "48."
    assert panel.cards == cards


def test_dates_follow_the_settings(
    panel: NearnessPanel, designs: tuple[ComparedDesign, ...]
) -> None:
    panel.set_own(Town(None, 62000, None, None, PartialDate(2025, 4, 1)))
    panel.set_designs(designs, era_first=False)
    assert panel.form.field(FigureKey.AS_OF).edit.text() == "2025年4月1日"
    assert any("2017年" in line for line in lines(panel.cards[0]))


def test_a_case_without_a_figure_says_so(
    panel: NearnessPanel, designs: tuple[ComparedDesign, ...]
) -> None:
    panel.set_own(Town(None, 62000, Fraction(50)))
    panel.set_designs([replace(designs[0], profile=None)], era_first=True)
    assert "人口・面積・人口密度は、資料に数字がありません。" in lines(panel.cards[0])


@pytest.mark.parametrize("theme_name", ["light", "dark", "contrast"])
def test_rows_are_drawn_in_every_theme(
    qtbot: QtBot, designs: tuple[ComparedDesign, ...], theme_name: str
) -> None:
    made = NearnessPanel(make_theme(theme_name, 150))
    qtbot.addWidget(made)
    made.resize(560, 2000)
    made.set_designs(designs, era_first=True)
    made.set_own(Town(designs[0].municipality, 5, Fraction(2000), 1))  # beyond both ends
    made.show()
    assert not made.grab().isNull()
    row = made.cards[0].findChildren(ConditionRow)[0]
    image = row.grab().toImage()
    colours = {image.pixel(x, image.height() // 2) for x in range(image.width())}
    assert len(colours) > 5
