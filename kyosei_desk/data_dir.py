# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Decides where the user's data lives."""

import sys
from collections.abc import Mapping
from pathlib import Path

import platformdirs

ENVIRONMENT_VARIABLE = "KYOSEI_DESK_HOME"
PORTABLE_FOLDER = "kyosei_desk_data"
_APP_NAME = "kyosei_desk"


def choose_data_dir(
    argument: str | None, environment: Mapping[str, str], program_dir: Path | None = None
) -> Path:
    """Return the data folder: the argument, else ``KYOSEI_DESK_HOME``, else a folder named
    ``kyosei_desk_data`` beside the program when there is one, else the platform's own place.
    """
    if argument:
        return Path(argument).expanduser().absolute()
    if environment.get(ENVIRONMENT_VARIABLE):
        return Path(environment[ENVIRONMENT_VARIABLE]).expanduser().absolute()
    beside = program_dir or Path(sys.argv[0] or ".").resolve().parent
    portable = beside / PORTABLE_FOLDER
    if portable.is_dir():
        return portable
    return platformdirs.user_data_path(_APP_NAME, appauthor=False)
