# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The figures of a town as they are typed.

What is no figure is told. An odd one is only asked about, never refused: see
:mod:`kyosei_desk.domain.projects.plausibility`.
"""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.projects.model import OwnTown, ZoneCount
from kyosei_desk.domain.projects.plausibility import TownField
from kyosei_desk.domain.reading_numbers import (
    AREA,
    PEOPLE,
    PERCENT,
    SCHOOLS,
    THINGS,
    NumberSort,
    NumberTextError,
    read_number,
)
from kyosei_desk.domain.vocabulary import Zone
from kyosei_desk.wording.own_figures import FigureError, day_text, read_day
from kyosei_desk.wording.typed_numbers import number_sentence

TownValue = int | float | PartialDate | None


@dataclass(frozen=True)
class FieldWords:
    """What stands around a field: its name, unit, an example, and why it is asked."""

    label: str
    unit: str
    example: str
    why: str
    sort: NumberSort = PEOPLE


FIELD_WORDS = {
    TownField.POPULATION: FieldWords(
        "人口", "人", "62,000", "事例の数を、まちの大きさに合わせるときに使います。"
    ),
    TownField.ELEMENTARY: FieldWords(
        "小学校の数",
        "校",
        "12",
        "小学校区ごとの場や人の数を、事例と合わせるときに使います。",
        SCHOOLS,
    ),
    TownField.JUNIOR_HIGH: FieldWords(
        "中学校の数", "校", "5", "中学校区ごとに置くものの数を確かめるときに使います。", SCHOOLS
    ),
    TownField.AREA: FieldWords(
        "面積",
        "km²",
        "48.2",
        "人口密度が近い事例をさがすときに使います。",
        AREA,
    ),
    TownField.AGEING: FieldWords(
        "高齢化率（65歳以上の割合）",
        "％",
        "31.5",
        "案を読む人が、まちのようすを知るためのものです。",
        PERCENT,
    ),
    TownField.AS_OF: FieldWords(
        "いつの数字か", "", "令和7年4月1日", "あとで読む人が、古さを判断できます。"
    ),
}
ASKED_ZONES = (
    Zone.NEIGHBOURHOOD,
    Zone.DISTRICT,
    Zone.DAILY_LIVING,
    Zone.ELEMENTARY,
    Zone.JUNIOR_HIGH,
)
ZONE_WORDS = {
    Zone.NEIGHBOURHOOD: "自治会・町内会",
    Zone.DISTRICT: "地区・支所",
    Zone.DAILY_LIVING: "日常生活圏域",
    Zone.ELEMENTARY: "小学校区",
    Zone.JUNIOR_HIGH: "中学校区",
}


def read_figure(field: TownField, text: str) -> TownValue:
    """Return what was typed in a field; None where nothing was.

    Raises:
        FigureError: it is no such figure.
    """
    if field is TownField.AS_OF:
        return read_day(text, datetime.date.max)  # one to come is asked about, not refused
    words = FIELD_WORDS[field]
    value = _number(words.label, words.example, words.sort, text, words.unit)
    if value is None:
        return None
    return int(value) if words.sort.whole else float(value)


def read_zone_count(zone: Zone, text: str) -> int | None:
    """Return how many zones were typed; None where nothing was.

    Raises:
        FigureError: it is no such number.
    """
    return read_count(f"{ZONE_WORDS[zone]}の数", text)


def read_count(label: str, text: str) -> int | None:
    """Return a number of things as typed, with or without what they are counted in.

    Raises:
        FigureError: it is no such number.
    """
    value = _number(label, "12", THINGS, text)
    return None if value is None else int(value)


def figure_text(town: OwnTown, field: TownField, *, era_first: bool) -> str:
    """Return a figure as it stands in its field; nothing where it was not entered."""
    value: TownValue = getattr(town, field.value)
    if isinstance(value, PartialDate):
        return day_text(value, era_first=era_first)
    if value is None:
        return ""
    return f"{value:,}" if isinstance(value, int) else f"{value:,.10g}"


def zone_text(town: OwnTown, zone: Zone) -> str:
    """Return a number of zones as it stands in its field."""
    count = town.zone_count(zone)
    return "" if count is None else f"{count:,}"


def with_zone(town: OwnTown, zone: Zone, count: int | None) -> tuple[ZoneCount, ...]:
    """Return a town's numbers of zones with another one for a sort, in the order of sorts."""
    counts = {known.zone: known.count for known in town.zones}
    counts.pop(zone, None)
    if count is not None:
        counts[zone] = count
    return tuple(ZoneCount(zone=one, count=counts[one]) for one in Zone if one in counts)


def _number(
    label: str, example: str, sort: NumberSort, text: str, unit: str = ""
) -> Decimal | None:
    try:
        return read_number(text, sort)
    except NumberTextError as error:
        raise FigureError(number_sentence(error, label, example, sort, unit)) from error
