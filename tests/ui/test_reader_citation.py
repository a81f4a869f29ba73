# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.ui.reader.citation import cited_text, source_line
from tests.domain.samples import small_corpus


def cited(corpus: Corpus, document_id: str, section_id: str, *, era_first: bool) -> str:
    document = corpus.document(document_id)
    passage = next(p for p in corpus.passages(document) if p.section_id == section_id)
    return cited_text("写した文", corpus, document, passage, era_first)


def test_everything_that_makes_a_statement_checkable() -> None:
    corpus = small_corpus()
    assert cited(corpus, "cases/beta", "salon", era_first=True) == (
        "「写した文」（きょうせいデスク「事例の見本」名張市（三重県）「サロン」の項、"
        "出典: 『通知』、省、平成29年、第一、平成29年9月1日現在）"
    )


def test_western_dates_and_a_document_without_municipality() -> None:
    corpus = small_corpus()
    assert cited(corpus, "guideline/alpha", "summary", era_first=False) == (
        "「写した文」（きょうせいデスク「指針の見本」、"
        "出典: 『通知』、省、2017年、第一、2017年9月1日現在）"
    )


def test_secondary_sources_are_said_to_be_secondary() -> None:
    source = small_corpus().document("guideline/alpha").sources[0]
    second = source.model_copy(update={"secondary": True})
    assert source_line(source, era_first=False) == "『通知』、省、2017年、第一"
    assert source_line(second, era_first=False) == "『通知』、省、2017年、第一、二次資料"
