# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from kyosei_desk.ui.compare.comparison_keeper import ComparisonKeeper
from kyosei_desk.ui.compare.kept_comparisons import KeptComparisons
from kyosei_desk.ui.kept.kept_dialog import KeptDialog
from kyosei_desk.workspace.comparisons import ComparisonStore, comparison_of
from tests.ui.kept.conftest import CHANGED_B, A, B, C
from tests.ui.kept.opened import Opened, choose, full_disk, is_offered, lines, press

Dialog = KeptDialog[Any, Any]
RENEW = "いまの内容で保存しなおす"


@pytest.fixture
def dialog(comparisons: Opened) -> Iterator[Dialog]:
    made = comparisons.open(comparisons.now)
    yield made
    made.close()


def test_everything_kept_is_shown_and_what_changed_is_said(dialog: Dialog) -> None:
    assert lines(dialog) == [
        ("保存二", "変わったところがあります"),
        ("保存一", "甲市・乙市"),
        ("甲市・乙市 ほか1", "甲市・乙市・丙市"),
        ("乙市・丙市", ""),
    ]
    choose(dialog, "保存二")
    assert dialog.detail == "甲市・乙市。乙市の要素・出典が、保存したあとに変わりました。"
    choose(dialog, "保存一")
    assert dialog.detail == "甲市・乙市。"


def test_designs_that_are_gone_are_said(comparisons: Opened) -> None:
    comparisons.kept = KeptComparisons([A])
    dialog = comparisons.open(None)
    choose(dialog, "保存一")
    assert dialog.detail == "甲市・乙市。乙市は、いまの資料にありません。"
    dialog.close()


def test_what_changed_is_kept_anew_and_taken_back(dialog: Dialog, comparisons: Opened) -> None:
    choose(dialog, "保存二")
    press(dialog, RENEW)
    comparisons.wait()
    assert comparisons.newest == comparison_of([A, B])
    assert dialog.told == "「保存二」を、いまの内容で保存しなおしました。"
    assert lines(dialog)[0] == ("保存二", "甲市・乙市")
    assert not is_offered(dialog, RENEW)
    press(dialog, "もとにもどす")
    comparisons.wait()
    assert comparisons.newest == comparison_of([A, CHANGED_B])
    assert comparisons.saved == ["保存二", "保存一"]


def test_columns_that_are_gone_are_left_out_when_kept_anew(comparisons: Opened) -> None:
    comparisons.kept = KeptComparisons([B])
    dialog = comparisons.open(None)
    choose(dialog, "保存一")
    press(dialog, RENEW)
    comparisons.wait()
    assert comparisons.saved == ["保存二", "保存一"]
    assert comparisons.store.saved()[1].comparison == comparison_of([B])
    dialog.close()


def test_keeping_anew_is_offered_where_something_changed_and_is_left(
    dialog: Dialog, comparisons: Opened
) -> None:
    choose(dialog, "保存一")
    assert not is_offered(dialog, RENEW)
    dialog.close()
    comparisons.kept = KeptComparisons([C])
    later = comparisons.open(None)
    choose(later, "保存一")
    assert not is_offered(later, RENEW)
    choose(later, "乙市・丙市")
    assert not is_offered(later, RENEW)  # one of the last has no name
    later.close()


def test_an_empty_list_says_how_it_fills(qtbot: QtBot, tmp_path: Path) -> None:
    store = ComparisonStore(tmp_path / "none.json")
    empty = Opened(qtbot, store, ComparisonKeeper, KeptComparisons([]), None)
    dialog = empty.open(None)
    assert lines(dialog) == []
    assert "まだありません" in dialog.detail
    dialog.close()
    empty.keeper.shut_down()


def test_a_damaged_file_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "comparisons.json"
    path.write_text("{")
    damaged = Opened(qtbot, ComparisonStore(path), ComparisonKeeper, KeptComparisons([]), None)
    dialog = damaged.open(None)
    assert "comparisons.damaged.json に残して" in dialog.told
    dialog.close()
    damaged.keeper.shut_down()


def keeper_of(opened: Opened) -> ComparisonKeeper:
    assert isinstance(opened.keeper, ComparisonKeeper)
    return opened.keeper


def test_what_was_looked_at_is_remembered_before_the_window_closes(comparisons: Opened) -> None:
    keeper_of(comparisons).remember(comparisons.now)
    comparisons.keeper.shut_down()
    assert comparisons.store.recent()[0] == comparisons.now


def test_what_cannot_be_remembered_while_closing_is_logged(
    comparisons: Opened, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(ComparisonStore, "remember", full_disk)
    keeper_of(comparisons).remember(comparisons.now)
    comparisons.keeper.shut_down()
    assert "not kept while the window closed" in caplog.text
    caplog.clear()
