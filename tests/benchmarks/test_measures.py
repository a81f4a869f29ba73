# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What is said of an engine is counted rightly."""

from pathlib import Path

import pytest

from benchmarks.__main__ import write_results
from benchmarks.measures import Answer, Judged, Score, percentile, reciprocal_rank, table

RELEVANT = frozenset({"a", "b"})


@pytest.mark.parametrize(
    ("documents", "rank"),
    [
        (("a",), 1.0),
        (("x", "b", "a"), 0.5),
        (("x", "y"), 0.0),
        ((), 0.0),
        (("x",) * 9 + ("a",), 0.1),
        (("x",) * 10 + ("a",), 0.0),
    ],
)
def test_reciprocal_rank_counts_the_first_of_ten_places(
    documents: tuple[str, ...], rank: float
) -> None:
    assert reciprocal_rank(documents, RELEVANT) == rank


@pytest.mark.parametrize(("share", "value"), [(0.0, 1), (0.5, 3), (0.95, 5), (1.0, 5)])
def test_percentile_takes_a_value_there_is(share: float, value: float) -> None:
    assert percentile([5, 1, 4, 2, 3], share) == value


def test_percentile_of_nothing_is_zero() -> None:
    assert percentile([], 0.5) == 0


def scored() -> Score:
    score = Score("試し", index_seconds=1.5, index_bytes=2_000_000)
    for documents in (("a",), ("x", "a"), ("x",)):
        score.add(Judged("問い", RELEVANT), Answer(documents, ms=4.0))
    return score


def test_a_score_sums_up_its_answers() -> None:
    score = scored()
    assert score.mrr == pytest.approx(0.5)
    assert [score.success(places) for places in (1, 3)] == pytest.approx([1 / 3, 2 / 3])
    assert [documents for _, documents in score.missed] == [("x",)]


def test_the_table_has_a_row_for_each_engine() -> None:
    assert table([scored()]).splitlines()[-1] == (
        "| 試し | 0.500 | 0.333 | 0.667 | 0.667 | 4.0 | 4.0 | 1.5 | 2.0 |"
    )


def test_results_replace_those_before_one_level_down(tmp_path: Path) -> None:
    document = tmp_path / "benchmarks.md"
    document.write_text("# 計測\n\n## 結果\n古い結果\n", encoding="utf-8")
    write_results(document, "\n## 質\n\n### 資料\n\n| a |\n")
    assert document.read_text(encoding="utf-8") == (
        "# 計測\n\n## 結果\n\n### 質\n\n#### 資料\n\n| a |\n"
    )
