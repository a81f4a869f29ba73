# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Settings: declared, kept whole, never in the way."""

import json
import os
from pathlib import Path

import pytest

from kyosei_desk.domain.errors import StorageError
from kyosei_desk.wording.kept_files import settings_text
from kyosei_desk.workspace.settings import SETTINGS, Setting, SettingKey, SettingsStore

CHOICES = [(setting.key, value) for setting in SETTINGS for value, _ in setting.choices]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "settings.json"


def write(path: Path, text: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)


def no_space(_handle: int) -> None:
    raise OSError(28, "No space left on device")


def test_every_key_is_declared_once() -> None:
    assert [setting.key for setting in SETTINGS] == list(SettingKey)


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.key)
def test_declaration_is_whole(setting: Setting) -> None:
    values = [value for value, _ in setting.choices]
    assert setting.default in values
    assert len(set(values)) == len(values) >= 2
    assert setting.title
    assert setting.description.endswith("。")
    assert all(label for _, label in setting.choices)


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.key)
def test_default_holds_without_a_file(setting: Setting, path: Path) -> None:
    assert SettingsStore(path).get(setting.key) == setting.default
    assert not path.exists()


@pytest.mark.parametrize(("key", "value"), CHOICES)
def test_choice_is_kept(key: SettingKey, value: str, path: Path) -> None:
    SettingsStore(path).set(key, value)
    assert SettingsStore(path).get(key) == value


@pytest.mark.parametrize("value", ["", "blue", "SYSTEM", "システム"])
def test_other_values_are_refused(value: str, path: Path) -> None:
    store = SettingsStore(path)
    with pytest.raises(ValueError, match=f"^{value}$"):
        store.set(SettingKey.THEME, value)
    assert store.get(SettingKey.THEME) == "system"
    assert not path.exists()


@pytest.mark.parametrize("value", ['"blue"', "5", "null", "[]", "{}", "true"])
def test_unknown_value_in_the_file_falls_back(value: str, path: Path) -> None:
    write(path, f'{{"theme": {value}, "text_scale": "150"}}')
    store = SettingsStore(path)
    assert store.get(SettingKey.THEME) == "system"
    assert store.get(SettingKey.TEXT_SCALE) == "150"
    assert store.set_aside is None


def test_unknown_key_survives(path: Path) -> None:
    write(path, '{"format": 1, "from_a_newer_version": "x"}')
    SettingsStore(path).set(SettingKey.THEME, "dark")
    assert json.loads(path.read_bytes()) == {
        "format": 1,
        "theme": "dark",
        "from_a_newer_version": "x",
    }


@pytest.mark.parametrize(
    "damage", ["", "{", "[]", "null", '"x"', "5", b"\xff\xfe\x00", b"\x00" * 64, "[" * 100_000]
)
def test_damaged_file_is_set_aside(damage: str | bytes, path: Path) -> None:
    write(path, damage)
    raw = path.read_bytes()
    store = SettingsStore(path)
    kept = path.with_name("settings.damaged.json")
    assert store.set_aside == kept
    assert kept.read_bytes() == raw
    assert not path.exists()
    store.set(SettingKey.THEME, "dark")
    assert SettingsStore(path).get(SettingKey.THEME) == "dark"


def test_second_damage_does_not_replace_the_first(path: Path) -> None:
    for damage in ("first", "second", "third"):
        write(path, damage)
        SettingsStore(path)
    kept = {p.name: p.read_text(encoding="utf-8") for p in path.parent.iterdir()}
    assert kept == {
        "settings.damaged.json": "first",
        "settings.damaged-2.json": "second",
        "settings.damaged-3.json": "third",
    }


def test_file_that_cannot_be_read(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(StorageError) as error:
        SettingsStore(path)
    assert error.value.path == path


def test_file_that_cannot_be_set_aside(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(path, "{")

    def refuse(_from: Path, _to: Path) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", refuse)
        store = SettingsStore(path)
        assert (store.damaged, store.set_aside) == (True, None)
        assert store.get(SettingKey.THEME) == "system"
        with pytest.raises(StorageError, match="Permission denied"):
            store.set(SettingKey.THEME, "dark")
    assert path.read_text(encoding="utf-8") == "{"
    store.set(SettingKey.THEME, "dark")
    assert store.set_aside is not None
    assert store.set_aside.read_text(encoding="utf-8") == "{"
    assert SettingsStore(path).get(SettingKey.THEME) == "dark"


def test_full_disk_keeps_the_old_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = SettingsStore(path)
    store.set(SettingKey.THEME, "light")
    old = path.read_bytes()
    monkeypatch.setattr(os, "fsync", no_space)
    with pytest.raises(StorageError) as error:
        store.set(SettingKey.THEME, "dark")
    assert (error.value.path, error.value.reason) == (path, "No space left on device")
    assert path.read_bytes() == old
    assert list(path.parent.iterdir()) == [path]
    assert store.get(SettingKey.THEME) == "dark"


def test_window_state_is_remembered(path: Path) -> None:
    SettingsStore(path).remember_window({"main": "0,0,800,600"})
    assert SettingsStore(path).window_state() == {"main": "0,0,800,600"}


def test_window_state_is_written_only_when_it_changed(path: Path) -> None:
    SettingsStore(path).remember_window({"main": "x"})
    path.unlink()
    store = SettingsStore(path)
    store.remember_window({})
    assert not path.exists()


@pytest.mark.parametrize(
    ("window", "state"),
    [("[]", {}), ("null", {}), ('{"a": 1}', {}), ('{"a": 1, "b": "x"}', {"b": "x"})],
)
def test_damaged_window_state_is_left_out(window: str, state: dict[str, str], path: Path) -> None:
    write(path, f'{{"window": {window}}}')
    assert SettingsStore(path).window_state() == state


def test_settings_and_window_share_the_file(path: Path) -> None:
    store = SettingsStore(path)
    store.set(SettingKey.THEME, "dark")
    store.remember_window({"main": "x"})
    again = SettingsStore(path)
    assert (again.get(SettingKey.THEME), again.window_state()) == ("dark", {"main": "x"})


# Files of another version

NEWER = '{"format": 2, "theme": "dark", "colours": {"a": 1}}'


@pytest.mark.parametrize("written", ["2", "99", '"1"', "1.5", "true", "[]"])
def test_newer_format_is_read_as_far_as_it_is_known(path: Path, written: str) -> None:
    write(path, f'{{"format": {written}, "theme": "dark"}}')
    raw = path.read_bytes()
    store = SettingsStore(path)
    assert (store.newer, store.get(SettingKey.THEME)) == (True, "dark")
    assert (path.read_bytes(), list(path.parent.iterdir())) == (raw, [path])


@pytest.mark.parametrize("text", ["{}", '{"format": 1}', '{"format": 0}', '{"format": null}'])
def test_known_format_is_no_newer_one(path: Path, text: str) -> None:
    write(path, text)
    store = SettingsStore(path)
    store.set(SettingKey.THEME, "dark")
    assert (store.newer, store.kept_newer) == (False, None)
    assert list(path.parent.iterdir()) == [path]


def test_newer_file_is_kept_before_it_is_written_over(path: Path) -> None:
    write(path, NEWER)
    store = SettingsStore(path)
    store.set(SettingKey.THEME, "light")
    store.set(SettingKey.TEXT_SCALE, "150")
    assert store.kept_newer == path.with_name("settings.newer.json")
    assert store.kept_newer.read_text(encoding="utf-8") == NEWER
    assert json.loads(path.read_bytes()) == {
        "format": 1,
        "theme": "light",
        "text_scale": "150",
        "colours": {"a": 1},
    }
    assert len(list(path.parent.iterdir())) == 2


def test_newer_file_that_cannot_be_kept_is_not_written_over(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(path, NEWER)
    store = SettingsStore(path)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", no_space)
        with pytest.raises(StorageError):
            store.set(SettingKey.THEME, "light")
    assert path.read_text(encoding="utf-8") == NEWER
    store.set(SettingKey.THEME, "light")
    assert SettingsStore(path).get(SettingKey.THEME) == "light"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{}", None),
        (NEWER, "新しい版のきょうせいデスク"),
        ("{", "settings.damaged.json に残してあります。"),
    ],
)
def test_what_is_said_of_the_file(path: Path, text: str, said: str | None) -> None:
    write(path, text)
    found = settings_text(SettingsStore(path))
    assert (found is None) if said is None else (found is not None and said in found)


def test_what_is_said_of_a_damaged_file_that_stays(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_from: Path, _to: Path) -> None:
        raise PermissionError(13, "Permission denied")

    write(path, "{")
    monkeypatch.setattr(Path, "replace", refuse)
    text = settings_text(SettingsStore(path))
    assert text is not None
    assert "変えても残りません" in text
