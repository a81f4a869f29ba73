# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""One analyzer and two ready engines: over the bundled library and over a handful of traps."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.library.locations import BundledFolders
from kyosei_desk.search.analyzer import Analyzer
from kyosei_desk.search.indexing import IndexSource
from kyosei_desk.search.model import Progress, SearchRequest, SearchResponse
from kyosei_desk.search.normalize import Normalizer, load_characters
from kyosei_desk.search.opening import SearchFolders, open_searcher
from kyosei_desk.search.service import LibrarySearcher
from tests.search.traps import trap_corpus

Ask = Callable[[str], SearchResponse]


def ignore(progress: Progress) -> None:
    """Report to nobody."""


def never() -> bool:
    """Never stop."""
    return False


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for the compiled user dictionary, filled once."""
    return tmp_path_factory.mktemp("dictionary")


@pytest.fixture(scope="session")
def analyzer(bundled: BundledFolders, cache: Path) -> Analyzer:
    return Analyzer.load(bundled.resources, cache)


@pytest.fixture(scope="session")
def normalizer(bundled: BundledFolders) -> Normalizer:
    return Normalizer(load_characters(bundled.resources / "characters.csv"))


def _open(corpus: Corpus, resources: Path, cache: Path, index: Path) -> LibrarySearcher:
    folders = SearchFolders(resources, cache, index)
    return open_searcher(IndexSource(corpus, "one"), folders, ignore, never).searcher


@pytest.fixture(scope="session")
def searcher(
    corpus: Corpus,
    bundled: BundledFolders,
    cache: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> LibrarySearcher:
    """An engine over the bundled library."""
    return _open(corpus, bundled.resources, cache, tmp_path_factory.mktemp("index"))


@pytest.fixture(scope="session")
def traps(
    bundled: BundledFolders, cache: Path, tmp_path_factory: pytest.TempPathFactory
) -> LibrarySearcher:
    """An engine over the passages of :mod:`tests.search.traps`."""
    return _open(trap_corpus(), bundled.resources, cache, tmp_path_factory.mktemp("traps"))


@pytest.fixture
def ask(searcher: LibrarySearcher) -> Ask:
    return lambda text: searcher.search(SearchRequest(text))
