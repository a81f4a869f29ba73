# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Why the window cannot be opened, in Japanese; imports nothing heavy."""

import re

# The Debian packages of the system libraries Qt needs; tools/setup_system.sh installs them.
LIBRARY_PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
_MISSING_LIBRARY = re.compile(r"(lib[\w.+-]+): cannot open shared object file")

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
    missing = missing_library_text(reason)
    return (
        f"画面の部品（Qt）を読みこめません（{reason}）。\n"
        + (f"{missing}。\n" if missing else "")
        + "Linux では tools/setup_system.sh が、足りないものを入れるか、入れ方を示します。\n"
        + _COMMANDS
    )


def qt_failure_text(reason: str) -> str:
    """Return why Qt does not start and what to do, without the last full stop."""
    missing = missing_library_text(reason)
    if missing is not None:
        return f"画面の部品（Qt）を読みこめません。{missing}"
    if "display" in reason:
        return f"画面につながりません（{reason}）。DISPLAY の設定を確かめてください"
    return (
        f"画面の部品（Qt）が動きません（{reason}）。"
        "もう一度インストールしてください（入力したデータは消えません）"
    )


def missing_library_text(reason: str) -> str | None:
    """Return which system library is missing and what to install; None if none is."""
    match = _MISSING_LIBRARY.search(reason)
    if match is None:
        return None
    package = LIBRARY_PACKAGES.get(match[1])
    how = f"（Debian・Ubuntu では sudo apt install {package}）" if package else ""
    return f"システムの部品 {match[1]} が足りません。管理者に頼むか、自分で入れてください{how}"
