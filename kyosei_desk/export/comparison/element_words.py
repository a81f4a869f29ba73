# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""An element in a few words, as it stands in a cell: name, number, zone, who runs it."""

from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.domain.comparing.figures import Basis, element_ratio
from kyosei_desk.domain.designs import Element
from kyosei_desk.domain.sources import date_words
from kyosei_desk.domain.vocabulary import ElementType


def element_words(design: ComparedDesign, element: Element, *, era_first: bool) -> str:
    """Return an element: ``まちの保健室 15か所〔小学校区／地域包括支援センター等〕``."""
    number = count_words(element, era_first=era_first)
    beside = [element.zone.label, "・".join(one.label for one in element.operators)]
    beside += [planned_words(element, era_first=era_first), people_words(design, element)]
    said = "／".join(filter(None, beside))
    return f"{element.name}{f' {number}' if number else ''}〔{said}〕"


def count_words(element: Element, *, era_first: bool) -> str:
    """Return the number with its unit, and its day where the source gives one; or nothing."""
    if element.count is None:
        return ""
    number = f"{element.count:,}{element.unit}"
    day = element.count_as_of
    if day is None:
        return number
    # A bare year is that of a 年度 as often as not: 現在 would say too much.
    on_a_day = "現在" if day.month else ""
    return f"{number}（{date_words(day, era_first=era_first)}{on_a_day}）"


def planned_words(element: Element, *, era_first: bool) -> str:
    """Return how many are planned, and by when: ``計画15か所・2025年まで``; or nothing."""
    planned = element.planned
    if planned is None:
        return ""
    by = f"・{date_words(planned.by, era_first=era_first)}まで" if planned.by else ""
    return f"計画{planned.count:,}{element.unit or ''}{by}"


def people_words(design: ComparedDesign, element: Element) -> str:
    """Return how many people there are to one place: ``1か所あたり5,290人``; or nothing."""
    if element.type is not ElementType.PLACE:
        return ""
    ratio = element_ratio(design, element, Basis.PEOPLE_PER_ONE)
    return f"1{element.unit}あたり{ratio.text}" if ratio else ""
