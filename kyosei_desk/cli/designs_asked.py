# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What ``compare`` and ``diagram`` have in common: which design is meant, where a file goes.

An id that is no design is wrong use (exit code 2) in both.
"""

import errno
import os
from pathlib import Path

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.errors import OutputFileError


def design_id(asked: str, corpus: Corpus) -> str:
    """Return the id of the case of a municipality named ``名張市``; others as they are.

    A name that two cases have stays what it is: nobody knows which is meant.
    """
    if asked in corpus:
        return asked
    towns = ((case.id, corpus.municipality(case)) for case in corpus.cases)
    named = [case_id for case_id, town in towns if town is not None and town.name == asked]
    return named[0] if len(named) == 1 else asked


def output_path(name: str) -> Path:
    """Return where a file is to be written, in a folder that is there: none is made.

    Raises:
        OutputFileError: there is no such folder.
    """
    path = Path(name)
    if not path.parent.exists():
        raise OutputFileError(path, os.strerror(errno.ENOENT))
    return path
