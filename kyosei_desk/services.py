# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What the front ends (window and command line) need, handed in by the composition root."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kyosei_desk.workspace.searches import SearchStore
from kyosei_desk.workspace.settings import SettingsStore

if TYPE_CHECKING:
    # Typing only: the window is painted before domain and search are imported.
    from kyosei_desk.domain.corpus import Corpus
    from kyosei_desk.export.diagram.colors import DiagramColors
    from kyosei_desk.export.diagram.model import Diagram
    from kyosei_desk.export.project.report import Report
    from kyosei_desk.search.model import Progress, ProgressCallback, Searcher
    from kyosei_desk.workspace.comparisons import ComparisonStore
    from kyosei_desk.workspace.project_store import ProjectStore


class IndexState(StrEnum):
    """What had to be done to make the search index ready."""

    CURRENT = "current"
    FIRST = "first"
    CONTENT_CHANGED = "content_changed"
    ANALYZER_CHANGED = "analyzer_changed"
    DAMAGED = "damaged"
    REQUESTED = "requested"


@dataclass(frozen=True)
class OpenedSearch:
    """A ready search engine, and what it took to get it."""

    searcher: "Searcher"
    index_state: IndexState
    passages: int


class LoadCorpus(Protocol):
    """Read the library; slow, for a worker thread."""

    def __call__(self) -> "Corpus":
        """Return the corpus, or raise a ``KyoseiError``."""
        ...


class OpenSearch(Protocol):
    """Open the index, building it first where it must be; slow, for a worker thread."""

    def __call__(
        self,
        corpus: "Corpus",
        progress: "ProgressCallback",
        cancelled: Callable[[], bool],
        *,
        rebuild: bool = False,
    ) -> OpenedSearch:
        """Return the ready engine; raise ``CancelledError`` when ``cancelled`` says so."""
        ...


class DrawPng(Protocol):
    """Draw a diagram as a picture, with or without a screen; slow, for a worker thread."""

    def __call__(self, diagram: "Diagram", colors: "DiagramColors") -> bytes:
        """Return the PNG file's content.

        Raises:
            ImportError: Qt, which draws it, cannot be loaded.
        """
        ...


class DrawProjectPdf(Protocol):
    """Print a paper on a project, with or without a screen; slow, for a worker thread."""

    def __call__(self, report: "Report", colors: "DiagramColors") -> bytes:
        """Return the PDF file's content.

        Raises:
            ImportError: Qt, which draws it, cannot be loaded.
        """
        ...


def ignore_progress(_progress: "Progress") -> None:
    """Take notice of progress by doing nothing."""


def never() -> bool:
    """Tell long work that nobody will cancel it."""
    return False


@dataclass(frozen=True)
class Services:
    """Everything a front end works with.

    The stores of comparisons and projects are opened when they are first needed: they speak
    of the domain, which is imported after the window has been painted.
    """

    load_corpus: LoadCorpus
    open_search: OpenSearch
    settings: SettingsStore
    searches: SearchStore
    open_comparisons: Callable[[], "ComparisonStore"]
    open_projects: Callable[[], "ProjectStore"]
    has_projects: Callable[[], bool]  # whether there has ever been one; opens nothing
    draw_png: DrawPng
    draw_project_pdf: DrawProjectPdf
    data_dir: Path
    content_dir: Path
    resources_dir: Path
    version: str
