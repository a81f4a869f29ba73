# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""How near another place is to one's own, condition by condition.

There is no sum of the conditions and no ranking by them all: designs differ because places
differ. A person picks the one condition to order by, and sees all the others beside it.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.domain.comparing.quantities import exact, exact_text, rounded_text
from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.municipalities import Municipality, TownFigures
from kyosei_desk.domain.vocabulary import LabelledEnum

_EARTH_KM = 6371.0  # mean radius
# Ratios up to which words stay the same, the smaller place first.
_ALIKE = Fraction(5, 4)
_NEAR = Fraction(7, 4)
UNKNOWN_WORD = "くらべられません"


class ConditionKind(LabelledEnum):
    """The conditions of a place; a person orders by one of them."""

    POPULATION = "population", "人口"
    AREA = "area", "面積"
    DENSITY = "density", "人口密度"
    SCHOOLS = "schools", "小学校1校あたりの人口"
    PREFECTURE = "prefecture", "都道府県"
    MUNICIPAL_KIND = "municipal_kind", "市区町村の種類"
    DISTANCE = "distance", "直線距離"


@dataclass(frozen=True)
class Town:
    """What is known of a place: all municipalities have a name, few have figures.

    Persons, km² and numbers of schools, each above 0; None where not known.
    """

    municipality: Municipality | None = None
    population: int | None = None
    area_km2: Fraction | None = None
    elementary_schools: int | None = None
    as_of: PartialDate | None = None

    def __post_init__(self) -> None:
        """Refuse figures that nothing can be divided by.

        Raises:
            ValueError: ``not_positive``.
        """
        given = (self.population, self.area_km2, self.elementary_schools)
        if any(number is not None and number <= 0 for number in given):
            raise ValueError("not_positive")

    @classmethod
    def of(cls, municipality: Municipality | None, profile: TownFigures | None) -> "Town":
        """Return what a design's profile tells; no schools are as good as not knowing."""
        if profile is None:
            return cls(municipality)
        return cls(
            municipality,
            profile.population,
            None if profile.area_km2 is None else exact(profile.area_km2),
            profile.elementary_schools or None,
            profile.as_of,
        )

    def figure(self, kind: ConditionKind) -> Fraction | None:
        """Return a figure, None where it is not known or the condition is none of figures."""
        people = None if self.population is None else Fraction(self.population)
        match kind:
            case ConditionKind.POPULATION:
                return people
            case ConditionKind.AREA:
                return self.area_km2
            case ConditionKind.DENSITY:
                return people / self.area_km2 if people and self.area_km2 else None
            case ConditionKind.SCHOOLS:
                schools = self.elementary_schools
                return people / schools if people and schools else None
            case _:
                return None


@dataclass(frozen=True)
class Condition:
    """One condition of two places: both in words, and how they compare in a word.

    ``ratio`` is theirs divided by one's own; ``near`` is None where it cannot be told, or is
    a matter of degree as a distance is; ``gap`` orders places, the smallest first, and is
    None where nothing is known.
    """

    kind: ConditionKind
    own: str
    theirs: str
    ratio: Fraction | None
    word: str
    near: bool | None
    gap: float | None

    @property
    def label(self) -> str:
        """The condition's name."""
        return self.kind.label


@dataclass(frozen=True)
class Nearness:
    """All conditions of one design beside one's own place, in the order of their kinds."""

    design_id: str
    conditions: tuple[Condition, ...]

    def condition(self, kind: ConditionKind) -> Condition:
        """Return one condition."""
        return next(condition for condition in self.conditions if condition.kind is kind)

    @property
    def near(self) -> tuple[Condition, ...]:
        """近い条件."""
        return tuple(condition for condition in self.conditions if condition.near is True)

    @property
    def far(self) -> tuple[Condition, ...]:
        """違う条件."""
        return tuple(condition for condition in self.conditions if condition.near is False)


def nearness(own: Town, design: ComparedDesign) -> Nearness:
    """Return how the place of a design compares with one's own."""
    theirs = Town.of(design.municipality, design.profile)
    return Nearness(design.id, tuple(_condition(kind, own, theirs) for kind in ConditionKind))


def ordered_by(
    kind: ConditionKind, own: Town, designs: Iterable[ComparedDesign]
) -> tuple[Nearness, ...]:
    """Return the designs, nearest in this one condition first; alike ones stay as given.

    Those nothing is known of come last.
    """
    found = [nearness(own, design) for design in designs]
    return tuple(sorted(found, key=lambda one: _place(one.condition(kind).gap)))


def _place(gap: float | None) -> tuple[bool, float]:
    return gap is None, gap or 0.0


def _condition(kind: ConditionKind, own: Town, theirs: Town) -> Condition:
    match kind:
        case ConditionKind.PREFECTURE | ConditionKind.MUNICIPAL_KIND:
            return _named(kind, _name(kind, own), _name(kind, theirs))
        case ConditionKind.DISTANCE:
            return _distance(own, theirs)
        case _:
            return _figured(kind, own.figure(kind), theirs.figure(kind))


def _name(kind: ConditionKind, town: Town) -> str:
    place = town.municipality
    if place is None:
        return ""
    return place.prefecture if kind is ConditionKind.PREFECTURE else place.kind


def _named(kind: ConditionKind, own: str, theirs: str) -> Condition:
    if not own or not theirs:
        return Condition(kind, own, theirs, None, UNKNOWN_WORD, None, None)
    same = own == theirs
    word = "同じ" if same else "ちがう"
    return Condition(kind, own, theirs, None, word, same, 0.0 if same else 1.0)


def _figured(kind: ConditionKind, own: Fraction | None, theirs: Fraction | None) -> Condition:
    texts = (_text(kind, own), _text(kind, theirs))
    if own is None or theirs is None:
        return Condition(kind, *texts, None, UNKNOWN_WORD, None, None)
    ratio = theirs / own
    times = max(ratio, 1 / ratio)
    return Condition(kind, *texts, ratio, ratio_word(ratio), times < _NEAR, float(times))


_UNITS = {
    ConditionKind.POPULATION: "人",
    ConditionKind.AREA: "km²",
    ConditionKind.DENSITY: "人／km²",
    ConditionKind.SCHOOLS: "人",
}
_AS_WRITTEN = (ConditionKind.POPULATION, ConditionKind.AREA)


def _text(kind: ConditionKind, value: Fraction | None) -> str:
    if value is None:
        return ""
    number = exact_text(value) if kind in _AS_WRITTEN else rounded_text(value)
    return f"{number}{_UNITS[kind]}"


def ratio_word(ratio: Fraction) -> str:
    """Return how one number compares with another, in everyday words.

    Up to a quarter more, or a fifth less, is ほぼ同じ; the ratio is theirs divided by one's own.
    """
    if ratio < 1:
        return _smaller_word(1 / ratio)
    if ratio <= _ALIKE:
        return "ほぼ同じ"
    if ratio < _NEAR:
        return "約1.5倍"
    return f"約{_whole(ratio):,}倍"


def _smaller_word(times: Fraction) -> str:
    if times <= _ALIKE:
        return "ほぼ同じ"
    if times < _NEAR:
        return "約3分の2"
    whole = _whole(times)
    return "およそ半分" if whole == 2 else f"約{whole:,}分の1"


def _whole(value: Fraction) -> int:
    return math.floor(value + Fraction(1, 2))


def _distance(own: Town, theirs: Town) -> Condition:
    kind = ConditionKind.DISTANCE
    if own.municipality is None or theirs.municipality is None:
        return Condition(kind, "", "", None, UNKNOWN_WORD, None, None)
    names = (own.municipality.name, theirs.municipality.name)
    if own.municipality.code == theirs.municipality.code:
        return Condition(kind, *names, None, "同じまち", True, 0.0)
    km = distance_km(own.municipality, theirs.municipality)
    shown = f"約{round(km, -1):,.0f}km" if km >= 100 else f"約{max(km, 1):.0f}km"
    return Condition(kind, *names, None, shown, None, km)


def distance_km(one: Municipality, other: Municipality) -> float:
    """Return the great-circle distance of two municipalities' positions in km (haversine)."""
    latitudes = math.radians(one.latitude), math.radians(other.latitude)
    north = latitudes[1] - latitudes[0]
    east = math.radians(other.longitude - one.longitude)
    half = (
        math.sin(north / 2) ** 2
        + math.cos(latitudes[0]) * math.cos(latitudes[1]) * math.sin(east / 2) ** 2
    )
    return 2 * _EARTH_KM * math.asin(math.sqrt(half))
