# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Search in words: rules, facets, orders, why something matched, why nothing was found."""

from collections.abc import Sequence

from kyosei_desk.search.model import (
    Diagnosis,
    FacetName,
    Match,
    MatchRule,
    SearchResponse,
    SortOrder,
    SuggestionKind,
)

RULE_LABELS: dict[MatchRule, str] = {
    MatchRule.EXACT: "そのまま",
    MatchRule.NOTATION: "表記ゆれ",
    MatchRule.ARTICLE: "条番号",
    MatchRule.DATE: "年月日",
    MatchRule.NUMBER: "数の書き方",
    MatchRule.READING: "かな",
    MatchRule.SYNONYM: "同義語",
    MatchRule.NARROWER: "関連語",
    MatchRule.KEYWORD: "手がかりの語",
    MatchRule.FUZZY: "あいまい",
}

# As what can be left out of a search.
SWITCH_LABELS: dict[MatchRule, str] = RULE_LABELS | {
    MatchRule.ARTICLE: "条番号の書き方",
    MatchRule.DATE: "年月日の書き方",
    MatchRule.READING: "かなの読み",
    MatchRule.FUZZY: "あいまい検索",
}

FACET_LABELS: dict[FacetName, str] = {
    FacetName.KIND: "種別",
    FacetName.MUNICIPALITY: "自治体",
    FacetName.FUNCTION: "機能",
    FacetName.PROVISION: "指針の項目",
    FacetName.ZONE: "圏域",
    FacetName.OPERATOR: "担い手",
    FacetName.FIELD: "分野",
    FacetName.YEAR: "年",
}

SORT_LABELS: dict[SortOrder, str] = {
    SortOrder.RELEVANCE: "関連順",
    SortOrder.MUNICIPALITY: "自治体順",
    SortOrder.DATE: "新しい順",
}

SORT_TIPS: dict[SortOrder, str] = {
    SortOrder.RELEVANCE: "さがしたことばによく合うものから",
    SortOrder.MUNICIPALITY: "北の自治体から南へ。自治体のない資料は最後",
    SortOrder.DATE: "日付の新しい資料から",
}

SUGGESTION_LABELS: dict[SuggestionKind, str] = {
    SuggestionKind.MUNICIPALITY: "自治体",
    SuggestionKind.ELEMENT: "しくみ",
    SuggestionKind.TERM: "ことば",
    SuggestionKind.DOCUMENT: "資料をひらく",
}

RELAXED_SENTENCE = "すべてのことばを含む箇所はないため、多くを含む箇所を出しています。"

_TOLD_RULES = frozenset(
    (MatchRule.NOTATION, MatchRule.READING, MatchRule.SYNONYM, MatchRule.NARROWER, MatchRule.FUZZY)
)
_TOLD_PAIRS = 3
_TOLD_WORDS = 3


def match_label(match: Match) -> str:
    """Return why something matched: ``同義語 CSW→コミュニティソーシャルワーカー``."""
    label = RULE_LABELS[match.rule]
    if match.rule is MatchRule.EXACT or match.query == match.text:
        return label
    return f"{label} {match.query}→{match.text}"


def rules_used(response: SearchResponse) -> frozenset[MatchRule]:
    """Return the rules that led to the hits of an answer."""
    return frozenset(match.rule for hit in response.hits for match in hit.matched)


def response_note(response: SearchResponse) -> str:
    """Return what people should know about how the result came about, a sentence a line."""
    lines = []
    if response.apart:
        lines.append(apart_sentence(response.apart))
    if response.relaxed:
        lines.append(RELAXED_SENTENCE)
    told = [
        (match.query, match.text)
        for hit in response.hits
        for match in hit.matched
        if match.rule in _TOLD_RULES and match.query != match.text
    ]
    if told:
        pairs = list(dict.fromkeys(told))[:_TOLD_PAIRS]
        said = "、".join(f"「{query}」は「{text}」" for query, text in pairs)
        lines.append(f"{said}も含めてさがしました。")
    return "\n".join(lines)


def apart_sentence(words: Sequence[str]) -> str:
    """Return that words stand nowhere as a whole, only their parts do."""
    said = "」「".join(words[:_TOLD_WORDS])
    more = "など" if len(words) > _TOLD_WORDS else ""
    return f"「{said}」{more}そのものはなく、分けてさがしました。"


def diagnosis_lines(diagnosis: Diagnosis) -> list[str]:
    """Return why nothing was found and what can be done, one sentence a line."""
    lines = diagnosis_reasons(diagnosis)
    for word, nearest in diagnosis.nearest:
        if nearest:
            lines.append(f"「{word}」に近いことば: {'、'.join(nearest)}")
    for word, count in diagnosis.without_word:
        lines.append(f"「{word}」を外すと {count:,} 件あります。")
    if diagnosis.with_rules:
        lines.append(f"やめたさがし方を戻すと {diagnosis.with_rules:,} 件あります。")
    if diagnosis.without_filters:
        lines.append(f"しぼりこみを外すと {diagnosis.without_filters:,} 件あります。")
    if not lines:
        lines.append("あてはまる資料がありません。ことばを短くするか、別の言い方を試してください。")
    return lines


def diagnosis_reasons(diagnosis: Diagnosis) -> list[str]:
    """Return why nothing was found, one sentence a line; nothing if that is not known."""
    lines = []
    if diagnosis.missing:
        words = "」「".join(diagnosis.missing)
        lines.append(f"「{words}」は、どの資料にもありません。")
    for name, value in diagnosis.unknown_fields:
        lines.append(f"{FACET_LABELS[name]}が「{value}」の資料はありません。")
    if diagnosis.without_word and not lines:
        lines.append("ひとつひとつのことばはありますが、すべてを含む箇所がありません。")
    return lines
