# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What a paper on a project is made from, and the words that all its parts share."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from kyosei_desk.domain.comparing.designs import ComparedDesign, compared_case
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.designs import Element
from kyosei_desk.domain.projects.budgeting import Assumption
from kyosei_desk.domain.projects.gaps import GapBoard, gap_board
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.domain.sources import date_words, fiscal_year_words
from kyosei_desk.export.project.citations import Citations


@dataclass(frozen=True)
class Matter:
    """A project and the library around it; ``assumption_of`` words what a budget rests on."""

    project: ModelProject
    corpus: Corpus
    today: PartialDate
    assumption_of: Callable[[Assumption], str]
    era_first: bool = False

    @cached_property
    def cases(self) -> tuple[ComparedDesign, ...]:
        """All cases as designs."""
        return tuple(compared_case(case, self.corpus) for case in self.corpus.cases)

    @cached_property
    def citations(self) -> Citations:
        """All sources the project rests on, numbered."""
        return Citations(self.project, self.corpus)

    @cached_property
    def board(self) -> GapBoard:
        """The project held against the guideline."""
        corpus = self.corpus
        return gap_board(self.project, corpus.provisions, corpus.functions, self.cases)

    def origin_words(self, element_id: str) -> str:
        """Return the town an element was taken from, and its source: ``名張市[1]``; or nothing."""
        origin = self.project.origin(element_id)
        return f"{origin.town}{self.citations.mark(origin.source)}" if origin is not None else ""

    def day(self, date: PartialDate) -> str:
        """Return a date as the person wants dates written."""
        return date_words(date, era_first=self.era_first)

    def fiscal_year(self, year: int) -> str:
        """Return a fiscal year: ``令和8年度``."""
        return fiscal_year_words(year, era_first=self.era_first)

    def name_of(self, element_id: str) -> str:
        """Return the name of an element of the project."""
        element = self.project.element(element_id)
        return element.name if element is not None else element_id

    def provision_label(self, provision_id: str) -> str:
        """Return how a provision is called; its id where nobody knows it any more."""
        provision = self.corpus.provisions.get(provision_id)
        return provision.label if provision is not None else provision_id

    def passage_words(self, address: str) -> str:
        """Return what a passage is called, and the numbers of its sources."""
        return f"{self.citations.place(address).words}{self.citations.address_mark(address)}"


def count_words(element: Element) -> str:
    """Return an element's number with its unit; nothing without one."""
    return f"{element.count:,}{element.unit}" if element.count is not None else ""
