# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A town of 60,000 and projects of it, for the rules."""

from kyosei_desk.domain.comparing.designs import ComparedDesign, compared_case
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.designs import Element, Link
from kyosei_desk.domain.documents import CaseDocument
from kyosei_desk.domain.projects.model import ModelProject, OwnTown
from tests.domain.comparing_samples import element

TODAY = PartialDate(2026, 11, 20)
TOWN = OwnTown(
    name="うちの町",
    as_of=PartialDate(2026, 4, 1),
    population=60_000,
    area_km2=48.2,
    elementary_schools=8,
    junior_high_schools=4,
    ageing_rate=31.5,
)


def project(*elements: Element, town: OwnTown = TOWN, **parts: object) -> ModelProject:
    """Return a project of these elements; ends of links, answers and more as given."""
    design = {"elements": elements, **({"links": parts.pop("links")} if "links" in parts else {})}
    if "unfit" in parts:
        unfit = parts.pop("unfit")
        design["not_applicable"] = unfit
    values = {"id": "own", "name": "支援体制", "variant": "案A", "town": town, "design": design}
    return ModelProject.model_validate({**values, **parts})


def own(element_id: str, **changed: object) -> Element:
    """Return an own element: linked to nothing, answering nothing unless told so."""
    return element(element_id, name=element_id, source="own", **changed)


def link(start: str, end: str, kind: str = "cooperate") -> Link:
    """Return a link of one's own."""
    return Link.model_validate({"from": start, "to": end, "type": kind, "source": "own"})


def answers(**coverage: str) -> list[dict[str, str]]:
    """Return what an element answers: ``answers(p2_place="full")``."""
    return [
        {"id": key.replace("_", ".", 1).replace("_", "-"), "coverage": how}
        for key, how in coverage.items()
    ]


def bundled_case(corpus: Corpus, case_id: str) -> ComparedDesign:
    """Return a bundled case as a column."""
    document = corpus.document(f"cases/{case_id}")
    assert isinstance(document, CaseDocument)
    return compared_case(document, corpus)


def all_cases(corpus: Corpus) -> tuple[ComparedDesign, ...]:
    """Return all bundled cases as columns."""
    return tuple(compared_case(case, corpus) for case in corpus.cases)
