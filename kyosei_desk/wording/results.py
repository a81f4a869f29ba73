# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What search results are written out with: the question in words, and why each matched."""

import datetime

from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.sources import date_words
from kyosei_desk.export.results import ResultTable, clean, result_rows
from kyosei_desk.search.model import SearchRequest, SearchResponse
from kyosei_desk.wording.search import FACET_LABELS, RULE_LABELS, SORT_LABELS, match_label


def result_table(
    request: SearchRequest, response: SearchResponse, today: datetime.date, *, era_first: bool
) -> ResultTable:
    """Return the hits of an answer as a table, and the question as its conditions."""
    rows = result_rows(response.hits, match_label, era_first=era_first)
    conditions = [("検索のことば", clean(request.text))]
    conditions += _filter_lines(request, response)
    conditions.append(("並び順", SORT_LABELS[request.sort]))
    if request.without:
        off = (RULE_LABELS[rule] for rule in RULE_LABELS if rule in request.without)
        conditions.append(("やめたさがし方", "、".join(off)))
    count = f"{response.total:,} 件・{response.documents:,} 資料"
    if len(rows) < response.total:
        count += f"（うち上位 {len(rows):,} 件を書き出し）"
    written = date_words(PartialDate.parse(today), era_first=era_first)
    conditions += [("見つかった数", count), ("書き出した日", written)]
    return ResultTable(tuple(conditions), rows)


def _filter_lines(request: SearchRequest, response: SearchResponse) -> list[tuple[str, str]]:
    labels = {(f.name, value.key): value.label for f in response.facets for value in f.values}
    return [
        (
            f"しぼりこみ: {FACET_LABELS[name]}",
            "、".join(clean(labels.get((name, key), key)) for key in sorted(keys)),
        )
        for name, keys in request.filters.items()
        if keys
    ]
