# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Who pays, year by year and programme by programme, in 千円."""

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from kyosei_desk.domain.projects.budgeting import BudgetSheet, Shares
from kyosei_desk.domain.sources import fiscal_year_words
from kyosei_desk.ui.build.entries.entry_table import AnyIndex, EntryModel, Row
from kyosei_desk.ui.build.entries.lined_table import LinedTable
from kyosei_desk.ui.theme import Theme

COLUMNS = ("年度・補助", "事業費", "国", "都道府県", "まち")
_TOTAL = "合計"
_ALONE = "補助なし"


class _ShareModel(EntryModel):
    """Years and the grand total stand out."""

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell tells; sums are bold."""
        if role == Qt.ItemDataRole.FontRole and index.isValid():
            font = QFont()
            font.setBold(not self.rows[index.row()].words[0].startswith("　"))
            return font
        return super().data(index, role)


class ShareTable(LinedTable):
    """As high as its rows."""

    def __init__(self, theme: Theme, parent: QWidget):
        """Show no sums yet."""
        super().__init__(theme, parent, least=72)
        self.setAccessibleName("年度ごとの負担（千円）")
        self.sums = _ShareModel(COLUMNS, range(1, len(COLUMNS)), self)
        self.setModel(self.sums)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.fit()

    def show_sheet(self, sheet: BudgetSheet, *, era_first: bool) -> None:
        """Show a budget."""
        self.sums.show_rows(tuple(_rows(sheet, era_first=era_first)))
        self.setColumnHidden(COLUMNS.index("都道府県"), not sheet.shares.prefectural)
        self.fit()

    def sizeHint(self) -> QSize:
        """As high as the rows."""
        return QSize(self._theme.px(280), self._height())

    def minimumSizeHint(self) -> QSize:
        """No lower than all rows."""
        return QSize(self._theme.px(120), self._height())

    def _height(self) -> int:
        rows = self.sums.rowCount() * self.verticalHeader().defaultSectionSize()
        bar = self.horizontalScrollBar()
        scroll = bar.sizeHint().height() if bar.maximum() > bar.minimum() else 0
        return self.horizontalHeader().height() + rows + scroll + 2 * self.frameWidth()

    def fit(self) -> None:
        """Be as high as the rows, too."""
        super().fit()
        self.updateGeometry()


def _rows(sheet: BudgetSheet, *, era_first: bool) -> Iterator[Row]:
    for year in sheet.years:
        words = fiscal_year_words(year.fiscal_year, era_first=era_first)
        yield Row(str(year.fiscal_year), (words, *_words(year.shares)))
        for row in year.rows:
            name = row.programme.name if row.programme else _ALONE
            programme = row.programme.id if row.programme else ""
            yield Row(f"{year.fiscal_year}/{programme}", (f"　{name}", *_words(row.shares)))
    if len(sheet.years) > 1:
        yield Row(_TOTAL, (_TOTAL, *_words(sheet.shares)))


def _words(shares: Shares) -> tuple[str, ...]:
    numbers = (shares.total, shares.national, shares.prefectural, shares.own)
    return tuple(f"{number:,}" for number in numbers)
