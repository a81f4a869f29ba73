# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The states of さがす for ``tools/screenshots.py``: searching in many ways, and reading."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kyosei_desk.ui.main_window import MainWindow
from kyosei_desk.ui.search.search_page import SearchPage
from kyosei_desk.ui.search.suggestion_list import SuggestionList
from tools.waiting import SETTLE_SECONDS, let_pass, wait_for

_ANSWER_SECONDS = 15.0
_QUERY = "ゴミ屋敷 相談"
_SHORT_FORM = "包括"
_NOTHING = "ぴよぴよ宇宙"
_APART = "市民活動センター"
_TOGETHER_NOWHERE = "まちの保健室 自治体:豊中 種別:指針"
_BUILT = '相談 "地域の縁側" CSW OR 社協 -豊中 自治体:藤沢市 圏域:地区'
_BEGUN = "まちの"
_CASE = "cases/nabari"


class SearchScenes:
    """Brings さがす into each of its states; ``take`` and ``keep`` keep a picture."""

    def __init__(
        self,
        window: MainWindow,
        take: Callable[[str], None],
        keep: Callable[[str, QWidget], None],
    ):
        """Begin without a search; the window can search."""
        page = window.search_place.page
        assert page is not None
        self._window = window
        self._page: SearchPage = page
        self._take = take
        self._keep = keep
        self._answered = False
        page.status_changed.connect(self._on_answer)

    def take_all(self) -> None:
        """Search in many ways, then read."""
        self._take_searching()
        self._take_reading()

    def _take_searching(self) -> None:
        from kyosei_desk.search.model import FacetName

        self._window.pages.browse_kind("case")
        self._take("browse")
        self._page.facets.clear()
        self._search(_QUERY)
        self._take("search")
        self._page.set_filters({FacetName.KIND: frozenset({"case"})})
        self._take("search-facets")
        self._page.facets.clear()
        self._search(_SHORT_FORM)
        self._take("search-choices")
        self._search(_APART)
        self._take("search-apart")
        self._search(_NOTHING)
        self._take("nothing-found")
        self._take_ways_of_searching()
        self._take_tools()

    def _take_tools(self) -> None:
        from kyosei_desk.ui.search.search_tools import SearchTools

        tools = self._page.findChild(SearchTools)
        assert tools is not None
        self._search(_BUILT)
        tools.remember()
        builder = tools.open_builder()
        assert builder is not None
        let_pass(SETTLE_SECONDS)
        self._keep("query-builder", builder)
        builder.reject()
        self._search(_QUERY)
        tools.remember()
        kept = tools.open_kept()
        assert kept is not None
        kept.keep_current()
        let_pass(SETTLE_SECONDS)
        self._keep("saved-searches", kept)
        kept.delete_chosen()  # the next look begins without it
        kept.reject()
        let_pass(0.05)

    def _take_ways_of_searching(self) -> None:
        from kyosei_desk.search.model import MatchRule, SortOrder

        header = self._page.results.header
        self._search(_QUERY)
        header.rules.rule_switched.emit(MatchRule.NOTATION, False)
        self._take("search-rules")
        self._search(_TOGETHER_NOWHERE)
        self._take("nothing-found-words")
        header.sort.set_sort(SortOrder.MUNICIPALITY)
        header.sort.sort_chosen.emit(SortOrder.MUNICIPALITY)
        self._search("相談")
        self._take("search-sorted")
        header.sort.set_sort(SortOrder.RELEVANCE)
        header.sort.sort_chosen.emit(SortOrder.RELEVANCE)
        self._search("")
        edit = self._window.frame.box.edit
        edit.setFocus()
        committed = QInputMethodEvent("", [])
        committed.setCommitString(_BEGUN)
        QApplication.sendEvent(edit, committed)
        offered = self._window.findChild(SuggestionList)
        wait_for(lambda: offered is not None and offered.isVisible(), _ANSWER_SECONDS, _BEGUN)
        QTest.keyClick(edit, Qt.Key.Key_Down)
        self._take("suggestions")
        self._window.frame.box.clear()

    def _take_reading(self) -> None:
        self._window.frame.box.clear()
        self._window.pages.open_address(_CASE)
        self._page.reader.setFocus()
        self._take("reader")
        self._search("まちの保健室")
        self._window.pages.open_address(_CASE)
        self._page.reader.setFocus()
        let_pass(SETTLE_SECONDS)
        self._page.reader.next_mark()
        self._take("reader-marks")
        self._page.find_in_document()
        QTest.keyClicks(self._page.reader.find_bar.edit, "15")
        self._take("reader-find")
        self._page.reader.find_bar.close_bar()

    def _search(self, query: str) -> None:
        self._answered = False
        self._window.pages.search_for(query)
        self._window.frame.box.setFocus()
        wait_for(lambda: self._answered, _ANSWER_SECONDS, query)

    def _on_answer(self, _status: str) -> None:
        self._answered = True
