# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""``search``: its output, its filters, and many questions at once."""

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kyosei_desk.search.model import FacetName, MatchRule, SortOrder
from kyosei_desk.search.rules import SWITCHABLE
from kyosei_desk.wording.search import RULE_LABELS
from tests.cli.conftest import Desk

Capture = pytest.CaptureFixture[str]
HIT_KEYS = {"id", "section", "kind", "title", "municipality", "score", "snippet", "matched"} | {
    "source",
    "path",
}


def test_text(desk: Desk, capsys: Capture) -> None:
    assert desk.run("search", "まちの保健室") == 0
    assert capsys.readouterr().out.splitlines() == [
        "1. 名張市の事例 › まちの保健室（名張市（三重県））",
        "   cases/nabari#machi-no-hokenshitsu　人口などは平成29年9月1日現在",
        "   市内15か所の 【まちの保健室】",
        "   そのまま / 同義語 窓口→相談窓口",
        "   出典: 資料（省、2018年、スライド）",
        "",
        "5 件・2 資料",
    ]


def test_text_says_when_it_was_relaxed(desk: Desk, capsys: Capture) -> None:
    assert desk.run("search", "ゆるく") == 0
    assert capsys.readouterr().out.startswith("すべてのことばを含む箇所はないため")


def test_text_of_nothing_found(desk: Desk, capsys: Capture) -> None:
    assert desk.run("search", "ぬぬぬ") == 1
    assert capsys.readouterr().out.splitlines() == [
        "「ぬぬぬ」は、どの資料にもありません。",
        "「ぬぬぬ」に近いことば: 名張市",
        "しぼりこみを外すと 3 件あります。",
    ]


def test_json(desk: Desk, capsys: Capture) -> None:
    assert desk.run("search", "まちの保健室", "--json") == 0
    response = json.loads(capsys.readouterr().out)
    assert {"query", "total", "took_ms", "hits", "diagnosis"} <= set(response)
    assert (response["query"], response["total"], response["took_ms"]) == ("まちの保健室", 5, 1.23)
    assert response["diagnosis"] is None
    (hit,) = response["hits"]
    assert set(hit) >= HIT_KEYS
    assert (hit["id"], hit["section"]) == ("cases/nabari", "machi-no-hokenshitsu")
    assert hit["score"] == 12.3457
    assert hit["matched"][1] == {"rule": "synonym", "query": "窓口", "text": "相談窓口"}
    assert hit["path"] is None
    start, end = hit["marks"][0]
    assert hit["snippet"][start:end] == "まちの保健室"


@pytest.mark.parametrize(
    ("query", "choices"),
    [
        ("相談", []),
        ("支援会議", [{"text": "支援会議", "meanings": ["重層的支援会議", "支援会議"]}]),
    ],
)
def test_json_of_words_that_mean_several_things(
    desk: Desk, capsys: Capture, query: str, choices: list[object]
) -> None:
    desk.run("search", query, "--json")
    assert json.loads(capsys.readouterr().out)["choices"] == choices


def test_json_of_nothing_found(desk: Desk, capsys: Capture) -> None:
    assert desk.run("search", "ぬぬぬ", "--json") == 1
    response = json.loads(capsys.readouterr().out)
    assert response["hits"] == []
    diagnosis = response["diagnosis"]
    assert diagnosis["missing"] == ["ぬぬぬ"]
    assert diagnosis["nearest"] == {"ぬぬぬ": ["名張市"]}
    assert diagnosis["without_filters"] == 3
    assert len(diagnosis["text"]) == 3


@pytest.mark.parametrize("query", ["", " ", "＊", "\x00", "a" * 10_000, "髙﨑⺠", "\U0001f3e0"])
def test_any_text_is_a_question(desk: Desk, query: str) -> None:
    assert desk.run("search", query) == 0
    assert [request.text for request in desk.searcher.asked] == [query]


@pytest.mark.parametrize(
    ("arguments", "filters"),
    [
        ([], {}),
        (["--kind", "case"], {FacetName.KIND: {"case"}}),
        (["--kind", "case", "--kind", "report"], {FacetName.KIND: {"case", "report"}}),
        (["--operator", "npo"], {FacetName.OPERATOR: {"npo"}}),
        (["--provision", "p2.place"], {FacetName.PROVISION: {"p2.place"}}),
        (["--municipality", "名張市"], {FacetName.MUNICIPALITY: {"242080"}}),
        (["--municipality", "242080"], {FacetName.MUNICIPALITY: {"242080"}}),
        (
            ["--municipality", "名張市", "--municipality", "豊中市"],
            {FacetName.MUNICIPALITY: {"242080", "272035"}},
        ),
        # One name, several places: all of them.
        (["--municipality", "府中市"], {FacetName.MUNICIPALITY: {"132063", "342084"}}),
        (
            ["--kind", "case", "--operator", "npo"],
            {FacetName.KIND: {"case"}, FacetName.OPERATOR: {"npo"}},
        ),
    ],
)
def test_filters(desk: Desk, arguments: list[str], filters: dict[FacetName, set[str]]) -> None:
    desk.run("search", "相談", *arguments)
    assert desk.searcher.asked[0].filters == filters


@pytest.mark.parametrize(("arguments", "limit"), [([], 20), (["--limit", "3"], 3)])
def test_limit(desk: Desk, arguments: list[str], limit: int) -> None:
    desk.run("search", "相談", *arguments)
    assert desk.searcher.asked[0].limit == limit


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "どちらか1つ"),
        (["相談", "--batch", "-"], "どちらか1つ"),
        (["相談", "--provision", "p9.x"], "指針の項目「p9.x」はありません。使えるのは p1."),
        (["相談", "--municipality", "なばり"], "「なばり」という自治体はありません。"),
        (["相談", "--municipality", "24208"], "「24208」という自治体はありません。"),
    ],
)
def test_wrong_use(desk: Desk, capsys: Capture, arguments: list[str], sentence: str) -> None:
    assert desk.run("search", *arguments) == 2
    captured = capsys.readouterr()
    assert sentence in captured.err
    assert captured.out == ""
    assert desk.searcher.asked == []


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_batch_from_a_file(
    desk: Desk, tmp_path: Path, capsys: Capture, end: str, mark: str
) -> None:
    file = tmp_path / "words.txt"
    file.write_bytes((mark + end.join(["相談", "", "ぬぬぬ", "まち の"])).encode())
    assert desk.run("search", "--batch", str(file)) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [answer["query"] for answer in answers] == ["相談", "", "ぬぬぬ", "まち の"]
    assert [len(answer["hits"]) for answer in answers] == [1, 1, 0, 1]


def test_batch_from_standard_input(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("相談\r\nまちの保健室"))
    assert desk.run("search", "--batch", "-", "--kind", "case", "--limit", "2") == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["query"] for line in lines] == ["相談", "まちの保健室"]
    assert [request.limit for request in desk.searcher.asked] == [2, 2]
    assert desk.searcher.asked[1].filters == {FacetName.KIND: {"case"}}


def test_batch_answers_each_line_before_the_next_comes(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    def typing() -> Iterator[str]:
        for line in ("一\n", "二\n", ""):
            answered.append(capsys.readouterr().out.count("\n"))
            if line:
                yield line

    answered: list[int] = []
    monkeypatch.setattr(sys, "stdin", typing())
    desk.run("search", "--batch", "-")
    assert answered == [0, 1, 1]


def test_batch_opens_the_index_once(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "words.txt"
    file.write_text("一\n二\n三\n", encoding="utf-8")
    desk.run("search", "--batch", str(file))
    assert desk.rebuilds == [False]


def test_empty_batch(desk: Desk, tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "words.txt"
    file.write_bytes(b"")
    assert desk.run("search", "--batch", str(file)) == 0
    assert capsys.readouterr().out == ""


def test_batch_file_that_is_not_there(desk: Desk, tmp_path: Path, capsys: Capture) -> None:
    assert desk.run("search", "--batch", str(tmp_path / "gone.txt")) == 3
    err = capsys.readouterr().err
    assert "gone.txt を読めません（見つかりません）。" in err
    assert "ファイルの場所" in err


def test_batch_file_that_is_no_utf8(desk: Desk, tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "words.txt"
    file.write_bytes("相談".encode("shift_jis"))
    assert desk.run("search", "--batch", str(file)) == 3
    assert "UTF-8" in capsys.readouterr().err


def test_standard_input_that_is_no_utf8(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    raw = io.BytesIO("相談\n".encode("shift_jis"))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(raw, encoding="shift_jis"))
    assert desk.run("search", "--batch", "-") == 3
    assert capsys.readouterr().err.startswith("標準入力 を読めません")


@pytest.mark.parametrize("rule", SWITCHABLE)
def test_rules_can_be_switched_off(desk: Desk, rule: MatchRule) -> None:
    desk.run("search", "相談", "--without", rule.value, "--without", "fuzzy")
    assert desk.searcher.asked[0].without == {rule, MatchRule.FUZZY}


def test_what_was_typed_cannot_be_switched_off(desk: Desk, capsys: Capture) -> None:
    with pytest.raises(SystemExit) as ended:
        desk.run("search", "相談", "--without", "exact")
    assert ended.value.code == 2
    assert "--without の 'exact' は選べません" in capsys.readouterr().err


@pytest.mark.parametrize("order", SortOrder)
def test_order(desk: Desk, order: SortOrder) -> None:
    desk.run("search", "相談", "--sort", order.value)
    assert desk.searcher.asked[0].sort is order


def test_batch_takes_the_same_options(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "words.txt"
    file.write_text("一\n二\n", encoding="utf-8")
    desk.run("search", "--batch", str(file), "--sort", "date", "--without", "synonym")
    for request in desk.searcher.asked:
        assert (request.sort, set(request.without)) == (SortOrder.DATE, {MatchRule.SYNONYM})


# Tables


@pytest.mark.parametrize("arguments", [["--format", "csv"], ["--format", "md"]])
def test_table_to_the_standard_output(
    desk: Desk, capsysbinary: pytest.CaptureFixture[bytes], arguments: list[str]
) -> None:
    assert desk.run("search", "まちの保健室", *arguments) == 0
    text = capsysbinary.readouterr().out.decode("utf-8-sig")
    assert "順位" in text
    assert "平成29年9月1日" in text
    assert "資料（省、2018年、スライド）" in text
    assert "同義語 窓口→相談窓口" in text


@pytest.mark.parametrize(
    ("arguments", "name", "start"),
    [
        (["--out", "a.csv"], "a.csv", b"\xef\xbb\xbf"),
        (["-o", "a.XLSX"], "a.XLSX", b"PK"),
        (["-o", "a.md"], "a.md", "# 検索の結果".encode()),
        (["--format", "csv", "-o", "a.txt"], "a.txt", b"\xef\xbb\xbf"),
    ],
)
def test_table_to_a_file(
    desk: Desk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Capture,
    arguments: list[str],
    name: str,
    start: bytes,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert desk.run("search", "まちの保健室", *arguments) == 0
    assert (tmp_path / name).read_bytes().startswith(start)
    assert capsys.readouterr().out == f"1 件を {name} に書き出しました。\n"


def test_table_says_how_much_was_left_out_and_what_was_asked(
    desk: Desk, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    desk.run("search", "相談", "--format", "md", "--kind", "case", "--without", "fuzzy")
    text = capsysbinary.readouterr().out.decode()
    assert "5 件・2 資料（うち上位 1 件を書き出し）" in text
    assert "- やめたさがし方: あいまい" in text
    assert "- しぼりこみ: 種別: case" in text


def test_table_of_nothing_is_not_written(desk: Desk, tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "a.csv"
    assert desk.run("search", "ぬぬぬ", "--out", str(file)) == 1
    assert not file.exists()
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "どの資料にもありません" in captured.err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["相談", "--format", "xlsx"], "--out FILE で"),
        (["相談", "--out", "a.pdf"], ".csv、.xlsx、.md のどれか"),
        (["相談", "--out", "a"], ".csv、.xlsx、.md のどれか"),
        (["--batch", "-", "--format", "csv"], "いっしょには使えません"),
        (["相談", "--json", "--format", "csv"], "いっしょには使えません"),
    ],
)
def test_options_that_do_not_go_together(
    desk: Desk, capsys: Capture, arguments: list[str], sentence: str
) -> None:
    assert desk.run("search", *arguments) == 2
    assert sentence in capsys.readouterr().err
    assert desk.searcher.asked == []


def test_a_file_that_cannot_be_written(desk: Desk, tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "a.csv").mkdir()
    assert desk.run("search", "相談", "--out", str(tmp_path / "a.csv")) == 4
    assert "に書き出せません" in capsys.readouterr().err


def test_every_rule_has_a_label() -> None:
    assert set(RULE_LABELS) == set(MatchRule)
