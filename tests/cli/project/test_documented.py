# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What the paper on ``project`` promises can be typed."""

import re
import shlex
from pathlib import Path

import pytest

from kyosei_desk.cli.parser import build_parser
from kyosei_desk.cli.project.actions import ACTIONS

PAPER = Path(__file__).resolve().parents[3] / "docs" / "project-commands.md"
WRITTEN = re.findall(r"`((?:project|compare|diagram) [^`]+)`", PAPER.read_text(encoding="utf-8"))


@pytest.mark.parametrize("written", WRITTEN)
def test_a_command_as_it_is_written_is_understood(written: str) -> None:
    build_parser().parse_args(shlex.split(written))


def test_every_command_is_written_down() -> None:
    words = {tuple(written.split()) for written in WRITTEN}
    missing = {
        name
        for name in ACTIONS
        if not any({"project", *name.split()} <= set(written) for written in words)
    }
    # These are explained in a sentence of their own, or follow from those that are there.
    below = {f"{name} remove" for name in ("budget", "plan", "decide", "goal", "people")}
    assert missing <= below
