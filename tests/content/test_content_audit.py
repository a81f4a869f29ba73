# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The facts of the sources stand in the content, and the table says where."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


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
