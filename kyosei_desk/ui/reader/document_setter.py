# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Sets the document that is read in the look of now, and again when the look changes."""

from PySide6.QtCore import QObject, Qt, Signal

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.documents import Document
from kyosei_desk.ui.reader.document_builder import DocumentBuilder
from kyosei_desk.ui.reader.document_view import DocumentView
from kyosei_desk.ui.reader.mark_keeper import MarkKeeper
from kyosei_desk.ui.reader.style import ReaderStyle
from kyosei_desk.ui.reader.zoom import Zoom
from kyosei_desk.ui.theme import Theme
from kyosei_desk.workspace.settings import SettingKey, SettingsStore


class DocumentSetter(QObject):
    """The look is the theme, the zoom, how dates are written, and whether figures find room.

    ``document_set(Corpus, SetDocument)`` follows every setting. Setting again keeps the place
    that is read, the passage opened and the marks.
    """

    document_set = Signal(object, object)

    def __init__(
        self,
        theme: Theme,
        settings: SettingsStore,
        view: DocumentView,
        marks: MarkKeeper,
        parent: QObject,
    ):
        """Set documents in ``view``; its width and the zoom are followed, the theme is not."""
        super().__init__(parent)
        self.zoom = Zoom(self)
        self._theme = theme
        self._settings = settings
        self._view = view
        self._marks = marks
        self._corpus: Corpus | None = None
        self._narrow = False
        self.zoom.changed.connect(self.set_again)
        view.resized.connect(self._on_resized, Qt.ConnectionType.QueuedConnection)

    @property
    def corpus(self) -> Corpus | None:
        """The corpus of the document set last."""
        return self._corpus

    @property
    def era_first(self) -> bool:
        """Whether dates are written 和暦 first."""
        return self._settings.get(SettingKey.DATE_STYLE) == "era"

    def set_document(self, corpus: Corpus, document: Document) -> None:
        """Show a document from its start, without marks."""
        self._corpus = corpus
        style = ReaderStyle(self._theme, self.zoom.factor)
        self._narrow = style.narrow = self._view.is_narrow(style)
        shown = DocumentBuilder(corpus, document, style, era_first=self.era_first).build()
        self._view.show_document(shown, style)
        self.document_set.emit(corpus, shown)

    def set_again(self) -> None:
        """Set the document again in the look of now, and stay at the same place."""
        shown = self._view.shown
        if shown is None or self._corpus is None:
            return
        spot, target = self._view.place.spot, self._view.target
        self.set_document(self._corpus, shown.source)
        if target is not None:
            self._view.set_target(target.passage.section_id)
        self._marks.show_again()
        self._view.place.return_to(spot)

    def _on_resized(self) -> None:
        """Set the document again where figures get, or lose, the room to stand in a row."""
        style = ReaderStyle(self._theme, self.zoom.factor)
        if self._view.shown is not None and self._view.is_narrow(style) != self._narrow:
            self.set_again()
