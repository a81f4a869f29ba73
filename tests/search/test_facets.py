# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
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


def test_the_count_is_what_choosing_gives(searcher: LibrarySearcher) -> None:
    for value in facets(searcher, "居場所")[FacetName.ZONE].values:
        response = searcher.search(
            SearchRequest("居場所", {FacetName.ZONE: frozenset({value.key})})
        )
        assert response.total == value.count


def test_values_of_one_list_are_alternatives(searcher: LibrarySearcher) -> None:
    both = frozenset({"242080", "142051"})
    response = searcher.search(SearchRequest("相談", {FacetName.MUNICIPALITY: both}))
    assert {hit.municipality for hit in response.hits} == {"名張市", "藤沢市"}


def test_a_chosen_value_without_hits_stays_to_be_taken_back(searcher: LibrarySearcher) -> None:
    chosen = {FacetName.KIND: frozenset({"report"})}
    kinds = facets(searcher, "なごみの家 小岩", chosen)[FacetName.KIND]
    assert counts(kinds)["report"] == 0
