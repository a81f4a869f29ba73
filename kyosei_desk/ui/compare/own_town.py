# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""One's own town as it is kept, and as it is compared."""

from dataclasses import replace

from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.domain.comparing.nearness import Town
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.workspace.comparisons import OwnTown


def town_of(own: OwnTown, corpus: Corpus | None) -> Town:
    """Return what is compared; a code or day that makes no sense is as good as none."""
    place = corpus.municipalities.get(own.code) if corpus is not None else None
    try:
        day = PartialDate.parse(own.as_of) if own.as_of else None
    except ValueError:
        day = None
    return Town(place, own.population, own.area_km2, own.elementary_schools, day)


def kept_town(town: Town) -> OwnTown:
    """Return what is kept of a town."""
    return OwnTown(
        town.municipality.code if town.municipality else "",
        town.population,
        town.area_km2,
        town.elementary_schools,
        str(town.as_of) if town.as_of else "",
    )


def known_town(town: Town, designs: tuple[ComparedDesign, ...]) -> Town:
    """Return a town with the figures of its own design, if one of the designs is the town's."""
    for design in designs:
        if design.municipality is not None and design.municipality == town.municipality:
            return Town.of(design.municipality, design.profile)
    return replace(Town(), municipality=town.municipality)
