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


def written_day(text: str) -> PartialDate | None:
    """Return the year, month or day a text is; None where it is none of the calendar.

    A fiscal year is none: it belongs to two years.
    """
    plain = _SPACE.sub("", unicodedata.normalize("NFKC", text))
    for word in _BEHIND:
        plain = plain.removesuffix(word)
    if "年度" in plain:
        return None
    found = [one for one in find_dates(plain) if one.end - one.start == len(plain)]
    keys = [key for key in found[0].keys if _ISO.fullmatch(key)] if found else [plain]
    try:
        return PartialDate.parse(keys[-1]) if keys else None
    except ValueError:
        return None
