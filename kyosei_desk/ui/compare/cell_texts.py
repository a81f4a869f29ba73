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
    dated_count,
    people_words,
    planned_words,
    schools_days,
    schools_words,
)
from kyosei_desk.export.comparison.town_words import town_words
from kyosei_desk.ui.compare.figure_rows import formula_words

_BETWEEN = "・"
_HINTED = 3
SIDE_BY_SIDE = "※ならべると "  # ours, no statement of a source
_NO_STATEMENT = "出典の記述ではなく、どの校区にもあるという意味でもありません"
_HOW_TO_READ = "Enter かダブルクリックで本文、Space で行を広げる"


@dataclass(frozen=True)
class EntryText:
    """An element in a cell: its name with its number, then lines about it.

    ``where`` is its zone and who runs it, ``people`` how many people there are to one,
    ``formula`` how that was computed with the days of both numbers. ``schools`` puts its
    number beside that of the school districts, ``schools_days`` are their days. ``text`` is
    all its source says, ``address`` where it can be read.
    """

    address: str
    name: str
    in_part: bool
    where: str
    people: str
    formula: str
    text: str
    schools: str = ""
    schools_days: str = ""

    @property
    def first_sentence(self) -> str:
        """The beginning of what the source says."""
        head, stop, _ = self.text.partition("。")
        return head + stop

    @property
    def side_by_side(self) -> str:
        """Both numbers in full, and that no source puts them side by side."""
        if not self.schools:
            return ""
        return f"{SIDE_BY_SIDE}{self.schools}（{self.schools_days}。{_NO_STATEMENT}）"


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

    @property
    def hint(self) -> str:
        """What the sources say of the elements, where, and how to read on."""
        said = [f"{entry.name}: {entry.first_sentence}" for entry in self.entries[:_HINTED]]
        cited = [f"[{number}] {line}" for number, line in self.sources]
        return "\n".join((*said, *cited, _HOW_TO_READ))


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
        number = dated_count(design, element, era_first=self.era_first)
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
            schools=schools_words(design, element),
            schools_days=schools_days(design, element, era_first=self.era_first),
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
        beside = f"{SIDE_BY_SIDE}{entry.schools}" if entry.schools else ""
        said = (f"{entry.name}{part}", entry.where, entry.people, beside)
        parts.append("、".join(filter(None, said)))
    return "。".join(filter(None, parts))


@dataclass(frozen=True)
class ColumnText:
    """The head of a column; ``share`` is its population beside the largest, 0 to 1.

    ``note`` says which schools are counted.
    """

    design_id: str
    title: str
    place: str
    population: str
    schools: str
    area: str
    day: str
    share: float
    spoken: str
    note: str = ""


def column_texts(matrix: Matrix, *, era_first: bool) -> tuple[ColumnText, ...]:
    """Return the heads of all columns."""
    most = max(map(_people, matrix.designs), default=0)
    return tuple(_column(design, most, era_first=era_first) for design in matrix.designs)


def _people(design: ComparedDesign) -> int:
    """Return the population; 0 where it is not known."""
    return (design.profile.population if design.profile else None) or 0


def _column(design: ComparedDesign, most: int, *, era_first: bool) -> ColumnText:
    town, words = design.municipality, town_words(design.profile, era_first=era_first)
    place = ""
    if town is not None:
        bare = design.is_own or town.name == design.title
        place = town.prefecture if bare else municipality_label(town)
    people = f"人口 {words.population}" if words.population else ""
    schools, note = words.elementary_schools.replace(" ", ""), words.schools_note
    told = f"{schools}（{note}）" if schools and note else schools
    spoken = "、".join(
        filter(None, (design.title, place, people, words.area, told, words.day)),
    )
    share = _people(design) / most if most else 0.0
    return ColumnText(
        design.id, design.title, place, people, schools, words.area, words.day, share, spoken, note
    )


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
