# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Asking what someone wants to know, wherever on the page or in the box it comes from."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from kyosei_desk.search.model import Filters, MatchRule, SearchRequest, Suggestion, SuggestionKind
from kyosei_desk.ui.search.results_shower import ResultsShower
from kyosei_desk.ui.search.search_parts import SearchParts
from kyosei_desk.ui.search.suggesting import document_suggested
from kyosei_desk.workspace.settings import SettingKey


class Asking(QObject):
    """Makes questions of what is typed, sent, ticked and pressed.

    ``query_requested(str)`` puts a query into the search box, ``page_requested`` is to show
    the page, ``address_requested(str)`` to open a document picked from the suggestions.
    """

    query_requested = Signal(str)
    page_requested = Signal()
    address_requested = Signal(str)

    def __init__(self, parts: SearchParts, shower: ResultsShower, parent: QObject):
        """Follow every part a question can come from."""
        super().__init__(parent)
        self._parts = parts
        self._controller = parts.controller
        self._shower = shower
        header, nothing = parts.results.header, parts.results.nothing
        parts.facets.filters_changed.connect(self.narrow)
        parts.results.view.rule_refused.connect(self._refuse_rule)
        nothing.query_suggested.connect(self._put_otherwise)
        nothing.filters_cleared.connect(parts.facets.clear)
        nothing.rules_restored.connect(self._controller.restore_rules)
        header.choices.query_chosen.connect(self._put_otherwise)
        header.rules.rule_switched.connect(self._switch_rule)
        header.sort.sort_chosen.connect(self._controller.set_sort)

    def set_query(self, text: str, *, same_question: bool = False) -> None:
        """Search for a text; an empty one shows all documents.

        ``same_question`` says that it is the question of before put in other words.
        """
        if text.strip() == self._controller.text:
            return
        self._shower.open_first = bool(text.strip())
        self._controller.set_text(text, same_question=same_question)
        if not self._controller.ready:
            self._shower.show_preparing()

    def ask(self, request: SearchRequest) -> None:
        """Ask a whole question that was kept: words, filters, order, rules switched off."""
        text = " ".join(request.text.split())
        facets, header = self._parts.facets, self._parts.results.header
        self._shower.open_first = bool(text)
        facets.set_filters(request.filters)
        header.set_chosen_count(facets.chosen_count)
        header.sort.set_sort(request.sort)
        self._controller.ask(replace(request, text=text))
        self.page_requested.emit()
        self.query_requested.emit(text)

    def follow_typing(self, text: str) -> None:
        """Search while someone types, unless the settings say to wait for Enter."""
        live = self._parts.settings.get(SettingKey.LIVE_SEARCH) == "on"
        if live or not text.strip():
            self.set_query(text)

    def submit(self, text: str) -> None:
        """Search now, and put the keyboard into the results."""
        self.set_query(text)
        self._controller.ask_now()
        self._parts.results.focus_results()

    def narrow(self, filters: Filters) -> None:
        """Narrow by what is chosen in the facets."""
        self._parts.results.header.set_chosen_count(self._parts.facets.chosen_count)
        self._controller.set_filters(filters)
        if not self._controller.ready:
            self._shower.browse()

    def take_suggestion(self, suggestion: Suggestion) -> None:
        """Open the document suggested, or search for the words."""
        self.page_requested.emit()
        corpus = self._shower.corpus
        if suggestion.kind is SuggestionKind.DOCUMENT and corpus is not None:
            document = document_suggested(corpus, suggestion)
            if document is not None:
                self.address_requested.emit(document.id)
                return
        self._put_otherwise(suggestion.text)

    def _put_otherwise(self, query: str) -> None:
        """Ask the question of now in other words."""
        self.set_query(query, same_question=True)
        self.query_requested.emit(query)

    def _switch_rule(self, rule: MatchRule, wanted: bool) -> None:
        self._controller.switch_rule(rule, on=wanted)

    def _refuse_rule(self, rule: MatchRule) -> None:
        self._controller.switch_rule(rule, on=False)
