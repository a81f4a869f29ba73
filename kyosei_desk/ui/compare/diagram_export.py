# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Taking a structure diagram out of the window, in the colours that print well."""

import datetime
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from kyosei_desk.export.diagram.colors import DiagramColors
from kyosei_desk.export.diagram.file import DiagramFormat, diagram_bytes
from kyosei_desk.export.diagram.model import Diagram
from kyosei_desk.files import write_output_file
from kyosei_desk.services import Services
from kyosei_desk.ui.asking_for_files import FileKind, file_name
from kyosei_desk.ui.background import QueryOperation, WorkerThread
from kyosei_desk.ui.messages import Severity
from kyosei_desk.ui.writing_files import FileWriting

KINDS = {
    DiagramFormat.SVG: FileKind("svg", "印刷にも向く図（SVG）"),
    DiagramFormat.PNG: FileKind("png", "貼り付けに向く画像（PNG）"),
}
_COPIED = "しくみ図を画像としてコピーしました。貼り付けて使えます。"


@dataclass(frozen=True)
class WantedDiagram:
    """A diagram, and as what it is to be written."""

    diagram: Diagram
    file_format: DiagramFormat


class DiagramExport(FileWriting[WantedDiagram]):
    """Writes and copies the diagrams it is given."""

    def __init__(self, services: Services, worker: WorkerThread, window: QWidget):
        """Draw and write in ``worker``; file dialogs stand over ``window``."""
        super().__init__(worker, services.settings.folder, window)
        self._services = services
        self._copying = QueryOperation(worker, self)
        self._copying.succeeded.connect(self._on_copied)
        self._copying.failed.connect(self._on_failure)

    def choose_file(self, diagram: Diagram, title: str, file_format: DiagramFormat) -> QFileDialog:
        """Ask where to write the diagram of a design, and write it."""
        kind = KINDS[file_format]
        name = file_name("しくみ図", [title], kind.suffix, datetime.date.today())
        return self._ask("しくみ図を書き出す", kind, name, WantedDiagram(diagram, file_format))

    def copy(self, diagram: Diagram) -> None:
        """Put a diagram on the clipboard, as a picture."""
        wanted = WantedDiagram(diagram, DiagramFormat.PNG)
        self._copying.run(lambda _job: self._bytes(wanted))

    def _begin(self, path: Path, wanted: WantedDiagram) -> None:
        self._run(path, wanted.diagram.title, lambda to: write_output_file(to, self._bytes(wanted)))

    def _bytes(self, wanted: WantedDiagram) -> bytes:
        """Return the content of a file; called in the worker."""
        colors = DiagramColors.read(self._services.resources_dir / "themes" / "light.json")
        return diagram_bytes(wanted.diagram, colors, wanted.file_format, self._services.draw_png)

    def _on_copied(self, data: bytes) -> None:
        QGuiApplication.clipboard().setImage(QImage.fromData(data))
        self._tell(Severity.SUCCESS, _COPIED)
