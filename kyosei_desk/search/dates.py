# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Dates however they are written: H29.12.12 = 平成29年12月12日 = 2017-12-12 = 2017年12月12日.

A date becomes ``2017``, ``2017-12`` and ``2017-12-12``; a text is indexed under every level
it tells, so the year finds its days. A fiscal year adds ``2017年度``, a day ``12月12日``.
"""

import re
from dataclasses import dataclass

from kyosei_desk.domain.dates import ERAS
from kyosei_desk.search.numerals import INTEGER, parse_integer

_ERA_START = {name: start.year for name, _, start in ERAS}
_ERA_START |= {letter: start.year for _, letter, start in ERAS}
_NAMES = "|".join(name for name, _, _ in ERAS)
_SHORT = {name[0]: name for name, _, _ in ERAS}  # 平29.12.12
_ERA_START |= {short: _ERA_START[name] for short, name in _SHORT.items()}
_LETTERS = "".join(letter for _, letter, _ in ERAS)
_YEAR_END = r"(?P<fiscal>年度)|年(?:\s?\([^()\d]{0,4}\d{1,4}年?\))?(?![間度目生])"
_MONTH_DAY = rf"(?:\s?(?P<month>{INTEGER})月(?!間)(?:\s?(?P<day>{INTEGER})日(?!間))?)?"
_KANJI_YEAR = r"\d{4}|[一二][〇零一二三四五六七八九]{3}"
_DOTTED = r"[./・-](?P<month2>\d{1,2})(?:[./・-](?P<day2>\d{1,2}))?(?![\d])"
_PATTERNS = (
    re.compile(rf"(?P<era>{_NAMES})\s?(?P<number>元|\d{{1,2}}){_DOTTED}"),
    re.compile(
        rf"(?<![\u3400-\u9fff])(?P<era>[{''.join(_SHORT)}])(?P<number>元|\d{{1,2}})"
        rf"(?:(?:{_YEAR_END}){_MONTH_DAY}|{_DOTTED})"
    ),
    re.compile(
        rf"(?P<era>{_NAMES})\s?(?P<number>元|{INTEGER})"
        rf"(?:\(\d{{4}}年?\))?(?:{_YEAR_END}){_MONTH_DAY}"
    ),
    re.compile(
        rf"(?<![A-Za-z])(?P<era>[{_LETTERS}{_LETTERS.lower()}])(?P<number>\d{{1,2}})"
        rf"(?:(?:{_YEAR_END}){_MONTH_DAY}"
        r"|[./-](?P<month2>\d{1,2})(?:[./-](?P<day2>\d{1,2}))?)?(?![\dA-Za-z])"
    ),
    re.compile(
        rf"(?<![\d.,])(?P<year>{_KANJI_YEAR})"
        rf"(?:\((?:{_NAMES})(?:元|\d{{1,2}})年?\))?(?:{_YEAR_END}){_MONTH_DAY}"
    ),
    re.compile(
        r"(?<![\d.,/-])(?P<year>\d{4})(?P<sep>[./-])(?P<month2>\d{1,2})"
        r"(?:(?P=sep)(?P<day2>\d{1,2}))?(?![\d/-])"
    ),
    re.compile(
        rf"(?<![\d年])(?P<month>\d{{1,2}}|[一二三四五六七八九十]+)月(?P<day>{INTEGER})日(?!間)"
    ),
)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as mentioned at a range of a normalised text; ``keys`` widest first."""

    keys: tuple[str, ...]
    start: int
    end: int


def find_dates(text: str) -> list[DateMention]:
    """Return the dates mentioned in a normalised text, in order, not overlapping."""
    candidates = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            keys = _keys(match.groupdict())
            if keys:
                candidates.append(DateMention(keys, match.start(), match.end()))
    # 2017年(平成29年)6月2日 is one date: the widest reading of a place wins.
    candidates.sort(key=lambda mention: (mention.start - mention.end, mention.start))
    found: list[DateMention] = []
    for mention in candidates:
        if all(mention.end <= other.start or other.end <= mention.start for other in found):
            found.append(mention)
    return sorted(found, key=lambda mention: mention.start)


def _keys(parts: dict[str, str | None]) -> tuple[str, ...]:
    month = _integer(parts.get("month") or parts.get("month2"))
    day = _integer(parts.get("day") or parts.get("day2"))
    if (month is not None and not 1 <= month <= 12) or (day is not None and not 1 <= day <= 31):
        return ()
    keys: list[str] = []
    year = _year(parts)
    if year is not None:
        if not 1868 <= year <= 2100:
            return ()
        keys.append(f"{year}")
        if parts.get("fiscal"):
            keys.append(f"{year}年度")
        elif month is not None:
            keys.append(f"{year}-{month:02d}")
            if day is not None:
                keys += [f"{month}月{day}日", f"{year}-{month:02d}-{day:02d}"]
    elif month is not None and day is not None:
        keys.append(f"{month}月{day}日")
    return tuple(keys)


def _year(parts: dict[str, str | None]) -> int | None:
    era, number = parts.get("era"), parts.get("number")
    if era and number:
        count = 1 if number == "元" else parse_integer(number)
        return None if not count else _ERA_START[era.upper()] + count - 1
    return _integer(parts.get("year"))


def _integer(text: str | None) -> int | None:
    return parse_integer(text) if text else None
