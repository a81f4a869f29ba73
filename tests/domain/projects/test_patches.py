# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Undo and redo: patches between states of a project."""

import itertools
import json

import pytest
from hypothesis import given, settings

from kyosei_desk.domain.errors import ProjectError, ProjectProblem
from kyosei_desk.domain.projects.changes.elements import move_element, rename_element
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.domain.projects.patches import apply, patch
from kyosei_desk.domain.projects.state import read_state, state_text
from kyosei_desk.domain.vocabulary import Zone
from tests.domain.projects.samples import project
from tests.domain.projects.strategies import journeys, projects


@given(journeys())
def test_undoing_all_gives_the_first_and_redoing_all_the_last(
    states: tuple[ModelProject, ...],
) -> None:
    pairs = list(itertools.pairwise(states))
    journal = [(patch(before, after), patch(after, before)) for before, after in pairs]
    now = states[-1]
    for (_, backward), before in zip(reversed(journal), reversed(states[:-1]), strict=True):
        now = apply(now, backward)
        assert now == before
    assert state_text(now) == state_text(states[0])
    for forward, _ in journal:
        now = apply(now, forward)
    assert now == states[-1]
    assert state_text(now) == state_text(states[-1])


@given(projects(), projects())
@settings(max_examples=50)
def test_any_project_can_be_patched_into_any_other(one: ModelProject, other: ModelProject) -> None:
    assert apply(one, patch(one, other)) == other


@given(projects())
def test_a_project_survives_its_json(one: ModelProject) -> None:
    assert read_state(state_text(one)) == one
    assert read_state(state_text(one).encode()) == one


def test_a_patch_is_small() -> None:
    before = project()
    after = move_element(before, "e-1", Zone.MUNICIPALITY).project
    assert json.loads(patch(before, after)) == [
        {"op": "replace", "path": "/design/elements/0/zone", "value": "municipality"}
    ]


def test_nothing_changed_is_an_empty_patch() -> None:
    before = project()
    assert patch(before, before) == "[]"
    assert apply(before, "[]") == before


def test_a_patch_that_would_not_hold_is_the_whole_state(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        patch = ({"op": "replace", "path": "/name", "value": "別のもの"},)

    monkeypatch.setattr("jsonpatch.make_patch", lambda *_: Broken)
    before = project()
    after = rename_element(before, "e-1", "相談窓口").project
    made = patch(before, after)
    assert [one["path"] for one in json.loads(made)] == [""]
    assert apply(before, made) == after


@pytest.mark.parametrize(
    "damaged",
    [
        "",
        "{",
        "null",
        "[1]",
        '[{"op":"remove","path":"/design/elements/9"}]',
        '[{"op":"remove","path":"/name"}]',
        '[{"op":"replace","path":"/name","value":""}]',
        '[{"op":"fly","path":"/name"}]',
        '[{"op":"replace","path":"name","value":"x"}]',
        '[{"op":"replace","path":"","value":7}]',
    ],
)
def test_a_damaged_patch_is_refused(damaged: str) -> None:
    with pytest.raises(ProjectError) as caught:
        apply(project(), damaged)
    assert caught.value.problem is ProjectProblem.UNREADABLE_PROJECT


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", ProjectProblem.UNREADABLE_PROJECT),
        ("[]", ProjectProblem.UNREADABLE_PROJECT),
        ("{}", ProjectProblem.UNREADABLE_PROJECT),
        ("[" * 100_000, ProjectProblem.UNREADABLE_PROJECT),
        ('{"format": 2}', ProjectProblem.NEWER_FORMAT),
        ('{"format": 0}', ProjectProblem.UNREADABLE_PROJECT),
        ('{"format": true}', ProjectProblem.UNREADABLE_PROJECT),
        (b"\xff", ProjectProblem.UNREADABLE_PROJECT),
    ],
)
def test_what_is_no_project_is_refused(text: str | bytes, problem: ProjectProblem) -> None:
    with pytest.raises(ProjectError) as caught:
        read_state(text)
    assert caught.value.problem is problem
