# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What can be done with a column: moving, pinning, taking it out, reading its case."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from kyosei_desk.domain.comparing.designs import FEWEST_COLUMNS
from kyosei_desk.ui.actions import ActionId, action_spec
from kyosei_desk.ui.compare.controller import ComparisonController
from kyosei_desk.ui.compare.removed_columns import RemovedColumns


class ColumnMenu(QObject):
    """Does it by keys and by menu; ``read_requested(str)`` is the address of a case."""

    read_requested = Signal(str)

    def __init__(self, controller: ComparisonController, removing: RemovedColumns, window: QWidget):
        """Change the arrangement of ``controller``; menus open over ``window``."""
        super().__init__(window)
        self._controller = controller
        self._removing = removing
        self._window = window
        self._column = ""
        self._orders: dict[str, tuple[str, ...]] = {}  # before a column was pinned

    def open(self, column: int, at: QPoint) -> QMenu:
        """Open the menu of a column."""
        self._column = self._controller.arrangement.columns[column]
        menu = self.make_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)
        return menu

    def make_menu(self) -> QMenu:
        """Return the menu of the column opened last."""
        view, column = self._controller.arrangement, self._column
        at = view.columns.index(column)
        design = self._controller.design(column)
        title = design.title
        menu = QMenu(self._window)
        menu.setAccessibleName(f"{title}の列")
        pinned = view.is_pinned(column)
        first, last = (0, view.pinned - 1) if pinned else (view.pinned, len(view.columns) - 1)

        def add(text: str, act: Callable[[], None], keys: ActionId | None, able: bool) -> None:
            shown = f"{text}\t{action_spec(keys).shown_keys}" if keys else text
            action = menu.addAction(shown.replace("&", "&&"))
            action.setEnabled(able)
            action.triggered.connect(act)

        read = f"{title}を「つくる」で開く" if design.is_own else f"{title}の事例を読む"
        add(read, self._read, None, True)
        menu.addSeparator()
        add("左へ動かす", self._left, ActionId.MOVE_COLUMN_LEFT, at > first)
        add("右へ動かす", self._right, ActionId.MOVE_COLUMN_RIGHT, at < last)
        pin = "固定をやめる" if pinned else "左に固定する"
        able = pinned or view.pinned + 1 < len(view.columns)
        add(pin, self._switch_pin, ActionId.PIN_COLUMN, able)
        menu.addSeparator()
        more = len(view.columns) > FEWEST_COLUMNS
        add("この列を外す", self._remove, ActionId.REMOVE_COLUMN, more)
        return menu

    def move(self, column: int, by: int) -> None:
        """Move a column to the left (-1) or the right (1)."""
        view = self._controller.arrangement
        self._controller.arrange(view.moved(view.columns[column], column + by))

    def drop(self, column: int, to: int) -> None:
        """Move a column to where it was dragged."""
        self.move(column, to - column)

    def switch_pin(self, column: int) -> None:
        """Pin a column, or let it go."""
        self._column = self._controller.arrangement.columns[column]
        self._switch_pin()

    def remove(self, column: int) -> None:
        """Take a column out, as long as there is something left to compare."""
        self._column = self._controller.arrangement.columns[column]
        self._remove()

    def _read(self) -> None:
        self.read_requested.emit(self._controller.design(self._column).document_id)

    def _left(self) -> None:
        self.move(self._controller.arrangement.columns.index(self._column), -1)

    def _right(self) -> None:
        self.move(self._controller.arrangement.columns.index(self._column), 1)

    def _switch_pin(self) -> None:
        view, column = self._controller.arrangement, self._column
        pinned = view.is_pinned(column)
        if pinned:
            self._controller.arrange(view.unpin(column, self._orders.pop(column, ())))
        else:
            self._orders[column] = view.columns
            self._controller.arrange(view.pin(column))

    def _remove(self) -> None:
        self._removing.remove(self._column)
