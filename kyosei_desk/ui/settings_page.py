# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The settings page: made from the declared settings, in force at once."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kyosei_desk.domain.errors import StorageError
from kyosei_desk.ui.layouts import CardGrid, LayoutScaler
from kyosei_desk.ui.scroll_page import ScrollPage
from kyosei_desk.ui.text_label import selectable_label, text_label
from kyosei_desk.ui.theme import Theme
from kyosei_desk.workspace.settings import SETTINGS, Setting, SettingKey, SettingsStore

_MAX_WIDTH = 860
_CHOICE_COLUMN = 190


class SettingGroup(QWidget):
    """One setting: title, description and a radio button a choice."""

    chosen = Signal(object, str)

    def __init__(self, theme: Theme, setting: Setting, value: str):
        """Show ``setting`` with ``value`` chosen."""
        super().__init__()
        self._setting = setting
        column = QVBoxLayout(self)
        LayoutScaler(theme, self).add(column, spacing=7)
        column.addWidget(text_label(setting.title, "title"))
        column.addWidget(text_label(setting.description, "caption"))
        grid = CardGrid(theme, _CHOICE_COLUMN, spacing=4)
        column.addWidget(grid)
        self._group = QButtonGroup(self)
        buttons: list[QWidget] = []
        for index, (key, label) in enumerate(setting.choices):
            button = QRadioButton(label)
            button.setAccessibleName(f"{setting.title}: {label}")
            button.setAccessibleDescription(setting.description)
            button.setChecked(key == value)
            self._group.addButton(button, index)
            buttons.append(button)
        grid.set_cards(buttons)
        self._group.idClicked.connect(self._on_clicked)

    def set_value(self, value: str) -> None:
        """Show another value as chosen."""
        keys = [key for key, _ in self._setting.choices]
        self._group.button(keys.index(value)).setChecked(True)

    def _on_clicked(self, index: int) -> None:
        self.chosen.emit(self._setting.key, self._setting.choices[index][0])


class SettingsPage(ScrollPage):
    """All settings and what program this is.

    ``setting_changed(SettingKey)`` follows a change; ``failed(error)`` when it could not be
    written; ``history_clear_requested`` to forget what was searched for.
    """

    setting_changed = Signal(object)
    failed = Signal(object)
    history_clear_requested = Signal()

    def __init__(self, theme: Theme, settings: SettingsStore, data_dir: Path, version: str):
        """Show the values in force."""
        super().__init__(theme, _MAX_WIDTH, 10)
        self._settings = settings
        self.column.addWidget(text_label("設定", "heading"))
        for setting in SETTINGS:
            group = SettingGroup(theme, setting, settings.get(setting.key))
            group.chosen.connect(self._on_chosen)
            self.column.addWidget(group)
            if setting.key is SettingKey.SEARCH_HISTORY:
                clear = QPushButton("さがした記録を消す")
                clear.clicked.connect(self.history_clear_requested)
                self.column.addWidget(clear, 0, Qt.AlignmentFlag.AlignLeft)
            self.column.addWidget(_line())
        self.column.addWidget(text_label("このソフトについて", "title"))
        self.column.addWidget(self._about(data_dir, version))
        self.column.addStretch(1)

    def _about(self, data_dir: Path, version: str) -> QWidget:
        rows = (
            ("版", f"きょうせいデスク {version}"),
            ("データの置き場所", str(data_dir)),
            ("通信", "しません。入力したことも調べたことも、すべてこのパソコンの中にあります。"),
            (
                "資料",
                "厚生労働省の資料などを加工して作成しました。出典は資料ごとに示しています。",
            ),
        )
        box = QFrame()
        box.setProperty("card", "plain")
        column = QVBoxLayout(box)
        self.scaler.add(column, (16, 12, 16, 12), 6)
        for name, value in rows:
            row = QHBoxLayout()
            self.scaler.add(row, spacing=16)
            label = QLabel(name)
            label.setProperty("role", "subtle")
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            shown = selectable_label(value, "body")
            shown.setAccessibleName(f"{name}: {value}")
            row.addWidget(label, 1, Qt.AlignmentFlag.AlignTop)
            row.addWidget(shown, 4)
            column.addLayout(row)
        return box

    def _on_chosen(self, key: SettingKey, value: str) -> None:
        try:
            self._settings.set(key, value)
        except StorageError as error:
            self.failed.emit(error)
        self.setting_changed.emit(key)


def _line() -> QFrame:
    line = QFrame()
    line.setObjectName("separator")
    line.setFixedHeight(1)
    return line
