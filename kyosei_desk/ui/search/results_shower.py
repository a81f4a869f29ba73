# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Shows on the search page what there is to see: an answer, or the documents themselves."""

from PySide6.QtCore import QObject, Signal

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.search.model import Diagnosis
from kyosei_desk.ui.search.browse import DocumentBrowser, with_short_labels
from kyosei_desk.ui.search.result_header import count_text
from kyosei_desk.ui.search.rows import ResultRow, document_rows, hit_rows
from kyosei_desk.ui.search.search_controller import SearchAnswer
from kyosei_desk.ui.search.search_parts import SearchParts
from kyosei_desk.wording.search import response_note, rules_used

_NO_WORDS = "さがすことばを続けて入れてください。"


class ResultsShower(QObject):
    """Fills facets, header and rows.

    ``status_changed(str)`` is for the status line; ``open_first`` says that the first row of
    the next answer is to be opened.
    """

    status_changed = Signal(str)

    def __init__(self, parts: SearchParts, parent: QObject):
        """Start without a library."""
        super().__init__(parent)
        self._parts = parts
        self._corpus: Corpus | None = None
        self._browser: DocumentBrowser | None = None
        self._answer: SearchAnswer | None = None
        self._failed = False
        self.open_first = False

    @property
    def corpus(self) -> Corpus | None:
        """The library, once it is there."""
        return self._corpus

    @property
    def answer(self) -> SearchAnswer | None:
        """The answer shown, None while documents are looked through."""
        return self._answer

    def set_corpus(self, corpus: Corpus) -> None:
        """Show the documents of a library."""
        self._corpus = corpus
        self._failed = False
        self._browser = DocumentBrowser(corpus)
        self.browse()

    def show_answer(self, answer: SearchAnswer) -> None:
        """Show an answer."""
        if self._corpus is None:
            return
        if not answer.response.hits and answer.response.diagnosis is None:
            self.browse(_NO_WORDS)  # a quote or a dash, and no word yet
            return
        self._show(self._corpus, answer)
        self.open_first = False

    def show_again(self) -> None:
        """Show the same in the settings of now."""
        if self._answer is not None and self._corpus is not None and self._parts.controller.text:
            self._show(self._corpus, self._answer)
        else:
            self.browse()

    def _show(self, corpus: Corpus, answer: SearchAnswer) -> None:
        parts, response, request = self._parts, answer.response, answer.request
        self._answer = answer
        parts.facets.set_facets(with_short_labels(corpus, response.facets))
        parts.reader.marks.set_query(request.text, request.without)
        header = parts.results.header
        header.set_count(count_text(response))
        header.set_sortable(bool(response.hits))
        header.set_note(response_note(response))
        header.rules.show_rules(rules_used(response), request.without)
        header.choices.show_choices(request.text, response.choices)
        self.status_changed.emit(f"{count_text(response)}（{response.took_ms / 1000:.2f} 秒）")
        if response.hits:
            rows = hit_rows(corpus, answer.titled_hits, request.sort, era_first=parts.era_first)
            self._show_rows(rows, open_first=self.open_first or parts.results.opening)
        else:
            self._show_nothing(request.text, response.diagnosis or Diagnosis())

    def browse(self, note: str = "") -> None:
        """Show the documents themselves: there is no query, or no searcher yet."""
        if self._corpus is None or self._browser is None:
            return
        parts = self._parts
        self._answer = None
        found = self._browser.browse(parts.facets.filters)
        parts.facets.set_facets(found.facets)
        count = f"資料 {len(found.documents)}"
        header = parts.results.header
        header.set_count(count)
        header.set_sortable(False)
        header.set_note(note)
        header.rules.show_rules((), parts.controller.without)
        header.choices.show_choices("", ())
        self.status_changed.emit(count)
        if not parts.controller.text:
            parts.reader.marks.set_query("")
        if found.documents:
            rows = document_rows(self._corpus, found.documents, era_first=parts.era_first)
            self._show_rows(rows, open_first=False)
        else:
            diagnosis = Diagnosis(without_filters=len(self._corpus.documents))
            self._show_nothing("しぼりこみに合う資料", diagnosis)
        self.show_preparing()

    def set_failed(self, *, failed: bool) -> None:
        """Say whether getting search ready has failed."""
        self._failed = failed
        self.show_preparing()

    def show_preparing(self) -> None:
        """Say what is still being made ready, if anything is."""
        header, controller = self._parts.results.header, self._parts.controller
        text = controller.text
        given_up = self._failed and not controller.ready
        header.set_resumable(given_up)
        if given_up:
            readable = "資料は読めます。" if self._corpus else ""
            header.set_note(f"いまは検索できません。{readable}")
        elif self._corpus is None:
            header.set_note("資料を読みこんでいます…")
            header.set_progress(None, busy=True)
        elif not controller.ready:
            then = f"できしだい「{text[:20]}」をさがします。" if text else "資料は先に読めます。"
            header.set_note(f"検索の準備をしています。{then}")
            header.set_progress(None, busy=True)

    def _show_nothing(self, query: str, diagnosis: Diagnosis) -> None:
        self._parts.results.show_nothing(query, diagnosis)
        self._parts.panes.show_nothing_found()

    def _show_rows(self, rows: tuple[ResultRow, ...], *, open_first: bool) -> None:
        results, reader = self._parts.results, self._parts.reader
        if open_first:
            results.show_rows(rows, 0, open_it=True)
            return
        self._parts.panes.show_found()
        chosen = next((n for n, row in enumerate(rows) if row.address == reader.way.address), -1)
        results.show_rows(rows, chosen, open_it=False)
