# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The passages of a corpus by the numbers an index knows them by."""

from collections.abc import Iterator
from functools import cached_property

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.documents import Document
from kyosei_desk.domain.passages import Passage


class NumberedPassages:
    """All passages of a corpus, numbered in its order; made when the first is asked for."""

    def __init__(self, corpus: Corpus):
        """Keep the corpus."""
        self._corpus = corpus

    def __getitem__(self, number: int) -> Passage:
        """Return a passage."""
        return self.all[number]

    @cached_property
    def all(self) -> tuple[Passage, ...]:
        """The passages in order."""
        return self._corpus.all_passages()

    @cached_property
    def document_of(self) -> tuple[str, ...]:
        """The id of the document of every passage."""
        return tuple(passage.document_id for passage in self.all)

    def document(self, number: int) -> Document:
        """Return the document a passage is part of."""
        return self._corpus.document(self.document_of[number])

    def key(self, number: int) -> str:
        """Return the key of a passage, such as ``cases/nabari#overview``."""
        return self.all[number].key

    def number(self, key: str) -> int | None:
        """Return the number of a passage, None when there is no such key."""
        return self._number_of.get(key)

    def names(self) -> Iterator[str]:
        """Yield what the passages are called, each name once."""
        yield from dict.fromkeys(n for p in self.all for n in (p.title, *p.names))

    @cached_property
    def _number_of(self) -> dict[str, int]:
        return {passage.key: number for number, passage in enumerate(self.all)}
