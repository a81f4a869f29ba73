# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A matrix in words: the headings, cells, sources and remarks that all writers share."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby

from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.domain.comparing.matrix import Cell, CellState, Matrix, Row, RowKind
from kyosei_desk.domain.designs import Element
from kyosei_desk.domain.passages import municipality_label
from kyosei_desk.domain.sources import citation_line, date_words
from kyosei_desk.domain.vocabulary import Coverage
from kyosei_desk.export.comparison.element_words import (
    NO_DAY,
    element_words,
    people_words,
    schools_words,
)
from kyosei_desk.export.comparison.town_words import town_words
from kyosei_desk.export.results import clean

_NOT_STATED = "「記載なし」は、出典に書かれていないという意味です。していない、ではありません。"
_PARTIAL = "「一部」は、求めることの一部だけ、対象が限られる、図の中の名前だけ、などです。"
_BESIDE = "〔　〕の中は、圏域、担い手、計画の数、1つあたりの人口、学校の数との対比の順です。"
_PEOPLE = (
    "「あたり」の人数は、人口を数で割ったものです。数に日付がないものも、そのまま割っています。"
)
_SCHOOLS = (
    "「小学校14校に15か所」のような書き方は、学校の数とならべてみたものです。"
    "出典の記述ではなく、どの校区にもある、という意味でもありません。"
)
_UNDATED = f"「{NO_DAY}」は、その数がいつのものか、出典に書かれていないという意味です。"
_PROFILE = "割って出した数字は、四捨五入したものです。式は、数字の下にあります。"


@dataclass(frozen=True)
class SheetColumn:
    """A design as a heading: its name, and below it where it is and its key figures."""

    design_id: str
    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class SheetLine:
    """A line of a cell, and the number of the source it rests on, None for none."""

    text: str
    source: int | None = None


@dataclass(frozen=True)
class SheetCell:
    """A cell: its state with what stands below it, and the full citations."""

    state: CellState
    lines: tuple[SheetLine, ...]
    reason: str
    citations: tuple[str, ...]

    @property
    def shown_state(self) -> str:
        """The state in words."""
        return self.state.label


@dataclass(frozen=True)
class SheetRow:
    """A row: its id, its official label, the plain one, and its cells."""

    key: str
    label: str
    plain: str
    cells: tuple[SheetCell, ...]


@dataclass(frozen=True)
class SheetGroup:
    """Rows under one heading; ``number`` is the function's number, None for others."""

    number: int | None
    label: str
    article: str
    rows: tuple[SheetRow, ...]

    @property
    def heading(self) -> str:
        """The heading in one line: ``【1】「我が事」の地域づくり（社会福祉法…）``."""
        number = f"【{self.number}】" if self.number is not None else ""
        return f"{number}{self.label}{f'（{self.article}）' if self.article else ''}"


@dataclass(frozen=True)
class SheetSource:
    """A source with its number, and the places in it that stand behind each name."""

    number: int
    design: str
    line: str
    places: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Sheet:
    """Everything a writer writes, in order."""

    title: str
    with_states: bool
    columns: tuple[SheetColumn, ...]
    groups: tuple[SheetGroup, ...]
    findings: tuple[tuple[str, str], ...]
    remarks: tuple[str, ...]
    sources: tuple[SheetSource, ...]


def build_sheet(matrix: Matrix, *, era_first: bool = False) -> Sheet:
    """Return a matrix in words, its sources numbered from the first column on."""
    numbers = _source_numbers(matrix)
    groups = [
        SheetGroup(
            rows[0].number,
            clean(rows[0].group_label),
            clean(rows[0].article),
            tuple(_row(matrix, row, numbers, era_first=era_first) for row in rows),
        )
        for rows in (list(found) for _, found in groupby(matrix.rows, key=lambda row: row.group))
    ]
    return Sheet(
        title=f"くらべる表（{matrix.kind.label}）",
        with_states=matrix.kind is not RowKind.PROFILE,
        columns=tuple(_column(design, era_first=era_first) for design in matrix.designs),
        groups=tuple(groups),
        findings=tuple(_findings(matrix)),
        remarks=tuple(_remarks(matrix, era_first=era_first)),
        sources=_sources(matrix, numbers, era_first=era_first),
    )


def _column(design: ComparedDesign, *, era_first: bool) -> SheetColumn:
    lines = []
    town = design.municipality
    if town is not None:
        bare = design.is_own or design.title == town.name
        lines.append(town.prefecture if bare else municipality_label(town))
    words = town_words(design.profile, era_first=era_first)
    lines += [f"人口 {words.population}"] if words.population else []
    lines += [f"面積 {words.area}"] if words.area else []
    schools, note = words.elementary_schools, words.schools_note
    lines += [f"{schools}（{note}）" if note else schools] if schools else []
    lines += [words.day] if words.day else []
    return SheetColumn(design.id, clean(design.title), tuple(lines))


_Numbers = dict[tuple[str, int], int]


def _source_numbers(matrix: Matrix) -> _Numbers:
    """Number the sources cited anywhere, column by column."""
    cited = {
        (cell.design_id, source.number)
        for row in matrix.rows
        for cell in row.cells
        for source in cell.sources
    }
    keys = [
        (design.id, number)
        for design in matrix.designs
        for number in range(1, len(design.sources) + 1)
        if (design.id, number) in cited
    ]
    return {key: number for number, key in enumerate(keys, start=1)}


def _row(matrix: Matrix, row: Row, numbers: _Numbers, *, era_first: bool) -> SheetRow:
    cells = tuple(
        SheetCell(
            cell.state,
            tuple(_lines(design, cell, numbers, era_first=era_first)),
            clean(cell.reason),
            tuple(clean(source.line(era_first=era_first)) for source in cell.sources),
        )
        for design, cell in zip(matrix.designs, row.cells, strict=True)
    )
    return SheetRow(row.key, clean(row.label), clean(row.plain), cells)


def _lines(
    design: ComparedDesign, cell: Cell, numbers: _Numbers, *, era_first: bool
) -> list[SheetLine]:
    if cell.text:
        return _figure_lines(cell, numbers, era_first=era_first)
    own = {source.id: number for number, source in enumerate(design.sources, start=1)}
    lines = []
    for answer in cell.elements:
        words = element_words(design, answer.element, era_first=era_first)
        in_part = answer.coverage is Coverage.PARTIAL and cell.state is CellState.STATED
        mark = f"（{Coverage.PARTIAL.label}）" if in_part else ""
        number = numbers.get((design.id, own.get(answer.element.source, 0)))
        lines.append(SheetLine(clean(words + mark), number))
    return lines


def _figure_lines(cell: Cell, numbers: _Numbers, *, era_first: bool) -> list[SheetLine]:
    found = [numbers.get((cell.design_id, source.number)) for source in cell.sources]
    beside = [clean(cell.note)] if cell.note else []
    if cell.as_of:
        beside.append(f"{date_words(cell.as_of, era_first=era_first)}現在")
    lines = [SheetLine(clean(cell.text), found[0] if found else None)]
    return lines + ([SheetLine(f"（{'、'.join(beside)}）")] if beside else [])


def _findings(matrix: Matrix) -> list[tuple[str, str]]:
    """Return what the rows have in common, what one column alone has, and what none has."""
    if matrix.kind is RowKind.PROFILE:
        return []
    titles = {design.id: design.title for design in matrix.designs}
    common = [_name(matrix, row) for row in matrix.rows if row.is_common]
    only = [
        f"{_name(matrix, row)}（{titles[row.only_here]}）" for row in matrix.rows if row.only_here
    ]
    nowhere = [_name(matrix, row) for row in matrix.stated_nowhere]
    pairs = (
        ("どの列にもある", common),
        ("一つの列だけにある", only),
        ("どの列も記載なし", nowhere),
    )
    return [(name, clean("、".join(found))) for name, found in pairs if found]


def _name(matrix: Matrix, row: Row) -> str:
    return row.plain if matrix.kind is RowKind.ELEMENTS else row.label


def _remarks(matrix: Matrix, *, era_first: bool) -> list[str]:
    remarks = [_PROFILE] if matrix.kind is RowKind.PROFILE else [_NOT_STATED]
    cells = [cell for row in matrix.rows for cell in row.cells]
    if any(cell.state is CellState.PARTIAL for cell in cells):
        remarks.append(_PARTIAL)
    unfit = CellState.NOT_APPLICABLE
    reasons = dict.fromkeys(clean(cell.reason) for cell in cells if cell.state is unfit)
    remarks += [f"「{unfit.label}」の理由：{reason}" for reason in reasons if reason]
    if any(cell.elements for cell in cells):
        remarks.append(_BESIDE)
    if _tells(matrix, people_words):
        remarks.append(_PEOPLE)
    if _tells(matrix, schools_words):
        remarks.append(_SCHOOLS)
    if _tells(matrix, _undated):
        remarks.append(_UNDATED)
    if matrix.dates_mixed:
        days = "、".join(date_words(day, era_first=era_first) for day in matrix.days)
        remarks.append(f"人口などの現在日が、列によってちがいます（{days}）。")
    return remarks


def _undated(design: ComparedDesign, element: Element) -> bool:
    return element.count is not None and element.count_as_of is None and not design.is_own


def _tells(matrix: Matrix, said: Callable[[ComparedDesign, Element], object]) -> bool:
    """Tell whether something is said of any element in the cells."""
    return any(
        said(design, answer.element)
        for row in matrix.rows
        for design, cell in zip(matrix.designs, row.cells, strict=True)
        for answer in cell.elements
    )


def _sources(matrix: Matrix, numbers: _Numbers, *, era_first: bool) -> tuple[SheetSource, ...]:
    """Return the numbered sources, with the exact place behind every name in the cells."""
    used: dict[str, dict[str, tuple[str, str]]] = {}
    for row in matrix.rows:
        for cell in row.cells:
            for answer in cell.elements:
                element = answer.element
                names = used.setdefault(f"{cell.design_id} {element.source}", {})
                names[element.id] = (clean(element.name), clean(element.place))
    designs = {design.id: design for design in matrix.designs}
    found = []
    for (design_id, own), number in numbers.items():
        design = designs[design_id]
        source = design.sources[own - 1]
        places = tuple(used.get(f"{design_id} {source.id}", {}).values())
        line = clean(citation_line(source, era_first=era_first))
        found.append(SheetSource(number, clean(design.title), line, places))
    return tuple(found)
