# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What is to be said of a person's own files as they were found, in Japanese."""

from typing import TYPE_CHECKING

from kyosei_desk.workspace.searches import SearchStore
from kyosei_desk.workspace.settings import SettingsStore

if TYPE_CHECKING:
    from kyosei_desk.workspace.comparisons import ComparisonStore


def settings_text(settings: SettingsStore) -> str | None:
    """Return that the settings file is damaged or a newer version's; None: nothing to say."""
    if settings.damaged and settings.set_aside is None:
        return (
            "設定のファイルがこわれているため、はじめの設定を使います。"
            "データフォルダーに書けないため、設定を変えても残りません。"
        )
    if settings.damaged:
        return (
            "設定のファイルがこわれていたため、はじめの設定を使います。"
            f"もとのファイルは {settings.set_aside} に残してあります。"
        )
    if settings.newer:
        return (
            "設定のファイルは、新しい版のきょうせいデスクが書いたものです。"
            "この版でわかる設定だけを使い、書きかえる前に、もとのファイルの写しを"
            f"{settings.folder} に残します。"
        )
    return None


def searches_text(searches: SearchStore) -> str | None:
    """Return where a damaged or a newer version's file of searches is kept; None: neither."""
    return _kept_text(searches, "保存した検索とさがした記録のファイル")


def comparisons_text(comparisons: "ComparisonStore") -> str | None:
    """Return where a damaged or a newer version's file of comparisons is kept; None: neither."""
    return _kept_text(comparisons, "保存した比較のファイル")


def _kept_text(store: "SearchStore | ComparisonStore", file: str) -> str | None:
    if store.set_aside is not None:
        return (
            f"{file}がこわれていたため、はじめからにしました。"
            f"もとのファイルは {store.set_aside} に残してあります。"
        )
    if store.kept_newer is not None:
        return (
            f"{file}は、新しい版のきょうせいデスクが書いたものでした。"
            f"書きかえる前のファイルの写しを {store.kept_newer} に残しました。"
        )
    return None
