# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Search results in words: rules, diagnosis, citations."""

from kyosei_desk.search.model import Diagnosis, FacetName, Match, MatchRule

RULE_LABELS: dict[MatchRule, str] = {
    MatchRule.EXACT: "そのまま",
    MatchRule.NOTATION: "表記ゆれ",
    MatchRule.ARTICLE: "条番号",
    MatchRule.DATE: "年月日",
    MatchRule.NUMBER: "数の書き方",
    MatchRule.READING: "かな",
    MatchRule.SYNONYM: "同義語",
    MatchRule.NARROWER: "関連語",
    MatchRule.FUZZY: "あいまい",
}

FACET_LABELS: dict[FacetName, str] = {
    FacetName.KIND: "種別",
    FacetName.MUNICIPALITY: "自治体",
    FacetName.FUNCTION: "はたらき",
    FacetName.PROVISION: "指針の項目",
    FacetName.ZONE: "圏域",
    FacetName.OPERATOR: "担い手",
    FacetName.FIELD: "分野",
    FacetName.YEAR: "年",
}


def match_label(match: Match) -> str:
    """Return why something matched: ``同義語 CSW→コミュニティソーシャルワーカー``."""
    label = RULE_LABELS[match.rule]
    if match.rule is MatchRule.EXACT or match.query == match.text:
        return label
    return f"{label} {match.query}→{match.text}"


def diagnosis_lines(diagnosis: Diagnosis) -> list[str]:
    """Return why nothing was found and what can be done, one sentence a line."""
    lines = []
    if diagnosis.missing:
        words = "」「".join(diagnosis.missing)
        lines.append(f"「{words}」は、どの資料にもありません。")
    for word, nearest in diagnosis.nearest:
        if nearest:
            lines.append(f"「{word}」に近いことば: {'、'.join(nearest)}")
    if diagnosis.without_filters:
        lines.append(f"しぼりこみを外すと {diagnosis.without_filters} 件あります。")
    if not lines:
        lines.append("あてはまる資料がありません。ことばを短くするか、別の言い方を試してください。")
    return lines
