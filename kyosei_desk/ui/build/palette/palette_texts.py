# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What the palette says of the elements of cases."""

from kyosei_desk.domain.comparing.nearness import ConditionKind
from kyosei_desk.domain.designs import Element
from kyosei_desk.domain.projects.scaling import RuleChoice, rule_label
from kyosei_desk.domain.projects.ways import Way

_SHORT = 70


def place_words(way: Way, order: ConditionKind) -> str:
    """Return whose element it is, how many people live there, and how near that is."""
    profile, condition = way.column.profile, way.nearness.condition(order)
    parts = [way.column.title]
    if profile is not None and profile.population is not None:
        parts.append(f"{profile.population:,}人")
    if condition.gap is not None:
        parts.append(f"{order.label}は{condition.word}")
    return "・".join(parts)


def short_text(element: Element) -> str:
    """Return the first sentence of what the case tells; or where that is long, its beginning."""
    sentence, stop, _ = element.text.partition("。")
    text = sentence + stop
    return text if len(text) <= _SHORT else text[:_SHORT] + "…"


def their_count(element: Element) -> str:
    """Return how many the case has."""
    if element.count is None:
        return "数の記載なし"
    return f"{element.count:,}{element.unit or ''}"


def count_words(element: Element, choice: RuleChoice | None) -> str:
    """Return their number and one's own by a rule: ``15か所 → 12か所（圏域の数に比例）``."""
    theirs = their_count(element)
    if choice is None or choice.result is None:
        return theirs
    own = f"{choice.result.count:,}{element.unit or ''}"
    return f"{theirs} → {own}（{rule_label(choice.rule, element.zone)}）"


def own_words(element: Element, own: Element) -> str:
    """Return their number and that of one's own element made of it."""
    count = "未定" if own.count is None else f"{own.count:,}{own.unit or ''}"
    return f"{their_count(element)} → 自分の案では{count}"


def kind_words(element: Element) -> str:
    """Return what sort of thing it is, where, and who runs it."""
    operators = "・".join(operator.label for operator in element.operators)
    return "／".join(filter(None, (element.type.label, element.zone.label, operators)))
