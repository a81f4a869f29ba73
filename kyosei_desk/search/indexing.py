# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Keeping the index up to date: a disposable cache, built beside and swapped in.

Concurrency: any number of processes read. One writes, holding ``index.lock``; the others
wait for it, and use what it built. An index is written into a folder of its own, then the
manifest is replaced in one step to point to it. Folders are never renamed or overwritten,
so a reader keeps its files (Windows would refuse anything else); a folder no longer needed
is removed at the next build. Whoever waits too long builds a private index for itself.
"""

import shutil
import uuid
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.errors import CancelledError, IndexBrokenError, StorageError
from kyosei_desk.locking import exclusive
from kyosei_desk.search.analyzer import Analyzer
from kyosei_desk.search.engine import IndexBuilder, IndexRecord, SearchIndex
from kyosei_desk.search.manifest import (
    BuildReason,
    Manifest,
    file_stamps,
    read_manifest,
    write_manifest,
)
from kyosei_desk.search.model import Progress, ProgressCallback
from kyosei_desk.search.records import RECORD_VERSION, context_text, make_record

_LOCK = "index.lock"
_WAIT_SECONDS = 120.0
_PREFIX = "index-"


@dataclass(frozen=True)
class OpenedIndex:
    """A ready index; ``built`` says why it had to be built first, None when it was ready."""

    index: SearchIndex
    built: BuildReason | None


@dataclass(frozen=True)
class IndexSource:
    """What to index: a corpus and a fingerprint that changes whenever its passages do."""

    corpus: Corpus
    fingerprint: str


def _ignore(progress: Progress) -> None:
    """Report to nobody."""


def _never() -> bool:
    return False


class IndexKeeper:
    """Opens the index of one root folder, building it when it does not serve."""

    def __init__(
        self,
        root: Path,
        analyzer: Analyzer,
        builder: IndexBuilder,
        progress: ProgressCallback = _ignore,
        cancelled: Callable[[], bool] = _never,
    ):
        """Keep the tools; nothing is read or written yet."""
        self._root = root
        self._analyzer = analyzer
        self._builder = builder
        self._progress = progress
        self._cancelled = cancelled
        self._schema = f"{builder.schema_version}+{RECORD_VERSION}"

    def ensure(self, source: IndexSource, *, rebuild: bool = False) -> OpenedIndex:
        """Return an index of exactly this source, building it if need be.

        Raises:
            CancelledError: ``cancelled`` turned true; the index before stays in use.
            StorageError: the folder cannot be written.
        """
        reason = BuildReason.REQUESTED if rebuild else None
        opened = None if rebuild else self._open(source)
        if isinstance(opened, OpenedIndex):
            return opened
        try:
            self._root.mkdir(parents=True, exist_ok=True)
            with exclusive(self._root / _LOCK, _WAIT_SECONDS, self._stop_if_cancelled) as held:
                # Another process may have built it while this one waited.
                again = None if rebuild else self._open(source)
                if isinstance(again, OpenedIndex):
                    return again
                return self._build(source, reason or again or BuildReason.FIRST, publish=held)
        except OSError as error:
            raise StorageError(self._root, error.strerror or str(error)) from error

    def _open(self, source: IndexSource) -> OpenedIndex | BuildReason:
        manifest = read_manifest(self._root)
        if manifest is None:
            had_one = any(self._root.glob(f"{_PREFIX}*")) if self._root.is_dir() else False
            return BuildReason.DAMAGED if had_one else BuildReason.FIRST
        reason = manifest.reason_to_rebuild(
            self._schema, self._analyzer.version, source.fingerprint
        )
        if reason is not None:
            return reason
        if not manifest.is_whole(self._root):
            return BuildReason.DAMAGED
        try:
            index = self._builder.open(self._root / manifest.folder)
        except IndexBrokenError:
            return BuildReason.DAMAGED
        if index.passage_count != manifest.passages:
            index.close()
            return BuildReason.DAMAGED
        return OpenedIndex(index, None)

    def _build(self, source: IndexSource, reason: BuildReason, *, publish: bool) -> OpenedIndex:
        before = read_manifest(self._root)
        folder = self._root / f"{_PREFIX}{uuid.uuid4().hex[:12]}"
        folder.mkdir()
        try:
            self._builder.build(folder, self._records(source.corpus))
            index = self._builder.open(folder)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        if publish:
            write_manifest(
                self._root,
                Manifest(
                    schema=self._schema,
                    analyzer=self._analyzer.version,
                    content=source.fingerprint,
                    passages=index.passage_count,
                    folder=folder.name,
                    files=file_stamps(folder),
                ),
            )
            # The folder just replaced may still be open elsewhere: it goes next time.
            self._remove_others({folder.name, before.folder if before else ""})
        return OpenedIndex(index, reason)

    def _records(self, corpus: Corpus) -> Iterator[IndexRecord]:
        passages = [(d, p) for d in corpus.documents for p in corpus.passages(d)]
        contexts = {d.id: self._analyzer.analyze(context_text(corpus, d)) for d in corpus.documents}
        for done, (document, passage) in enumerate(passages):
            self._stop_if_cancelled()
            self._progress(Progress(done, len(passages)))
            yield make_record(passage, contexts[document.id], self._analyzer)
        self._stop_if_cancelled()
        self._progress(Progress(len(passages), len(passages)))

    def _stop_if_cancelled(self) -> None:
        if self._cancelled():
            raise CancelledError

    def _remove_others(self, kept: set[str]) -> None:
        for folder in self._root.glob(f"{_PREFIX}*"):
            if folder.name not in kept:
                with suppress(OSError):
                    shutil.rmtree(folder)
