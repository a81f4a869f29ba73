# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What is compared: the designs there are, those chosen, and their matrix.

Building a matrix of eight designs takes less than a millisecond, so it is done at once.
"""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from kyosei_desk.domain.comparing.designs import FEWEST_COLUMNS, ComparedDesign, compared_case
from kyosei_desk.domain.comparing.matrix import Matrix, RowKind, build_matrix
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.documents import GuidelineDocument
from kyosei_desk.ui.compare.arrangement import Arrangement
from kyosei_desk.workspace.settings import SettingKey, SettingsStore


class ComparisonController(QObject):
    """Keeps the arrangement of now; ``changed`` follows another one, or another library."""

    changed = Signal()

    def __init__(self, settings: SettingsStore, parent: QObject):
        """Start without a library and without columns."""
        super().__init__(parent)
        self._settings = settings
        self._corpus: Corpus | None = None
        self._designs: dict[str, ComparedDesign] = {}
        self._cases: dict[str, ComparedDesign] = {}
        self._own: tuple[ComparedDesign, ...] = ()
        self._provision_addresses: dict[str, str] = {}
        self._arrangement = Arrangement()
        self._matrices: dict[RowKind, Matrix] = {}

    @property
    def corpus(self) -> Corpus | None:
        """The library, once it has been read."""
        return self._corpus

    @property
    def designs(self) -> tuple[ComparedDesign, ...]:
        """Every design that can be compared, one's own first."""
        return tuple(self._designs.values())

    @property
    def arrangement(self) -> Arrangement:
        """What stands side by side now."""
        return self._arrangement

    @property
    def columns(self) -> tuple[ComparedDesign, ...]:
        """The designs compared, in their order."""
        return tuple(self._designs[one] for one in self._arrangement.columns)

    @property
    def is_comparing(self) -> bool:
        """Whether there are enough columns."""
        return len(self._arrangement.columns) >= FEWEST_COLUMNS

    @property
    def era_first(self) -> bool:
        """Whether dates are written 和暦 first."""
        return self._settings.get(SettingKey.DATE_STYLE) == "era"

    def set_corpus(self, corpus: Corpus) -> None:
        """Compare the designs of this library; columns it does not have are left out."""
        self._corpus = corpus
        self._cases = {case.id: compared_case(case, corpus) for case in corpus.cases}
        self._provision_addresses = {
            provision.id: f"{document.id}#{provision.id}"
            for document in corpus.documents
            if isinstance(document, GuidelineDocument)
            for provision in document.provisions
        }
        self.arrange(self._offer())

    def set_own_designs(self, designs: tuple[ComparedDesign, ...]) -> bool:
        """Compare these own designs, too; False where nothing is new about them.

        Columns that are no more are left out.
        """
        if designs == self._own:
            return False
        self._own = designs
        known = self._offer()
        if self._arrangement.columns:
            self.arrange(known)
        return True

    def _offer(self) -> Arrangement:
        """Return the arrangement of now without columns that are no more."""
        self._designs = {design.id: design for design in self._own} | self._cases
        self._matrices.clear()
        known = [one for one in self._arrangement.columns if one in self._designs]
        return self._arrangement.with_columns(known)

    def arrange(self, arrangement: Arrangement) -> None:
        """Show another arrangement; its columns are designs of the library."""
        if arrangement.columns != self._arrangement.columns or not self._matrices:
            self._matrices.clear()
        self._arrangement = arrangement
        self.changed.emit()

    def compare(self, columns: Sequence[str]) -> None:
        """Put these designs side by side."""
        self.arrange(self._arrangement.with_columns(columns))

    def design(self, design_id: str) -> ComparedDesign:
        """Return a design of the library.

        Raises:
            KeyError: there is no such design.
        """
        return self._designs[design_id]

    @property
    def matrix(self) -> Matrix | None:
        """All rows of the kind chosen; None without columns."""
        return self.matrix_of(self._arrangement.rows)

    def matrix_of(self, kind: RowKind) -> Matrix | None:
        """Return all rows of a kind; None without columns."""
        if self._corpus is None or not self._arrangement.columns:
            return None
        if kind not in self._matrices:
            corpus = self._corpus
            made = build_matrix(self.columns, corpus.provisions, corpus.functions, kind)
            self._matrices[kind] = made
        return self._matrices[kind]

    @property
    def shown_matrix(self) -> Matrix | None:
        """The rows that are shown."""
        matrix, view = self.matrix, self._arrangement
        if matrix is None:
            return None
        return matrix.without(same=view.hide_same, unstated=view.hide_unstated)

    def provision_address(self, row: str) -> str:
        """Return where a provision can be read; nothing for other rows."""
        return self._provision_addresses.get(row, "")

    def set_rows(self, kind: RowKind) -> None:
        """Compare row by row of another kind."""
        self.arrange(replace(self._arrangement, rows=kind))
