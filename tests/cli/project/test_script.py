# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A town of 60,000 builds its project by command: every result is spelled out."""

import json
from typing import Any

import pytest

from tests import project_script as script
from tests.cli.conftest import Desk

Capture = pytest.CaptureFixture[str]
TOWN = (
    *("--town", script.TOWN, "--population", "60,000", "--area", "208.4"),
    *("--elementary", "12", "--junior-high", "5", "--as-of", "2026-04-01"),
)
COMMANDS = (
    ("new", "支え合いモデル事業", *TOWN, "--id", "midori"),
    ("adopt", "midori", f"cases/nabari#{script.PLACE}", "--rule", "population"),
    ("adopt", "midori", f"cases/toyonaka#{script.COMMITTEE}"),
    ("count", "midori", script.COMMITTEE, "--count", "12", "--unit", "委員会"),
    ("adopt", "midori", f"cases/ashiya#{script.SHEET}"),
    ("link", "midori", script.PLACE, script.COMMITTEE, "--type", "cooperate"),
    ("leave-out", "midori", "p1.funding", "共同募金の委員会が別に決める"),
    ("budget", "midori", "defaults"),
    (
        *("budget", "midori", "line", "相談員の人件費", "--year", "2027", "--quantity", "2"),
        *("--unit", "人", "--price", "350,000", "--months", "12"),
        *("--element", script.PLACE, "--programme", "model-2018-community"),
    ),
    (
        *("budget", "midori", "line", "様式の印刷", "--year", "2027", "--quantity", "1500"),
        *("--unit", "部", "--price", "33", "--programme", "model-2018-multi-agency"),
    ),
    (
        *("budget", "midori", "line", "会場費", "--year", "2028", "--quantity", "12"),
        *("--unit", "会場", "--price", "1,234", "--months", "12"),
    ),
)


def run(desk: Desk, capsys: Capture, *arguments: str) -> Any:
    """Run a project command; return the JSON it printed."""
    code = desk.run("project", *arguments, "--json")
    printed = capsys.readouterr()
    assert (code, printed.err) == (0, ""), arguments
    documents, at, decoder = [], 0, json.JSONDecoder()
    while at < len(printed.out.rstrip()):
        document, at = decoder.raw_decode(printed.out, at)
        documents.append(document)
        at += len(printed.out[at:]) - len(printed.out[at:].lstrip())
    return documents[0] if len(documents) == 1 else documents


@pytest.fixture
def built(desk: Desk, capsys: Capture) -> Desk:
    """A desk on which the whole script has been run."""
    for command in COMMANDS:
        run(desk, capsys, *command)
    return desk


def test_numbers_are_scaled_to_the_town(built: Desk, capsys: Capture) -> None:
    shown = run(built, capsys, "show", "midori")
    elements = {one["id"]: one for one in shown["design"]["elements"]}
    counts = {key: (one.get("count"), one.get("unit")) for key, one in elements.items()}
    assert counts == script.COUNTS
    origins = {one["element"]: one["address"] for one in shown["origins"]}
    assert origins == {
        script.PLACE: f"cases/nabari#{script.PLACE}",
        script.COMMITTEE: f"cases/toyonaka#{script.COMMITTEE}",
        script.SHEET: f"cases/ashiya#{script.SHEET}",
    }


def test_the_formula_is_told_when_it_is_taken_over(desk: Desk, capsys: Capture) -> None:
    run(desk, capsys, *COMMANDS[0])
    assert desk.run("project", *COMMANDS[1]) == 0
    assert script.PLACE_FORMULA in capsys.readouterr().out


def test_the_board_says_what_is_answered_by_what(built: Desk, capsys: Capture) -> None:
    board = run(built, capsys, "gap", "midori")
    found = {
        row["provision"]: (
            row["state"],
            {one["id"]: one["coverage"] for one in row["elements"]},
        )
        for row in board["rows"]
    }
    assert found == script.GAPS
    assert (board["answered"], board["total"]) == (2, 17)


def test_the_shares_of_every_year_add_up(built: Desk, capsys: Capture) -> None:
    budget = run(built, capsys, "budget", "midori")
    years = {year["fiscal_year"]: tuple(year["thousands"].values()) for year in budget["years"]}
    assert {**years, None: tuple(budget["thousands"].values())} == script.SHARES
    assert budget["yen"] == 8_400_000 + 49_500 + 177_696


def test_it_stands_beside_the_cases_in_the_matrix(built: Desk, capsys: Capture) -> None:
    ids = ("projects/midori", "cases/nabari", "cases/toyonaka", "cases/ashiya")
    assert built.run("compare", *ids, "--json") == 0
    compared = json.loads(capsys.readouterr().out)
    assert [column["title"] for column in compared["columns"]] == [
        "みどり市（案A）",
        "名張市",
        "豊中市",
        "芦屋市",
    ]
    states = {row["id"]: row["cells"][0]["state"] for row in compared["rows"]}
    assert states == script.MATRIX
    place = next(row for row in compared["rows"] if row["id"] == "p2.place")["cells"][0]
    assert [one["address"] for one in place["elements"]] == [f"projects/midori#{script.PLACE}"]
    ratios = place["elements"][0]["ratios"]
    assert ratios["people_per_one"]["formula"] == "60,000人 ÷ 11か所"


def test_undoing_everything_leaves_the_first_state(built: Desk, capsys: Capture) -> None:
    whole = run(built, capsys, "show", "midori")
    history = run(built, capsys, "history", "midori")
    for _ in history[:-1]:
        run(built, capsys, "undo", "midori")
    first = run(built, capsys, "show", "midori")
    assert first["design"]["elements"] == []
    assert built.run("project", "undo", "midori") == 1
    capsys.readouterr()
    for _ in history[:-1]:
        run(built, capsys, "redo", "midori")
    assert run(built, capsys, "show", "midori") == whole
