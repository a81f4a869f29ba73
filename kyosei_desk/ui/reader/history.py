# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The way back through what was read."""

from dataclasses import dataclass, replace

from kyosei_desk.ui.reader.spots import Spot
from kyosei_desk.ui.reader.targets import Address


@dataclass(frozen=True)
class Place:
    """A place in a document: the address opened, and what was at the top when it was left.

    ``passing`` places (results walked through) give way to the next one opened.
    """

    address: Address
    spot: Spot | None = None
    passing: bool = False


class ReadingHistory:
    """Places visited, with a current one, as a browser keeps them."""

    _LIMIT = 100

    def __init__(self) -> None:
        """Start with nothing visited."""
        self._places: list[Place] = []
        self._at = -1

    @property
    def current(self) -> Place | None:
        """The place shown now."""
        return self._places[self._at] if self._places else None

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before the current one."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether a place was left by going back."""
        return self._at < len(self._places) - 1

    def visit(self, place: Place) -> None:
        """Go to a new place; what could be gone forward to is forgotten."""
        del self._places[self._at + 1 :]
        if self._places and self._places[-1].passing and place.passing:
            self._places.pop()
        self._places.append(place)
        del self._places[: -self._LIMIT]
        self._at = len(self._places) - 1

    def remember_spot(self, spot: Spot) -> None:
        """Keep what is at the top of the current place before it is left."""
        if self._places:
            self._places[self._at] = replace(self._places[self._at], spot=spot)

    def back(self) -> Place | None:
        """Go back one place and return it; None at the start."""
        if not self.can_go_back:
            return None
        self._at -= 1
        return self.current

    def forward(self) -> Place | None:
        """Go forward one place and return it; None at the end."""
        if not self.can_go_forward:
            return None
        self._at += 1
        return self.current
