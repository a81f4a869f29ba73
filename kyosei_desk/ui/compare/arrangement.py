# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Which designs stand side by side, in which order, and what of their table is shown."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kyosei_desk.domain.comparing.designs import MOST_COLUMNS
from kyosei_desk.domain.comparing.matrix import RowKind

_PINNED, _ROWS, _SAME, _UNSTATED = "pinned", "rows", "same", "unstated"
_ON = "on"


@dataclass(frozen=True)
class Arrangement:
    """The columns by the ids of their designs, and how the table shows them.

    ``pinned`` are the first so many columns, which stay in view. ``hide_same`` leaves out the
    rows on which all columns agree, ``hide_unstated`` those that no column speaks of.
    """

    columns: tuple[str, ...] = ()
    pinned: int = 0
    rows: RowKind = RowKind.PROVISIONS
    hide_same: bool = False
    hide_unstated: bool = False

    def with_columns(self, columns: Collection[str]) -> "Arrangement":
        """Return it with these columns; pinned ones among them stay first and pinned."""
        chosen = list(dict.fromkeys(columns))[:MOST_COLUMNS]
        fixed = [one for one in self.columns[: self.pinned] if one in chosen]
        others = [one for one in chosen if one not in fixed]
        return replace(self, columns=(*fixed, *others), pinned=len(fixed))

    def without(self, column: str) -> "Arrangement":
        """Return it without a column."""
        return self.with_columns([one for one in self.columns if one != column])

    def moved(self, column: str, to: int) -> "Arrangement":
        """Return it with a column at another place; pinned ones stay before the others."""
        at = self.columns.index(column)
        low, high = (0, self.pinned) if at < self.pinned else (self.pinned, len(self.columns))
        order = [one for one in self.columns if one != column]
        order.insert(min(max(to, low), high - 1), column)
        return replace(self, columns=tuple(order))

    def pin(self, column: str) -> "Arrangement":
        """Return it with a column behind the pinned ones and pinned; the last stays free."""
        if self.is_pinned(column) or self.pinned + 1 >= len(self.columns):
            return self
        order = [one for one in self.columns if one != column]
        order.insert(self.pinned, column)
        return replace(self, columns=tuple(order), pinned=self.pinned + 1)

    def unpin(self, column: str, before: Sequence[str] = ()) -> "Arrangement":
        """Return it with a pinned column where it stood in the order ``before`` it was pinned.

        Without one it is the first of the others.
        """
        if not self.is_pinned(column):
            return self
        order = [one for one in self.columns if one != column]
        pinned = self.pinned - 1
        earlier = before[: before.index(column)] if column in before else ()
        behind = [at for at in range(pinned, len(order)) if order[at] in earlier]
        order.insert(max(behind) + 1 if behind else pinned, column)
        return replace(self, columns=tuple(order), pinned=pinned)

    def is_pinned(self, column: str) -> bool:
        """Tell whether a column stays in view."""
        return column in self.columns[: self.pinned]

    def view(self) -> dict[str, str]:
        """Return how the columns are shown, in words that can be kept."""
        return {
            _PINNED: str(self.pinned),
            _ROWS: self.rows.value,
            _SAME: _ON if self.hide_same else "",
            _UNSTATED: _ON if self.hide_unstated else "",
        }

    @classmethod
    def of(
        cls, columns: Collection[str], view: Mapping[str, str], known: Collection[str]
    ) -> "Arrangement":
        """Return what was kept, as far as its designs are known and its words make sense."""
        found = [one for one in dict.fromkeys(columns) if one in known][:MOST_COLUMNS]
        rows = next((kind for kind in RowKind if kind == view.get(_ROWS)), RowKind.PROVISIONS)
        written = view.get(_PINNED, "")
        pinned = int(written) if written.isdecimal() and len(written) < 3 else 0
        return cls(
            tuple(found),
            max(0, min(pinned, len(found) - 1)),
            rows,
            view.get(_SAME) == _ON,
            view.get(_UNSTATED) == _ON,
        )


def arrangement_text(arrangement: Arrangement) -> str:
    """Return an arrangement as the window remembers it."""
    kept = {"columns": arrangement.columns, "view": arrangement.view()}
    return json.dumps(kept, ensure_ascii=False)


def arrangement_from(text: str, known: Collection[str]) -> Arrangement:
    """Read what :func:`arrangement_text` has written; anything damaged is forgotten."""
    try:
        loaded: Any = json.loads(text)
        columns, view = loaded["columns"], loaded["view"]
        return Arrangement.of(list(map(str, columns)), dict(view), known)
    except (ValueError, TypeError, KeyError, RecursionError, AttributeError):
        return Arrangement()
