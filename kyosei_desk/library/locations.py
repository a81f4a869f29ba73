# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Finds the content and resources that ship with the program."""

from dataclasses import dataclass
from pathlib import Path

from kyosei_desk.domain.errors import ResourceError

_PACKAGE = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class BundledFolders:
    """Where the bundled content and resources are."""

    content: Path
    resources: Path


def bundled_folders() -> BundledFolders:
    """Return the bundled folders: inside the installed package, else beside it in a checkout.

    Raises:
        ResourceError: neither place has them; the installation is broken.
    """
    for root in (_PACKAGE / "bundled", _PACKAGE.parent):
        folders = BundledFolders(root / "content", root / "resources")
        if folders.content.is_dir() and folders.resources.is_dir():
            return folders
    raise ResourceError(_PACKAGE / "bundled", "content and resources not found")
