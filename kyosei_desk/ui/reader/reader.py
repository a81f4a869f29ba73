# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""よむ: one document with its bars, outline, marks, sources and the way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.errors import UnknownDocumentError
from kyosei_desk.search.model import MatchRule, Searcher
from kyosei_desk.ui.background import WorkerThread
from kyosei_desk.ui.messages import Message, Severity, failure_message
from kyosei_desk.ui.reader.citation import place_name, quoted
from kyosei_desk.ui.reader.cited_range import cited_in, touched_passages
from kyosei_desk.ui.reader.copied import copied_selection, copied_span, selected_span
from kyosei_desk.ui.reader.document_builder import SOURCES_ID, DocumentBuilder
from kyosei_desk.ui.reader.document_view import DocumentView
from kyosei_desk.ui.reader.find_bar import FindBar
from kyosei_desk.ui.reader.history import Place, ReadingHistory
from kyosei_desk.ui.reader.in_hand import passage_in_hand
from kyosei_desk.ui.reader.mark_keeper import MarkKeeper, MarkStart
from kyosei_desk.ui.reader.reader_bars import HeaderBar, ToolBar
from kyosei_desk.ui.reader.reader_body import ReaderBody
from kyosei_desk.ui.reader.reading_controller import ReadingController, RelatedFound
from kyosei_desk.ui.reader.spots import Spot
from kyosei_desk.ui.reader.style import ReaderStyle
from kyosei_desk.ui.reader.targets import Address
from kyosei_desk.ui.reader.text_map import DocumentSpan
from kyosei_desk.ui.theme import Theme
from kyosei_desk.workspace.settings import SettingKey, SettingsStore

ZOOMS = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)


class Reader(QWidget):
    """Reads a document of the corpus.

    ``message_requested(Message)`` tells something; ``leave_requested`` is Esc;
    ``address_opened(str)`` follows every address opened, for what wants to remember it.
    """

    message_requested = Signal(object)
    leave_requested = Signal()
    address_opened = Signal(str)
    index_broken = Signal(object)

    def __init__(
        self,
        theme: Theme,
        settings: SettingsStore,
        worker: WorkerThread,
        parent: QWidget | None = None,
    ):
        """Make the reader for no document yet; marks are found in ``worker``."""
        super().__init__(parent)
        self._theme = theme
        self._settings = settings
        self._corpus: Corpus | None = None
        self._address: Address | None = None
        self._query = ""
        self._without: frozenset[MatchRule] = frozenset()
        self._zoom = 1.0
        self._narrow = False
        self._history = ReadingHistory()
        self._questions = ReadingController(worker, self)
        self._header = HeaderBar(theme)
        self._view = DocumentView(self)
        self._body = ReaderBody(theme, self._view, self)
        self._tools = ToolBar(theme)
        self._lines = QVBoxLayout(self)
        self._marks = MarkKeeper(self._view, self._questions, self)
        self.find_bar = FindBar(theme, self._view, self._marks)
        self._lay_out()
        self._connect_parts()
        self._connect_bars()
        self.setFocusProxy(self._view)

    # What is read

    @property
    def address(self) -> Address | None:
        """The address opened last."""
        return self._address

    @property
    def view(self) -> DocumentView:
        """The text."""
        return self._view

    @property
    def marks(self) -> MarkKeeper:
        """The marks in the text."""
        return self._marks

    def set_corpus(self, corpus: Corpus) -> None:
        """Read from this corpus; what was open is opened again."""
        self._corpus = corpus
        if self._address is not None:
            self._open(self._address, reload=True)

    def set_searcher(self, searcher: Searcher | None) -> None:
        """Find marks and related passages with this searcher."""
        self._questions.set_searcher(searcher)

    def open(
        self,
        address: Address,
        query: str = "",
        without: frozenset[MatchRule] = frozenset(),
        *,
        passing: bool = False,
    ) -> None:
        """Open an address and mark what ``query`` matches without some rules.

        ``passing`` says that it is shown while walking through results: the next one takes
        its place in the history.
        """
        self._query, self._without = query, without
        self._go_to(address, passing=passing)

    def set_query(self, query: str, without: frozenset[MatchRule] = frozenset()) -> None:
        """Mark what another query matches without some rules, and stay where we are."""
        if (query, without) != (self._query, self._without):
            self._query, self._without = query, without
            self._marks.ask(query, None, without)

    def _show_marks_label(self, label: str) -> None:
        self._header.set_marks_label("" if self.find_bar.words else label)

    def next_mark(self) -> None:
        """Go to the next mark."""
        self._marks.step(1)

    def previous_mark(self) -> None:
        """Go to the mark before."""
        self._marks.step(-1)

    def open_at_end_mark(self, address: Address, by: int) -> None:
        """Open a document at its first (1) or last (-1) mark while walking through results."""
        self._go_to(address, passing=True)
        self._marks.ask(self._query, MarkStart(0 if by > 0 else -1), self._without)

    def show_sources(self) -> None:
        """Go to the list of sources."""
        self._show_source(SOURCES_ID)

    def _go_to(self, address: Address, *, passing: bool = False) -> None:
        self._remember_spot()
        if self._open(address, to_mark=passing):
            self._visit(Place(address, passing=passing))

    def _follow(self, address: str) -> None:
        self._go_to(Address.parse(address))

    def _visit(self, place: Place) -> None:
        self._history.visit(place)
        self._update_ways()
        self.address_opened.emit(str(place.address))

    def _open(
        self,
        address: Address,
        *,
        reload: bool = False,
        to_mark: bool = False,
        spot: Spot | None = None,
    ) -> bool:
        """Show an address, or the spot where it was left; False if there is no such document.

        The first mark from there on becomes the current one; ``to_mark`` shows it too where
        it is in the passage itself.
        """
        if self._corpus is None:
            self._address = address
            return True
        try:
            document = self._corpus.document(address.document_id)
        except UnknownDocumentError as error:
            self.message_requested.emit(failure_message(error))
            return False
        shown = self._view.shown
        self._address = address
        if reload or shown is None or shown.source.id != document.id:
            self._show(self._corpus, address.document_id)
            self._marks.clear()
        position = self._go_to_section(address.section_id)
        if spot is not None:
            self._view.return_to(spot)
        span = self._span_of(address.section_id)
        until = span.end if to_mark and span is not None else -1
        start = MarkStart(position, until) if spot is None else None
        self._marks.ask(self._query, start, self._without)
        self._questions.find_related(address.of_passage)
        return True

    def _show(self, corpus: Corpus, document_id: str) -> None:
        document = corpus.document(document_id)
        self._set_empty(False)
        self._lines.activate()
        style = ReaderStyle(self._theme, self._zoom)
        self._narrow = style.narrow = self._view.is_narrow(style)
        shown = DocumentBuilder(corpus, document, style, era_first=self._era_first()).build()
        self._view.show_document(shown, style)
        self._view.setAccessibleName(f"本文 {document.title}")
        self._header.show_document(corpus, document, self._era_first())
        self._body.side.set_outline(shown.outline)
        self._body.side.set_related(())

    def _go_to_section(self, section_id: str) -> int:
        shown = self._view.shown
        if shown is None:
            return 0
        position = shown.anchors.get(section_id, 0)
        passage = shown.passage(section_id)
        self._view.set_target(passage.span if passage and position else None)
        self._view.scroll_to(position)
        self._view.put_caret(position)
        return position

    def _show_section(self, section_id: str) -> None:
        if self._address is None:
            return
        self._remember_spot()
        self._address = Address(self._address.document_id, section_id)
        self._marks.go_on_from(self._go_to_section(section_id))
        self._questions.find_related(self._address.of_passage)
        self._visit(Place(self._address))
        self._body.close_covering_side()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_source(self, anchor: str) -> None:
        shown = self._view.shown
        if shown is None:
            return
        self._remember_spot()
        self._view.scroll_to(shown.anchors[anchor])
        self._view.put_caret(shown.anchors[anchor])
        self._visit(Place(Address(shown.source.id, SOURCES_ID), self._view.spot))

    def _show_related(self, found: RelatedFound) -> None:
        if self._address is not None and self._address.of_passage == found.address:
            self._body.side.set_related(found.hits)

    # The way back

    def go_back(self) -> bool:
        """Return to the place before; False when there is none."""
        self._remember_spot()
        return self._return_to(self._history.back())

    def go_forward(self) -> bool:
        """Go on to the place that was left by going back; False when there is none."""
        self._remember_spot()
        return self._return_to(self._history.forward())

    def _return_to(self, place: Place | None) -> bool:
        if place is not None:
            self._open(place.address, spot=place.spot)
        self._update_ways()
        return place is not None

    def _remember_spot(self) -> None:
        self._history.remember_spot(self._view.spot)

    def _update_ways(self) -> None:
        self._header.set_ways(back=self._history.can_go_back, forward=self._history.can_go_forward)

    # Copying

    def copy_citation(self) -> None:
        """Copy what is selected, or the passage being read, with every source behind it."""
        shown, cursor = self._view.shown, self._view.textCursor()
        if shown is None or self._corpus is None:
            return
        selected = cursor.hasSelection()
        span = selected_span(cursor)
        copied = copied_selection(cursor, numbered=True)
        if not selected:
            opened = self._address.section_id if self._address else ""
            stepped = self._marks.stepped
            in_hand = passage_in_hand(self._view, shown, opened, stepped=stepped)
            span = shown.whole(in_hand)
            copied = copied_span(shown.text, shown.below_heading(span), numbered=True)
        passages = tuple(p.passage for p in touched_passages(shown, span))
        cited = cited_in(shown, span)
        era = self._era_first()
        quote = quoted(copied, self._corpus, shown.source, passages, cited, era_first=era)
        QGuiApplication.clipboard().setMimeData(quote.mime_data())
        what = "選んだ文" if selected else place_name(passages)
        done = Message(Severity.SUCCESS, f"{what}を出典つきでコピーしました。")
        self.message_requested.emit(done)

    # Size and place

    @property
    def zoom(self) -> float:
        """The size of the text; 1.0 is the usual one."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Set the text at a step of :data:`ZOOMS`; other sizes are left aside."""
        if zoom in ZOOMS and zoom != self._zoom:
            self._zoom = zoom
            self._set_again()

    def zoom_in(self) -> None:
        """Set the text one step larger."""
        self.set_zoom(ZOOMS[min(ZOOMS.index(self._zoom) + 1, len(ZOOMS) - 1)])

    def zoom_out(self) -> None:
        """Set the text one step smaller."""
        self.set_zoom(ZOOMS[max(ZOOMS.index(self._zoom) - 1, 0)])

    def zoom_reset(self) -> None:
        """Set the text at its usual size."""
        self.set_zoom(1.0)

    def refresh_dates(self) -> None:
        """Show dates as the settings have them now."""
        self._set_again()

    def _set_again(self) -> None:
        """Set the document again in the look of now, and stay at the same place."""
        shown = self._view.shown
        if shown is None or self._corpus is None or self._address is None:
            return
        spot = self._view.spot
        had_target = self._view.target is not None
        self._show(self._corpus, shown.source.id)
        if had_target:
            self._view.set_target(self._span_of(self._address.section_id))
        self._marks.show_again()
        self._view.return_to(spot)
        self._questions.find_related(self._address.of_passage)

    def _span_of(self, section_id: str) -> DocumentSpan | None:
        found = self._view.shown.passage(section_id) if self._view.shown else None
        return found.span if found else None

    def _on_resized(self) -> None:
        """Set the document again where figures get, or lose, the room to stand in a row."""
        style = ReaderStyle(self._theme, self._zoom)
        if self._view.shown is not None and self._view.is_narrow(style) != self._narrow:
            self._set_again()

    def toggle_side(self) -> None:
        """Show or put away the outline."""
        self._body.toggle_side()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the outline over the text, then leaves the reader."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._body.side_covers_text:
            self._body.close_covering_side()
        else:
            self.leave_requested.emit()

    def _set_empty(self, empty: bool) -> None:
        for widget in (self._header, self._body, self._tools):
            widget.setVisible(not empty)

    def _era_first(self) -> bool:
        return self._settings.get(SettingKey.DATE_STYLE) == "era"

    def _lay_out(self) -> None:
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self._lines.addWidget(self._header)
        self._lines.addWidget(self.find_bar)
        self._lines.addWidget(self._body, 1)
        self._lines.addWidget(self._tools)
        self._set_empty(True)

    def _connect_parts(self) -> None:
        self._view.address_requested.connect(self._follow)
        self._view.source_requested.connect(self._show_source)
        self._view.position_changed.connect(self._body.side.follow)
        self._body.side.section_chosen.connect(self._show_section)
        self._body.side.address_chosen.connect(self._follow)
        self._body.side_changed.connect(self._tools.set_outline_shown)
        self._marks.label_changed.connect(self._show_marks_label)
        self._questions.related_found.connect(self._show_related)
        self._questions.index_broken.connect(self.index_broken)
        self._theme.changed.connect(self._set_again)
        self._view.resized.connect(self._on_resized, Qt.ConnectionType.QueuedConnection)

    def _connect_bars(self) -> None:
        self._header.back_requested.connect(self.go_back)
        self._header.forward_requested.connect(self.go_forward)
        self._header.next_requested.connect(self.next_mark)
        self._header.previous_requested.connect(self.previous_mark)
        self._tools.outline_toggled.connect(self._body.set_side_shown)
        self._tools.sources_requested.connect(self.show_sources)
        self._tools.smaller_requested.connect(self.zoom_out)
        self._tools.larger_requested.connect(self.zoom_in)
        self._tools.copy_requested.connect(self.copy_citation)
