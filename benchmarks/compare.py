# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""How long a comparison takes: matrices, files, structure diagrams, and scrolling the table.

``python -m benchmarks --only compare``. Matrices are of the eight cases, and of fifty
designs: the eight again and again, under names of their own, with as many elements each as
real ones have.
"""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from benchmarks.compare_table import scrolling_times
from benchmarks.prose import bundled_corpus
from kyosei_desk.domain.comparing.designs import ComparedDesign, compared_case
from kyosei_desk.domain.comparing.matrix import Matrix, RowKind, build_matrix
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.export.comparison.file import ComparisonFormat, comparison_bytes
from kyosei_desk.export.diagram.layout import design_diagram

MANY = 50
_ROUNDS = 31
_FEW_ROUNDS = 5  # for what takes long
_HEAD = "| 何を | 列 | 中央値 ms | 最大 ms |\n|---|--:|--:|--:|"
_DIAGRAM_HEAD = "| しくみ図の配置 | 要素 | つながり | 中央値 ms | 最大 ms |\n|---|--:|--:|--:|--:|"


def many_designs(corpus: Corpus, count: int) -> list[ComparedDesign]:
    """Return any number of designs: the cases over and over, each with an id of its own."""
    cases = [compared_case(case, corpus) for case in corpus.cases]
    return [replace(cases[number % len(cases)], id=f"design-{number}") for number in range(count)]


def timed(work: Callable[[], object], rounds: int = _ROUNDS) -> list[float]:
    """Return how long the work took, in milliseconds, round by round."""
    taken = []
    for _ in range(rounds):
        started = time.perf_counter()
        work()
        taken.append((time.perf_counter() - started) * 1000)
    return taken


def report(rounds: int = _ROUNDS) -> str:
    """Return everything measured as tables."""
    return "\n\n".join((matrix_report(rounds), diagram_report(min(rounds, _FEW_ROUNDS))))


def matrix_report(rounds: int) -> str:
    """Return a table: building every sort of matrix, writing and scrolling the one of eight."""
    corpus = bundled_corpus()
    lines = [_HEAD]
    for count in (len(corpus.cases), MANY):
        designs = many_designs(corpus, count)
        for kind in RowKind:
            times = timed(partial(_built, corpus, designs, kind), rounds)
            lines.append(_line(f"表を作る（{kind.label}）", count, times))
    eight = _built(corpus, many_designs(corpus, len(corpus.cases)), RowKind.PROVISIONS)
    for file_format in ComparisonFormat:
        times = timed(partial(comparison_bytes, eight, file_format), rounds)
        lines.append(_line(f"書き出す（{file_format.value}）", len(eight.designs), times))
    for name, wide in (("要点だけ", False), ("すべて広げて", True)):
        times = scrolling_times(2 * rounds, wide=wide)
        lines.append(_line(f"表を送って描く（{name}）", len(eight.designs), times))
    return "\n".join(lines)


def diagram_report(rounds: int) -> str:
    """Return a table: laying out the structure diagram of each case."""
    corpus = bundled_corpus()
    lines = [_DIAGRAM_HEAD]
    medians: list[float] = []
    for case in corpus.cases:
        compared = compared_case(case, corpus)
        times = timed(partial(design_diagram, compared, corpus), rounds)
        medians.append(statistics.median(times))
        size = f"{len(case.elements)} | {len(case.links)}"
        lines.append(f"| {compared.title} | {size} | {medians[-1]:.0f} | {max(times):.0f} |")
    lines.append(f"| 八つの中央値 | | | {statistics.median(medians):.0f} | |")
    return "\n".join(lines)


def _built(corpus: Corpus, designs: Sequence[ComparedDesign], kind: RowKind) -> Matrix:
    """Build a matrix and ask its rows what a page asks."""
    matrix = build_matrix(designs, corpus.provisions, corpus.functions, kind)
    for row in matrix.without(same=True, unstated=True).rows:
        assert row.only_here is None or not row.is_common
    return matrix


def _line(name: str, columns: int, times: Sequence[float]) -> str:
    return f"| {name} | {columns} | {statistics.median(times):.2f} | {max(times):.2f} |"
