# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The columns of a comparison."""

import pytest

from kyosei_desk.domain.comparing.designs import chosen_columns, compared_case
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.errors import ColumnsProblem, ComparedColumnsError
from tests.domain.comparing_samples import column, element
from tests.domain.samples import NABARI, case, small_corpus


def test_a_case_as_a_column() -> None:
    document = case()
    found = compared_case(document, small_corpus())
    assert (found.id, found.document_id, found.title) == ("cases/beta", "cases/beta", "名張市")
    assert (found.municipality, found.profile) == (NABARI, document.profile)
    assert found.design.elements == document.elements
    assert found.design.links == document.links
    assert found.design.not_applicable == document.not_applicable
    assert found.sources == document.sources
    assert found.as_of == document.profile.as_of


def test_a_case_of_an_unknown_municipality_keeps_its_title() -> None:
    found = compared_case(case(), Corpus([case()], []))
    assert (found.title, found.municipality) == ("事例の見本", None)


def test_an_element_has_an_address() -> None:
    assert column("nabari").address(element("salon")) == "cases/nabari#salon"


def test_places_of_one_source_stand_together() -> None:
    cited = column("a").cited([("s1", "左の欄"), ("s1", None), ("s1", "右の欄"), ("s1", "左の欄")])
    assert [(one.number, one.places) for one in cited] == [(1, ("左の欄", "右の欄"))]
    assert cited[0].line() == "通知（省、2017年、第一、左の欄／右の欄）"
    assert cited[0].line(era_first=True) == "通知（省、平成29年、第一、左の欄／右の欄）"


def test_a_source_that_is_not_declared_is_not_cited() -> None:
    assert column("a").cited([("s9", "左の欄")]) == ()


CASES = ("cases/ashiya", "cases/nabari", "cases/omuta")


def test_columns_stand_as_they_were_asked_for(corpus: Corpus) -> None:
    assert [one.id for one in chosen_columns(CASES[::-1], corpus)] == list(CASES[::-1])


def test_all_eight_fit(corpus: Corpus) -> None:
    every = [case.id for case in corpus.cases]
    assert [one.id for one in chosen_columns(every, corpus)] == every


@pytest.mark.parametrize(
    ("ids", "problem", "about"),
    [
        (["cases/nabari", "cases/gone"], ColumnsProblem.UNKNOWN, ("cases/gone",)),
        (["cases/gone"], ColumnsProblem.UNKNOWN, ("cases/gone",)),
        (
            ["cases/nabari", "reports/committee"],
            ColumnsProblem.NOT_A_DESIGN,
            ("reports/committee",),
        ),
        ([CASES[0], CASES[1], CASES[0]], ColumnsProblem.TWICE, (CASES[0],)),
        ([CASES[0]], ColumnsProblem.TOO_FEW, (CASES[0],)),
        ([], ColumnsProblem.TOO_FEW, ()),
    ],
)
def test_columns_that_make_no_comparison(
    corpus: Corpus, ids: list[str], problem: ColumnsProblem, about: tuple[str, ...]
) -> None:
    with pytest.raises(ComparedColumnsError) as raised:
        chosen_columns(ids, corpus)
    assert (raised.value.problem, raised.value.ids) == (problem, about)
    assert set(CASES) <= set(raised.value.known)


def test_nine_are_too_many() -> None:
    documents = [case().model_copy(update={"id": f"cases/c{number}"}) for number in range(9)]
    with pytest.raises(ComparedColumnsError) as raised:
        chosen_columns([one.id for one in documents], Corpus(documents, [NABARI]))
    assert (raised.value.problem, raised.value.limit) == (ColumnsProblem.TOO_MANY, 8)
