# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from kyosei_desk.domain.vocabulary import DocumentKind
from kyosei_desk.search.model import (
    Diagnosis,
    FacetName,
    Hit,
    Match,
    MatchRule,
    Snippet,
    SortOrder,
    Span,
)
from kyosei_desk.ui.reader.document_builder import OutlineEntry
from kyosei_desk.ui.reader.outline import OutlineModel
from kyosei_desk.ui.reader.side_panel import RelatedModel
from kyosei_desk.ui.reader.targets import Address
from kyosei_desk.ui.search.nothing_found import WayKind, reasons, ways_on
from kyosei_desk.ui.search.results_model import SearchResultsModel
from kyosei_desk.ui.search.results_view import ResultsView
from kyosei_desk.ui.search.rows import ChipKind, document_rows, hit_row, hit_rows, rule_chips
from tests.domain.samples import small_corpus
from tests.ui.window_support import make_theme

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
        ("指針・通知　1", "指針・通知", "指針の見本", ("【1】地域づくり", "平成29年9月1日現在")),
        ("検討会報告　1", "検討会報告", "報告の見本", ("平成29年9月1日現在",)),
        (
            "事例　1",
            "事例 › 名張市（三重県）",
            "事例の見本",
            ("【1】地域づくり", "人口などは平成29年9月1日現在"),
        ),
    ]


def test_row_of_a_hit() -> None:
    row = hit_row(small_corpus(), hit(), (Span(0, 3),), era_first=False)
    assert row.path == "事例 › 名張市（三重県） › 事例の見本"
    assert row.title == "サロン"
    assert [chip.text for chip in row.chips] == [
        "【1】地域づくり",
        "人口などは2017年9月1日現在",
        "表記ゆれ ゴミ→ごみ",
    ]
    assert "人口などは平成29年9月1日現在" in row.tip


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
    assert tuple(chip.text for chip in rule_chips(matched)) == labels


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


def test_no_chip_is_left_out_of_a_narrow_row(qtbot: QtBot) -> None:
    """The day of the figures and the reasons stand last, and are there at any text size."""
    model = SearchResultsModel()
    view = ResultsView(make_theme(scale_percent=150), model)
    qtbot.addWidget(view)
    view.resize(200, 400)
    view.show()
    row = hit_row(small_corpus(), hit(), (), era_first=True)
    assert [chip.kind for chip in row.chips] == [ChipKind.FUNCTION, ChipKind.DATE, ChipKind.RULE]
    chips = (row.chips[0], row.chips[0], *row.chips)
    heights = []
    for count in range(1, len(chips) + 1):
        model.set_rows((replace(row, chips=chips[:count]),))
        heights.append(view.sizeHintForRow(0))
    assert heights == sorted(set(heights))


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


ALL = "すべての資料を見る"


@pytest.mark.parametrize(
    ("query", "diagnosis", "expected"),
    [
        ("まちの保健質", Diagnosis(), {ALL: ""}),
        (
            "まちの保健質",
            Diagnosis(("まちの保健質",), (("まちの保健質", ("まちの保健室",)),)),
            {"「まちの保健室」でさがす": "まちの保健室", ALL: ""},
        ),
        (
            "名張 保険室",
            Diagnosis(("保険室",), (("保険室", ("保健室",)),)),
            {"「保健室」でさがす": "名張 保健室", "「名張」だけでさがす": "名張", ALL: ""},
        ),
        (
            "名張 保険室 空き家",
            Diagnosis(without_word=(("保険室", 3), ("空き家", 1200))),
            {
                "「保険室」を外してさがす（3 件）": "名張 空き家",
                "「空き家」を外してさがす（1,200 件）": "名張 保険室",
                ALL: "",
            },
        ),
        (
            "名張 保険室",
            Diagnosis(("保険室",), without_word=(("保険室", 3),)),
            {"「保険室」を外してさがす（3 件）": "名張", ALL: ""},
        ),
        (
            "自治体:大坂 相談",
            Diagnosis(unknown_fields=((FacetName.MUNICIPALITY, "大坂"),)),
            {"自治体「大坂」の条件を外す": "相談", ALL: ""},
        ),
        (
            "保険室 OR 保健質 相談",
            Diagnosis(without_word=(("保険室 OR 保健質", 3),)),
            {"「保険室 OR 保健質」を外してさがす（3 件）": "相談", ALL: ""},
        ),
    ],
)
def test_ways_on_from_nothing(query: str, diagnosis: Diagnosis, expected: dict[str, str]) -> None:
    assert {way.label: way.query for way in ways_on(query, diagnosis)} == expected


@pytest.mark.parametrize(
    ("query", "diagnosis", "expected"),
    [
        ("ぴよ", Diagnosis(("ぴよ",)), ["「ぴよ」は、どの資料にもありません。"]),
        (
            "自治体:大坂",
            Diagnosis(unknown_fields=((FacetName.MUNICIPALITY, "大坂"),)),
            ["自治体が「大坂」の資料はありません。"],
        ),
        (
            "保健室 空き家",
            Diagnosis(without_word=(("保健室", 1),)),
            ["ひとつひとつのことばはありますが、すべてを含む箇所がありません。"],
        ),
        (
            "保健室 自治体:豊中",
            Diagnosis(without_filters=2, with_rules=1),
            [
                "自治体「豊中」の中には、あてはまる箇所がありません。",
                "いまのしぼりこみの中には、あてはまる箇所がありません。",
                "やめたさがし方でだけ見つかる箇所があります。",
            ],
        ),
    ],
)
def test_reasons_for_nothing(query: str, diagnosis: Diagnosis, expected: list[str]) -> None:
    assert reasons(query, diagnosis) == expected


def test_ways_on_that_leave_the_query_as_it_is() -> None:
    ways = ways_on("ゴミ", Diagnosis(without_filters=4, with_rules=2))
    assert [(way.kind, way.label) for way in ways] == [
        (WayKind.RULES, "やめたさがし方を戻す（2 件）"),
        (WayKind.FILTERS, "しぼりこみを外す（4 件）"),
    ]


def test_ways_on_are_few() -> None:
    near = tuple(f"ことば{number}" for number in range(30))
    ways = ways_on("ゴミ", Diagnosis(("ゴミ",), (("ゴミ", near),)))
    assert len(ways) == 7
    assert ways[-1].label == ALL


@pytest.mark.parametrize(
    ("sort", "groups"),
    [
        (SortOrder.RELEVANCE, ["", "", ""]),
        (SortOrder.MUNICIPALITY, ["名張市（三重県）", "", "自治体のない資料"]),
        (SortOrder.DATE, ["2018年 の資料", "", ""]),
    ],
)
def test_hits_stand_under_headings_of_their_order(sort: SortOrder, groups: list[str]) -> None:
    corpus = small_corpus()
    report = next(d.id for d in corpus.documents if d.kind is DocumentKind.REPORT)
    hits = (hit(), hit("summary"), replace(hit(), document_id=report))
    rows = hit_rows(corpus, [(h, ()) for h in hits], sort, era_first=False)
    assert [row.group for row in rows] == groups
