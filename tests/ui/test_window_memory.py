# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What a window remembers, and what it says of the file it remembers it in."""

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kyosei_desk.ui.messages import Severity
from kyosei_desk.ui.navigation import PageId
from kyosei_desk.workspace.settings import SettingsStore
from tests.ui.desk import Desk, labelled
from tests.ui.window_support import page_of


def test_reopening_finds_everything_as_it_was(desk: Desk, qtbot: QtBot) -> None:
    first = desk.open_ready()
    first.resize(800, 640)  # within the screen of the tests
    labelled(first, "今はしない").click()
    first.pages.open_address("cases/nabari")
    qtbot.waitUntil(lambda: page_of(first).reader.way.address is not None)
    page_of(first).reader.zoom.larger()
    zoom = page_of(first).reader.zoom.factor
    first.close()
    second = desk.open_ready()
    assert (second.width(), second.height()) == (800, 640)
    assert page_of(second).reader.zoom.factor == zoom
    assert not any(
        b.text() == "はじめる" and b.isVisible() for b in second.findChildren(QPushButton)
    )
    title = desk.fake.corpus.document("cases/nabari").title
    assert any(
        b.isVisible() and b.text()[:10] == title[:10] for b in second.findChildren(QPushButton)
    )


def test_damaged_settings_are_mentioned_and_kept(desk: Desk) -> None:
    (desk.folder / "settings.json").write_text("{", encoding="utf-8")
    message = desk.open_ready().frame.messages.current
    assert message is not None
    assert "settings.damaged.json" in message.text
    assert (desk.folder / "settings.damaged.json").exists()


def test_settings_of_a_newer_version_are_mentioned(desk: Desk) -> None:
    (desk.folder / "settings.json").write_text('{"format": 99}', encoding="utf-8")
    message = desk.open_ready().frame.messages.current
    assert message is not None
    assert message.severity is Severity.WARNING
    assert "新しい版" in message.text


def test_the_window_is_gone_before_its_state_is_written(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = desk.open_ready()
    seen: list[bool] = []
    monkeypatch.setattr(
        SettingsStore, "remember_window", lambda *_arguments: seen.append(window.isVisible())
    )
    window.close()
    assert seen == [False]


def test_a_damaged_window_state_is_forgotten(desk: Desk) -> None:
    state = {"geometry": "%%%", "recent": "[[1, 2], 3", "search_widths": "a,b", "reader_zoom": "x"}
    SettingsStore(desk.folder / "settings.json").remember_window(state)
    assert desk.open_ready().pages.current is PageId.HOME
