# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The designs one can choose to compare: what their cards say, and finding among them."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.domain.passages import municipality_label
from kyosei_desk.domain.vocabulary import Operator, Zone
from kyosei_desk.export.comparison.town_words import town_words
from kyosei_desk.ui.home.overview import key_element

# Populations up to which a place counts as of a size, and how the size is called.
_SIZES = (
    (50_000, "small", "5万人未満"),
    (100_000, "middle", "5万～10万人"),
    (300_000, "large", "10万～30万人"),
    (500_000, "larger", "30万～50万人"),
)
_LARGEST = ("largest", "50万人以上")


class Trait(StrEnum):
    """What the candidates can be narrowed by; the value is the question's name."""

    SIZE = "人口"
    PREFECTURE = "都道府県"
    OPERATOR = "担い手"
    ZONE = "圏域"


Wanted = Mapping[Trait, frozenset[str]]


@dataclass(frozen=True)
class Candidate:
    """A design in brief; ``traits`` are its values of each trait, ``words`` what finds it."""

    design_id: str
    place: str
    title: str
    figures: str
    day: str
    key_name: str
    key_count: str
    traits: Mapping[Trait, frozenset[str]] = field(compare=False)
    words: str = field(compare=False)
    is_own: bool = False

    def fits(self, text: str, wanted: Wanted) -> bool:
        """Tell whether every word of a text is in it, and one value of each trait wanted."""
        if any(word not in self.words for word in folded(text).split()):
            return False
        return all(not values or values & self.traits[trait] for trait, values in wanted.items())


def candidate(design: ComparedDesign, title: str, *, era_first: bool) -> Candidate:
    """Return a design as a candidate; ``title`` says in a line what it is known for."""
    town, words = design.municipality, town_words(design.profile, era_first=era_first)
    key = key_element(design.design)
    figures = "・".join(filter(None, (words.population, words.area, words.elementary_schools)))
    place = municipality_label(town) if town and not design.is_own else design.title
    names = [element.name for element in design.design.elements]
    kana = town.kana if town else ""
    return Candidate(
        design.id,
        place,
        title,
        figures,
        words.day,
        key.name if key else "",
        f"{key.count:,}{key.unit}" if key else "",
        _traits(design),
        folded(" ".join((place, kana, design.title, title, *names))),
        design.is_own,
    )


def own_title(design: ComparedDesign) -> str:
    """Return what an own design is known for: that it is one, and its name."""
    return f"自分の案: {design.sources[0].title}"


def folded(text: str) -> str:
    """Return a text as it is looked for: width and case do not matter, nor カナ or かな."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c for c in plain)


def trait_values(candidates: Iterable[Candidate], trait: Trait) -> list[tuple[str, str]]:
    """Return the (value, label) pairs that some candidate has, in their own order."""
    found = {value for one in candidates for value in one.traits[trait]}
    match trait:
        case Trait.SIZE:
            known = [(name, label) for _, name, label in _SIZES] + [_LARGEST]
        case Trait.ZONE:
            known = [(zone.value, zone.label) for zone in Zone]
        case Trait.OPERATOR:
            known = [(operator.value, operator.label) for operator in Operator]
        case Trait.PREFECTURE:
            known = [(name, name) for name in dict.fromkeys(_prefectures(candidates))]
    return [(value, label) for value, label in known if value in found]


def _prefectures(candidates: Iterable[Candidate]) -> Iterable[str]:
    for one in candidates:
        yield from one.traits[Trait.PREFECTURE]


def _traits(design: ComparedDesign) -> dict[Trait, frozenset[str]]:
    town, elements = design.municipality, design.design.elements
    people = design.profile.population if design.profile else None
    return {
        Trait.SIZE: frozenset() if people is None else frozenset({_size(people)}),
        Trait.PREFECTURE: frozenset({town.prefecture}) if town else frozenset(),
        Trait.OPERATOR: frozenset(one.value for e in elements for one in e.operators),
        Trait.ZONE: frozenset(element.zone.value for element in elements),
    }


def _size(people: int) -> str:
    return next((name for below, name, _ in _SIZES if people < below), _LARGEST[0])
