# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What tests of kept things begin with."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from kyosei_desk.ui.compare.comparison_keeper import ComparisonKeeper
from kyosei_desk.ui.compare.kept_comparisons import KeptComparisons
from kyosei_desk.ui.kept.kept_dialog import KeptDialog
from kyosei_desk.ui.search.kept_searches import KeptSearches
from kyosei_desk.ui.search_keeper import SearchKeeper
from kyosei_desk.workspace.comparisons import ComparisonStore, comparison_of
from kyosei_desk.workspace.searches import KeptQuery, SearchStore
from tests.domain.comparing_samples import column, element
from tests.ui.kept.opened import Opened

A, B, C = column("甲市"), column("乙市"), column("丙市")
CHANGED_B = replace(column("乙市", element("salon")), sources=())
LABELS = {("kind", "case"): "事例", ("municipality", "242080"): "名張市"}


@pytest.fixture
def searches(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    store = SearchStore(tmp_path / "searches.json")
    store.remember(KeptQuery("記録一"))
    store.remember(KeptQuery("記録二", (("municipality", ("242080",)),)))
    store.save("保存一", KeptQuery("相談"))
    store.save("保存二", KeptQuery("窓口"))
    now = KeptQuery("いま", (("kind", ("case",)),), "date", ("fuzzy",))
    made = Opened(qtbot, store, SearchKeeper, KeptSearches(LABELS), now, "記録一")
    yield made
    made.keeper.shut_down()


@pytest.fixture
def comparisons(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    store = ComparisonStore(tmp_path / "comparisons.json")
    store.remember(comparison_of([B, C]))
    store.remember(comparison_of([A, B, C]))
    store.save("保存一", comparison_of([A, B]))
    store.save("保存二", comparison_of([A, CHANGED_B]))
    now = comparison_of([A, C], {"tab": "map"})
    kept = KeptComparisons([A, B, C])
    made = Opened(qtbot, store, ComparisonKeeper, kept, now, "乙市・丙市")
    yield made
    made.keeper.shut_down()


@pytest.fixture(params=["searches", "comparisons"])
def opened(request: pytest.FixtureRequest) -> Opened:
    """The one and the other kind."""
    made: Opened = request.getfixturevalue(request.param)
    return made


@pytest.fixture
def dialog(opened: Opened) -> Iterator[KeptDialog[Any, Any]]:
    made = opened.open(opened.now)
    yield made
    made.close()
