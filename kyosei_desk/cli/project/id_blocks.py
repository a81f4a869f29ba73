# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The ids of what stands in a project, for who types them in the next command."""

from collections.abc import Iterable

from kyosei_desk.domain.projects.identifiers import Entry, entries, entry_name
from kyosei_desk.domain.projects.money import BudgetLine
from kyosei_desk.domain.projects.parts import ProjectPart
from kyosei_desk.export.project.matter import Matter
from kyosei_desk.export.project.report import Block, Bullets, Heading


def id_blocks(matter: Matter, parts: Iterable[ProjectPart]) -> list[Block]:
    """Return the ids of the entries of some parts with what they are called."""
    known = tuple(
        f"{entry.id}　{part.label}「{entry_name(entry)}」{_beside(matter, entry)}"
        for part in parts
        for entry in entries(matter.project, part)
    )
    return [Heading("ID（コマンドに書くとき）"), Bullets(known)] if known else []


def _beside(matter: Matter, entry: Entry) -> str:
    """Return what tells costs of several years apart."""
    return f"（{matter.fiscal_year(entry.fiscal_year)}）" if isinstance(entry, BudgetLine) else ""
