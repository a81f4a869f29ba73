# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Loads the library: from a snapshot when nothing changed, else from the content files.

The snapshot is a disposable JSON copy of the validated documents and municipalities. It
only saves time: a missing, old or damaged one is made again from the files.
"""

import datetime
import hashlib
import logging
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

import kyosei_desk
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.documents import Document
from kyosei_desk.domain.errors import ContentError, ContentIssue, ResourceError, StorageError
from kyosei_desk.domain.municipalities import Municipality
from kyosei_desk.files import write_atomically
from kyosei_desk.library.content_paths import content_paths, document_id
from kyosei_desk.library.locations import BundledFolders
from kyosei_desk.library.municipalities import load_municipalities, municipalities_stamp

_LOG = logging.getLogger(__name__)
READING_VERSION = "4"  # another one when documents are read, or made into passages, otherwise
_PREFIX = "library-"
_Library = tuple[tuple[Document, ...], tuple[Municipality, ...]]
_LIBRARY: TypeAdapter[_Library] = TypeAdapter(_Library)


def content_fingerprint(content_dir: Path) -> str:
    """Return a hash of every content file's path and bytes, and of what reads them."""
    digest = hashlib.sha256(f"{READING_VERSION} {kyosei_desk.__version__}\n".encode())
    for path in content_paths(content_dir):
        try:
            data = path.read_bytes()
        except OSError as error:  # reading the documents will say what is wrong, and where
            data = str(error).encode()
        digest.update(f"{path.relative_to(content_dir).as_posix()} {len(data)}\n".encode())
        digest.update(data)
    return digest.hexdigest()[:32]


def latest_day(clock: datetime.date) -> datetime.date:
    """Return the last day content may be dated: today, or the release's if the clock is behind.

    So a computer with a wrong clock finds no fault with the library it was given.
    """
    return max(clock, datetime.date.fromisoformat(kyosei_desk.__released__))


def check_content(folders: BundledFolders, latest: datetime.date) -> tuple[ContentIssue, ...]:
    """Return everything wrong with the content, in file and line order.

    ``latest`` is the last day anything in it may be dated (see :func:`latest_day`).

    Raises:
        ResourceError: the list of municipalities cannot be read.
    """
    return _parse_and_check(folders, load_municipalities(folders.resources), latest)[1]


def load_corpus(folders: BundledFolders, cache_dir: Path) -> Corpus:
    """Return the bundled corpus.

    Raises:
        ContentError: a content file does not hold together; carries every issue.
        ResourceError: a resource is missing, or there is no content at all.
    """
    if not content_paths(folders.content):
        raise ResourceError(folders.content, "no content files")
    name = f"{content_fingerprint(folders.content)}-{municipalities_stamp(folders.resources)}"
    snapshot = cache_dir / f"{_PREFIX}{name}.json"
    library = _read_snapshot(snapshot)
    if library is None:
        municipalities = load_municipalities(folders.resources)
        # Any date will do: a wrong clock must not stop the program.
        documents, issues = _parse_and_check(folders, municipalities, datetime.date.max)
        if issues:
            raise ContentError(issues)
        library = (documents, municipalities)
        _write_snapshot(snapshot, library)
    return Corpus(*library)


def _parse_and_check(
    folders: BundledFolders, municipalities: tuple[Municipality, ...], latest: datetime.date
) -> tuple[tuple[Document, ...], tuple[ContentIssue, ...]]:
    # Imported here: the parsers are not needed, and not paid for, when the snapshot serves.
    from kyosei_desk.library.checks import check_library
    from kyosei_desk.library.parsing import parse_library

    parsed, issues = parse_library(folders.content)
    ids = {document_id(path, folders.content) for path in content_paths(folders.content)}
    issues += check_library(parsed, ids, {m.code: m for m in municipalities}, latest)
    issues.sort(key=lambda issue: (issue.path, issue.line, issue.key))
    documents = tuple(item.document for item in parsed if item.document is not None)
    return documents, tuple(issues)


def _read_snapshot(path: Path) -> _Library | None:
    try:
        return _LIBRARY.validate_json(path.read_bytes())
    except FileNotFoundError:
        return None
    except (OSError, ValidationError) as error:
        _LOG.info("snapshot %s is not usable: %s", path.name, error)
        return None


def _write_snapshot(path: Path, library: _Library) -> None:
    """Keep the snapshot and drop older ones; a full disk only costs the time saved."""
    try:
        write_atomically(path, _LIBRARY.dump_json(library, by_alias=True, exclude_none=True))
        for old in path.parent.glob(f"{_PREFIX}*.json"):
            if old != path:
                old.unlink(missing_ok=True)
    except (StorageError, OSError) as error:
        _LOG.info("snapshot not kept: %s", error)
