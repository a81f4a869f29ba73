# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What a project lists, by command: goals, people, money, steps, decisions, answers."""

import json

import pytest

from tests.cli.conftest import Desk
from tests.cli.project.telling import PLACE, Capture, said, state


@pytest.mark.parametrize(
    ("name", "add", "change", "expected"),
    [
        (
            "goal",
            ("add", "断らない", "--provisions", "p2.place"),
            ("add", "支える"),
            ("text", "支える"),
        ),
        ("people", ("add", "福祉課", "--part", "まとめ"), ("add", "健康課"), ("role", "健康課")),
        (
            "plan",
            ("step", "ひらく", "--from", "2027-04", "--to", "2027-09"),
            ("step", "--to", "2027-10"),
            ("end", "2027-10"),
        ),
        (
            "decide",
            ("add", "置く", "--why", "近い", "--on", "2026-11-20"),
            ("add", "--who", "検討会議"),
            ("who", "検討会議"),
        ),
    ],
)
def test_entries_are_added_changed_and_removed(
    begun: Desk,
    capsys: Capture,
    name: str,
    add: tuple[str, ...],
    change: tuple[str, ...],
    expected: tuple[str, str],
) -> None:
    added = json.loads(said(begun, capsys, name, "ours", *add, "--json"))
    [entry_id] = added["made"]
    before = json.loads(said(begun, capsys, name, "ours", "--json"))
    said(begun, capsys, name, "ours", change[0], "--entry", entry_id, *change[1:])
    [entry] = json.loads(said(begun, capsys, name, "ours", "--json"))
    key, value = expected
    assert entry == {**before[0], key: value}
    said(begun, capsys, name, "ours", "remove", entry_id)
    assert json.loads(said(begun, capsys, name, "ours", "--json")) == []


def test_a_field_is_emptied_by_a_dash(begun: Desk, capsys: Capture) -> None:
    rates = ("--national", "1/2", "--basis", "要綱", "--address", "cases/nabari")
    said(begun, capsys, "budget", "ours", "programme", "県の事業", *rates)
    cost = ("--year", "2027", "--quantity", "1", "--unit", "式", "--price", "100")
    more = ("--months", "12", "--programme", "p-1", "--element", PLACE, "--note", "案")
    said(begun, capsys, "budget", "ours", "line", "委託", *cost, *more)
    fields = ("months", "programme", "element", "note")
    before = state(begun, capsys)["budget"][0]
    assert [before[field] for field in fields] == [12, "p-1", PLACE, "案"]
    for field in fields:
        said(begun, capsys, "budget", "ours", "line", "--entry", "b-1", f"--{field}", "-")
        assert field not in state(begun, capsys)["budget"][0]
    changed = ("programme", "--entry", "p-1", "--national", "-")
    said(begun, capsys, "budget", "ours", *changed)
    assert "national" not in state(begun, capsys)["programmes"][0]


def test_other_rates_cite_no_passage(begun: Desk, capsys: Capture) -> None:
    said(begun, capsys, "budget", "ours", "defaults")
    programme = state(begun, capsys)["programmes"][0]
    change = ("budget", "ours", "programme", "--entry", programme["id"])
    said(begun, capsys, *change, "--basis", "通知")
    assert state(begun, capsys)["programmes"][0]["address"] == programme["address"]
    said(begun, capsys, *change, "--national", "1/2")
    assert "address" not in state(begun, capsys)["programmes"][0]


def test_a_programme_removed_leaves_its_lines(begun: Desk, capsys: Capture) -> None:
    rates = ("--national", "1/2", "--prefectural", "1/4", "--basis", "要綱")
    said(begun, capsys, "budget", "ours", "programme", "県の事業", *rates)
    line = ("--year", "2027", "--quantity", "1", "--unit", "式", "--price", "100万")
    said(begun, capsys, "budget", "ours", "line", "委託", *line, "--programme", "p-1")
    budget = json.loads(said(begun, capsys, "budget", "ours", "--json"))
    assert budget["thousands"] == {"total": 1000, "national": 500, "prefectural": 250, "own": 250}
    said(begun, capsys, "budget", "ours", "remove", "p-1")
    budget = json.loads(said(begun, capsys, "budget", "ours", "--json"))
    assert budget["thousands"] == {"total": 1000, "national": 0, "prefectural": 0, "own": 1000}
    assert "1,000" in said(begun, capsys, "budget", "ours")


def test_questions_are_asked_and_answered(begun: Desk, capsys: Capture) -> None:
    assert len(said(begun, capsys, "questions", "ours").splitlines()) == 10
    said(begun, capsys, "answer", "ours", "hub", "集会所が", "12ある")
    asked = json.loads(said(begun, capsys, "questions", "ours", "--json"))
    answers = {one["question"]: one["answer"] for one in asked}
    assert answers["hub"] == "集会所が 12ある"
    assert answers["zones"] is None


def test_a_project_is_checked(begun: Desk, capsys: Capture) -> None:
    found = json.loads(said(begun, capsys, "check", "ours", "--json", code=1))
    assert ("design", "no_operator") in {(one["of"], one["code"]) for one in found}
    assert "population_low" not in {one["code"] for one in found}
    said(begun, capsys, "set", "ours", "population", "60")
    found = json.loads(said(begun, capsys, "check", "ours", "--json", code=1))
    assert ("town", "population_low") in {(one["of"], one["code"]) for one in found}
    assert "60人" in said(begun, capsys, "check", "ours", code=1)


@pytest.mark.parametrize(
    ("options", "field", "value"),
    [
        (("--price", "3万5千円"), "unit_price", 35_000),
        (("--price", "350千円"), "unit_price", 350_000),
        (("--quantity", "０．５人"), "quantity", 0.5),
        (("--months", "６か月"), "months", 6),
        (("--year", "令和9年度"), "fiscal_year", 2027),
        (("--year", "R10"), "fiscal_year", 2028),
    ],
)
def test_numbers_are_read_as_in_the_window(
    begun: Desk, capsys: Capture, options: tuple[str, str], field: str, value: float
) -> None:
    cost = ("--year", "2026", "--quantity", "1", "--unit", "式", "--price", "100")
    said(begun, capsys, "budget", "ours", "line", "委託", *cost)
    said(begun, capsys, "budget", "ours", "line", "--entry", "b-1", *options)
    assert state(begun, capsys)["budget"][0][field] == value


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--price", "3万5"), "3万5（どの数のことか分かりません。"),
        (("--price", "60.000"), "60.000（どの数のことか分かりません。"),
        (("--price", "10.5"), "10.5（小数のない数を書いてください）"),
        (("--quantity", "0"), "0（0より大きい数を書いてください）"),
        (("--months", "13"), "13（12 までの数を書いてください）"),
        (("--year", "来年度"), "来年度（2027 か 令和9年度 のように書いてください）"),
    ],
)
def test_a_number_that_is_not_clear_is_asked_back(
    begun: Desk, capsys: Capture, options: tuple[str, str], sentence: str
) -> None:
    with pytest.raises(SystemExit):
        begun.run("project", "budget", "ours", "line", "--entry", "b-1", *options)
    assert sentence in capsys.readouterr().err


@pytest.mark.parametrize("written", ["3/4", "４分の３", "75%", "0.75"])
def test_a_rate_is_read_as_in_the_window(begun: Desk, capsys: Capture, written: str) -> None:
    rate = ("--national", written, "--basis", "要綱")
    said(begun, capsys, "budget", "ours", "programme", "国の事業", *rate)
    assert state(begun, capsys)["programmes"][0]["national"] == "3/4"


def test_what_is_no_rate_is_told(begun: Desk, capsys: Capture) -> None:
    with pytest.raises(SystemExit):
        begun.run("project", "budget", "ours", "programme", "国の事業", "--national", "5/4")
    assert "5/4（1までの分数を書いてください。3/4 など）" in capsys.readouterr().err
