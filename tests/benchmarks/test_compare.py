# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What is measured of a comparison."""

from benchmarks.compare import MANY, many_designs, timed
from kyosei_desk.domain.corpus import Corpus


def test_many_designs_are_told_apart(corpus: Corpus) -> None:
    designs = many_designs(corpus, MANY)
    assert len({design.id for design in designs}) == MANY
    assert len({design.title for design in designs}) == 8
    assert all(design.design.elements for design in designs)


def test_every_round_is_timed() -> None:
    done: list[int] = []
    assert len(timed(lambda: done.append(1), 3)) == 3
    assert len(done) == 3
