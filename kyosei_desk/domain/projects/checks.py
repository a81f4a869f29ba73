# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What is worth a second look in one's own design: remarks, never faults.

Every rule asks what the guideline or plain sense asks; each stands with its reason.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from kyosei_desk.domain.designs import Element
from kyosei_desk.domain.projects.model import ModelProject, ScalingRule
from kyosei_desk.domain.projects.scaling import computed, town_bases
from kyosei_desk.domain.vocabulary import ElementType, LabelledEnum, LinkType, Zone

_CONSULTATION_PLACE = "p2.place"
# What stands behind a place: バックアップ, or サポート as 豊中市's CSW gives it.
_HELPING_LINKS = (LinkType.BACKUP, LinkType.SUPPORT)
_WIDE_ZONES = (Zone.MUNICIPALITY, Zone.PREFECTURE)
# Only what people go to is a matter of a zone each: there may be any number of people,
# programmes and forms.
_LOCAL_TYPES = (ElementType.PLACE, ElementType.MEETING)
# What several people share: one for fewer than five of them is a slip of the pen.
_SHARED_TYPES = (ElementType.PLACE, ElementType.MEETING, ElementType.ORGANISATION)
_FEWEST_A_PLACE = 5
# 横浜市 has 3,777,491 people (令和2年国勢調査), no municipality more.
_MOST_PEOPLE, _LARGEST = 3_800_000, "人口のいちばん多い市（約378万人）"


class RemarkCode(LabelledEnum):
    """What was noticed, what weighs most first: numbers that contradict each other."""

    MORE_THAN_PEOPLE = "more_than_people", "まちの人口とくらべて多すぎます"
    ZONE_OF_NONE = "zone_of_none", "圏域の数がゼロになっています"
    MORE_THAN_ZONES = "more_than_zones", "圏域の数より多くあります"
    FEWER_THAN_ZONES = "fewer_than_zones", "場・拠点が圏域の数より少ないです"
    LEFT_OUT_YET_ANSWERED = "left_out_yet_answered", "しないと決めた項目に答えています"
    LINE_WITHOUT_ELEMENT = "line_without_element", "要素の決まっていない予算の行があります"
    NO_BACKUP = "no_backup", "バックアップのつながりがありません"
    ZONE_WITHOUT_PLACE = "zone_without_place", "場・拠点のない圏域があります"
    NO_OPERATOR = "no_operator", "担い手がありません"
    UNLINKED = "unlinked", "どことも、つながっていません"
    NO_PROVISION = "no_provision", "どの項目に答えるかが選ばれていません"


@dataclass(frozen=True)
class Remark:
    """A remark on elements (ids), or on a zone and its elements; ``data`` for the sentence."""

    code: RemarkCode
    elements: tuple[str, ...]
    zone: Zone | None = None
    data: Mapping[str, str] = field(default_factory=dict)


def remarks(project: ModelProject) -> tuple[Remark, ...]:
    """Return everything noticed, what weighs most first, each sort in the design's order."""
    return tuple(remark for rule in _RULES for remark in rule(project))


def _without_operator(project: ModelProject) -> Iterator[Remark]:
    """An organisation runs itself; all else needs somebody."""
    for element in project.design.elements:
        if not element.operators and element.type is not ElementType.ORGANISATION:
            yield Remark(RemarkCode.NO_OPERATOR, (element.id,))


def _without_backup(project: ModelProject) -> Iterator[Remark]:
    """The guideline asks a backup for the places that take in every worry (p2.backup).

    People draw the line either way, so its direction does not count.
    """
    helped = {
        end
        for link in project.design.links
        if link.type in _HELPING_LINKS
        for end in (link.from_, link.to)
    }
    for element in _places(project):
        if _answers(element, _CONSULTATION_PLACE) and element.id not in helped:
            yield Remark(RemarkCode.NO_BACKUP, (element.id,))


def _zones_without_place(project: ModelProject) -> Iterator[Remark]:
    """A zone the design works in, but in which nobody can go anywhere."""
    with_place = {element.zone for element in _places(project)}
    for zone in Zone:
        inside = [element.id for element in project.design.elements if element.zone is zone]
        if inside and zone not in with_place and zone not in _WIDE_ZONES:
            yield Remark(RemarkCode.ZONE_WITHOUT_PLACE, tuple(inside), zone)


def _fewer_than_zones(project: ModelProject) -> Iterator[Remark]:
    """All places of a zone together do not reach one each; not told where one has no number."""
    zones = town_bases(project.town).zones
    for zone in Zone:
        places = [element for element in _places(project) if element.zone is zone]
        counts = [element.count for element in places if element.count is not None]
        known = zones.get(zone)
        if zone in _WIDE_ZONES or not known or not places or len(counts) < len(places):
            continue
        if sum(counts) < known:
            data = {"count": f"{sum(counts):,}", "zones": f"{known:,}"}
            ids = tuple(element.id for element in places)
            yield Remark(RemarkCode.FEWER_THAN_ZONES, ids, zone, data)


def _more_than_zones(project: ModelProject) -> Iterator[Remark]:
    zones = town_bases(project.town).zones
    for element in project.design.elements:
        known = zones.get(element.zone)
        if element.type not in _LOCAL_TYPES or element.count is None or known is None:
            continue
        if element.count > known and not _as_scaled(project, element, known):
            data = {
                "count": f"{element.count:,}",
                "unit": element.unit or "",
                "zones": f"{known:,}",
            }
            yield Remark(RemarkCode.MORE_THAN_ZONES, (element.id,), element.zone, data)


def _as_scaled(project: ModelProject, element: Element, zones: int) -> bool:
    """Tell whether a number is the one that was proposed by the zones there are.

    The case it comes from has more than one in a zone, too: what the program proposes it does
    not question.
    """
    origin = project.origin(element.id)
    scaling = origin.scaling if origin is not None else None
    return (
        scaling is not None
        and scaling.rule in (ScalingRule.ZONE, ScalingRule.ELEMENTARY)
        and scaling.ours == zones
        and computed(scaling).count == element.count
    )


def _zones_of_none(project: ModelProject) -> Iterator[Remark]:
    """There is something in school districts, but the town is said to have no such school."""
    schools = {
        Zone.ELEMENTARY: project.town.elementary_schools,
        Zone.JUNIOR_HIGH: project.town.junior_high_schools,
    }
    known = town_bases(project.town).zones
    for zone, count in schools.items():
        inside = [one.id for one in project.design.elements if one.zone is zone]
        if count == 0 and zone not in known and inside:
            yield Remark(RemarkCode.ZONE_OF_NONE, tuple(inside), zone)


def _lines_without_element(project: ModelProject) -> Iterator[Remark]:
    """Costs of which nobody can tell any more what they are for."""
    items = [line.item for line in project.budget if line.element is None]
    if items:
        data = {"lines": "".join(f"「{item}」" for item in items)}
        yield Remark(RemarkCode.LINE_WITHOUT_ELEMENT, (), data=data)


def _without_provision(project: ModelProject) -> Iterator[Remark]:
    """What is linked to an element that answers something has its part in that answer."""
    answering = {element.id for element in project.design.elements if element.provisions}
    ends = [(link.from_, link.to) for link in project.design.links]
    helping = {one for pair in ends if not answering.isdisjoint(pair) for one in pair}
    for element in project.design.elements:
        if element.id not in answering | helping:
            yield Remark(RemarkCode.NO_PROVISION, (element.id,))


def _unlinked(project: ModelProject) -> Iterator[Remark]:
    """「点」 to 「面」: nothing to say of the only element there is."""
    elements = project.design.elements
    if len(elements) < 2:
        return
    linked = {end for link in project.design.links for end in (link.from_, link.to)}
    for element in elements:
        if element.id not in linked:
            yield Remark(RemarkCode.UNLINKED, (element.id,))


def _left_out_yet_answered(project: ModelProject) -> Iterator[Remark]:
    for left_out in project.design.not_applicable:
        answering = [one.id for one in project.design.elements if _answers(one, left_out.id)]
        if answering:
            data = {"provision": left_out.id}
            yield Remark(RemarkCode.LEFT_OUT_YET_ANSWERED, tuple(answering), data=data)


def _more_than_people(project: ModelProject) -> Iterator[Remark]:
    """More than there are people, or places for less than a handful of people each."""
    people = project.town.population
    for element in project.design.elements:
        most = people or _MOST_PEOPLE
        if element.type in _SHARED_TYPES:
            most = max(1, most // _FEWEST_A_PLACE)
        if element.count is not None and element.count > most:
            data = {
                "count": f"{element.count:,}",
                "unit": element.unit or "",
                "people": f"まちの人口（{people:,}人）" if people else _LARGEST,
            }
            yield Remark(RemarkCode.MORE_THAN_PEOPLE, (element.id,), data=data)


def _places(project: ModelProject) -> Iterator[Element]:
    return (one for one in project.design.elements if one.type is ElementType.PLACE)


def _answers(element: Element, provision_id: str) -> bool:
    return any(answer.id == provision_id for answer in element.provisions)


_RULES: tuple[Callable[[ModelProject], Iterator[Remark]], ...] = (
    _more_than_people,
    _zones_of_none,
    _more_than_zones,
    _fewer_than_zones,
    _left_out_yet_answered,
    _lines_without_element,
    _without_backup,
    _zones_without_place,
    _without_operator,
    _unlinked,
    _without_provision,
)
