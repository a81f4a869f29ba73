# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""よむ: one document with its bars, outline, marks, sources and the way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.search.model import Searcher
from kyosei_desk.ui.background import WorkerThread
from kyosei_desk.ui.messages import Message, Severity, failure_message
from kyosei_desk.ui.reader.document_builder import SetDocument
from kyosei_desk.ui.reader.document_setter import DocumentSetter
from kyosei_desk.ui.reader.document_view import DocumentView
from kyosei_desk.ui.reader.find_bar import FindBar
from kyosei_desk.ui.reader.mark_keeper import MarkKeeper
from kyosei_desk.ui.reader.quoting import quote_from
from kyosei_desk.ui.reader.reader_bars import HeaderBar, ToolBar
from kyosei_desk.ui.reader.reader_body import ReaderBody
from kyosei_desk.ui.reader.reading_controller import ReadingController, RelatedFound
from kyosei_desk.ui.reader.reading_way import ReadingWay
from kyosei_desk.ui.reader.zoom import Zoom
from kyosei_desk.ui.theme import Theme
from kyosei_desk.workspace.settings import SettingsStore


class Reader(QWidget):
    """The bars, the text and its outline; what is open in it is up to its :attr:`way`.

    ``message_requested(Message)`` tells something; ``leave_requested`` is Esc.
    """

    message_requested = Signal(object)
    leave_requested = Signal()
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
        self._questions = ReadingController(worker, self)
        self._header = HeaderBar(theme)
        self._view = DocumentView(self)
        self._body = ReaderBody(theme, self._view, self)
        self._tools = ToolBar(theme)
        self._lines = QVBoxLayout(self)
        self._marks = MarkKeeper(self._view, self._questions, self)
        self._setter = DocumentSetter(theme, settings, self._view, self._marks, self)
        self._way = ReadingWay(self._view, self._setter, self._marks, self._questions, self)
        self.find_bar = FindBar(theme, self._view, self._marks)
        self._lay_out()
        self._connect_text()
        self._connect_side()
        self._connect_bars()
        theme.changed.connect(self._restyle)
        self.setFocusProxy(self._view)

    @property
    def way(self) -> ReadingWay:
        """What is open, and how to open something else."""
        return self._way

    @property
    def view(self) -> DocumentView:
        """The text."""
        return self._view

    @property
    def marks(self) -> MarkKeeper:
        """The marks in the text."""
        return self._marks

    @property
    def zoom(self) -> Zoom:
        """The size of the text."""
        return self._setter.zoom

    def set_searcher(self, searcher: Searcher | None) -> None:
        """Find marks and related passages with this searcher."""
        self._questions.set_searcher(searcher)

    def next_mark(self) -> None:
        """Go to the next mark."""
        self._marks.step(1)

    def previous_mark(self) -> None:
        """Go to the mark before."""
        self._marks.step(-1)

    def copy_citation(self) -> None:
        """Copy what is selected, or the passage being read, with every source behind it."""
        shown, corpus = self._view.shown, self._setter.corpus
        if shown is None or corpus is None:
            return
        stepped, era = self._marks.stepped, self._setter.era_first
        quote = quote_from(self._view, shown, corpus, stepped=stepped, era_first=era)
        QGuiApplication.clipboard().setMimeData(quote.copied.mime_data())
        text = f"{quote.what}を出典つきでコピーしました。"
        self.message_requested.emit(Message(Severity.SUCCESS, text))

    def refresh_dates(self) -> None:
        """Show dates as the settings have them now."""
        self._setter.set_again()

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

    # Following the parts

    def _on_document_opening(self) -> None:
        """Make room for the text, so that its width is known, and forget the last one's."""
        self._set_empty(False)
        self._lines.activate()
        self._body.side.set_related(())

    def _on_document_set(self, corpus: Corpus, shown: SetDocument) -> None:
        self._view.setAccessibleName(f"本文 {shown.source.title}")
        self._header.show_document(corpus, shown.source, self._setter.era_first)
        self._body.side.set_outline(shown.outline)

    def _on_failure(self, error: Exception) -> None:
        self.message_requested.emit(failure_message(error))

    def _restyle(self) -> None:
        self._lines.activate()  # the text has its width once the bars are laid out
        self._setter.set_again()

    def _show_marks_label(self, label: str) -> None:
        self._header.set_marks_label("" if self.find_bar.words else label)

    def _show_ways(self) -> None:
        self._header.set_ways(back=self._way.can_go_back, forward=self._way.can_go_forward)

    def _show_related(self, found: RelatedFound) -> None:
        address = self._way.address
        if address is not None and address.of_passage == found.address:
            self._body.side.set_related(found.hits)

    def _show_section(self, section_id: str) -> None:
        self._way.open_section(section_id)
        self._body.close_covering_side()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_sources(self) -> None:
        self._way.open_source()

    def _set_empty(self, empty: bool) -> None:
        for widget in (self._header, self._body, self._tools):
            widget.setVisible(not empty)

    # Making

    def _lay_out(self) -> None:
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self._lines.addWidget(self._header)
        self._lines.addWidget(self.find_bar)
        self._lines.addWidget(self._body, 1)
        self._lines.addWidget(self._tools)
        self._set_empty(True)

    def _connect_text(self) -> None:
        self._view.address_requested.connect(self._way.follow)
        self._view.source_requested.connect(self._way.open_source)
        self._view.position_changed.connect(self._body.side.follow)
        self._setter.document_set.connect(self._on_document_set)
        self._way.document_opening.connect(self._on_document_opening)
        self._way.changed.connect(self._show_ways)
        self._way.failed.connect(self._on_failure)
        self._marks.label_changed.connect(self._show_marks_label)

    def _connect_side(self) -> None:
        self._body.side.section_chosen.connect(self._show_section)
        self._body.side.address_chosen.connect(self._way.follow)
        self._body.side_changed.connect(self._tools.set_outline_shown)
        self._questions.related_found.connect(self._show_related)
        self._questions.index_broken.connect(self.index_broken)

    def _connect_bars(self) -> None:
        self._header.back_requested.connect(self._way.go_back)
        self._header.forward_requested.connect(self._way.go_forward)
        self._header.next_requested.connect(self.next_mark)
        self._header.previous_requested.connect(self.previous_mark)
        self._tools.outline_toggled.connect(self._body.set_side_shown)
        self._tools.sources_requested.connect(self._show_sources)
        self._tools.smaller_requested.connect(self.zoom.smaller)
        self._tools.larger_requested.connect(self.zoom.larger)
        self._tools.copy_requested.connect(self.copy_citation)
