# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The ways between つくる and the other pages: passages to read, own designs to compare."""

from PySide6.QtCore import QObject

from kyosei_desk.ui.build.build_place import BuildPlace
from kyosei_desk.ui.comparison_place import ComparisonPlace
from kyosei_desk.ui.navigation import PageId
from kyosei_desk.ui.pages import Pages


class OwnDesignWays(QObject):
    """Hands the own designs from つくる to くらべる, and their addresses back."""

    def __init__(
        self, build: BuildPlace, comparison: ComparisonPlace, pages: Pages, parent: QObject
    ):
        """Connect the places."""
        super().__init__(parent)
        self._build = build
        self._comparison = comparison
        self._pages = pages
        build.address_requested.connect(pages.open_address)
        build.own_designs_read.connect(comparison.set_own_designs)
        build.compare_requested.connect(self._compare)
        comparison.own_designs_wanted.connect(build.read_own_designs)
        pages.project_requested.connect(build.open_address)
        pages.shown.connect(self._on_page_shown)

    def _on_page_shown(self, page: PageId) -> None:
        """Let くらべる have what has been changed meanwhile."""
        if page is PageId.COMPARE:
            self._build.read_own_designs()

    def _compare(self, columns: tuple[str, ...]) -> None:
        self._pages.open(PageId.COMPARE)
        if (page := self._comparison.page) is not None:
            page.compare(columns)
