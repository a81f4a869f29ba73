# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Whether one change only goes on with what the one before it began to type."""

from collections.abc import Callable

import pytest

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.projects.changed import Changed
from kyosei_desk.domain.projects.changes.elements import (
    ElementDraft,
    add_element,
    change_element,
    move_element,
    rename_element,
    set_count,
)
from kyosei_desk.domain.projects.changes.projects import rename, set_status
from kyosei_desk.domain.projects.changes.taking_over import take_over
from kyosei_desk.domain.projects.changes.town import set_town
from kyosei_desk.domain.projects.model import ModelProject, ProjectStatus
from kyosei_desk.domain.projects.patches import patch
from kyosei_desk.domain.projects.typing_on import adds, types_on
from kyosei_desk.domain.vocabulary import Zone
from tests.domain.projects.rules_samples import TODAY, bundled_case, own, project

Change = Callable[[ModelProject], Changed]
START = project(own("a"), own("b"))


def name(words: str) -> Change:
    return lambda now: rename(now, words, now.variant)


def variant(words: str) -> Change:
    return lambda now: rename(now, now.name, words)


def text(words: str, element_id: str = "a") -> Change:
    def change(now: ModelProject) -> Changed:
        element = now.element(element_id)
        assert element is not None
        return change_element(now, element.model_copy(update={"text": words}))

    return change


def figures(**changed: object) -> Change:
    return lambda now: set_town(now, now.town.model_copy(update=changed))


def count(number: int | None) -> Change:
    return lambda now: set_count(now, "a", number)


def joined(first: Change, second: Change) -> bool:
    middle = first(START).project
    return types_on(patch(START, middle), patch(START, second(middle).project))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (name("まる"), name("まるごと")),
        (name("まるごと"), name("べつの名")),
        (text("あ"), text("あい")),
        (text("あい"), text("うえ")),
        (lambda now: rename_element(now, "a", "縁"), lambda now: rename_element(now, "a", "縁側")),
        (figures(population=6), figures(population=62)),
        (figures(population=62_000), figures(population=62)),
        (figures(area_km2=48.0), figures(area_km2=48.25)),
        (figures(ageing_rate=3.0), figures(ageing_rate=32.5)),
        (figures(name="み"), figures(name="みどり市")),
    ],
)
def test_typing_on_in_one_field(first: Change, second: Change) -> None:
    assert joined(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (name("まる"), variant("案B")),
        (text("あ"), text("あ", "b")),
        (text("あ"), lambda now: rename_element(now, "a", "縁側")),
        (figures(population=70_000), figures(population=62_000)),
        (figures(population=62), figures(ageing_rate=30.0)),
        (
            lambda now: set_status(now, ProjectStatus.PROPOSED),
            lambda now: set_status(now, ProjectStatus.DECIDED),
        ),
        (
            lambda now: move_element(now, "a", Zone.DISTRICT),
            lambda now: move_element(now, "a", Zone.ELEMENTARY),
        ),
        (lambda now: add_element(now, ElementDraft(name="窓口")), text("あ")),
        (
            lambda now: add_element(now, ElementDraft(name="窓口")),
            lambda now: add_element(now, ElementDraft(name="会議")),
        ),
        (name("まる"), name(START.name)),  # back where it began: nothing would be left of both
    ],
)
def test_another_field_or_another_thing(first: Change, second: Change) -> None:
    assert not joined(first, second)


def test_a_number_of_an_element_is_typed_digit_by_digit() -> None:
    """What follows from the number, that it is one's own, does not matter."""
    start = set_count(START, "a", 5).project
    six = set_count(start, "a", 6).project
    sixty = set_count(six, "a", 62).project
    other = set_count(six, "a", 7).project
    assert types_on(patch(start, six), patch(start, sixty))
    assert not types_on(patch(start, six), patch(start, other))


def test_what_was_added_is_written_on() -> None:
    added = add_element(START, ElementDraft(name="ま")).project
    named = rename_element(added, added.design.elements[-1].id, "まどぐち").project
    first = patch(START, added)
    assert adds(first)
    assert types_on(first, patch(START, named))
    moved = move_element(added, added.design.elements[-1].id, Zone.DISTRICT).project
    assert not types_on(first, patch(START, moved))
    assert not adds(patch(added, named))


def test_what_is_taken_over_is_a_change_of_its_own(corpus: Corpus) -> None:
    column = bundled_case(corpus, "nabari")
    taken = take_over(START, column, "area-director", None, TODAY).project
    named = rename_element(taken, taken.design.elements[-1].id, "まとめ役").project
    first = patch(START, taken)
    assert not adds(first)
    assert not types_on(first, patch(START, named))


def test_a_whole_project_in_one_piece_is_no_typing() -> None:
    whole = '[{"op":"replace","path":"","value":{"name":"べつ"}}]'
    assert not types_on(whole, whole)
