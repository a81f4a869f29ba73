# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
from dataclasses import replace

from kyosei_desk.domain.projects.changed import ChangeKind
from kyosei_desk.domain.projects.changes.elements import set_count
from kyosei_desk.domain.projects.changes.parts import altered
from kyosei_desk.domain.projects.changes.recounting import recount
from kyosei_desk.domain.projects.changes.taking_over import take_over
from kyosei_desk.domain.projects.changes.town import set_town
from kyosei_desk.domain.projects.model import ModelProject, ScalingRule
from kyosei_desk.domain.projects.outdated_counts import outdated_counts
from tests.domain.projects.samples import COLUMN, TODAY, empty_project, town

HOKEN, _, HIROBA = (
    altered(one, count=one.count or 8, unit="か所") for one in COLUMN.design.elements
)
CASE = replace(COLUMN, design=altered(COLUMN.design, elements=(HOKEN, HIROBA), links=()))


def begun() -> ModelProject:
    first = take_over(empty_project(), CASE, HOKEN.id, ScalingRule.POPULATION, TODAY).project
    return take_over(first, CASE, HIROBA.id, ScalingRule.POPULATION, TODAY).project


def smaller(project: ModelProject) -> ModelProject:
    people = project.town.population
    assert people is not None
    return set_town(project, town(population=people // 4)).project


def test_numbers_of_todays_figures_are_not_told() -> None:
    assert outdated_counts(begun()) == ()
    unchanged = recount(begun())
    assert unchanged.project == begun()


def test_other_figures_of_the_town_make_them_outdated_until_they_are_scaled_anew() -> None:
    project = smaller(begun())
    told = {one.element.name: one.today.count for one in outdated_counts(project)}
    assert set(told) == {HOKEN.name, HIROBA.name}
    changed = recount(project)
    assert changed.kind is ChangeKind.ELEMENT_RESCALED
    counts = {one.name: one.count for one in changed.project.design.elements}
    assert counts == told
    assert outdated_counts(changed.project) == ()
    asked = {one.element: one.scaling.ours for one in changed.project.origins if one.scaling}
    assert set(asked.values()) == {project.town.population}


def test_a_number_of_ones_own_stays() -> None:
    own = begun()
    hoken = next(one for one in own.design.elements if one.name == HOKEN.name)
    project = smaller(set_count(own, hoken.id, 99).project)
    assert [one.element.name for one in outdated_counts(project)] == [HIROBA.name]
    kept = next(one for one in recount(project).project.design.elements if one.id == hoken.id)
    assert kept.count == 99


def test_without_the_figure_nothing_can_be_said() -> None:
    assert outdated_counts(set_town(begun(), town(population=None)).project) == ()
