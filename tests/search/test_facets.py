# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
import pytest

from kyosei_desk.search.model import Facet, FacetName, Filters, SearchRequest
from kyosei_desk.search.service import LibrarySearcher


def facets(
    searcher: LibrarySearcher, query: str, filters: Filters | None = None
) -> dict[FacetName, Facet]:
    response = searcher.search(SearchRequest(query, filters or {}))
    return {facet.name: facet for facet in response.facets}


def counts(facet: Facet) -> dict[str, int]:
    return {value.key: value.count for value in facet.values}


def test_every_list_is_there_in_order(searcher: LibrarySearcher) -> None:
    assert list(facets(searcher, "相談")) == list(FacetName)


def test_kinds_add_up_to_the_total(searcher: LibrarySearcher) -> None:
    response = searcher.search(SearchRequest("相談"))
    kinds = next(facet for facet in response.facets if facet.name is FacetName.KIND)
    assert sum(counts(kinds).values()) == response.total


def test_labels_are_what_people_read(searcher: LibrarySearcher) -> None:
    found = facets(searcher, "相談")
    labels = {name: {v.key: v.label for v in facet.values} for name, facet in found.items()}
    assert labels[FacetName.KIND]["case"] == "事例"
    assert labels[FacetName.MUNICIPALITY]["242080"] == "名張市"
    assert labels[FacetName.FUNCTION]["f2"].startswith("【2】")
    assert labels[FacetName.ZONE]["elementary"] == "小学校区"
    assert labels[FacetName.OPERATOR]["shakyo"] == "社会福祉協議会"
    assert labels[FacetName.YEAR]["2017"] == "2017年"


def test_a_choice_narrows_the_other_lists_but_not_its_own(searcher: LibrarySearcher) -> None:
    before = facets(searcher, "相談")
    chosen = {FacetName.MUNICIPALITY: frozenset({"242080"})}
    after = facets(searcher, "相談", chosen)
    own = FacetName.MUNICIPALITY
    assert counts(after[own]) == counts(before[own])
    assert counts(after[FacetName.KIND]) == {"case": counts(before[own])["242080"]}


@pytest.mark.parametrize(
    "query",
    [
        "相談",
        "居場所 社協",
        "小学校区 相談の場所",
        "小学校区ごと 居場所",
        "すべての小学校区に集まれる場所を置いた市はどこか",
    ],
)
def test_every_count_is_what_choosing_gives(searcher: LibrarySearcher, query: str) -> None:
    for name, facet in facets(searcher, query).items():
        for key, count in counts(facet).items():
            chosen = searcher.search(SearchRequest(query, {name: frozenset({key})}))
            assert (key, chosen.total) == (key, count)
            assert len(chosen.hits) == min(count, SearchRequest(query).limit)


def test_choosing_keeps_the_order(searcher: LibrarySearcher) -> None:
    query = "小学校区 相談の場所"
    everywhere = [
        f"{hit.document_id}#{hit.section_id}" for hit in searcher.search(SearchRequest(query)).hits
    ]
    chosen = searcher.search(SearchRequest(query, {FacetName.KIND: frozenset({"case"})})).hits
    assert [f"{hit.document_id}#{hit.section_id}" for hit in chosen] == [
        key for key in everywhere if key.startswith("cases/")
    ]


def test_values_of_one_list_are_alternatives(searcher: LibrarySearcher) -> None:
    both = frozenset({"242080", "142051"})
    response = searcher.search(SearchRequest("相談", {FacetName.MUNICIPALITY: both}))
    assert {hit.municipality for hit in response.hits} == {"名張市", "藤沢市"}


def test_a_chosen_value_without_hits_stays_to_be_taken_back(searcher: LibrarySearcher) -> None:
    chosen = {FacetName.KIND: frozenset({"report"})}
    kinds = facets(searcher, "なごみの家 小岩", chosen)[FacetName.KIND]
    assert counts(kinds)["report"] == 0
