# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Fixtures of the tests of kept projects."""

import datetime
from pathlib import Path

import pytest

from tests.workspace.projects.shelf import Clock, Shelf


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """A data folder with a Japanese name and spaces, still empty."""
    start = datetime.datetime(2026, 11, 23, 10, 0, tzinfo=datetime.UTC)
    return Shelf(tmp_path / "福祉 課 100%" / "workspace.sqlite", Clock(start))
