# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""``project``: every command, and what it says when it cannot do what it is asked."""

import json
from pathlib import Path
from typing import Any

import pytest

from kyosei_desk.cli.project.actions import ACTIONS
from kyosei_desk.export.project.report import Report
from tests.cli.conftest import Desk

Capture = pytest.CaptureFixture[str]
PLACE = "machi-no-hokenshitsu"


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


# Beginning


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


# The elements


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


# What a project lists


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


# The past


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


# Files


def test_a_project_goes_out_and_comes_in_unchanged(
    begun: Desk, capsys: Capture, tmp_path: Path
) -> None:
    path = tmp_path / "案.json"
    said(begun, capsys, "export", "ours", "-o", str(path))
    taken = json.loads(said(begun, capsys, "import", str(path), "--json"))
    assert taken["id"] == "ours-2"
    assert said(begun, capsys, "diff", "ours", "ours-2") == "ちがいはありません。\n"
    assert said(begun, capsys, "import", str(path), "--id", "ours", code=2)


@pytest.mark.parametrize("suffix", ["md", "html", "htm", "csv", "pdf"])
def test_other_formats_are_told_by_the_name_of_the_file(
    begun: Desk, capsys: Capture, tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"案.{suffix}"
    said(begun, capsys, "export", "ours", "-o", str(path))
    assert "支え合い" in path.read_text(encoding="utf-8-sig")


def test_an_export_says_what_it_cannot_do(begun: Desk, capsys: Capture, tmp_path: Path) -> None:
    assert "json、md" in said(begun, capsys, "export", "ours", "-o", "a.docx", code=2)
    assert "-o" in said(begun, capsys, "export", "ours", "--format", "pdf", code=2)

    def draw(report: Report, _colors: object) -> bytes:
        raise ImportError("libGL.so.1")

    path = tmp_path / "案.pdf"
    given = ("project", "export", "ours", "-o", str(path))
    assert begun.run(*given, draw_project_pdf=draw) == 4
    assert "libGL" in capsys.readouterr().err
    assert not path.exists()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "読めません"),
        (b"\xff\xfe", "UTF-8"),
        (b"[1, 2]", "。"),
        (b'{"format": 99}', "新しい"),
    ],
)
def test_a_file_that_is_no_project_is_refused(
    begun: Desk, capsys: Capture, tmp_path: Path, content: bytes | None, sentence: str
) -> None:
    path = tmp_path / "案.json"
    if content is not None:
        path.write_bytes(content)
    assert sentence in said(begun, capsys, "import", str(path), code=3)
    assert said(begun, capsys, "list").endswith("1 案\n")


# Elsewhere


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
