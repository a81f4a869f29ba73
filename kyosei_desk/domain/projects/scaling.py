# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""How a case's number becomes one's own: × the own size ÷ theirs, rounded to a whole.

Halves are rounded up, and there is at least one: what is taken over is there at all. The
person chooses the rule, sees the formula, and may put another number in its place.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.domain.comparing.figures import zone_quantity
from kyosei_desk.domain.comparing.quantities import exact, exact_text, rounded_text
from kyosei_desk.domain.designs import Element
from kyosei_desk.domain.errors import ProjectError, ProjectProblem
from kyosei_desk.domain.projects.model import OwnTown, Scaling, ScalingRule
from kyosei_desk.domain.vocabulary import ElementType, LabelledEnum, Zone

_HALF = Fraction(1, 2)
# A municipality is one zone of its own, and lies in one prefecture.
_WHOLE_ZONES = {Zone.MUNICIPALITY: 1, Zone.PREFECTURE: 1}
_BASE_UNITS = {
    ScalingRule.POPULATION: "人",
    ScalingRule.ELEMENTARY: "校",
    ScalingRule.ZONE: "圏域",
}
# What zones are counted in, where it is known which they are.
_ZONE_UNITS = {
    Zone.NEIGHBOURHOOD: "自治会",
    Zone.ELEMENTARY: "小学校区",
    Zone.JUNIOR_HIGH: "中学校区",
    Zone.DAILY_LIVING: "日常生活圏域",
    Zone.DISTRICT: "地区",
    Zone.MUNICIPALITY: "市区町村",
    Zone.PREFECTURE: "都道府県",
}
# A whole town of any size has as many of these; people, places and bodies follow its size.
_SAME_IN_ANY_TOWN = (
    ElementType.MEETING,
    ElementType.INSTRUMENT,
    ElementType.PROGRAMME,
    ElementType.FUNDING,
)


class Lack(LabelledEnum):
    """Why a rule cannot be used."""

    SOURCE_COUNT = "source_count", "事例に数の記載がありません"
    THEIR_BASE = "their_base", "事例に、もとにする数字の記載がありません"
    OUR_BASE = "our_base", "自分のまちの数字が入っていません"


@dataclass(frozen=True)
class Bases:
    """What numbers of a place can follow: persons, elementary schools, zones of each sort.

    Only numbers above 0 are kept, since they are divided by.
    """

    population: Fraction | None
    elementary: Fraction | None
    zones: Mapping[Zone, int]

    def base(self, rule: ScalingRule, zone: Zone) -> Fraction | None:
        """Return the number a rule goes by; None where it is not known, or needs none."""
        match rule:
            case ScalingRule.POPULATION:
                return self.population
            case ScalingRule.ELEMENTARY:
                return self.elementary
            case ScalingRule.ZONE:
                count = self.zones.get(zone)
                return None if count is None else Fraction(count)
            case ScalingRule.FIXED:
                return None


@dataclass(frozen=True)
class ScaledCount:
    """The number to have, the exact value it was rounded from, and how it came about."""

    count: int
    exact: Fraction
    scaling: Scaling


@dataclass(frozen=True)
class RuleChoice:
    """A rule a person can choose, what it comes to, or all that is missing for it."""

    rule: ScalingRule
    result: ScaledCount | None
    lacks: tuple[Lack, ...] = ()


def design_bases(column: ComparedDesign) -> Bases:
    """Return what a design's numbers go by; zones are counted where its source tells them."""
    profile = column.profile
    if profile is None:
        return Bases(None, None, {**_told_zones(column), **_WHOLE_ZONES})
    schools = _school_zones(profile.elementary_schools, profile.junior_high_schools)
    return Bases(
        _counted(profile.population),
        _counted(profile.elementary_schools),
        {**schools, **_told_zones(column), **_WHOLE_ZONES},
    )


def town_bases(town: OwnTown) -> Bases:
    """Return what numbers of one's own town go by."""
    entered = {known.zone: known.count for known in town.zones}
    schools = _school_zones(town.elementary_schools, town.junior_high_schools)
    return Bases(
        _counted(town.population),
        _counted(town.elementary_schools),
        {**schools, **entered, **_WHOLE_ZONES},
    )


def _told_zones(column: ComparedDesign) -> dict[Zone, int]:
    told = ((zone, zone_quantity(column, zone)) for zone in Zone)
    return {zone: math.floor(known.value) for zone, known in told if known and known.value >= 1}


def _school_zones(elementary: int | None, junior_high: int | None) -> dict[Zone, int]:
    """Return the school districts: one a school, as a 校区 is the area of one school."""
    schools = {Zone.ELEMENTARY: elementary, Zone.JUNIOR_HIGH: junior_high}
    return {zone: count for zone, count in schools.items() if count}


def _counted(number: int | None) -> Fraction | None:
    return Fraction(number) if number else None


def scaled(
    rule: ScalingRule,
    source_count: int,
    theirs: Bases,
    ours: OwnTown,
    zone: Zone,
    own_zone: Zone | None = None,
) -> ScaledCount:
    """Return how many there are to be by a rule.

    ``zone`` is the zone of the element, which :attr:`ScalingRule.ZONE` counts; ``own_zone``
    is where it is to be in one's own town, if that is another.

    Raises:
        ProjectError: ``NO_SCALING_BASE``: a number the rule goes by is not known; about the
            rule and whose it is, ``theirs`` or ``ours``.
    """
    if rule is ScalingRule.FIXED:
        return computed(Scaling(rule=rule, source_count=source_count))
    own = town_bases(ours).base(rule, own_zone or zone)
    bases = {"theirs": theirs.base(rule, zone), "ours": own}
    for whose, base in bases.items():
        if base is None:
            raise ProjectError(ProjectProblem.NO_SCALING_BASE, (rule.value, whose))
    given = {whose: float(base) for whose, base in bases.items() if base is not None}
    return computed(
        Scaling(rule=rule, source_count=source_count, theirs=given["theirs"], ours=given["ours"])
    )


def scaled_element(
    rule: ScalingRule,
    element: Element,
    column: ComparedDesign,
    ours: OwnTown,
    own_zone: Zone | None = None,
) -> ScaledCount:
    """Return how many of a case's element there are to be by a rule.

    Raises:
        ProjectError: as :func:`scaled`, or ``NO_SOURCE_COUNT``: the case gives no number.
    """
    if element.count is None:
        raise ProjectError(ProjectProblem.NO_SOURCE_COUNT, (element.name,))
    return scaled(rule, element.count, design_bases(column), ours, element.zone, own_zone)


def computed(scaling: Scaling) -> ScaledCount:
    """Return the number a scaling comes to, whatever a person has put in its place."""
    value = Fraction(scaling.source_count)
    if scaling.theirs is not None and scaling.ours is not None:
        value = value * exact(scaling.ours) / exact(scaling.theirs)
    return ScaledCount(max(1, math.floor(value + _HALF)), value, scaling)


def rule_label(rule: ScalingRule, zone: Zone) -> str:
    """Return a rule in words for an element of a zone: ``小学校区の数に比例``."""
    if rule is ScalingRule.ZONE and zone not in _WHOLE_ZONES:
        return f"{zone.label}の数に比例"
    return rule.label


def formula(
    scaling: Scaling,
    unit: str,
    count: int | None = None,
    zone: Zone | None = None,
    own_zone: Zone | None = None,
) -> str:
    """Return how a number came about: ``15か所 × 60,000人 ÷ 79,357人 = 11.3 → 11か所``.

    ``count`` is the number in use; where it is another than the computed one, both stand.
    ``zone`` is where the case has it and ``own_zone`` where one's own town does, if that is
    another: zones are called by their names.
    """
    result = computed(scaling)
    start = f"{scaling.source_count:,}{unit}"
    end = f"{result.count:,}{unit}"
    if scaling.theirs is None or scaling.ours is None:
        steps = f"{start}（{scaling.rule.label}）"
    else:
        ours = exact_text(exact(scaling.ours)) + _base_unit(scaling.rule, own_zone or zone)
        theirs = exact_text(exact(scaling.theirs)) + _base_unit(scaling.rule, zone)
        steps = f"{start} × {ours} ÷ {theirs} = {_value(result.exact)} → {end}"
    if count is None or count == result.count:
        return steps
    return f"{steps}（{count:,}{unit}に直しました）"


def _base_unit(rule: ScalingRule, zone: Zone | None) -> str:
    if rule is ScalingRule.ZONE and zone is not None:
        return _ZONE_UNITS[zone]
    return _BASE_UNITS[rule]


def _value(exact_count: Fraction) -> str:
    """Return the unrounded value with as few places as do not contradict the rounding.

    11.46 is shown with two places: 11.5 would have become 12.
    """
    whole = math.floor(exact_count + _HALF)
    for places in range(1, 7):
        size = 10**places
        shown = Fraction(math.floor(exact_count * size + _HALF), size)
        if shown and math.floor(shown + _HALF) == whole:
            return exact_text(shown)
    return rounded_text(exact_count)


def possible_rules(
    element: Element, column: ComparedDesign, ours: OwnTown, own_zone: Zone | None = None
) -> tuple[RuleChoice, ...]:
    """Return every rule for an element of a case, with its result or what it lacks.

    ``own_zone`` is where it is, or is to be, in one's own town; its own zone if not told.
    """
    theirs, zone = design_bases(column), own_zone or element.zone
    return tuple(_choice(rule, element, theirs, ours, zone) for rule in ScalingRule)


def without_doubles(
    choices: Sequence[RuleChoice], keep: ScalingRule | None = None
) -> tuple[RuleChoice, ...]:
    """Return the choices without that by schools where its zones are just the school districts.

    Both divide by the same two numbers then; the zone's name says more. ``keep`` is a rule in
    use, which stays.
    """
    used = {choice.rule: choice.result.scaling for choice in choices if choice.result is not None}
    schools, zones = used.get(ScalingRule.ELEMENTARY), used.get(ScalingRule.ZONE)
    if schools is None or zones is None or keep is ScalingRule.ELEMENTARY:
        return tuple(choices)
    if (schools.theirs, schools.ours) != (zones.theirs, zones.ours):
        return tuple(choices)
    return tuple(choice for choice in choices if choice.rule is not ScalingRule.ELEMENTARY)


def _choice(
    rule: ScalingRule, element: Element, theirs: Bases, ours: OwnTown, own_zone: Zone
) -> RuleChoice:
    needs, own = rule is not ScalingRule.FIXED, town_bases(ours)
    missing = {
        Lack.SOURCE_COUNT: element.count is None,
        Lack.THEIR_BASE: needs and theirs.base(rule, element.zone) is None,
        Lack.OUR_BASE: needs and own.base(rule, own_zone) is None,
    }
    lacks = tuple(lack for lack, is_missing in missing.items() if is_missing)
    if lacks or element.count is None:
        return RuleChoice(rule, None, lacks)
    result = scaled(rule, element.count, theirs, ours, element.zone, own_zone)
    return RuleChoice(rule, result)


def suggested_rule(
    element: Element, choices: Sequence[RuleChoice], own_zone: Zone | None = None
) -> ScalingRule | None:
    """Return the rule to begin with among those possible; None where the case tells no number.

    What stands in a zone follows the number of such zones, else the population. What is there
    for a whole town stays as it is if there is one, or if it is a meeting, a programme, a form
    or money; several people, places or bodies follow the population. Without figures the
    number stays. ``own_zone`` is where it is to stand in one's own town.
    """
    possible = {choice.rule for choice in choices if choice.result is not None}
    order = _suggested_order(element, own_zone or element.zone)
    return next((rule for rule in order if rule in possible), None)


def _suggested_order(element: Element, own_zone: Zone) -> tuple[ScalingRule, ...]:
    if element.zone in _WHOLE_ZONES:
        if element.count == 1 or element.type in _SAME_IN_ANY_TOWN:
            return (ScalingRule.FIXED,)
        return (ScalingRule.POPULATION, ScalingRule.FIXED)
    near = (ScalingRule.POPULATION, ScalingRule.ELEMENTARY, ScalingRule.FIXED)
    # Zones and a whole town are not counted alike.
    return near if own_zone in _WHOLE_ZONES else (ScalingRule.ZONE, *near)
