# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A hit made by hand."""

from kyosei_desk.search.model import Hit, Match, MatchRule, Snippet, Span

HIT = Hit(
    document_id="cases/nabari",
    section_id="machi-no-hokenshitsu",
    kind="case",
    title="名張市の事例",
    section_title="まちの保健室",
    municipality="名張市（三重県）",
    as_of="2017-09-01",
    score=12.345678,
    snippet=Snippet("市内15か所の\nまちの保健室", (Span(8, 14),)),
    matched=(
        Match(MatchRule.EXACT, "まちの保健室", "まちの保健室"),
        Match(MatchRule.SYNONYM, "窓口", "相談窓口"),
    ),
    source="資料（省、2018年、スライド）",
)
