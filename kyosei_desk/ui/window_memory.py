# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What is remembered of the window from one time to the next."""

import logging

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtWidgets import QWidget

from kyosei_desk.domain.errors import StorageError
from kyosei_desk.ui.recent_places import RecentPlaces
from kyosei_desk.workspace.settings import SettingsStore

_logger = logging.getLogger(__name__)

_GEOMETRY_KEY, _TOUR_KEY, _TOUR_SEEN = "geometry", "tour", "seen"
_SIZE = QSize(1280, 800)


class WindowMemory:
    """Where one was, where the window stood, and whether the tour has been offered."""

    def __init__(self, settings: SettingsStore):
        """Read what was remembered; anything damaged is forgotten."""
        self._settings = settings
        self._state = settings.window_state()
        self.tour_seen = self._state.get(_TOUR_KEY) == _TOUR_SEEN
        self.recent = RecentPlaces(self._state, settings)

    def restore_geometry(self, window: QWidget) -> None:
        """Put the window where it stood, or give it its first size."""
        remembered = self._state.get(_GEOMETRY_KEY, "")
        geometry = QByteArray.fromBase64(QByteArray(remembered.encode()))
        if geometry.isEmpty() or not window.restoreGeometry(geometry):
            window.resize(_SIZE.boundedTo(window.screen().availableSize()))

    def note(self, window: QWidget, page_state: dict[str, str]) -> None:
        """Note where the window stands, and the state of its search page."""
        self._state |= page_state
        self._state[_GEOMETRY_KEY] = bytes(window.saveGeometry().toBase64().data()).decode()

    def write(self) -> None:
        """Keep everything; what cannot be kept is only logged."""
        state = self._state | self.recent.state()
        if self.tour_seen:
            state[_TOUR_KEY] = _TOUR_SEEN
        try:
            self._settings.remember_window(state)
        except StorageError as error:
            _logger.warning("the state of the window is not kept: %s", error)
