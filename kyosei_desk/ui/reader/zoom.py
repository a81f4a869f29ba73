# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""How large the text is set, in steps."""

from PySide6.QtCore import QObject, Signal

STEPS = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
_USUAL = 1.0


class Zoom(QObject):
    """The size of the text; ``changed`` follows every step."""

    changed = Signal()

    def __init__(self, parent: QObject):
        """Begin with the usual size."""
        super().__init__(parent)
        self._factor = _USUAL

    @property
    def factor(self) -> float:
        """The size of the text; 1.0 is the usual one."""
        return self._factor

    def set(self, factor: float) -> None:
        """Take a step of :data:`STEPS`; other sizes are left aside."""
        if factor in STEPS and factor != self._factor:
            self._factor = factor
            self.changed.emit()

    def larger(self) -> None:
        """Set the text one step larger."""
        self.set(STEPS[min(STEPS.index(self._factor) + 1, len(STEPS) - 1)])

    def smaller(self) -> None:
        """Set the text one step smaller."""
        self.set(STEPS[max(STEPS.index(self._factor) - 1, 0)])

    def reset(self) -> None:
        """Set the text at its usual size."""
        self.set(_USUAL)
