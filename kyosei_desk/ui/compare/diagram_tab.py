# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""しくみ図: two designs as structure diagrams side by side, or one alone."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.export.diagram.layout import design_diagram
from kyosei_desk.export.diagram.model import Diagram
from kyosei_desk.services import Services
from kyosei_desk.ui.background import Job, QueryOperation, WorkerThread
from kyosei_desk.ui.compare.controller import ComparisonController
from kyosei_desk.ui.compare.diagram_export import DiagramExport
from kyosei_desk.ui.compare.diagram_pane import DiagramPane
from kyosei_desk.ui.compare.diagram_reading import DiagramReading
from kyosei_desk.ui.messages import failure_message
from kyosei_desk.ui.theme import Theme

_NONE = ""


@dataclass(frozen=True)
class _Drawn:
    """The diagram of a design of a library."""

    corpus: Corpus
    design: ComparedDesign
    diagram: Diagram
    era_first: bool


class DiagramTab(QWidget):
    """``address_requested(str)`` asks to read an element, ``message_requested(Message)`` tells."""

    address_requested = Signal(str)
    message_requested = Signal(object)

    def __init__(
        self,
        theme: Theme,
        services: Services,
        controller: ComparisonController,
        worker: WorkerThread,
        parent: QWidget | None = None,
    ):
        """Make both panes; diagrams are laid out in ``worker``."""
        super().__init__(parent)
        self._controller = controller
        self._era_first = controller.era_first
        self._corpus: Corpus | None = None
        self._designs: dict[str, ComparedDesign] = {}
        self._diagrams: dict[str, Diagram] = {}
        self.left = DiagramPane(theme, "左", self)
        self.right = DiagramPane(theme, "右", self)
        self.export = DiagramExport(services, worker, self)
        self.export.message_requested.connect(self.message_requested)
        self._drawing = QueryOperation(worker, self)
        self._drawing.progressed.connect(self._on_drawn)
        self._drawing.failed.connect(self._on_failure)
        self._alone = False
        self._only: DiagramPane | None = None  # the diagram that has all the room
        self._read_from: tuple[DiagramPane, str] | None = None
        self._splitter = splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        for pane in (self.left, self.right):
            splitter.addWidget(pane)
            pane.chosen.connect(self._show)
            pane.address_chosen.connect(self._read)
            pane.alone_toggled.connect(self._on_alone)
            pane.file_requested.connect(self.export.choose_file)
            pane.copy_requested.connect(self.export.copy)
        splitter.setSizes([1000, 1000])
        self.reading = DiagramReading(theme, services.settings, controller, worker, splitter)
        self.reading.address_requested.connect(self.address_requested)
        self.reading.message_requested.connect(self.message_requested)
        self.reading.closed.connect(self._on_read)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(splitter)

    def refresh(self) -> None:
        """Offer the columns of now; those shown stay as long as they are compared."""
        columns = self._controller.columns
        if self._controller.corpus is not self._corpus:
            self._corpus = self._controller.corpus
            self._diagrams.clear()
        if self._controller.era_first != self._era_first:  # dates stand in the diagrams
            self._era_first = self._controller.era_first
            self._diagrams.clear()
        self.reading.refresh()
        for design in columns:
            if self._designs.get(design.id, design) != design:
                self._diagrams.pop(design.id, None)
        self._designs |= {design.id: design for design in columns}
        choices = [(design.id, design.title) for design in columns]
        ids = [design.id for design in columns]
        first = self.left.choice.value if self.left.choice.value in ids else ids[0]
        second = self.right.choice.value
        if second not in (*ids, _NONE) or second == first or not self._diagrams:
            second = next((one for one in ids if one != first), _NONE)
        self.left.choice.set_choices(choices, first)
        self.right.choice.set_choices([*choices, (_NONE, "出さない（左だけを大きく）")], second)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts the passage away before it leaves the page."""
        if event.key() == Qt.Key.Key_Escape and self.reading.is_shown:
            self.reading.close()
        else:
            super().keyPressEvent(event)

    def _on_alone(self, alone: bool) -> None:
        """Give one diagram all the room, or share it again."""
        pane = self.sender()
        self._only = pane if alone and isinstance(pane, DiagramPane) else None
        self._show()

    def _read(self, address: str) -> None:
        """Read what is behind a card, beside it; the card stays in view."""
        pane = self.sender()
        if isinstance(pane, DiagramPane):
            element = address.partition("#")[2]
            self._read_from = (pane, element)
            self.reading.open(address)
            pane.view.bring_into_view(element)

    def _on_read(self) -> None:
        """Go back to the card that was read about."""
        if self._read_from is not None:
            pane, element = self._read_from
            pane.view.focus_element(element)

    def _show(self) -> None:
        wanted = [pane.choice.value for pane in (self.left, self.right)]
        self._share_out(alone=not wanted[1])
        for pane in (self.left, self.right):
            pane.setVisible(self._only in (None, pane))
            pane.set_alone(self._only is pane, possible=bool(wanted[1]))
        for pane, design_id in zip((self.left, self.right), wanted, strict=True):
            if design_id:
                pane.show_diagram(self._diagrams.get(design_id))
        missing = [one for one in wanted if one and one not in self._diagrams]
        if missing and self._corpus is not None:
            self._draw([self._controller.design(one) for one in missing], self._corpus)

    def _share_out(self, *, alone: bool) -> None:
        """Give both the same room, or all but the choice to the left one."""
        self.right.set_used(not alone)
        if alone != self._alone:
            self._alone = alone
            width, choice = self.width(), self.right.minimumSizeHint().width()
            share = choice if alone else width // 2
            self._splitter.setSizes([width - share, share, *self._splitter.sizes()[2:]])

    def _draw(self, designs: list[ComparedDesign], corpus: Corpus) -> None:
        era = self._era_first

        def draw(job: Job) -> None:
            for design in designs:
                diagram = design_diagram(design, corpus, job.cancelled, era_first=era)
                job.report(_Drawn(corpus, design, diagram, era))

        self._drawing.run(draw)

    def _on_drawn(self, drawn: _Drawn) -> None:
        design = drawn.design
        known = drawn.corpus is self._corpus and drawn.era_first == self._era_first
        if known and self._designs.get(design.id) == design:
            self._diagrams[design.id] = drawn.diagram
            for pane in (self.left, self.right):
                if pane.choice.value == design.id:
                    pane.show_diagram(drawn.diagram)

    def _on_failure(self, error: Exception) -> None:
        self.message_requested.emit(failure_message(error))
