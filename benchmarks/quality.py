# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Quality on any texts: ``python -m benchmarks.quality --docs FOLDER --queries FILE.tsv``.

The file has one question a line, ``question TAB file name[|another]``. Printed are MRR@10,
success at 1, 3 and 10, p50 and p95 in milliseconds, index time and size, for this program
and for every other engine there is, over the same texts and questions in one run.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

from benchmarks.data_files import read_queries
from benchmarks.engines import recoll_peer
from benchmarks.engines.base import Engine
from benchmarks.engines.desk import DeskEngine
from benchmarks.engines.fts5 import Fts5, Substring
from benchmarks.engines.lemma_bm25 import LemmaBm25
from benchmarks.measures import Judged, Score, table
from benchmarks.texts import TextPart, read_folder
from kyosei_desk.domain.corpus import Corpus

Say = Callable[[str], None]


def engines(cache: Path, corpus: Corpus | None = None, *, only: str = "") -> Iterator[Engine]:
    """Yield the engines there are; ``only`` keeps those with this in their name."""
    every: list[Callable[[], Engine]] = [
        lambda: DeskEngine(cache, corpus),
        LemmaBm25,
        lambda: Fts5("unicode61"),
        lambda: Fts5("trigram"),
        Substring,
    ]
    for make in every:
        engine = make()
        if only in engine.name:
            yield engine
    if recoll_peer.missing() is None and only in "Recoll":
        plain = recoll_peer.Recoll()
        yield plain
        yield recoll_peer.Recoll(filled_up=plain)


def compare(
    parts: Sequence[TextPart],
    sets: Mapping[str, Sequence[Judged]],
    found: Iterator[Engine],
    say: Say = print,
) -> dict[str, list[Score]]:
    """Build every engine over the same texts and ask each the same questions, set by set."""
    scores: dict[str, list[Score]] = {name: [] for name in sets}
    with ExitStack() as stack:
        for engine in found:
            at = tempfile.TemporaryDirectory(prefix="kyosei-bench-", ignore_cleanup_errors=True)
            folder = Path(stack.enter_context(at))
            stack.callback(engine.close)
            started = time.perf_counter()
            engine.build(parts, folder)
            seconds = time.perf_counter() - started
            for name, questions in sets.items():
                score = Score(engine.name, seconds, engine.size())
                ask_all(engine, questions, score)
                scores[name].append(score)
            say(f"  {engine.name} …")
    return scores


def ask_all(engine: Engine, questions: Sequence[Judged], score: Score) -> None:
    """Ask one engine everything, after one question to warm it up."""
    if questions:
        engine.ask(questions[0].query)
    for judged in questions:
        score.add(judged, engine.ask(judged.query))


def _to_stderr(text: str) -> None:
    print(text, file=sys.stderr)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=__doc__)
    parser.add_argument("--docs", type=Path, required=True, help="folder of text files")
    parser.add_argument("--queries", type=Path, required=True, help="tab-separated questions")
    parser.add_argument("--only", default="", help="only engines with this in their name")
    parser.add_argument("--missed", action="store_true", help="list what is not in the top 3")
    given = parser.parse_args(arguments)
    parts, questions = read_folder(given.docs), read_queries(given.queries)
    unknown = {n for q in questions for n in q.relevant} - {p.document for p in parts}
    print(f"文書 {len(parts)} 件、問い {len(questions)} 件")
    if unknown:
        print(f"注意: {given.docs} にない文書名が {len(unknown)} 件あります: {min(unknown)} など")
    lack = recoll_peer.missing()
    if lack:
        print(lack)
    with tempfile.TemporaryDirectory(prefix="kyosei-bench-") as cache:
        found = engines(Path(cache), only=given.only)
        scores = compare(parts, {"": questions}, found, _to_stderr)[""]
    print(table(scores))
    if given.missed:
        for score in scores:
            print(f"\n{score.engine}")
            for judged, documents in score.missed:
                print(f"  {judged.query}\t{'|'.join(judged.relevant)}\t{' '.join(documents)}")


if __name__ == "__main__":
    main()
