# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Article numbers: 第百六条の三第一項第二号 = 106条の3第1項2号 = 106条の3①二 = 106-3-1-2.

A place in a statute becomes ``106-3`` (article with its branch), ``106-3/1`` (paragraph),
``106-3/1/2`` (item). A text is indexed under every level, so the article finds its items.
"""

import re
from dataclasses import dataclass

from kyosei_desk.search.numerals import INTEGER, parse_integer

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_BRANCH = rf"(?:の(?:{INTEGER})(?![つ人名年月日か箇回分]))"
_ARTICLE = re.compile(
    rf"第?(?P<article>{INTEGER})条(?P<branches>{_BRANCH}*)"
    rf"(?:\s?第?(?P<paragraph>{INTEGER})項|(?P<circled>[{_CIRCLED}]))?"
    rf"(?:\s?第?(?P<item>{INTEGER})号|(?<=[{_CIRCLED}])(?P<bare>[一二三四五六七八九十]+|\d+))?"
)
_HYPHENED = re.compile(r"(\d{1,4})((?:-\d{1,3}){1,3})")
_BRANCHED = re.compile(rf"第?(?P<article>{INTEGER})(?P<rest>{_BRANCH}+.*)")


@dataclass(frozen=True, slots=True)
class ArticleMention:
    """A place in a statute as mentioned at a range of a normalised text."""

    levels: tuple[str, ...]  # from the article down to the mentioned level
    start: int
    end: int


def find_articles(text: str) -> list[ArticleMention]:
    """Return the article numbers mentioned in a normalised text, in order."""
    found = []
    for match in _ARTICLE.finditer(text):
        levels = _levels(match)
        if levels:
            found.append(ArticleMention(levels, match.start(), match.end()))
    return found


def parse_hyphened(text: str) -> tuple[str, ...]:
    """Read the shorthand of a question, ``106-3-1-2`` or ``106の3``, as levels.

    Empty if it is none. The second number is taken as the branch (条の3), as no other article
    numbers are written so in this field; a date such as 2017-12 is none.
    """
    branched = _BRANCHED.fullmatch(text)
    if branched is not None:
        whole = _ARTICLE.fullmatch(f"{branched['article']}条{branched['rest']}")
        return _levels(whole) if whole else ()
    match = _HYPHENED.fullmatch(text)
    if match is None or 1868 <= int(match.group(1)) <= 2100:
        return ()
    branch, *rest = match.group(2)[1:].split("-")
    levels = [f"{int(match.group(1))}-{int(branch)}"]
    for part in rest:
        levels.append(f"{levels[-1]}/{int(part)}")
    return tuple(levels)


def _levels(match: re.Match[str]) -> tuple[str, ...]:
    numbers = [match["article"], *re.findall(INTEGER, match["branches"] or "")]
    parsed = [parse_integer(number) for number in numbers]
    if None in parsed:
        return ()
    levels = ["-".join(map(str, parsed))]
    circled = match["circled"]
    paragraph = _CIRCLED.index(circled) + 1 if circled else _number(match["paragraph"])
    item = _number(match["item"] or match["bare"])
    if paragraph is not None:
        levels.append(f"{levels[-1]}/{paragraph}")
    if item is not None:
        # An item without a paragraph belongs to the only one: 第二条第三号 = 2/1/3.
        base = levels[-1] if paragraph is not None else f"{levels[-1]}/1"
        levels.append(f"{base}/{item}")
    return tuple(levels)


def _number(text: str | None) -> int | None:
    return parse_integer(text) if text else None
