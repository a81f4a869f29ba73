# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Passages as plain text."""

from dataclasses import replace

import pytest

from kyosei_desk.domain.blocks import Citation, Paragraph, Reference, Text
from kyosei_desk.domain.citing import source_lines
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.passages import Passage, PassageKind
from kyosei_desk.export.plain import write_plain
from tests.domain.samples import small_corpus


@pytest.fixture(scope="module")
def small() -> Corpus:
    return small_corpus()


def test_whole_document(small: Corpus) -> None:
    document = small.document("reports/gamma")
    assert write_plain(document, small.passages(document)).split("\n") == [
        "資料: 報告の見本（reports/gamma）",
        "平成29年9月1日（2017年9月1日）現在",
        "",
        "■ 報告の見本（reports/gamma#summary）",
        "報告の要約です。",
        "  出典: 通知（省、2017年、第一）",
        "",
        "◆ 概要（reports/gamma#overview）",
        "本文です。",
        "  出典: 通知（省、2017年、第一、1頁）",
        "",
    ]


@pytest.mark.parametrize(
    ("section", "lines"),
    [
        ("salon", ["通知（省、2017年、第一、左の欄）"]),
        ("overview", ["通知（省、2017年、第一、1頁）"]),
        ("profile", ["通知（省、2017年、第一）"]),
    ],
)
def test_sources_keep_their_place(small: Corpus, section: str, lines: list[str]) -> None:
    document = small.document("cases/beta")
    passage = next(p for p in small.passages(document) if p.section_id == section)
    assert source_lines(document, passage) == lines


def test_passage_without_citation_names_its_source(small: Corpus) -> None:
    document = small.document("reports/gamma")
    silent = replace(small.passages(document)[0], blocks=())
    assert source_lines(document, silent) == ["通知（省、2017年、第一）"]


def test_every_passage_of_the_library_can_be_written(corpus: Corpus) -> None:
    for document in corpus.documents:
        passages = corpus.passages(document)
        text = write_plain(document, passages)
        assert all(f"（{passage.key}）\n" in text for passage in passages)
        assert all(passage.text in text for passage in passages)


def test_day_of_a_case_is_said_of_its_municipal_figures(small: Corpus) -> None:
    document = small.document("cases/beta")
    head = write_plain(document, small.passages(document)).split("\n")[:2]
    assert head == [
        "資料: 事例の見本（cases/beta）",
        "人口などは平成29年9月1日（2017年9月1日）現在",
    ]


def passage(level: int, *inlines: Text | Citation | Reference) -> Passage:
    """Return a section of the report."""
    blocks = (Paragraph(inlines=inlines),) if inlines else ()
    return Passage("reports/gamma", "x", PassageKind.SECTION, level, "節", blocks, "s1")


def test_links_say_where_they_lead_to(small: Corpus) -> None:
    there = Reference(text="最終", document="reports/final-2017")
    part = Reference(text="名張", document="cases/nabari", anchor="overview")
    text = write_plain(small.document("reports/gamma"), [passage(3, Text(text="文"), there, part)])
    assert text.split("\n")[3:] == [
        "◇ 節（reports/gamma#x）",
        "文最終名張",
        "  参照: 最終 → reports/final-2017",
        "  参照: 名張 → cases/nabari#overview",
        "  出典: 通知（省、2017年、第一）",
        "",
    ]


def test_mere_heading_has_no_source(small: Corpus) -> None:
    text = write_plain(small.document("reports/gamma"), [passage(2)])
    assert text.split("\n")[3:] == ["◆ 節（reports/gamma#x）", ""]


def test_section_without_citation_rests_on_the_section_above_it(corpus: Corpus) -> None:
    document = corpus.document("guideline/2017-notice-overview")
    parts = {p.section_id: p for p in corpus.passages(document)}
    above, part = parts["part-three"], parts["part-three-municipal"]
    assert source_lines(document, part) == source_lines(document, above)
    assert "s3" in {citation.source for citation in part.sources}


def test_every_source_of_a_table_with_its_place(corpus: Corpus) -> None:
    document = corpus.document("guideline/current-framework")
    numbers = next(p for p in corpus.passages(document) if p.section_id == "numbers")
    lines = source_lines(document, numbers)
    assert [line.split("（")[0] for line in lines] == [
        "社会保障審議会福祉部会 第29回 資料1",
        "令和4年版厚生労働白書",
        "令和5年版厚生労働白書",
        "千葉日報の記事",
        "WAM NET 制度・施策動向ウォッチ",
        "令和8年度予算案 参考資料",
    ]
    assert lines[3].endswith("・二次資料）")
    assert "発行日不明、2026年11月参照" in lines[5]
    assert lines[5].endswith("19ページ）")
