# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Plain words as Markdown: whatever stands in them, they read the same when opened again.

White space at the edges of a line is the one thing Markdown does not keep.
"""

import re
import string
import unicodedata
from collections.abc import Iterable

from kyosei_desk.library.line_breaks import join_lines

# Signs that would turn plain words into emphasis, code, HTML, links, another table cell,
# struck-out words or another character.
_SPECIAL = re.compile(r"[\\`*_\[\]<|~]|&(?=#?[0-9A-Za-z]+;)")
# What makes a list, a quotation, a heading or a rule of a line that begins with it: up to
# the sign that must not be taken for one.
_LINE_START = re.compile(
    r"[0-9]{1,9}(?=[.)](?:[ \t]|$))|(?=>|#{1,6}(?:[ \t]|$)|-(?:[ \t-]|$)|\+(?:[ \t]|$))"
)
_HEADING_END = re.compile(r"(?:^|(?<=[ \t]))(?=#+$)")
_LINE_BREAKS = re.compile(r"[\r\n]+")


def one_line(text: str) -> str:
    """Return words on one line, joined as the lines of a paragraph are."""
    return join_lines(_LINE_BREAKS.split(text))


def escaped(text: str) -> str:
    """Return words as they stand inside a line."""
    return _SPECIAL.sub(r"\\\g<0>", one_line(text))


def line(written: str) -> str:
    """Return what was written as a line of its own: a paragraph, or the text of an item."""
    bare = written.strip(" \t")
    match = _LINE_START.match(bare)
    return f"{match[0]}\\{bare[match.end() :]}" if match else bare


def heading(title: str) -> str:
    """Return a title as it stands behind the signs of a heading."""
    return _HEADING_END.sub(r"\\", escaped(title).strip(" \t"))


def strong(words: str, before: str, after: str) -> str:
    """Return words in strong type; ``before`` and ``after`` are the characters beside them.

    Markdown takes the asterisks between a letter and a bracket or space for plain ones:
    there the strong type begins behind such signs, or ends before them.
    """
    start, end = 0, len(words)
    while start < end and not _can_be_edge(words[start], before):
        before = words[start]
        start += 1
    while start < end and not _can_be_edge(words[end - 1], after):
        end -= 1
        after = words[end]
    if start == end:
        return escaped(words)
    return f"{escaped(words[:start])}**{escaped(words[start:end])}**{escaped(words[end:])}"


def _can_be_edge(char: str, outer: str) -> bool:
    """Tell whether strong words may begin or end with a character, another standing outside."""
    kind = unicodedata.category(char)[0]
    if kind in "PS":
        return not outer or outer in string.punctuation or unicodedata.category(outer)[0] in "PZ"
    return kind != "Z" and not char.isspace()


def join(pieces: Iterable[str]) -> str:
    """Return written pieces one behind the other, so that no two make a link or an image."""
    joined = ""
    for piece in pieces:
        if joined.endswith("!") and piece.startswith("["):
            joined = joined.removesuffix("!") + "\\!"
        links = joined.endswith("]") and piece.startswith(("(", ":"))
        joined += f"\\{piece}" if links else piece
    return joined
