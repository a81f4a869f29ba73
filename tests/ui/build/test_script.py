# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A town of 60,000 builds its project by mouse and keyboard: every result is spelled out.

The same is done by command, see ``tests/cli/project/test_script.py``.
"""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QTableView

from kyosei_desk.domain.comparing.designs import compared_case
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.designs import SupportDesign
from kyosei_desk.domain.projects.budgeting import Shares, budget_sheet
from kyosei_desk.domain.projects.gaps import gap_board
from kyosei_desk.domain.projects.model import ModelProject, OwnTown
from kyosei_desk.domain.vocabulary import LinkType
from kyosei_desk.ui.build.board.row_head import RowHead
from kyosei_desk.ui.build.header import BuildHeader
from kyosei_desk.ui.build.palette.way_card import WayCard
from kyosei_desk.ui.build.project_session import ProjectSession
from kyosei_desk.ui.cards import CardButton
from kyosei_desk.ui.compare.matrix_model import MatrixModel
from kyosei_desk.ui.compare.picker_cards import CardsView
from kyosei_desk.ui.diagram.sheet import CardSpot
from kyosei_desk.workspace.project_store import ProjectStore
from tests import project_script as script
from tests.ui.build.hands import CONTROL, Hands
from tests.ui.desk import Desk

Key = Qt.Key
CODE = "102121"
_MOST_CHANGES = 100
PLACE, COMMITTEE, SHEET = "まちの保健室", "校区福祉委員会", "統一様式（Joint-Sheet）"
ADDRESSES = {
    script.PLACE: f"cases/nabari#{script.PLACE}",
    script.COMMITTEE: f"cases/toyonaka#{script.COMMITTEE}",
    script.SHEET: f"cases/ashiya#{script.SHEET}",
}
LINES = (
    # year, item, quantity, unit, price, months, programme, element
    ("令和9年度", "相談員の人件費", "2", "人", "350,000", "12", "地域力強化推進事業", PLACE),
    ("2027", "様式の印刷", "1,500", "部", "33", "", "多機関の協働", ""),
    ("R10", "会場費", "12", "会場", "1,234円", "12か月", "使わない", ""),
)


class Builder(Hands):
    """Builds the project in a window, and looks at what is kept of it on disk."""

    def __init__(self, desk: Desk):
        super().__init__(desk.qtbot, desk.open_ready())
        self.window.resize(1366, 768)
        self.path = desk.folder / "workspace.sqlite"

    @property
    def kept(self) -> ModelProject:
        """The project as it is kept, once all is."""
        self.settle()
        store = ProjectStore(self.path)
        (entry,) = store.entries()
        return store.open(entry.id).project

    def settle(self) -> None:
        """Wait until everything done so far is kept."""
        (session,) = self.window.findChildren(ProjectSession)
        self.wait(lambda: not session.busy)

    # What is built

    def begin(self) -> ModelProject:
        """Choose the town; return the project as it begins."""
        self.key(Key.Key_4, CONTROL)
        self.click(self.begins(CardButton, "白紙からはじめる"))
        self.enter("あなたのまちの名前", script.TOWN)
        self.begins(QLabel, "まちの数字")
        return self.kept

    def describe_town(self) -> None:
        for field, text in (
            ("人口（人）", "６万人"),
            ("小学校の数（校）", "12"),
            ("中学校の数（校）", "5校"),
            ("面積（km²）", "208.4"),
            ("いつの数字か", "令和8年4月1日"),
            ("名前", "支え合いモデル事業"),
        ):
            self.enter(field, text)
        self.press("案をつくる画面へ")

    def card(self, name: str, town: str) -> WayCard:
        """Look for an element of a case on the palette."""
        before = self._offered
        self.enter("取り入れるものをさがす", name)
        self.wait(lambda: self._offered != before)
        return self.begins(WayCard, f"{name}、{town}")

    @property
    def _offered(self) -> list[str]:
        return [card.address for card in self.shown(WayCard)]

    def take(self, name: str, town: str) -> None:
        card = self.card(name, town)
        self.press(f"{name}を取り入れる", card)
        self.begins(CardSpot, name)

    def take_place(self) -> str:
        """Take the place over by the population; return the formula that is shown."""
        card = self.card(PLACE, "名張市")
        self.press(f"{PLACE}をくわしく", card)
        self.press("人口に比例　11か所", card)
        shown = [one.text() for one in card.findChildren(QLabel) if one.isVisible()]
        self.press(f"{PLACE}を取り入れる", card)
        self.begins(CardSpot, PLACE)
        return next(text for text in shown if "×" in text)

    def count_committees(self) -> None:
        self.click(self.begins(CardSpot, COMMITTEE))
        self.key(Key.Key_Return)
        self.enter("数", "12")
        self.enter("数の単位", "委員会")
        self.key(Key.Key_Escape)

    def link(self) -> None:
        self.click(self.begins(CardSpot, PLACE))
        self.key(Key.Key_L)
        self.click(self.begins(CardSpot, COMMITTEE))
        self.pick("連携・協働")

    def leave_out(self) -> None:
        name = "地域で解決するための財源"
        self.click(self.begins(RowHead, name))
        self.press(f"{name}を、しないと決める…")
        self.write("共同募金の委員会が別に決める")
        self.key(Key.Key_Return)

    def plan_budget(self) -> None:
        self.tab("予算")
        self.press("大きくひらく")
        for programme in ("地域力", "多機関"):
            self.press("平成30年度モデル事業の率を使う…")
            self.pick(programme)
        for line in LINES:
            self.add_line(*line)
        self.press("もとの大きさ")

    def add_line(self, year: str, *cells: str) -> None:
        """Write a line from cell to cell; its year comes last, as a person notices it."""
        *typed, programme, element = cells
        self.press("行を加える")
        for text in typed[:-1]:
            self.write(text)
            self.key(Key.Key_Tab)
        self.end_cell(typed[-1])
        for text in (programme, element):
            self.step(Key.Key_Right, 2 if text is programme else 1)
            if text:
                self.key(Key.Key_Return)
                self.pick(text)
        self.key(Key.Key_Home)
        self.key(Key.Key_F2)
        self.end_cell(year)

    def end_cell(self, text: str) -> None:
        if text:
            self.write(text)
        self.key(Key.Key_Return)
        self.wait(self.seen(QTableView, "予算の明細").hasFocus)

    def step(self, key: Qt.Key, times: int) -> None:
        for _ in range(times):
            self.key(key)

    # What is looked at

    def compare(self) -> MatrixModel:
        """Put the project beside the three cases; return the table that is shown."""
        (header,) = self.shown(BuildHeader)
        self.press("くらべる", header)
        self.begins(QTableView, "くらべる表")
        self.press("列を選ぶ")
        cards = self.seen(CardsView, "くらべられる自治体")
        index = next(
            index
            for index in (cards.model().index(row, 0) for row in range(cards.model().rowCount()))
            if str(index.data()).startswith("芦屋市")
        )
        cards.setCurrentIndex(index)
        self.key(Key.Key_Space)
        self.key(Key.Key_Return)
        model = self.begins(QTableView, "くらべる表").model()
        assert isinstance(model, MatrixModel)
        return model

    def turn(self, key: Qt.Key, button: str) -> int:
        """Press a key as long as the button of the same use can be pressed; count how often."""
        self.settle()
        for times in range(_MOST_CHANGES):
            if not self.seen(QAbstractButton, button).isEnabled():
                return times
            self.key(key, CONTROL)
            self.settle()
        raise AssertionError(f"no end of {button}; the keyboard is at {self.focused}")


@pytest.fixture
def builder(desk: Desk) -> Builder:
    return Builder(desk)


def test_the_window_comes_to_what_the_commands_come_to(builder: Builder, corpus: Corpus) -> None:
    first = builder.begin()
    assert (first.town, first.design) == (OwnTown(name=script.TOWN, code=CODE), SupportDesign())
    builder.describe_town()
    assert builder.take_place() == script.PLACE_FORMULA
    builder.take(COMMITTEE, "豊中市")
    builder.count_committees()
    builder.take(SHEET, "芦屋市")
    builder.link()
    builder.leave_out()
    builder.plan_budget()
    whole = builder.kept
    check_design(whole)
    check_board(whole, corpus)
    check_shares(whole)
    check_matrix(builder.compare())
    builder.key(Key.Key_4, CONTROL)
    changes = builder.turn(Key.Key_Z, "元に戻す")
    assert builder.kept == first
    assert builder.turn(Key.Key_Y, "やり直す") == changes
    assert builder.kept == whole
    builder.press("行を加える")  # from the table, whose lines go away one by one
    builder.end_cell("")
    assert builder.turn(Key.Key_Z, "元に戻す") == changes + 1
    assert builder.kept == first


def check_design(project: ModelProject) -> None:
    town = project.town
    figures = (town.population, town.area_km2, town.elementary_schools, town.junior_high_schools)
    assert figures == (script.POPULATION, script.AREA, script.ELEMENTARY, script.JUNIOR_HIGH)
    counts = {one.id: (one.count, one.unit) for one in project.design.elements}
    assert counts == script.COUNTS
    assert {one.element: one.address for one in project.origins} == ADDRESSES
    links = [(link.from_, link.to, link.type) for link in project.design.links]
    assert links == [(script.PLACE, script.COMMITTEE, LinkType.COOPERATE)]


def check_board(project: ModelProject, corpus: Corpus) -> None:
    cases = [compared_case(case, corpus) for case in corpus.cases]
    board = gap_board(project, corpus.provisions, corpus.functions, cases)
    found = {
        row.provision.id: (
            row.state.value,
            {one.element.id: one.coverage.value for one in row.answers},
        )
        for row in board.rows
    }
    assert found == script.GAPS
    assert (board.answered, board.total) == (2, 17)


def check_shares(project: ModelProject) -> None:
    sheet = budget_sheet(project)
    found: dict[int | None, tuple[int, int, int, int]] = {None: thousands(sheet.shares)}
    found |= {year.fiscal_year: thousands(year.shares) for year in sheet.years}
    assert found == script.SHARES
    assert sheet.yen == 8_400_000 + 49_500 + 177_696


def thousands(shares: Shares) -> tuple[int, int, int, int]:
    return (shares.total, shares.national, shares.prefectural, shares.own)


def check_matrix(table: MatrixModel) -> None:
    heads = [
        table.headerData(number, Qt.Orientation.Horizontal) for number in range(table.columnCount())
    ]
    assert heads == ["みどり市（案A）", "名張市", "豊中市", "芦屋市"]
    states = {}
    for number, line in enumerate(table.lines):
        cell = table.cell(number, 0)
        if line.row is not None and cell is not None:
            states[line.row.key] = cell.state.value
            assert f": {cell.state.label}" in str(table.index(number, 0).data())
    assert states == script.MATRIX
