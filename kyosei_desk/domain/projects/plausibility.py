# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Figures of one's own town that are worth a second look: questioned, never refused.

The bounds lie just outside what any municipality has. Census figures are those of 2020
(令和2年国勢調査), areas those of 国土地理院. What cannot be bounded by a known figure has its
reason beside it.
"""

import dataclasses
import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from kyosei_desk.domain.comparing.quantities import exact, exact_text, rounded_text
from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.municipalities import Municipality
from kyosei_desk.domain.projects.model import OwnTown
from kyosei_desk.domain.vocabulary import LabelledEnum, Zone


class TownField(LabelledEnum):
    """The figures of a town; the values are the fields of :class:`OwnTown`."""

    POPULATION = "population", "人口"
    AREA = "area_km2", "面積"
    ELEMENTARY = "elementary_schools", "小学校の数"
    JUNIOR_HIGH = "junior_high_schools", "中学校の数"
    AGEING = "ageing_rate", "高齢化率"
    AS_OF = "as_of", "いつの数字か"
    ZONES = "zones", "圏域の数"


class DoubtCode(LabelledEnum):
    """What is odd about a figure."""

    POPULATION_HIGH = "population_high", "人口が多すぎるようです"
    POPULATION_LOW = "population_low", "人口が少なすぎるようです"
    POPULATION_UNLIKE_KIND = "population_unlike_kind", "人口が市区町村の種類に合いません"
    AREA_HIGH = "area_high", "面積が広すぎるようです"
    AREA_LOW = "area_low", "面積がせますぎるようです"
    DENSITY_HIGH = "density_high", "人口密度が高すぎるようです"
    DENSITY_LOW = "density_low", "人口密度が低すぎるようです"
    ELEMENTARY_HIGH = "elementary_high", "小学校が多すぎるようです"
    PEOPLE_PER_SCHOOL_HIGH = "people_per_school_high", "小学校が人口のわりに少ないようです"
    PEOPLE_PER_SCHOOL_LOW = "people_per_school_low", "小学校が人口のわりに多いようです"
    MORE_JUNIOR_HIGHS = "more_junior_highs", "中学校が小学校より多くなっています"
    AGEING_HIGH = "ageing_high", "高齢化率が高すぎるようです"
    AGEING_LOW = "ageing_low", "高齢化率が低すぎるようです"
    NO_DATE = "no_date", "いつの数字かが入っていません"
    FUTURE_DATE = "future_date", "いつの数字かが、これから先の日付です"
    OLD_DATE = "old_date", "数字が古いようです"
    NO_ELEMENTARY = "no_elementary", "小学校が一つもありません"
    NO_JUNIOR_HIGH = "no_junior_high", "中学校が一つもありません"
    JUNIOR_HIGH_HIGH = "junior_high_high", "中学校が多すぎるようです"
    PEOPLE_PER_JUNIOR_HIGH_HIGH = (
        "people_per_junior_high_high",
        "中学校が人口のわりに少ないようです",
    )
    ZONES_HIGH = "zones_high", "圏域が多すぎるようです"
    PEOPLE_PER_ZONE_LOW = "people_per_zone_low", "圏域が人口のわりに多いようです"
    ZONES_UNLIKE_SCHOOLS = "zones_unlike_schools", "校区の数と学校の数がちがいます"


@dataclass(frozen=True)
class Doubt:
    """A doubt about a figure; ``data`` holds the numbers the sentence needs, in words."""

    code: DoubtCode
    field: TownField
    data: Mapping[str, str] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True)
class _Bounds:
    """The least and the most that is not doubted, and what is said beyond them.

    A ``quotient`` was computed, and is shown rounded; all else is shown as it was entered.
    """

    field: TownField
    unit: str
    low: tuple[Fraction, DoubtCode] | None = None
    high: tuple[Fraction, DoubtCode] | None = None
    quotient: bool = False

    def doubt(self, value: Fraction | None) -> Iterator[Doubt]:
        """Yield the doubt about a value, if any."""
        if value is None:
            return
        shown = rounded_text(value) if self.quotient else exact_text(value)
        data = {"value": f"{shown}{self.unit}"}
        if self.low is not None and value < self.low[0]:
            yield Doubt(self.low[1], self.field, data)
        if self.high is not None and value > self.high[0]:
            yield Doubt(self.high[1], self.field, data)


# 横浜市 has 3,777,491 people, 青ヶ島村 169.
_POPULATION = _Bounds(
    TownField.POPULATION,
    "人",
    (Fraction(150), DoubtCode.POPULATION_LOW),
    (Fraction(3_800_000), DoubtCode.POPULATION_HIGH),
)
# 高山市 has 2,177.61 km², 舟橋村 3.47 km².
_AREA = _Bounds(
    TownField.AREA,
    "km²",
    (Fraction(34, 10), DoubtCode.AREA_LOW),
    (Fraction(2_178), DoubtCode.AREA_HIGH),
)
# 豊島区 has about 23,200 people a km², 檜枝岐村 1.3. People grow and shrink, hence the margin.
_DENSITY = _Bounds(
    TownField.AREA,
    "人／km²",
    (Fraction(1), DoubtCode.DENSITY_LOW),
    (Fraction(25_000), DoubtCode.DENSITY_HIGH),
    quotient=True,
)
# 横浜市 runs about 340 elementary schools, more than any other municipality.
_ELEMENTARY = _Bounds(TownField.ELEMENTARY, "校", high=(Fraction(350), DoubtCode.ELEMENTARY_HIGH))
# Of the eight cases 世田谷区 has the most people a school, 14,452; a third more is doubted.
# Villages of several islands keep a school each for about 100 people; half of that is doubted.
_PEOPLE_PER_SCHOOL = _Bounds(
    TownField.ELEMENTARY,
    "人",
    (Fraction(50), DoubtCode.PEOPLE_PER_SCHOOL_LOW),
    (Fraction(20_000), DoubtCode.PEOPLE_PER_SCHOOL_HIGH),
    quotient=True,
)
# 横浜市 runs about 145 junior high schools, more than any other municipality.
_JUNIOR_HIGH = _Bounds(
    TownField.JUNIOR_HIGH, "校", high=(Fraction(160), DoubtCode.JUNIOR_HIGH_HIGH)
)
# Of the eight cases 世田谷区 has the most people a junior high school, 30,899; twice that is
# doubted.
_PEOPLE_PER_JUNIOR_HIGH = _Bounds(
    TownField.JUNIOR_HIGH,
    "人",
    high=(Fraction(60_000), DoubtCode.PEOPLE_PER_JUNIOR_HIGH_HIGH),
    quotient=True,
)
# Small villages send their few pupils elsewhere, or have one 義務教育学校 in place of both.
_JUNIOR_HIGH_FROM = 10_000
# 横浜市 has about 2,900 自治会・町内会 and 250 districts; school districts are no more than the
# schools. A municipality is one, and lies in one prefecture.
_MOST_ZONES = {
    Zone.NEIGHBOURHOOD: 5_000,
    Zone.ELEMENTARY: 350,
    Zone.JUNIOR_HIGH: 160,
    Zone.DAILY_LIVING: 350,
    Zone.DISTRICT: 500,
    Zone.MUNICIPALITY: 1,
    Zone.PREFECTURE: 1,
}
# 集落 of a handful of people have their own 自治会; nothing wider is for so few.
_LEAST_PEOPLE_A_ZONE = {Zone.NEIGHBOURHOOD: 5}
_LEAST_PEOPLE_ELSEWHERE = 20
# 南牧村（群馬県） has 65.2 %, the nation 28.6 %; no municipality comes near a third of that. What
# is below 1 was entered as a share in place of per cent.
_AGEING = _Bounds(
    TownField.AGEING,
    "％",
    (Fraction(10), DoubtCode.AGEING_LOW),
    (Fraction(70), DoubtCode.AGEING_HIGH),
)
# The largest 町 is 府中町（広島県） with 51,155 people, the largest 村 読谷村 with 41,206.
_LARGEST_OF_KIND = {"町": 60_000, "村": 50_000}
# 政令指定都市 need 500,000 people (地方自治法第252条の19). The smallest 市 is 歌志内市 with 2,989,
# and the smallest 特別区 千代田区 with 66,680.
_SMALLEST_OF_KIND = {"政令指定都市": 500_000, "市": 2_000, "特別区": 50_000}
# The census, which most figures of towns come from, is taken every five years.
_OLD_YEARS = 5


def doubts(
    town: OwnTown, today: PartialDate, municipality: Municipality | None = None
) -> tuple[Doubt, ...]:
    """Return what is odd about the figures of a town; nothing where they are not entered.

    ``municipality`` is the one picked, whose kind says something of its size.
    """
    return (
        *_sizes(town, municipality),
        *_schools(town),
        *_zones(town),
        *_days(town, today),
    )


def _sizes(town: OwnTown, municipality: Municipality | None) -> Iterator[Doubt]:
    people = None if town.population is None else Fraction(town.population)
    area = None if town.area_km2 is None else exact(town.area_km2)
    yield from _POPULATION.doubt(people)
    if municipality is not None and town.population is not None:
        yield from _unlike_kind(town.population, municipality)
    yield from _AREA.doubt(area)
    if people is not None and area is not None:
        yield from _DENSITY.doubt(people / area)
    if town.ageing_rate is not None:
        yield from _AGEING.doubt(exact(town.ageing_rate))


def _unlike_kind(population: int, municipality: Municipality) -> Iterator[Doubt]:
    kind = municipality.kind
    too_many = population > _LARGEST_OF_KIND.get(kind, population)
    too_few = population < _SMALLEST_OF_KIND.get(kind, 0)
    if too_many or too_few:
        data = {
            "value": f"{population:,}人",
            "name": municipality.name,
            "kind": kind,
            "word": "多い" if too_many else "少ない",
        }
        yield Doubt(DoubtCode.POPULATION_UNLIKE_KIND, TownField.POPULATION, data)


def _schools(town: OwnTown) -> Iterator[Doubt]:
    elementary, junior_high = town.elementary_schools, town.junior_high_schools
    if elementary is not None:
        yield from _ELEMENTARY.doubt(Fraction(elementary))
    if elementary == 0:
        yield Doubt(DoubtCode.NO_ELEMENTARY, TownField.ELEMENTARY, {"value": "0校"})
    if elementary and town.population is not None:
        yield from _PEOPLE_PER_SCHOOL.doubt(Fraction(town.population, elementary))
    if elementary and junior_high is not None and junior_high > elementary:
        data = {"elementary": f"{elementary:,}校", "junior_high": f"{junior_high:,}校"}
        yield Doubt(DoubtCode.MORE_JUNIOR_HIGHS, TownField.JUNIOR_HIGH, data)
    if junior_high is not None:
        yield from _junior_highs(junior_high, town.population)


def _junior_highs(number: int, people: int | None) -> Iterator[Doubt]:
    yield from _JUNIOR_HIGH.doubt(Fraction(number))
    if number == 0 and people is not None and people > _JUNIOR_HIGH_FROM:
        yield Doubt(DoubtCode.NO_JUNIOR_HIGH, TownField.JUNIOR_HIGH, {"value": "0校"})
    if number and people is not None:
        yield from _PEOPLE_PER_JUNIOR_HIGH.doubt(Fraction(people, number))


def _zones(town: OwnTown) -> Iterator[Doubt]:
    for known in town.zones:
        zone = known.zone
        if known.count > _MOST_ZONES[zone]:
            data = {"zone": zone.label, "value": f"{known.count:,}"}
            yield Doubt(DoubtCode.ZONES_HIGH, TownField.ZONES, data)
            continue  # once is enough
        each = None if town.population is None else Fraction(town.population, known.count)
        least = _LEAST_PEOPLE_A_ZONE.get(zone, _LEAST_PEOPLE_ELSEWHERE)
        if each is not None and each < least:
            data = {"zone": zone.label, "value": f"{rounded_text(each)}人"}
            yield Doubt(DoubtCode.PEOPLE_PER_ZONE_LOW, TownField.ZONES, data)
    schools = {
        Zone.ELEMENTARY: town.elementary_schools,
        Zone.JUNIOR_HIGH: town.junior_high_schools,
    }
    for zone, number in schools.items():
        zones = town.zone_count(zone)
        if number and zones is not None and zones != number:
            data = {"zone": zone.label, "zones": f"{zones:,}", "schools": f"{number:,}校"}
            yield Doubt(DoubtCode.ZONES_UNLIKE_SCHOOLS, TownField.ZONES, data)


def _days(town: OwnTown, today: PartialDate) -> Iterator[Doubt]:
    figures = (
        town.population,
        town.area_km2,
        town.elementary_schools,
        town.junior_high_schools,
        town.ageing_rate,
    )
    day, now = town.as_of, today.first_day
    if day is None:
        if any(figure is not None for figure in figures):
            yield Doubt(DoubtCode.NO_DATE, TownField.AS_OF)
        return
    data = {"value": str(day)}
    if day.first_day > now:
        yield Doubt(DoubtCode.FUTURE_DATE, TownField.AS_OF, data)
    elif _years_later(day.last_day, _OLD_YEARS) < now:
        yield Doubt(DoubtCode.OLD_DATE, TownField.AS_OF, data)


def _years_later(day: datetime.date, years: int) -> datetime.date:
    """Return the same day some years later; the 28th for a 29 February that is not there."""
    return day.replace(year=day.year + years, day=min(day.day, 28 if day.month == 2 else 31))
