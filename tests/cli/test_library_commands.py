# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""``list``, ``show`` and ``check-content``."""

import json
from pathlib import Path

import pytest

from kyosei_desk.domain.corpus import Corpus
from tests.cli.conftest import Desk
from tests.library.samples import CASE, write_content

Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    ("arguments", "count"),
    [([], 23), (["--kind", "case"], 8), (["--kind", "report"], 3), (["--kind", "guideline"], 12)],
)
def test_list(desk: Desk, capsys: Capture, arguments: list[str], count: int) -> None:
    assert desk.run("list", *arguments) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == count + 1
    assert lines[-1] == f"{count} 資料"


def test_list_line(desk: Desk, capsys: Capture) -> None:
    desk.run("list", "--kind", "case")
    (line,) = [row for row in capsys.readouterr().out.splitlines() if "nabari" in row]
    document_id, kind, as_of, title = line.split("\t")
    assert (document_id, kind, as_of) == (
        "cases/nabari",
        "事例",
        "人口などは平成29年9月1日現在",
    )
    assert title


@pytest.mark.parametrize(("kind", "count"), [(None, 23), ("case", 8), ("report", 3)])
def test_list_json(desk: Desk, capsys: Capture, kind: str | None, count: int) -> None:
    assert desk.run("list", "--json", *(["--kind", kind] if kind else [])) == 0
    listed = json.loads(capsys.readouterr().out)
    assert len(listed) == count
    keys = {"id", "kind", "title", "as_of", "municipality", "summary"}
    assert all(set(document) == keys for document in listed)
    assert kind is None or {document["kind"] for document in listed} == {kind}


def test_list_json_names_the_municipality(desk: Desk, capsys: Capture) -> None:
    desk.run("list", "--json")
    listed = {document["id"]: document for document in json.loads(capsys.readouterr().out)}
    assert listed["cases/nabari"]["municipality"] == "名張市"
    assert listed["reports/final-2017"]["municipality"] is None


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("cases/nabari", "まちの保健室"),
        ("cases/nabari#machi-no-hokenshitsu", "市内15か所"),
        ("cases/nabari#profile", "79,357人"),
        ("cases/nabari#summary", "名張市（三重県）"),
        ("cases/nabari#overview", "概要"),
        ("guideline/plan-municipal#plan.common", "16項目"),
        ("reports/committee", "検討会"),
    ],
)
@pytest.mark.parametrize("form", ["text", "md", "json"])
def test_show(desk: Desk, capsys: Capture, address: str, words: str, form: str) -> None:
    assert desk.run("show", address, "--format", form) == 0
    assert words in capsys.readouterr().out


def test_show_text_names_date_and_source(desk: Desk, capsys: Capture) -> None:
    desk.run("show", "cases/nabari#machi-no-hokenshitsu")
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].endswith("（cases/nabari）")
    assert lines[1] == "人口などは平成29年9月1日（2017年9月1日）現在"
    assert lines[3] == "◇ まちの保健室（cases/nabari#machi-no-hokenshitsu）"
    (source,) = (line for line in lines if line.startswith("  出典: "))
    assert "スライド「「まちの保健室」を拠点とした" in source
    assert "「◎まちの保健室（地域支援事業・地域力強化推進事業）」の欄" in source


def test_show_markdown_has_title_and_sources(desk: Desk, capsys: Capture) -> None:
    desk.run("show", "cases/nabari", "--format", "md")
    out = capsys.readouterr().out
    assert "\n# " in out
    assert "\n### まちの保健室\n" in out
    assert "\n## 出典\n\n- [1] " in out


def test_show_mere_heading_with_the_sections_under_it(desk: Desk, capsys: Capture) -> None:
    desk.run("show", "cases/edogawa#municipal", "--format", "md")
    lines = capsys.readouterr().out.splitlines()
    headings = [line for line in lines if line.startswith("#")]
    assert headings == [
        "## 区レベルでの取組",
        "### なごみの家を支える相談支援機関",
        "### その他関係機関",
        "## 出典",
    ]
    desk.run("show", "cases/edogawa#municipal")
    sources = [line for line in capsys.readouterr().out.splitlines() if "出典: " in line]
    assert ["図の「相談支援機関」" in source for source in sources] == [True, False]
    assert ["図の「その他関係機関」" in source for source in sources] == [False, True]


def test_show_json_of_a_mere_heading_names_the_sources_under_it(
    desk: Desk, capsys: Capture
) -> None:
    desk.run("show", "cases/edogawa#municipal", "--json")
    shown = json.loads(capsys.readouterr().out)
    assert set(shown) == {"document", "passage", "passages"}
    assert (shown["passage"]["section"], shown["passage"]["text"]) == ("municipal", "")
    assert shown["passage"]["source"].endswith("図の「相談支援機関」／図の「その他関係機関」）")
    assert [p["title"] for p in shown["passages"]] == [
        "なごみの家を支える相談支援機関",
        "その他関係機関",
    ]


def test_show_json_of_a_document(desk: Desk, corpus: Corpus, capsys: Capture) -> None:
    desk.run("show", "cases/nabari", "--json")
    shown = json.loads(capsys.readouterr().out)
    document = corpus.document("cases/nabari")
    assert (shown["id"], shown["kind"], shown["as_of"]) == ("cases/nabari", "case", "2017-09-01")
    assert shown["links"][0]["from"]
    keys = {"section", "kind", "title", "text", "provisions", "source", "sources"}
    assert all(set(passage) == keys for passage in shown["passages"])
    assert [p["text"] for p in shown["passages"]] == [p.text for p in corpus.passages(document)]


@pytest.mark.parametrize("arguments", [["--json"], ["--format", "json"]])
def test_show_json_of_an_element(desk: Desk, capsys: Capture, arguments: list[str]) -> None:
    desk.run("show", "cases/nabari#machi-no-hokenshitsu", *arguments)
    shown = json.loads(capsys.readouterr().out)
    assert (shown["document"], shown["id"]) == ("cases/nabari", "machi-no-hokenshitsu")
    assert (shown["count"], shown["unit"], shown["since"]) == (15, "か所", "2005")
    assert shown["passage"]["title"] == "まちの保健室"
    assert "passages" not in shown


def test_show_json_of_a_provision(desk: Desk, capsys: Capture) -> None:
    desk.run("show", "guideline/plan-municipal#plan.common", "--json")
    shown = json.loads(capsys.readouterr().out)
    assert (shown["id"], shown["function"]) == ("plan.common", "plan")


@pytest.mark.parametrize("section", ["overview", "summary", "profile"])
def test_show_json_of_a_section(desk: Desk, capsys: Capture, section: str) -> None:
    desk.run("show", f"cases/nabari#{section}", "--json")
    shown = json.loads(capsys.readouterr().out)
    assert set(shown) == {"document", "passage"}
    assert shown["passage"]["section"] == section


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("cases/gone", "「cases/gone」という資料はありません。"),
        ("nabari", "「nabari」という資料はありません。"),
        ("", "「」という資料はありません。"),
        ("#overview", "「」という資料はありません。"),
        ("cases/gone#overview", "「cases/gone」という資料はありません。"),
        ("cases/nabari#gone", "「cases/nabari」に「gone」という節・要素・項目はありません。"),
        ("cases/nabari#p2.place", "「cases/nabari」に「p2.place」という"),
    ],
)
def test_show_unknown(desk: Desk, capsys: Capture, address: str, sentence: str) -> None:
    assert desk.run("show", address) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(sentence)
    assert "kyosei-desk" in captured.err


def test_every_passage_can_be_shown(desk: Desk, corpus: Corpus, capsys: Capture) -> None:
    for passage in corpus.passages(corpus.document("guideline/plan-municipal")):
        assert desk.run("show", passage.key) == 0
        assert passage.text in capsys.readouterr().out


def test_check_content_of_sound_files(desk: Desk, tmp_path: Path, capsys: Capture) -> None:
    content = write_content(tmp_path / "content")
    assert desk.run("check-content", content_dir=content) == 0
    assert capsys.readouterr().out == "資料にまちがいはありません。\n"


def test_check_content_json_of_sound_files(desk: Desk, tmp_path: Path, capsys: Capture) -> None:
    content = write_content(tmp_path / "content")
    assert desk.run("check-content", "--json", content_dir=content) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_check_content_says_file_line_and_mend(desk: Desk, tmp_path: Path, capsys: Capture) -> None:
    broken = CASE.replace("population: 79357", 'population: "79357"')
    content = write_content(tmp_path / "content", beta=broken)
    assert desk.run("check-content", content_dir=content) == 3
    line, count = capsys.readouterr().out.splitlines()
    assert line.startswith("content/cases/beta.md:15: profile.population: 値の種類がちがいます")
    assert "→ 数は引用符なしの 15 の形" in line
    assert count == "まちがいが 1 件あります。"


def test_check_content_json(desk: Desk, tmp_path: Path, capsys: Capture) -> None:
    content = write_content(tmp_path / "content", beta=CASE.replace("to: team", "to: gone"))
    assert desk.run("check-content", "--json", content_dir=content) == 3
    (issue,) = json.loads(capsys.readouterr().out)
    assert issue == {
        "file": "cases/beta.md",
        "line": 49,
        "key": "links[0].to",
        "code": "unknown_link_end",
        "problem": "つながりの先「gone」という要素がありません",
        "remedy": "elements にある id にしてください",
    }


def test_check_content_without_resources(desk: Desk, tmp_path: Path, capsys: Capture) -> None:
    assert desk.run("check-content", resources_dir=tmp_path) == 4
    assert "もう一度インストール" in capsys.readouterr().err
