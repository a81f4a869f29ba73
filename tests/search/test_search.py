# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What a question finds, over passages made for it and over the bundled library."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.errors import UnknownDocumentError
from kyosei_desk.search.model import FacetName, MatchRule, SearchRequest
from kyosei_desk.search.service import LibrarySearcher
from tests.search.conftest import Ask

QUERIES = yaml.safe_load((Path(__file__).parent / "queries.yaml").read_text(encoding="utf-8"))


def first(searcher: LibrarySearcher, text: str) -> str:
    hits = searcher.search(SearchRequest(text)).hits
    return hits[0].document_id.removeprefix("reports/") if hits else ""


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("ごみ屋敷", "gomi"),
        ("引籠り", "hikikomori"),
        ("わがごとまるごと", "wagakoto"),
        ("我が事丸ごと", "wagakoto"),
        ("ＣＳＷ", "csw"),
        ("コミュニティーソシャルワーカー", "csw"),
        ("まちのほけんしつ", "hokenshitsu"),
        ("ﾏﾁﾉﾎｹﾝｼﾂ", "hokenshitsu"),
        ("まちの保健質", "hokenshitsu"),
        ("15カ所", "hokenshitsu"),
        ("障碍", "shogai"),
        ("こども", "kodomo"),
        ("106条の3", "article"),
        ("第106条の3第1項第2号", "article"),
        ("106-3-1-2", "article"),
        ("百六条の四", "article-only"),
        ("H29.12.12", "date"),
        ("2017年12月", "date"),
        ("2017年", "date"),
        ("79,357人", "number"),
        ("79357", "number"),
        ("2000000000円", "money"),
        ("3/4", "money"),
        ("高崎", "tanaka"),
        ("民生委員", "tanaka"),
        ("ﾎﾞﾗﾝﾃｨｱﾎﾟｲﾝﾄ", "katakana"),
        ("ぼらんてぃあぽいんと", "katakana"),
        ("えりあでぃれくたー", "hyphen"),
        ("エリア－ディレクター", "hyphen"),
        ("エリア・ディレクター", "hyphen"),
        ("3か月に一度", "shien"),
        ("えんがわ", "engawa"),
        ("縁", "engawa"),
        ("相談支援", "spaced"),
        ('"支援体制"', "taisei"),
    ],
)
def test_trap(traps: LibrarySearcher, query: str, name: str) -> None:
    assert first(traps, query) == name


def test_a_word_cut_by_a_line_break_is_found(traps: LibrarySearcher) -> None:
    hits = traps.search(SearchRequest("包括的支援体制")).hits
    assert {hit.document_id for hit in hits[:2]} == {"reports/wrapped", "reports/taisei"}


@pytest.mark.parametrize(
    "query", ["京都", "かる", "ブロックチェーン", "xyz", "百六条の五", "アウトリーチ"]
)
def test_not_found(traps: LibrarySearcher, query: str) -> None:
    response = traps.search(SearchRequest(query))
    assert response.hits == ()
    assert response.diagnosis is not None


@pytest.mark.parametrize(
    ("query", "rule", "found"),
    [
        ("地域の縁側", MatchRule.EXACT, "地域の縁側"),
        ("引籠り", MatchRule.NOTATION, "ひきこもり"),
        ("ﾎﾞﾗﾝﾃｨｱﾎﾟｲﾝﾄ", MatchRule.NOTATION, "ボランティアポイント"),
        ("106条の3", MatchRule.ARTICLE, "第百六条の三第一項第二号"),
        ("H29.12.12", MatchRule.DATE, "平成29年12月12日"),
        ("79,357人", MatchRule.NUMBER, "七万九千三百五十七人"),
        ("まちのほけんしつ", MatchRule.READING, "まちの保健室"),
        ("CSW", MatchRule.SYNONYM, "コミュニティソーシャルワーカー"),
        ("コミュニティーソシャルワーカー", MatchRule.FUZZY, "コミュニティソーシャルワーカー"),
    ],
)
def test_the_rule_that_matched_is_named(
    traps: LibrarySearcher, query: str, rule: MatchRule, found: str
) -> None:
    (match,) = traps.search(SearchRequest(query)).hits[0].matched
    assert (match.rule, match.query, match.text) == (rule, query, found)


def test_narrower_words_are_found_and_wider_are_not(traps: LibrarySearcher) -> None:
    assert first(traps, "居場所") == "engawa"
    (match,) = traps.search(SearchRequest("居場所")).hits[0].matched
    assert (match.rule, match.text) == (MatchRule.NARROWER, "地域の縁側")


def test_a_keyword_finds_the_summary_and_stays_unseen(ask: Ask, corpus: Corpus) -> None:
    keyword = "地域包括ケアシステム強化法"
    assert not any(keyword in passage.text for passage in corpus.all_passages())
    hit = ask(keyword).hits[0]
    assert (hit.document_id, hit.section_id) == ("guideline/2017-law-reform", "summary")
    assert keyword not in hit.snippet.text


def test_an_excluded_word_stays_out(ask: Ask, corpus: Corpus) -> None:
    everything, without = ask("まちの保健室"), ask("まちの保健室 -名張")
    assert without.total < everything.total
    assert all(hit.municipality != "名張市" for hit in without.hits)


def test_a_phrase_must_be_there(ask: Ask) -> None:
    assert all("縁側" in hit.snippet.text + hit.section_title for hit in ask('"地域の縁側"').hits)
    assert ask('"縁側の地域"').total == 0


def test_all_words_come_before_most_words(ask: Ask) -> None:
    assert not ask("名張 エリアディレクター").relaxed
    relaxed = ask("名張 エリアディレクター ブロックチェーン")
    assert relaxed.relaxed
    assert relaxed.hits[0].document_id == "cases/nabari"


def test_the_missing_word_is_named_with_what_is_near(ask: Ask) -> None:
    diagnosis = ask("ケアマネジャー").diagnosis
    assert diagnosis is not None
    assert diagnosis.missing == ("ケアマネジャー",)
    assert "ケアラー" in dict(diagnosis.nearest)["ケアマネジャー"]


def test_filters_that_empty_a_result_are_named(searcher: LibrarySearcher) -> None:
    filters = {FacetName.KIND: frozenset({"report"})}
    response = searcher.search(SearchRequest("なごみの家", filters))
    assert response.total == 0
    assert response.diagnosis is not None
    assert response.diagnosis.without_filters > 0


def test_ambiguous_words_offer_their_meanings(ask: Ask) -> None:
    (choice,) = ask("包括").choices
    assert choice.text == "包括"
    assert "地域包括支援センター" in choice.meanings
    assert ask("包括的な支援体制").choices == ()


def test_limit_and_totals(searcher: LibrarySearcher) -> None:
    response = searcher.search(SearchRequest("相談", limit=3))
    assert len(response.hits) == 3
    assert response.total > 100
    assert response.documents > 10


def test_the_same_question_has_the_same_answer(searcher: LibrarySearcher) -> None:
    one, other = (searcher.search(SearchRequest("相談 支援")).hits for _ in range(2))
    assert one == other


def test_a_hit_says_where_it_is_from(ask: Ask) -> None:
    hit = ask("まちの保健室").hits[0]
    assert (hit.document_id, hit.section_id) == ("cases/nabari", "machi-no-hokenshitsu")
    assert (hit.kind, hit.municipality) == ("case", "名張市")
    assert hit.as_of
    assert hit.source.endswith("）")
    assert "p2.place" in hit.provisions


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query["ask"])
def test_a_right_document_is_among_the_first_three(ask: Ask, query: dict[str, object]) -> None:
    documents = [hit.document_id for hit in ask(str(query["ask"])).hits[:3]]
    right = query["find"]
    assert isinstance(right, list)
    assert set(documents) & set(right), documents


def test_related_passages_are_of_other_documents(searcher: LibrarySearcher) -> None:
    hits = searcher.related("cases/nabari", "machi-no-hokenshitsu", 5)
    assert len(hits) == 5
    assert all(hit.document_id != "cases/nabari" for hit in hits)


def test_related_of_nothing_is_refused(searcher: LibrarySearcher) -> None:
    with pytest.raises(UnknownDocumentError):
        searcher.related("cases/nabari", "nowhere", 5)


def test_getting_ready_changes_no_answer(searcher: LibrarySearcher) -> None:
    request = SearchRequest("まちの保健室 15か所")
    before = searcher.search(request)
    steps = sum(1 for _ in searcher.prepare())
    assert steps > searcher.passage_count  # every passage of a small library, and what they share
    assert replace(searcher.search(request), took_ms=before.took_ms) == before
