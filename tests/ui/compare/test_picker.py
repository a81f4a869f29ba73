# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.ui.compare.candidates import Candidate, Trait, candidate, trait_values
from kyosei_desk.ui.compare.controller import ComparisonController
from kyosei_desk.ui.compare.picker import Picker
from kyosei_desk.ui.compare.picker_model import CandidatesModel
from kyosei_desk.ui.list_button import TickButton
from kyosei_desk.ui.theme import Theme
from tests.ui.comparing import FUJISAWA, NABARI, OMUTA, designs_of
from tests.ui.window_support import make_settings

Key = Qt.Key
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def candidates(corpus: Corpus) -> list[Candidate]:
    ids = tuple(case.id for case in corpus.cases)
    titles = {case.id: case.title for case in corpus.cases}
    return [
        candidate(design, titles[design.id], era_first=False) for design in designs_of(corpus, ids)
    ]


@pytest.fixture
def picker(qtbot: QtBot, corpus: Corpus, tmp_path: Path, theme: Theme) -> Picker:
    controller = ComparisonController(make_settings(tmp_path), theme)
    controller.set_corpus(corpus)
    made = Picker(theme, controller)
    qtbot.addWidget(made)
    made.resize(1208, 600)
    made.show()
    made.refresh()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.cards.setFocus()
    return made


def button(picker: Picker, text: str) -> QPushButton:
    return next(one for one in picker.findChildren(QPushButton) if one.text() == text)


def fitting(candidates: list[Candidate], text: str, **wanted: str) -> set[str]:
    traits = {Trait[name]: frozenset({value}) for name, value in wanted.items()}
    return {one.place[:2] for one in candidates if one.fits(text, traits)}


# What finds a candidate


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("名張", {"名張"}),
        ("なばり", {"名張"}),
        ("ナバリ", {"名張"}),
        ("まちの保健室", {"名張"}),
        ("三重県　保健室", {"名張"}),
        ("東京都", {"江戸", "世田"}),
        ("ぴよぴよ", set()),
    ],
)
def test_words_find_names_kana_and_what_there_is(
    candidates: list[Candidate], text: str, found: set[str]
) -> None:
    assert fitting(candidates, text) == found


def test_width_and_case_do_not_matter(candidates: list[Candidate]) -> None:
    assert fitting(candidates, "ｃｓｗ") == fitting(candidates, "CSW") != set()


def test_traits_narrow_together(candidates: list[Candidate]) -> None:
    assert fitting(candidates, "", SIZE="middle") == {"芦屋", "名張"}
    assert fitting(candidates, "", SIZE="largest") == {"江戸", "世田"}
    assert fitting(candidates, "", PREFECTURE="東京都", SIZE="largest") == {"江戸", "世田"}
    assert fitting(candidates, "", PREFECTURE="三重県", SIZE="largest") == set()
    assert "名張" in fitting(candidates, "", ZONE="elementary", OPERATOR="support_centre")


def test_only_traits_that_some_candidate_has_are_offered(candidates: list[Candidate]) -> None:
    sizes = [label for _, label in trait_values(candidates, Trait.SIZE)]
    assert sizes == ["5万～10万人", "10万～30万人", "30万～50万人", "50万人以上"]
    prefectures = [value for value, _ in trait_values(candidates, Trait.PREFECTURE)]
    assert len(prefectures) == 7
    assert prefectures.count("東京都") == 1


def test_a_card_says_figures_with_their_day(candidates: list[Candidate]) -> None:
    nabari = next(one for one in candidates if one.design_id == NABARI)
    assert nabari.place == "名張市（三重県）"
    assert nabari.figures == "79,357人・129.77km²・小学校 14校"
    assert nabari.day == "2017年9月1日現在"
    assert (nabari.key_name, nabari.key_count) == ("まちの保健室", "15か所")


# The list to tick in


def test_the_model_is_sound(qtbot: QtBot, candidates: list[Candidate]) -> None:
    model = CandidatesModel()
    tester = QAbstractItemModelTester(model, FATAL)
    model.set_candidates(candidates)
    model.switch(NABARI)
    model.narrow("名張", {})
    model.narrow("ぴよぴよ", {})
    model.narrow("", {})
    assert tester.model() is model


def test_they_are_chosen_in_order_and_never_more_than_eight(candidates: list[Candidate]) -> None:
    model = CandidatesModel()
    extra = [
        Candidate(f"own/{n}", "", "", "", "", "", "", dict.fromkeys(Trait, frozenset()), "")
        for n in range(3)
    ]
    model.set_candidates([*candidates, *extra])
    refused: list[bool] = []
    model.refused.connect(lambda: refused.append(True))
    for one in model.candidates:
        model.switch(one.design_id)
    assert len(model.chosen) == 8
    assert refused == [True] * 3
    model.switch(NABARI)
    model.switch("own/2")
    assert model.chosen[-1] == "own/2"
    assert NABARI not in model.chosen


def test_assistive_technology_can_tick(candidates: list[Candidate]) -> None:
    model = CandidatesModel()
    model.set_candidates(candidates)
    index, role = model.index(0, 0), Qt.ItemDataRole.CheckStateRole
    assert model.setData(index, Qt.CheckState.Checked, role)
    assert model.data(index, role) is Qt.CheckState.Checked
    assert model.setData(index, Qt.CheckState.Checked, role)
    assert len(model.chosen) == 1
    heard = model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert "芦屋市（兵庫県）" in str(heard)
    assert "96,196人" in str(heard)


# The page to choose on


def test_two_are_needed_to_compare(picker: Picker, qtbot: QtBot) -> None:
    chosen: list[tuple[str, ...]] = []
    picker.chosen.connect(chosen.append)
    go = button(picker, "くらべる")
    QTest.keyClick(picker.cards, Key.Key_Space)
    assert not go.isEnabled()
    QTest.keyClick(picker.cards, Key.Key_Return)
    assert chosen == []
    QTest.keyClick(picker.cards, Key.Key_Right)
    QTest.keyClick(picker.cards, Key.Key_Space)
    assert go.isEnabled()
    QTest.keyClick(picker.cards, Key.Key_Return)
    assert chosen == [("cases/ashiya", "cases/edogawa")]


def test_a_click_on_a_card_ticks_and_another_unticks(picker: Picker) -> None:
    rect = picker.cards.visualRect(picker.model.index(1, 0))
    for expected in (("cases/edogawa",), ()):
        QTest.mouseClick(picker.cards.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
        assert picker.model.chosen == expected


def test_words_and_traits_narrow_and_are_cleared_together(picker: Picker) -> None:
    edit = picker.findChild(QLineEdit)
    assert edit is not None
    edit.setText("市")
    size = next(b for b in picker.findChildren(TickButton) if "人口" in b.accessibleName())
    size.menu_shown.actions()[0].trigger()
    assert [one.place[:2] for one in picker.model.shown] == ["芦屋", "名張"]
    button(picker, "条件を消す").click()
    assert len(picker.model.shown) == 8
    assert edit.text() == ""
    assert picker.cards.hasFocus()


def test_enter_in_the_words_goes_to_the_cards_and_compares_nothing(picker: Picker) -> None:
    chosen: list[object] = []
    picker.chosen.connect(chosen.append)
    picker.model.choose([NABARI, FUJISAWA])
    edit = picker.findChild(QLineEdit)
    assert edit is not None
    edit.setFocus()
    edit.setText("名張")
    QTest.keyClick(edit, Key.Key_Return)
    assert chosen == []
    assert picker.cards.hasFocus()
    edit.setFocus()
    QTest.keyClick(edit, Key.Key_Escape)
    assert edit.text() == ""


def test_what_is_chosen_stays_chosen_out_of_sight(picker: Picker) -> None:
    picker.model.choose([NABARI, FUJISAWA])
    picker.model.narrow("大牟田", {})
    picker.model.switch(OMUTA)
    assert picker.model.chosen == (NABARI, FUJISAWA, OMUTA)


def test_all_are_chosen_and_dropped_with_one_button(picker: Picker) -> None:
    button(picker, "表示中の8つを選ぶ").click()
    assert len(picker.model.chosen) == 8
    button(picker, "すべて外す").click()
    assert list(picker.model.chosen) == []


def test_only_what_is_shown_is_chosen_with_one_button(picker: Picker) -> None:
    picker.model.choose([NABARI])
    edit = picker.findChild(QLineEdit)
    assert edit is not None
    edit.setText("大牟田")
    button(picker, "表示中の1つを選ぶ").click()
    assert picker.model.chosen == (NABARI, OMUTA)
    edit.setText("どこにもない")
    button(picker, "表示中の0つを選ぶ").click()
    assert picker.model.chosen == (NABARI, OMUTA)


def test_esc_is_for_those_who_compare_already(picker: Picker) -> None:
    cancelled: list[bool] = []
    picker.cancelled.connect(lambda: cancelled.append(True))
    QTest.keyClick(picker.cards, Key.Key_Escape)
    assert cancelled == []
    assert not button(picker, "やめる").isVisible()


@pytest.mark.parametrize("width", [700, 1208, 1530])
def test_cards_fill_the_width_in_even_rows(picker: Picker, width: int) -> None:
    picker.resize(width, 600)
    columns = {picker.cards.visualRect(picker.model.index(n, 0)).left() for n in range(8)}
    right = max(picker.cards.visualRect(picker.model.index(n, 0)).right() for n in range(8))
    assert 8 % len(columns) == 0
    assert right <= picker.cards.viewport().width()
    assert right > picker.cards.viewport().width() - 10
