# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Fixtures of every test that needs no window."""

import os

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
# Other examples at every run, and many of them: see CONTRIBUTING.md.
_MANY = os.environ.get("KYOSEI_FUZZ", "")
settings.register_profile(
    "many", settings.get_profile("steady"), derandomize=False, max_examples=int(_MANY or 100)
)
settings.load_profile("many" if _MANY else "steady")


@pytest.fixture(scope="session")
def bundled() -> BundledFolders:
    """The folders of the content and resources that ship with the program."""
    return bundled_folders()


@pytest.fixture(scope="session")
def corpus(bundled: BundledFolders, tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """The bundled library, read once for all tests."""
    return load_corpus(bundled, tmp_path_factory.mktemp("cache"))
