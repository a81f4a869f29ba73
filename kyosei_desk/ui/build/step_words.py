# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What 元に戻す and やり直す have done, in words."""

from typing import TYPE_CHECKING

from kyosei_desk.domain.projects.changed import ChangeKind
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.domain.projects.plausibility import TownField

if TYPE_CHECKING:
    from kyosei_desk.workspace.project_records import HistoryEntry


def step_words(
    entry: "HistoryEntry", before: ModelProject, after: ModelProject, *, again: bool
) -> str:
    """Return what was taken back, or done ``again``: ``まちの数字（人口）をもとに戻しました``."""
    done = "やり直しました" if again else "もとに戻しました"
    if entry.kind is ChangeKind.TOWN_SET:
        changed = [
            field.label
            for field in TownField
            if getattr(before.town, field.value) != getattr(after.town, field.value)
        ]
        which = f"（{'・'.join(changed)}）" if changed else ""
        return f"まちの数字{which}を{done}"
    return f"「{f'{entry.kind.label} {entry.about}'.strip()}」を{done}"
