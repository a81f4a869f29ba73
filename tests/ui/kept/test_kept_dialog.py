# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What is the same for searches and comparisons: the list, and what can be done to it."""

import threading
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from kyosei_desk.ui.kept.kept_dialog import KeptDialog
from tests.ui.kept.opened import (
    Opened,
    choose,
    full_disk,
    is_offered,
    lines,
    names,
    press,
    rename,
)
from tests.ui.window_support import make_theme

Key = Qt.Key
Dialog = KeptDialog[Any, Any]


def test_nothing_is_read_before_it_is_asked_for(opened: Opened) -> None:
    gate = threading.Event()
    opened.keeper.operation().do(lambda _store: gate.wait(10))
    made = opened.begin(opened.now)
    assert lines(made) == []
    words = opened.kept.words
    for text in (words.act, "消す", "名前を変える", words.forget_all):
        assert not is_offered(made, text)
    gate.set()
    opened.qtbot.waitUntil(lambda: len(lines(made)) == 4)
    made.close()


def test_what_is_shown_now_is_saved_with_all_of_it(dialog: Dialog, opened: Opened) -> None:
    press(dialog, "保存する")
    opened.wait()
    assert opened.newest == opened.now
    assert names(dialog)[0] == opened.kept.suggested_name(opened.now)
    assert dialog.told == f"「{names(dialog)[0]}」を保存しました。"
    assert dialog.list.hasFocus()


def test_enter_in_the_name_saves_and_opens_nothing(
    dialog: Dialog, opened: Opened, qtbot: QtBot
) -> None:
    name = next(e for e in dialog.findChildren(QLineEdit) if "名前" in e.accessibleName())
    assert name.hasFocus()
    name.setText("別の名")
    with qtbot.assertNotEmitted(dialog.chosen):
        QTest.keyClick(name, Key.Key_Return)
    opened.wait()
    assert opened.saved[0] == "別の名"
    assert not dialog.isHidden()


def test_enter_on_a_line_opens_it(dialog: Dialog, opened: Opened, qtbot: QtBot) -> None:
    choose(dialog, "保存二")
    with qtbot.waitSignal(dialog.chosen) as chosen:
        QTest.keyClick(dialog.list, Key.Key_Return)
    assert chosen.args == [opened.newest]
    assert dialog.isHidden()


def test_delete_and_take_back(dialog: Dialog, opened: Opened) -> None:
    choose(dialog, "保存一")
    QTest.keyClick(dialog.list, Key.Key_Delete)
    opened.wait()
    assert opened.saved == ["保存二"]
    assert dialog.told == "「保存一」を消しました。"
    press(dialog, "もとにもどす")
    opened.wait()
    assert opened.saved == ["保存二", "保存一"]
    assert names(dialog)[:2] == ["保存二", "保存一"]
    assert not is_offered(dialog, "もとにもどす")


def test_changes_are_made_in_the_order_they_were_asked_for(dialog: Dialog, opened: Opened) -> None:
    choose(dialog, "保存一")
    QTest.keyClick(dialog.list, Key.Key_Delete)
    press(dialog, "保存する")
    press(dialog, opened.kept.words.forget_all)
    opened.wait()
    assert opened.saved == [opened.kept.suggested_name(opened.now), "保存二"]
    assert opened.store.recent() == ()
    assert names(dialog) == opened.saved


def test_one_of_the_last_is_forgotten(dialog: Dialog, opened: Opened) -> None:
    before = opened.store.recent()
    choose(dialog, opened.last)
    press(dialog, "消す")
    opened.wait()
    assert opened.store.recent() == before[:1]
    assert dialog.told == f"記録「{opened.last}」を消しました。"
    press(dialog, "もとにもどす")
    opened.wait()
    assert opened.store.recent() == before


def test_all_the_last_are_forgotten(dialog: Dialog, opened: Opened) -> None:
    words = opened.kept.words
    press(dialog, words.forget_all)
    opened.wait()
    assert (opened.store.recent(), len(opened.saved)) == ((), 2)
    assert dialog.told == f"{words.recent} 2 件を消しました。"
    assert not is_offered(dialog, words.forget_all)
    press(dialog, "もとにもどす")
    opened.wait()
    assert len(opened.store.recent()) == 2


def test_rename_in_place(dialog: Dialog, opened: Opened) -> None:
    choose(dialog, "保存一")
    assert is_offered(dialog, "名前を変える")
    rename(dialog, "新しい名")
    opened.wait()
    assert opened.saved == ["保存二", "新しい名"]
    assert not dialog.isHidden()


@pytest.mark.parametrize("name", ["", "　 "])
def test_an_empty_name_is_refused_with_a_word(dialog: Dialog, opened: Opened, name: str) -> None:
    choose(dialog, "保存一")
    rename(dialog, name)
    opened.wait()
    assert dialog.told == "名前が空なので変えませんでした。「保存一」のままです。"
    assert names(dialog)[:2] == ["保存二", "保存一"]


def test_the_field_for_a_name_has_the_whole_width(dialog: Dialog) -> None:
    choose(dialog, "保存一")
    dialog.list.edit_name()
    field = dialog.list.findChild(QLineEdit)
    assert field is not None
    assert field.width() > dialog.list.viewport().width() * 0.8


def test_ctrl_z_brings_back_what_was_deleted(dialog: Dialog, opened: Opened) -> None:
    choose(dialog, "保存一")
    QTest.keyClick(dialog.list, Key.Key_Delete)
    opened.wait()
    QTest.keyClick(dialog.list, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    opened.wait()
    assert opened.saved == ["保存二", "保存一"]


def test_the_last_have_no_name_to_change(dialog: Dialog, opened: Opened) -> None:
    choose(dialog, opened.last)
    assert not is_offered(dialog, "名前を変える")
    QTest.keyClick(dialog.list, Key.Key_F2)
    assert dialog.list.findChild(QLineEdit) is None


def test_what_goes_wrong_is_said(
    dialog: Dialog, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opened.store, "delete", full_disk)
    choose(dialog, "保存一")
    QTest.keyClick(dialog.list, Key.Key_Delete)
    opened.wait()
    assert "空き容量がありません" in dialog.told
    assert len(lines(dialog)) == 4


def test_a_name_that_could_not_be_kept_is_not_shown(
    dialog: Dialog, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opened.store, "rename", full_disk)
    choose(dialog, "保存一")
    rename(dialog, "新しい名")
    opened.wait()
    assert "空き容量がありません" in dialog.told
    assert names(dialog)[:2] == ["保存二", "保存一"]


def test_a_dialog_closed_meanwhile_hears_nothing(opened: Opened) -> None:
    dialog = opened.open(opened.now)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    press(dialog, "保存する")
    dialog.close()
    QCoreApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)
    opened.wait()
    assert opened.newest == opened.now


def test_where_nothing_is_shown_there_is_nothing_to_save(opened: Opened) -> None:
    made = opened.open(None, make_theme("dark", 150))
    assert not is_offered(made, "保存する")
    made.keep_current()
    opened.wait()
    assert len(opened.saved) == 2
    assert made.height() <= 720
    assert made.list.hasFocus()
    made.close()


def test_what_was_done_is_told_before_how_the_file_was_found(
    dialog: Dialog, opened: Opened
) -> None:
    dialog.notice("見つけた様子")
    assert dialog.told == "見つけた様子"
    press(dialog, "保存する")
    opened.wait()
    dialog.notice("見つけた様子")
    assert dialog.told.endswith("を保存しました。")
