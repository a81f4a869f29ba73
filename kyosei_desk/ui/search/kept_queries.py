# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Questions as they are kept, turned into questions that are asked, and into words."""

from collections.abc import Mapping

from kyosei_desk.search.model import Facet, FacetName, MatchRule, SearchRequest, SortOrder
from kyosei_desk.wording.search import FACET_LABELS, RULE_LABELS, SORT_LABELS
from kyosei_desk.workspace.searches import KeptQuery

FacetLabels = Mapping[tuple[str, str], str]
_NAME_LENGTH = 40


def kept_query(request: SearchRequest) -> KeptQuery:
    """Return a question as it is kept."""
    filters = {str(name): tuple(sorted(keys)) for name, keys in request.filters.items() if keys}
    return KeptQuery(
        request.text,
        tuple(sorted(filters.items())),
        str(request.sort),
        tuple(sorted(map(str, request.without))),
    )


def asked_query(kept: KeptQuery) -> SearchRequest:
    """Return a kept question as it is asked; what this version does not know is left out."""
    names = {str(name): name for name in FacetName}
    filters = {names[n]: frozenset(keys) for n, keys in kept.filters if n in names}
    without = frozenset(rule for rule in MatchRule if rule in kept.without)
    sort = next((order for order in SortOrder if order == kept.sort), SortOrder.RELEVANCE)
    return SearchRequest(kept.text, filters, without=without, sort=sort)


def facet_labels(facets: tuple[Facet, ...]) -> FacetLabels:
    """Return what people read for each value of each facet."""
    return {(str(f.name), value.key): value.label for f in facets for value in f.values}


def conditions_text(kept: KeptQuery, labels: FacetLabels) -> str:
    """Return what a question asks besides its words: ``種別: 事例 ／ 新しい順``."""
    request = asked_query(kept)
    parts = []
    for name in FacetName:
        if keys := sorted(request.filters.get(name, ())):
            values = "・".join(labels.get((str(name), key), key) for key in keys)
            parts.append(f"{FACET_LABELS[name]}: {values}")
    if request.sort is not SortOrder.RELEVANCE:
        parts.append(SORT_LABELS[request.sort])
    if request.without:
        off = "・".join(RULE_LABELS[rule] for rule in MatchRule if rule in request.without)
        parts.append(f"{off}なし")
    return " ／ ".join(parts)


def suggested_name(kept: KeptQuery, labels: FacetLabels) -> str:
    """Return a name for a question: its words, or else what it narrows by."""
    name = kept.text.strip() or conditions_text(kept, labels)
    return name if len(name) <= _NAME_LENGTH else f"{name[: _NAME_LENGTH - 1]}…"
