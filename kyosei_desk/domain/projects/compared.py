# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A project as a column beside the cases."""

from collections.abc import Mapping

from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.municipalities import Municipality, TownFigures
from kyosei_desk.domain.projects.model import OWN_SOURCE, ModelProject, OwnTown
from kyosei_desk.domain.sources import Source

_PUBLISHER = "自分たちの案"


def own_source(project: ModelProject, today: PartialDate) -> Source:
    """Return the project itself as what its elements cite, as it stands ``today``."""
    return Source(
        id=OWN_SOURCE,
        title=project.title,
        publisher=_PUBLISHER,
        date=today,
        locator=project.status.label,
    )


def compared_project(
    project: ModelProject, municipalities: Mapping[str, Municipality], today: PartialDate
) -> ComparedDesign:
    """Return a project as a column, named after its town and variant.

    ``municipalities`` are by their code, as :attr:`Corpus.municipalities` has them.
    """
    return ComparedDesign(
        id=project.address,
        title=f"{project.town.name}（{project.variant}）",
        document_id=project.address,
        municipality=municipalities.get(project.town.code or ""),
        profile=town_figures(project.town),
        design=project.design,
        sources=(own_source(project, today),),
        zones=tuple((known.zone, known.count) for known in project.town.zones),
        is_own=True,
        origins=tuple((origin.element, origin.address) for origin in project.origins),
        existing=frozenset(project.existing),
    )


def town_figures(town: OwnTown) -> TownFigures:
    """Return the figures of one's own town as a column has them, cited from the project."""
    return TownFigures(
        as_of=town.as_of,
        population=town.population,
        area_km2=town.area_km2,
        elementary_schools=town.elementary_schools,
        junior_high_schools=town.junior_high_schools,
        source=OWN_SOURCE,
    )
