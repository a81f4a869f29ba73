# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What is open in the reader, and the way there and back."""

from PySide6.QtCore import QObject, Signal

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.errors import UnknownDocumentError
from kyosei_desk.search.model import MatchRule
from kyosei_desk.ui.reader.document_builder import SOURCES_ID
from kyosei_desk.ui.reader.document_setter import DocumentSetter
from kyosei_desk.ui.reader.document_view import DocumentView
from kyosei_desk.ui.reader.history import Place, ReadingHistory
from kyosei_desk.ui.reader.mark_keeper import MarkKeeper, MarkStart
from kyosei_desk.ui.reader.reading_controller import ReadingController
from kyosei_desk.ui.reader.spots import Spot
from kyosei_desk.ui.reader.targets import Address


class ReadingWay(QObject):
    """Opens addresses in the view, with marks and related passages, and remembers the places.

    ``address_opened(str)`` follows every address opened, ``document_opening`` comes before
    another document is set, ``changed`` says that the ways back and forward may be others.
    ``failed(error)`` is an address that leads nowhere.
    """

    address_opened = Signal(str)
    document_opening = Signal()
    changed = Signal()
    failed = Signal(object)

    def __init__(
        self,
        view: DocumentView,
        setter: DocumentSetter,
        marks: MarkKeeper,
        questions: ReadingController,
        parent: QObject,
    ):
        """Be nowhere, with no library yet."""
        super().__init__(parent)
        self._view = view
        self._setter = setter
        self._marks = marks
        self._questions = questions
        self._corpus: Corpus | None = None
        self._address: Address | None = None
        self._history = ReadingHistory()

    @property
    def address(self) -> Address | None:
        """The address opened last."""
        return self._address

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before this one."""
        return self._history.can_go_back

    @property
    def can_go_forward(self) -> bool:
        """Whether a place was left by going back."""
        return self._history.can_go_forward

    def set_corpus(self, corpus: Corpus) -> None:
        """Read from this corpus; what was open is opened again."""
        self._corpus = corpus
        if self._address is not None:
            self._open(self._address, reload=True)

    # Opening

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
        self._marks.take_query(query, without)
        self._go_to(address, passing=passing)

    def open_at_end_mark(self, address: Address, by: int) -> None:
        """Open a document at its first (1) or last (-1) mark while walking through results."""
        self._go_to(address, passing=True)
        self._marks.mark_from(MarkStart(0 if by > 0 else -1))

    def follow(self, address: str) -> None:
        """Open what a link leads to, with the same query marked."""
        self._go_to(Address.parse(address))

    def open_section(self, section_id: str) -> None:
        """Go to another passage of the document that is open."""
        if self._address is None:
            return
        self._remember_spot()
        self._address = Address(self._address.document_id, section_id)
        self._marks.go_on_from(self._view.open_passage(section_id))
        self._questions.find_related(self._address.of_passage)
        self._visit(Place(self._address))

    def open_source(self, anchor: str = SOURCES_ID) -> None:
        """Go to one of the document's sources, or to the list of them."""
        shown = self._view.shown
        if shown is None:
            return
        self._remember_spot()
        self._view.place.scroll_to(shown.anchors[anchor])
        self._view.put_caret(shown.anchors[anchor])
        self._visit(Place(Address(shown.source.id, SOURCES_ID), self._view.place.spot))

    def _go_to(self, address: Address, *, passing: bool = False) -> None:
        self._remember_spot()
        if self._open(address, to_mark=passing):
            self._visit(Place(address, passing=passing))

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
            self.failed.emit(error)
            return False
        shown = self._view.shown
        self._address = address
        if reload or shown is None or shown.source.id != document.id:
            self.document_opening.emit()
            self._setter.set_document(self._corpus, document)
            self._marks.clear()
        position = self._view.open_passage(address.section_id)
        if spot is not None:
            self._view.place.return_to(spot)
        target = self._view.target
        until = target.span.end if to_mark and target is not None else -1
        self._marks.mark_from(MarkStart(position, until) if spot is None else None)
        self._questions.find_related(address.of_passage)
        return True

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
        self.changed.emit()
        return place is not None

    def _visit(self, place: Place) -> None:
        self._history.visit(place)
        self.changed.emit()
        self.address_opened.emit(str(place.address))

    def _remember_spot(self) -> None:
        self._history.remember_spot(self._view.place.spot)
