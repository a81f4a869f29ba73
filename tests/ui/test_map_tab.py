# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The tab of the map: map and panel agree, and one's own town is kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from kyosei_desk.domain.comparing.designs import ComparedDesign, compared_case
from kyosei_desk.domain.comparing.nearness import Town
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.errors import StorageError
from kyosei_desk.domain.projects.compared import compared_project
from kyosei_desk.ui.compare.comparison_keeper import ComparisonKeeper
from kyosei_desk.ui.compare.map_marks import OWN_KEY
from kyosei_desk.ui.compare.map_tab import MapTab
from kyosei_desk.ui.compare.own_town import kept_town
from kyosei_desk.ui.theme import Theme
from kyosei_desk.wording.own_figures import FigureKey
from kyosei_desk.workspace.comparisons import ComparisonStore, OwnTown
from tests.export.project.sample import TODAY, worked_project
from tests.ui.window_support import make_theme

SUZUKA = OwnTown("242071", 62000)


class Opened:
    """Opens tabs on one file, and knows when everything asked of it has been answered."""

    def __init__(self, qtbot: QtBot, store: ComparisonStore, corpus: Corpus):
        self._qtbot = qtbot
        self._corpus = corpus
        self.store = store
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.keeper = ComparisonKeeper(store, self.window)
        self.designs = tuple(compared_case(case, corpus) for case in corpus.cases)
        self._last = self.keeper.operation()

    def open(self, theme: Theme | None = None) -> MapTab:
        made = MapTab(theme or make_theme(), self.keeper, self.window)
        made.resize(1180, 620)
        self.show_library(made, self.designs)
        self.window.show()
        self.wait()
        return made

    def show_library(self, tab: MapTab, designs: tuple[ComparedDesign, ...]) -> None:
        tab.set_library(self._corpus, designs, era_first=True)

    def wait(self) -> None:
        self._last.do(lambda _store: None)
        self._qtbot.waitUntil(lambda: not self._last.busy)


@pytest.fixture
def store(tmp_path: Path) -> ComparisonStore:
    return ComparisonStore(tmp_path / "comparisons.json")


@pytest.fixture
def opened(qtbot: QtBot, store: ComparisonStore, corpus: Corpus) -> Iterator[Opened]:
    made = Opened(qtbot, store, corpus)
    yield made
    made.keeper.shut_down()


def labels(tab: MapTab) -> list[str]:
    return [button.text() for button in tab.map.buttons]


def test_everything_is_there(opened: Opened) -> None:
    tab = opened.open()
    assert len(tab.map.drawing.dots) == 1741
    assert len(labels(tab)) == len(tab.panel.cards) == 8
    tab.set_columns(["cases/omuta", "cases/nabari"])
    assert set(labels(tab)[:2]) == {"大牟田市", "名張市"}


def test_a_town_entered_is_marked_and_kept(opened: Opened, store: ComparisonStore) -> None:
    tab = opened.open()
    tab.panel.chooser.edit.setText("すずか")
    tab.panel.chooser.edit.submitted.emit()
    population = tab.panel.form.field(FigureKey.POPULATION).edit
    population.setText("62,000")
    population.submitted.emit()
    opened.wait()
    assert labels(tab)[0] == "鈴鹿市（あなたのまち）"
    assert store.own_town() == SUZUKA


def test_a_town_that_was_kept_comes_back(opened: Opened, store: ComparisonStore) -> None:
    store.set_own_town(SUZUKA)
    tab = opened.open()
    assert labels(tab)[0] == "鈴鹿市（あなたのまち）"
    assert tab.panel.own.population == 62000


def test_a_town_read_before_the_library_waits_for_it(
    opened: Opened, store: ComparisonStore
) -> None:
    store.set_own_town(SUZUKA)
    tab = MapTab(make_theme(), opened.keeper, opened.window)
    opened.wait()
    assert labels(tab) == []
    opened.show_library(tab, opened.designs)
    assert labels(tab)[0] == "鈴鹿市（あなたのまち）"
    opened.show_library(tab, opened.designs[:3])
    assert len(labels(tab)) == 4


@pytest.fixture
def with_ours(opened: Opened, corpus: Corpus) -> ComparedDesign:
    ours = compared_project(worked_project(corpus), corpus.municipalities, TODAY)
    opened.designs = (ours, *opened.designs)
    return ours


def test_the_town_of_an_own_design_is_ones_own(
    opened: Opened, with_ours: ComparedDesign, store: ComparisonStore
) -> None:
    tab = opened.open()
    assert tab.panel.own == Town()
    tab.set_columns([with_ours.id, "cases/nabari"])
    assert tab.panel.own == Town.of(with_ours.municipality, with_ours.profile)
    assert labels(tab)[0] == f"{with_ours.title}（あなたのまち）"
    tab.set_columns(["cases/nabari", "cases/omuta"])
    assert tab.panel.own == Town()
    opened.wait()
    assert store.own_town() == OwnTown()  # it was not entered here


def test_a_town_entered_stays_beside_an_own_design(
    opened: Opened, with_ours: ComparedDesign, store: ComparisonStore
) -> None:
    store.set_own_town(SUZUKA)
    tab = opened.open()
    tab.set_columns([with_ours.id, "cases/nabari"])
    assert kept_town(tab.panel.own) == SUZUKA
    again = MapTab(make_theme(), opened.keeper, opened.window)
    opened.show_library(again, opened.designs)
    again.set_columns([with_ours.id, "cases/nabari"])  # before what was kept has been read
    opened.wait()
    assert kept_town(again.panel.own) == SUZUKA


def test_a_place_on_the_map_leads_to_its_case(opened: Opened, qtbot: QtBot) -> None:
    tab = opened.open()
    with qtbot.waitSignal(tab.address_chosen) as chosen:
        next(button for button in tab.map.buttons if button.text() == "大牟田市").click()
    assert chosen.args == ["cases/omuta"]
    with qtbot.waitSignal(tab.address_chosen) as chosen:
        tab.panel.cards[0].read_requested.emit("cases/nabari")
    assert chosen.args == ["cases/nabari"]
    with qtbot.waitSignal(tab.column_requested) as requested:
        tab.panel.cards[0].column_requested.emit("cases/nabari")
    assert requested.args == ["cases/nabari"]


def test_ones_own_town_on_the_map_leads_to_its_fields(
    opened: Opened, store: ComparisonStore, qtbot: QtBot
) -> None:
    store.set_own_town(SUZUKA)
    tab = opened.open()
    opened.window.activateWindow()
    next(button for button in tab.map.buttons if button.mark.key == OWN_KEY).click()
    qtbot.waitUntil(tab.panel.chooser.edit.hasFocus)


def test_the_map_has_buttons_to_zoom(opened: Opened) -> None:
    tab = opened.open()
    nearer, farther = tab.findChildren(QToolButton)
    whole = next(b for b in tab.findChildren(QPushButton) if b.text() == "全体")
    assert all(button.accessibleName() for button in (nearer, farther, whole))
    nearer.click()
    nearer.click()
    zoom = tab.map.viewport.zoom
    farther.click()
    assert 1 < tab.map.viewport.zoom < zoom
    whole.click()
    assert tab.map.viewport.zoom == 1


def test_a_file_that_cannot_be_written_is_told(
    opened: Opened, store: ComparisonStore, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def full_disk(*_arguments: object) -> None:
        raise StorageError(Path("comparisons.json"), "No space left on device")

    tab = opened.open()
    monkeypatch.setattr(store, "set_own_town", full_disk)
    tab.panel.chooser.edit.setText("すずか")
    with qtbot.waitSignal(tab.failed) as failed:
        tab.panel.chooser.edit.submitted.emit()
    assert isinstance(failed.args[0], StorageError)
    assert labels(tab)[0] == "鈴鹿市（あなたのまち）"


@pytest.mark.parametrize(("theme", "scale"), [("dark", 150), ("contrast", 100)])
def test_it_fits_a_small_window_with_large_text(
    opened: Opened, theme: str, scale: int, store: ComparisonStore
) -> None:
    store.set_own_town(SUZUKA)
    tab = opened.open(make_theme(theme, scale))
    assert tab.minimumSizeHint().width() <= 1180
    assert tab.map.width() >= tab.map.minimumSizeHint().width()
    shown = [button for button in tab.map.buttons if button.isVisible()]
    assert len(shown) == 9
    assert tab.panel.minimumSizeHint().width() <= tab.panel.width()
