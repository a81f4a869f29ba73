# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Our own icons: SVG drawings of one stroke, tinted with a colour of the theme."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_SIZES = (16, 20, 24, 30, 36)  # what the window asks for at its text scales


class IconSet:
    """The icons of a folder; tinted ones are drawn once and kept.

    In a drawing ``currentColor`` stands for the tint and ``inverseColor`` for what is
    readable upon it.
    """

    def __init__(self, folder: Path):
        """Read icons from ``folder`` when they are asked for."""
        self._folder = folder
        self._made: dict[tuple[str, str, str], QIcon] = {}

    def names(self) -> tuple[str, ...]:
        """Return the names of all icons, sorted."""
        return tuple(sorted(path.stem for path in self._folder.glob("*.svg")))

    def icon(self, name: str, color: str, inverse: str) -> QIcon:
        """Return an icon tinted with ``color``, sharp at every usual size.

        Raises:
            FileNotFoundError: there is no such icon.
        """
        key = (name, color, inverse)
        if key not in self._made:
            self._made[key] = self._draw(name, color, inverse)
        return self._made[key]

    def pixmap(self, name: str, color: str, inverse: str, side: int, ratio: float) -> QPixmap:
        """Return a tinted picture of exactly ``side`` logical pixels.

        Raises:
            FileNotFoundError: there is no such icon.
        """
        made = _rendered(self._renderer(name, color, inverse), round(side * ratio))
        made.setDevicePixelRatio(ratio)
        return made

    def _draw(self, name: str, color: str, inverse: str) -> QIcon:
        renderer = self._renderer(name, color, inverse)
        icon = QIcon()
        ratio = max(screen.devicePixelRatio() for screen in QGuiApplication.screens())
        for size in sorted({round(side * ratio) for side in _SIZES}):
            icon.addPixmap(_rendered(renderer, size))
        return icon

    def _renderer(self, name: str, color: str, inverse: str) -> QSvgRenderer:
        drawing = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
        tinted = drawing.replace("currentColor", color).replace("inverseColor", inverse)
        return QSvgRenderer(QByteArray(tinted.encode()))


def _rendered(renderer: QSvgRenderer, size: int) -> QPixmap:
    pixmap = QPixmap(QSize(size, size))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
