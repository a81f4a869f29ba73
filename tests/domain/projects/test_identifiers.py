# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Ids made from names."""

import pytest

from kyosei_desk.domain.projects.identifiers import free_id, named_id, numbered_id, project_id


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
