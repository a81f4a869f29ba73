# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Ten plain questions that lead to a first design, in the guideline's order.

They follow 第二 of the notice: the zone it all happens in, then 1号, 2号 and 3号, and last what
the planning guideline asks of the whole office. Any may be skipped and come back to. What a
person answers becomes ordinary changes, each of which can be undone; answering again adds
what is new and takes nothing away.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.designs import Element, ProvisionCoverage
from kyosei_desk.domain.projects.changed import Changed
from kyosei_desk.domain.projects.changes.answers import answer
from kyosei_desk.domain.projects.changes.elements import (
    ElementDraft,
    add_element,
    set_count,
    set_existing,
    set_provision,
)
from kyosei_desk.domain.projects.changes.taking_over import take_over, taken_as
from kyosei_desk.domain.projects.changes.town import set_town
from kyosei_desk.domain.projects.gaps import GapWay, ways_for
from kyosei_desk.domain.projects.making import made
from kyosei_desk.domain.projects.model import (
    ModelProject,
    OwnTown,
    ScalingRule,
    ZoneCount,
)
from kyosei_desk.domain.projects.question_plans import PLANS, AnswerPart, QuestionId
from kyosei_desk.domain.projects.ways import folded
from kyosei_desk.domain.vocabulary import Coverage, ElementType, LabelledEnum, Zone

__all__ = [
    "AnswerPart",
    "Chosen",
    "Example",
    "NamedThing",
    "Question",
    "QuestionId",
    "Response",
    "YesNo",
    "answer_changes",
    "answer_text",
    "near_zone",
    "questions",
]


class YesNo(LabelledEnum):
    """An answer in a word."""

    YES = "yes", "はい"
    NO = "no", "いいえ"
    UNDECIDED = "undecided", "まだ決めていない"


@dataclass(frozen=True)
class Example:
    """An element of a case that shows what a question asks for."""

    column: ComparedDesign
    element: Element


@dataclass(frozen=True)
class Question:
    """A question: what can be answered, and what it is about.

    What the town has today becomes an element of ``element_type`` in ``zone``, counted in
    ``unit``, that answers the first of ``provisions``, unless told otherwise. ``options`` are
    the elements of cases to choose from; ``answer`` is what was answered before; ``examples``
    show what is meant.
    """

    id: QuestionId
    parts: tuple[AnswerPart, ...]
    provisions: tuple[str, ...]
    element_type: ElementType
    zone: Zone
    unit: str
    options: tuple[GapWay, ...] = ()
    answer: str | None = None
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True)
class NamedThing:
    """Something the town has today; what is None is taken from the question.

    It answers a provision in part until the person says that it does in full.
    """

    name: str
    count: int | None = None
    unit: str | None = None
    zone: Zone | None = None
    coverage: Coverage = Coverage.PARTIAL
    provision: str | None = None


@dataclass(frozen=True)
class Chosen:
    """An element of a case to take over, and the rule its number is scaled by, if any."""

    column: ComparedDesign
    element_id: str
    rule: ScalingRule | None = None


@dataclass(frozen=True)
class Response:
    """What a person answers to one question; every part may be left empty."""

    zones: tuple[ZoneCount, ...] = ()
    things: tuple[NamedThing, ...] = ()
    chosen: tuple[Chosen, ...] = ()
    choice: YesNo | None = None
    text: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was answered: the question is skipped."""
        return not (self.zones or self.chosen or self.choice or self.text.strip()) and not any(
            thing.name.strip() for thing in self.things
        )


_WIDE_ZONES = (Zone.MUNICIPALITY, Zone.PREFECTURE)


def questions(project: ModelProject, cases: Sequence[ComparedDesign]) -> tuple[Question, ...]:
    """Return the ten questions, with what was answered before."""
    answered = {given.question: given.text for given in project.answers}
    others = [case for case in cases if case.id != project.address]
    return tuple(
        Question(
            id=question_id,
            parts=put.parts,
            provisions=put.provisions,
            element_type=put.element_type,
            zone=near_zone(project.town) if put.near else Zone.MUNICIPALITY,
            unit=put.unit,
            options=(ways_for(put.provisions, others) if AnswerPart.CASES in put.parts else ()),
            answer=answered.get(question_id.value),
            examples=tuple(_examples(put.examples, others)),
        )
        for question_id, put in PLANS.items()
    )


def _examples(addresses: Sequence[str], cases: Sequence[ComparedDesign]) -> Iterator[Example]:
    """Yield the elements at these addresses, as far as they are among the cases."""
    known = {
        case.address(element): Example(case, element)
        for case in cases
        for element in case.design.elements
    }
    yield from (known[address] for address in addresses if address in known)


def near_zone(town: OwnTown) -> Zone:
    """Return the zone a town thinks in: the first entered below the municipality.

    Without one it is the 小学校区, which most of the cases work in; a person can change it.
    """
    near = (known.zone for known in town.zones if known.zone not in _WIDE_ZONES)
    return next(near, Zone.ELEMENTARY)


def answer_changes(
    project: ModelProject, question: Question, response: Response, today: PartialDate
) -> list[Changed]:
    """Return the changes an answer comes to, each made on the one before.

    The last keeps the answer in words; a skipped question changes nothing.

    Raises:
        ProjectError: an element of a case is not there, or cannot be scaled as asked; a name,
            number or unit cannot be taken.
    """
    if response.is_empty:
        return []
    changes = _Changes(project)
    if response.zones:
        changes.make(lambda now: set_town(now, _with_zones(now.town, response.zones)))
    for thing in response.things:
        if thing.name.strip():
            _have(changes, question, thing)
    for one in response.chosen:
        address = _address(one)
        if not taken_as(changes.project, address):
            changes.make(_taking_over(one, today))
    kept = answer_text(response, question)
    changes.make(lambda now: answer(now, question.id.value, kept, question.id.label))
    return changes.made


def answer_text(response: Response, question: Question) -> str:
    """Return an answer in words, a line each part."""
    zones = (f"{known.zone.label} {known.count:,}" for known in response.zones)
    things = (_thing_text(thing, question) for thing in response.things if thing.name.strip())
    lines = (
        response.choice.label if response.choice else "",
        "、".join(zones),
        "、".join(things),
        "、".join(map(_chosen_text, response.chosen)),
        response.text.strip(),
    )
    return "\n".join(filter(None, lines))


def _thing_text(thing: NamedThing, question: Question) -> str:
    count = "" if thing.count is None else f" {thing.count:,}{thing.unit or question.unit}"
    return f"{thing.name.strip()}{count}"


def _chosen_text(chosen: Chosen) -> str:
    elements = chosen.column.design.elements
    name = next((one.name for one in elements if one.id == chosen.element_id), chosen.element_id)
    return f"{name}（{chosen.column.title}から）"


class _Changes:
    """Changes made one on the other; those that change nothing are not kept."""

    def __init__(self, project: ModelProject):
        self.project = project
        self.made: list[Changed] = []

    def make(self, change: Callable[[ModelProject], Changed]) -> None:
        changed = change(self.project)
        if changed.project != self.project:
            self.project = changed.project
            self.made.append(changed)


def _with_zones(town: OwnTown, zones: Iterable[ZoneCount]) -> OwnTown:
    known = {count.zone: count for count in (*town.zones, *zones)}
    return made(OwnTown, **{**dict(town), "zones": tuple(known.values())})


def _taking_over(chosen: Chosen, today: PartialDate) -> Callable[[ModelProject], Changed]:
    def change(project: ModelProject) -> Changed:
        return take_over(project, chosen.column, chosen.element_id, chosen.rule, today)

    return change


def _address(chosen: Chosen) -> str:
    return f"{chosen.column.document_id}#{chosen.element_id}"


def _have(changes: _Changes, question: Question, thing: NamedThing) -> None:
    """Add what the town has, or complete the element of that name."""
    provision = thing.provision or question.provisions[0]
    known = _named(changes.project, thing.name)
    if known is None:
        changes.make(lambda now: add_element(now, _draft(question, thing, provision)))
        return
    changes.make(lambda now: set_existing(now, known.id, True))
    given = next((one.coverage for one in known.provisions if one.id == provision), None)
    if given is None or thing.coverage is Coverage.FULL:
        changes.make(lambda now: set_provision(now, known.id, provision, thing.coverage))
    if thing.count is not None and thing.count != known.count:
        unit = thing.unit or known.unit or question.unit
        changes.make(lambda now: set_count(now, known.id, thing.count, unit))


def _named(project: ModelProject, name: str) -> Element | None:
    meant = folded(name.strip())
    return next((one for one in project.design.elements if folded(one.name) == meant), None)


def _draft(question: Question, thing: NamedThing, provision: str) -> ElementDraft:
    return made(
        ElementDraft,
        name=thing.name.strip(),
        type=question.element_type,
        zone=thing.zone or question.zone,
        count=thing.count,
        unit=None if thing.count is None else thing.unit or question.unit,
        provisions=(ProvisionCoverage(id=provision, coverage=thing.coverage),),
        existing=True,
    )
