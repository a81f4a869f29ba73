# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Recoll, in a process of its own under the system's Python; times are taken there."""

import json
import shutil
import subprocess
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from benchmarks.engines.base import distinct, folder_size
from benchmarks.measures import Answer
from benchmarks.texts import TextPart

_PYTHON = "/usr/bin/python3"
_WORKER = Path(__file__).with_name("recoll_worker.py")


def missing() -> str | None:
    """Return what keeps Recoll from being measured, None when nothing does."""
    if shutil.which("recollindex") is None:
        return "Recoll がありません（Debian/Ubuntu: apt install recollcmd python3-recoll）"
    if not Path(_PYTHON).exists():
        return f"{_PYTHON} がありません"
    check = subprocess.run(
        [_PYTHON, "-c", "import recoll.recoll"], capture_output=True, check=False, timeout=60
    )
    if check.returncode:
        return "python3-recoll がありません（Debian/Ubuntu: apt install python3-recoll）"
    return None


class Recoll:
    """Recoll as it is (AND), or filled up with OR."""

    def __init__(self, *, filled_up: "Recoll | None" = None):
        """Choose the way of asking; the index of another one, built before, is used again."""
        self.name = "Recoll（そのまま）" if filled_up is None else "Recoll（足りなければ OR）"
        self._other = filled_up
        self._process: subprocess.Popen[str] | None = None
        self._config = Path()
        self._documents: list[str] = []

    def build(self, parts: Sequence[TextPart], folder: Path) -> None:
        """Write the parts as files and run ``recollindex``; see the protocol.

        Raises:
            RuntimeError: recollindex failed.
        """
        if self._other is not None:
            self._config, self._documents = self._other._config, self._other._documents
            return
        texts, self._config = folder / "texts", folder / "config"
        texts.mkdir()
        self._config.mkdir()
        self._documents = [part.document for part in parts]
        for number, part in enumerate(parts):
            name = texts / f"{number // 1000:03d}" / f"t{number}.txt"
            name.parent.mkdir(exist_ok=True)
            name.write_text(part.whole, encoding="utf-8")
        (self._config / "recoll.conf").write_text(
            f"topdirs = {texts}\nloglevel = 1\nidxflushmb = 100\nidxniceprio = 0\n",
            encoding="utf-8",
        )
        done = subprocess.run(
            ["recollindex", "-c", str(self._config)],
            capture_output=True,
            text=True,
            check=False,
            timeout=3600,
        )
        if done.returncode:
            raise RuntimeError(f"recollindex: {done.stderr[-400:]}")

    def ask(self, query: str) -> Answer:
        """Return the best documents."""
        asked = {"query": query, "and": True, "or": self._other is not None}
        told = self._talk(json.dumps(asked))
        numbers = (int(Path(file).stem[1:]) for file in told["files"])
        return Answer(distinct(self._documents[n] for n in numbers), float(told["ms"]))

    def size(self) -> int:
        """Return the bytes of the Xapian database."""
        return folder_size(self._config / "xapiandb")

    def close(self) -> None:
        """End the worker."""
        if self._process is not None:
            with suppress(BrokenPipeError):
                self._stream(self._process.stdin).close()
            self._process.wait(timeout=30)
            self._stream(self._process.stdout).close()
            self._process = None

    def _talk(self, line: str) -> dict[str, Any]:
        if self._process is None:
            self._process = subprocess.Popen(
                [_PYTHON, str(_WORKER), str(self._config)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                encoding="utf-8",
            )
            self._stream(self._process.stdout).readline()
        stdin = self._stream(self._process.stdin)
        started = time.perf_counter()
        stdin.write(line + "\n")
        stdin.flush()
        answer = self._stream(self._process.stdout).readline()
        if not answer:  # some questions end Recoll's library: they find nothing
            self.close()
            return {"files": [], "ms": (time.perf_counter() - started) * 1000}
        told: dict[str, Any] = json.loads(answer)
        return told

    @staticmethod
    def _stream(stream: IO[str] | None) -> IO[str]:
        if stream is None:
            raise RuntimeError("the worker has no pipes")
        return stream
