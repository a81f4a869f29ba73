# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Figures made comparable: per 10,000 people, per school, per km², per zone, people per one.

A figure that lacks one of its numbers is not computed: it says what is missing instead.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.domain.comparing.quantities import (
    Basis,
    Quantity,
    Ratio,
    apart,
    divided,
    exact,
)
from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.designs import Element
from kyosei_desk.domain.provisions import Provision
from kyosei_desk.domain.vocabulary import LabelledEnum, Zone

__all__ = [
    "Basis",
    "Figure",
    "FigureRow",
    "Missing",
    "ProfileQuantities",
    "Quantity",
    "Ratio",
    "element_quantity",
    "element_ratios",
    "profile_figures",
    "profile_quantities",
    "provision_figures",
    "zone_quantity",
]
# An element counted in these is the zone itself: 市内7地域 are seven 日常生活圏域.
_ZONE_UNITS = ("地域", "地区", "圏域", "校区", "学区")


class Missing(LabelledEnum):
    """Why there is no figure."""

    NO_PROFILE = "no_profile", "まちの数字がありません"
    NOT_STATED = "not_stated", "記載なし"
    NOT_APPLICABLE = "not_applicable", "該当しない"
    NO_COUNT = "no_count", "数の記載がありません"
    NO_DENOMINATOR = "no_denominator", "割る数の記載がありません"
    NOT_ENTERED = "not_entered", "数字が入っていません"


@dataclass(frozen=True)
class Figure:
    """A bar: the ratio of a design, of one of its elements if any, or why there is none."""

    design_id: str
    ratio: Ratio | None
    element: Element | None = None
    missing: Missing | None = None


@dataclass(frozen=True)
class FigureRow:
    """Figures of the same sort; a design has one, or one for each element counted."""

    key: str
    label: str
    basis: Basis
    figures: tuple[Figure, ...]

    @property
    def is_computed(self) -> bool:
        """Whether there is at least one figure."""
        return any(figure.ratio for figure in self.figures)

    @property
    def dates_mixed(self) -> bool:
        """Whether numbers of different days stand side by side, or one over the other."""
        ratios = [figure.ratio for figure in self.figures if figure.ratio]
        parts = [(ratio.numerator, ratio.denominator) for ratio in ratios]
        days = sorted({part.as_of for pair in parts for part in pair if part.as_of})
        return any(apart(one, other) for i, one in enumerate(days) for other in days[i + 1 :])


@dataclass(frozen=True)
class ProfileQuantities:
    """The figures of a municipality; None where there are none."""

    population: Quantity | None = None
    area: Quantity | None = None
    elementary_schools: Quantity | None = None
    junior_high_schools: Quantity | None = None


def profile_quantities(design: ComparedDesign) -> ProfileQuantities:
    """Return the municipal figures of a design, exact."""
    profile = design.profile
    if profile is None:
        return ProfileQuantities()
    day, schools = profile.as_of, profile.schools_note or ""
    return ProfileQuantities(
        _known("人口", profile.population, "人", day),
        _known("面積", profile.area_km2, "km²", day),
        _known("小学校数", profile.elementary_schools, "校", day, schools),
        _known("中学校数", profile.junior_high_schools, "校", day, schools),
    )


def _known(
    label: str, number: int | float | None, unit: str, day: PartialDate | None, note: str = ""
) -> Quantity | None:
    return None if number is None else Quantity(label, exact(number), unit, day, note)


def element_quantity(element: Element) -> Quantity | None:
    """Return how many of an element there are; the day is known only where the source tells."""
    if element.count is None:
        return None
    return Quantity(element.name, exact(element.count), element.unit or "", element.count_as_of)


def zone_quantity(design: ComparedDesign, zone: Zone) -> Quantity | None:
    """Return how many zones of a sort there are, where the design or an element of it tells.

    None as well where two elements tell different numbers.
    """
    entered = dict(design.zones).get(zone)
    if entered is not None:
        return Quantity(zone.label, exact(entered), "", design.as_of)
    told = [
        quantity
        for element in design.design.elements
        if element.zone is zone and element.unit in _ZONE_UNITS
        for quantity in [element_quantity(element)]
        if quantity is not None
    ]
    if len({quantity.value for quantity in told}) != 1:
        return None
    return Quantity(zone.label, told[0].value, told[0].unit, told[0].as_of)


def element_ratios(design: ComparedDesign, element: Element) -> tuple[Ratio, ...]:
    """Return everything that can be computed of an element's number; nothing without one."""
    found = (element_ratio(design, element, basis) for basis in Basis)
    return tuple(ratio for ratio in found if ratio is not None)


def element_ratio(design: ComparedDesign, element: Element, basis: Basis) -> Ratio | None:
    """Return one ratio of an element's number, None where a number is missing."""
    town, count = profile_quantities(design), element_quantity(element)
    match basis:
        case Basis.PER_10000:
            return divided(basis, count, town.population, 10_000)
        case Basis.PER_ELEMENTARY:
            return divided(basis, count, town.elementary_schools)
        case Basis.PER_JUNIOR_HIGH:
            return divided(basis, count, town.junior_high_schools)
        case Basis.PER_KM2:
            return divided(basis, count, town.area)
        case Basis.PER_ZONE:
            itself = element.unit in _ZONE_UNITS
            return None if itself else divided(basis, count, zone_quantity(design, element.zone))
        case Basis.PEOPLE_PER_ONE:
            return divided(basis, town.population, count)


def profile_figures(designs: Sequence[ComparedDesign]) -> tuple[FigureRow, ...]:
    """Return the figures of the municipalities themselves: density, people and area a school."""
    towns = [(design, profile_quantities(design)) for design in designs]
    return tuple(
        FigureRow(
            sort.key,
            sort.label,
            sort.basis,
            tuple(_town_figure(design, town, sort) for design, town in towns),
        )
        for sort in _TOWN_SORTS
    )


_Pick = Callable[[ProfileQuantities], Quantity | None]


@dataclass(frozen=True)
class _TownSort:
    key: str
    label: str
    basis: Basis
    numerator: _Pick
    denominator: _Pick
    times: int = 1


def _population(town: ProfileQuantities) -> Quantity | None:
    return town.population


def _area(town: ProfileQuantities) -> Quantity | None:
    return town.area


def _elementary(town: ProfileQuantities) -> Quantity | None:
    return town.elementary_schools


def _junior_high(town: ProfileQuantities) -> Quantity | None:
    return town.junior_high_schools


_TOWN_SORTS = (
    _TownSort("density", "人口密度", Basis.PER_KM2, _population, _area),
    _TownSort("people_per_elementary", "人口", Basis.PER_ELEMENTARY, _population, _elementary),
    _TownSort("people_per_junior_high", "人口", Basis.PER_JUNIOR_HIGH, _population, _junior_high),
    _TownSort("area_per_elementary", "面積", Basis.PER_ELEMENTARY, _area, _elementary),
    _TownSort(
        "elementary_per_10000", "小学校数", Basis.PER_10000, _elementary, _population, 10_000
    ),
)


def _town_figure(design: ComparedDesign, town: ProfileQuantities, sort: _TownSort) -> Figure:
    numbers = sort.numerator(town), sort.denominator(town)
    ratio = divided(sort.basis, *numbers, sort.times)
    if ratio is not None:
        return Figure(design.id, ratio)
    return Figure(design.id, None, missing=_lacking(design, entered=None not in numbers))


def _lacking(design: ComparedDesign, *, entered: bool) -> Missing:
    """Return why nothing can be divided; ``entered`` tells whether the figures are there."""
    if design.profile is None:
        return Missing.NO_PROFILE
    return Missing.NO_DENOMINATOR if entered else Missing.NOT_ENTERED


_DIVISORS: dict[Basis, _Pick] = {
    Basis.PER_10000: _population,
    Basis.PER_ELEMENTARY: _elementary,
    Basis.PER_JUNIOR_HIGH: _junior_high,
    Basis.PER_KM2: _area,
    Basis.PEOPLE_PER_ONE: _population,
}


def _is_entered(design: ComparedDesign, basis: Basis) -> bool:
    """Tell whether the figure of the town that a basis needs is known; zones need none."""
    pick = _DIVISORS.get(basis)
    return pick is None or pick(profile_quantities(design)) is not None


def provision_figures(
    designs: Sequence[ComparedDesign], provisions: Sequence[Provision], basis: Basis
) -> tuple[FigureRow, ...]:
    """Return a row a provision of what the elements that answer it come to."""
    return tuple(
        FigureRow(
            f"{provision.id}.{basis.value}",
            provision.label,
            basis,
            tuple(figure for design in designs for figure in _answers(design, provision.id, basis)),
        )
        for provision in provisions
    )


def _answers(design: ComparedDesign, provision_id: str, basis: Basis) -> list[Figure]:
    """Return a figure for each element counted, or one that says why there is none."""
    serving = [
        element
        for element in design.design.elements
        if any(answer.id == provision_id for answer in element.provisions)
    ]
    counted = [element for element in serving if element.count is not None]
    if not counted:
        unfit = any(no.id == provision_id for no in design.design.not_applicable)
        silent = Missing.NOT_APPLICABLE if unfit else Missing.NOT_STATED
        return [Figure(design.id, None, missing=Missing.NO_COUNT if serving else silent)]
    none = _lacking(design, entered=_is_entered(design, basis))
    ratios = [(element, element_ratio(design, element, basis)) for element in counted]
    return [Figure(design.id, ratio, element, None if ratio else none) for element, ratio in ratios]
