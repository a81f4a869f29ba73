# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Beginning a project by command: its town, its figures, its names."""

import json
from typing import Any

import pytest

from tests.cli.conftest import Desk
from tests.cli.project.telling import PLACE, Capture, element, said, state


def test_a_project_begun_has_its_figures(begun: Desk, capsys: Capture) -> None:
    town = state(begun, capsys)["town"]
    assert (town["name"], town["code"]) == ("名張市", "242080")
    assert (town["population"], town["elementary_schools"]) == (60000, 12)
    assert "population" in town
    assert "area_km2" not in town


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ((), "--town に、まちの名前かコードを書いてください。"),
        (
            ("--town", "府中市"),
            "一つに決まりません: 府中市（東京都） 132063、府中市（広島県） 342084",
        ),
        (("--town", "ぬぬぬ"), "--unlisted を付けてください。"),
        (("--town", "名張市", "--id", "ours"), "ours"),
        (("--town", "名張市", "--id", "Ours!"), "ID"),
    ],
)
def test_a_town_that_is_not_clear_is_asked_for(
    begun: Desk, capsys: Capture, options: tuple[str, ...], sentence: str
) -> None:
    assert sentence in said(begun, capsys, "new", "案", *options, code=2)


def test_a_town_outside_the_list_is_taken_as_it_is(desk: Desk, capsys: Capture) -> None:
    said(desk, capsys, "new", "案", "--town", "ぬぬぬ村", "--unlisted", "--id", "ours")
    assert state(desk, capsys)["town"] == {"name": "ぬぬぬ村", "zones": []}


def test_a_copy_is_another_variant(begun: Desk, capsys: Capture) -> None:
    said(
        begun, capsys, "new", "支え合い", "--from", "projects/ours", "--variant", "案B", "--id", "b"
    )
    listed = json.loads(said(begun, capsys, "list", "--json"))
    assert [(one["id"], one["variant"]) for one in listed] == [("b", "案B"), ("ours", "案A")]
    assert said(begun, capsys, "diff", "ours", "b", code=1).startswith("【")


def test_a_case_can_be_the_beginning(desk: Desk, capsys: Capture) -> None:
    options = ("--town", "名張市", "--population", "60000", "--from", "cases/nabari")
    said(desk, capsys, "new", "案", *options, "--rule", "population", "--id", "ours")
    assert element(desk, capsys, PLACE)["count"] == 11


@pytest.mark.parametrize(
    ("field", "value", "path", "expected"),
    [
        ("name", "新しい名", ("name",), "新しい名"),
        ("variant", "案C", ("variant",), "案C"),
        ("status", "決定", ("status",), "decided"),
        ("population", "６１，０００", ("town", "population"), 61000),
        ("as-of", "令和8年4月1日", ("town", "as_of"), "2026-04-01"),
        ("ageing", "33.5", ("town", "ageing_rate"), 33.5),
        ("zones", "district=4", ("town", "zones"), [{"zone": "district", "count": 4}]),
        ("town", "豊中市", ("town", "code"), "272035"),
        ("elementary", "-", ("town", "elementary_schools"), None),
    ],
)
def test_fields_are_set(
    begun: Desk, capsys: Capture, field: str, value: str, path: tuple[str, ...], expected: object
) -> None:
    said(begun, capsys, "set", "ours", field, value)
    found: Any = state(begun, capsys)
    for key in path:
        found = found.get(key)
    assert found == expected


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("status", "済", "draft（検討中）"),
        ("population", "たくさん", "たくさん（0以上の数を書いてください）"),
        ("population", "1.5", "1.5（小数のない数を書いてください）"),
        ("zones", "elementary", "elementary（elementary=12 のように書いてください）"),
        ("zones", "校区=3", "校区（neighbourhood、elementary、"),
        ("as-of", "いつか", "いつか（2026-04-01 のように書いてください）"),
    ],
)
def test_a_value_that_is_none_is_refused(
    begun: Desk, capsys: Capture, field: str, value: str, sentence: str
) -> None:
    before = state(begun, capsys)
    assert sentence in said(begun, capsys, "set", "ours", field, value, code=2)
    assert state(begun, capsys) == before


def test_a_wrong_option_is_explained_in_japanese(desk: Desk, capsys: Capture) -> None:
    with pytest.raises(SystemExit):
        desk.run("project", "new", "案", "--town", "名張市", "--population", "たくさん")
    sentence = capsys.readouterr().err
    assert "--population に書けないもの: たくさん（0以上の数を書いてください）" in sentence
