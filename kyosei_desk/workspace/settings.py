# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Settings: declared data with a default and a description, kept in one JSON file.

A damaged file is set aside, and of a newer version's file a copy is kept, before anything
is written; see :mod:`kyosei_desk.workspace.formats`.
"""

import json
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kyosei_desk.domain.errors import StorageError
from kyosei_desk.files import set_aside, write_atomically
from kyosei_desk.workspace.formats import is_newer, keep_newer

FORMAT_VERSION = 1


class SettingKey(StrEnum):
    """The name of a setting in the settings file."""

    THEME = "theme"
    TEXT_SCALE = "text_scale"
    DATE_STYLE = "date_style"
    LIVE_SEARCH = "live_search"
    SEARCH_HISTORY = "search_history"


@dataclass(frozen=True)
class Setting:
    """A declared setting: its default, the values allowed, and what people read of it.

    ``choices`` are (value, label) pairs, in the order shown.
    """

    key: SettingKey
    default: str
    title: str
    description: str
    choices: tuple[tuple[str, str], ...]


SETTINGS: tuple[Setting, ...] = (
    Setting(
        SettingKey.THEME,
        "system",
        "画面の色",
        "明るい色・暗い色・くっきり（高コントラスト）から選べます。",
        (
            ("system", "パソコンの設定に合わせる"),
            ("light", "明るい"),
            ("dark", "暗い"),
            ("contrast", "くっきり（高コントラスト）"),
        ),
    ),
    Setting(
        SettingKey.TEXT_SCALE,
        "100",
        "文字の大きさ",
        "画面全体の文字の大きさです。投影のときは大きくすると読みやすくなります。",
        (("100", "標準"), ("115", "やや大きい"), ("125", "大きい"), ("150", "とても大きい")),
    ),
    Setting(
        SettingKey.DATE_STYLE,
        "era",
        "日付の書き方",
        "もう一方の書き方は、日付にマウスを合わせると出ます。",
        (("era", "和暦（平成29年）"), ("western", "西暦（2017年）")),
    ),
    Setting(
        SettingKey.LIVE_SEARCH,
        "on",
        "入力しながら検索",
        "「しない」にすると、Enter キーを押したときに検索します。",
        (("on", "する"), ("off", "しない（Enter で検索）")),
    ),
    Setting(
        SettingKey.SEARCH_HISTORY,
        "on",
        "さがした記録",
        "さがしたことばを、このパソコンの中にだけ100件まで残し、あとで選び直せるようにします。",
        (("on", "残す"), ("off", "残さない")),
    ),
)


class SettingsStore:
    """The settings of one user; unknown or damaged values fall back to their defaults."""

    def __init__(self, path: Path):
        """Read ``path`` if it is there; a damaged file is set aside, never overwritten.

        ``set_aside`` is where it is now, None while it could not be moved. ``newer``: a
        newer version wrote the file; ``kept_newer`` is its copy, None while it is untouched.
        """
        self._path = path
        self._declared = {setting.key: setting for setting in SETTINGS}
        self._values: dict[str, object] = {}
        self.damaged = False
        self.set_aside: Path | None = None
        self.newer = False
        self.kept_newer: Path | None = None
        self._read()

    @property
    def folder(self) -> Path:
        """The folder the settings are kept in: the data folder."""
        return self._path.parent

    def get(self, key: SettingKey) -> str:
        """Return the value in force."""
        setting = self._declared[key]
        value = self._values.get(key)
        allowed = [choice for choice, _ in setting.choices]
        return value if isinstance(value, str) and value in allowed else setting.default

    def set(self, key: SettingKey, value: str) -> None:
        """Change a setting and write the file.

        Raises:
            ValueError: the value is not among the setting's choices.
            StorageError: the file cannot be written; the value holds until the end.
        """
        if value not in [choice for choice, _ in self._declared[key].choices]:
            raise ValueError(value)
        self._values[key] = value
        self._write()

    def window_state(self) -> dict[str, str]:
        """Return the remembered state of the window: sizes and places by name."""
        state = self._values.get("window")
        if not isinstance(state, dict):
            return {}
        return {str(name): value for name, value in state.items() if isinstance(value, str)}

    def remember_window(self, state: dict[str, str]) -> None:
        """Keep the state of the window.

        Raises:
            StorageError: the file cannot be written.
        """
        if state != self.window_state():
            self._values["window"] = dict(state)
            self._write()

    def _read(self) -> None:
        try:
            raw = self._path.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return
        except OSError as error:
            raise StorageError(self._path, error.strerror or str(error)) from error
        try:
            loaded = json.loads(raw)
            if not isinstance(loaded, dict):
                raise TypeError(type(loaded).__name__)
        except (ValueError, TypeError, RecursionError):
            self.damaged = True
            with suppress(StorageError):  # tried again before anything is written
                self.set_aside = set_aside(self._path)
            return
        self.newer = is_newer(loaded.pop("format", None), FORMAT_VERSION)
        self._values = loaded

    def _write(self) -> None:
        if self.damaged and self.set_aside is None:
            self.set_aside = set_aside(self._path)
        if self.newer and self.kept_newer is None:
            self.kept_newer = keep_newer(self._path)
        document = {"format": FORMAT_VERSION, **self._values}
        text = json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True)
        write_atomically(self._path, text.encode())
