# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The columns of a comparison: designs with the place they belong to and their sources."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.designs import Element, SupportDesign
from kyosei_desk.domain.documents import CaseDocument
from kyosei_desk.domain.errors import ColumnsProblem, ComparedColumnsError
from kyosei_desk.domain.municipalities import Municipality, TownFigures
from kyosei_desk.domain.sources import Source, citation_line
from kyosei_desk.domain.vocabulary import Zone

FEWEST_COLUMNS = 2
MOST_COLUMNS = 8


@dataclass(frozen=True)
class CitedSource:
    """A source of one design with the places meant in it.

    ``number`` counts from 1 in the design's own list of sources.
    """

    number: int
    source: Source
    places: tuple[str, ...] = ()

    def line(self, *, era_first: bool = False) -> str:
        """Return the full citation in one line."""
        return citation_line(self.source, *self.places, era_first=era_first)


@dataclass(frozen=True)
class ComparedDesign:
    """One column: a design, bundled, imported or one's own, with what identifies it.

    ``id`` is unique among the columns; ``document_id`` is where its elements can be read.
    ``profile`` may lack figures that nobody has entered; ``zones`` are how many zones
    (圏域) of a sort there are, where that is known apart from the elements. ``is_own`` tells
    one's own project, whose ``origins`` are (element, address) of what it was taken from, and
    whose ``existing`` are the elements the town has today; None: nothing is told of that.
    """

    id: str
    title: str
    document_id: str
    municipality: Municipality | None
    profile: TownFigures | None
    design: SupportDesign
    sources: tuple[Source, ...]
    zones: tuple[tuple[Zone, int], ...] = ()
    is_own: bool = False
    origins: tuple[tuple[str, str], ...] = ()
    existing: frozenset[str] | None = None

    @property
    def as_of(self) -> PartialDate | None:
        """The 現在日 of the municipal figures, None without figures or where nobody knows."""
        return self.profile.as_of if self.profile else None

    def address(self, element: Element) -> str:
        """Return where an element can be read, such as ``cases/nabari#machi-no-hokenshitsu``."""
        return f"{self.document_id}#{element.id}"

    def cited(self, places: Iterable[tuple[str, str | None]]) -> tuple[CitedSource, ...]:
        """Return each source named in pairs of its id and a place, once, in the list's order."""
        found: dict[str, dict[str, None]] = {}
        for source_id, place in places:
            meant = found.setdefault(source_id, {})
            if place:
                meant[place] = None
        return tuple(
            CitedSource(number, source, tuple(found[source.id]))
            for number, source in enumerate(self.sources, start=1)
            if source.id in found
        )


def compared_case(document: CaseDocument, corpus: Corpus) -> ComparedDesign:
    """Return a case as a column, named after its municipality."""
    municipality = corpus.municipality(document)
    return ComparedDesign(
        id=document.id,
        title=municipality.name if municipality else document.title,
        document_id=document.id,
        municipality=municipality,
        profile=document.profile,
        design=SupportDesign(
            elements=document.elements,
            links=document.links,
            not_applicable=document.not_applicable,
        ),
        sources=document.sources,
    )


def chosen_columns(
    ids: Sequence[str], corpus: Corpus, own: Iterable[ComparedDesign] = ()
) -> tuple[ComparedDesign, ...]:
    """Return the designs with these ids as columns, in their order: cases, or ``own`` ones.

    Raises:
        ComparedColumnsError: too few or too many, one twice, or one that is no design.
    """
    by_id = {case.id: compared_case(case, corpus) for case in corpus.cases}
    by_id |= {design.id: design for design in own}
    known = tuple(by_id)
    wrong = (
        (ColumnsProblem.UNKNOWN, [one for one in ids if one not in corpus and one not in by_id]),
        (ColumnsProblem.NOT_A_DESIGN, [one for one in ids if one not in by_id]),
        (ColumnsProblem.TWICE, [one for one in ids if ids.count(one) > 1]),
    )
    for problem, about in wrong:
        if about:
            raise ComparedColumnsError(problem, tuple(dict.fromkeys(about)), known)
    if len(ids) < FEWEST_COLUMNS:
        raise ComparedColumnsError(ColumnsProblem.TOO_FEW, tuple(ids), known, FEWEST_COLUMNS)
    if len(ids) > MOST_COLUMNS:
        raise ComparedColumnsError(ColumnsProblem.TOO_MANY, tuple(ids), known, MOST_COLUMNS)
    return tuple(by_id[one] for one in ids)
