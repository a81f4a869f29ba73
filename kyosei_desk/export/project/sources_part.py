# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The last part of the paper: every source once, with all in the project that rests on it."""

from kyosei_desk.domain.projects.model import Origin, ScalingRule
from kyosei_desk.domain.projects.scaling import formula, rule_label
from kyosei_desk.domain.sources import citation_line
from kyosei_desk.export.project.citations import Numbered
from kyosei_desk.export.project.matter import Matter, count_words
from kyosei_desk.export.project.report import Block, Bullets, Heading


def source_blocks(matter: Matter) -> list[Block]:
    """Return the numbered sources; below each what was taken from it, and what it says."""
    blocks: list[Block] = [Heading("出典")]
    for one in matter.citations.numbered:
        line = citation_line(one.source, era_first=matter.era_first)
        blocks += [Heading(f"[{one.number}] {line}", 2), Bullets(use_words(matter, one))]
    gone = matter.citations.gone
    if gone:
        lost = tuple(f"{words} … {_named(names)}のもと" for words, names in gone.items())
        blocks += [Heading("いまの資料に見つからない箇所", 2), Bullets(lost)]
    return blocks


def use_words(matter: Matter, one: Numbered) -> tuple[str, ...]:
    """Return what rests on a source."""
    uses = [_taken(matter, origin) for origin in one.origins]
    uses += [f"「{name}」の率 … {place}" for name, place in one.rates]
    uses += [f"決めたこと「{what}」 … {place}" for what, place in one.decisions]
    if one.provisions:
        uses.append(f"指針の項目（{len(one.provisions)}項目）とのつきあわせ")
    return tuple(uses)


def _named(names: list[str]) -> str:
    return "".join(f"「{name}」" for name in dict.fromkeys(names))


def _taken(matter: Matter, origin: Origin) -> str:
    before = origin.taken_from
    number = count_words(before)
    was = f"{before.name}{f' {number}' if number else ''}"
    head = (
        f"{matter.name_of(origin.element)} … もとは{origin.town}の「{was}」、{before.place}"
        f"（{matter.day(origin.taken_on)}に取り入れ）"
    )
    return "\n".join((head, *(f"数: {words}" for words in scaled_words(matter, origin))))


def scaled_words(matter: Matter, origin: Origin) -> list[str]:
    """Return how the number was got, the sum and the rule; nothing while it is open."""
    element, scaling = matter.project.element(origin.element), origin.scaling
    if scaling is None or element is None or element.count is None:
        return []
    zone = origin.taken_from.zone
    unit = origin.taken_from.unit or element.unit or ""
    rule = scaling.rule
    named = f"（{rule_label(rule, zone)}）" if rule is not ScalingRule.FIXED else ""
    return [f"{formula(scaling, unit, element.count, zone, element.zone)}{named}"]
