# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""How wide Japanese text is on a screen of fixed width, and where its lines may be broken."""

from unicodedata import category, east_asian_width

# What must not begin a line, and what must not end one (行頭・行末禁則).
_NOT_FIRST = frozenset(
    "、。，．・：；？！ゝゞー）」』】〕］｝〉》”’,.:;?!)]}ぁぃぅぇぉっゃゅょァィゥェォッャュョ々"
)
_NOT_LAST = frozenset("（「『【〔［｛〈《“‘([{")


def char_width(char: str) -> int:
    """Return how many half-width columns a character takes: 0, 1 or 2.

    What Unicode calls ambiguous takes one, as terminals show it today.
    """
    if category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def text_width(text: str) -> int:
    """Return how many half-width columns a text takes."""
    return sum(map(char_width, text))


def padded(text: str, width: int) -> str:
    """Return a text filled up with spaces to a width; a wider one stays as it is."""
    return text + " " * (width - text_width(text))


def wrapped(text: str, width: int) -> list[str]:
    """Return a text in lines of at most ``width`` half-width columns, nothing lost but spaces.

    Words of Latin letters and figures stay whole where they fit in a line; no line begins
    with a closing sign or ends with an opening one, unless it is too narrow for that.
    """
    lines: list[str] = []
    rest = text.strip(" ")
    while text_width(rest) > width:
        fits = _fitting(rest, width)
        cut = _cut(rest, fits)
        lines.append(rest[:cut].rstrip(" "))
        rest = rest[cut:].lstrip(" ")
    return [*lines, rest] if rest or not lines else lines


def _fitting(text: str, width: int) -> int:
    """Return how many characters fit, at least one."""
    taken = 0
    for number, char in enumerate(text):
        taken += char_width(char)
        if taken > width:
            return max(number, 1)
    return len(text)


def _cut(text: str, fits: int) -> int:
    """Return the last place up to ``fits`` where a line may end; ``fits`` if there is none."""
    for cut in range(min(fits, len(text) - 1), 0, -1):
        before, after = text[cut - 1], text[cut]
        if _joined(before, after) or after in _NOT_FIRST or before in _NOT_LAST:
            continue
        return cut
    return fits


def _joined(before: str, after: str) -> bool:
    """Tell whether two signs belong together: of one word, or a figure and its unit."""
    if " " in (before, after) or not before.isascii():
        return False
    return after.isascii() or before.isdecimal()
