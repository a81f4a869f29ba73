# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Where content files are: one folder a kind of document."""

from collections.abc import Mapping
from pathlib import Path

from kyosei_desk.domain.vocabulary import DocumentKind

FOLDERS: Mapping[str, DocumentKind] = {
    "guideline": DocumentKind.GUIDELINE,
    "reports": DocumentKind.REPORT,
    "cases": DocumentKind.CASE,
}


def document_id(path: Path, content_dir: Path) -> str:
    """Return the id a content file must have: its place without the suffix."""
    return path.relative_to(content_dir).with_suffix("").as_posix()


def content_paths(content_dir: Path) -> list[Path]:
    """Return the content files in a stable order: by folder, then by name."""
    return [path for folder in FOLDERS for path in sorted((content_dir / folder).glob("*.md"))]
