# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""An index is made again only when the content or this version changes: do not forget it."""

import hashlib

from kyosei_desk.library.loading import READING_VERSION
from tests.domain.samples import small_corpus

_PASSAGES = "4 393f6744a92d7ad2"


def test_passages_made_otherwise_have_another_version() -> None:
    digest = hashlib.sha256()
    for passage in small_corpus().all_passages():
        made = (passage.key, passage.title, passage.text, passage.names, passage.keywords)
        digest.update(repr(made).encode())
    found = f"{READING_VERSION} {digest.hexdigest()[:16]}"
    assert found == _PASSAGES, (
        f"passages of the samples are now {found}: if it was the making of passages that "
        "changed, raise READING_VERSION; then put the new text here"
    )
