# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The elements of a project by command."""

import json

import pytest

from tests.cli.conftest import Desk
from tests.cli.project.telling import PLACE, Capture, element, said, state


def test_what_is_taken_over_can_be_counted_anew(begun: Desk, capsys: Capture) -> None:
    said(begun, capsys, "count", "ours", PLACE, "--rule", "elementary")
    assert element(begun, capsys, PLACE)["count"] == 13  # 15 × 12 ÷ 14 = 12.9
    said(begun, capsys, "count", "ours", PLACE, "--count", "9")
    assert element(begun, capsys, PLACE)["count"] == 9
    assert "どちらか一つ" in said(begun, capsys, "count", "ours", PLACE, code=2)
    assert said(begun, capsys, "count", "ours", "e-1", "--rule", "fixed", code=2)


def test_an_element_is_changed_moved_linked_and_removed(begun: Desk, capsys: Capture) -> None:
    change = ("--text", "二人で回る", "--operators", "shakyo,npo", "--existing")
    said(
        begun, capsys, "change", "ours", "e-1", *change, "--provisions", "p2.backup,p3.core=partial"
    )
    changed = element(begun, capsys, "e-1")
    assert (changed["text"], changed["operators"]) == ("二人で回る", ["shakyo", "npo"])
    assert [(one["id"], one["coverage"]) for one in changed["provisions"]] == [
        ("p2.backup", "full"),
        ("p3.core", "partial"),
    ]
    assert state(begun, capsys)["existing"] == ["e-1"]
    said(begun, capsys, "move", "ours", "e-1", "district")
    assert element(begun, capsys, "e-1")["zone"] == "district"
    said(begun, capsys, "link", "ours", "e-1", PLACE, "--type", "backup", "--label", "巡回")
    [link] = state(begun, capsys)["design"]["links"]
    assert (link["from"], link["to"], link["type"], link["label"]) == (
        "e-1",
        PLACE,
        "backup",
        "巡回",
    )
    assert said(begun, capsys, "unlink", "ours", "e-1", PLACE, "--type", "fund", code=2)
    said(begun, capsys, "unlink", "ours", PLACE, "e-1")
    assert state(begun, capsys)["design"]["links"] == []
    said(begun, capsys, "remove", "ours", "e-1")
    assert [one["id"] for one in state(begun, capsys)["design"]["elements"]] == [PLACE]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("adopt", "ours", "cases/nabari#nothing"), 1),
        (("adopt", "ours", "cases/nothing#x"), 1),
        (("adopt", "ours", "cases/toyonaka#koku-fukushi-iinkai", "--rule", "population"), 2),
        (("change", "ours", "e-9", "--name", "x"), 2),
        (("change", "ours", "e-1"), 2),
        (("add", "ours", "x", "--provisions", "p9.nothing"), 2),
        (("leave-out", "ours", "p9.nothing", "理由"), 2),
        (("take-up", "ours", "p1.hub"), 2),
        (("budget", "ours", "remove", "b-9"), 2),
        (("decide", "ours", "add", "決めた", "--entry", "d-9"), 2),
        (("revision", "ours", "restore", "7"), 1),
        (("show", "ours@7"), 1),
        (("show", "nothing"), 1),
        (("restore", "nothing"), 1),
    ],
)
def test_what_is_not_there_is_said_and_nothing_changes(
    begun: Desk, capsys: Capture, arguments: tuple[str, ...], code: int
) -> None:
    before = state(begun, capsys)
    sentence = said(begun, capsys, *arguments, code=code)
    assert sentence.endswith(("。\n", "です。\n"))
    assert state(begun, capsys) == before


@pytest.mark.parametrize(
    ("options", "words", "shown"),
    [
        (
            (),
            "数: まだ決めていません（名張市では3名）。決めるには project count ours area-director"
            " --rule population（人口に比例。ほかに elementary、zone、fixed）か、--count 3 の",
            (None, None),
        ),
        (("--rule", "fixed"), "数: 3名（事例と同じ数）\n", (3, "fixed")),
        (
            ("--rule", "population"),
            "3名 × 60,000人 ÷ 79,357人 = 2.3 → 2名（人口に比例）",
            (2, "population"),
        ),
        (("--count", "4"), "数: 4名（自分で決めた数）\n", (4, None)),
    ],
)
def test_it_is_told_how_the_number_came_about(
    begun: Desk,
    capsys: Capture,
    options: tuple[str, ...],
    words: str,
    shown: tuple[int | None, str | None],
) -> None:
    address = "cases/nabari#area-director"
    assert words in said(begun, capsys, "adopt", "ours", address, *options)
    said(begun, capsys, "undo", "ours")
    told = json.loads(said(begun, capsys, "adopt", "ours", address, *options, "--json"))
    assert (told["count"], told["rule"]) == shown


def test_a_case_without_a_number_is_told_as_such(begun: Desk, capsys: Capture) -> None:
    told = said(begun, capsys, "adopt", "ours", "cases/ashiya#joint-sheet")
    assert "事例に数の記載がない" in told
    assert "project count ours joint-sheet --count 3 --unit か所" in told
    said(begun, capsys, "count", "ours", "joint-sheet", "--count", "3", "--unit", "か所")
    assert element(begun, capsys, "joint-sheet")["count"] == 3
