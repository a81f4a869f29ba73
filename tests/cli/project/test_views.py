# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Looking at a project by command: with all that has to be typed in the next one."""

import json

import pytest

from kyosei_desk.domain.corpus import Corpus
from tests.cli.conftest import Desk
from tests.cli.project.telling import PLACE, Capture, said


def test_the_ids_of_everything_are_shown(begun: Desk, capsys: Capture) -> None:
    said(begun, capsys, "goal", "ours", "add", "断らない")
    cost = ("--year", "2027", "--quantity", "1", "--unit", "式", "--price", "100")
    said(begun, capsys, "budget", "ours", "line", "委託", *cost)
    shown = said(begun, capsys, "show", "ours")
    known = shown.partition("◆ ID（コマンドに書くとき）\n")[2].partition("\n\n")[0].splitlines()
    assert known == [
        "・g-1　めざすこと「断らない」",
        f"・{PLACE}　要素「まちの保健室」",
        "・e-1　要素「相談員」",
        "・b-1　予算「委託」（令和9年度）",
    ]
    assert "・b-1　予算「委託」（令和9年度）" in said(begun, capsys, "budget", "ours")
    assert "・g-1　めざすこと「断らない」" in said(begun, capsys, "goal", "ours")
    assert "ID（コマンド" not in said(begun, capsys, "show", "ours", "--format", "md")


def test_the_board_shows_what_a_row_is_called_in_commands(
    begun: Desk, capsys: Capture, corpus: Corpus
) -> None:
    board = said(begun, capsys, "gap", "ours")
    assert all(f" ／ {one}\n" in board for one in corpus.provisions)


def test_a_row_shows_what_can_be_taken_over(begun: Desk, capsys: Capture) -> None:
    row = said(begun, capsys, "gap", "ours", "p2.place")
    assert f"・{PLACE}　まちの保健室\n" in row
    assert "\n？ " in row
    lines = [line for line in row.splitlines() if line.startswith("・cases/")]
    assert f"・cases/nabari#{PLACE}　まちの保健室（名張市、15か所）" in lines
    told = json.loads(said(begun, capsys, "gap", "ours", "p2.place", "--json"))
    addresses = [way["address"] for way in told["ways"]]
    assert addresses == [line.removeprefix("・").partition("　")[0] for line in lines]
    other = next(one for one in addresses if "nabari" not in one)
    said(begun, capsys, "adopt", "ours", other)


@pytest.mark.parametrize("provision", ["p9.nothing", "hub"])
def test_a_row_that_is_none_is_told(begun: Desk, capsys: Capture, provision: str) -> None:
    assert provision in said(begun, capsys, "gap", "ours", provision, code=2)


def test_a_number_in_brackets_is_explained(begun: Desk, capsys: Capture) -> None:
    said(begun, capsys, "decide", "ours", "add", "置く", "--passages", f"cases/nabari#{PLACE}")
    shown = said(begun, capsys, "decide", "ours")
    assert "[1]" in shown
    assert shown.endswith("※ [1] などの出典は、project show で見られます。\n")


def test_odd_costs_are_checked(begun: Desk, capsys: Capture) -> None:
    cost = ("--year", "2027", "--quantity", "2", "--unit", "人", "--price", "3", "--months", "12")
    said(begun, capsys, "budget", "ours", "line", "相談員の人件費", *cost)
    found = json.loads(said(begun, capsys, "check", "ours", "--json", code=1))
    assert "budget" in {one["of"] for one in found}
