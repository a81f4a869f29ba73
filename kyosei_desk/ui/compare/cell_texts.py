# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What is read in a cell of the table: its state, its elements in brief and in full."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kyosei_desk.domain.comparing.designs import CitedSource, ComparedDesign
from kyosei_desk.domain.comparing.figures import Basis, element_ratio
from kyosei_desk.domain.comparing.matrix import Cell, CellElement, CellState, Matrix, Row, RowKind
from kyosei_desk.domain.designs import Element
from kyosei_desk.domain.passages import PROFILE_ID, municipality_label
from kyosei_desk.domain.sources import date_words
from kyosei_desk.domain.vocabulary import Coverage
from kyosei_desk.export.comparison.element_words import (
    count_words,
    people_words,
    planned_words,
)
from kyosei_desk.ui.compare.figure_rows import formula_words

_BETWEEN = "・"


@dataclass(frozen=True)
class EntryText:
    """An element in a cell: its name with its number, then lines about it.

    ``where`` is its zone and who runs it, ``people`` how many people there are to one,
    ``formula`` how that was computed with the days of both numbers, ``text`` all its source
    says. ``address`` is where it can be read.
    """

    address: str
    name: str
    in_part: bool
    where: str
    people: str
    formula: str
    text: str


@dataclass(frozen=True)
class CellText:
    """A cell in words; ``figure`` and ``beside`` are of rows of figures.

    ``state`` is empty where it goes without saying; ``sources`` are (number, citation).
    ``spoken`` says all of it to who hears the table.
    """

    kind: CellState
    state: str
    entries: tuple[EntryText, ...] = ()
    figure: str = ""
    beside: str = ""
    reason: str = ""
    address: str = ""
    sources: tuple[tuple[int, str], ...] = ()
    spoken: str = field(default="", compare=False)

    @property
    def numbers(self) -> str:
        """The numbers of its sources: ``[1]``."""
        return "".join(f"[{number}]" for number, _ in self.sources)


@dataclass(frozen=True)
class CellWriter:
    """Writes the cells of a matrix; ``firsts`` are the columns' first source numbers."""

    matrix: Matrix
    era_first: bool
    firsts: Mapping[str, int]

    @classmethod
    def of(cls, matrix: Matrix, *, era_first: bool) -> "CellWriter":
        """Return the writer of a matrix: sources are numbered from the first column on."""
        firsts, number = {}, 1
        for design in matrix.designs:
            firsts[design.id] = number
            number += len(design.sources)
        return cls(matrix, era_first, firsts)

    def cell(self, row: Row, column: int) -> CellText:
        """Return the words of a cell."""
        cell, design = row.cells[column], self.matrix.designs[column]
        entries = tuple(self._entry(design, answer) for answer in _weightiest_first(cell))
        sources = tuple(self._source(source, design) for source in cell.sources)
        found = CellText(
            cell.state,
            self._state(cell),
            entries,
            cell.text,
            self._beside(cell),
            cell.reason,
            entries[0].address if entries else self._town(design),
            sources,
        )
        spoken = f"{design.title}、{row_name(self.matrix, row)}: {_spoken(found, cell)}"
        return replace(found, spoken=spoken)

    def _state(self, cell: Cell) -> str:
        told = self.matrix.kind is RowKind.PROVISIONS or not cell.state.is_spoken_of
        return cell.state.label if told else ""

    def _entry(self, design: ComparedDesign, answer: CellElement) -> EntryText:
        element = answer.element
        number = count_words(element, era_first=self.era_first)
        where = [element.zone.label, _BETWEEN.join(one.label for one in element.operators)]
        people = people_words(design, element)
        where.append(planned_words(element, era_first=self.era_first))
        return EntryText(
            address=design.address(element),
            name=f"{element.name} {number}".strip(),
            in_part=answer.coverage is Coverage.PARTIAL,
            where="｜".join(filter(None, where)),
            people=people,
            formula=self._formula(design, element) if people else "",
            text=element.text,
        )

    def _formula(self, design: ComparedDesign, element: Element) -> str:
        ratio = element_ratio(design, element, Basis.PEOPLE_PER_ONE)
        return formula_words(ratio, era_first=self.era_first) if ratio else ""

    def _beside(self, cell: Cell) -> str:
        parts = [cell.note]
        if cell.as_of:
            parts.append(f"{date_words(cell.as_of, era_first=self.era_first)}現在")
        return "、".join(filter(None, parts))

    def _source(self, source: CitedSource, design: ComparedDesign) -> tuple[int, str]:
        number = self.firsts[design.id] + source.number - 1
        return number, source.line(era_first=self.era_first)

    def _town(self, design: ComparedDesign) -> str:
        part = f"#{PROFILE_ID}" if self.matrix.kind is RowKind.PROFILE else ""
        return f"{design.document_id}{part}"


def _weightiest_first(cell: Cell) -> list[CellElement]:
    """Put what answers in full first, and of that what is counted."""

    def rank(answer: CellElement) -> tuple[bool, bool]:
        return answer.coverage is Coverage.PARTIAL, answer.element.count is None

    return sorted(cell.elements, key=rank)


def _spoken(text: CellText, cell: Cell) -> str:
    parts = [cell.state.label, text.figure, text.beside, text.reason]
    for entry in text.entries:
        part = f"（{Coverage.PARTIAL.label}）" if entry.in_part else ""
        parts.append("、".join(filter(None, (f"{entry.name}{part}", entry.where, entry.people))))
    return "。".join(filter(None, parts))


@dataclass(frozen=True)
class ColumnText:
    """The head of a column; ``share`` is its population beside the largest, 0 to 1."""

    design_id: str
    title: str
    place: str
    figures: str
    day: str
    share: float
    spoken: str


def column_texts(matrix: Matrix, *, era_first: bool) -> tuple[ColumnText, ...]:
    """Return the heads of all columns."""
    people = [design.profile.population for design in matrix.designs if design.profile]
    most = max(people, default=0)
    return tuple(_column(design, most, era_first=era_first) for design in matrix.designs)


def _column(design: ComparedDesign, most: int, *, era_first: bool) -> ColumnText:
    town, profile = design.municipality, design.profile
    place = ""
    if town is not None:
        place = town.prefecture if town.name == design.title else municipality_label(town)
    figures = day = ""
    if profile is not None:
        figures = f"{profile.population:,}人　{profile.area_km2:g}km²"
        day = f"{date_words(profile.as_of, era_first=era_first)}現在"
    spoken = "、".join(filter(None, (design.title, place, figures.replace("　", "、"), day)))
    share = profile.population / most if profile and most else 0.0
    return ColumnText(design.id, design.title, place, figures, day, share, spoken)


@dataclass(frozen=True)
class RowText:
    """The head of a row; ``tag`` says what the columns have in common on it.

    ``name`` names the row where its group does not stand above it.
    """

    name: str
    label: str
    plain: str
    tag: str
    spoken: str


def row_text(matrix: Matrix, row: Row) -> RowText:
    """Return the head of a row."""
    plain = row.plain if row.plain != row.label else ""
    tag = _tag(matrix, row)
    number = f"【{row.number}】" if row.number is not None else ""
    group = f"{number}{row.group_label}"
    spoken = "、".join(filter(None, (group, row.label, plain, tag)))
    return RowText(row_name(matrix, row), row.label, plain, tag, spoken)


def row_name(matrix: Matrix, row: Row) -> str:
    """Return what names a row by itself: rows of elements are labelled by their zone only."""
    return row.plain if matrix.kind is RowKind.ELEMENTS else row.label


def _tag(matrix: Matrix, row: Row) -> str:
    if matrix.kind is RowKind.PROFILE or len(matrix.designs) < 2:
        return ""
    if row.only_here is not None:
        titles = {design.id: design.title for design in matrix.designs}
        return f"{titles[row.only_here]}だけ"
    if row.is_common:
        return "どの列にもある"
    return "どの列も記載なし" if row in matrix.stated_nowhere else ""
