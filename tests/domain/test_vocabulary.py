# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The closed word lists."""

import pytest

from kyosei_desk.domain import vocabulary
from kyosei_desk.domain.vocabulary import LabelledEnum, Zone

LISTS = [
    value
    for value in vars(vocabulary).values()
    if isinstance(value, type) and issubclass(value, LabelledEnum) and value is not LabelledEnum
]


@pytest.mark.parametrize("words", LISTS)
def test_labels_tell_members_apart(words: type[LabelledEnum]) -> None:
    labels = [member.label for member in words]
    assert all(labels)
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("words", LISTS)
def test_values_are_plain_keys(words: type[LabelledEnum]) -> None:
    assert all(member.value.replace("_", "").islower() for member in words)
    assert len({member.value for member in words}) == len(words)


def test_zones_go_from_near_to_wide() -> None:
    assert [zone.value for zone in Zone] == [
        "neighbourhood",
        "elementary",
        "junior_high",
        "daily_living",
        "district",
        "municipality",
        "prefecture",
    ]
