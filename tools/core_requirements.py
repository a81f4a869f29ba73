# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Prints what the program and its tests need apart from Qt, one requirement a line."""

import tomllib
from pathlib import Path

_QT = ("pyside6", "pytest-qt")
_CHECKERS = ("mypy", "ruff", "import-linter", "types-")


def core_requirements(pyproject: Path) -> list[str]:
    """Return the requirements of ``pyproject.toml`` without Qt and without code checkers."""
    project = tomllib.loads(pyproject.read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    return [line for line in wanted if not line.lower().startswith(_QT + _CHECKERS)]


if __name__ == "__main__":
    print("\n".join(core_requirements(Path(__file__).parent.parent / "pyproject.toml")))
