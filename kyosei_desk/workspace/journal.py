# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The changes of a project one after another, each with the patches there and back."""

import datetime

from sqlalchemy.orm import Session

from kyosei_desk.domain.projects.changed import Changed, ChangeKind
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.domain.projects.patches import apply, patch
from kyosei_desk.domain.projects.typing_on import adds, types_on
from kyosei_desk.workspace.project_rows import change_row, drop_undone, time_of
from kyosei_desk.workspace.project_tables import ChangeRow, ProjectRow

# Who pauses so long has written something; and so long a text is taken back in parts.
_PAUSE = datetime.timedelta(seconds=5)
_LONGEST = datetime.timedelta(seconds=30)


def write_change(
    session: Session, row: ProjectRow, before: ModelProject, changed: Changed, at: str
) -> None:
    """Keep a change as the last one; what had been undone is forgotten."""
    drop_undone(session, row)
    row.applied += 1
    after = changed.project
    forward, backward = patch(before, after), patch(after, before)
    session.add(change_row(row.id, row.applied, changed, at, forward, backward))


def join_change(
    session: Session, row: ProjectRow, before: ModelProject, changed: Changed, at: str
) -> bool:
    """Make a change one with the last one if it only types on in the same field, soon after.

    False: it is another. The last one keeps its kind, and its moment, when the typing began.
    """
    last = session.get(ChangeRow, (row.id, row.applied)) if row.applied else None
    undone = session.get(ChangeRow, (row.id, row.applied + 1))
    if last is None or undone is not None:
        return False
    answers = _answers_on(last, changed)
    if not answers and not (_is_typing(last, changed) and _is_soon(row, last, at)):
        return False
    start, after = apply(before, last.backward), changed.project
    forward = patch(start, after)
    if start == after or not (answers or types_on(last.forward, forward)):
        return False
    last.forward, last.backward = forward, patch(after, start)
    last.about = changed.about
    return True


def _is_typing(last: ChangeRow, changed: Changed) -> bool:
    """Tell whether it is the same sort of change; what was just added is named while one types."""
    return last.kind == changed.kind.value or adds(last.forward)


def _answers_on(last: ChangeRow, changed: Changed) -> bool:
    """Tell whether this is the same answer, which is kept while it is being written."""
    same = (last.kind, last.about) == (changed.kind.value, changed.about)
    return same and changed.kind is ChangeKind.ANSWERED


def _is_soon(row: ProjectRow, last: ChangeRow, at: str) -> bool:
    now = time_of(at)
    paused = _soon(time_of(row.changed_at), now, _PAUSE)
    return paused and _soon(time_of(last.at), now, _LONGEST)


def _soon(one: datetime.datetime, other: datetime.datetime, most: datetime.timedelta) -> bool:
    """Tell whether ``other`` is no more than so much later; clocks may be put back."""
    return datetime.timedelta(0) <= other - one <= most
