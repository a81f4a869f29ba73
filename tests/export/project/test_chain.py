# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Any project goes from desk to desk without a loss, and can be read in every format."""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import groupby

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.errors import ProjectError, ProjectProblem
from kyosei_desk.domain.projects.changed import Changed, ChangeKind
from kyosei_desk.domain.projects.changes.projects import imported
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.domain.projects.state import state_text
from kyosei_desk.domain.sources import fiscal_year_words
from kyosei_desk.export.diagram.colors import DiagramColors
from kyosei_desk.export.project.file import (
    ProjectFormat,
    project_bytes,
    read_project,
)
from kyosei_desk.export.project.matter import Matter
from kyosei_desk.export.project.paper import project_report
from kyosei_desk.export.project.report import Report
from kyosei_desk.export.project.text_report import write_report_text
from kyosei_desk.library.locations import BundledFolders
from kyosei_desk.wording.project_rules import assumption_sentence
from kyosei_desk.workspace.project_store import ProjectStore
from tests.domain.projects.samples import TODAY
from tests.domain.projects.strategies import costed_projects, journeys, projects

Cells = Sequence[str]
Money = tuple[int, ...]  # the whole, and what each pays of it
_GROUPED = re.compile(r"(?:0|[1-9][0-9]{0,2}(?:,[0-9]{3})*)")


@pytest.fixture(scope="module")
def colors(bundled: BundledFolders) -> DiagramColors:
    return DiagramColors.read(bundled.resources / "themes" / "light.json")


def written(
    project: ModelProject, corpus: Corpus, file_format: ProjectFormat, colors: DiagramColors
) -> bytes:
    def draw(report: Report, _colors: DiagramColors) -> bytes:
        raise AssertionError(report.title)

    return project_bytes(matter_of(project, corpus), file_format, colors, draw)


def matter_of(project: ModelProject, corpus: Corpus) -> Matter:
    return Matter(project, corpus, TODAY, assumption_sentence)


# From desk to desk


@settings(max_examples=25)
@given(journeys())
def test_a_project_goes_from_desk_to_desk_and_stays_the_same(
    tmp_path_factory: pytest.TempPathFactory,
    corpus: Corpus,
    colors: DiagramColors,
    journey: tuple[ModelProject, ...],
) -> None:
    folder = tmp_path_factory.mktemp("desks")
    here, there = (folder / name / "workspace.sqlite" for name in ("こちら", "むこう"))
    store, project = ProjectStore(here), journey[-1]
    opened = store.create(Changed(ChangeKind.CREATED, "", journey[0]))
    for state in journey[1:]:
        changed = Changed(ChangeKind.ELEMENT_CHANGED, "", state)
        opened = store.commit(project.id, opened.position, changed)
    file = folder / "案.json"
    kept = ProjectStore(here).open(project.id).project
    file.write_bytes(written(kept, corpus, ProjectFormat.JSON, colors))

    taken_in = imported(read_project(file))
    first = ProjectStore(there).create(taken_in, any_id=True)
    assert state_text(first.project) == state_text(project)
    assert first.undo is None
    assert ProjectStore(there).open(project.id).project == project
    # Where its id is taken it gets another one, and is in all else the same.
    with pytest.raises(ProjectError) as refused:
        ProjectStore(there).create(taken_in)
    assert refused.value.problem is ProjectProblem.ID_TAKEN
    second = ProjectStore(there).create(taken_in, any_id=True).project
    assert second.id == f"{project.id}-2"
    assert second.model_copy(update={"id": project.id}) == project
    assert ProjectStore(there).open(project.id).project == project
    assert ProjectStore(there).open(second.id).project == second


# What anyone reads


@settings(max_examples=25)
@given(projects())
def test_any_project_can_be_written_in_every_format(
    corpus: Corpus, colors: DiagramColors, project: ModelProject
) -> None:
    for file_format in (ProjectFormat.MARKDOWN, ProjectFormat.HTML, ProjectFormat.CSV):
        written(project, corpus, file_format, colors).decode("utf-8-sig")
    report = project_report(matter_of(project, corpus), with_picture=False)
    text = write_report_text(report)
    assert text.startswith("■ ")
    assert text.endswith("\n")


# Who pays


@dataclass(frozen=True)
class Paid:
    """What an export says of money: every row of a year, and the sum of all."""

    rows: tuple[Money, ...]
    total: Money


@settings(max_examples=30)
@given(costed_projects())
def test_the_shares_of_any_budget_add_up_in_every_export(
    corpus: Corpus, colors: DiagramColors, project: ModelProject
) -> None:
    paid = csv_shares(project, written(project, corpus, ProjectFormat.CSV, colors))
    for row in paid.rows:
        assert row[0] == sum(row[1:])
        assert min(row) >= 0
    assert paid.total == added(paid.rows)

    report = project_report(matter_of(project, corpus), with_picture=False)
    markdown = written(project, corpus, ProjectFormat.MARKDOWN, colors).decode()
    page = written(project, corpus, ProjectFormat.HTML, colors).decode()
    for read in (
        markdown_rows(markdown),
        html_rows(page),
        text_rows(write_report_text(report)),
    ):
        check_shares(read, paid)


def check_shares(rows: Sequence[Money], paid: Paid) -> None:
    """The rows of the CSV stand there in order; every other row is a sum of those before it."""
    assert all(row[0] == sum(row[1:]) for row in rows), rows
    assert rows[-1:] == [paid.total], rows
    assert can_be_read(rows, paid.rows, (), paid.total), (rows, paid)


def can_be_read(
    rows: Sequence[Money], left: Sequence[Money], year: Sequence[Money], total: Money
) -> bool:
    """Whether the rows are those left, with sums of the year so far, and of all, between them."""
    if not rows:
        return not left
    row, *others = rows
    if list(left[:1]) == [row] and any(
        can_be_read(others, left[1:], same_year, total) for same_year in ((*year, row), (row,))
    ):
        return True
    is_sum = (bool(year) and row == added(year)) or (not left and row == total)
    return is_sum and can_be_read(others, left, (), total)


def added(rows: Sequence[Money]) -> Money:
    return tuple(map(sum, zip(*rows, strict=True))) or (0, 0, 0, 0)


def csv_shares(project: ModelProject, data: bytes) -> Paid:
    """Return the shares, having held them against the costs in yen of the same file."""
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    tables = [list(lines) for some, lines in groupby(rows, key=bool) if some]
    (lines,) = (one for one in tables if one[0][0].startswith("予算の積算　"))
    (shares,) = (one for one in tables if one[0][0].startswith("年度ごとの負担　"))
    called = {fiscal_year_words(one.fiscal_year, era_first=False) for one in project.budget}
    yen = dict.fromkeys(called, 0)
    amount = lines[1].index("金額（円）")
    for cells in lines[2:]:
        yen[cells[0]] += int(cells[amount])
    *years, last = shares[2:]
    for year, cost in yen.items():
        costs = [int(cells[2]) for cells in years if cells[0] == year]
        assert 0 <= sum(costs) * 1000 - cost < 1000 * len(costs)
    assert last[:2] == ["合計", ""]
    return Paid(tuple(numbers(cells[2:]) for cells in years), numbers(last[2:]))


def numbers(cells: Cells) -> Money:
    return tuple(int(cell.replace(",", "")) for cell in cells)


def share_rows(tables: list[list[Cells]]) -> list[Money]:
    """Return the rows with numbers of the one table of shares."""
    (table,) = (one for one in tables if one[0][0] == "年度・補助の事業")
    return [numbers(cells[1:]) for cells in table[1:] if any(cells[1:])]


def markdown_rows(text: str) -> list[Money]:
    tables: list[list[Cells]] = []
    row: list[str] = []
    kind = ""
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.type == "table_open":
            tables.append([])
        elif token.type == "tr_close":
            tables[-1].append(tuple(row))
            row.clear()
        elif token.type == "inline" and kind in ("th_open", "td_open"):
            row.append("".join(child.content for child in token.children or ()))
        kind = token.type
    return share_rows(tables)


class Tables(HTMLParser):
    """Collects the cells of every table."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[list[Cells]] = []
        self._row: list[str] = []
        self._in_cell = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.tables.append([])
        elif tag in ("th", "td"):
            self._row.append("")
            self._in_cell = True

    def handle_endtag(self, tag: str) -> None:
        if tag in ("th", "td"):
            self._in_cell = False
        elif tag == "tr":
            self.tables[-1].append(tuple(self._row))
            self._row.clear()

    def handle_data(self, data: str) -> None:
        if self._in_cell:
            self._row[-1] += data


def html_rows(page: str) -> list[Money]:
    found = Tables()
    found.feed(page)
    return share_rows(found.tables)


def text_rows(text: str) -> list[Money]:
    """Return the rows of the table under 予算: lines that end with four numbers."""
    _, _, part = text.partition("\n◆ 予算\n")
    part, _, _ = part.partition("\n◇ 積算\n")
    found = []
    for line in part.splitlines():
        last = line.rsplit(maxsplit=4)[1:]
        if len(last) == 4 and all(_GROUPED.fullmatch(one) for one in last):
            found.append(numbers(last))
    return found


def test_what_does_not_add_up_is_noticed() -> None:
    """The check above fails where a share, a row or the sum is wrong."""
    row: Money = (10, 5, 2, 3)
    other: Money = (7, 0, 0, 7)
    paid = Paid((row, other), (17, 5, 2, 10))
    check_shares([row, other, paid.total], paid)
    check_shares([row, row, other, other, paid.total], paid)
    wrongs: tuple[list[Money], ...] = (
        [(10, 5, 2, 4), other, paid.total],
        [row, paid.total],
        [row, other],
        [row, other, (18, 5, 2, 11)],
    )
    for wrong in wrongs:
        with pytest.raises(AssertionError):
            check_shares(wrong, paid)
