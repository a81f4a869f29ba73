# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""How many characters a line of the reader holds in the whole window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.library.locations import BundledFolders
from kyosei_desk.ui.main_window import MainWindow
from kyosei_desk.ui.reader.style import ReaderStyle
from tests.ui.desk import FakeDesk
from tests.ui.window_support import make_theme, page_of

SIZES = ((1280, 720), (1366, 768), (1500, 800), (1530, 860), (1600, 900), (1920, 1080))


@pytest.fixture
def window(
    qtbot: QtBot, corpus: Corpus, bundled: BundledFolders, tmp_path: Path
) -> Iterator[MainWindow]:
    made = MainWindow(FakeDesk(corpus).services(bundled, tmp_path), make_theme())
    qtbot.addWidget(made)
    made.show()
    with qtbot.waitSignal(made.search_ready):
        made.load()
    made.pages.open_address("cases/nabari")
    qtbot.waitUntil(page_of(made).reader.view.isVisible)
    yield made
    made.shut_down()


def characters(window: MainWindow) -> float:
    """Return how many full-width characters the first line of running text has room for."""
    page = page_of(window)
    page.reader.grab()
    shown = page.reader.view.shown
    assert shown is not None
    overview = shown.passage("overview")
    assert overview is not None
    block = shown.text.findBlock(overview.span.start).next()
    style = ReaderStyle(window.theme, page.reader.zoom.factor)
    return block.layout().lineAt(0).width() / style.em


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_a_line_is_of_a_comfortable_length(window: MainWindow, qtbot: QtBot, theme: str) -> None:
    window.theme.set_choice(theme, 100)
    found = {}
    for size in SIZES:
        window.resize(*size)
        qtbot.wait(1)  # the panes are laid out
        found[size] = characters(window)
        assert page_of(window).facets.isVisible(), size
    assert {size: held for size, held in found.items() if not 38 <= held <= 42} == {}
