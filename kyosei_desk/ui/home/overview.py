# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What the home page says of the library: one statement, and a card for each case."""

from collections import Counter
from dataclasses import dataclass

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.designs import Element, SupportDesign
from kyosei_desk.domain.documents import CaseDocument
from kyosei_desk.domain.passages import municipality_label
from kyosei_desk.domain.vocabulary import DocumentKind, ElementType
from kyosei_desk.ui.reader.labels import date_label


@dataclass(frozen=True)
class CaseCard:
    """A case in brief. ``figure`` is a number with its unit and ``figure_name`` what of.

    Only the population is as of the day given; ``population_other`` has it in the other style.
    """

    document_id: str
    place: str
    title: str
    figure: str
    figure_name: str
    population: str
    population_other: str


@dataclass(frozen=True)
class LibraryStatement:
    """One line on what the library holds and as of when; ``other`` in the other style."""

    text: str
    other: str


def library_statement(corpus: Corpus, era_first: bool) -> LibraryStatement:
    """Return the statement in the date style of the settings and in the other."""
    return LibraryStatement(_statement(corpus, era_first), _statement(corpus, not era_first))


def _statement(corpus: Corpus, era: bool) -> str:
    counts = Counter(document.kind for document in corpus.documents)
    parts = "・".join(
        f"{kind.label} {counts[kind]}"
        for kind in (DocumentKind.GUIDELINE, DocumentKind.REPORT, DocumentKind.CASE)
    )
    text = f"資料 {len(corpus.documents)}（{parts}）"
    if corpus.cases:
        days = sorted(case.profile.as_of for case in corpus.cases)
        text += f"　事例の人口などは{_range(days[0], days[-1], era)}現在"
    newest = max((document.as_of for document in corpus.documents), default=None)
    if newest is not None:
        text += f"　いちばん新しい資料は{date_label(newest, era)}現在"
    return text


def _range(first: PartialDate, last: PartialDate, era: bool) -> str:
    from_month = PartialDate(first.year, first.month)
    if (first.year, first.month) == (last.year, last.month):
        return date_label(from_month, era)
    if first.year == last.year and last.month:
        return f"{date_label(from_month, era)}～{last.month}月"
    return f"{date_label(from_month, era)}～{date_label(PartialDate(last.year, last.month), era)}"


def case_cards(corpus: Corpus, era_first: bool) -> tuple[CaseCard, ...]:
    """Return the cards of all cases in corpus order."""
    return tuple(_case_card(corpus, case, era_first) for case in corpus.cases)


def _case_card(corpus: Corpus, case: CaseDocument, era_first: bool) -> CaseCard:
    municipality = corpus.municipality(case)
    element = key_element(case)
    return CaseCard(
        document_id=case.id,
        place=municipality_label(municipality) if municipality else case.title,
        title=case.title,
        figure=f"{element.count:,} {element.unit}" if element else "",
        figure_name=element.name if element else "",
        population=_population(case, era_first),
        population_other=_population(case, not era_first),
    )


def _population(case: CaseDocument, era: bool) -> str:
    day = date_label(case.profile.as_of, era)
    return f"人口 {case.profile.population:,} 人（{day}現在）"


def key_element(design: SupportDesign) -> Element | None:
    """Return the counted element that says most: a place that receives, a place, any."""
    counted = [element for element in design.elements if element.count]

    def rank(element: Element) -> tuple[bool, bool]:
        receives = any(served.id == "p2.place" for served in element.provisions)
        return (not receives, element.type is not ElementType.PLACE)

    return min(counted, key=rank, default=None)
