# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Reads the library and opens the search behind the window, one after the other."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kyosei_desk.ui.background import Job, MutationOperation, QueryOperation, WorkerThread

if TYPE_CHECKING:
    from kyosei_desk.domain.corpus import Corpus
    from kyosei_desk.services import LoadCorpus, OpenSearch


class LibraryLoader(QObject):
    """Loads in a thread of its own, which ends with :meth:`shut_down`.

    ``corpus_loaded(Corpus)`` comes first, then ``search_opened(OpenedSearch)`` with
    ``indexing(Progress)`` between them when the index has to be built. ``failed(error)``
    ends the loading; :meth:`start` tries again from the beginning, :meth:`rebuild_index`
    only makes the index again.
    """

    corpus_loaded = Signal(object)
    search_opened = Signal(object)
    indexing = Signal(object)
    failed = Signal(object)

    def __init__(self, load_corpus: "LoadCorpus", open_search: "OpenSearch", parent: QObject):
        """Prepare; nothing is read before :meth:`start`."""
        super().__init__(parent)
        self._load_corpus = load_corpus
        self._open_search = open_search
        self._worker = WorkerThread("library", self)
        self._loading = QueryOperation(self._worker, self)
        self._loading.succeeded.connect(self._on_corpus)
        self._loading.failed.connect(self.failed)
        self._opening = MutationOperation(self._worker, self)
        self._opening.succeeded.connect(self.search_opened)
        self._opening.progressed.connect(self.indexing)
        self._opening.failed.connect(self.failed)

    def start(self) -> None:
        """Begin to load, or begin again."""
        load = self._load_corpus
        self._loading.run(lambda _job: load())

    def rebuild_index(self, corpus: "Corpus") -> None:
        """Make the index of a library that has been read again, whatever state it is in."""
        self._open(corpus, rebuild=True)

    def cancel(self) -> None:
        """Give up what is under way; nothing more is sent for it."""
        self._loading.cancel()
        self._opening.cancel()

    def shut_down(self) -> None:
        """Cancel what is under way and wait for the thread to end."""
        self._worker.shut_down()

    def _on_corpus(self, corpus: "Corpus") -> None:
        self._open(corpus, rebuild=False)
        self.corpus_loaded.emit(corpus)  # shown while the index is being opened

    def _open(self, corpus: "Corpus", *, rebuild: bool) -> None:
        open_search = self._open_search

        def open_index(job: Job) -> object:
            return open_search(corpus, job.report, job.cancelled, rebuild=rebuild)

        self._opening.run(open_index)
