# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""``python -m benchmarks``: every measurement, one after the other, as Markdown tables.

What is asked for is kept in the environment, because start-up runs all of it again on a
virtual screen where there is none.
"""

import argparse
import io
import os
import re
import sys
from collections.abc import Sequence
from contextlib import redirect_stdout
from pathlib import Path

from benchmarks import compare, latency, quality_suite, startup, variations
from benchmarks.engines import recoll_peer

_SECTIONS = ("startup", "quality", "variations", "latency", "compare")
_RESULTS = "## 結果\n"
_OPTIONS = {
    "laws": "folder of statutes as Markdown files",
    "sample": "JSON file of questions with the documents that answer them",
    "keep": "folder to keep built indexes in, so that the next run is shorter",
    "only": f"which of {','.join(_SECTIONS)} to run",
    "write": "document whose part under the heading 結果 is replaced by the results",
}


class Tee(io.TextIOBase):
    """Prints as ever and keeps what was printed."""

    def __init__(self) -> None:
        """Begin with nothing kept."""
        self.kept = io.StringIO()

    def write(self, text: str) -> int:
        """Print and keep a text."""
        if sys.__stdout__:
            sys.__stdout__.write(text)
        return self.kept.write(text)

    def flush(self) -> None:
        """Show what was printed so far."""
        if sys.__stdout__:
            sys.__stdout__.flush()


def main() -> None:
    """Run what is asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    for name, text in _OPTIONS.items():
        parser.add_argument(f"--{name}", default=os.environ.get(_variable(name), ""), help=text)
    given = parser.parse_args()
    if given.write and not Path(given.write).is_file():
        parser.error(f"no such document: {given.write}")
    for name in _OPTIONS:
        os.environ[_variable(name)] = getattr(given, name)
    wanted = given.only.split(",") if given.only else _SECTIONS
    if "startup" in wanted:
        startup.with_screen()
    tee = Tee()
    with redirect_stdout(tee):
        run(wanted, given)
    if given.write:
        write_results(Path(given.write), tee.kept.getvalue())


def run(wanted: Sequence[str], given: argparse.Namespace) -> None:
    """Run the sections wanted, printing as they come."""
    laws, sample, keep = (Path(v) if v else None for v in (given.laws, given.sample, given.keep))
    lack = recoll_peer.missing()
    if lack:
        print(f"\n{lack}")
    if "quality" in wanted:
        print("\n## 質")
        quality_suite.run(sample, laws)
    if "variations" in wanted:
        print("\n## 表記のゆれ\n")
        print(variations.report(variations.judge(variations.groups())))
    if "latency" in wanted:
        print("\n## 速さ・索引・メモリー")
        latency.run_default(laws, keep)
    if "compare" in wanted:
        print("\n## くらべる\n")
        print(compare.report())
    if "startup" in wanted:
        print("\n## 起動\n\n```text")
        startup.report()
        print("```")


def write_results(document: Path, results: str) -> None:
    """Replace what stands under the heading 結果 of a document; headings go one level down."""
    head, heading, _ = document.read_text(encoding="utf-8").partition(_RESULTS)
    deeper = re.sub(r"^(#+ )", r"#\1", results, flags=re.MULTILINE)
    document.write_text(head + heading + deeper.rstrip() + "\n", encoding="utf-8")


def _variable(name: str) -> str:
    return f"KYOSEI_BENCH_{name.upper()}"


if __name__ == "__main__":
    main()
