# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
import gc
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from kyosei_desk.ui import garbage
from kyosei_desk.ui.garbage import collect_what_is_due, collected_between_events


class Knot:
    """A cycle: only a collection ends it."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def low_limits() -> Iterator[None]:
    before = gc.get_threshold()
    gc.set_threshold(1, 1, 1)
    yield
    gc.set_threshold(*before)


def tied() -> "weakref.ref[Knot]":
    return weakref.ref(Knot())


@pytest.mark.usefixtures("low_limits")
def test_a_cycle_goes_between_events(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(garbage, "_INTERVAL_MS", 1)
    with collected_between_events():
        knot = tied()
        assert knot() is not None
        qtbot.waitUntil(lambda: knot() is None)


def test_what_is_left_goes_at_the_end(qapp: object) -> None:
    with collected_between_events():
        knot = tied()
    assert knot() is None


def test_nothing_is_done_below_the_limits(qapp: object) -> None:
    gc.collect()
    knot = tied()
    collect_what_is_due()
    assert knot() is not None
