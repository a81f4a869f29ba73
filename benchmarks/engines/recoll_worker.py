# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Asks Recoll; runs under the system's Python, which has the module ``recoll``.

``recoll_worker.py CONFIG_DIR`` reads one JSON string a line, a question, and writes one JSON
object a line: ``files`` best first and ``ms``. It must not import anything of the project.
"""

import importlib
import json
import re
import sys
import time
from typing import Any, Protocol

_FETCHED = 50


class _Query(Protocol):
    def execute(self, text: str, *, stemming: int) -> object: ...

    def fetchmany(self, size: int) -> list[Any]: ...


class _Database(Protocol):
    def query(self) -> _Query: ...


def main(config: str) -> None:
    """Answer until the input ends."""
    module: Any = importlib.import_module("recoll.recoll")
    database = module.connect(confdir=config)
    print(json.dumps({"ready": True}), flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        started = time.perf_counter()
        files = _run(database, _plain(asked["query"])) if asked["and"] else []
        if asked["or"] and len(files) < _FETCHED:
            words = list(dict.fromkeys(_plain(asked["query"]).split()))[:200]
            files += _run(database, " OR ".join(words)) if len(words) > 1 else []
        ms = (time.perf_counter() - started) * 1000
        print(json.dumps({"files": list(dict.fromkeys(files)), "ms": ms}), flush=True)


def _plain(query: str) -> str:
    """Drop what Recoll's query language takes for operators."""
    return re.sub(r"[\"“”:()<>=\-~*?\[\]!]+", " ", query)


def _run(database: _Database, text: str) -> list[str]:
    if not text.strip():
        return []
    query = database.query()
    try:
        query.execute(text, stemming=0)
        return [str(found.url) for found in query.fetchmany(_FETCHED)]
    except Exception:  # Recoll raises plain exceptions on what it cannot read
        return []


if __name__ == "__main__":
    main(sys.argv[1])
