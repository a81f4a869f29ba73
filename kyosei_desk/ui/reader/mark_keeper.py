# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Keeps the marks of the document shown in step with the query."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from kyosei_desk.search.model import MatchRule, Span
from kyosei_desk.ui.reader.document_view import DocumentView
from kyosei_desk.ui.reader.marks import MarkNavigator, document_marks, marked_texts
from kyosei_desk.ui.reader.reading_controller import MarksFound, ReadingController
from kyosei_desk.ui.reader.view_painter import Mark

# Rules that would surprise who looks for words in a text before their eyes.
_LOOSE = frozenset((MatchRule.NARROWER, MatchRule.FUZZY))


@dataclass(frozen=True)
class MarkStart:
    """Where the current mark is looked for: the first one from a position on.

    A negative position stands for the last mark. A mark behind ``until`` becomes the current
    one and is not scrolled to.
    """

    position: int
    until: float = float("inf")


class MarkKeeper(QObject):
    """Asks for marks, shows them and steps through them.

    ``label_changed(str)`` says which is current: ``一致 1 / 3``, or nothing without marks.
    With ``goes_on``, ``ended(int)`` asks for what comes after the last mark in a direction;
    otherwise, and while words are looked for in the document itself (:meth:`find`), the marks
    go round.
    """

    label_changed = Signal(str)
    ended = Signal(int)

    def __init__(self, view: DocumentView, questions: ReadingController, parent: QObject):
        """Mark in ``view`` what ``questions`` are answered with."""
        super().__init__(parent)
        self._view = view
        self._questions = questions
        self._navigator = MarkNavigator()
        self.goes_on = False
        self._asked: tuple[str, frozenset[MatchRule]] = ("", frozenset())
        self._words = ""
        self._query = ""
        self._start: MarkStart | None = None
        self._stepped = False
        self._spans: tuple[tuple[Span, ...], ...] = ()
        questions.marks_found.connect(self._on_found)

    def take_query(self, query: str, without: frozenset[MatchRule] = frozenset()) -> bool:
        """Mark by this query, without some rules, from the next marking on.

        Return whether it is another one than before.
        """
        before, self._asked = self._asked, (query, without)
        return before != self._asked

    def set_query(self, query: str, without: frozenset[MatchRule] = frozenset()) -> None:
        """Mark what another query matches without some rules; none of it becomes current."""
        if self.take_query(query, without):
            self.mark_from(None)

    def find(self, words: str, start: MarkStart | None) -> None:
        """Mark words looked for in the document itself; without any, the query's again."""
        self._words = words.strip()
        self.mark_from(start)

    def mark_from(self, start: MarkStart | None) -> None:
        """Mark what is matched; have a mark current from the start on, if one is given."""
        shown = self._view.shown
        if shown is None:
            return
        query, without = (self._words, _LOOSE) if self._words else self._asked
        self._query = query
        self._start = start
        self._stepped = False
        if not query.strip():
            self._questions.forget_marks()
            self.clear()
            return
        self._questions.find_marks(shown.source.id, query, marked_texts(shown), without)

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) mark, or say that there is none."""
        if self._words or not self.goes_on:
            self.go_round(by)
        elif self._navigator.is_last(by):
            if not self._questions.finding_marks:
                self.ended.emit(by)
        else:
            self.go_round(by)

    def go_round(self, by: int) -> None:
        """Go to the next (1) or previous (-1) mark, from the last one to the first."""
        self._stepped = True
        self._view.set_current_mark(self._navigator.step(by))
        self.label_changed.emit(self._navigator.label())

    def go_on_from(self, position: int) -> None:
        """Have the first mark at or after a position the current one; nothing is scrolled."""
        if self._navigator.marks:
            self._start, self._stepped = MarkStart(position, until=-1), False
            self._make_current(self._start)

    @property
    def finding(self) -> bool:
        """Whether an answer is still to come."""
        return self._questions.finding_marks

    @property
    def stepped(self) -> bool:
        """Whether the current mark is what someone went to, and not just what comes next."""
        return self._stepped and self._navigator.current >= 0

    def show_again(self) -> None:
        """Show the marks in a document that was set again."""
        current = self._navigator.current
        if (shown := self._view.shown) is not None and self._spans:
            self._take(document_marks(shown, self._spans))
        self._navigator.current = current
        self._view.set_marks(self._navigator.marks, current)
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
        if self._start is not None:
            self._make_current(self._start)

    def _make_current(self, start: MarkStart) -> None:
        index = self._navigator.start_at(start.position)
        if self._words and index < 0:
            index = self._navigator.start_at(0)
        self._view.set_marks(self._navigator.marks, index)
        mark = self._view.current_mark
        if mark is not None and mark[0].start <= start.until:
            self._view.place.reveal_below(max(start.position, 0), mark)
            self._stepped = self._stepped or start.until == float("inf")
        self.label_changed.emit(self._navigator.label())

    def _take(self, marks: tuple[Mark, ...]) -> None:
        self._navigator.set_marks(marks)
        self._view.set_marks(marks)
        self.label_changed.emit(self._navigator.label())
