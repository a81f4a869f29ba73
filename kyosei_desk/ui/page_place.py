# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The place of a page in the window, which is there before the page is.

A page needs the domain's modules, which are loaded after the window has been painted.
"""

from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from kyosei_desk.services import Services
from kyosei_desk.ui.frame import Frame
from kyosei_desk.ui.navigation import PageId
from kyosei_desk.ui.theme import Theme

if TYPE_CHECKING:
    from kyosei_desk.domain.corpus import Corpus


class LatePage(Protocol):
    """A page that is made when it is first opened."""

    def set_library(self, corpus: "Corpus", /) -> None:
        """Work with this library."""
        ...

    def refresh_settings(self) -> None:
        """Show dates as the settings have them now."""
        ...

    def state(self) -> dict[str, str]:
        """Return what the window should remember of the page."""
        ...

    def shut_down(self) -> None:
        """Finish what is being written, and wait for the threads to end."""
        ...


AnyPage = TypeVar("AnyPage", bound=LatePage)


class PagePlace(QObject, Generic[AnyPage]):
    """Keeps the page once it is made; without one there is nothing to do.

    ``address_requested(str)`` asks to read a passage in さがす.
    """

    address_requested = Signal(str)

    def __init__(
        self, page_id: PageId, theme: Theme, services: Services, frame: Frame, parent: QObject
    ):
        """Wait until the page is wanted."""
        super().__init__(parent)
        self._page_id = page_id
        self._theme = theme
        self._services = services
        self._frame = frame
        self._corpus: Corpus | None = None
        self._page: AnyPage | None = None

    @property
    def page(self) -> AnyPage | None:
        """The page once it has been opened."""
        return self._page

    def set_library(self, corpus: "Corpus") -> None:
        """Let the page work with this library."""
        self._corpus = corpus
        if self._page is not None:
            self._page.set_library(corpus)

    def refresh_settings(self) -> None:
        """Show dates as the settings have them now."""
        if self._page is not None:
            self._page.refresh_settings()

    def state(self) -> dict[str, str]:
        """Return what the window should remember of the page."""
        return self._page.state() if self._page is not None else {}

    def shut_down(self) -> None:
        """Finish what is being written, and wait for the threads to end."""
        if self._page is not None:
            self._page.shut_down()

    def _take(self, page: AnyPage) -> None:
        """Keep the page, which gets the library if that has been read."""
        self._page = page
        if self._corpus is not None:
            page.set_library(self._corpus)

    def _on_status(self, text: str) -> None:
        self._frame.status.show_status(self._page_id, text)
