# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kyosei_desk.ui.compare.compare_header import CompareHeader
from kyosei_desk.ui.text_label import overhang
from tests.ui.window_support import make_theme


@pytest.mark.parametrize("scale", [100, 125, 150])
def test_the_heading_has_room_for_what_reaches_over_its_line(qtbot: QtBot, scale: int) -> None:
    theme = make_theme()
    theme.set_choice("light", scale)
    header = CompareHeader(theme)
    qtbot.addWidget(header)
    header.resize(1600, 140)
    header.show()
    heading = next(one for one in header.findChildren(QLabel) if one.text() == "くらべる")
    assert heading.isVisible()
    font = heading.font()
    assert heading.height() >= heading.fontMetrics().height() + 2 * overhang(font)
