# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The facts of the sources stand in the content, and the table says where."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
ERA_FIRST = re.compile(r"(平成|令和|昭和)(\d+|元)年?度?\((\d{4})年?度?[)|]")
WEST_FIRST = re.compile(r"(\d{4})年度?\((平成|令和|昭和)(\d+|元)年度?\)")
FIRST_YEAR = {"昭和": 1926, "平成": 1989, "令和": 2019}


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """Load the audit tool, which is a script and not part of the package."""
    spec = importlib.util.spec_from_file_location(
        "content_audit", ROOT / "tools" / "content_audit.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_no_fact_is_missing(tool: ModuleType) -> None:
    missing = [
        (fact.document, fact.fact, fact.match) for fact, place in tool.audit(ROOT) if place is None
    ]
    assert missing == []


def test_every_document_is_audited(tool: ModuleType) -> None:
    content = ROOT / "content"
    documents = {
        path.relative_to(content).with_suffix("").as_posix() for path in content.glob("*/*.md")
    }
    assert {fact.document for fact, _ in tool.audit(ROOT)} == documents


def test_table_is_up_to_date(tool: ModuleType) -> None:
    written = (ROOT / "docs" / "content-audit.md").read_text(encoding="utf-8")
    assert written == tool.render(tool.audit(ROOT)), "run: python tools/content_audit.py --write"


def fact(tool: ModuleType, match: str) -> object:
    return tool.Fact("cases/nabari", "", "", "", match)


@pytest.mark.parametrize(
    ("text", "match", "found"),
    [
        ("市内に１５カ所の**まちの保健室**", "15か所 | まちの保健室", True),
        ("市内に14か所のまちの保健室", "15か所 | まちの保健室", False),
        ("市内に115か所のまちの保健室", "15か所 | まちの保健室", False),
        ("人口は79,357人[@s1 人口80,000人]", "79357人", True),
        ("人口は79,357人[@s1 人口80,000人]", "80000人", False),
        ("平成29年（2017年）12月12日付け", "平成29年12月12日", True),
        ("平成29年（2017年）12月12日付け", "2017-12-12~2017年12月12日", True),
        ("13〜28ページ", "13～28", True),
        ("『支え手』と[受け手](cases/nabari)", "「支え手」と「受け手」", True),
    ],
)
def test_folding(tool: ModuleType, text: str, match: str, found: bool) -> None:
    places = [tool.Place("a", "a", tool.fold_place(text))]
    assert (tool.locate(fact(tool, match), places) is not None) is found


def test_strings_of_a_fact_stand_in_one_place(tool: ModuleType) -> None:
    body = "## 一 {#one}\n15か所\n### 二 {#two}\nまちの保健室\n## 三 {#three}\n4か所\n"
    places = list(tool.body_places(body))
    assert tool.locate(fact(tool, "15か所 | まちの保健室"), places).id == "one"
    assert tool.locate(fact(tool, "まちの保健室"), places).id == "two"
    assert tool.locate(fact(tool, "まちの保健室 | 4か所"), places) is None


def test_the_figures_of_an_element_are_asked_for_by_name(tool: ModuleType) -> None:
    element = {
        "count": 4,
        "unit": "か所",
        "planned": {"count": 15, "by": 2025, "text": "計画"},
        "since": "2016-05",
        "staff": [
            {"role": "看護師", "min": 2, "max": 3},
            {"role": "社会福祉士", "min": 3, "max": 3},
        ],
    }
    assert list(tool.figures(element)) == [
        "数4か所",
        "配置2-3名",
        "配置3名",
        "計画2025年15か所",
        "開始2016-05",
    ]


def test_eras_agree_with_western_years(tool: ModuleType) -> None:
    for path in sorted((ROOT / "content").glob("*/*.md")):
        text = tool.fold(path.read_text(encoding="utf-8"))
        pairs = [
            *((era, year, west) for era, year, west in ERA_FIRST.findall(text)),
            *((era, year, west) for west, era, year in WEST_FIRST.findall(text)),
        ]
        for era, year, west in pairs:
            number = 1 if year == "元" else int(year)
            assert FIRST_YEAR[era] + number - 1 == int(west), (path.name, era, year, west)


def test_an_input_that_cannot_be_read_is_named(
    tool: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert tool.main(["--root", str(tmp_path)]) == 3
    assert "content-audit.csv" in capsys.readouterr().err
