# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The way from the window to the file of comparisons and the person's own town."""

from PySide6.QtCore import QObject

from kyosei_desk.ui.keeping import Keeper
from kyosei_desk.wording.kept_files import comparisons_text
from kyosei_desk.workspace.comparisons import ComparisonStore, KeptComparison


class ComparisonKeeper(Keeper[ComparisonStore]):
    """See :class:`~kyosei_desk.ui.keeping.Keeper`; the window shuts it down."""

    def __init__(self, store: ComparisonStore, parent: QObject):
        """Keep in ``store``; nothing is read or written yet."""
        super().__init__(store, "comparisons", comparisons_text, parent)
        self._remembering = self.operation()

    def remember(self, comparison: KeptComparison) -> None:
        """Put a comparison first among the last ones; what goes wrong is no one's concern."""
        self._remembering.do(lambda store: store.remember(comparison))
