# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What a line break inside a paragraph stands for: nothing in Japanese, a space in English."""

import re
from collections.abc import Iterable

_ASCII_WORD = re.compile(r"[!-~]")


def break_between(left: str, right: str) -> str:
    """Return the space, or nothing, that joins two lines of one paragraph."""
    return " " if _ASCII_WORD.match(left[-1:]) and _ASCII_WORD.match(right[:1]) else ""


def join_lines(lines: Iterable[str]) -> str:
    """Return the lines of one paragraph as a single one."""
    joined = ""
    for line in lines:
        joined += break_between(joined, line) + line
    return joined
