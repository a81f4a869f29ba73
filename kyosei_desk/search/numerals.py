# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Numbers however they are written: 79,357 = 79357 = 七万九千三百五十七, 20億 = 2000000000."""

import re
from decimal import Decimal

KANJI_DIGITS = "〇零一二三四五六七八九"
_DIGIT = {char: index for index, char in enumerate("〇一二三四五六七八九")} | {"零": 0}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "億": 10**8, "兆": 10**12}

NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_KANJI = f"[{KANJI_DIGITS}十百千万億兆]"
NUMBER_RUN = re.compile(rf"(?:(?<![\d.,])(?:{NUMBER})|{_KANJI})(?:{NUMBER}|{_KANJI})*")
INTEGER = rf"(?:\d+|[{KANJI_DIGITS}十百千]+)"
FRACTION = re.compile(
    rf"(?P<whole>{INTEGER})分の(?P<part>{INTEGER})|(?<![\d/.])(?P<top>\d+)/(?P<bottom>\d+)(?![\d/])"
)
KANJI_DECIMAL = re.compile(
    rf"(?<![{KANJI_DIGITS}十百千万億兆・])(?P<whole>[{KANJI_DIGITS}]+)・(?P<part>[{KANJI_DIGITS}]+)"
    rf"(?=[倍割%万億]|パーセント|ポイント|平方|キロ|ヘクタール)"
)  # 三・五倍, and no 二・三人
_UNITS = {
    "平方キロメートル": "km2|km²|平方キロ(?:メートル)?|平方km",
    "平方メートル": "m2|m²|平方メートル|平米",
    "キロメートル": "km(?![a-z])|キロメートル",
    "ヘクタール": "ha(?![a-z])|ヘクタール",
    "キログラム": "kg(?![a-z])|キログラム",
    "パーセント": "%|パーセント",
}
UNIT = re.compile(
    "|".join(f"(?P<u{number}>{forms})" for number, forms in enumerate(_UNITS.values())),
    re.IGNORECASE,
)
_UNIT_NAMES = tuple(_UNITS)
_PIECE = re.compile(rf"{NUMBER}|{_KANJI}")


def parse_number(text: str) -> Decimal | None:
    """Return the value of a number in figures, kanji or both; None if it is none.

    Reads 403,952 / 四十万三千九百五十二 / 40万3952 / 二〇一七; the text is normalised already.
    """
    pieces = _PIECE.findall(text)
    if not pieces or "".join(pieces) != text:
        return None
    if all(piece in _DIGIT for piece in pieces):
        return Decimal("".join(str(_DIGIT[piece]) for piece in pieces))
    return _sum_up(pieces)


def _sum_up(pieces: list[str]) -> Decimal | None:
    total = section = Decimal(0)
    digits: Decimal | None = None
    for piece in pieces:
        if piece in _DIGIT:
            digits = (digits or Decimal(0)) * 10 + _DIGIT[piece]
        elif piece in _SMALL:
            section += (Decimal(1) if digits is None else digits) * _SMALL[piece]
            digits = None
        elif piece in _LARGE:
            section += digits or Decimal(0)
            if not section:
                return None
            total += section * _LARGE[piece]
            section, digits = Decimal(0), None
        else:
            if digits is not None:
                return None
            digits = Decimal(piece.replace(",", ""))
    return total + section + (digits or Decimal(0))


def unit_name(match: re.Match[str]) -> str:
    """Return the usual name of a unit of measure found by ``UNIT``."""
    return _UNIT_NAMES[int(str(match.lastgroup)[1:])]


def parse_integer(text: str) -> int | None:
    """Return a small whole number in figures or kanji (百六 = 106), or None."""
    value = parse_number(text)
    return int(value) if value is not None and value == value.to_integral_value() else None


def canonical_number(value: Decimal) -> str:
    """Return the one form a number is indexed under, without trailing zeros."""
    return format(value.normalize(), "f")
