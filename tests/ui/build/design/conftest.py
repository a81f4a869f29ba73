# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""An editor on a session, with what it tells."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from kyosei_desk.ui.background import WorkerThread
from tests.ui.build.design.editing import Editing
from tests.ui.build.workshop import Workshop


@pytest.fixture
def editing(qtbot: QtBot, workshop: Workshop) -> Iterator[Editing]:
    """An editor that is shown, its project with two places and one at the town's level."""
    worker = WorkerThread("layouts")
    made = Editing(qtbot, workshop, worker)
    yield made
    worker.shut_down()
