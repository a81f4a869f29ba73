# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Engines stay behind their module, and asking for the model loads none of them."""

import subprocess
import sys
from pathlib import Path

import pytest

import kyosei_desk.search

FOLDER = Path(kyosei_desk.search.__file__).parent


@pytest.mark.parametrize(
    ("package", "home"), [("whoosh", "whoosh_index.py"), ("sudachipy", "morphology.py")]
)
def test_an_engine_is_imported_in_one_module_only(package: str, home: str) -> None:
    users = [
        path.name
        for path in FOLDER.parent.rglob("*.py")
        if f"import {package}" in (text := path.read_text(encoding="utf-8"))
        or f"from {package}" in text
    ]
    assert users == [home]


def test_the_model_loads_nothing_else() -> None:
    heavy = ("whoosh", "sudachipy", "pydantic", "yaml")
    code = (
        "import sys, kyosei_desk.search.model; "
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"
