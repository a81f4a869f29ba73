# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Opens the thesaurus with every form read by the morphology, and keeps what was read.

Reading a few hundred forms costs more than everything else about opening the search, so the
result is kept beside the other caches, under a name that changes with the file and with the
analysis. A missing, old or damaged copy is made again.
"""

import hashlib
import json
import logging
from collections.abc import Callable
from pathlib import Path

from kyosei_desk.domain.errors import ResourceError, StorageError
from kyosei_desk.files import write_atomically
from kyosei_desk.search.thesaurus import ReadForm, ReadGroup, Thesaurus

_LOG = logging.getLogger(__name__)
_LAYOUT = "1"
_PREFIX = "thesaurus-"

Read = Callable[[str], ReadForm]


def open_thesaurus(path: Path, cache_folder: Path, analysis: str, read: Read) -> Thesaurus:
    """Return the thesaurus of a file; ``analysis`` is the version of what ``read`` does.

    Raises:
        ResourceError: the file is missing, no YAML, or contradicts itself.
    """
    try:
        written = path.read_bytes()
    except OSError as error:
        raise ResourceError(path, str(error)) from error
    digest = hashlib.sha256(f"{_LAYOUT} {analysis}\n".encode() + written).hexdigest()[:16]
    kept = cache_folder / f"{_PREFIX}{digest}.json"
    groups = _read_kept(kept)
    if groups is None:
        groups = read_groups(path, read)
        _keep(kept, groups)
    return Thesaurus(groups)


def read_groups(path: Path, read: Read) -> tuple[ReadGroup, ...]:
    """Read every form of a thesaurus file (about 0.1 ms each).

    Raises:
        ResourceError: the file is missing, no YAML, or contradicts itself.
    """
    # Imported here: the parsers are not needed, and not paid for, when the copy serves.
    from kyosei_desk.search.thesaurus_file import load_thesaurus

    def forms(written: tuple[str, ...]) -> tuple[ReadForm, ...]:
        return tuple(read(form) for form in written)

    return tuple(
        ReadGroup(*map(forms, (group.names, group.narrower, group.related, group.ambiguous)))
        for group in load_thesaurus(path).groups
    )


def _read_kept(path: Path) -> tuple[ReadGroup, ...] | None:
    try:
        groups = json.loads(path.read_bytes())["groups"]
        return tuple(ReadGroup(*(tuple(map(_form, forms)) for forms in group)) for group in groups)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        _LOG.info("%s is not usable: %s", path.name, error)
        return None


def _form(kept: tuple[str, list[str], str]) -> ReadForm:
    form, key, sound = kept
    return ReadForm(form, tuple(key), sound)


def _keep(path: Path, groups: tuple[ReadGroup, ...]) -> None:
    """Keep the copy and drop older ones; a full disk only costs the time saved."""
    try:
        write_atomically(path, json.dumps({"groups": groups}, ensure_ascii=False).encode())
        for old in path.parent.glob(f"{_PREFIX}*.json"):
            if old != path:
                old.unlink(missing_ok=True)
    except (StorageError, OSError) as error:
        _LOG.info("thesaurus not kept: %s", error)
