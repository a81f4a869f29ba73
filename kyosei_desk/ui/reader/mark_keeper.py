# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Keeps the marks of the document shown in step with the query."""

from PySide6.QtCore import QObject, Signal

from kyosei_desk.search.model import Span
from kyosei_desk.ui.reader.document_view import DocumentView, Mark
from kyosei_desk.ui.reader.marks import MarkNavigator, document_marks
from kyosei_desk.ui.reader.reading_controller import MarksFound, ReadingController


class MarkKeeper(QObject):
    """Asks for marks, shows them and steps through them.

    ``label_changed(str)`` says which is current: ``一致 1 / 3``, or nothing without marks.
    """

    label_changed = Signal(str)

    def __init__(self, view: DocumentView, questions: ReadingController, parent: QObject):
        """Mark in ``view`` what ``questions`` are answered with."""
        super().__init__(parent)
        self._view = view
        self._questions = questions
        self._navigator = MarkNavigator()
        self._query = ""
        self._reveal_from: int | None = None
        self._spans: tuple[tuple[Span, ...], ...] = ()
        questions.marks_found.connect(self._on_found)

    def ask(self, query: str, reveal_from: int | None) -> None:
        """Mark what ``query`` matches; show the first mark from a position on, if given."""
        shown = self._view.shown
        if shown is None:
            return
        self._query = query
        self._reveal_from = reveal_from
        if not query.strip():
            self._questions.forget_marks()
            self.clear()
            return
        texts = tuple(p.passage.text for p in shown.passages)
        self._questions.find_marks(shown.source.id, query, texts)

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) mark."""
        self._view.set_current_mark(self._navigator.step(by))
        self.label_changed.emit(self._navigator.label())

    def show_again(self) -> None:
        """Show the marks in a document that was set again."""
        current = self._navigator.current
        if (shown := self._view.shown) is not None and self._spans:
            self._take(document_marks(shown, self._spans))
        self._navigator.current = current
        self._view.set_current_mark(current)
        self.label_changed.emit(self._navigator.label())

    def clear(self) -> None:
        """Show no marks until the next answer."""
        self._spans = ()
        self._take(())

    def _on_found(self, found: MarksFound) -> None:
        shown = self._view.shown
        if shown is None or shown.source.id != found.document_id or found.query != self._query:
            return
        self._spans = found.spans
        self._take(document_marks(shown, found.spans))
        if self._reveal_from is not None:
            self._view.set_current_mark(self._navigator.start_at(self._reveal_from))
            self.label_changed.emit(self._navigator.label())

    def _take(self, marks: tuple[Mark, ...]) -> None:
        self._navigator.set_marks(marks)
        self._view.set_marks(marks)
        self.label_changed.emit(self._navigator.label())
