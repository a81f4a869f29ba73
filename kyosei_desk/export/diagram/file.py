# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Writing a diagram to a file in the format asked for."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from kyosei_desk.domain.errors import OutputFileError, StorageError
from kyosei_desk.export.diagram.colors import DiagramColors
from kyosei_desk.export.diagram.model import Diagram
from kyosei_desk.export.diagram.svg import diagram_svg
from kyosei_desk.files import write_atomically


class DiagramFormat(StrEnum):
    """The formats of a diagram's file; the value is the suffix."""

    SVG = "svg"
    PNG = "png"


def diagram_bytes(
    diagram: Diagram,
    colors: DiagramColors,
    file_format: DiagramFormat,
    draw_png: Callable[[Diagram, DiagramColors], bytes],
) -> bytes:
    """Return the content of a diagram's file; ``draw_png`` makes pictures."""
    match file_format:
        case DiagramFormat.SVG:
            return diagram_svg(diagram, colors).encode()
        case DiagramFormat.PNG:
            return draw_png(diagram, colors)


def write_diagram(data: bytes, path: Path) -> None:
    """Write a diagram's file: the whole of it, or the old one stays.

    Raises:
        OutputFileError: it cannot be written.
    """
    try:
        write_atomically(path, data, shared=True)
    except StorageError as error:
        raise OutputFileError(path, error.reason) from error
