# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What is written on the command line as values of a project: figures, dates, lists, towns."""

import argparse
import datetime
from collections.abc import Callable
from decimal import Decimal
from enum import Enum, auto
from typing import TypeVar

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.designs import ProvisionCoverage
from kyosei_desk.domain.finding_towns import TownFinder, folded
from kyosei_desk.domain.municipalities import Municipality
from kyosei_desk.domain.passages import municipality_label
from kyosei_desk.domain.projects.model import ZoneCount
from kyosei_desk.domain.projects.reading_money import read_fiscal_year, read_rate
from kyosei_desk.domain.reading_numbers import (
    THINGS,
    NumberProblem,
    NumberSort,
    NumberTextError,
    read_number,
)
from kyosei_desk.domain.vocabulary import Coverage, LabelledEnum, Operator, WelfareField, Zone
from kyosei_desk.search.written_days import written_day

_MOST_SHOWN = 10
_NO_VALUE = ("-", "－")
_Known = TypeVar("_Known", bound=LabelledEnum)
_Read = TypeVar("_Read")


class ValueMistakeError(Exception):
    """A value cannot be taken; ``sentence`` says why and what to write."""

    def __init__(self, sentence: str):
        """Keep the sentence."""
        super().__init__(sentence)
        self.sentence = sentence


class Emptied(Enum):
    """What ``-`` is written for: the field is to be empty."""

    FIELD = auto()


def or_emptied(read: Callable[[str], _Read]) -> Callable[[str], _Read | Emptied]:
    """Return what reads a value, or ``-`` for none."""
    return lambda text: Emptied.FIELD if text.strip() in _NO_VALUE else read(text)


_ABOVE_NOTHING = "0以上の数を書いてください"
_MISTAKES = {
    NumberProblem.UNCLEAR: "どの数のことか分かりません。60,000 のように全部のけたを書いてください",
    NumberProblem.ZERO: "0より大きい数を書いてください",
    NumberProblem.NOT_WHOLE: "小数のない数を書いてください",
    NumberProblem.TOO_FINE: "小数は6けたまでにしてください",
}


def whole(sort: NumberSort = THINGS) -> Callable[[str], int]:
    """Return what reads a whole number of a sort, however it is written: 60,000, 6万.

    Like all readers here it raises ``argparse.ArgumentTypeError`` for what is none.
    """
    return lambda text: int(_number(text, sort))


def measure(sort: NumberSort) -> Callable[[str], float]:
    """Return what reads a number of a sort that may have decimals."""
    return lambda text: float(_number(text, sort))


def _number(text: str, sort: NumberSort) -> Decimal:
    try:
        value = read_number(text, sort)
    except NumberTextError as error:
        raise argparse.ArgumentTypeError(f"{text}（{_mistake(error, sort)}）") from error
    if value is None:
        raise argparse.ArgumentTypeError(f"{text}（{_ABOVE_NOTHING}）")
    return value


def _mistake(error: NumberTextError, sort: NumberSort) -> str:
    if error.problem is NumberProblem.TOO_LARGE:
        return f"{sort.most:,} までの数を書いてください"
    return _MISTAKES.get(error.problem, _ABOVE_NOTHING)


def rate(text: str) -> str:
    """Return a rate as ``3/4``.

    Raises:
        argparse.ArgumentTypeError: it is none.
    """
    try:
        found = read_rate(text)
    except NumberTextError:
        found = None
    if found is None:
        raise argparse.ArgumentTypeError(f"{text}（1までの分数を書いてください。3/4 など）")
    return found


def fiscal_year(text: str) -> int:
    """Return a fiscal year: 2027, 令和9年度, R9.

    Raises:
        argparse.ArgumentTypeError: it is none.
    """
    try:
        return read_fiscal_year(text, datetime.date.today())
    except NumberTextError as error:
        asked = f"{text}（2027 か 令和9年度 のように書いてください）"
        raise argparse.ArgumentTypeError(asked) from error


def day(text: str) -> PartialDate:
    """Return a date in any of the ways dates are written.

    Raises:
        argparse.ArgumentTypeError: it is none.
    """
    found = written_day(text)
    if found is None:
        raise argparse.ArgumentTypeError(f"{text}（2026-04-01 のように書いてください）")
    return found


def zones(text: str) -> tuple[ZoneCount, ...]:
    """Return ``elementary=12,junior_high=5``.

    Raises:
        argparse.ArgumentTypeError: it is written in another way.
    """
    found = []
    for part in parts(text):
        name, _, number = part.partition("=")
        if not number:
            raise argparse.ArgumentTypeError(f"{part}（elementary=12 のように書いてください）")
        found.append(ZoneCount(zone=member(Zone, name), count=_zone_count(number)))
    return tuple(found)


_zone_count = whole()


def coverages(text: str) -> tuple[ProvisionCoverage, ...]:
    """Return ``p2.place=full,p1.hub=partial``; without a word it is full.

    Raises:
        argparse.ArgumentTypeError: it is written in another way.
    """
    found = []
    for part in parts(text):
        name, _, word = part.partition("=")
        coverage = member(Coverage, word or Coverage.FULL.value)
        found.append(ProvisionCoverage(id=name, coverage=coverage))
    return tuple(found)


def operators(text: str) -> tuple[Operator, ...]:
    """Return ``municipality,shakyo``.

    Raises:
        argparse.ArgumentTypeError: one of them is not known.
    """
    return tuple(member(Operator, part) for part in parts(text))


def fields(text: str) -> tuple[WelfareField, ...]:
    """Return ``elderly,children``.

    Raises:
        argparse.ArgumentTypeError: one of them is not known.
    """
    return tuple(member(WelfareField, part) for part in parts(text))


def parts(text: str) -> tuple[str, ...]:
    """Return what is written between commas."""
    return tuple(filter(None, (part.strip() for part in text.split(","))))


def member(kind: type[_Known], word: str) -> _Known:
    """Return the member a word stands for.

    Raises:
        argparse.ArgumentTypeError: none does.
    """
    for known in kind:
        if word == known.value:
            return known
    words = "、".join(known.value for known in kind)
    raise argparse.ArgumentTypeError(f"{word}（{words} から選んでください）")


def town_named(text: str, corpus: Corpus) -> Municipality | None:
    """Return the municipality with this code or name; None where the list has none like it.

    Raises:
        ValueMistakeError: several can be meant, or only some are nearly called so.
    """
    if text in corpus.municipalities:
        return corpus.municipalities[text]
    found = TownFinder(corpus.municipalities.values()).find(text, _MOST_SHOWN)
    bare = folded("".join(text.split()))
    exact = [town for town in found.towns if bare in _names(town)]
    if len(exact) == 1 or not found.towns:
        return exact[0] if exact else None
    listed = "、".join(f"{municipality_label(town)} {town.code}" for town in exact or found.towns)
    if exact:
        raise ValueMistakeError(f"「{text}」では、一つに決まりません: {listed}。")
    more = " など" if found.total > len(found.towns) else ""
    raise ValueMistakeError(
        f"「{text}」というまちは一覧にありません。近い名前: {listed}{more}。"
        "一覧にない名前のまま使うときは --unlisted を付けてください。"
    )


def _names(town: Municipality) -> tuple[str, ...]:
    names = (town.name, town.kana, f"{town.prefecture}{town.name}", town.name[:-1])
    return tuple(map(folded, names))
