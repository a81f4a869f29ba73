# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""This program's own engine, with snippets, facets and marks as the window asks for them."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.engines.base import FETCHED, distinct, folder_size
from benchmarks.measures import Answer
from benchmarks.texts import TextPart, cut_long, make_corpus
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.library.locations import bundled_folders
from kyosei_desk.search.analyzer import Analyzer
from kyosei_desk.search.indexing import IndexSource
from kyosei_desk.search.model import Progress, SearchRequest, SearchResponse
from kyosei_desk.search.opening import SearchFolders, open_searcher
from kyosei_desk.search.service import LibrarySearcher


def ignore(progress: Progress) -> None:
    """Report to nobody."""


def never() -> bool:
    """Never stop."""
    return False


def open_corpus(corpus: Corpus, cache: Path, index: Path) -> LibrarySearcher:
    """Return a ready engine, its index built in ``index`` when it is not there."""
    folders = SearchFolders(bundled_folders().resources, cache, index)
    source = IndexSource(corpus, f"benchmark-{len(corpus.documents)}")
    return open_searcher(source, folders, ignore, never).searcher


class DeskEngine:
    """きょうせいデスク over given texts, or over a library that is loaded already."""

    name = "きょうせいデスク"

    def __init__(self, cache: Path, corpus: Corpus | None = None):
        """Compile the dictionary into its folder: it is not part of an index."""
        Analyzer.load(bundled_folders().resources, cache)
        self._cache = cache
        self._corpus = corpus
        self._names: Mapping[str, str] = {}
        self._folder = cache

    def build(self, parts: Sequence[TextPart], folder: Path) -> None:
        """Index the parts; see the protocol."""
        corpus = self._corpus
        if corpus is None:
            corpus, self._names = make_corpus(cut_long(parts))
        self._folder = folder
        self._searcher = open_corpus(corpus, self._cache, folder)

    def ask(self, query: str) -> Answer:
        """Return the best documents; the time is what the engine itself measures."""
        response = self.respond(query)
        found = (self._names.get(hit.document_id, hit.document_id) for hit in response.hits)
        return Answer(distinct(found), response.took_ms)

    def respond(self, query: str) -> SearchResponse:
        """Return the full response, as the window gets it."""
        return self._searcher.search(SearchRequest(query, limit=FETCHED))

    def size(self) -> int:
        """Return the bytes of the index."""
        return folder_size(self._folder)

    def close(self) -> None:
        """Nothing to do: the folder goes with the run."""
