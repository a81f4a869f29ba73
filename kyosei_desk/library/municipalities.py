# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Reads the list of all municipalities that ships with the program."""

import csv
import hashlib
from pathlib import Path

from pydantic import ValidationError

from kyosei_desk.domain.errors import ResourceError
from kyosei_desk.domain.municipalities import Municipality

FILE_NAME = "municipalities.csv"


def load_municipalities(resources_dir: Path) -> tuple[Municipality, ...]:
    """Return the 1,741 municipalities in the order of their codes.

    Raises:
        ResourceError: the file is missing, unreadable or holds an impossible row.
    """
    path = resources_dir / FILE_NAME
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            rows = tuple(Municipality.model_validate(row) for row in csv.DictReader(stream))
    except (OSError, UnicodeDecodeError, csv.Error, ValidationError) as error:
        raise ResourceError(path, str(error)) from error
    if not rows:
        raise ResourceError(path, "no rows")
    return rows


def municipalities_stamp(resources_dir: Path) -> str:
    """Return a short hash of the list; of the error's text when it cannot be read."""
    try:
        data = (resources_dir / FILE_NAME).read_bytes()
    except OSError as error:
        data = str(error).encode()
    return hashlib.sha256(data).hexdigest()[:12]
