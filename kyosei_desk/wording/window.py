# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Why the window cannot be opened, in Japanese; imports nothing heavy."""

_COMMANDS = """画面がなくても、次のコマンドが使えます:
  kyosei-desk list                      資料の一覧
  kyosei-desk search まちの保健室       資料をさがす
  kyosei-desk show cases/nabari         資料を読む
  kyosei-desk --help                    そのほかの使い方
（プロジェクトのフォルダーでは .venv/bin/kyosei-desk です）"""


def no_screen_text() -> str:
    """Return that there is no screen, and what to do instead."""
    return (
        "画面（ディスプレイ）が見つからないため、ウィンドウを開けません。\n"
        "画面のあるパソコンで実行するか、DISPLAY を設定してください。\n" + _COMMANDS
    )


def no_qt_text(reason: str) -> str:
    """Return that Qt cannot be loaded, and what to install."""
    return (
        f"画面の部品（Qt）を読みこめません（{reason}）。\n"
        "Linux では tools/setup_system.sh が、足りないものを入れるか、入れ方を示します。\n"
        + _COMMANDS
    )
