# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""One call that makes a corpus searchable: analysis, index, thesaurus, engine."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kyosei_desk.search.analyzer import Analyzer
from kyosei_desk.search.indexing import IndexKeeper, IndexSource
from kyosei_desk.search.manifest import BuildReason
from kyosei_desk.search.model import ProgressCallback
from kyosei_desk.search.service import LibrarySearcher
from kyosei_desk.search.thesaurus import ReadForm
from kyosei_desk.search.thesaurus_cache import open_thesaurus
from kyosei_desk.search.whoosh_index import WhooshBuilder


@dataclass(frozen=True)
class SearchFolders:
    """Where search reads its resources, and where it may keep its caches."""

    resources: Path
    cache: Path
    index: Path


@dataclass(frozen=True)
class OpenedSearcher:
    """A ready engine; ``built`` says why the index had to be built, None when it was ready."""

    searcher: LibrarySearcher
    built: BuildReason | None


def open_searcher(
    source: IndexSource,
    folders: SearchFolders,
    progress: ProgressCallback,
    cancelled: Callable[[], bool],
    *,
    rebuild: bool = False,
) -> OpenedSearcher:
    """Return a ready engine over a corpus, building its index first where it must be.

    The engine belongs to the thread that uses it; call this on that thread.

    Raises:
        CancelledError: ``cancelled`` turned true while building.
        ResourceError: a resource is missing or broken.
        StorageError: a folder cannot be written.
    """
    analyzer = Analyzer.load(folders.resources, folders.cache)
    thesaurus = open_thesaurus(
        folders.resources / "thesaurus.yaml",
        folders.cache,
        analyzer.version,
        lambda form: read_form(analyzer, form),
    )
    keeper = IndexKeeper(folders.index, analyzer, WhooshBuilder(), progress, cancelled)
    opened = keeper.ensure(source, rebuild=rebuild)
    searcher = LibrarySearcher(source.corpus, opened.index, analyzer, thesaurus)
    return OpenedSearcher(searcher, opened.built)


def read_form(analyzer: Analyzer, form: str) -> ReadForm:
    """Return a form of the thesaurus as the analyzer reads it."""
    analysis = analyzer.analyze(form)
    key = tuple(token.lemma for token in analysis.content)
    return ReadForm(form, key, "".join(token.reading for token in analysis.tokens))
