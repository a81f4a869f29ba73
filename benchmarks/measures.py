# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What is said of an engine: how good, how fast, how large."""

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Judged:
    """A question with the documents that answer it; ``kind`` groups questions in reports."""

    query: str
    relevant: frozenset[str]
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """Distinct documents best first, and the milliseconds it took to get them."""

    documents: tuple[str, ...]
    ms: float


def reciprocal_rank(documents: Sequence[str], relevant: frozenset[str]) -> float:
    """Return 1 / the place of the first relevant document among the first ten, else 0."""
    for place, document in enumerate(documents[:10], start=1):
        if document in relevant:
            return 1 / place
    return 0.0


def percentile(values: Iterable[float], share: float) -> float:
    """Return the value below which a share (0 to 1) of the values lies; 0 of none."""
    ordered = sorted(values)
    if not ordered:
        return 0.0
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]


@dataclass
class Score:
    """The results of one engine over a list of questions."""

    engine: str
    index_seconds: float = 0.0
    index_bytes: int = 0
    ranks: list[float] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    missed: list[tuple[Judged, tuple[str, ...]]] = field(default_factory=list)

    def add(self, judged: Judged, answer: Answer) -> None:
        """Count one answer."""
        rank = reciprocal_rank(answer.documents, judged.relevant)
        self.ranks.append(rank)
        self.times.append(answer.ms)
        if rank < 1 / 3:
            self.missed.append((judged, answer.documents[:3]))

    @property
    def mrr(self) -> float:
        """Mean reciprocal rank, first ten places."""
        return statistics.fmean(self.ranks) if self.ranks else 0.0

    def success(self, places: int) -> float:
        """Return the share of questions answered within the first places."""
        if not self.ranks:
            return 0.0
        return sum(rank >= 1 / places for rank in self.ranks) / len(self.ranks)


def table(scores: Sequence[Score]) -> str:
    """Return a Markdown table of scores, one engine a row."""
    lines = [
        "| エンジン | MRR@10 | 1位 | 3位まで | 10位まで | p50 ms | p95 ms | 索引 秒 | 索引 MB |",
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    lines += [
        f"| {s.engine} | {s.mrr:.3f} | {s.success(1):.3f} | {s.success(3):.3f}"
        f" | {s.success(10):.3f} | {percentile(s.times, 0.5):.1f}"
        f" | {percentile(s.times, 0.95):.1f} | {s.index_seconds:.1f}"
        f" | {s.index_bytes / 1e6:.1f} |"
        for s in scores
    ]
    return "\n".join(lines)
