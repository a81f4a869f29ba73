# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The candidates as a list to tick in, in the order in which they are ticked."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from kyosei_desk.domain.comparing.designs import MOST_COLUMNS
from kyosei_desk.ui.compare.candidates import Candidate, Wanted

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_Role = Qt.ItemDataRole


class CandidatesModel(QAbstractListModel):
    """``chosen_changed`` follows every tick; ``refused`` one too many."""

    chosen_changed = Signal()
    refused = Signal()

    def __init__(self, parent: QObject | None = None):
        """Start empty."""
        super().__init__(parent)
        self._all: tuple[Candidate, ...] = ()
        self._shown: tuple[Candidate, ...] = ()
        self._chosen: tuple[str, ...] = ()

    def set_candidates(self, candidates: Sequence[Candidate]) -> None:
        """Offer these, all shown."""
        self.beginResetModel()
        self._all = self._shown = tuple(candidates)
        known = {one.design_id for one in candidates}
        self._chosen = tuple(one for one in self._chosen if one in known)
        self.endResetModel()
        self.chosen_changed.emit()

    def narrow(self, text: str, wanted: Wanted) -> None:
        """Show only what fits; what is chosen stays chosen."""
        self.beginResetModel()
        self._shown = tuple(one for one in self._all if one.fits(text, wanted))
        self.endResetModel()

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """All there are."""
        return self._all

    @property
    def shown(self) -> tuple[Candidate, ...]:
        """Those shown, row by row."""
        return self._shown

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids chosen, in the order of choosing."""
        return self._chosen

    def choose(self, design_ids: Sequence[str]) -> None:
        """Choose these in place of those before."""
        known = {one.design_id for one in self._all}
        chosen = [one for one in dict.fromkeys(design_ids) if one in known]
        self._chosen = tuple(chosen[:MOST_COLUMNS])
        self._tell()

    def switch(self, design_id: str) -> None:
        """Choose one more, or one less."""
        if design_id in self._chosen:
            self._chosen = tuple(one for one in self._chosen if one != design_id)
        elif len(self._chosen) < MOST_COLUMNS:
            self._chosen = (*self._chosen, design_id)
        else:
            self.refused.emit()
            return
        self._tell()

    def place_of(self, row: int) -> int:
        """Return in which place the candidate of a row was chosen, from 1; 0 if not."""
        design_id = self._shown[row].design_id
        return self._chosen.index(design_id) + 1 if design_id in self._chosen else 0

    def _tell(self) -> None:
        if self._shown:
            last = self.index(len(self._shown) - 1, 0)
            self.dataChanged.emit(self.index(0, 0), last, [_Role.CheckStateRole])
        self.chosen_changed.emit()

    # What Qt asks

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """The number of candidates shown."""
        return 0 if parent.isValid() else len(self._shown)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Every candidate can be ticked."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flag = Qt.ItemFlag
        usable = flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsUserCheckable
        return usable | flag.ItemNeverHasChildren

    def data(self, index: AnyIndex, role: int = _Role.DisplayRole) -> object:
        """Its name, everything on its card to be heard, and whether it is ticked."""
        if not index.isValid():
            return None
        one = self._shown[index.row()]
        if role == _Role.DisplayRole:
            return one.place
        if role in (_Role.AccessibleTextRole, _Role.ToolTipRole):
            key = f"{one.key_name} {one.key_count}".strip()
            between = "。" if role == _Role.AccessibleTextRole else "\n"
            return between.join(filter(None, (one.place, one.title, one.figures, one.day, key)))
        if role == _Role.CheckStateRole:
            ticked = one.design_id in self._chosen
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return None

    def setData(self, index: AnyIndex, value: object, role: int = _Role.EditRole) -> bool:
        """Tick or untick; Space and assistive technology come here."""
        if not index.isValid() or role != _Role.CheckStateRole:
            return False
        design_id = self._shown[index.row()].design_id
        if (Qt.CheckState(value) is Qt.CheckState.Checked) != (design_id in self._chosen):
            self.switch(design_id)
        return True
