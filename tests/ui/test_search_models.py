# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from kyosei_desk.search.model import Diagnosis, Hit, Match, MatchRule, Snippet, Span
from kyosei_desk.ui.reader.document_builder import OutlineEntry
from kyosei_desk.ui.reader.outline import OutlineModel
from kyosei_desk.ui.reader.side_panel import RelatedModel
from kyosei_desk.ui.reader.targets import Address
from kyosei_desk.ui.search.nothing_found import suggestions
from kyosei_desk.ui.search.results_model import SearchResultsModel
from kyosei_desk.ui.search.rows import document_rows, hit_row, rule_labels
from tests.domain.samples import small_corpus

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def hit(section: str = "salon", title: str = "サロン") -> Hit:
    return Hit(
        document_id="cases/beta",
        section_id=section,
        kind="case",
        title="事例の見本",
        section_title=title,
        municipality="名張市",
        as_of="2017-09-01",
        score=1.0,
        snippet=Snippet("集まります。", (Span(0, 2),)),
        matched=(
            Match(MatchRule.EXACT, "サロン", "サロン"),
            Match(MatchRule.NOTATION, "ゴミ", "ごみ"),
        ),
        source="通知、省、2017年",
        provisions=("p1.hub",),
    )


def test_rows_of_documents_as_people_see_them() -> None:
    corpus = small_corpus()
    rows = document_rows(corpus, corpus.documents, era_first=True)
    assert [(r.group, r.path, r.title, tuple(c.text for c in r.chips)) for r in rows] == [
        ("指針・通知　1", "指針・通知", "指針の見本", ("1 地域づくり", "平成29年9月1日 現在")),
        ("検討会報告　1", "検討会報告", "報告の見本", ("平成29年9月1日 現在",)),
        (
            "事例　1",
            "事例 › 名張市（三重県）",
            "事例の見本",
            ("1 地域づくり", "平成29年9月1日 現在"),
        ),
    ]


def test_row_of_a_hit() -> None:
    row = hit_row(small_corpus(), hit(), (Span(0, 3),), era_first=False)
    assert row.path == "事例 › 名張市（三重県） › 事例の見本"
    assert row.title == "サロン"
    assert [chip.text for chip in row.chips] == [
        "1 地域づくり",
        "2017年9月1日 現在",
        "表記ゆれ ゴミ→ごみ",
    ]
    assert "平成29年9月1日" in row.tip


def test_row_of_a_summary_names_the_document_once() -> None:
    row = hit_row(small_corpus(), hit("summary", "事例の見本"), (), era_first=True)
    assert row.path == "事例 › 名張市（三重県）"


@pytest.mark.parametrize(
    ("matched", "labels"),
    [
        ((), ()),
        ((Match(MatchRule.EXACT, "相談", "相談"),), ()),
        ((Match(MatchRule.READING, "なばり", "名張"),), ("かな なばり→名張",)),
        ((Match(MatchRule.FUZZY, "a", "b"), Match(MatchRule.FUZZY, "a", "b")), ("あいまい a→b",)),
    ],
)
def test_rules_that_matched(matched: tuple[Match, ...], labels: tuple[str, ...]) -> None:
    assert rule_labels(matched) == labels


def test_results_model(qtbot: QtBot) -> None:
    corpus = small_corpus()
    model = SearchResultsModel()
    QAbstractItemModelTester(model, FATAL)
    model.set_rows(document_rows(corpus, corpus.documents, era_first=True))
    assert model.rowCount() == 3
    assert model.row_of(Address("cases/beta")) == 2
    assert model.row_of(Address("cases/none")) == -1
    spoken = model.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "事例の見本" in spoken
    assert "名張市" in spoken
    model.set_rows(())
    assert model.rowCount() == 0


def test_outline_model(qtbot: QtBot) -> None:
    model = OutlineModel()
    QAbstractItemModelTester(model, FATAL)
    model.set_entries((OutlineEntry("a", "一", 2, 0), OutlineEntry("b", "二", 3, 50)))
    assert [model.row_at(position) for position in (0, 49, 50, 500)] == [0, 0, 1, 1]


def test_related_model(qtbot: QtBot) -> None:
    model = RelatedModel()
    QAbstractItemModelTester(model, FATAL)
    model.set_hits((hit(), hit("summary", "事例の見本")))
    assert [model.index(row, 0).data() for row in range(2)] == [
        "サロン ― 事例の見本",
        "事例の見本",
    ]
    assert model.address(0) == Address("cases/beta", "salon")


@pytest.mark.parametrize(
    ("query", "diagnosis", "expected"),
    [
        ("まちの保健質", Diagnosis(), []),
        (
            "まちの保健質",
            Diagnosis(("まちの保健質",), (("まちの保健質", ("まちの保健室",)),)),
            ["まちの保健室"],
        ),
        (
            "名張 保険室",
            Diagnosis(("保険室",), (("保険室", ("保健室",)),)),
            ["名張 保健室", "名張"],
        ),
    ],
)
def test_suggested_queries(query: str, diagnosis: Diagnosis, expected: list[str]) -> None:
    assert [suggestion for _, suggestion in suggestions(query, diagnosis)] == expected
