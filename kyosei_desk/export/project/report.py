# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A project as a paper: the few sorts of parts that every writer of papers knows."""

from dataclasses import dataclass
from enum import Enum, auto

from kyosei_desk.export.diagram.model import Diagram


@dataclass(frozen=True)
class Heading:
    """A heading, ``level`` 1 for a part of the paper, 2 for what is below it."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; ``quiet`` are remarks on how to read something."""

    text: str
    quiet: bool = False


@dataclass(frozen=True)
class Bullets:
    """A list."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Column:
    """A column of a table; ``share`` is its part of the width beside the others'."""

    title: str
    share: int
    is_number: bool = False


class RowKind(Enum):
    """What a row of a table is."""

    PLAIN = auto()
    GROUP = auto()
    TOTAL = auto()


@dataclass(frozen=True)
class Row:
    """A row: a cell a column, its lines parted by line ends; a group has its name alone.

    ``number`` is the number of the guideline's function a group stands for.
    """

    cells: tuple[str, ...]
    kind: RowKind = RowKind.PLAIN
    number: int | None = None


@dataclass(frozen=True)
class Table:
    """A table; ``caption`` names it for who hears it."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Bar:
    """A step of the plan: its name, its months as numbers from 0 to those of the plan."""

    name: str
    first: int
    last: int
    when: str
    beside: str = ""


@dataclass(frozen=True)
class Plan:
    """Bars over months; ``years`` are (name, number of months) of the fiscal years.

    ``months`` are the months' numbers as they stand above the bars.
    """

    caption: str
    years: tuple[tuple[str, int], ...]
    months: tuple[int, ...]
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Picture:
    """The structure diagram."""

    diagram: Diagram


Block = Heading | Paragraph | Bullets | Table | Plan | Picture


@dataclass(frozen=True)
class Report:
    """The whole paper; ``lines`` stand below the title, ``foot`` on every page."""

    title: str
    lines: tuple[str, ...]
    blocks: tuple[Block, ...]
    foot: str
