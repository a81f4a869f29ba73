# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The gap board: what the guideline asks, what the own design answers, who shows a way.

States are derived from the elements, never typed, and there is no score: a design that
leaves something out on purpose, with its reason, is no worse than another.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kyosei_desk.domain.comparing.designs import CitedSource, ComparedDesign
from kyosei_desk.domain.designs import Element, SupportDesign
from kyosei_desk.domain.errors import ProjectError, ProjectProblem
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.domain.provisions import Provision, SupportFunction
from kyosei_desk.domain.vocabulary import Coverage, LabelledEnum

# The fourth part of the notice (第二の4) is asked of the prefecture, not of municipalities.
PREFECTURAL_FUNCTION = "f4"


class GapState(LabelledEnum):
    """How far the own design answers a provision."""

    COVERED = "covered", "答えている"
    PARTLY = "partly", "一部"
    NOT_YET = "not_yet", "まだ"
    LEFT_OUT = "left_out", "しないと決めた"
    PREFECTURAL = "prefectural", "都道府県の役割"


@dataclass(frozen=True)
class GapAnswer:
    """An own element that answers a provision; ``existing``: the town has it today."""

    element: Element
    coverage: Coverage
    existing: bool


@dataclass(frozen=True)
class GapWay:
    """An element of a case, or of another own design, that shows a way."""

    column: ComparedDesign
    element: Element
    coverage: Coverage

    @property
    def address(self) -> str:
        """Where it can be read, and taken over from."""
        return self.column.address(self.element)

    @property
    def sources(self) -> tuple[CitedSource, ...]:
        """What states it."""
        return self.column.cited([(self.element.source, self.element.place)])


@dataclass(frozen=True)
class GapRow:
    """One provision: its state, the own elements, those in full first, and the ways.

    ``reason`` is why it is left out on purpose, empty where it is not.
    """

    provision: Provision
    state: GapState
    answers: tuple[GapAnswer, ...]
    reason: str
    ways: tuple[GapWay, ...]

    @property
    def questions(self) -> tuple[str, ...]:
        """What to ask oneself, from the guideline's 留意点."""
        return self.provision.questions

    @property
    def case_count(self) -> int:
        """How many other designs show a way."""
        return len({way.column.id for way in self.ways})


@dataclass(frozen=True)
class GapGroup:
    """The rows of one function."""

    function: SupportFunction
    rows: tuple[GapRow, ...]

    @property
    def prefectural(self) -> bool:
        """Whether this is asked of the prefecture."""
        return self.function.id == PREFECTURAL_FUNCTION

    def count(self, state: GapState) -> int:
        """Return how many rows are in a state."""
        return sum(row.state is state for row in self.rows)


@dataclass(frozen=True)
class GapBoard:
    """All provisions by function, in the guideline's order."""

    groups: tuple[GapGroup, ...]

    @property
    def rows(self) -> tuple[GapRow, ...]:
        """All rows in order."""
        return tuple(row for group in self.groups for row in group.rows)

    @property
    def total(self) -> int:
        """How many provisions are asked of a municipality."""
        return sum(len(group.rows) for group in self.groups if not group.prefectural)

    @property
    def answered(self) -> int:
        """How many of them are answered in full."""
        return self.count(GapState.COVERED)

    def count(self, state: GapState) -> int:
        """Return how many are in a state, without those asked of the prefecture."""
        return sum(group.count(state) for group in self.groups if not group.prefectural)

    def row(self, provision_id: str) -> GapRow:
        """Return the row of a provision.

        Raises:
            ProjectError: ``UNKNOWN_PROVISION``: there is no such provision.
        """
        for row in self.rows:
            if row.provision.id == provision_id:
                return row
        raise ProjectError(ProjectProblem.UNKNOWN_PROVISION, (provision_id,))


def gap_board(
    project: ModelProject,
    provisions: Mapping[str, Provision],
    functions: Mapping[str, SupportFunction],
    cases: Sequence[ComparedDesign],
) -> GapBoard:
    """Return the gap board of a project.

    ``provisions`` and ``functions`` are the corpus's, by id in reading order; ``cases`` are
    the designs that may show a way, the project's own is passed over.
    """
    ways = _ways_by_provision([case for case in cases if case.id != project.address])
    groups = []
    for function in functions.values():
        asked = [one for one in provisions.values() if one.function == function.id]
        rows = tuple(_row(project, provision, ways.get(provision.id, ())) for provision in asked)
        if rows:
            groups.append(GapGroup(function, rows))
    return GapBoard(tuple(groups))


def ways_for(provision_ids: Sequence[str], cases: Sequence[ComparedDesign]) -> tuple[GapWay, ...]:
    """Return the elements that answer any of the provisions, those in full first.

    An element that answers several stands once, with the best of its answers; otherwise they
    stand in the order of the cases and of their elements.
    """
    found = [
        GapWay(case, element, best)
        for case in cases
        for element in case.design.elements
        for best in [_best(element, provision_ids)]
        if best is not None
    ]
    return _in_full_first(found)


def _ways_by_provision(cases: Iterable[ComparedDesign]) -> dict[str, tuple[GapWay, ...]]:
    """Return :func:`ways_for` of every provision, looking at each element once."""
    found: dict[str, list[GapWay]] = defaultdict(list)
    for case in cases:
        for element in case.design.elements:
            best: dict[str, Coverage] = {}
            for answer in element.provisions:
                if best.get(answer.id) is not Coverage.FULL:
                    best[answer.id] = answer.coverage
            for provision_id, coverage in best.items():
                found[provision_id].append(GapWay(case, element, coverage))
    return {provision_id: _in_full_first(ways) for provision_id, ways in found.items()}


def _in_full_first(ways: Sequence[GapWay]) -> tuple[GapWay, ...]:
    return tuple(way for wanted in Coverage for way in ways if way.coverage is wanted)


def _best(element: Element, provision_ids: Sequence[str]) -> Coverage | None:
    given = {answer.coverage for answer in element.provisions if answer.id in provision_ids}
    return next((coverage for coverage in Coverage if coverage in given), None)


def _row(project: ModelProject, provision: Provision, ways: tuple[GapWay, ...]) -> GapRow:
    answers = _answers(project, provision.id)
    reason = _reason(project.design, provision.id)
    return GapRow(provision, _state(provision, answers, reason), answers, reason, ways)


def _answers(project: ModelProject, provision_id: str) -> tuple[GapAnswer, ...]:
    answers = [
        GapAnswer(element, coverage, element.id in project.existing)
        for element in project.design.elements
        for coverage in [_best(element, (provision_id,))]
        if coverage is not None
    ]
    return tuple(one for wanted in Coverage for one in answers if one.coverage is wanted)


def _reason(design: SupportDesign, provision_id: str) -> str:
    return next((no.reason for no in design.not_applicable if no.id == provision_id), "")


def _state(provision: Provision, answers: Sequence[GapAnswer], reason: str) -> GapState:
    """Return the state; what elements answer counts before what was left out, as in a matrix."""
    if answers:
        full = any(answer.coverage is Coverage.FULL for answer in answers)
        return GapState.COVERED if full else GapState.PARTLY
    if reason:
        return GapState.LEFT_OUT
    prefectural = provision.function == PREFECTURAL_FUNCTION
    return GapState.PREFECTURAL if prefectural else GapState.NOT_YET
