# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What tests of つくる begin with."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.library.locations import BundledFolders
from kyosei_desk.ui.theme import Theme
from tests.ui.build.workshop import BuildPages, Workshop


@pytest.fixture
def workshop(qtbot: QtBot, corpus: Corpus, tmp_path: Path, theme: Theme) -> Iterator[Workshop]:
    """A session without a project, on a store of its own."""
    made = Workshop(qtbot, corpus, tmp_path, theme)
    yield made
    made.keeper.shut_down()


@pytest.fixture
def build_pages(
    qtbot: QtBot, corpus: Corpus, bundled: BundledFolders, tmp_path: Path, theme: Theme
) -> Iterator[BuildPages]:
    """Pages of つくる on one data folder."""
    made = BuildPages(qtbot, corpus, bundled, tmp_path, theme)
    yield made
    made.close_all()
