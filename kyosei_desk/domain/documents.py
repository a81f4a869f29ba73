# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The documents of the library: guideline papers, reports and municipal cases."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from kyosei_desk.domain.base import DomainModel
from kyosei_desk.domain.blocks import Block
from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.designs import SupportDesign
from kyosei_desk.domain.municipalities import MunicipalityCode, MunicipalProfile
from kyosei_desk.domain.provisions import Provision, SupportFunction
from kyosei_desk.domain.sources import Source
from kyosei_desk.domain.vocabulary import DocumentKind


class Section(DomainModel):
    """A headed part of a document's body, without the parts under it.

    ``level`` is 2 or 3; ``provisions`` are the ids of what the section explains. ``id`` is
    empty where the heading gave none, which the reader of the file reports.
    """

    model_config = ConfigDict(str_min_length=0)

    id: str
    level: int
    title: str
    provisions: tuple[str, ...] = ()
    blocks: tuple[Block, ...]


class DocumentBase(DomainModel):
    """What every document has."""

    id: str
    title: str
    official_title: str | None = None
    reading: str | None = None
    date: PartialDate
    as_of: PartialDate
    summary: str
    keywords: tuple[str, ...] = ()
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
    sections: tuple[Section, ...] = ()

    def source(self, source_id: str) -> Source:
        """Return the source with this id.

        Raises:
            KeyError: the document declares no such source.
        """
        for source in self.sources:
            if source.id == source_id:
                return source
        raise KeyError(source_id)


class GuidelineDocument(DocumentBase):
    """A part of the national guideline; it may declare a function and its provisions."""

    kind: Literal[DocumentKind.GUIDELINE]
    function: SupportFunction | None = None
    provisions: tuple[Provision, ...] = ()


class ReportDocument(DocumentBase):
    """A report of, or paper about, the 検討会."""

    kind: Literal[DocumentKind.REPORT]


class CaseDocument(DocumentBase, SupportDesign):
    """A municipality's support system as a source describes it."""

    kind: Literal[DocumentKind.CASE]
    municipality: MunicipalityCode
    profile: MunicipalProfile


Document = Annotated[GuidelineDocument | ReportDocument | CaseDocument, Field(discriminator="kind")]
