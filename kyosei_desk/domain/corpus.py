# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The corpus: every document with the provisions and municipalities they speak of."""

from collections.abc import Iterable
from functools import cached_property

from kyosei_desk.domain.documents import CaseDocument, Document, GuidelineDocument
from kyosei_desk.domain.errors import UnknownDocumentError
from kyosei_desk.domain.municipalities import Municipality, kana_order
from kyosei_desk.domain.passages import Passage, document_passages, passage_count
from kyosei_desk.domain.provisions import Provision, SupportFunction
from kyosei_desk.domain.vocabulary import DocumentKind

_KIND_ORDER = {DocumentKind.GUIDELINE: 0, DocumentKind.REPORT: 1, DocumentKind.CASE: 2}


class Corpus:
    """An immutable collection of documents in reading order, with fast look-ups."""

    def __init__(self, documents: Iterable[Document], municipalities: Iterable[Municipality]):
        """Keep documents sorted by kind: guideline and reports as given, cases in 五十音順."""
        self.municipalities: dict[str, Municipality] = {m.code: m for m in municipalities}
        self.documents: tuple[Document, ...] = tuple(sorted(documents, key=self._order))
        self._by_id = {document.id: document for document in self.documents}
        self._passages: dict[str, tuple[Passage, ...]] = {}

    def document(self, document_id: str) -> Document:
        """Return the document with this id.

        Raises:
            UnknownDocumentError: the corpus has no such document.
        """
        try:
            return self._by_id[document_id]
        except KeyError:
            raise UnknownDocumentError(document_id, tuple(self._by_id)) from None

    def __contains__(self, document_id: object) -> bool:
        """Tell whether a document of this id is in the corpus."""
        return document_id in self._by_id

    def municipality(self, document: Document) -> Municipality | None:
        """Return the municipality a document is about, if it is about one."""
        if isinstance(document, CaseDocument):
            return self.municipalities.get(document.municipality)
        return None

    def _order(self, document: Document) -> tuple[int, bool, tuple[str, ...]]:
        town = self.municipality(document)
        by_name = (*kana_order(town.kana), town.code) if town else ()
        return _KIND_ORDER[document.kind], town is None, by_name

    @cached_property
    def cases(self) -> tuple[CaseDocument, ...]:
        """The municipal cases, in the 五十音順 of their municipalities."""
        return tuple(d for d in self.documents if isinstance(d, CaseDocument))

    @cached_property
    def functions(self) -> dict[str, SupportFunction]:
        """The guideline's functions by id, in number order with the plan last."""
        found = [
            document.function
            for document in self.documents
            if isinstance(document, GuidelineDocument) and document.function
        ]
        found.sort(key=lambda function: (function.number is None, function.number or 0))
        return {function.id: function for function in found}

    @cached_property
    def provisions(self) -> dict[str, Provision]:
        """Every provision by id, grouped by function in :attr:`functions` order."""
        declared = [
            provision
            for document in self.documents
            if isinstance(document, GuidelineDocument)
            for provision in document.provisions
        ]
        order = list(self.functions)
        declared.sort(key=lambda provision: order.index(provision.function))
        return {provision.id: provision for provision in declared}

    def passages(self, document: Document) -> tuple[Passage, ...]:
        """Return the passages of a document in reading order: the units search returns.

        They are made when first asked for, and kept.
        """
        made = self._passages.get(document.id)
        if made is None:
            made = document_passages(document, self.provisions, self.municipality(document))
            self._passages[document.id] = made
        return made

    @cached_property
    def passage_count(self) -> int:
        """How many passages all documents have together."""
        return sum(map(passage_count, self.documents))

    def all_passages(self) -> tuple[Passage, ...]:
        """Return the passages of all documents in corpus order."""
        return tuple(p for document in self.documents for p in self.passages(document))
