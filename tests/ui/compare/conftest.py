# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What tests of the compare page begin with."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.library.locations import BundledFolders
from kyosei_desk.ui.background import WorkerThread
from kyosei_desk.ui.compare.compare_page import ComparePage
from kyosei_desk.ui.compare.table_tab import TableTab
from kyosei_desk.ui.theme import Theme
from tests.ui.compare.pages import Pages
from tests.ui.compare.table_bench import Bench
from tests.ui.comparing import THREE, controller_of
from tests.ui.window_support import make_settings


@pytest.fixture
def bench(qtbot: QtBot, corpus: Corpus, tmp_path: Path, theme: Theme) -> Iterator[Bench]:
    worker = WorkerThread("compare")
    controller = controller_of(corpus, tmp_path, worker)
    tab = TableTab(theme, make_settings(tmp_path), controller, worker)
    qtbot.addWidget(tab)
    made = Bench(tab, controller)
    controller.changed.connect(tab.refresh)
    tab.message_requested.connect(made.told.append)
    tab.address_requested.connect(made.asked.append)
    tab.resize(1100, 560)
    tab.show()
    tab.refresh()
    tab.activateWindow()
    qtbot.waitUntil(tab.isActiveWindow)
    tab.view.setFocus()
    yield made
    worker.shut_down()


@pytest.fixture
def pages(
    qtbot: QtBot, corpus: Corpus, bundled: BundledFolders, tmp_path: Path, theme: Theme
) -> Iterator[Pages]:
    made = Pages(qtbot, corpus, bundled, tmp_path, theme)
    yield made
    for page in made.pages:
        page.shut_down()


@pytest.fixture
def page(pages: Pages) -> ComparePage:
    made = pages.open()
    made.compare(THREE)
    return made
