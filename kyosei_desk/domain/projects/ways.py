# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The palette: every element of the cases, filtered, nearest place in one condition first."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.domain.comparing.nearness import ConditionKind, Nearness, Town, ordered_by
from kyosei_desk.domain.comparing.quantities import exact
from kyosei_desk.domain.designs import Element
from kyosei_desk.domain.municipalities import Municipality
from kyosei_desk.domain.projects.model import ModelProject, OwnTown
from kyosei_desk.domain.provisions import Provision
from kyosei_desk.domain.vocabulary import Coverage, ElementType, Operator, Zone

_KATAKANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}


@dataclass(frozen=True)
class WayFilter:
    """What elements to show; an empty choice lets all through.

    ``functions`` and ``provisions`` are ids; ``text`` is words that must all occur.
    """

    functions: frozenset[str] = frozenset()
    provisions: frozenset[str] = frozenset()
    zones: frozenset[Zone] = frozenset()
    operators: frozenset[Operator] = frozenset()
    types: frozenset[ElementType] = frozenset()
    text: str = ""


@dataclass(frozen=True)
class Way:
    """An element that can be taken over, how near its place is, what was made of it so far.

    ``taken_as`` are the ids of the own elements that came from it.
    """

    column: ComparedDesign
    element: Element
    nearness: Nearness
    taken_as: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """Where it can be read, and taken over from."""
        return self.column.address(self.element)

    def coverage(self, provision_id: str) -> Coverage | None:
        """Return how far it answers a provision, None where it does not."""
        answers = self.element.provisions
        return next((one.coverage for one in answers if one.id == provision_id), None)


def near_town(town: OwnTown, municipalities: Mapping[str, Municipality]) -> Town:
    """Return one's own town as nearness compares it; no schools are as good as not knowing."""
    return Town(
        municipalities.get(town.code or ""),
        town.population,
        None if town.area_km2 is None else exact(town.area_km2),
        town.elementary_schools or None,
        town.as_of,
    )


def ways(
    project: ModelProject,
    cases: Sequence[ComparedDesign],
    provisions: Mapping[str, Provision],
    municipalities: Mapping[str, Municipality],
    chosen: WayFilter | None = None,
    order: ConditionKind = ConditionKind.POPULATION,
) -> tuple[Way, ...]:
    """Return the elements of all cases that pass a filter, the nearest place first.

    Places nothing is known of come last, alike ones in the order given. In one case stand
    first those that answer a chosen provision in full, the rest as the case has them.
    """
    sieve = _Sieve(chosen or WayFilter(), provisions)
    taken: dict[str, list[str]] = {}
    for origin in project.origins:
        taken.setdefault(origin.address, []).append(origin.element)
    by_id = {case.id: case for case in cases if case.id != project.address}
    own = near_town(project.town, municipalities)
    found = []
    for near in ordered_by(order, own, by_id.values()):
        case = by_id[near.design_id]
        for element in sorted(case.design.elements, key=sieve.answers_less):
            if sieve.lets_through(element, case):
                made = tuple(taken.get(case.address(element), ()))
                found.append(Way(case, element, near, made))
    return tuple(found)


class _Sieve:
    """A filter with its words folded, and the provisions its functions mean."""

    def __init__(self, chosen: WayFilter, provisions: Mapping[str, Provision]):
        self._chosen = chosen
        self._words = folded(chosen.text).split()
        self._of_functions = frozenset(
            one.id for one in provisions.values() if one.function in chosen.functions
        )

    def answers_less(self, element: Element) -> bool:
        """Tell whether an element answers no chosen provision in full: such stand later."""
        return not any(
            answer.id in self._chosen.provisions and answer.coverage is Coverage.FULL
            for answer in element.provisions
        )

    def lets_through(self, element: Element, case: ComparedDesign) -> bool:
        """Tell whether an element passes every choice."""
        chosen = self._chosen
        answered = {answer.id for answer in element.provisions}
        return (
            (not chosen.functions or not answered.isdisjoint(self._of_functions))
            and (not chosen.provisions or not answered.isdisjoint(chosen.provisions))
            and (not chosen.zones or element.zone in chosen.zones)
            and (not chosen.operators or not chosen.operators.isdisjoint(element.operators))
            and (not chosen.types or element.type in chosen.types)
            and self._has_words(element, case)
        )

    def _has_words(self, element: Element, case: ComparedDesign) -> bool:
        if not self._words:
            return True
        texts = (element.name, element.reading or "", *element.aliases, element.text, case.title)
        written = folded("\n".join(texts))
        return all(word in written for word in self._words)


def folded(text: str) -> str:
    """Return a text in which width, case and kana no longer differ."""
    return unicodedata.normalize("NFKC", text).casefold().translate(_KATAKANA)
