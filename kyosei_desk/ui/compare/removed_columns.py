# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Taking columns out of the comparison, with a word on it and a way back."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from kyosei_desk.domain.comparing.designs import FEWEST_COLUMNS
from kyosei_desk.ui.compare.arrangement import Arrangement
from kyosei_desk.ui.compare.controller import ComparisonController
from kyosei_desk.ui.messages import Message, Severity

UNDO_LABEL = "もとにもどす"
_TOO_FEW = (
    f"くらべるには{FEWEST_COLUMNS}列が必要なので、{{}}は外せません。"
    "別の自治体にかえるときは「列を選ぶ」（Ctrl+O）を押してください。"
)


class RemovedColumns(QObject):
    """``message_requested(Message)`` says what was taken out, or why it was not."""

    message_requested = Signal(object)

    def __init__(self, controller: ComparisonController, parent: QObject):
        """Change the arrangement of ``controller``."""
        super().__init__(parent)
        self._controller = controller
        self._before: list[tuple[Arrangement, str]] = []
        self._left: frozenset[str] = frozenset()

    def remove(self, design_id: str) -> None:
        """Take a column out, as long as there is something left to compare."""
        view, title = self._controller.arrangement, self._controller.design(design_id).title
        if len(view.columns) <= FEWEST_COLUMNS:
            self.message_requested.emit(Message(Severity.INFO, _TOO_FEW.format(title)))
            return
        if not self._is_mine:
            self._before.clear()
        self._before.append((view, design_id))
        self._controller.arrange(view.without(design_id))
        self._left = frozenset(self._controller.arrangement.columns)
        told = Message(Severity.INFO, f"{title}を外しました。", UNDO_LABEL, self.undo)
        self.message_requested.emit(told)

    def undo(self) -> None:
        """Put the column taken out last back where it was, unless others were chosen since."""
        if not self._before or not self._is_mine:
            return
        before, design_id = self._before.pop()
        now = self._controller.arrangement
        shown = replace(
            before, rows=now.rows, hide_same=now.hide_same, hide_unstated=now.hide_unstated
        )
        if not {design.id for design in self._controller.designs}.issuperset(shown.columns):
            return
        self._controller.arrange(shown)
        self._left = frozenset(shown.columns)
        title = self._controller.design(design_id).title
        self.message_requested.emit(Message(Severity.INFO, f"{title}をもとにもどしました。"))

    @property
    def _is_mine(self) -> bool:
        """Whether the columns are still those left when one was taken out last."""
        return self._left == frozenset(self._controller.arrangement.columns)
