# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Commands run in-process: with services made by hand, or as the whole program."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from kyosei_desk.app import main
from kyosei_desk.cli.main import run_command
from kyosei_desk.cli.parser import build_parser
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.library.locations import BundledFolders
from kyosei_desk.search.model import (
    Choice,
    Diagnosis,
    Hit,
    MatchRule,
    Progress,
    ProgressCallback,
    SearchRequest,
    SearchResponse,
    Span,
    Suggestion,
)
from kyosei_desk.services import IndexState, OpenedSearch, Services
from kyosei_desk.workspace.comparisons import ComparisonStore
from kyosei_desk.workspace.project_store import ProjectStore
from kyosei_desk.workspace.searches import SearchStore
from kyosei_desk.workspace.settings import SettingsStore
from tests.search.samples import HIT

DIAGNOSIS = Diagnosis(("ぬぬぬ",), (("ぬぬぬ", ("名張市",)),), 3)


@dataclass
class FakeSearcher:
    """Finds one passage for every question, and nothing for one that starts with ぬ."""

    asked: list[SearchRequest] = field(default_factory=list)

    def search(self, request: SearchRequest) -> SearchResponse:
        """Answer, and remember the question."""
        self.asked.append(request)
        if request.text.startswith("ぬ"):
            return SearchResponse(request.text, 0, 0, 1.23456, (), diagnosis=DIAGNOSIS)
        relaxed = request.text.startswith("ゆるく")
        choices = (
            (Choice("支援会議", ("重層的支援会議", "支援会議")),) if "会議" in request.text else ()
        )
        return SearchResponse(request.text, 5, 2, 1.23456, (HIT,), relaxed=relaxed, choices=choices)

    def marks(
        self,
        query: str,
        texts: tuple[str, ...],
        without: frozenset[MatchRule] = frozenset(),
    ) -> tuple[tuple[Span, ...], ...]:
        """Return no marks."""
        return tuple(() for _ in texts)

    def suggest(self, typed: str, limit: int) -> tuple[Suggestion, ...]:
        """Return nothing."""
        return ()

    def related(self, document_id: str, section_id: str, limit: int) -> tuple[Hit, ...]:
        """Return nothing."""
        return ()

    def prepare(self) -> Iterator[object]:
        """Take no steps."""
        return iter(())


@dataclass
class Desk:
    """Services made by hand, and what was asked of them."""

    services: Services
    searcher: FakeSearcher
    rebuilds: list[bool]

    def run(self, *arguments: str, **changed: object) -> int:
        """Run one command on the services, some of them changed; return its exit code."""
        services = replace(self.services, **changed)  # type: ignore[arg-type]
        return run_command(build_parser().parse_args(arguments), lambda: services)


@pytest.fixture
def desk(corpus: Corpus, bundled: BundledFolders, tmp_path: Path) -> Desk:
    """A desk around the bundled library and a searcher that knows its answers."""
    searcher = FakeSearcher()
    rebuilds: list[bool] = []

    def open_search(
        corpus: Corpus,
        progress: ProgressCallback,
        cancelled: Callable[[], bool],
        *,
        rebuild: bool = False,
    ) -> OpenedSearch:
        assert not cancelled()
        progress(Progress(1, 1))
        rebuilds.append(rebuild)
        state = IndexState.REQUESTED if rebuild else IndexState.FIRST
        return OpenedSearch(searcher, state, 321)

    projects = ProjectStore(tmp_path / "data" / "workspace.sqlite")
    services = Services(
        load_corpus=lambda: corpus,
        open_search=open_search,
        settings=SettingsStore(tmp_path / "data" / "settings.json"),
        searches=SearchStore(tmp_path / "data" / "searches.json"),
        open_comparisons=lambda: ComparisonStore(tmp_path / "data" / "comparisons.json"),
        open_projects=lambda: projects,
        has_projects=lambda: not projects.is_new,
        draw_png=lambda diagram, _colors: f"PNG {diagram.title}".encode(),
        draw_project_pdf=lambda report, _colors: f"PDF {report.title}".encode(),
        data_dir=tmp_path / "data",
        content_dir=bundled.content,
        resources_dir=bundled.resources,
        version="9.8.7",
    )
    return Desk(services, searcher, rebuilds)


@pytest.fixture(scope="session")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder shared by the tests of the whole program, so the library is read once."""
    return tmp_path_factory.mktemp("data")


@pytest.fixture
def program(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """The whole program as a function of its arguments, its data in a folder of its own."""
    monkeypatch.setenv("KYOSEI_DESK_HOME", str(data_dir))
    return lambda *arguments: main(arguments)
