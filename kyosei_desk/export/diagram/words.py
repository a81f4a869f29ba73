# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""How wide words are, and where Japanese lines break, without asking a font.

A full-width character is one em wide. Half-width ones vary; the widths here are those of
usual Japanese sans-serif fonts, rounded up, so that no line comes out wider than reckoned.
"""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

from kyosei_desk.export.diagram.model import TextRole
from kyosei_desk.export.diagram.sizes import TEXT_SIZES

_NARROW = frozenset("iljftI1.,:;'|!()[]{} ")
_BROAD = frozenset("MWmw@%&")
_HALF, _SLIM, _LARGE, _BROADEST = 0.6, 0.4, 0.75, 1.0
_BOLD = 1.04

_NEVER_FIRST = frozenset(
    "、。，．・：；？！」』】）〕］｝〉》ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々ゝ,.)]}!?%㎡㎢"
)
_NEVER_LAST = frozenset("「『【（〔［｛〈《([{")
_GOOD_AFTER = frozenset("、。・）」』】／/ 　")
_FORBIDDEN = 500.0
_LINE_COST = 30.0
_KIND = 8.0  # a break that does not hurt


@lru_cache(maxsize=4096)
def char_width(char: str) -> float:
    """Return the width of a character in em."""
    if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Mn", "Me"):
        return 0.0
    if unicodedata.east_asian_width(char) not in ("Na", "H", "N"):
        return 1.0
    if char in _NARROW:
        return _SLIM
    if char in _BROAD:
        return _BROADEST
    return _LARGE if char.isupper() else _HALF if char.isascii() else _LARGE


def text_width(text: str, role: TextRole) -> float:
    """Return the width of a line in pixels."""
    size, bold = TEXT_SIZES[role]
    return sum(map(char_width, text)) * size * (_BOLD if bold else 1.0)


# Where a long loan word can be divided: before one of these.
_LOAN_WORDS = (
    "アセスメント",
    "カフェ",
    "グループ",
    "ケア",
    "コーディネーター",
    "サービス",
    "サポート",
    "シート",
    "システム",
    "スクール",
    "センター",
    "ソーシャル",
    "チーム",
    "ディレクター",
    "デイ",
    "ネットワーク",
    "ハウス",
    "プロジェクト",
    "ポイント",
    "ボランティア",
    "マネジャー",
    "ワークショップ",
    "ワーカー",
)
# Kanji that close a word: no line begins with them, and words are counted anew after them.
_CLOSING = frozenset("者会員課所等的性化型部署係校区市町村県国域用")


@lru_cache(maxsize=4096)
def _script(char: str) -> str:
    if char.isascii():
        return "latin"
    name = unicodedata.name(char, "")
    for script in ("HIRAGANA", "KATAKANA"):
        if name.startswith(script) or char == "ー":
            return "KATAKANA" if char == "ー" else script
    return "kanji" if unicodedata.category(char) == "Lo" else "sign"


_BREAKS = {
    ("HIRAGANA", "kanji"): 2.0,
    ("HIRAGANA", "KATAKANA"): 2.0,
    ("kanji", "KATAKANA"): 3.0,
    ("KATAKANA", "kanji"): 3.0,
    ("kanji", "HIRAGANA"): 16.0,
    ("KATAKANA", "HIRAGANA"): 10.0,
    ("HIRAGANA", "HIRAGANA"): 20.0,
    ("KATAKANA", "KATAKANA"): 45.0,
    ("latin", "latin"): 80.0,
}
_LOAN_BREAK, _PAIR_BREAK, _ODD_BREAK, _CLOSING_BREAK = 4.0, 6.0, 40.0, 45.0


def break_costs(text: str) -> list[float]:
    """Return how bad a break before each character is; 0 is a natural place."""
    costs = [0.0] * len(text)
    since = 0  # kanji since the last word began: most words have two
    for place, after in enumerate(text):
        before = text[place - 1] if place else ""
        script = _script(after)
        if place:
            costs[place] = _break_cost(text, place, since)
        if script != "kanji" or (since and after in _CLOSING):
            since = 0
        else:
            since = since + 1 if before and _script(before) == "kanji" else 1
    return costs


def _break_cost(text: str, place: int, since: int) -> float:
    before, after = text[place - 1], text[place]
    if after in _NEVER_FIRST or before in _NEVER_LAST or char_width(after) == 0:
        return _FORBIDDEN
    if before in _GOOD_AFTER or after in _NEVER_LAST:
        return 0.0
    scripts = _script(before), _script(after)
    if scripts == ("kanji", "kanji"):
        if after in _CLOSING and since:
            return _CLOSING_BREAK
        return _ODD_BREAK if since % 2 else _PAIR_BREAK
    if scripts == ("KATAKANA", "KATAKANA") and text.startswith(_LOAN_WORDS, place):
        return _LOAN_BREAK
    return _BREAKS.get(scripts, 5.0)


def wrap(
    text: str, role: TextRole, width: float, *, first: float | None = None, most: int = 6
) -> tuple[str, ...]:
    """Return the text in lines of at most ``width`` pixels, broken where it reads well.

    The first line may have less room. Of more lines than ``most`` the last ends in "…".
    A character wider than a line stands alone.
    """
    text = " ".join(text.split())
    size, bold = TEXT_SIZES[role]
    em = size * (_BOLD if bold else 1.0)
    widths = [char_width(char) * em for char in text]
    lines = _best_lines(text, widths, width, width if first is None else first)
    if len(lines) > most:
        lines = (*lines[: most - 1], _shortened(lines[most - 1], em, width))
    return lines


def wrap_kindly(
    text: str, role: TextRole, widths: Sequence[float], *, most: int
) -> tuple[str, ...]:
    """Return the text in the narrowest of some widths that divides no word."""
    for width in widths:
        lines = wrap(text, role, width, most=most)
        if all(cost <= _KIND for cost in _costs_between(lines)):
            break
    return lines


def _costs_between(lines: Sequence[str]) -> list[float]:
    costs = break_costs("".join(lines))
    ends = list(accumulate(map(len, lines)))[:-1]
    return [costs[end] for end in ends]


def _best_lines(text: str, widths: list[float], width: float, first: float) -> tuple[str, ...]:
    """Return the cheapest way to break, by dynamic programming over the last break."""
    breaks = break_costs(text)
    costs = [0.0] + [float("inf")] * len(text)
    starts = [0] * (len(text) + 1)
    for end in range(1, len(text) + 1):
        used = 0.0
        for start in range(end - 1, -1, -1):
            used += widths[start]
            room = first if start == 0 else width
            if used > room and start < end - 1:
                if used > max(first, width):
                    break
                continue
            slack = 0.0 if end == len(text) else max(0.0, 1 - used / width)
            cost = costs[start] + _LINE_COST + breaks[start] + 8 * slack * slack
            if cost < costs[end]:
                costs[end], starts[end] = cost, start
    lines: list[str] = []
    end = len(text)
    while end > 0:
        lines.append(text[starts[end] : end].strip())
        end = starts[end]
    return tuple(reversed(lines))


def _shortened(line: str, em: float, width: float) -> str:
    while line and sum(map(char_width, line)) * em + em > width:
        line = line[:-1]
    return line + "…"
