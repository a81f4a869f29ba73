# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Fixtures of every test that needs no window."""

import pytest
from hypothesis import HealthCheck, settings

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.library.loading import load_corpus
from kyosei_desk.library.locations import BundledFolders, bundled_folders

# The same examples on every machine, however slow: a test fails for its reason only.
settings.register_profile(
    "steady",
    database=None,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def bundled() -> BundledFolders:
    """The folders of the content and resources that ship with the program."""
    return bundled_folders()


@pytest.fixture(scope="session")
def corpus(bundled: BundledFolders, tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """The bundled library, read once for all tests."""
    return load_corpus(bundled, tmp_path_factory.mktemp("cache"))
