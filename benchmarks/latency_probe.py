# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""One measurement of this program's speed in a process of its own; prints one JSON object.

``latency_probe build|ask SIZE FOLDER [LAWS]`` builds the index in FOLDER when it is not there,
or opens it and asks. Milliseconds by kind of question are ``took_ms`` of the engine, which
holds ranking, snippets, marks and facets; memory is the proportional set size in MB.
"""

import gc
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.engines.base import FETCHED, folder_size
from benchmarks.engines.desk import open_corpus
from benchmarks.generated import mixed_passages
from benchmarks.latency_queries import timed_questions
from benchmarks.prose import bundled_corpus, bundled_parts, read_laws
from benchmarks.texts import TextPart, make_corpus
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.search.model import Searcher, SearchRequest


def passages(size: int, laws: Path | None) -> list[TextPart]:
    """Return that many passages: real ones first, mixtures after them; 0 is the library."""
    if size == 0:
        return bundled_parts()
    sources = read_laws(laws) if laws else []
    return mixed_passages([*bundled_parts(), *sources], size)


def _corpus(size: int, parts: Sequence[TextPart]) -> Corpus:
    return make_corpus(parts)[0] if size else bundled_corpus()


def build(size: int, folder: Path, laws: Path | None) -> dict[str, object]:
    """Build the index, in a process that ends after it, or return what was noted then."""
    index, note = folder / f"index-{size}", folder / f"index-{size}.json"
    if (index / "manifest.json").exists() and note.exists():
        noted: dict[str, object] = json.loads(note.read_text(encoding="utf-8"))
        return noted
    parts = passages(size, laws)
    corpus = _corpus(size, parts)
    started = time.perf_counter()
    open_corpus(corpus, folder / "cache", index)
    seconds = time.perf_counter() - started
    characters = sum(len(part.text) for part in parts)
    built: dict[str, object] = {
        "index_seconds": seconds,
        "index_bytes": folder_size(index),
        "characters": characters,
        "peak_mb": peak_mb(),
    }
    note.write_text(json.dumps(built), encoding="utf-8")
    return built


def ask(size: int, folder: Path, laws: Path | None) -> dict[str, object]:
    """Open the index built before and ask everything."""
    parts = passages(size, laws)
    corpus = _corpus(size, parts)
    corpus.all_passages()
    questions = timed_questions(parts)
    before = memory_mb()
    started = time.perf_counter()
    searcher = open_corpus(corpus, folder / "cache", folder / f"index-{size}")
    opened = time.perf_counter() - started
    searcher.search(SearchRequest("相談支援 名張", limit=FETCHED))
    first = time.perf_counter() - started
    for _ in searcher.prepare():
        pass
    prepared = time.perf_counter() - started - first
    # As in the window: garbage is collected between questions, and not what there is now.
    gc.collect()
    gc.freeze()
    gc.disable()
    times = {kind: [_time(searcher, text) for text in texts] for kind, texts in questions.items()}
    return {
        "passages": len(parts),
        "index_bytes": folder_size(folder / f"index-{size}"),
        "open_ms": opened * 1000,
        "first_answer_ms": first * 1000,
        "prepared_ms": prepared * 1000,
        "texts_mb": before,
        "engine_mb": memory_mb() - before,
        "times": times,
    }


def _time(searcher: Searcher, text: str) -> float:
    found = searcher.search(SearchRequest(text, limit=FETCHED))
    gc.collect(0)
    return found.took_ms


def peak_mb() -> float:
    """Return the largest resident size this process had, in MB; 0 where it cannot be told."""
    return _kilobytes(Path("/proc/self/status"), "VmHWM:")


def memory_mb() -> float:
    """Return the proportional set size of this process in MB; 0 where it cannot be told."""
    return _kilobytes(Path("/proc/self/smaps_rollup"), "Pss:")


def _kilobytes(path: Path, name: str) -> float:
    try:
        lines = path.read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith(name)), 0.0)


if __name__ == "__main__":
    work = {"build": build, "ask": ask}[sys.argv[1]]
    laws_folder = Path(sys.argv[4]) if len(sys.argv) > 4 else None
    print(json.dumps(work(int(sys.argv[2]), Path(sys.argv[3]), laws_folder)))
