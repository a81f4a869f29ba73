# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""An element in a few words, as it stands in a cell: name, number, zone, who runs it."""

from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.domain.comparing.figures import Basis, element_ratio, profile_quantities
from kyosei_desk.domain.comparing.quantities import Quantity
from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.designs import Element
from kyosei_desk.domain.sources import date_words
from kyosei_desk.domain.vocabulary import ElementType, Zone

NO_DAY = "日付不明"


def element_words(design: ComparedDesign, element: Element, *, era_first: bool) -> str:
    """Return an element: ``まちの保健室 15か所（日付不明）〔小学校区／…〕``."""
    number = dated_count(design, element, era_first=era_first)
    beside = [element.zone.label, "・".join(one.label for one in element.operators)]
    beside += [planned_words(element, era_first=era_first), people_words(design, element)]
    beside.append(schools_words(design, element))
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


def dated_count(design: ComparedDesign, element: Element, *, era_first: bool) -> str:
    """Return the number as :func:`count_words`, marked where its source gives no day.

    One's own number is a plan: it has no day that could be lacking.
    """
    number = count_words(element, era_first=era_first)
    undated = number and element.count_as_of is None and not design.is_own
    return f"{number}（{NO_DAY}）" if undated else number


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


def schools_words(design: ComparedDesign, element: Element) -> str:
    """Return a number beside that of the zones it belongs to: ``小学校14校に15か所``; or nothing.

    Only where the zones are school districts and the number of schools is known. It is
    put together here: no source says that there is one in every zone.
    """
    schools = _schools(design, element)
    if schools is None:
        return ""
    return f"{schools.label.removesuffix('数')}{schools.text}に{element.count:,}{element.unit}"


def schools_days(design: ComparedDesign, element: Element, *, era_first: bool) -> str:
    """Return the days of both numbers of :func:`schools_words`, or nothing."""
    schools = _schools(design, element)
    if schools is None:
        return ""
    own, theirs = _day(schools.as_of, era_first), _day(element.count_as_of, era_first)
    said = f"{schools.note}、" if schools.note else ""
    return f"学校は{said}{own}、{element.unit}は{theirs}"


def _schools(design: ComparedDesign, element: Element) -> Quantity | None:
    """Return how many zones of the element's there are, by the number of schools."""
    if element.count is None or element.type is not ElementType.PLACE:
        return None
    town = profile_quantities(design)
    known = {
        Zone.ELEMENTARY: town.elementary_schools,
        Zone.JUNIOR_HIGH: town.junior_high_schools,
    }
    schools = known.get(element.zone)
    return schools if schools is not None and schools.value else None


def _day(day: PartialDate | None, era_first: bool) -> str:
    return f"{date_words(day, era_first=era_first)}現在" if day else NO_DAY
