# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Finds municipalities by what a person types: kanji, kana, a prefecture, beginnings of them."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from kyosei_desk.domain.municipalities import Municipality, kana_order
from kyosei_desk.domain.prefectures import PREFECTURE_READINGS

_KATAKANA = {ord("ァ") + n: ord("ぁ") + n for n in range(ord("ヶ") - ord("ァ") + 1)}
_SMALL = str.maketrans("ぁぃぅぇぉっゃゅょゎゕゖ", "あいうえおつやゆよわかけ")
# Old and new forms of characters that people write for one another in names of towns.
_FORMS = str.maketrans("瀨髙﨑德龍曾禰桧冨櫻澤濱邊廣國與", "瀬高崎徳竜曽祢檜富桜沢浜辺広国与")
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_SUFFIX = re.compile("(?:[市町村区]|し|ちよう|まち|むら|そん|く)$")
_BARE_PREFECTURE = re.compile("[都府県]$|けん$|(?<=とうきよう)と$|(?<=おおさか|きようと)ふ$")


@dataclass(frozen=True)
class FoundTowns:
    """The best answers, and how many there are in all."""

    towns: tuple[Municipality, ...]
    total: int


@dataclass(frozen=True)
class _Entry:
    """A municipality with the forms it is found by, folded.

    ``whole`` are its names without 市 or 町 too, ``names`` name and reading, ``full`` both
    with the prefecture before them.
    """

    town: Municipality
    whole: frozenset[str]
    names: tuple[str, str]
    full: tuple[str, ...]

    def fit(self, word: str) -> int | None:
        """Return how well a word fits, 0 best; None if it does not."""
        if word in self.whole or word == self.town.code:
            return 0
        if any(name.startswith(word) for name in self.names):
            return 1
        if any(name.startswith(word) for name in self.full):
            return 2
        if any(word in name for name in self.names):
            return 3
        return None


class TownFinder:
    """Knows all municipalities; finding takes a few milliseconds."""

    def __init__(self, municipalities: Iterable[Municipality]):
        """Fold the names of all municipalities."""
        self._entries = tuple(map(_entry, municipalities))

    def find(self, text: str, limit: int) -> FoundTowns:
        """Return the municipalities that every word of a text fits, the best first.

        Alike ones stand in 五十音順. A text without a word finds nothing.
        """
        words = [folded(word) for word in text.split()]
        if not words:
            return FoundTowns((), 0)
        found = []
        for entry in self._entries:
            fits = [entry.fit(word) for word in words]
            sure = [fit for fit in fits if fit is not None]
            if len(sure) == len(words):
                order = kana_order(entry.town.kana)
                found.append((sum(sure), order, entry.town.code, entry.town))
        found.sort(key=lambda one: one[:3])
        return FoundTowns(tuple(town for *_, town in found[:limit]), len(found))


def folded(text: str) -> str:
    """Return a text in the form that names are compared in: hiragana, large, usual forms."""
    plain = unicodedata.normalize("NFKC", _SELECTORS.sub("", text)).casefold()
    return plain.translate(_KATAKANA).translate(_SMALL).translate(_FORMS)


def _entry(town: Municipality) -> _Entry:
    name, kana = folded(town.name), folded(town.kana)
    prefecture = folded(town.prefecture)
    reading = folded(PREFECTURE_READINGS.get(town.prefecture, ""))
    bare = (_BARE_PREFECTURE.sub("", prefecture), _BARE_PREFECTURE.sub("", reading))
    whole = frozenset((name, kana, _SUFFIX.sub("", name), _SUFFIX.sub("", kana)))
    full = (prefecture + name, reading + kana, bare[0] + name, bare[1] + kana)
    return _Entry(town, whole, (name, kana), full)
