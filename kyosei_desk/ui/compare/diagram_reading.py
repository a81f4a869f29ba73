# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Beside the diagrams: the passage behind a card, as it stands beside the table."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QSplitter

from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.domain.designs import Element
from kyosei_desk.ui.background import WorkerThread
from kyosei_desk.ui.compare.cell_passages import passage_address
from kyosei_desk.ui.compare.controller import ComparisonController
from kyosei_desk.ui.compare.passage_panel import CellPassages, PassagePanel
from kyosei_desk.ui.theme import Theme
from kyosei_desk.workspace.settings import SettingsStore

_WIDTH, _SHARE = 460, 0.45


class DiagramReading(QObject):
    """``closed`` follows Esc and the cross; ``address_requested(str)`` reads in さがす."""

    closed = Signal()
    address_requested = Signal(str)
    message_requested = Signal(object)

    def __init__(
        self,
        theme: Theme,
        settings: SettingsStore,
        controller: ComparisonController,
        worker: WorkerThread,
        splitter: QSplitter,
    ):
        """Stand last in ``splitter``; the reader is made when it is first wanted."""
        super().__init__(splitter)
        self._theme = theme
        self._settings = settings
        self._controller = controller
        self._worker = worker
        self._splitter = splitter
        self._panel: PassagePanel | None = None

    @property
    def panel(self) -> PassagePanel | None:
        """The panel, once it has been asked for."""
        return self._panel

    @property
    def is_shown(self) -> bool:
        """Whether a passage is beside the diagrams."""
        return self._panel is not None and not self._panel.isHidden()

    def open(self, address: str) -> None:
        """Show what stands behind the card of an element, with the keyboard in it."""
        found = _element_at(self._controller.columns, address)
        if found is None or self._controller.corpus is None:
            return
        panel = self._panel = self._panel or self._make_panel()
        panel.set_corpus(self._controller.corpus)
        if panel.isHidden():
            panel.show()
            self._share_out()
        panel.show_cell(_passages(*found, address))
        panel.reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def close(self) -> None:
        """Put the passage away."""
        if self._panel is not None and self.is_shown:
            self._panel.hide()
            self.closed.emit()

    def refresh(self) -> None:
        """Read from the library of now."""
        if self._panel is not None and self._controller.corpus is not None:
            self._panel.set_corpus(self._controller.corpus)

    def refresh_dates(self) -> None:
        """Show dates as the settings have them now."""
        if self._panel is not None:
            self._panel.reader.refresh_dates()

    def _share_out(self) -> None:
        sizes, width = self._splitter.sizes(), self._splitter.width()
        wanted = min(self._theme.px(_WIDTH), round(width * _SHARE))
        others = max(sum(sizes[:-1]), 1)
        shares = [(width - wanted) * size // others for size in sizes[:-1]]
        self._splitter.setSizes([*shares, wanted])

    def _make_panel(self) -> PassagePanel:
        panel = PassagePanel(self._theme, self._settings, self._worker, self._splitter)
        panel.hide()
        self._splitter.addWidget(panel)
        panel.setMinimumWidth(1)
        panel.close_requested.connect(self.close)
        panel.leave_requested.connect(self.close)
        panel.address_requested.connect(self.address_requested)
        panel.message_requested.connect(self.message_requested)
        return panel


def _element_at(
    designs: Sequence[ComparedDesign], address: str
) -> tuple[ComparedDesign, Element] | None:
    """Return the element at an address with its design; None where there is none."""
    pairs = ((design, element) for design in designs for element in design.design.elements)
    return next(((one, it) for one, it in pairs if one.address(it) == address), None)


def _passages(design: ComparedDesign, element: Element, address: str) -> CellPassages:
    """Return what is read of an element; one's own is told in its own words, too."""
    title = f"{design.title}　{element.name}"
    at = passage_address(design, address)
    if not design.is_own:
        return CellPassages(title, ((at, element.name),))
    origin = ((at, f"{element.name}のもと"),) if at != address else ()
    return CellPassages(title, origin, f"{element.name}: {element.text}")
