# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Projects where cases stand: in diagrams and comparisons; and all the commands there are."""

import json

import pytest

from kyosei_desk.cli.project.actions import ACTIONS
from tests.cli.conftest import Desk
from tests.cli.project.telling import PLACE, Capture


def test_a_project_has_a_diagram(begun: Desk, capsys: Capture) -> None:
    assert begun.run("diagram", "projects/ours", "--json") == 0
    drawn = json.loads(capsys.readouterr().out)
    assert drawn["elements"] == [f"projects/ours#{PLACE}", "projects/ours#e-1"]
    assert begun.run("diagram", "projects/nothing") == 2


def test_a_project_is_compared_with_a_case(begun: Desk, capsys: Capture) -> None:
    assert begun.run("compare", "projects/ours", "cases/nabari", "--rows", "profile") == 0
    table = capsys.readouterr().out
    assert "60,000人" in table
    assert begun.run("compare", "projects/nothing", "cases/nabari") == 2
    assert "projects/nothing" in capsys.readouterr().err


def test_every_command_of_the_grammar_has_its_function(begun: Desk, capsys: Capture) -> None:
    with pytest.raises(SystemExit):
        begun.run("project", "--help")
    helped = capsys.readouterr().out
    assert {name for name in ACTIONS if " " not in name} == {
        line.split()[0]
        for line in helped.partition("すること:")[2].splitlines()[2:]
        if line.strip()
    }
