# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Numbers as people type them, in the window and on the command line.

Takes full-width figures, separators, kanji, 千・万・億・兆 and the unit: ``６万２千人`` and
``3万5千円``. What could mean two numbers is refused, never guessed at: ``60.000``, ``3万5``.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kyosei_desk.domain.errors import KyoseiError


class NumberProblem(StrEnum):
    """Why a text is not taken as a number."""

    NO_NUMBER = "no_number"
    UNCLEAR = "unclear"
    BELOW_ZERO = "below_zero"
    ZERO = "zero"
    NOT_WHOLE = "not_whole"
    TOO_FINE = "too_fine"
    TOO_LARGE = "too_large"


class NumberTextError(KyoseiError):
    """A text is no number of the sort asked for."""

    def __init__(self, problem: NumberProblem, text: str):
        """Keep the problem and the text as typed."""
        super().__init__(f"{problem}: {text}")
        self.problem = problem
        self.text = text


@dataclass(frozen=True)
class NumberSort:
    """What may be typed: the words of the unit, and between what the number lies."""

    units: tuple[str, ...] = ()
    whole: bool = True
    zero: bool = True
    most: int = 10**12 - 1


_KILOMETRES = ("km2", "km²", "平方キロメートル", "平方キロ", "平方km")
_COUNTERS = ("か所", "カ所", "ヶ所", "ケ所", "ヵ所", "箇所", "地区", "校区", "圏域", "区", "つ")
_MEETINGS = ("会議", "会", "回", "件", "人", "名")
_GOODS = ("式", "台", "本", "枚", "冊", "部", "時間", "日", "校", "所")
PEOPLE = NumberSort(("人", "名"), zero=False)
SCHOOLS = NumberSort(("校",))
AREA = NumberSort(_KILOMETRES, whole=False, zero=False)
PERCENT = NumberSort(("%", "パーセント"), whole=False, most=100)
THINGS = NumberSort((*_COUNTERS, *_MEETINGS), zero=False, most=9_999_999)
BARE_COUNT = NumberSort(zero=False, most=9_999_999)  # its unit stands in a field of its own
QUANTITY = NumberSort((*_COUNTERS, *_MEETINGS, *_GOODS), whole=False, zero=False, most=10**7)
YEN = NumberSort(("円",), most=10**12)
MONTHS = NumberSort(
    ("か月", "カ月", "ヶ月", "ケ月", "ヵ月", "箇月", "月"),
    zero=False,
    most=12,
)

_LONGEST = 40
_PLACES = 6  # decimals: as many as are ever shown
_SURE = 15  # digits a number with decimals keeps
_ABOUT = ("約", "およそ")
_MINUS = "-‐‑–—−ー△▲"
_NO_FIGURES = ("<super>", "<sub>", "<circle>", "<fraction>")
_SQUARE = re.compile("(?<=[kｋmｍ])²")
_GROUPED = re.compile(r"(?<![0-9.])[0-9]{1,3}(?: [0-9]{3})+(?![0-9])")
_TWO_MEANINGS = re.compile(r"[0-9]{1,3}\.000")
_ASCII = "0123456789"
_KANJI = {char: index for index, char in enumerate("〇一二三四五六七八九")} | {"零": 0}
_FIGURE = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"
_DIGITS = rf"(?:{_FIGURE}|[{''.join(_KANJI)}]+)"
_SECTION = rf"(?:(?:{_DIGITS})?千)?(?:(?:{_DIGITS})?百)?(?:(?:{_DIGITS})?十)?(?:{_DIGITS})?"
_LARGE = {"兆": 10**12, "億": 10**8, "万": 10**4, "": 1}
_SMALL = {"千": 1000, "百": 100, "十": 10, "": 1}
_NUMBER = re.compile("".join(rf"(?:({_SECTION}){mark}){'?' if mark else ''}" for mark in _LARGE))
_PARTS = re.compile("".join(rf"(?:({_DIGITS})?({mark}))?" for mark in "千百十") + rf"({_DIGITS})?")


def read_number(text: str, sort: NumberSort) -> Decimal | None:
    """Return the number typed, exactly; None where nothing was typed.

    Raises:
        NumberTextError: it is no number, or none of this sort.
    """
    plain = _plain(text)
    if not plain:
        return None
    value = _value(_bare(plain, sort), text)
    _check(value, sort, text)
    return value


def read_whole(text: str, sort: NumberSort) -> int | None:
    """Return the number typed of a sort that is whole; None where nothing was typed.

    Raises:
        NumberTextError: it is no number, or none of this sort.
    """
    value = read_number(text, sort)
    return None if value is None else int(value)


def known_count(text: str, sort: NumberSort = BARE_COUNT) -> int | None:
    """Return a number of 1 and above; None where there is none, or it cannot be taken."""
    try:
        return read_whole(text, sort)
    except NumberTextError:
        return None


def _plain(text: str) -> str:
    """Return a text in half-width signs; one with a raised or circled figure as it is."""
    spelled = _SQUARE.sub("2", text)
    if any(unicodedata.decomposition(char).startswith(_NO_FIGURES) for char in spelled):
        return text
    plain = " ".join(unicodedata.normalize("NFKC", spelled).split()).replace("、", ",")
    grouped = _GROUPED.sub(_joined, plain)
    return re.sub(r"(?<![0-9]) | (?![0-9])", "", grouped)


def _joined(figures: re.Match[str]) -> str:
    return figures[0].replace(" ", "")


def _bare(plain: str, sort: NumberSort) -> str:
    """Return a text without what may stand around the number."""
    before = (*_ABOUT, "¥", "\\") if "円" in sort.units else _ABOUT
    for word in before:
        plain = plain.removeprefix(word)
    for unit in sorted(sort.units, key=len, reverse=True):
        if plain.endswith(unit):
            return plain.removesuffix(unit)
    return plain


def _value(plain: str, text: str) -> Decimal:
    if len(plain) > _LONGEST:
        raise NumberTextError(NumberProblem.TOO_LARGE, text)
    minus = plain[:1] in _MINUS
    found = _NUMBER.fullmatch(plain[1:] if minus else plain) if plain else None
    if found is None:
        raise NumberTextError(NumberProblem.NO_NUMBER, text)
    sections = list(zip(found.groups(), _LARGE.values(), strict=True))
    written = [(section, times) for section, times in sections if section]
    if not written or any(section == "" and times > 1 for section, times in sections):
        raise NumberTextError(NumberProblem.NO_NUMBER, text)
    if minus:
        raise NumberTextError(NumberProblem.BELOW_ZERO, text)
    return _sum(written, text)


def _sum(written: Sequence[tuple[str, int]], text: str) -> Decimal:
    alone = len(written) == 1
    total = Decimal(0)
    for place, (section, times) in enumerate(written):
        value = _section(section, text, alone=alone)
        if place and (value >= 10_000 or _is_short(section)):
            raise NumberTextError(NumberProblem.UNCLEAR, text)
        total += value * times
    return total


def _section(section: str, text: str, *, alone: bool) -> Decimal:
    """Return the value of what stands before 万 or behind it."""
    found = _PARTS.fullmatch(section)
    if found is None:
        raise NumberTextError(NumberProblem.NO_NUMBER, text)
    groups = found.groups()
    marks = [(groups[place], groups[place + 1]) for place in (0, 2, 4) if groups[place + 1]]
    rest = groups[6]
    if not marks:
        return _figures(rest, text, decimals=alone)
    if len(marks) == 1 and rest is None:
        digits, mark = marks[0]
        return _figures(digits or "1", text, decimals=alone) * _SMALL[mark]
    behind = _figures(rest or "0", text)
    short = rest is not None and _is_short(rest) and marks[-1][1] != "十"
    if short or behind >= _SMALL[marks[-1][1]]:
        raise NumberTextError(NumberProblem.UNCLEAR, text)
    return sum((_times(digits, mark, text) for digits, mark in marks), behind)


def _times(digits: str | None, mark: str, text: str) -> Decimal:
    value = _figures(digits or "1", text)
    if not 1 <= value <= 9:
        raise NumberTextError(NumberProblem.UNCLEAR, text)
    return value * _SMALL[mark]


def _is_short(digits: str) -> bool:
    """Tell whether a single figure stands where it may mean thousands: 3万5."""
    return len(digits) == 1 and digits in _ASCII


def _figures(digits: str, text: str, *, decimals: bool = False) -> Decimal:
    if digits[0] in _KANJI:
        return Decimal("".join(str(_KANJI[char]) for char in digits))
    if "." in digits and not decimals:
        raise NumberTextError(NumberProblem.UNCLEAR, text)
    return Decimal(digits.replace(",", ""))


def _check(value: Decimal, sort: NumberSort, text: str) -> None:
    if value == 0 and not sort.zero:
        raise NumberTextError(NumberProblem.ZERO, text)
    if sort.whole:
        if value != value.to_integral_value():
            raise NumberTextError(NumberProblem.NOT_WHOLE, text)
        if _TWO_MEANINGS.search(_plain(text)):
            raise NumberTextError(NumberProblem.UNCLEAR, text)
    if value > sort.most:
        raise NumberTextError(NumberProblem.TOO_LARGE, text)
    if value != round(value, _PLACES) or len(value.normalize().as_tuple().digits) > _SURE:
        raise NumberTextError(NumberProblem.TOO_FINE, text)
