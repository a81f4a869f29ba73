# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The way from the window to the file of saved and last searches, in a thread of its own."""

from PySide6.QtCore import QObject

from kyosei_desk.ui.keeping import Keeper, KeepingOperation
from kyosei_desk.wording.kept_files import searches_text
from kyosei_desk.workspace.searches import SearchStore

SearchOperation = KeepingOperation[SearchStore]


class SearchKeeper(Keeper[SearchStore]):
    """See :class:`~kyosei_desk.ui.keeping.Keeper`; the window shuts it down."""

    def __init__(self, store: SearchStore, parent: QObject):
        """Keep in ``store``; nothing is read or written yet."""
        super().__init__(store, "searches", searches_text, parent)
