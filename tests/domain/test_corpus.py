# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Looking things up in a corpus."""

import pytest

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.errors import UnknownDocumentError
from tests.domain.samples import NABARI, case, guideline, small_corpus


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return small_corpus()


def test_documents_stand_in_reading_order(corpus: Corpus) -> None:
    ids = ["guideline/alpha", "reports/gamma", "cases/beta"]
    assert [document.id for document in corpus.documents] == ids
    assert [document.id for document in corpus.cases] == ["cases/beta"]


def test_cases_stand_in_the_order_of_the_kana() -> None:
    towns = {"131237": "えどがわく", "242080": "なばりし", "402028": "おおむたし"}
    model = case()
    documents = [
        model.model_copy(update={"id": f"cases/{code}", "municipality": code})
        for code in ("402028", "999999", "242080", "131237")
    ]
    known = [NABARI.model_copy(update={"code": c, "kana": kana}) for c, kana in towns.items()]
    corpus = Corpus(documents, known)
    order = [document.municipality for document in corpus.cases]
    assert order == ["131237", "402028", "242080", "999999"]


def test_finds_a_document(corpus: Corpus) -> None:
    assert corpus.document("cases/beta").title == "事例の見本"
    assert "cases/beta" in corpus
    assert "cases/delta" not in corpus


def test_unknown_document_names_the_known_ones(corpus: Corpus) -> None:
    with pytest.raises(UnknownDocumentError) as error:
        corpus.document("cases/delta")
    assert error.value.address == "cases/delta"
    assert error.value.known == ("guideline/alpha", "reports/gamma", "cases/beta")


def test_functions_and_provisions(corpus: Corpus) -> None:
    assert list(corpus.functions) == ["f1"]
    assert list(corpus.provisions) == ["p1.hub", "p1.training"]


def test_plan_comes_after_the_numbered_functions() -> None:
    def declaring(name: str, function: str, number: int | None) -> object:
        first = guideline()
        assert first.function is not None
        changed = {"id": function, "number": number}
        return first.model_copy(
            update={
                "id": f"guideline/{name}",
                "function": first.function.model_copy(update=changed),
                "provisions": (
                    first.provisions[0].model_copy(
                        update={"id": f"{function}.hub", "function": function}
                    ),
                ),
            }
        )

    documents = [declaring("a", "plan", None), declaring("b", "f2", 2), declaring("c", "f1", 1)]
    corpus = Corpus(documents, [])  # type: ignore[arg-type]
    assert list(corpus.functions) == ["f1", "f2", "plan"]
    assert list(corpus.provisions) == ["f1.hub", "f2.hub", "plan.hub"]


@pytest.mark.parametrize(
    ("document_id", "name"), [("cases/beta", "名張市"), ("guideline/alpha", None)]
)
def test_municipality_of_a_document(corpus: Corpus, document_id: str, name: str | None) -> None:
    municipality = corpus.municipality(corpus.document(document_id))
    assert (municipality and municipality.name) == name


def test_municipality_is_none_when_the_list_lacks_it() -> None:
    corpus = Corpus(small_corpus().documents, [])
    assert corpus.municipality(corpus.document("cases/beta")) is None
    assert corpus.passages(corpus.document("cases/beta"))


def test_all_passages_are_those_of_every_document(corpus: Corpus) -> None:
    expected = [p for document in corpus.documents for p in corpus.passages(document)]
    assert list(corpus.all_passages()) == expected
    assert NABARI.code in corpus.municipalities
