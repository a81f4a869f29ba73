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
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QRadioButton, QWidget

from kyosei_desk.app import build_services
from kyosei_desk.services import Services
from kyosei_desk.ui.main_window import MainWindow, apply_look
from kyosei_desk.ui.navigation import PageId
from kyosei_desk.ui.startup import make_application, open_theme
from kyosei_desk.workspace.settings import SETTINGS, SettingKey
from tools.build_scenes import BuildScenes
from tools.compare_scenes import ComparisonScenes
from tools.search_scenes import SearchScenes
from tools.waiting import SETTLE_SECONDS, let_pass, wait_for

_READY_SECONDS = 180.0
_ACTIVE_SECONDS = 2.0
_PAINTED_SECONDS = 0.1  # what is put in place of something else is painted in the next round
ONLY = ("search", "compare", "build")
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
        self._ready = False
        self._window.search_ready.connect(self._on_ready)
        self._window.painted.connect(self._window.load)
        self._window.show()
        wait_for(lambda: self._ready, _READY_SECONDS, "search")
        page = self._window.search_place.page
        assert page is not None
        self._facets = page.facets

    def take_all(self, look: Look) -> None:
        """Take every picture in a look."""
        self._put_on(look)
        if self._only in ("", "compare"):
            ComparisonScenes(self._window, self._take, self._keep).take_all()
        if self._only in ("", "build"):
            BuildScenes(self._window, self._take, self._keep).take_all()
        self._activate()
        if not self._only:
            self._take_home()
        if self._only in ("", "search"):
            SearchScenes(self._window, self._take, self._keep).take_all()
        if not self._only:
            self._take_frame()

    def _take_frame(self) -> None:
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
        self._activate()
        # Nothing under the pointer changes its colour there.
        QCursor.setPos(self._window.mapToGlobal(self._window.rect().bottomRight()))

    def _activate(self) -> None:
        """Let the window have the keyboard, also after a dialog took it along."""
        self._window.activateWindow()
        wait_for(self._window.isActiveWindow, _ACTIVE_SECONDS, "the window to be active")

    def _choose(self, key: SettingKey, value: str) -> None:
        setting = next(setting for setting in SETTINGS if setting.key is key)
        name = f"{setting.title}: {dict(setting.choices)[value]}"
        buttons = self._window.pages.page(PageId.SETTINGS).findChildren(QRadioButton)
        next(button for button in buttons if button.accessibleName() == name).click()

    def _take_home(self) -> None:
        self._facets.clear()
        self._window.pages.open(PageId.HOME)
        self._window.frame.box.clear()
        self._window.frame.box.setFocus()
        self._window.home.set_invitation_visible(True)
        self._take("home-first-run")
        self._window.home.set_invitation_visible(False)
        self._take("home")

    def _on_ready(self) -> None:
        self._ready = True

    def _take(self, state: str) -> None:
        let_pass(SETTLE_SECONDS)
        self._keep(state, self._window)

    def _keep(self, state: str, widget: QWidget) -> None:
        let_pass(_PAINTED_SECONDS)
        target = self._out / f"{state}-{self._look_name}.png"
        if not widget.grab().save(str(target)):
            raise OSError(f"{target} cannot be written")
        print(target)


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
    parser.add_argument("--only", choices=ONLY, help="one page only")
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
