# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The place of the search page in the window, which is there before the page is.

The page needs the library's modules, which are loaded after the window has been painted.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme
from kyosei_desk.workspace.settings import SettingsStore

if TYPE_CHECKING:
    from kyosei_desk.ui.search.search_page import SearchPage

_WAITING = "資料を読みこんでいます…"
_FAILED = "資料を読みこめませんでした。"
_SHOWN_WORDS = 20
_AGAIN = "もう一度読みこむ"


class SearchPlace(QStackedWidget):
    """Says that the library is being read, or could not be, until the page takes over.

    ``retry_requested`` asks to read it again.
    """

    retry_requested = Signal()

    def __init__(self, theme: Theme, settings: SettingsStore, parent: QWidget | None = None):
        """Wait."""
        super().__init__(parent)
        self._theme = theme
        self._settings = settings
        self._page: SearchPage | None = None
        self._waiting_act: Callable[[SearchPage], object] | None = None
        self._waiting_words = ""
        self._failed = False
        self._sentence = text_label(_WAITING, "subtle")
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._again = QPushButton(_AGAIN, self)
        self._again.clicked.connect(self.retry_requested)
        waiting = QWidget(self)
        column = QVBoxLayout(waiting)
        LayoutScaler(theme, waiting).add(column, (24, 24, 24, 24), 16)
        column.addStretch(1)
        column.addWidget(self._sentence)
        column.addWidget(self._again, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.addWidget(waiting)
        self._say()

    @property
    def page(self) -> "SearchPage | None":
        """The page once it is there."""
        return self._page

    @property
    def wanted(self) -> bool:
        """Whether the page is there, is looked at, or something was asked of it."""
        return self._page is not None or self._waiting_act is not None or self.isVisible()

    @property
    def waiting_text(self) -> str:
        """What is said while the page is not there."""
        return self._sentence.text()

    def make_page(self) -> "SearchPage":
        """Make the page; :meth:`catch_up` does what was last asked of it before."""
        from kyosei_desk.ui.search.search_page import SearchPage

        self._page = SearchPage(self._theme, self._settings, self)
        self.addWidget(self._page)
        self.setCurrentWidget(self._page)
        return self._page

    def search_for(self, query: str) -> None:
        """Search for words, now or when the page is there."""
        self._ask(lambda page: page.asking.set_query(query), query.strip())

    def open_address(self, address: str) -> None:
        """Open a document, now or when the page is there."""
        self._ask(lambda page: page.open_address(address))

    def browse_kind(self, kind: str) -> None:
        """Show all documents of a kind, now or when the page is there."""
        self._ask(lambda page: _browse_kind(page, kind))

    def _ask(self, act: "Callable[[SearchPage], object]", words: str = "") -> None:
        if self._page is not None:
            act(self._page)
            return
        self._waiting_act, self._waiting_words = act, words
        self._say()

    def catch_up(self) -> None:
        """Do what was asked before the page was there."""
        if self._page is not None and self._waiting_act is not None:
            act, self._waiting_act = self._waiting_act, None
            act(self._page)

    def set_pending(self) -> None:
        """Say that the library is being read."""
        self._failed = False
        self._say()

    def set_failed(self) -> None:
        """Say that there is no library, and offer to read it again."""
        self._failed = True
        self._say()

    def _say(self) -> None:
        words = self._waiting_words[:_SHOWN_WORDS]
        then = f"できしだい「{words}」をさがします。" if words else ""
        self._sentence.setText(_FAILED if self._failed else _WAITING + then)
        self._again.setVisible(self._failed)


def _browse_kind(page: "SearchPage", kind: str) -> None:
    from kyosei_desk.search.model import FacetName

    page.asking.set_query("")
    page.set_filters({FacetName.KIND: frozenset({kind})})
