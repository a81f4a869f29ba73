# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Take pictures of the window, one PNG a screen and state.

Opens the real window on the bundled library with an empty data folder:

    python tools/screenshots.py OUT [--size 1280x800] [--theme light] [--scale 1.0] [--all]

``--all`` takes every theme at two sizes of text. Needs a screen (``xvfb-run -a`` gives one).
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from kyosei_desk.app import build_services
from kyosei_desk.services import Services
from kyosei_desk.ui.main_window import MainWindow, apply_look
from kyosei_desk.ui.navigation import PageId
from kyosei_desk.ui.search.search_page import SearchPage
from kyosei_desk.ui.startup import make_application, open_theme
from kyosei_desk.workspace.settings import SettingKey

_READY_SECONDS = 180.0
_ANSWER_SECONDS = 15.0
_SETTLE_SECONDS = 0.8
_QUERY = "ゴミ屋敷 相談"
_NOTHING = "ぴよぴよ宇宙"


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
    """Opens the window, brings it into each state and keeps a picture of it."""

    def __init__(self, services: Services, look: Look, out: Path):
        """Open the window and wait until it can search."""
        self._look = look
        self._out = out
        services.settings.set(SettingKey.THEME, look.theme)
        services.settings.set(SettingKey.TEXT_SCALE, str(look.scale))
        self._theme = open_theme(services)
        apply_look(self._theme, services.settings)
        self._window = MainWindow(services, self._theme)
        self._ready = self._answered = False
        self._window.search_ready.connect(self._on_ready)
        self._window.painted.connect(self._window.load)
        self._window.resize(look.width, look.height)
        self._window.show()
        wait_for(lambda: self._ready, _READY_SECONDS, "search")

    def take_all(self) -> None:
        """Take every picture."""
        page = self._window.search_place.page
        assert page is not None
        self._take("home")
        self._window.browse_kind("case")
        self._take("browse")
        page.facets.clear()
        self._search(page, _QUERY)
        self._take("search")
        self._narrow(page)
        self._take("search-facets")
        page.facets.clear()
        self._search(page, _NOTHING)
        self._take("nothing-found")
        self._window.frame.box.clear()
        self._window.open_address("cases/nabari")
        self._take("reader")
        self._search(page, "まちの保健室")
        self._window.open_address("cases/nabari")
        page.reader.next_mark()
        self._take("reader-marks")
        self._window.frame.tour.start()
        self._take("tour")
        self._window.frame.tour.end()
        self._window.open_page(PageId.HELP)
        self._take("help")
        self._window.open_page(PageId.SETTINGS)
        self._take("settings")

    def close(self) -> None:
        """Close the window."""
        self._window.close()
        self._window.deleteLater()
        self._theme.deleteLater()
        let_pass(0.05)

    def _on_ready(self) -> None:
        self._ready = True

    def _search(self, page: SearchPage, query: str) -> None:
        self._answered = False
        page.status_changed.connect(self._on_answer)
        self._window.search_for(query)
        wait_for(lambda: self._answered, _ANSWER_SECONDS, query)
        page.status_changed.disconnect(self._on_answer)

    def _on_answer(self, _status: str) -> None:
        self._answered = True

    def _narrow(self, page: SearchPage) -> None:
        from kyosei_desk.search.model import FacetName

        page.set_filters({FacetName.KIND: frozenset({"case"})})
        let_pass(_SETTLE_SECONDS)

    def _take(self, state: str) -> None:
        let_pass(_SETTLE_SECONDS)
        target = self._out / f"{state}-{self._look.name}.png"
        if not self._window.grab().save(str(target)):
            raise OSError(f"{target} cannot be written")
        print(target)


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


def take_pictures(services: Services, looks: Sequence[Look], out: Path) -> None:
    """Take all pictures in all looks."""
    out.mkdir(parents=True, exist_ok=True)
    for look in looks:
        photographer = Photographer(services, look, out)
        try:
            photographer.take_all()
        finally:
            photographer.close()


def parse_size(text: str) -> tuple[int, int]:
    """Read ``1280x800``."""
    width, _, height = text.partition("x")
    return int(width), int(height)


def looks_from(arguments: argparse.Namespace) -> list[Look]:
    """Return the looks asked for."""
    width, height = arguments.size
    if not arguments.all:
        return [Look(arguments.theme, round(arguments.scale * 100), width, height)]
    return [
        Look(theme, scale, width, height)
        for theme in ("light", "dark", "contrast")
        for scale in (100, 125)
    ]


def main() -> int:
    """Take the pictures asked for on the command line."""
    parser = argparse.ArgumentParser(description="Take pictures of the window.")
    parser.add_argument("out", type=Path)
    parser.add_argument("--size", type=parse_size, default=(1280, 800))
    parser.add_argument("--theme", choices=("light", "dark", "contrast"), default="light")
    parser.add_argument("--scale", type=float, choices=(1.0, 1.15, 1.25, 1.5), default=1.0)
    parser.add_argument("--all", action="store_true", help="every theme, two sizes of text")
    arguments = parser.parse_args()
    application: QApplication = make_application()
    with tempfile.TemporaryDirectory() as folder:
        take_pictures(build_services(Path(folder)), looks_from(arguments), arguments.out)
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
