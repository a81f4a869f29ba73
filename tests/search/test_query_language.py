# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What the query language finds in the library."""

import pytest

from kyosei_desk.search.model import FacetName, MatchRule, SearchRequest, SortOrder
from kyosei_desk.search.service import LibrarySearcher
from tests.search.conftest import Ask


def towns(searcher: LibrarySearcher, query: str) -> set[str | None]:
    hits = searcher.search(SearchRequest(query, limit=200)).hits
    return {hit.municipality for hit in hits}


@pytest.mark.parametrize(
    "query",
    [
        "自治体:名張",
        "自治体:名張市",
        "市区町村：なばり",
        "municipality:242080",
        '自治体:"三重県名張市"',
    ],
)
def test_a_town_by_any_name(searcher: LibrarySearcher, query: str) -> None:
    assert towns(searcher, query) == {"名張市"}


@pytest.mark.parametrize(
    ("condition", "name", "key"),
    [
        ("種別:事例", FacetName.KIND, "case"),
        ("kind:report", FacetName.KIND, "report"),
        ("機能:2", FacetName.FUNCTION, "f2"),
        ("担い手:社協", FacetName.OPERATOR, "shakyo"),
        ("圏域:小学校区", FacetName.ZONE, "elementary"),
        ("分野:高齢", FacetName.FIELD, "elderly"),
        ("年:平成29", FacetName.YEAR, "2017"),
        ("年:2017年", FacetName.YEAR, "2017"),
    ],
)
def test_a_condition_is_what_the_facet_gives(
    searcher: LibrarySearcher, condition: str, name: FacetName, key: str
) -> None:
    typed = searcher.search(SearchRequest(f"相談 {condition}"))
    chosen = searcher.search(SearchRequest("相談", {name: frozenset({key})}))
    assert typed.total == chosen.total > 0


def test_conditions_on_one_field_are_alternatives_and_on_two_both_hold(
    searcher: LibrarySearcher,
) -> None:
    assert towns(searcher, "相談 自治体:名張 自治体:豊中") == {"名張市", "豊中市"}
    assert towns(searcher, "相談 自治体:名張 種別:報告") == set()


def test_an_excluded_condition(searcher: LibrarySearcher) -> None:
    found = towns(searcher, "まちの保健室 -自治体:名張")
    assert found
    assert "名張市" not in found


def test_an_unknown_value_is_named(searcher: LibrarySearcher) -> None:
    diagnosis = searcher.search(SearchRequest("相談 自治体:火星")).diagnosis
    assert diagnosis is not None
    assert diagnosis.unknown_fields == ((FacetName.MUNICIPALITY, "火星"),)


def test_either_word_will_do(ask: Ask) -> None:
    either = {hit.document_id for hit in ask("エリアディレクター OR Joint-Sheet").hits}
    assert either >= {"cases/nabari", "cases/ashiya"}
    alone = {hit.document_id for hit in ask("エリアディレクター").hits}
    assert {hit.document_id for hit in ask("エリアディレクター OR ぬぬぬぬ").hits} == alone


def test_either_is_explained_by_the_word_that_was_found(ask: Ask) -> None:
    for hit in ask("エリアディレクター OR Joint-Sheet").hits:
        assert " OR " not in "".join(match.query for match in hit.matched if match.text)


def test_quotation_marks_in_a_sentence_are_no_phrase(ask: Ask) -> None:
    assert ask("「まちの保健室」とは何ですか").total > 0
    assert ask("「まちの保健室").total > 0


@pytest.mark.parametrize(
    ("query", "rule"),
    [
        ("コミュニティソーシャルワーカー", MatchRule.SYNONYM),
        ("ゴミ屋敷", MatchRule.NOTATION),
        ("百六条の三", MatchRule.ARTICLE),
        ("まちのほけんしつ", MatchRule.READING),
        ("居場所", MatchRule.NARROWER),
    ],
)
def test_a_rule_can_be_switched_off(searcher: LibrarySearcher, query: str, rule: MatchRule) -> None:
    with_it = searcher.search(SearchRequest(query, limit=200))
    without = searcher.search(SearchRequest(query, limit=200, without=frozenset({rule})))
    assert any(match.rule is rule for hit in with_it.hits for match in hit.matched)
    assert not any(match.rule is rule for hit in without.hits for match in hit.matched)
    assert without.total < with_it.total


def test_nothing_found_says_what_the_rule_would_have_found(searcher: LibrarySearcher) -> None:
    strict = SearchRequest("ゴミ屋敷", without=frozenset({MatchRule.NOTATION}))
    diagnosis = searcher.search(strict).diagnosis
    assert diagnosis is not None
    assert diagnosis.with_rules == searcher.search(SearchRequest("ゴミ屋敷")).total


def test_marks_follow_the_rules(searcher: LibrarySearcher) -> None:
    texts = ("コミュニティソーシャルワーカーの仕事",)
    (mark,) = searcher.marks("CSW", texts)[0]
    assert texts[0][mark.start : mark.end] == "コミュニティソーシャルワーカー"
    assert searcher.marks("CSW", texts, frozenset({MatchRule.SYNONYM})) == ((),)


def test_nothing_found_says_what_each_word_left_out_would_do(ask: Ask) -> None:
    response = ask('"地域の縁側" "まちの保健室" "なごみの家"')
    assert response.diagnosis is not None
    assert response.diagnosis.without_word
    for word, count in response.diagnosis.without_word:
        rest = [w for w in ("地域の縁側", "まちの保健室", "なごみの家") if w != word]
        assert ask(" ".join(f'"{w}"' for w in rest)).total == count


def test_order_by_town_and_by_date(searcher: LibrarySearcher) -> None:
    def found(order: SortOrder) -> list[str]:
        hits = searcher.search(SearchRequest("相談", sort=order, limit=500)).hits
        return list(dict.fromkeys(hit.document_id for hit in hits))

    by_town = [d for d in found(SortOrder.MUNICIPALITY) if d.startswith("cases/")]
    assert by_town == [
        f"cases/{name}"
        for name in "ashiya edogawa omuta setagaya toyonaka nabari fujisawa yamagata".split()
    ]
    assert found(SortOrder.DATE)[0] == "guideline/current-framework"
    assert set(found(SortOrder.DATE)) == set(found(SortOrder.RELEVANCE))


def test_the_title_of_a_document_is_no_hit_in_all_its_passages(ask: Ask) -> None:
    for hit in ask("まちの保健室").hits:
        assert hit.snippet.marks or hit.section_title == "まちの保健室"


def test_a_compound_the_library_does_not_hold_is_named(ask: Ask) -> None:
    assert ask("介護医療院").apart == ("介護医療院",)
    assert ask("地域包括支援センター").apart == ()


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("まちの", "まちの保健室"),
        ("ほけ", "保健センター"),
        ("なば", "名張市"),
        ("とよな", "豊中市"),
        ("名張 えりあ", "名張 エリアディレクター"),
        ("包括", "包括的な支援体制"),
    ],
)
def test_suggestions(searcher: LibrarySearcher, typed: str, offered: str) -> None:
    assert offered in [made.text for made in searcher.suggest(typed, 12)]


@pytest.mark.parametrize("typed", ["", " ", "名張 ", '"まち', "ぬぬぬ", "!?", "自治体:"])
def test_nothing_to_suggest(searcher: LibrarySearcher, typed: str) -> None:
    assert searcher.suggest(typed, 10) == ()
