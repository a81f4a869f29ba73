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
    argument: str | None, environment: Mapping[str, str], beside: Path | None = None
) -> Path:
    """Return the data folder: the argument, else ``KYOSEI_DESK_HOME``, else a folder named
    ``kyosei_desk_data`` beside the program (in ``beside``, unless told :func:`program_dir`)
    when there is one, else the platform's own place.
    """
    if argument:
        return Path(argument).expanduser().absolute()
    if environment.get(ENVIRONMENT_VARIABLE):
        return Path(environment[ENVIRONMENT_VARIABLE]).expanduser().absolute()
    beside = beside or program_dir()
    if beside is not None and (beside / PORTABLE_FOLDER).is_dir():
        return beside / PORTABLE_FOLDER
    return platformdirs.user_data_path(_APP_NAME, appauthor=False)


def program_dir(package: Path = Path(__file__).parent) -> Path | None:
    """Return the folder people would call the program's.

    It is where the executable of a bundle is, or the checkout the program runs from. What is
    installed among Python's own packages has none: nobody carries that about.
    """
    if getattr(sys, "frozen", False):
        return Path(sys.executable).resolve().parent
    checkout = package.resolve().parent
    return checkout if (checkout / "pyproject.toml").is_file() else None
