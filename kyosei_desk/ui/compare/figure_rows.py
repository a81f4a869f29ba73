# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Figures as lines of bars: a heading a sort of figure, then a bar a design and element."""

from collections.abc import Sequence
from dataclasses import dataclass

from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.domain.comparing.figures import Figure, FigureRow
from kyosei_desk.domain.comparing.quantities import Quantity, Ratio
from kyosei_desk.domain.passages import PROFILE_ID
from kyosei_desk.domain.sources import date_words

_NO_DAY = "日付の記載なし"
_LEFT_OUT = "数か、割る数の記載がなく、出せない項目: "
APART, UNKNOWN = "日付がちがう", "日付が不明"


@dataclass(frozen=True)
class FigureHead:
    """The heading of a sort of figures; ``flag`` says that its days differ."""

    label: str
    flag: str

    @property
    def spoken(self) -> str:
        """Everything to be heard."""
        return "、".join(filter(None, (self.label, self.flag)))


@dataclass(frozen=True)
class FigureBar:
    """A bar: ``share`` of the longest, 0 to 1; without a value ``missing`` says why.

    ``flag`` says that the days of its two numbers differ, or that one is not known; such a
    bar is hatched. ``design`` is empty where the line above is of the same design.
    """

    design: str
    element: str
    value: str
    share: float
    formula: str
    flag: str
    missing: str
    address: str
    title: str

    @property
    def spoken(self) -> str:
        """Everything to be heard."""
        parts = (self.title, self.element, self.value or self.missing, self.formula, self.flag)
        return "、".join(filter(None, parts))


@dataclass(frozen=True)
class FigureNote:
    """What is to be said below the bars."""

    spoken: str


FigureLine = FigureHead | FigureBar | FigureNote


def figure_lines(
    rows: Sequence[FigureRow], designs: Sequence[ComparedDesign], *, era_first: bool
) -> tuple[FigureLine, ...]:
    """Return the lines of the figures that can be computed for at least one design.

    What cannot be computed for any is named in a note at the end.
    """
    by_id = {design.id: design for design in designs}
    lines: list[FigureLine] = []
    for row in rows:
        if not row.is_computed:
            continue
        flag = APART if row.dates_mixed else ""
        lines.append(FigureHead(f"{row.label}（{row.basis.label}）", flag))
        most = max(figure.ratio.value for figure in row.figures if figure.ratio)
        above = ""
        for figure in row.figures:
            design = by_id[figure.design_id]
            share = float(figure.ratio.value / most) if figure.ratio and most else 0.0
            shown = "" if design.id == above else design.title
            lines.append(_bar(figure, design, shown, share, era_first=era_first))
            above = design.id
    out = [row.label for row in rows if not row.is_computed]
    if lines and out:
        lines.append(FigureNote(f"{_LEFT_OUT}{'、'.join(out)}"))
    return tuple(lines)


def _bar(
    figure: Figure, design: ComparedDesign, shown: str, share: float, *, era_first: bool
) -> FigureBar:
    ratio, element = figure.ratio, figure.element
    part = element.id if element else PROFILE_ID
    return FigureBar(
        design=shown,
        element=element.name if element else "",
        value=ratio.text if ratio else "",
        share=share,
        formula=formula_words(ratio, era_first=era_first) if ratio else "",
        flag=_flag(ratio),
        missing=figure.missing.label if figure.missing else "",
        address=f"{design.document_id}#{part}",
        title=design.title,
    )


def formula_words(ratio: Ratio, *, era_first: bool) -> str:
    """Return how a figure was computed, with the days of both numbers."""
    numbers = (ratio.numerator, ratio.denominator)
    days = {_day(number, era_first=era_first) for number in numbers}
    if len(days) == 1:
        return f"{ratio.formula}（どちらも{days.pop()}）"
    words = "、".join(f"{n.label}は{_day(n, era_first=era_first)}" for n in numbers)
    return f"{ratio.formula}（{words}）"


def _day(number: Quantity, *, era_first: bool) -> str:
    if number.as_of is None:
        return _NO_DAY
    return f"{date_words(number.as_of, era_first=era_first)}現在"


def _flag(ratio: Ratio | None) -> str:
    if ratio is None:
        return ""
    if ratio.dates_mixed:
        return APART
    return UNKNOWN if ratio.dates_unknown else ""
