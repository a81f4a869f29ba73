# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The parts of the search page, as what works with several of them is handed them."""

from dataclasses import dataclass

from kyosei_desk.ui.reader.reader import Reader
from kyosei_desk.ui.search.facet_panel import FacetPanel
from kyosei_desk.ui.search.results_column import ResultsColumn
from kyosei_desk.ui.search.search_controller import SearchController
from kyosei_desk.ui.search.search_panes import SearchPanes
from kyosei_desk.workspace.settings import SettingKey, SettingsStore


@dataclass(frozen=True)
class SearchParts:
    """The question of now, and what shows its answer."""

    settings: SettingsStore
    controller: SearchController
    facets: FacetPanel
    results: ResultsColumn
    reader: Reader
    panes: SearchPanes

    @property
    def era_first(self) -> bool:
        """Whether dates are written 和暦 first."""
        return self.settings.get(SettingKey.DATE_STYLE) == "era"
