# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Writes passages as plain text for terminals."""

from collections.abc import Iterable

from kyosei_desk.domain.blocks import references
from kyosei_desk.domain.citing import head_lines, source_lines
from kyosei_desk.domain.documents import Document
from kyosei_desk.domain.passages import Passage

# The signs of headings, the highest first.
_HEADINGS = ("■", "◆", "◇")


def write_plain(document: Document, passages: Iterable[Passage]) -> str:
    """Return passages as text, each with its address, its links and its sources."""
    lines = [*head_lines(document), ""]
    for passage in passages:
        lines += [f"{_HEADINGS[passage.level - 1]} {passage.title}（{passage.key}）"]
        if passage.blocks:
            lines += [passage.text, *_link_lines(passage)]
            lines += [f"  出典: {line}" for line in source_lines(document, passage)]
        lines.append("")
    return "\n".join(lines)


def _link_lines(passage: Passage) -> list[str]:
    """Return where the passage's references lead to, once each."""
    targets = {
        f"{link.document}#{link.anchor}" if link.anchor else link.document: link.text
        for link in reversed(references(passage.blocks))
    }
    return [f"  参照: {text} → {target}" for target, text in reversed(targets.items())]
