# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Where in a document someone is, in terms of its text: it outlives every new setting."""

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True)
class Spot:
    """The line at the top of the view: so many units behind a known place of the document.

    ``gap`` is its distance to the edge of the view in widths of a character, ``mark``
    whether the current mark could be seen too. The start of the document has no anchor.
    """

    anchor: str = ""
    offset: int = 0
    gap: float = 0.0
    mark: bool = False


class AnchorLine:
    """The known places of a document in order."""

    def __init__(self, anchors: dict[str, int]):
        """Keep positions by the name of what is there."""
        self._anchors = anchors
        self._sorted = sorted((position, name) for name, position in anchors.items())
        self._positions = [position for position, _ in self._sorted]

    def describe(self, position: int) -> tuple[str, int]:
        """Return the last known place at or before a position and the distance to it."""
        index = bisect_right(self._positions, position) - 1
        if index < 0:
            return "", position
        start, name = self._sorted[index]
        return name, position - start

    def find(self, anchor: str, offset: int) -> int:
        """Return the position :meth:`describe` told of, in a document set another time."""
        return self._anchors.get(anchor, 0) + offset
