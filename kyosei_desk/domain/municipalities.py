# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Municipalities (市区町村) and the figures that describe them."""

import re
import unicodedata
from typing import Annotated

from pydantic import AfterValidator, Field

from kyosei_desk.domain.base import (
    DomainModel,
    NaturalNumber,
    PositiveMeasure,
    PositiveNumber,
)
from kyosei_desk.domain.dates import PartialDate

_CODE = re.compile(r"[0-9]{6}")
_LARGE = str.maketrans("ぁぃぅぇぉっゃゅょゎ", "あいうえおつやゆよわ")
_VOICED = "\u3099\u309a"


def check_digit(code5: str) -> str:
    """Return the sixth digit of a 全国地方公共団体コード from its first five.

    Weights 6, 5, 4, 3, 2 and modulus 11, as the 総務省 code list defines it.
    """
    total = sum(int(digit) * weight for digit, weight in zip(code5, range(6, 1, -1), strict=True))
    return str((11 - total % 11) % 10)


def check_municipality_code(code: str) -> str:
    """Return the six-digit code unchanged, or raise ``ValueError`` for a wrong one."""
    if _CODE.fullmatch(code) is None or check_digit(code[:5]) != code[5]:
        raise ValueError("wrong_municipality_code")
    return code


MunicipalityCode = Annotated[str, AfterValidator(check_municipality_code)]


def kana_order(kana: str) -> tuple[str, str]:
    """Return what sorts hiragana in 五十音順: か and が are one place, か first where alike."""
    large = kana.translate(_LARGE)
    plain = "".join(c for c in unicodedata.normalize("NFD", large) if c not in _VOICED)
    return plain, kana


class Municipality(DomainModel):
    """One of the 1,741 municipalities: code, names, kind and position (degrees, WGS 84)."""

    code: MunicipalityCode
    prefecture: str
    name: str
    kana: str
    kind: str
    latitude: Annotated[float, Field(ge=20, le=46)]
    longitude: Annotated[float, Field(ge=122, le=154)]


class TownFigures(DomainModel):
    """The figures of a place as far as they are known: persons, km², numbers of schools."""

    as_of: PartialDate | None = None
    population: PositiveNumber | None = None
    area_km2: PositiveMeasure | None = None
    elementary_schools: NaturalNumber | None = None
    junior_high_schools: NaturalNumber | None = None
    schools_note: str | None = None
    source: str


class MunicipalProfile(TownFigures):
    """All the figures of a municipality on one day."""

    as_of: PartialDate
    population: PositiveNumber
    area_km2: PositiveMeasure
    elementary_schools: NaturalNumber
    junior_high_schools: NaturalNumber
