# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The header says as much as there is room for; the panels are always called by their names."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kyosei_desk.domain.projects.changes.projects import new_project
from kyosei_desk.ui.build.header import BuildHeader
from kyosei_desk.ui.theme import Theme
from tests.ui.build.workshop import TOWN


@pytest.fixture
def header(qtbot: QtBot, theme: Theme) -> BuildHeader:
    made = BuildHeader(theme)
    qtbot.addWidget(made)
    made.show_project(new_project("まるごと支えあいのしくみ", TOWN).project)
    made.show()
    return made


@pytest.mark.parametrize("scale", [100, 125, 150])
@pytest.mark.parametrize("width", [1208, 1294, 1528])
def test_the_panels_keep_their_words(
    header: BuildHeader, theme: Theme, width: int, scale: int
) -> None:
    theme.set_choice("light", scale)
    header.resize(width, header.heightForWidth(width))
    QApplication.processEvents()
    assert (header.board.text(), header.palette_.text()) == ("項目", "取り入れる")
    for control in header.controls:
        assert control.geometry().right() <= width, control.accessibleName()
        assert control.width() >= control.sizeHint().width(), control.accessibleName()


def test_less_is_said_where_there_is_less_room(header: BuildHeader) -> None:
    said = []
    for width in (1800, 1294, 1000, 700):
        header.resize(width, header.heightForWidth(width))
        said.append((bool(header.undo.text()), "・" in header.town.text()))
    assert said[0] == (True, True)
    assert said[-1] == (False, False)
    assert header.revisions.text() == "版の履歴"  # in two lines there is room again
