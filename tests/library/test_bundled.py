# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The library that ships with the program: complete, and every reference leads somewhere."""

import datetime
from collections import Counter

import pytest

from kyosei_desk.domain.blocks import citations, references
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.documents import CaseDocument, GuidelineDocument
from kyosei_desk.domain.municipalities import check_municipality_code
from kyosei_desk.domain.passages import PassageKind
from kyosei_desk.library.checks import anchors
from kyosei_desk.library.loading import check_content, latest_day
from kyosei_desk.library.locations import BundledFolders

GUIDELINE = [
    "2017-law-reform",
    "2017-notice-overview",
    "support-system-1-community",
    "support-system-2-consultation",
    "support-system-3-multi-agency",
    "support-system-4-prefecture",
    "plan-municipal",
    "plan-prefectural",
    "model-project-fy2018",
    "reform-roadmap",
    "history",
    "current-framework",
]
REPORTS = ["interim-2016", "final-2017", "committee"]
CASES = {
    "toyonaka": "豊中市",
    "nabari": "名張市",
    "setagaya": "世田谷区",
    "edogawa": "江戸川区",
    "yamagata": "山形市",
    "fujisawa": "藤沢市",
    "ashiya": "芦屋市",
    "omuta": "大牟田市",
}
IDS = (
    [f"guideline/{name}" for name in GUIDELINE]
    + [f"reports/{name}" for name in REPORTS]
    + [f"cases/{name}" for name in CASES]
)
PROVISIONS = {
    "f1": ["p1.activists", "p1.hub", "p1.training", "p1.funding"],
    "f2": ["p2.place", "p2.notice", "p2.early", "p2.backup"],
    "f3": ["p3.team", "p3.core", "p3.forum", "p3.early", "p3.residents"],
    "f4": ["p4.hard-cases", "p4.own-measures", "p4.exchange", "p4.advice"],
    "plan": ["plan.common", "plan.upper", "plan.zones", "plan.whole-office"],
}
CASE_SECTIONS = ["overview", "neighbourhood", "municipal", "connections", "features"]


def test_exactly_the_promised_documents(corpus: Corpus) -> None:
    assert len(IDS) == 23
    assert sorted(document.id for document in corpus.documents) == sorted(IDS)


def test_exactly_the_promised_provisions(corpus: Corpus) -> None:
    declared: dict[str, list[str]] = {function: [] for function in corpus.functions}
    for provision in corpus.provisions.values():
        declared[provision.function].append(provision.id)
    assert declared == PROVISIONS


def test_functions_stand_in_order(corpus: Corpus) -> None:
    numbers = [function.number for function in corpus.functions.values()]
    assert list(corpus.functions) == list(PROVISIONS)
    assert numbers == [1, 2, 3, 4, None]


@pytest.mark.parametrize("clock", [datetime.date.min, datetime.date.max])
def test_nothing_is_wrong_with_it_whatever_the_clock_says(
    bundled: BundledFolders, clock: datetime.date
) -> None:
    assert check_content(bundled, latest_day(clock)) == ()


@pytest.mark.parametrize("document_id", IDS)
def test_passages(corpus: Corpus, document_id: str) -> None:
    passages = corpus.passages(corpus.document(document_id))
    assert [
        p.key for p in passages if not p.text.strip() and p.kind is not PassageKind.SECTION
    ] == []
    counted = Counter(p.section_id for p in passages)
    assert [section for section, count in counted.items() if count > 1] == []


@pytest.mark.parametrize("document_id", IDS)
def test_empty_sections_only_hold_others(corpus: Corpus, document_id: str) -> None:
    sections = corpus.document(document_id).sections
    for section, below in zip(sections, [*sections[1:], None], strict=True):
        assert section.blocks or (below and below.level > section.level), section.id


@pytest.mark.parametrize("document_id", IDS)
def test_citations_resolve(corpus: Corpus, document_id: str) -> None:
    document = corpus.document(document_id)
    declared = {source.id for source in document.sources}
    for passage in corpus.passages(document):
        cited = {citation.source for citation in citations(passage.blocks)}
        assert passage.citation in declared
        assert cited <= declared, passage.key


@pytest.mark.parametrize("document_id", IDS)
def test_references_resolve(corpus: Corpus, document_id: str) -> None:
    for passage in corpus.passages(corpus.document(document_id)):
        for reference in references(passage.blocks):
            assert reference.document in corpus, passage.key
            known = anchors(corpus.document(reference.document))
            assert reference.anchor is None or reference.anchor in known, passage.key


@pytest.mark.parametrize("document_id", IDS)
def test_provisions_are_declared(corpus: Corpus, document_id: str) -> None:
    for passage in corpus.passages(corpus.document(document_id)):
        assert set(passage.provisions) <= set(corpus.provisions), passage.key


@pytest.mark.parametrize("document_id", IDS)
def test_no_markup_is_left_in_the_text(corpus: Corpus, document_id: str) -> None:
    for passage in corpus.passages(corpus.document(document_id)):
        for sign in ("**", "[@", "](", "{#", "<br", "[!"):
            assert sign not in passage.text + passage.title, passage.key


@pytest.mark.parametrize("document_id", IDS)
def test_dates_are_in_order(corpus: Corpus, document_id: str) -> None:
    document = corpus.document(document_id)
    assert document.date >= PartialDate(2015)
    assert all(source.title and source.publisher and source.locator for source in document.sources)


@pytest.mark.parametrize(("name", "municipality"), CASES.items())
def test_case(corpus: Corpus, name: str, municipality: str) -> None:
    case = corpus.document(f"cases/{name}")
    assert isinstance(case, CaseDocument)
    found = corpus.municipality(case)
    assert found is not None
    assert found.name == municipality
    assert [s.id for s in case.sections if s.level == 2] == CASE_SECTIONS
    assert case.elements
    assert case.links


@pytest.mark.parametrize("name", CASES)
def test_every_element_can_be_reached(corpus: Corpus, name: str) -> None:
    case = corpus.document(f"cases/{name}")
    assert isinstance(case, CaseDocument)
    ids = [element.id for element in case.elements]
    assert len(set(ids)) == len(ids)
    for link in case.links:
        assert {link.from_, link.to} <= set(ids)


@pytest.mark.parametrize("provision", [p for ids in PROVISIONS.values() for p in ids])
def test_provision_is_explained(corpus: Corpus, provision: str) -> None:
    declared = corpus.provisions[provision]
    assert all((declared.label, declared.plain, declared.article, declared.text, declared.place))
    declaring = [
        document.id
        for document in corpus.documents
        if isinstance(document, GuidelineDocument)
        and provision in [own.id for own in document.provisions]
    ]
    assert len(declaring) == 1


def test_every_municipality_of_japan(corpus: Corpus) -> None:
    municipalities = list(corpus.municipalities.values())
    assert len(municipalities) == 1741
    assert len({m.prefecture for m in municipalities}) == 47
    assert [m.code for m in municipalities] == sorted(m.code for m in municipalities)


def test_codes_have_the_right_check_digit(corpus: Corpus) -> None:
    assert all(check_municipality_code(code) == code for code in corpus.municipalities)


def test_names_have_readings(corpus: Corpus) -> None:
    for municipality in corpus.municipalities.values():
        assert all("ぁ" <= sign <= "ゖ" or sign == "ー" for sign in municipality.kana), municipality


@pytest.mark.parametrize(
    ("code", "prefecture", "name", "kana"),
    [
        ("242080", "三重県", "名張市", "なばりし"),
        ("131121", "東京都", "世田谷区", "せたがやく"),
        ("272035", "大阪府", "豊中市", "とよなかし"),
    ],
)
def test_known_municipalities(
    corpus: Corpus, code: str, prefecture: str, name: str, kana: str
) -> None:
    found = corpus.municipalities[code]
    assert (found.prefecture, found.name, found.kana) == (prefecture, name, kana)
