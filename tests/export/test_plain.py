# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Passages as plain text."""

from dataclasses import replace

import pytest

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.export.plain import source_lines, write_plain
from tests.domain.samples import small_corpus


@pytest.fixture(scope="module")
def small() -> Corpus:
    return small_corpus()


def test_whole_document(small: Corpus) -> None:
    document = small.document("reports/gamma")
    assert write_plain(document, small.passages(document)).split("\n") == [
        "現在日: 平成29年9月1日（2017年9月1日）",
        "",
        "■ 報告の見本",
        "報告の要約です。",
        "  出典: 通知（省、2017年、第一）",
        "",
        "■ 概要",
        "本文です。",
        "  出典: 通知（省、2017年、1頁）",
        "",
    ]


@pytest.mark.parametrize(
    ("section", "lines"),
    [
        ("salon", ["通知（省、2017年、左の欄）"]),
        ("overview", ["通知（省、2017年、1頁）"]),
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
        assert text.count("■ ") >= len(passages)
        assert all(passage.text in text for passage in passages)
