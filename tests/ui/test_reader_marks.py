# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
import pytest

from kyosei_desk.ui.reader.marks import MarkNavigator
from kyosei_desk.ui.reader.text_map import DocumentSpan


def navigator(*starts: int) -> MarkNavigator:
    made = MarkNavigator()
    made.set_marks(tuple((DocumentSpan(start, start + 2),) for start in starts))
    return made


@pytest.mark.parametrize(
    ("position", "current"), [(0, 0), (10, 0), (11, 1), (20, 1), (30, 2), (31, -1)]
)
def test_first_mark_at_or_after_a_position(position: int, current: int) -> None:
    assert navigator(10, 20, 30).start_at(position) == current


@pytest.mark.parametrize(
    ("steps", "label"),
    [
        ((), "一致 – / 3"),
        ((1,), "一致 1 / 3"),
        ((1, 1), "一致 2 / 3"),
        ((1, 1, 1, 1), "一致 1 / 3"),
        ((-1,), "一致 3 / 3"),
        ((1, -1), "一致 3 / 3"),
    ],
)
def test_steps_go_round(steps: tuple[int, ...], label: str) -> None:
    made = navigator(10, 20, 30)
    for step in steps:
        made.step(step)
    assert made.label() == label


def test_without_marks_nothing_is_current() -> None:
    made = navigator()
    assert made.step(1) == -1
    assert made.start_at(0) == -1
    assert made.label() == ""
