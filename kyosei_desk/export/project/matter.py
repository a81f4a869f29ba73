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
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.domain.sources import Source, date_words, fiscal_year_words


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
    def source_numbers(self) -> dict[tuple[str, Source], int]:
        """The numbers of the sources of what was taken over, by document and source."""
        keys = [
            (origin.address.partition("#")[0], origin.source)
            for element in self.project.design.elements
            if (origin := self.project.origin(element.id)) is not None
        ]
        return {key: number for number, key in enumerate(dict.fromkeys(keys), start=1)}

    def source_mark(self, element_id: str) -> str:
        """Return the number of the source an element was taken from: ``[1]``; or nothing."""
        origin = self.project.origin(element_id)
        if origin is None:
            return ""
        return f"[{self.source_numbers[origin.address.partition('#')[0], origin.source]}]"

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
        """Return the document and the heading an address means; itself if it means nothing."""
        document_id, _, anchor = address.partition("#")
        if document_id not in self.corpus:
            return address
        document = self.corpus.document(document_id)
        found = (one for one in self.corpus.passages(document) if one.section_id == anchor)
        passage = next(found, None) if anchor else None
        return f"{passage.title}（{document.title}）" if passage is not None else document.title


def count_words(element: Element) -> str:
    """Return an element's number with its unit; nothing without one."""
    return f"{element.count:,}{element.unit}" if element.count is not None else ""
