# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What tests of the comparison are made with."""

from pathlib import Path

from PySide6.QtCore import QObject

from kyosei_desk.domain.comparing.designs import ComparedDesign, compared_case
from kyosei_desk.domain.comparing.matrix import Matrix, Row, RowKind, build_matrix
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.ui.compare.controller import ComparisonController
from tests.ui.window_support import make_settings

NABARI, FUJISAWA, OMUTA = "cases/nabari", "cases/fujisawa", "cases/omuta"
THREE = (NABARI, FUJISAWA, OMUTA)


def designs_of(corpus: Corpus, ids: tuple[str, ...] = THREE) -> tuple[ComparedDesign, ...]:
    by_id = {case.id: case for case in corpus.cases}
    return tuple(compared_case(by_id[one], corpus) for one in ids)


def matrix_of(
    corpus: Corpus, ids: tuple[str, ...] = THREE, kind: RowKind = RowKind.PROVISIONS
) -> Matrix:
    return build_matrix(designs_of(corpus, ids), corpus.provisions, corpus.functions, kind)


def row_of(matrix: Matrix, key: str) -> Row:
    return next(row for row in matrix.rows if row.key == key)


def controller_of(
    corpus: Corpus, folder: Path, parent: QObject, ids: tuple[str, ...] = THREE
) -> ComparisonController:
    made = ComparisonController(make_settings(folder), parent)
    made.set_corpus(corpus)
    made.compare(ids)
    return made
