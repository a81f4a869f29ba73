# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What is written on the command line as values of a project: figures, dates, lists, towns."""

import argparse
import unicodedata
from collections.abc import Callable
from enum import Enum, auto
from typing import TypeVar

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.designs import ProvisionCoverage
from kyosei_desk.domain.finding_towns import TownFinder, folded
from kyosei_desk.domain.municipalities import Municipality
from kyosei_desk.domain.passages import municipality_label
from kyosei_desk.domain.projects.model import ZoneCount
from kyosei_desk.domain.vocabulary import Coverage, LabelledEnum, Operator, WelfareField, Zone
from kyosei_desk.search.numerals import parse_number
from kyosei_desk.wording.own_figures import FigureError, read_day

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


def whole(text: str) -> int:
    """Return a whole number, however it is written: 60000, 60,000, 6万.

    Raises:
        argparse.ArgumentTypeError: it is none.
    """
    number = measure(text)
    if number != int(number):
        raise argparse.ArgumentTypeError(f"{text}（小数のない数を書いてください）")
    return int(number)


def measure(text: str) -> float:
    """Return a number of at least 0, however it is written.

    Raises:
        argparse.ArgumentTypeError: it is none.
    """
    number = parse_number(unicodedata.normalize("NFKC", text).strip())
    if number is None or number < 0:
        raise argparse.ArgumentTypeError(f"{text}（0以上の数を書いてください）")
    return float(number)


def day(text: str) -> PartialDate:
    """Return a date in any of the ways dates are written.

    Raises:
        argparse.ArgumentTypeError: it is none.
    """
    try:
        return PartialDate.parse(text)
    except ValueError:
        pass
    try:
        found = read_day(text, _LAST_DAY)
    except FigureError:
        found = None
    if found is None:
        raise argparse.ArgumentTypeError(f"{text}（2026-04-01 のように書いてください）")
    return found


_LAST_DAY = PartialDate(9999, 12, 31).first_day  # plans lie ahead


def zones(text: str) -> tuple[ZoneCount, ...]:
    """Return ``elementary=12,junior_high=5``.

    Raises:
        argparse.ArgumentTypeError: it is written in another way.
    """
    found = []
    for part in parts(text):
        name, _, number = part.partition("=")
        count = whole(number) if number else 0
        if count < 1:
            raise argparse.ArgumentTypeError(f"{part}（elementary=12 のように書いてください）")
        found.append(ZoneCount(zone=member(Zone, name), count=count))
    return tuple(found)


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
