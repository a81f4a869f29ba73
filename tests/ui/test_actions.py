# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kyosei_desk.ui.actions import (
    ACTIONS,
    ActionId,
    ActionSpec,
    add_action,
    with_keys,
)


def test_every_action_stands_once_in_the_table() -> None:
    assert Counter(spec.id for spec in ACTIONS) == Counter(ActionId)


def test_no_two_actions_share_a_key() -> None:
    used = Counter(QKeySequence(keys).toString() for spec in ACTIONS for keys in spec.shortcuts)
    assert [keys for keys, times in used.items() if times > 1] == []


@pytest.mark.parametrize("spec", ACTIONS, ids=lambda spec: spec.id)
def test_every_action_has_a_name_and_keys(qtbot: QtBot, spec: ActionSpec) -> None:
    assert spec.label
    assert spec.shown_keys


@pytest.mark.parametrize("spec", [s for s in ACTIONS if s.shortcuts], ids=lambda spec: spec.id)
def test_every_shortcut_is_a_key_qt_knows(qtbot: QtBot, spec: ActionSpec) -> None:
    for keys in spec.shortcuts:
        assert QKeySequence(keys).toString() != ""


def test_action_is_made_from_its_row(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    action = add_action(widget, ActionId.HELP, widget.hide)
    widget.show()
    action.trigger()
    assert widget.isHidden()
    assert action.shortcut() == QKeySequence("F1")
    assert action.toolTip() == with_keys("使い方とキーの一覧を開く", ActionId.HELP)
    assert action in widget.actions()
