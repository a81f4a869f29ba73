# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What the guideline asks for: functions (機能) and their provisions (指針の項目)."""

from typing import Annotated

from pydantic import StringConstraints

from kyosei_desk.domain.base import DomainModel, WholeNumber

ProvisionId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+\.[a-z0-9]+(-[a-z0-9]+)*$")]


class SupportFunction(DomainModel):
    """One of the guideline's functions; ``number`` is None for the welfare plan."""

    id: str
    number: WholeNumber | None = None
    label: str
    plain: str
    article: str
    source: str


class Provision(DomainModel):
    """One thing the guideline asks for: a row of every matrix and of the gap board."""

    id: ProvisionId
    function: str
    label: str
    plain: str
    article: str
    text: str
    questions: tuple[str, ...] = ()
    source: str
    place: str
