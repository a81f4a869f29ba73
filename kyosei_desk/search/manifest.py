# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Which index folder is the current one, and what it was built from."""

import json
import os
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

MANIFEST = "manifest.json"
_CHECKED = 64 * 2**20  # bytes; a quarter of a second at worst


class BuildReason(StrEnum):
    """Why an index had to be built."""

    FIRST = "first"
    CONTENT = "content"
    ANALYZER = "analyzer"
    SCHEMA = "schema"
    DAMAGED = "damaged"
    REQUESTED = "requested"


@dataclass(frozen=True)
class Manifest:
    """What an index was built from, and the folder it is in (a name beside this file)."""

    schema: str
    analyzer: str
    content: str
    passages: int
    folder: str
    files: Mapping[str, str]  # name → what tells whether the file is still the one written

    def reason_to_rebuild(self, schema: str, analyzer: str, content: str) -> BuildReason | None:
        """Return why this index does not serve, or None when it does."""
        if self.schema != schema:
            return BuildReason.SCHEMA
        if self.analyzer != analyzer:
            return BuildReason.ANALYZER
        if self.content != content:
            return BuildReason.CONTENT
        return None

    def is_whole(self, root: Path) -> bool:
        """Tell whether every file of the index is still the one written, as far as told."""
        folder = root / self.folder
        try:
            return all(_stamp(folder / name) == stamp for name, stamp in self.files.items())
        except OSError:
            return False


def file_stamps(folder: Path) -> dict[str, str]:
    """Return the size of every file in a folder, and the checksum of all but huge ones."""
    return {path.name: _stamp(path) for path in sorted(folder.iterdir()) if path.is_file()}


def _stamp(path: Path) -> str:
    size = path.stat().st_size
    return f"{size}" if size > _CHECKED else f"{size}-{zlib.crc32(path.read_bytes()):08x}"


def read_manifest(root: Path) -> Manifest | None:
    """Return the manifest of an index root; None when there is none or it is unreadable."""
    try:
        data = json.loads((root / MANIFEST).read_text(encoding="utf-8"))
        manifest = Manifest(**data)
    except (OSError, ValueError, TypeError):
        return None
    if not isinstance(manifest.folder, str) or not isinstance(manifest.files, dict):
        return None
    if Path(manifest.folder).name != manifest.folder or manifest.folder in ("", ".", ".."):
        return None
    return manifest


def write_manifest(root: Path, manifest: Manifest) -> None:
    """Put the manifest in place in one step.

    Raises:
        OSError: the folder cannot be written.
    """
    temporary = root / f"{MANIFEST}.{os.getpid()}.tmp"
    temporary.write_text(json.dumps(asdict(manifest), indent=1), encoding="utf-8", newline="\n")
    temporary.replace(root / MANIFEST)
