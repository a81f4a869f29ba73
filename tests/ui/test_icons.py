# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from kyosei_desk.library.locations import BundledFolders, bundled_folders
from kyosei_desk.ui.icons import IconSet
from kyosei_desk.ui.messages import Severity
from kyosei_desk.ui.navigation import PageId

NAMES = IconSet(bundled_folders().resources / "icons").names()


@pytest.mark.parametrize("name", NAMES)
def test_icon_is_drawn_in_its_colour(name: str, qtbot: QtBot, bundled: BundledFolders) -> None:
    icon = IconSet(bundled.resources / "icons").icon(name, "#ff0000", "#00ff00")
    image = icon.pixmap(QSize(48, 48), 1.0).toImage()
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    assert "#ff0000" in {image.pixelColor(x, y).name() for x, y in points}


@pytest.mark.parametrize("name", [*PageId, *Severity])
def test_pages_and_messages_have_an_icon(name: str) -> None:
    assert name in NAMES


@pytest.mark.parametrize(("side", "ratio"), [(24, 1.0), (60, 1.0), (40, 1.5)])
def test_a_picture_is_exactly_as_large_as_asked(
    side: int, ratio: float, qtbot: QtBot, bundled: BundledFolders
) -> None:
    icons = IconSet(bundled.resources / "icons")
    picture = icons.pixmap("app", "#ff0000", "#00ff00", side, ratio)
    assert picture.deviceIndependentSize().toSize() == QSize(side, side)
    assert picture.width() == round(side * ratio)
