# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Forgetting what was searched for, wherever it is kept, with a way to take that back."""

from functools import partial

from PySide6.QtCore import QObject

from kyosei_desk.ui.messages import Message, MessageBar, Severity
from kyosei_desk.ui.recent_places import RecentPlaces
from kyosei_desk.ui.search_keeper import SearchKeeper
from kyosei_desk.workspace.searches import KeptQuery

_Places = list[tuple[str, str]]


class SearchHistory(QObject):
    """The last questions: those in the file, and those the home page shows."""

    def __init__(
        self, keeper: SearchKeeper, recent: RecentPlaces, messages: MessageBar, parent: QObject
    ):
        """Say in ``messages`` what was done."""
        super().__init__(parent)
        self._recent = recent
        self._messages = messages
        self._places: _Places = []
        self._clearing = keeper.operation()
        self._clearing.succeeded.connect(self._on_cleared)
        self._clearing.failed.connect(self._on_not_cleared)
        self._restoring = keeper.operation()
        self._restoring.failed.connect(messages.show_failure)
        self._offer: Message | None = None  # to take the last clearing back

    def clear(self) -> None:
        """Forget every question; the documents read and the saved searches stay."""
        self._places += self._recent.forget_queries()
        self._clearing.do(lambda store: store.clear_recent())

    def _on_cleared(self, gone: tuple[KeptQuery, ...]) -> None:
        places, self._places = self._places, []
        if not gone and not places:
            if self._offer is None or self._messages.current is not self._offer:
                self._messages.show_message(Message(Severity.INFO, "さがした記録はありません。"))
            return
        text = "さがした記録を消しました。保存した検索は残っています。"
        restore = partial(self._restore, gone, places)
        self._offer = Message(Severity.SUCCESS, text, "もとにもどす", restore)
        self._messages.show_message(self._offer)

    def _on_not_cleared(self, error: Exception) -> None:
        self._recent.restore(self._places)
        self._places = []
        self._messages.show_failure(error)

    def _restore(self, gone: tuple[KeptQuery, ...], places: _Places) -> None:
        self._recent.restore(places)
        self._restoring.do(lambda store: store.restore_recent(gone))
