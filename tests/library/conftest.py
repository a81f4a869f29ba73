# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A little content folder beside the real list of municipalities."""

from pathlib import Path

import pytest

from kyosei_desk.library.locations import BundledFolders
from tests.library.samples import write_content


@pytest.fixture
def folders(tmp_path: Path, bundled: BundledFolders) -> BundledFolders:
    """A sound content folder of three documents."""
    return BundledFolders(write_content(tmp_path / "content"), bundled.resources)
