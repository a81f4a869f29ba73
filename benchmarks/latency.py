# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Latency, index speed and size, memory: the bundled library and 1,000 to 100,000 passages.

``python -m benchmarks.latency [--sizes 1000,20000,100000] [--laws FOLDER] [--keep FOLDER]``.
This program is measured in processes of its own (building apart from asking); the others are
given the same passages and questions in the same run. With ``--keep`` indexes built once are
used again.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.engines import recoll_peer
from benchmarks.engines.base import Engine
from benchmarks.engines.fts5 import Fts5, Substring
from benchmarks.latency_probe import passages
from benchmarks.latency_queries import timed_questions
from benchmarks.measures import percentile

Say = Callable[[str], None]
BUNDLED = 0
SIZES = (BUNDLED, 1_000, 20_000)
LARGE = 100_000
_LARGE_SECONDS = 300.0  # the largest library is left out when building it would take longer
_HEAVY = ("1万字", "数百のOR")  # judged by their own limits
_NAMED = ("二つの語", "長い問い")
_PEER_QUESTIONS = 40  # per kind and engine
_HEAD = (
    "| エンジン | 二つの語 p50/p95 | 長い問い p50/p95 | すべて p50/p95 | 1万字 最大 | 数百の語 最大"
    " | 索引 秒 | 索引 MB | メモリー MB |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|"
)


@dataclass
class Timing:
    """What was measured of one engine over one library."""

    engine: str
    times: Mapping[str, Sequence[float]]
    index_seconds: float | None
    index_bytes: int
    memory_mb: float | None = None
    notes: list[str] = field(default_factory=list)

    def row(self) -> str:
        """Return the table row: medians and 95 % in milliseconds."""
        every = [ms for kind, held in self.times.items() if kind not in _HEAVY for ms in held]
        cells = [_pair(self.times.get(kind, ())) for kind in _NAMED]
        cells.append(_pair(every))
        cells += [_most(self.times.get(kind, ())) for kind in _HEAVY]
        cells.append("—" if self.index_seconds is None else f"{self.index_seconds:.1f}")
        cells.append(f"{self.index_bytes / 1e6:.1f}" if self.index_bytes else "—")
        cells.append("—" if self.memory_mb is None else f"{self.memory_mb:.0f}")
        return f"| {self.engine} | {' | '.join(cells)} |"


def _pair(times: Sequence[float]) -> str:
    return f"{percentile(times, 0.5):.1f} / {percentile(times, 0.95):.1f}" if times else "—"


def _most(times: Sequence[float]) -> str:
    return f"{max(times):.0f}" if times else "—"


def time_desk(size: int, folder: Path, laws: Path | None) -> Timing:
    """Measure this program; see ``latency_probe``."""
    built = _probe("build", size, folder, laws)
    asked = _probe("ask", size, folder, laws)
    notes = [f"開く {asked['open_ms']:.0f} ms", f"最初の答えまで {asked['first_answer_ms']:.0f} ms"]
    if "peak_mb" in built:
        notes.append(f"索引を作るときの最大メモリー {built['peak_mb']:.0f} MB")
    return Timing(
        "きょうせいデスク",
        asked["times"],
        built.get("index_seconds"),
        asked["index_bytes"],
        asked["engine_mb"],
        notes,
    )


def _probe(work: str, size: int, folder: Path, laws: Path | None) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.latency_probe", work, str(size), str(folder)]
    command += [str(laws)] if laws else []
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"latency_probe {work} {size}: {done.stderr[-2000:]}")
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def time_peers(size: int, laws: Path | None) -> list[Timing]:
    """Measure the other engines over the same passages."""
    parts = passages(size, laws)
    questions = timed_questions(parts)
    peers: list[Engine] = [Fts5("unicode61"), Fts5("trigram"), Substring()]
    if recoll_peer.missing() is None:
        peers.append(recoll_peer.Recoll())
    timings = []
    for peer in peers:
        with tempfile.TemporaryDirectory(prefix="kyosei-bench-", ignore_cleanup_errors=True) as at:
            started = time.perf_counter()
            peer.build(parts, Path(at))
            built = time.perf_counter() - started
            peer.ask("相談")
            times = {
                kind: [peer.ask(text).ms for text in texts[:_PEER_QUESTIONS]]
                for kind, texts in questions.items()
            }
            timings.append(Timing(peer.name, times, built or None, peer.size()))
            peer.close()
    return timings


def run(sizes: Sequence[int], laws: Path | None, keep: Path | None, say: Say = print) -> None:
    """Measure every size and print a table for each; the largest only where it is quick."""
    with tempfile.TemporaryDirectory(prefix="kyosei-bench-", ignore_cleanup_errors=True) as at:
        folder = keep or Path(at)
        for size in sizes:
            _report(size, folder, laws, say)


def run_default(laws: Path | None, keep: Path | None, say: Say = print) -> None:
    """Measure the usual sizes, and the largest unless building it would take minutes."""
    with tempfile.TemporaryDirectory(prefix="kyosei-bench-", ignore_cleanup_errors=True) as at:
        folder = keep or Path(at)
        timings = [_report(size, folder, laws, say) for size in SIZES]
        built = (folder / f"index-{LARGE}" / "manifest.json").exists()
        expected = (timings[-1].index_seconds or 0.0) * LARGE / SIZES[-1]
        if built or expected <= _LARGE_SECONDS:
            _report(LARGE, folder, laws, say)
        else:
            say(
                f"\n100,000 節は索引づくりにおよそ {expected / 60:.0f} 分かかるため省きました。"
                "測るには: python -m benchmarks.latency --sizes 100000"
            )


def _report(size: int, folder: Path, laws: Path | None, say: Say) -> Timing:
    desk = time_desk(size, folder, laws)
    say(f"\n### {'同梱の資料' if size == BUNDLED else f'{size:,} 節'}\n")
    say(_HEAD)
    say(desk.row())
    for timing in time_peers(size, laws):
        say(timing.row())
    say("\n" + "。".join(desk.notes) + "。")
    return desk


def main(arguments: Sequence[str] | None = None) -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.latency", description=__doc__)
    parser.add_argument("--sizes", default="", help="numbers of passages; 0 is the bundled library")
    parser.add_argument("--laws", type=Path, help="folder of statutes as Markdown")
    parser.add_argument("--keep", type=Path, help="folder to keep the indexes in")
    given = parser.parse_args(arguments)
    if given.sizes:
        run([int(size) for size in given.sizes.split(",")], given.laws, given.keep)
    else:
        run_default(given.laws, given.keep)


if __name__ == "__main__":
    main()
