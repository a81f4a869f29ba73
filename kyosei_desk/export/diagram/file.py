# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Writing a diagram to a file in the format asked for."""

from collections.abc import Callable
from enum import StrEnum

from kyosei_desk.export.diagram.colors import DiagramColors
from kyosei_desk.export.diagram.model import Diagram
from kyosei_desk.export.diagram.svg import diagram_svg


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
