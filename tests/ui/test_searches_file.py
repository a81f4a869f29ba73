# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What the window says of the file of searches as it was found."""

import pytest
from pytestqt.qtbot import QtBot

from kyosei_desk.ui.keeping import KeepingOperation
from kyosei_desk.ui.main_window import MainWindow
from kyosei_desk.ui.messages import Severity
from kyosei_desk.ui.search.search_tools import SearchTools
from tests.ui.desk import Desk
from tests.ui.window_support import page_of

FILE = "searches.json"


def tools_of(window: MainWindow) -> SearchTools:
    tools = page_of(window).findChild(SearchTools)
    assert tools is not None
    return tools


def ask(qtbot: QtBot, window: MainWindow, text: str) -> None:
    """Search for words, so that they are to be remembered."""
    with qtbot.waitSignal(page_of(window).answered):
        window.pages.search_for(text)


def wait_for_the_file(qtbot: QtBot, window: MainWindow) -> None:
    operations = window.findChildren(KeepingOperation)
    qtbot.waitUntil(lambda: not any(operation.busy for operation in operations))


@pytest.mark.parametrize(
    ("found", "kept"),
    [("{", "searches.damaged.json"), ('{"format": 99}', "searches.newer.json")],
)
def test_a_file_that_was_kept_is_told_once(desk: Desk, qtbot: QtBot, found: str, kept: str) -> None:
    (desk.folder / FILE).write_text(found)
    window = desk.open_ready()
    messages = window.frame.messages
    ask(qtbot, window, "相談")
    tools_of(window).remember()
    wait_for_the_file(qtbot, window)
    message = messages.current
    assert message is not None
    assert message.severity is Severity.WARNING
    assert str(desk.folder / kept) in message.text
    messages.close_current()
    ask(qtbot, window, "窓口")
    tools_of(window).remember()
    wait_for_the_file(qtbot, window)
    dialog = tools_of(window).open_kept()
    assert dialog is not None
    wait_for_the_file(qtbot, window)
    assert (messages.current, dialog.told) == (None, "")
    dialog.reject()


def test_the_list_that_finds_a_file_damaged_tells_it(desk: Desk, qtbot: QtBot) -> None:
    (desk.folder / FILE).write_text("{")
    window = desk.open_ready()
    dialog = tools_of(window).open_kept()
    assert dialog is not None
    wait_for_the_file(qtbot, window)
    assert "searches.damaged.json" in dialog.told
    message = window.frame.messages.current
    assert message is not None
    assert message.text == dialog.told
    dialog.reject()


def test_a_file_kept_at_the_end_is_logged(
    desk: Desk, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    window = desk.open_ready()
    ask(qtbot, window, "相談")
    (desk.folder / FILE).write_text("{")
    window.close()
    assert ["damaged" in record.getMessage() for record in caplog.records] == [True]
    caplog.clear()
