# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""しくみ図: two designs as structure diagrams side by side, or one alone."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
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
from kyosei_desk.ui.messages import failure_message
from kyosei_desk.ui.theme import Theme

_NONE = ""


@dataclass(frozen=True)
class _Drawn:
    """The diagram of a design of a library."""

    corpus: Corpus
    design_id: str
    diagram: Diagram


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
        self._corpus: Corpus | None = None
        self._diagrams: dict[str, Diagram] = {}
        self.left = DiagramPane(theme, "左", self)
        self.right = DiagramPane(theme, "右", self)
        self.export = DiagramExport(services, worker, self)
        self.export.message_requested.connect(self.message_requested)
        self._drawing = QueryOperation(worker, self)
        self._drawing.progressed.connect(self._on_drawn)
        self._drawing.failed.connect(self._on_failure)
        self._alone = False
        self._splitter = splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        for pane in (self.left, self.right):
            splitter.addWidget(pane)
            pane.chosen.connect(self._show)
            pane.address_chosen.connect(self.address_requested)
            pane.file_requested.connect(self.export.choose_file)
        splitter.setSizes([1000, 1000])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(splitter)

    def refresh(self) -> None:
        """Offer the columns of now; those shown stay as long as they are compared."""
        columns = self._controller.columns
        if self._controller.corpus is not self._corpus:
            self._corpus = self._controller.corpus
            self._diagrams.clear()
        choices = [(design.id, design.title) for design in columns]
        ids = [design.id for design in columns]
        first = self.left.choice.value if self.left.choice.value in ids else ids[0]
        second = self.right.choice.value
        if second not in (*ids, _NONE) or second == first or not self._diagrams:
            second = next((one for one in ids if one != first), _NONE)
        self.left.choice.set_choices(choices, first)
        self.right.choice.set_choices([*choices, (_NONE, "出さない（左だけを大きく）")], second)
        self._show()

    def _show(self) -> None:
        wanted = [pane.choice.value for pane in (self.left, self.right)]
        self._share_out(alone=not wanted[1])
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
            self._splitter.setSizes([width - share, share])

    def _draw(self, designs: list[ComparedDesign], corpus: Corpus) -> None:
        def draw(job: Job) -> None:
            for design in designs:
                if not job.cancelled():
                    job.report(_Drawn(corpus, design.id, design_diagram(design, corpus)))

        self._drawing.run(draw)

    def _on_drawn(self, drawn: _Drawn) -> None:
        if drawn.corpus is self._corpus:
            self._diagrams[drawn.design_id] = drawn.diagram
            for pane in (self.left, self.right):
                if pane.choice.value == drawn.design_id:
                    pane.show_diagram(drawn.diagram)

    def _on_failure(self, error: Exception) -> None:
        self.message_requested.emit(failure_message(error))
