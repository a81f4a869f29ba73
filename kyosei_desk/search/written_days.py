# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Days as people type them, in the window and by command: 令和7年4月1日, H29.9, 2017-04."""

import re
import unicodedata

from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.search.dates import find_dates

_SPACE = re.compile(r"\s+")
_ISO = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_BEHIND = ("現在", "時点", "から")


_YEARS_OFF = {
    "一昨年": -2,
    "おととし": -2,
    "昨年": -1,
    "去年": -1,
    "今年": 0,
    "ことし": 0,
    "本年": 0,
    "再来年": 2,
    "来年": 1,
}
_DAY_OF_YEAR = re.compile(r"[0-9]{1,2}月[0-9]{1,2}日")


def spoken_day(text: str, today: PartialDate) -> PartialDate | None:
    """Return a day that may be told from today: 来年1月, or 11月20日 of this year.

    A month alone is none: it comes every year.
    """
    plain = _plain(text)
    for word, off in _YEARS_OFF.items():
        if plain.startswith(word):
            return written_day(f"{today.year + off}年{plain.removeprefix(word).lstrip('の')}")
    if _DAY_OF_YEAR.fullmatch(plain):
        return written_day(f"{today.year}年{plain}")
    return written_day(text)


def written_day(text: str) -> PartialDate | None:
    """Return the year, month or day a text is; None where it is none of the calendar.

    A fiscal year is none: it belongs to two years.
    """
    plain = _plain(text)
    if "年度" in plain:
        return None
    found = [one for one in find_dates(plain) if one.end - one.start == len(plain)]
    keys = [key for key in found[0].keys if _ISO.fullmatch(key)] if found else [plain]
    try:
        return PartialDate.parse(keys[-1]) if keys else None
    except ValueError:
        return None


def _plain(text: str) -> str:
    plain = _SPACE.sub("", unicodedata.normalize("NFKC", text))
    for word in _BEHIND:
        plain = plain.removesuffix(word)
    return plain
