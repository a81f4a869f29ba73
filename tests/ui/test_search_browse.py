# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
import pytest

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.search.model import FacetName, Filters
from kyosei_desk.ui.search.browse import BrowseResult, DocumentBrowser


def counts(found: BrowseResult, name: FacetName) -> dict[str, int]:
    facet = next(facet for facet in found.facets if facet.name is name)
    return {value.label: value.count for value in facet.values}


def test_without_filters_everything_is_there(corpus: Corpus) -> None:
    found = DocumentBrowser(corpus).browse({})
    assert found.documents == corpus.documents
    assert counts(found, FacetName.KIND) == {"事例": 8, "指針・通知": 12, "検討会報告": 3}
    assert len(counts(found, FacetName.MUNICIPALITY)) == 8


@pytest.mark.parametrize(
    ("filters", "number"),
    [
        ({FacetName.KIND: frozenset({"case"})}, 8),
        ({FacetName.KIND: frozenset({"case", "report"})}, 11),
        ({FacetName.KIND: frozenset({"report"}), FacetName.ZONE: frozenset({"elementary"})}, 0),
        ({FacetName.KIND: frozenset()}, 23),
    ],
)
def test_filters_narrow(corpus: Corpus, filters: Filters, number: int) -> None:
    assert len(DocumentBrowser(corpus).browse(filters).documents) == number


def test_counts_leave_their_own_facet_aside(corpus: Corpus) -> None:
    found = DocumentBrowser(corpus).browse({FacetName.KIND: frozenset({"case"})})
    assert counts(found, FacetName.KIND) == {"事例": 8, "指針・通知": 12, "検討会報告": 3}
    assert sum(counts(found, FacetName.MUNICIPALITY).values()) == 8


def test_functions_carry_their_number(corpus: Corpus) -> None:
    labels = counts(DocumentBrowser(corpus).browse({}), FacetName.FUNCTION)
    assert list(labels) == [
        "【1】地域づくり",
        "【2】受け止める場",
        "【3】多機関協働",
        "【4】都道府県",
        "計画",
    ]
