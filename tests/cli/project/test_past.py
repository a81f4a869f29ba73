# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Revisions, undo and the trash by command."""

import pytest

from tests.cli.conftest import Desk
from tests.cli.project.telling import PLACE, Capture, said


def test_a_revision_is_kept_compared_and_restored(begun: Desk, capsys: Capture) -> None:
    said(begun, capsys, "revision", "ours", "keep", "はじめ")
    assert said(begun, capsys, "diff", "ours@1", "ours") == "ちがいはありません。\n"
    said(begun, capsys, "remove", "ours", PLACE)
    assert "まちの保健室" in said(begun, capsys, "diff", "ours@1", "ours", code=1)
    said(begun, capsys, "revision", "ours", "restore", "1")
    assert said(begun, capsys, "diff", "ours@1", "ours") == "ちがいはありません。\n"
    assert said(begun, capsys, "revision", "ours").splitlines()[-1] == "1 版"
    assert "前の版「はじめ」にもどす" in said(begun, capsys, "history", "ours")
    assert "元に戻しました" in said(begun, capsys, "undo", "ours")
    assert "やり直しました" in said(begun, capsys, "redo", "ours")


def test_a_project_deleted_can_be_taken_out_of_the_trash(begun: Desk, capsys: Capture) -> None:
    said(begun, capsys, "delete", "projects/ours")
    assert said(begun, capsys, "list") == "0 案\n"
    assert "projects/ours" in said(begun, capsys, "list", "--deleted")
    assert said(begun, capsys, "show", "ours", code=1)
    said(begun, capsys, "restore", "ours")
    assert said(begun, capsys, "list").endswith("1 案\n")


STEP = ("step", "ひらく", "--from", "2027-04", "--to", "2027-09")
LINE = ("line", "委託", "--year", "2027", "--quantity", "1", "--unit", "式", "--price", "1")


@pytest.mark.parametrize(
    ("name", "adding", "changing", "entry", "called"),
    [
        (
            "goal",
            ("add", "支える"),
            ("--provisions", "p2.place"),
            "g-1",
            "めざすこと「支える」",
        ),
        ("people", ("add", "福祉課"), ("--part", "まとめ"), "m-1", "関わる人「福祉課」"),
        ("plan", STEP, ("--to", "2027-10"), "s-1", "日程「ひらく」"),
        ("decide", ("add", "置く"), ("--why", "近い"), "d-1", "決めたこと「置く」"),
        (
            "budget",
            ("programme", "県の事業", "--basis", "要綱"),
            ("--basis", "通知"),
            "p-1",
            "補助「県の事業」",
        ),
        ("budget", LINE, ("--price", "2"), "b-1", "予算「委託」"),
    ],
)
def test_the_history_says_what_was_done_with_which_entry(
    begun: Desk,
    capsys: Capture,
    name: str,
    adding: tuple[str, ...],
    changing: tuple[str, ...],
    entry: str,
    called: str,
) -> None:
    said(begun, capsys, name, "ours", *adding)
    said(begun, capsys, name, "ours", adding[0], "--entry", entry, *changing)
    said(begun, capsys, name, "ours", "remove", entry)
    lines = said(begun, capsys, "history", "ours").splitlines()[:3]
    assert [line.split("\t")[2] for line in lines] == [
        f"{called}を{word}" for word in ("消す", "直す", "加える")
    ]


def test_an_answer_taken_away_is_told_as_such(begun: Desk, capsys: Capture) -> None:
    said(begun, capsys, "answer", "ours", "hub", "集会所")
    said(begun, capsys, "answer", "ours", "hub")
    newest, before, *_ = said(begun, capsys, "history", "ours").splitlines()
    assert newest.endswith("への答えを消す")
    assert before.endswith("に答える")
