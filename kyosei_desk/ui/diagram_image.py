# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A diagram as a PNG picture, also where there is no screen."""

import sys

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter

from kyosei_desk.export.diagram.colors import DiagramColors
from kyosei_desk.export.diagram.model import Diagram
from kyosei_desk.ui.diagram.painter import DiagramPainter

_LONGEST = 8000  # pixels: larger pictures are opened by few programs
_DOTS_PER_METRE = 3780  # 96 dots an inch at 1×


def diagram_png(diagram: Diagram, colors: DiagramColors, scale: float = 2.0) -> bytes:
    """Return the diagram as a PNG, ``scale`` pixels for each of its own."""
    painting_application()
    scale = min(scale, _LONGEST / max(diagram.width, diagram.height))
    image = diagram_image(diagram, colors, scale)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def diagram_image(diagram: Diagram, colors: DiagramColors, scale: float) -> QImage:
    """Return the diagram as an image; there must be an application."""
    width, height = round(diagram.width * scale), round(diagram.height * scale)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(_DOTS_PER_METRE * scale))
    image.setDotsPerMeterY(round(_DOTS_PER_METRE * scale))
    painter = QPainter(image)
    painter.scale(scale, scale)
    DiagramPainter(painter, diagram, colors).paint()
    painter.end()
    return image


def painting_application() -> QGuiApplication:
    """Return the application; one without a screen is made where there is none.

    Elsewhere than on Linux the usual platform finds the fonts, and needs no window for it.
    """
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    platform = ["-platform", "offscreen"] if sys.platform.startswith("linux") else []
    return QGuiApplication(["kyosei-desk", *platform])
