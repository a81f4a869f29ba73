# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Take pictures of the window, one PNG a screen and state.

Opens the real window on the bundled library with an empty data folder:

    python tools/screenshots.py OUT [--size 1280x800] [--theme light] [--scale 1.0]
    python tools/screenshots.py OUT --all

``--all`` takes every theme at 1280x720 and 1600x1000, with text at 100 % and 150 %, changing
the look of one window as the settings page does. Needs a screen that holds the largest size
(``xvfb-run -a -s "-screen 0 1920x1200x24"`` gives one).
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QCursor, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton, QWidget

from kyosei_desk.app import build_services
from kyosei_desk.services import Services
from kyosei_desk.ui.main_window import MainWindow, apply_look
from kyosei_desk.ui.navigation import PageId
from kyosei_desk.ui.search.search_page import SearchPage
from kyosei_desk.ui.search.suggestion_list import SuggestionList
from kyosei_desk.ui.startup import make_application, open_theme
from kyosei_desk.workspace.settings import SETTINGS, SettingKey
from tools.build_scenes import BuildScenes

_READY_SECONDS = 180.0
_ANSWER_SECONDS = 15.0
_ACTIVE_SECONDS = 2.0
# A row rests 250 ms before it is opened, and its marks are found in another thread.
_SETTLE_SECONDS = 0.5
_QUERY = "ゴミ屋敷 相談"
_SHORT_FORM = "包括"
_NOTHING = "ぴよぴよ宇宙"
_APART = "市民活動センター"
_TOGETHER_NOWHERE = "まちの保健室 自治体:豊中 種別:指針"
_BUILT = '相談 "地域の縁側" CSW OR 社協 -豊中 自治体:藤沢市 圏域:地区'
_BEGUN = "まちの"
_CASE = "cases/nabari"
_COLUMNS = tuple(
    f"cases/{name}"
    for name in "nabari fujisawa omuta toyonaka setagaya edogawa yamagata ashiya".split()
)
_ROW = "p2.place"
THEMES = ("light", "dark", "contrast")
SCALES = (1.0, 1.15, 1.25, 1.5)


@dataclass(frozen=True)
class Look:
    """How the window is to look in the pictures."""

    theme: str
    scale: int
    width: int
    height: int

    @property
    def name(self) -> str:
        """The name in the file names."""
        return f"{self.theme}-{self.scale}-{self.width}x{self.height}"


class Photographer:
    """Opens one window, gives it looks, brings it into each state and keeps pictures of it."""

    def __init__(self, services: Services, out: Path, *, only: str):
        """Open the window and wait until it can search."""
        self._out = out
        self._only = only
        self._theme = open_theme(services)
        apply_look(self._theme, services.settings)
        self._window = MainWindow(services, self._theme)
        self._look_name = ""
        self._ready = self._answered = False
        self._window.search_ready.connect(self._on_ready)
        self._window.painted.connect(self._window.load)
        self._window.show()
        wait_for(lambda: self._ready, _READY_SECONDS, "search")
        page = self._window.search_place.page
        assert page is not None
        self._page: SearchPage = page
        page.status_changed.connect(self._on_answer)

    def take_all(self, look: Look) -> None:
        """Take every picture in a look."""
        self._put_on(look)
        if self._only in ("", "compare"):
            ComparisonScenes(self._window, self._take, self._keep).take_all()
        if self._only in ("", "build"):
            BuildScenes(self._window, self._take, self._keep).take_all()
        if self._only:
            return
        self._take_home()
        self._take_searching()
        self._take_reading()
        self._window.frame.tour.start()
        self._take("tour")
        self._window.frame.tour.end()
        self._window.pages.open(PageId.HELP)
        self._take("help")
        self._window.pages.open(PageId.SETTINGS)
        self._take("settings")

    def close(self) -> None:
        """Close the window."""
        self._window.close()
        self._window.deleteLater()
        self._theme.deleteLater()
        let_pass(0.05)

    def _put_on(self, look: Look) -> None:
        """Change the look on the settings page while the window is open."""
        self._look_name = look.name
        self._choose(SettingKey.THEME, look.theme)
        self._choose(SettingKey.TEXT_SCALE, str(look.scale))
        self._window.resize(look.width, look.height)
        self._window.activateWindow()
        wait_for(self._window.isActiveWindow, _ACTIVE_SECONDS, "the window to be active")
        # Nothing under the pointer changes its colour there.
        QCursor.setPos(self._window.mapToGlobal(self._window.rect().bottomRight()))

    def _choose(self, key: SettingKey, value: str) -> None:
        setting = next(setting for setting in SETTINGS if setting.key is key)
        name = f"{setting.title}: {dict(setting.choices)[value]}"
        buttons = self._window.pages.page(PageId.SETTINGS).findChildren(QRadioButton)
        next(button for button in buttons if button.accessibleName() == name).click()

    def _take_home(self) -> None:
        self._page.facets.clear()
        self._window.pages.open(PageId.HOME)
        self._window.frame.box.clear()
        self._window.frame.box.setFocus()
        self._window.home.set_invitation_visible(True)
        self._take("home-first-run")
        self._window.home.set_invitation_visible(False)
        self._take("home")

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
        let_pass(_SETTLE_SECONDS)
        self._keep("query-builder", builder)
        builder.reject()
        self._search(_QUERY)
        tools.remember()
        kept = tools.open_kept()
        assert kept is not None
        kept.keep_current()
        let_pass(_SETTLE_SECONDS)
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
        let_pass(_SETTLE_SECONDS)
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

    def _on_ready(self) -> None:
        self._ready = True

    def _on_answer(self, _status: str) -> None:
        self._answered = True

    def _take(self, state: str) -> None:
        let_pass(_SETTLE_SECONDS)
        self._keep(state, self._window)

    def _keep(self, state: str, widget: QWidget) -> None:
        target = self._out / f"{state}-{self._look_name}.png"
        if not widget.grab().save(str(target)):
            raise OSError(f"{target} cannot be written")
        print(target)


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
            self._take_tabs(count)
        page.compare(_COLUMNS[:3])
        self._take_table()
        page.kept.open()
        let_pass(_SETTLE_SECONDS)
        if (dialog := page.kept.dialog) is not None:
            self._keep("compare-kept", dialog)
            dialog.reject()

    def _take_tabs(self, count: int) -> None:
        from kyosei_desk.ui.compare.compare_header import CompareTab

        page = self._page
        page.compare(_COLUMNS[:count])
        page.tabs.table.view.go_to(_ROW, _COLUMNS[0])
        self._take(f"compare-table-{count}")
        page.show_tab(CompareTab.DIAGRAM)
        diagrams = page.tabs.diagrams
        assert diagrams is not None
        shown = (diagrams.left.view, diagrams.right.view)
        wait_for(lambda: all(view.diagram for view in shown), _ANSWER_SECONDS, "the diagrams")
        self._take(f"compare-diagram-{count}")
        for tab, name in ((CompareTab.FIGURES, "figures"), (CompareTab.MAP, "map")):
            page.show_tab(tab)
            self._take(f"compare-{name}-{count}")
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


def let_pass(seconds: float) -> None:
    """Run the event loop for a while."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def wait_for(condition: Callable[[], bool], seconds: float, what: str) -> None:
    """Run the event loop until a condition holds.

    Raises:
        TimeoutError: it does not hold in time.
    """
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError(f"waited {seconds:.0f} s for {what}")
        let_pass(0.05)


def take_pictures(services: Services, looks: Iterable[Look], out: Path, *, only: str = "") -> None:
    """Take all pictures in all looks, or only those of one page."""
    out.mkdir(parents=True, exist_ok=True)
    photographer = Photographer(services, out, only=only)
    try:
        for look in looks:
            photographer.take_all(look)
    finally:
        photographer.close()


def parse_size(text: str) -> tuple[int, int]:
    """Read ``1280x800``."""
    width, _, height = text.partition("x")
    return int(width), int(height)


def looks_from(arguments: argparse.Namespace) -> Sequence[Look]:
    """Return the looks asked for."""
    if not arguments.all:
        return (Look(arguments.theme, round(arguments.scale * 100), *arguments.size),)
    sizes = ((1280, 720), (1600, 1000))
    every = product(sizes, THEMES, (100, 150))
    return tuple(Look(theme, scale, *size) for size, theme, scale in every)


def main() -> int:
    """Take the pictures asked for on the command line."""
    parser = argparse.ArgumentParser(description="Take pictures of the window.")
    parser.add_argument("out", type=Path, help="the folder for the pictures")
    parser.add_argument("--size", type=parse_size, default=(1280, 800), help="such as 1280x800")
    parser.add_argument("--theme", choices=THEMES, default="light")
    parser.add_argument("--scale", type=float, choices=SCALES, default=1.0, help="of the text")
    parser.add_argument("--only", choices=("compare", "build"), help="one page only")
    parser.add_argument("--all", action="store_true", help="every theme, two sizes, two scales")
    arguments = parser.parse_args()
    application: QApplication = make_application()
    application.setCursorFlashTime(0)
    with tempfile.TemporaryDirectory() as folder:
        services, looks = build_services(Path(folder)), looks_from(arguments)
        take_pictures(services, looks, arguments.out, only=arguments.only or "")
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
