# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Rules about the code itself that no checker of the tool chain knows."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "kyosei_desk"
FOLDERS = ("kyosei_desk", "tests", "tools", "benchmarks", "packaging", "docs", "content")
TEXT = {".py", ".md", ".toml", ".txt", ".sh", ".yml", ".yaml", ".csv", ".json", ".qss", ".cfg"}
HEADER = "# SPDX-License-Identifier: MIT\n# Copyright (c) 2026 The kyosei_desk authors\n"


def files(suffixes: set[str], *folders: str) -> list[Path]:
    return sorted(
        path
        for folder in folders
        for path in (ROOT / folder).rglob("*")
        if path.suffix in suffixes and "bundled" not in path.relative_to(ROOT).parts
    )


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imported(path: Path) -> set[str]:
    """Return the modules a file imports anywhere in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


PYTHON = files({".py"}, "kyosei_desk", "tests", "tools", "benchmarks")
PROGRAM = files({".py"}, "kyosei_desk")
# Tools that open the real window to look at it.
OPENS_THE_WINDOW = {
    "tools/screenshots.py",
    "tools/build_scenes.py",
    "tools/build_lower_scenes.py",
    "tools/compare_scenes.py",
    "tools/search_scenes.py",
    "tools/waiting.py",
    "benchmarks/startup_probe.py",
}


@pytest.mark.parametrize("path", PROGRAM, ids=name)
def test_file_is_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


@pytest.mark.parametrize("path", PYTHON, ids=name)
def test_file_says_its_licence(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith(HEADER)


@pytest.mark.parametrize("path", PROGRAM, ids=name)
def test_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


# Pieced together, so that this file passes its own test.
MACHINE_WORDS = [
    r"(?<![\w.:/])/(?:wor" + r"k|roo" + r"t|hom" + r"e|User" + r"s)/",
    "py" + r"pi\.org",
    "python" + r"hosted",
    "anaconda" + r"\.(?:org|com)",
    "conda-" + "forge",
    "(?:extra-)?index" + "-url",
    "artifact" + "ory",
]


@pytest.mark.parametrize("pattern", MACHINE_WORDS)
def test_no_machine_is_mentioned(pattern: str) -> None:
    own = [path for path in ROOT.iterdir() if path.suffix in TEXT or path.name == "Makefile"]
    searched = [*own, *files(TEXT, *FOLDERS, "resources")]
    assert len(searched) > 100
    assert [name(p) for p in searched if re.search(pattern, p.read_text("utf-8"))] == []


@pytest.mark.parametrize("path", PYTHON, ids=name)
def test_only_the_window_knows_qt(path: Path) -> None:
    if path.relative_to(ROOT).parts[1] != "ui" and name(path) not in OPENS_THE_WINDOW:
        assert not {module for module in imported(path) if module.startswith("PySide6")}


@pytest.mark.parametrize("path", PROGRAM, ids=name)
def test_only_the_index_knows_whoosh(path: Path) -> None:
    if path.relative_to(PACKAGE).parts[0] != "search":
        assert not {module for module in imported(path) if module.startswith("whoosh")}


def loaded_after(statement: str) -> set[str]:
    """Return the modules a fresh interpreter has loaded after a statement."""
    code = f"{statement}\nimport sys\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    return set(done.stdout.split())


def test_the_composition_root_costs_next_to_nothing() -> None:
    heavy = {"pydantic", "yaml", "markdown_it", "sudachipy", "whoosh", "PySide6", "argparse"}
    heavy |= {"sqlalchemy", "alembic", "sqlite3"}
    assert loaded_after("import kyosei_desk.app") & heavy == set()


@pytest.mark.parametrize("module", ["cli.main", "services", "library.loading", "export.markdown"])
def test_the_core_loads_without_qt(module: str) -> None:
    assert "PySide6" not in loaded_after(f"import kyosei_desk.{module}")


def test_the_snapshot_is_read_without_the_parsers() -> None:
    loaded = loaded_after("import kyosei_desk.library.loading")
    assert loaded & {"yaml", "markdown_it"} == set()


@pytest.mark.parametrize(
    "module", ["services", "workspace.own_designs", "workspace.project_records"]
)
def test_the_database_is_loaded_by_its_store_only(module: str) -> None:
    loaded = loaded_after(f"import kyosei_desk.{module}")
    assert loaded & {"sqlalchemy", "alembic"} == set()


def test_migrations_are_loaded_when_there_is_something_to_migrate() -> None:
    assert "alembic" not in loaded_after("import kyosei_desk.workspace.project_store")
