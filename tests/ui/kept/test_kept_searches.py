# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
import pytest

from kyosei_desk.search.model import FacetName, MatchRule, SearchRequest, SortOrder
from kyosei_desk.ui.search.kept_queries import (
    asked_query,
    conditions_text,
    kept_query,
    suggested_name,
)
from kyosei_desk.workspace.searches import KeptQuery
from tests.ui.kept.conftest import LABELS
from tests.ui.kept.opened import Opened, lines, press


def test_everything_kept_is_shown_with_its_conditions(searches: Opened) -> None:
    dialog = searches.open(searches.now)
    assert lines(dialog) == [
        ("保存二", "窓口"),
        ("保存一", "相談"),
        ("記録二", "自治体: 名張市"),
        ("記録一", ""),
    ]
    press(dialog, "保存する")
    searches.wait()
    assert lines(dialog)[0] == ("いま", "種別: 事例 ／ 新しい順 ／ あいまいなし")
    dialog.close()


def test_a_question_is_kept_whole() -> None:
    request = SearchRequest(
        "相談",
        {FacetName.KIND: frozenset({"case", "report"}), FacetName.YEAR: frozenset()},
        without=frozenset({MatchRule.FUZZY, MatchRule.DATE}),
        sort=SortOrder.DATE,
    )
    kept = kept_query(request)
    assert kept == KeptQuery("相談", (("kind", ("case", "report")),), "date", ("date", "fuzzy"))
    again = asked_query(kept)
    assert again.filters == {FacetName.KIND: {"case", "report"}}
    assert (again.text, again.sort, again.without) == ("相談", SortOrder.DATE, request.without)


def test_what_another_version_kept_is_left_out() -> None:
    kept = KeptQuery("相談", (("colour", ("red",)),), "beauty", ("magic",))
    assert asked_query(kept) == SearchRequest("相談")
    assert conditions_text(kept, {}) == ""


@pytest.mark.parametrize(
    ("query", "name"),
    [
        (KeptQuery("相談"), "相談"),
        (KeptQuery("", (("kind", ("case",)),)), "種別: 事例"),
        (KeptQuery("あ" * 90), "あ" * 39 + "…"),
    ],
)
def test_suggested_name(query: KeptQuery, name: str) -> None:
    assert suggested_name(query, LABELS) == name
