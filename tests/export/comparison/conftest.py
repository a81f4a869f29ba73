# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The eight cases side by side, once a kind of rows."""

import pytest

from kyosei_desk.domain.comparing.designs import compared_case
from kyosei_desk.domain.comparing.matrix import Matrix, RowKind, build_matrix
from kyosei_desk.domain.corpus import Corpus


@pytest.fixture(scope="module", params=list(RowKind), ids=lambda kind: kind.value)
def bundled_matrix(corpus: Corpus, request: pytest.FixtureRequest) -> Matrix:
    designs = [compared_case(case, corpus) for case in corpus.cases]
    return build_matrix(designs, corpus.provisions, corpus.functions, request.param)
