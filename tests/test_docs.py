# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What the documents promise is what the program does."""

import argparse
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import kyosei_desk
from kyosei_desk.cli.main import COMMANDS
from kyosei_desk.cli.parser import build_parser
from kyosei_desk.domain.base import DomainModel
from kyosei_desk.domain.designs import (
    Element,
    Link,
    NotApplicable,
    PlannedCount,
    ProvisionCoverage,
    Staffing,
    SupportDesign,
)
from kyosei_desk.domain.documents import (
    CaseDocument,
    DocumentBase,
    GuidelineDocument,
    ReportDocument,
)
from kyosei_desk.domain.municipalities import MunicipalProfile
from kyosei_desk.domain.provisions import Provision, SupportFunction
from kyosei_desk.domain.sources import Source
from kyosei_desk.domain.vocabulary import (
    Coverage,
    DocumentKind,
    ElementType,
    LabelledEnum,
    LinkType,
    Operator,
    WelfareField,
    Zone,
)
from kyosei_desk.screen import has_screen

ROOT = Path(__file__).resolve().parent.parent
SCHEMA = (ROOT / "docs" / "content-schema.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
CODE = re.compile(r"`([^`\n]+)`")


def keys(model: type[DomainModel]) -> set[str]:
    """Return the keys a content file may use for a model."""
    return {field.alias or name for name, field in model.model_fields.items()}


def required(model: type[DomainModel]) -> set[str]:
    return {
        field.alias or name for name, field in model.model_fields.items() if field.is_required()
    }


def part(title: str) -> str:
    """Return the part of the schema under a heading, up to the next heading."""
    found = re.search(rf"^##+ [^\n]*{re.escape(title)}[^\n]*\n(.*?)(?=^##|\Z)", SCHEMA, re.M | re.S)
    assert found, title
    return found[1]


def rows(title: str) -> dict[str, list[str]]:
    """Return the table rows under a heading: each documented key with its row's cells."""
    found: dict[str, list[str]] = {}
    for line in part(title).splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        for key in CODE.findall(cells[0]) if line.startswith("| `") else []:
            found[key] = cells
    return found


def example(title: str, key: str) -> set[str]:
    """Return the keys of the ``{…}`` example in a key's row, nested ones left out."""
    (braces,) = re.findall(r"\{([^`]*)\}", rows(title)[key][-1])
    return set(re.findall(r"(?:^|, )(\w+): ", braces))


def words(title: str, key: str) -> list[str]:
    """Return the values listed in a key's row, after its example if it has one."""
    return [word for word in CODE.findall(rows(title)[key][-1]) if word.isidentifier()]


COMMON, SOURCES, GUIDELINE, CASE, ELEMENTS = (
    "すべての資料に共通のキー",
    "出典 `sources`",
    "指針（`kind: guideline`）だけのキー",
    "事例（`kind: case`）だけのキー",
    "要素 `elements`",
)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (COMMON, (keys(DocumentBase) | {"kind"}) - {"sections"}),
        (SOURCES, keys(Source)),
        (GUIDELINE, keys(GuidelineDocument) - keys(DocumentBase) - {"kind"}),
        (CASE, keys(CaseDocument) - keys(DocumentBase) - {"kind"}),
        (ELEMENTS, keys(Element)),
    ],
)
def test_every_key_is_documented(title: str, expected: set[str]) -> None:
    assert set(rows(title)) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (COMMON, required(DocumentBase) | {"kind"}),
        (SOURCES, required(Source)),
        (ELEMENTS, required(Element)),
    ],
)
def test_required_keys_are_marked(title: str, expected: set[str]) -> None:
    assert {key for key, cells in rows(title).items() if cells[1] == "○"} == expected


@pytest.mark.parametrize(
    ("title", "key", "model"),
    [
        (GUIDELINE, "function", SupportFunction),
        (GUIDELINE, "provisions", Provision),
        (CASE, "profile", MunicipalProfile),
        (CASE, "links", Link),
        (CASE, "not_applicable", NotApplicable),
        (ELEMENTS, "planned", PlannedCount),
        (ELEMENTS, "staff", Staffing),
        (ELEMENTS, "provisions", ProvisionCoverage),
    ],
)
def test_every_key_stands_in_its_example(title: str, key: str, model: type[DomainModel]) -> None:
    assert example(title, key) == keys(model)


@pytest.mark.parametrize(
    ("title", "key", "expected"),
    [
        (COMMON, "kind", DocumentKind),
        (CASE, "links", LinkType),
        (ELEMENTS, "type", ElementType),
        (ELEMENTS, "zone", Zone),
        (ELEMENTS, "operators", Operator),
        (ELEMENTS, "fields", WelfareField),
        (ELEMENTS, "provisions", Coverage),
    ],
)
def test_every_value_is_documented(title: str, key: str, expected: type[LabelledEnum]) -> None:
    own = {"type", "label"}  # `links` names two of its keys as well
    assert sorted(set(words(title, key)) - own) == sorted(member.value for member in expected)


@pytest.mark.parametrize(
    ("title", "key", "vocabulary"),
    [
        (CASE, "links", LinkType),
        (ELEMENTS, "type", ElementType),
        (ELEMENTS, "zone", Zone),
        (ELEMENTS, "operators", Operator),
    ],
)
def test_values_are_documented_with_their_labels(
    title: str, key: str, vocabulary: type[LabelledEnum]
) -> None:
    labelled = dict(re.findall(r"`(\w+)` ([^/`。|{}]+?)(?= /|。|$)", rows(title)[key][-1]))
    for word, label in labelled.items():
        if word in list(vocabulary):
            assert label == vocabulary(word).label  # type: ignore[call-arg]
    assert len(labelled) >= len(vocabulary) - 1


def test_reports_have_no_keys_of_their_own() -> None:
    assert keys(ReportDocument) == keys(DocumentBase) | {"kind"}


def test_cases_are_designs() -> None:
    assert keys(SupportDesign) <= set(rows(CASE))


# The command line


def commands_in(text: str) -> list[str]:
    """Return what follows ``kyosei-desk`` wherever a document shows it as code."""
    shown = CODE.findall(text) + re.findall(r"^(?:\$ )?(kyosei-desk\b.*)$", text, re.M)
    return [code.removeprefix("kyosei-desk").strip() for code in shown if is_command(code)]


def is_command(code: str) -> bool:
    return code == "kyosei-desk" or code.startswith("kyosei-desk ")


def option_strings(parser: argparse.ArgumentParser) -> set[str]:
    """Return every option of the program and its commands."""
    found: set[str] = set()
    for action in parser._actions:
        found |= set(action.option_strings)
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                found |= option_strings(command)
    return found


DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
SHOWN = sorted({(p.name, c) for p in DOCUMENTS for c in commands_in(p.read_text("utf-8"))})


@pytest.mark.parametrize(("document", "command"), SHOWN)
def test_shown_command_is_real(document: str, command: str) -> None:
    code: object = 0
    try:
        build_parser().parse_args(shlex.split(command))
    except SystemExit as ended:
        code = ended.code
    assert code == 0, f"{document}: kyosei-desk {command}"


@pytest.mark.parametrize("command", [*COMMANDS, "gui"])
def test_every_command_is_in_the_readme(command: str) -> None:
    assert command in {shown.split(" ")[0] for shown in commands_in(README)}


def test_every_option_in_the_readme_is_real() -> None:
    shown = {code.split(" ")[0].split("=")[0] for code in CODE.findall(README)}
    assert {word for word in shown if word.startswith("--")} <= option_strings(build_parser())


def test_lines_for_windows_work_in_the_old_powershell_too() -> None:
    blocks = re.findall(r"```bat\n(.*?)```", README, re.S)
    lines = [line for block in blocks for line in block.splitlines()]
    assert any("pip install" in line for line in lines)
    assert [line for line in lines if "&&" in line or "||" in line] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_between_documents_lead_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", document.read_text("utf-8")):
        if document.name == "content-schema.md" and re.match(r"(cases|guideline)/", target):
            continue  # examples of references inside the library
        assert "://" in target or (document.parent / target).exists(), target


# Releases and make


def test_the_newest_release_is_recorded() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"^## \[([0-9.]+)\] - (\S+)$", changes, re.M)
    assert newest
    assert newest.groups() == (kyosei_desk.__version__, kyosei_desk.__released__)


def test_make_run_fails_unless_there_is_just_no_screen() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    (code,) = re.findall(r"^NO_SCREEN := (.+)$", makefile, re.M)
    assert "kyosei-desk || $(BIN)/python -c '$(NO_SCREEN)'" in makefile
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    without = {name: value for name, value in os.environ.items() if name not in screens}
    for environment in (without, {**without, "DISPLAY": ":0"}):
        ended = subprocess.run([sys.executable, "-c", code], env=environment, check=False)
        assert ended.returncode == has_screen(sys.platform, environment)
