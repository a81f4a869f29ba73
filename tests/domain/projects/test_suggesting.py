# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What a new element is taken for at first."""

from kyosei_desk.domain.comparing.designs import compared_case
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.projects.suggesting import suggested_type

EXPECTED = {
    "p1.activists": "人・役割",
    "p1.hub": "場・拠点",
    "p1.training": "事業・活動",
    "p1.funding": "財源",
    "p2.place": "場・拠点",
    "p2.notice": None,
    "p2.early": "事業・活動",
    "p2.backup": "組織",
    "p3.team": "組織",
    "p3.core": "人・役割",
    "p3.forum": "会議・協議の場",
    "p3.early": "道具・様式",
    "p3.residents": "事業・活動",
    "nowhere": None,
}


def test_it_is_what_the_cases_answer_the_provision_with(corpus: Corpus) -> None:
    cases = [compared_case(case, corpus) for case in corpus.cases]
    found = {one: suggested_type(one, cases) for one in EXPECTED}
    assert {one: kind.label if kind else None for one, kind in found.items()} == EXPECTED


def test_without_cases_nothing_is_suggested() -> None:
    assert suggested_type("p1.hub", ()) is None
