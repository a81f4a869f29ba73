# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What is to be said of comparisons that were kept, in Japanese."""

from collections.abc import Iterable

from kyosei_desk.workspace.column_marks import ColumnChange
from kyosei_desk.workspace.comparisons import KeptComparison

_NAMED = 2
_NAME_LENGTH = 40


def changes_sentence(changes: Iterable[ColumnChange]) -> str:
    """Return what changed since a comparison was kept; empty where nothing did.

    ``名張市の要素・出典が、保存したあとに変わりました。大牟田市は、いまの資料にありません。``
    """
    return "".join(map(_change_sentence, changes))


def _change_sentence(change: ColumnChange) -> str:
    if change.gone:
        return f"{change.title}は、いまの資料にありません。"
    parts = "・".join(part.label for part in change.parts)
    return f"{change.title}の{parts}が、保存したあとに変わりました。"


def suggested_name(comparison: KeptComparison) -> str:
    """Return a name for a comparison: its columns, ``名張市・藤沢市 ほか2``."""
    titles = [column.title for column in comparison.columns]
    rest = len(titles) - _NAMED
    name = "・".join(titles[:_NAMED])
    if len(name) > _NAME_LENGTH:
        name = f"{name[: _NAME_LENGTH - 1]}…"
    return f"{name} ほか{rest}" if rest > 0 else name


def columns_text(comparison: KeptComparison) -> str:
    """Return the titles of all columns, in order."""
    return "・".join(column.title for column in comparison.columns)
