# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A model project: the same support-system design as a case, with all that stands around it.

A project is one immutable value. What changes it are the functions of
:mod:`kyosei_desk.domain.projects.changes`, which return another.
"""

from collections.abc import Iterable, Sequence
from typing import Annotated, Self

from pydantic import Field, model_validator

from kyosei_desk.domain.base import (
    DomainModel,
    Flag,
    NaturalNumber,
    PositiveMeasure,
    PositiveNumber,
)
from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.designs import Element, ElementId, SupportDesign
from kyosei_desk.domain.municipalities import MunicipalityCode
from kyosei_desk.domain.projects.money import BudgetLine, SubsidyProgramme
from kyosei_desk.domain.sources import Source
from kyosei_desk.domain.vocabulary import LabelledEnum, Zone

PROJECT_FORMAT = 1
PROJECT_FOLDER = "projects/"
OWN_SOURCE = "own"  # the id of the project itself as a source of its elements
UNWRITTEN = "説明は、まだ書かれていません。"  # the text of an element nobody has described

Percentage = Annotated[float, Field(strict=True, ge=0, le=100, allow_inf_nan=False)]


class ProjectStatus(LabelledEnum):
    """How far a project has come."""

    DRAFT = "draft", "検討中"
    PROPOSED = "proposed", "庁内で協議中"
    DECIDED = "decided", "決定"
    CLOSED = "closed", "終了"


class ScalingRule(LabelledEnum):
    """How the number of an element taken over follows the size of one's own town."""

    POPULATION = "population", "人口に比例"
    ELEMENTARY = "elementary", "小学校の数に比例"
    ZONE = "zone", "圏域の数に比例"
    FIXED = "fixed", "事例と同じ数"


class ZoneCount(DomainModel):
    """How many zones (圏域) of a sort the town has."""

    zone: Zone
    count: PositiveNumber


class OwnTown(DomainModel):
    """The town a project is for: persons, km², schools, per cent; None where not entered.

    ``code`` is None for a place outside the list of municipalities.
    """

    name: str
    code: MunicipalityCode | None = None
    as_of: PartialDate | None = None
    population: PositiveNumber | None = None
    area_km2: PositiveMeasure | None = None
    elementary_schools: NaturalNumber | None = None
    junior_high_schools: NaturalNumber | None = None
    ageing_rate: Percentage | None = None
    zones: tuple[ZoneCount, ...] = ()

    def zone_count(self, zone: Zone) -> int | None:
        """Return how many zones of a sort there are, None where that was not entered."""
        return next((known.count for known in self.zones if known.zone is zone), None)

    @model_validator(mode="after")
    def _each_zone_once(self) -> Self:
        _refuse_doubles(known.zone for known in self.zones)
        return self


class Goal(DomainModel):
    """What the project is for; ``provisions`` are ids of the guideline's rows it serves."""

    id: ElementId
    text: str
    provisions: tuple[str, ...] = ()


class Participant(DomainModel):
    """Who takes part, as an office or body, never as a named person, and in what part."""

    id: ElementId
    role: str
    part: str | None = None


class Scaling(DomainModel):
    """How a number was scaled: ``source_count`` × ``ours`` ÷ ``theirs``, rounded to a whole.

    The two bases are None for :attr:`ScalingRule.FIXED`. ``edited``: the person has put
    another number in place of the one computed.
    """

    rule: ScalingRule
    source_count: PositiveNumber
    theirs: PositiveMeasure | None = None
    ours: PositiveMeasure | None = None
    edited: Flag = False

    @model_validator(mode="after")
    def _has_its_bases(self) -> Self:
        fixed = self.rule is ScalingRule.FIXED
        if fixed != (self.theirs is None) or fixed != (self.ours is None):
            raise ValueError("scaling_without_bases")
        return self


class Origin(DomainModel):
    """Where an element was taken over from, and how it stood there then.

    ``address`` is such as ``cases/nabari#machi-no-hokenshitsu``; ``element`` is one's own,
    ``taken_from`` the other as it was, ``source`` and its place what that one cites.
    """

    element: ElementId
    address: str
    town: str
    taken_on: PartialDate
    taken_from: Element
    source: Source
    scaling: Scaling | None = None

    @property
    def document_id(self) -> str:
        """The case, or other project, it was taken from."""
        return self.address.partition("#")[0]


class Step(DomainModel):
    """A step of the schedule, from the first month to the last; both with a month."""

    id: ElementId
    name: str
    start: PartialDate
    end: PartialDate
    elements: tuple[ElementId, ...] = ()
    note: str | None = None

    @model_validator(mode="after")
    def _months_in_order(self) -> Self:
        if self.start.month is None or self.end.month is None:
            raise ValueError("step_without_month")
        if self.end < self.start:
            raise ValueError("step_ends_before_it_starts")
        return self


class Decision(DomainModel):
    """What was decided, why, by which body, when, and on which passages (addresses)."""

    id: ElementId
    what: str
    why: str | None = None
    who: str | None = None
    on: PartialDate | None = None
    passages: tuple[str, ...] = ()


class Answer(DomainModel):
    """What was answered to a question of the interview, in one's own words."""

    question: str
    text: str


def project_title(town: str, name: str, variant: str) -> str:
    """Return ``名張市 支え合い（案A）``; a name that begins with the town's says it already."""
    start = "" if name.startswith(town) else f"{town} "
    return f"{start}{name}（{variant}）"


class ModelProject(DomainModel):
    """A municipality's own project; every change makes another value.

    ``existing`` are the elements the town has today, all others are still to come.
    ``design.not_applicable`` are the provisions left out on purpose, each with its reason.
    ``retired`` are ids that were given once and are not given again: of each sort, such as
    ``e-7`` of an element, the one with the highest number.
    """

    format: Annotated[int, Field(strict=True, ge=1, le=PROJECT_FORMAT)] = PROJECT_FORMAT
    id: ElementId
    name: str
    variant: str
    status: ProjectStatus = ProjectStatus.DRAFT
    town: OwnTown
    goals: tuple[Goal, ...] = ()
    design: SupportDesign = SupportDesign()
    existing: tuple[ElementId, ...] = ()
    origins: tuple[Origin, ...] = ()
    programmes: tuple[SubsidyProgramme, ...] = ()
    budget: tuple[BudgetLine, ...] = ()
    steps: tuple[Step, ...] = ()
    decisions: tuple[Decision, ...] = ()
    participants: tuple[Participant, ...] = ()
    answers: tuple[Answer, ...] = ()
    retired: tuple[ElementId, ...] = ()

    @property
    def address(self) -> str:
        """Where the project is found among all designs: ``projects/`` and its id."""
        return f"{PROJECT_FOLDER}{self.id}"

    @property
    def title(self) -> str:
        """The town, the name and the variant in one line; the town once."""
        return project_title(self.town.name, self.name, self.variant)

    def element(self, element_id: str) -> Element | None:
        """Return an element of the design, None if it has no such."""
        return next((one for one in self.design.elements if one.id == element_id), None)

    def origin(self, element_id: str) -> Origin | None:
        """Return where an element was taken over from, None for one's own."""
        return next((one for one in self.origins if one.element == element_id), None)

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Self:
        lists: tuple[Sequence[Element | Goal | BudgetLine | SubsidyProgramme | Step], ...] = (
            self.design.elements,
            self.goals,
            self.programmes,
            self.budget,
            self.steps,
        )
        for entries in lists:
            _refuse_doubles(entry.id for entry in entries)
        _refuse_doubles(decision.id for decision in self.decisions)
        _refuse_doubles(participant.id for participant in self.participants)
        _refuse_doubles(origin.element for origin in self.origins)
        _refuse_doubles(answer.question for answer in self.answers)
        _refuse_doubles(unfit.id for unfit in self.design.not_applicable)
        _refuse_doubles(self.existing)
        return self

    @model_validator(mode="after")
    def _every_mention_is_known(self) -> Self:
        known = {element.id for element in self.design.elements}
        ends = [end for link in self.design.links for end in (link.from_, link.to)]
        planned = [element for step in self.steps for element in step.elements]
        costed = [line.element for line in self.budget if line.element is not None]
        taken = [origin.element for origin in self.origins]
        if not known.issuperset([*ends, *planned, *costed, *taken, *self.existing]):
            raise ValueError("unknown_element")
        programmes = {programme.id for programme in self.programmes}
        if any(line.programme not in {None, *programmes} for line in self.budget):
            raise ValueError("unknown_programme")
        return self


def _refuse_doubles(ids: Iterable[str]) -> None:
    listed = list(ids)
    if len(set(listed)) < len(listed):
        raise ValueError("duplicate_id")
