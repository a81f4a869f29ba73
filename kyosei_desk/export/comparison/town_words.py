# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The figures of a place in words, as they stand in the head of a column."""

from dataclasses import dataclass

from kyosei_desk.domain.municipalities import TownFigures
from kyosei_desk.domain.sources import date_words

_NO_DAY = "日付の記載なし"


@dataclass(frozen=True)
class TownWords:
    """Each figure with its unit and the day of all; empty where it is not known.

    ``schools_note`` says which schools are counted.
    """

    population: str = ""
    area: str = ""
    elementary_schools: str = ""
    day: str = ""
    schools_note: str = ""


def town_words(profile: TownFigures | None, *, era_first: bool) -> TownWords:
    """Return the figures in words; figures without a day say so."""
    if profile is None:
        return TownWords()
    people, area, schools = profile.population, profile.area_km2, profile.elementary_schools
    day = ""
    if profile.as_of is not None:
        day = f"{date_words(profile.as_of, era_first=era_first)}現在"
    elif any(number is not None for number in (people, area, schools)):
        day = _NO_DAY
    return TownWords(
        "" if people is None else f"{people:,}人",
        "" if area is None else f"{area:g}km²",
        "" if schools is None else f"小学校 {schools}校",
        day,
        profile.schools_note or "" if schools is not None else "",
    )
