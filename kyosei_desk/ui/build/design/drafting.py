# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Has the own design laid out in the background, and sketched meanwhile where that takes long."""

from PySide6.QtCore import QObject, QTimer, Signal

from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.export.diagram.cards import Guideline
from kyosei_desk.ui.background import Job, QueryOperation, WorkerThread
from kyosei_desk.ui.build.design.drawing import DrawnDesign, draw_design
from kyosei_desk.ui.build.design.sketching import sketch
from kyosei_desk.ui.build.library import BuildLibrary

_PATIENCE_MS = 120


class Drafting(QObject):
    """``drawn(DrawnDesign)``: there is something newer to show; ``failed(Exception)``."""

    drawn = Signal(object)
    failed = Signal(object)

    def __init__(self, library: BuildLibrary, worker: WorkerThread, parent: QObject):
        """Lay designs out in ``worker``."""
        super().__init__(parent)
        self._guideline = Guideline(library.provisions, library.functions)
        self._project: ModelProject | None = None
        self._laid_out: DrawnDesign | None = None
        self._laid_out_for = ""
        self._drawing = QueryOperation(worker, self)
        self._drawing.succeeded.connect(self._on_drawn)
        self._drawing.failed.connect(self._on_failed)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._sketch)

    @property
    def has_drawing(self) -> bool:
        """Whether there is a drawing of the project, be it of an earlier state."""
        project = self._project
        return self._laid_out is not None and self._laid_out_for == (
            project.address if project is not None else ""
        )

    @property
    def busy(self) -> bool:
        """Whether a newer drawing is on its way."""
        return self._drawing.busy

    def show(self, project: ModelProject) -> None:
        """Have a project drawn, if it differs from what has been drawn."""
        before, self._project = self._project, project
        same = before is not None and before.id == project.id
        if same and before is not None and before.design == project.design:
            if before.existing != project.existing and self._laid_out and not self.busy:
                self.drawn.emit(self._laid_out)
            return
        self._draw(project)

    def again(self) -> None:
        """Try again to lay out what could not be."""
        if self._project is not None:
            self._draw(self._project)

    def _draw(self, project: ModelProject) -> None:
        design, title, document_id = project.design, project.title, project.address
        guideline, former = self._guideline, self._laid_out if self.has_drawing else None

        def draw(_job: Job) -> tuple[str, DrawnDesign]:
            return document_id, draw_design(design, guideline, title, document_id, former)

        self._drawing.run(draw)
        self._patience.start()

    def _on_drawn(self, made: tuple[str, DrawnDesign]) -> None:
        self._patience.stop()
        self._laid_out_for, self._laid_out = made
        self.drawn.emit(self._laid_out)

    def _on_failed(self, error: Exception) -> None:
        """Show the change on the drawing there is, which can be worked on."""
        self._patience.stop()
        self._sketch()
        self.failed.emit(error)

    def _sketch(self) -> None:
        """Show the change at once, on the drawing there is."""
        project, laid_out = self._project, self._laid_out
        if project is None or laid_out is None or not self.has_drawing:
            return
        self.drawn.emit(sketch(laid_out, project.design, self._guideline, project.address))
