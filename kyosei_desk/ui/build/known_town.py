# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The own town as it was described on the map of くらべる, for a project of that town."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from kyosei_desk.domain.projects.model import OwnTown
from kyosei_desk.services import Services
from kyosei_desk.ui.build.library import BuildLibrary
from kyosei_desk.ui.compare.own_town import town_of

if TYPE_CHECKING:
    from kyosei_desk.workspace.project_store import ProjectStore


def known_town(
    services: Services, library: BuildLibrary
) -> "Callable[[ProjectStore], OwnTown | None]":
    """Return a job that reads the town: None where none was chosen, or nothing was entered."""

    def read(_store: "ProjectStore") -> OwnTown | None:
        town = town_of(services.open_comparisons().own_town(), library.corpus)
        place, figures = (
            town.municipality,
            (town.population, town.area_km2, town.elementary_schools),
        )
        if place is None or all(figure is None for figure in figures):
            return None
        return OwnTown(
            name=place.name,
            code=place.code,
            as_of=town.as_of,
            population=town.population,
            area_km2=None if town.area_km2 is None else float(town.area_km2),
            elementary_schools=town.elementary_schools,
        )

    return read
