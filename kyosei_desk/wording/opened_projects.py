# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What is to be said of the projects' database as it was found, in Japanese."""

import datetime

from kyosei_desk.wording.errors import error_sentence
from kyosei_desk.workspace.project_records import Opening


def opening_text(opening: Opening) -> str | None:
    """Return what was mended, or why no backup could be made; None: nothing to say."""
    if opening.restored_from is not None and opening.restored_at is not None:
        found = "こわれていた" if opening.set_aside else "見つからなかった"
        return (
            f"案のファイルが{found}ため、{_moment(opening.restored_at)}の控え"
            f"（{opening.restored_from.name}）から元にもどしました。"
            "そのあとに変えたことは、入っていません。" + _kept(opening)
        )
    if opening.set_aside is not None:
        return "案のファイルがこわれていたため、はじめからにしました。" + _kept(opening)
    if opening.backup_error is not None:
        return f"案の控えを作れませんでした。{error_sentence(opening.backup_error)}"
    return None


def _kept(opening: Opening) -> str:
    if opening.set_aside is None:
        return ""
    return f"もとのファイルは {opening.set_aside} に残してあります。"


def _moment(at: datetime.datetime) -> str:
    local = at.astimezone()
    return f"{local.year}年{local.month}月{local.day}日 {local.hour}時{local.minute:02}分"
