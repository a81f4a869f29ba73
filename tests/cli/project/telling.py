# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Running project commands, and what they say."""

import json
from typing import Any

import pytest

from tests.cli.conftest import Desk

Capture = pytest.CaptureFixture[str]
PLACE = "machi-no-hokenshitsu"


def said(desk: Desk, capsys: Capture, *arguments: str, code: int = 0) -> str:
    """Run a command and return all it says."""
    assert desk.run("project", *arguments) == code, arguments
    printed = capsys.readouterr()
    return printed.out if code == 0 else printed.out + printed.err


def state(desk: Desk, capsys: Capture) -> dict[str, Any]:
    """Return the project as it is."""
    shown: dict[str, Any] = json.loads(said(desk, capsys, "show", "ours", "--json"))
    return shown


def element(desk: Desk, capsys: Capture, element_id: str) -> dict[str, Any]:
    """Return an element of the project."""
    found: list[dict[str, Any]] = state(desk, capsys)["design"]["elements"]
    return next(one for one in found if one["id"] == element_id)
