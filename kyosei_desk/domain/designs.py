# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Support-system designs: the elements of a municipality's system and their links."""

from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from kyosei_desk.domain.base import DomainModel, Flag, PositiveNumber
from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.vocabulary import (
    Coverage,
    ElementType,
    LinkType,
    Operator,
    WelfareField,
    Zone,
)

ElementId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


class ProvisionCoverage(DomainModel):
    """That an element answers a provision, and how far."""

    id: str
    coverage: Coverage


class Staffing(DomainModel):
    """Who works in an element; ``min``/``max`` are persons, per place when ``each``."""

    role: str
    min: PositiveNumber | None = None
    max: PositiveNumber | None = None
    each: Flag = False
    text: str | None = None

    @model_validator(mode="after")
    def _bounds_in_order(self) -> Self:
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError("min_above_max")
        return self


class PlannedCount(DomainModel):
    """How many there shall be, and by when."""

    count: PositiveNumber
    by: PartialDate | None = None
    text: str | None = None


class Element(DomainModel):
    """A named part of a support system: a place, a role, a meeting, an instrument."""

    id: ElementId
    name: str
    reading: str | None = None
    aliases: tuple[str, ...] = ()
    type: ElementType
    zone: Zone
    count: PositiveNumber | None = None
    unit: str | None = None
    count_as_of: PartialDate | None = None
    planned: PlannedCount | None = None
    since: PartialDate | None = None
    operators: tuple[Operator, ...]
    staff: tuple[Staffing, ...] = ()
    fields: Annotated[tuple[WelfareField, ...], Field(min_length=1)]
    provisions: tuple[ProvisionCoverage, ...]
    text: str
    source: str
    place: str

    @model_validator(mode="after")
    def _count_has_unit(self) -> Self:
        if (self.count is None) != (self.unit is None):
            raise ValueError("count_without_unit")
        return self


class Link(DomainModel):
    """A connection between two elements, as the source draws or tells it."""

    from_: Annotated[str, Field(alias="from")]
    to: str
    type: LinkType
    label: str | None = None
    text: str | None = None
    source: str


class NotApplicable(DomainModel):
    """A provision that cannot apply to this design, and why."""

    id: str
    reason: str


class SupportDesign(DomainModel):
    """The elements and links of one system: the same shape for cases and own designs."""

    elements: tuple[Element, ...] = ()
    links: tuple[Link, ...] = ()
    not_applicable: tuple[NotApplicable, ...] = ()
