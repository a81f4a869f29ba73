# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The colours of a diagram: some of a theme's tokens."""

import json
from dataclasses import dataclass
from pathlib import Path

from kyosei_desk.domain.errors import ResourceError


@dataclass(frozen=True)
class DiagramColors:
    """Colours as ``#rrggbb``; ``functions`` and ``softs`` are of 【1】 to 【4】, the plan's at 0.

    ``accent`` is of the links of a card in question, ``border`` a theme's width of lines.
    """

    text: str
    subtle: str
    line: str
    control: str
    surface: str
    canvas: str
    accent: str
    functions: tuple[str, ...]
    softs: tuple[str, ...]
    border: float

    @property
    def card_edge(self) -> float:
        """The width of a card's outline."""
        return 0.4 + self.border

    def outline(self, number: int | None) -> str:
        """Return the colour of a card's outline; None is a card of no function."""
        return self.control if number is None else self.functions[number]

    def fill(self, number: int | None) -> str:
        """Return the ground of a card."""
        return self.surface if number is None else self.softs[number]

    def ground(self, lane: int) -> str:
        """Return the ground of a lane, from near to wide."""
        return self.canvas if lane % 2 else self.surface

    @classmethod
    def read(cls, path: Path) -> "DiagramColors":
        """Read the colours from a theme's file of tokens.

        Raises:
            ResourceError: the file is missing or not whole.
        """
        try:
            tokens = json.loads(path.read_text(encoding="utf-8"))
            names = ("text", "subtle", "line", "control", "surface", "canvas")
            plain = {name: str(tokens[name]) for name in names} | {"accent": tokens["primary"]}
            functions, softs = tuple(tokens["functions"]), tuple(tokens["function_softs"])
            return cls(**plain, functions=functions, softs=softs, border=float(tokens["border"]))
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ResourceError(path, str(error)) from error
