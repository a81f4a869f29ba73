# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A small case to take elements over from, and a project made by hand."""

from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.designs import Link, SupportDesign
from kyosei_desk.domain.projects.changes.elements import ElementDraft, add_element
from kyosei_desk.domain.projects.changes.links import connect
from kyosei_desk.domain.projects.changes.projects import new_project
from kyosei_desk.domain.projects.model import ModelProject, OwnTown, Step
from kyosei_desk.domain.projects.money import BudgetLine, SubsidyProgramme
from kyosei_desk.domain.sources import Source
from kyosei_desk.domain.vocabulary import LinkType, Zone
from tests.domain.comparing_samples import PROFILE, element
from tests.domain.samples import NABARI, SOURCE

TODAY = PartialDate(2026, 11, 23)
PROGRAMME = SubsidyProgramme(id="p-1", name="モデル事業", national="3/4", basis="要綱")


def link(from_: str, to: str, link_type: LinkType, **more: object) -> Link:
    return Link.model_validate({"from": from_, "to": to, "type": link_type, "source": "s1", **more})


COLUMN = ComparedDesign(
    id="cases/beta",
    title="名張市",
    document_id="cases/beta",
    municipality=NABARI,
    profile=PROFILE,
    design=SupportDesign(
        elements=(
            element(
                "hoken",
                name="まちの保健室",
                reading="まちのほけんしつ",
                aliases=["窓口"],
                count=15,
                unit="か所",
                since=2005,
                staff=[{"role": "専門職", "min": 2, "max": 3, "each": True, "text": "2～3名"}],
                provisions=[{"id": "p2.place", "coverage": "full"}],
            ),
            element(
                "director",
                name="エリアディレクター",
                type="role",
                zone="municipality",
                staff=[{"role": "社会福祉士", "min": 3, "max": 3}],
            ),
            element("hiroba", name="広場"),
        ),
        links=(
            link(
                "hoken", "director", LinkType.COOPERATE, label="連携", text="図に示されています。"
            ),
            link("director", "hoken", LinkType.BACKUP),
            link("hiroba", "hoken", LinkType.PARTICIPATE),
        ),
    ),
    sources=(Source.model_validate(SOURCE),),
)


def town(**changed: object) -> OwnTown:
    """Return a town of 60,000 people and 12 elementary schools."""
    given = {"name": "うちの町", "population": 60_000, "elementary_schools": 12}
    return OwnTown.model_validate({**given, **changed})


def empty_project(name: str = "包括的な支援体制") -> ModelProject:
    """Return a project just begun."""
    return new_project(name, town()).project


def project() -> ModelProject:
    """Return a project of two linked elements: e-1 窓口 and e-2 会議."""
    begun = empty_project()
    begun = add_element(
        begun, ElementDraft(name="窓口", zone=Zone.ELEMENTARY, count=3, unit="か所")
    ).project
    begun = add_element(begun, ElementDraft(name="会議")).project
    return connect(begun, "e-1", "e-2", LinkType.REFER, "つなぐ").project


def line(**changed: object) -> BudgetLine:
    """Return a line: two people for a year."""
    given = {
        "id": "b-1",
        "fiscal_year": 2027,
        "item": "人件費",
        "quantity": 2,
        "unit": "人",
        "unit_price": 300_000,
        "months": 12,
    }
    return BudgetLine.model_validate({**given, **changed})


def step(**changed: object) -> Step:
    """Return a step of half a year."""
    given = {"id": "s-1", "name": "準備", "start": "2027-04", "end": "2027-09"}
    return Step.model_validate({**given, **changed})
