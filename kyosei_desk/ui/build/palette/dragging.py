# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Elements of cases under way from the palette to the diagram."""

from PySide6.QtCore import QByteArray, QMimeData

WAY_MIME = "application/x-kyosei-desk-way"


def way_data(address: str) -> QMimeData:
    """Return what is dragged for an element: its address, such as ``cases/nabari#area``."""
    data = QMimeData()
    data.setData(WAY_MIME, QByteArray(address.encode()))
    return data
