# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Ids made from names."""

import pytest

from kyosei_desk.domain.projects.changes.elements import (
    ElementDraft,
    add_element,
    remove_element,
)
from kyosei_desk.domain.projects.changes.projects import new_project, restore
from kyosei_desk.domain.projects.identifiers import free_id, named_id, numbered_id, project_id
from kyosei_desk.domain.projects.model import ModelProject
from tests.domain.projects.samples import town


def with_element(project: ModelProject, name: str = "窓口") -> ModelProject:
    return add_element(project, ElementDraft(name=name)).project


def ids(project: ModelProject) -> list[str]:
    return [element.id for element in project.design.elements]


@pytest.mark.parametrize(
    ("name", "taken", "expected"),
    [
        ("Joint-Sheet", (), "joint-sheet"),
        ("Ｊｏｉｎｔ　Ｓｈｅｅｔ", (), "joint-sheet"),
        ("CSW", {"csw"}, "csw-2"),
        ("CSW", {"csw", "csw-2"}, "csw-3"),
        ("CSWの配置", (), "e-1"),
        ("窓口", {"e-1", "e-6", "e-x", "f-9"}, "e-7"),
        ("--", (), "e-1"),
        ("A & B (2)", (), "a-b-2"),
        ("a" * 60, (), "a" * 40),
    ],
)
def test_an_id_is_readable_where_the_name_is_latin(
    name: str, taken: set[str], expected: str
) -> None:
    assert named_id(name, taken, "e") == expected


def test_a_wanted_id_is_numbered_only_if_taken() -> None:
    assert free_id("hoken", {"other"}) == "hoken"
    assert numbered_id([], "s") == "s-1"


@pytest.mark.parametrize(("name", "expected"), [("支援体制", "project"), ("Plan B", "plan-b")])
def test_a_project_has_an_id_of_its_name(name: str, expected: str) -> None:
    assert project_id(name) == expected


def test_the_id_of_what_was_removed_is_not_given_again() -> None:
    project = with_element(with_element(new_project("体制", town()).project))
    project = remove_element(project, "e-2").project
    assert project.retired == ("e-2",)
    project = remove_element(project, "e-1").project
    project = with_element(project)
    assert (ids(project), project.retired) == (["e-3"], ())
    project = with_element(remove_element(project, "e-3").project)
    assert ids(project) == ["e-4"]


def test_ids_given_after_a_revision_are_not_given_again_when_it_is_restored() -> None:
    earlier = with_element(new_project("体制", town()).project)
    later = with_element(with_element(earlier))
    back = restore(later, earlier).project
    assert (ids(back), back.retired) == (["e-1"], ("e-3",))
    assert ids(with_element(back)) == ["e-1", "e-4"]
    once_more = restore(back, later).project
    assert (ids(once_more), once_more.retired) == (["e-1", "e-2", "e-3"], ())


def test_a_readable_id_may_come_back_with_its_name() -> None:
    project = with_element(new_project("体制", town()).project, "CSW")
    project = with_element(remove_element(project, "csw").project, "CSW")
    assert (ids(project), project.retired) == (["csw"], ())
