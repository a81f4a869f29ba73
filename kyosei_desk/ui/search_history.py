# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Forgetting what was searched for, wherever it is kept, with a way to take that back."""

from PySide6.QtCore import QObject

from kyosei_desk.domain.errors import StorageError
from kyosei_desk.ui.messages import Message, MessageBar, Severity
from kyosei_desk.ui.recent_places import RecentPlaces
from kyosei_desk.workspace.searches import KeptQuery, SearchStore


class SearchHistory(QObject):
    """The last questions: those in the file, and those the home page shows."""

    def __init__(
        self, store: SearchStore, recent: RecentPlaces, messages: MessageBar, parent: QObject
    ):
        """Say in ``messages`` what was done."""
        super().__init__(parent)
        self._store = store
        self._recent = recent
        self._messages = messages
        self._gone: tuple[KeptQuery, ...] = ()
        self._places: list[tuple[str, str]] = []

    def clear(self) -> None:
        """Forget every question; the documents read and the saved searches stay."""
        try:
            self._gone = self._store.clear_recent()
        except StorageError as error:
            self._messages.show_failure(error)
            return
        self._places = self._recent.forget_queries()
        text = "さがした記録を消しました。保存した検索は残っています。"
        if self._gone or self._places:
            done = Message(Severity.SUCCESS, text, "もとにもどす", self._restore)
            self._messages.show_message(done)
        else:
            self._messages.show_message(Message(Severity.INFO, "さがした記録はありません。"))

    def _restore(self) -> None:
        self._recent.restore(self._places)
        try:
            self._store.restore_recent(self._gone)
        except StorageError as error:
            self._messages.show_failure(error)
