# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A desk with a project in the middle of work."""

import pytest

from tests.cli.conftest import Desk
from tests.cli.project.telling import PLACE, Capture


@pytest.fixture
def begun(desk: Desk, capsys: Capture) -> Desk:
    """A desk with one project that has an element taken over and one of its own."""
    town = ("--town", "名張市", "--population", "6万", "--elementary", "12")
    for command in (
        ("new", "支え合い", *town, "--id", "ours"),
        ("adopt", "ours", f"cases/nabari#{PLACE}", "--rule", "population"),
        ("add", "ours", "相談員", "--type", "role", "--count", "2", "--unit", "人"),
    ):
        assert desk.run("project", *command) == 0
    capsys.readouterr()
    return desk
