# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The composition root: builds everything once and hands it on by constructor.

Start-up is staged. This module imports next to nothing; what a command needs is imported
when it runs, and the window is painted before library and search are loaded.
"""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import kyosei_desk

if TYPE_CHECKING:
    from kyosei_desk.domain.corpus import Corpus
    from kyosei_desk.export.diagram.colors import DiagramColors
    from kyosei_desk.export.diagram.model import Diagram
    from kyosei_desk.export.project.report import Report
    from kyosei_desk.library.locations import BundledFolders
    from kyosei_desk.search.model import ProgressCallback
    from kyosei_desk.services import OpenedSearch, Services
    from kyosei_desk.workspace.comparisons import ComparisonStore
    from kyosei_desk.workspace.project_store import ProjectStore

_ENVIRONMENT = 4  # the exit code for a machine that lacks something


class Desk:
    """The program's working parts around one data folder."""

    def __init__(self, folders: "BundledFolders", data_dir: Path):
        """Remember where the bundled files and the user's data are; touches neither."""
        self._folders = folders
        self._cache_dir = data_dir / "cache"
        self._index_dir = data_dir / "index"
        self._comparisons = data_dir / "comparisons.json"
        self._workspace = data_dir / "workspace.sqlite"

    def load_corpus(self) -> "Corpus":
        """Read the library; see :func:`kyosei_desk.library.loading.load_corpus`."""
        from kyosei_desk.library.loading import load_corpus

        return load_corpus(self._folders, self._cache_dir)

    def open_search(
        self,
        corpus: "Corpus",
        progress: "ProgressCallback",
        cancelled: Callable[[], bool],
        *,
        rebuild: bool = False,
    ) -> "OpenedSearch":
        """Open the index, building it where it must be."""
        from kyosei_desk.library.loading import content_fingerprint
        from kyosei_desk.search.indexing import IndexSource
        from kyosei_desk.search.manifest import BuildReason
        from kyosei_desk.search.opening import SearchFolders, open_searcher
        from kyosei_desk.services import IndexState, OpenedSearch

        states = {
            None: IndexState.CURRENT,
            BuildReason.FIRST: IndexState.FIRST,
            BuildReason.CONTENT: IndexState.CONTENT_CHANGED,
            BuildReason.ANALYZER: IndexState.ANALYZER_CHANGED,
            BuildReason.SCHEMA: IndexState.ANALYZER_CHANGED,
            BuildReason.DAMAGED: IndexState.DAMAGED,
            BuildReason.REQUESTED: IndexState.REQUESTED,
        }
        source = IndexSource(corpus, content_fingerprint(self._folders.content))
        folders = SearchFolders(self._folders.resources, self._cache_dir, self._index_dir)
        opened = open_searcher(source, folders, progress, cancelled, rebuild=rebuild)
        return OpenedSearch(opened.searcher, states[opened.built], corpus.passage_count)

    def open_comparisons(self) -> "ComparisonStore":
        """Return the store of comparisons; nothing is read yet."""
        from kyosei_desk.workspace.comparisons import ComparisonStore

        return ComparisonStore(self._comparisons)

    def open_projects(self) -> "ProjectStore":
        """Return the store of projects, always the same; nothing is read yet."""
        return self._projects

    def has_projects(self) -> bool:
        """Return whether a project was ever kept, without what opening the store takes."""
        from kyosei_desk.workspace.backups import is_new

        return not is_new(self._workspace)

    @cached_property
    def _projects(self) -> "ProjectStore":
        from kyosei_desk.workspace.project_store import ProjectStore

        return ProjectStore(self._workspace)


def draw_png(diagram: "Diagram", colors: "DiagramColors") -> bytes:
    """Draw a diagram as a picture, with or without a screen; see ``kyosei_desk.services``."""
    from kyosei_desk.ui.diagram_image import diagram_png

    return diagram_png(diagram, colors)


def draw_project_pdf(report: "Report", colors: "DiagramColors") -> bytes:
    """Print a paper, with or without a screen; see ``kyosei_desk.services``."""
    from kyosei_desk.ui.project_pdf import project_pdf

    return project_pdf(report, colors)


def build_services(data_dir: Path) -> "Services":
    """Return what the front ends work with, around one data folder.

    Raises:
        ResourceError: the bundled content or resources are missing.
        StorageError: the settings cannot be read.
    """
    from kyosei_desk.library.locations import bundled_folders
    from kyosei_desk.services import Services
    from kyosei_desk.workspace.searches import SearchStore
    from kyosei_desk.workspace.settings import SettingsStore

    folders = bundled_folders()
    desk = Desk(folders, data_dir)
    return Services(
        load_corpus=desk.load_corpus,
        open_search=desk.open_search,
        settings=SettingsStore(data_dir / "settings.json"),
        searches=SearchStore(data_dir / "searches.json"),
        open_comparisons=desk.open_comparisons,
        open_projects=desk.open_projects,
        has_projects=desk.has_projects,
        draw_png=draw_png,
        draw_project_pdf=draw_project_pdf,
        data_dir=data_dir,
        content_dir=folders.content,
        resources_dir=folders.resources,
        version=kyosei_desk.__version__,
    )


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line or open the window; return the exit code."""
    given = list(sys.argv[1:] if argv is None else argv)
    if given in ([], ["gui"]):
        return open_window(None)
    from kyosei_desk.cli.main import run_command
    from kyosei_desk.cli.parser import build_parser
    from kyosei_desk.data_dir import choose_data_dir

    arguments = build_parser().parse_args(given)
    data_dir = getattr(arguments, "data_dir", None)
    if arguments.version:
        print(f"kyosei-desk {kyosei_desk.__version__}")
        return 0
    if arguments.command in (None, "gui"):
        return open_window(data_dir)
    return run_command(arguments, lambda: build_services(choose_data_dir(data_dir, os.environ)))


def open_window(data_dir: str | None, observer: Callable[[str], None] | None = None) -> int:
    """Open the window and stay until it is closed; return the exit code.

    ``observer`` is told ``painted`` and ``ready``.
    """
    from kyosei_desk.screen import has_screen

    if not has_screen(sys.platform, os.environ):
        from kyosei_desk.wording.window import no_screen_text

        print(no_screen_text(), file=sys.stderr)
        return _ENVIRONMENT
    gc.disable()  # nothing to collect while modules load; the window collects from then on
    try:
        from kyosei_desk.ui.startup import run_window
    except ImportError as error:
        if "kyosei_desk" in (error.name or ""):
            raise
        from kyosei_desk.wording.window import no_qt_text

        print(no_qt_text(str(error)), file=sys.stderr)
        return _ENVIRONMENT

    from kyosei_desk.data_dir import choose_data_dir

    return run_window(lambda: build_services(choose_data_dir(data_dir, os.environ)), observer)
