# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The states of くらべる for ``tools/screenshots.py``: choosing, every tab, what can be opened."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kyosei_desk.ui.main_window import MainWindow
from kyosei_desk.ui.navigation import PageId
from tools.waiting import SETTLE_SECONDS, let_pass, wait_for

_DRAWN_SECONDS = 15.0
_COLUMNS = tuple(
    f"cases/{name}"
    for name in "nabari fujisawa omuta toyonaka setagaya edogawa yamagata ashiya".split()
)
_ROW = "p2.place"


class ComparisonScenes:
    """Brings the comparison into each of its states; ``take`` and ``keep`` keep a picture."""

    def __init__(
        self,
        window: MainWindow,
        take: Callable[[str], None],
        keep: Callable[[str, QWidget], None],
    ):
        """Open the page."""
        from kyosei_desk.ui.compare.compare_page import ComparePage

        window.pages.open(PageId.COMPARE)
        page = window.pages.page(PageId.COMPARE)
        assert isinstance(page, ComparePage)
        self._page: ComparePage = page
        self._take = take
        self._keep = keep

    def take_all(self) -> None:
        """Choose, look at every tab with few and many columns, open what can be opened."""
        page = self._page
        page.choose_columns()
        page.picker.model.choose(_COLUMNS[:3])
        self._take("compare-choose")
        for count in (2, 3, len(_COLUMNS)):
            page.compare(_COLUMNS[:count])
            page.tabs.table.view.go_to(_ROW, _COLUMNS[0])
            self.take_tabs("compare", str(count))
        page.compare(_COLUMNS[:3])
        self._take_table()
        page.kept.open()
        let_pass(SETTLE_SECONDS)
        if (dialog := page.kept.dialog) is not None:
            self._keep("compare-kept", dialog)
            dialog.reject()

    def take_tabs(self, first: str, last: str) -> None:
        """Look at every tab; the pictures are called ``first-table-last`` and so on."""
        from kyosei_desk.ui.compare.compare_header import CompareTab

        page = self._page
        self._take(f"{first}-table-{last}")
        page.show_tab(CompareTab.DIAGRAM)
        diagrams = page.tabs.diagrams
        assert diagrams is not None
        shown = (diagrams.left.view, diagrams.right.view)
        wait_for(lambda: all(view.diagram for view in shown), _DRAWN_SECONDS, "the diagrams")
        self._take(f"{first}-diagram-{last}")
        for tab, name in ((CompareTab.FIGURES, "figures"), (CompareTab.MAP, "map")):
            page.show_tab(tab)
            self._take(f"{first}-{name}-{last}")
        page.show_tab(CompareTab.TABLE)

    def _take_table(self) -> None:
        from kyosei_desk.domain.comparing.matrix import RowKind

        page, table = self._page, self._page.tabs.table
        table.view.go_to(_ROW, _COLUMNS[1])
        table.passages.open()
        self._take("compare-passage")
        table.passages.close()
        table.keys.toggle_all()
        self._take("compare-wide")
        table.keys.toggle_all()
        page.controller.arrange(page.controller.arrangement.pin(_COLUMNS[2]))
        page.header.same.click()
        self._take("compare-differences")
        page.header.same.click()
        page.controller.arrange(page.controller.arrangement.unpin(_COLUMNS[2]))
        for kind in (RowKind.PROFILE, RowKind.ELEMENTS, RowKind.PROVISIONS):
            table.set_rows(kind)
            if kind is not RowKind.PROVISIONS:
                self._take(f"compare-{kind.value}")
