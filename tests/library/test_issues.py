# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Everything that can be wrong with content: found, at its line, said with its mend."""

import datetime
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from kyosei_desk.domain.errors import ContentIssue
from kyosei_desk.library.loading import check_content
from kyosei_desk.library.locations import BundledFolders
from kyosei_desk.wording.content_issues import issue_line, issue_problem, issue_remedy
from tests.library.samples import FILES, write_content
from tests.library.slips import ALPHA, BETA, GAMMA, SLIPS, Code, Slip

LATEST = datetime.date(2026, 1, 1)
JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-龠]")
PLACEHOLDER = re.compile(r"\{[a-z_]*\}|…")
Check = Callable[..., list[ContentIssue]]


@pytest.fixture
def check(folders: BundledFolders) -> Check:
    """Write the samples with other texts for files by their ids, and return what is wrong."""

    def check(changed: dict[str, str]) -> list[ContentIssue]:
        write_content(folders.content, **{Path(name).name: text for name, text in changed.items()})
        return list(check_content(folders, LATEST))

    return check


def slip_id(slip: Slip) -> str:
    return f"{slip.code}-{slip.key or slip.at or slip.new}"


def test_the_samples_are_sound(check: Check) -> None:
    assert check({}) == []


@pytest.mark.parametrize("slip", SLIPS, ids=slip_id)
def test_slip_is_found_where_it_is(slip: Slip, check: Check, folders: BundledFolders) -> None:
    found = [i for i in check({slip.name: slip.text}) if i.code is slip.code]
    path = folders.content / f"{slip.name}.md"
    assert (path, slip.line, slip.key) in [(i.path, i.line, i.key) for i in found]


@pytest.mark.parametrize("slip", SLIPS, ids=slip_id)
def test_slip_is_said_in_japanese(slip: Slip, check: Check, folders: BundledFolders) -> None:
    for issue in check({slip.name: slip.text}):
        for sentence in (issue_problem(issue), issue_remedy(issue)):
            assert JAPANESE.search(sentence)
            assert not PLACEHOLDER.search(sentence)
        line = issue_line(issue, folders.content.parent)
        assert line.startswith(f"content/{issue.path.parent.name}/{issue.path.name}:{issue.line}: ")


def test_every_code_has_a_slip() -> None:
    elsewhere = {Code.NOT_READABLE}
    assert {slip.code for slip in SLIPS} | elsewhere == set(Code)


def test_file_that_is_no_utf8(check: Check, folders: BundledFolders) -> None:
    path = folders.content / "cases" / "delta.md"
    path.write_bytes("---\ntitle: 事例\n---\n".encode("shift_jis"))
    issues = check({})
    assert [(i.path, i.code, i.line) for i in issues] == [(path, Code.NOT_READABLE, 1)]
    assert "UTF-8" in issue_remedy(issues[0])


def test_file_that_is_a_folder(check: Check, folders: BundledFolders) -> None:
    path = folders.content / "cases" / "folder.md"
    path.mkdir()
    assert [(i.code, i.path) for i in check({})] == [(Code.NOT_READABLE, path)]


def test_function_declared_by_two_documents(check: Check, folders: BundledFolders) -> None:
    text = FILES[ALPHA].replace("guideline/alpha", "guideline/omega")
    (folders.content / "guideline" / "omega.md").write_text(text, encoding="utf-8")
    assert [(i.path.stem, i.key, i.code) for i in check({})] == [
        ("omega", "function.id", Code.DUPLICATE_ID),
        ("omega", "provisions[0].id", Code.DUPLICATE_ID),
    ]


def test_issues_come_in_file_and_line_order(check: Check) -> None:
    case = FILES[BETA].replace("[@s1]", "").replace("79357", '"79357"').replace("15", '"15"')
    issues = check({BETA: case, ALPHA: FILES[ALPHA].replace("f1\n", "f9\n")})
    places = [(issue.path, issue.line) for issue in issues]
    assert len(places) >= 3
    assert places == sorted(places)


def test_allowed_values_are_named(check: Check) -> None:
    (issue,) = check({BETA: FILES[BETA].replace("coverage: full", "coverage: half")})
    assert issue_problem(issue) == "「half」は使えない値です"
    assert issue_remedy(issue) == "次のどれかにしてください: full、partial"


def test_line_outside_the_folder_keeps_its_whole_path(tmp_path: Path) -> None:
    issue = ContentIssue(tmp_path / "a.md", 3, "id", Code.WRONG_ID, {"found": "x"})
    assert issue_line(issue, tmp_path / "other").startswith(f"{tmp_path / 'a.md'}:3: id: ")


def test_missing_data_leaves_no_braces(tmp_path: Path) -> None:
    for code in Code:
        issue = ContentIssue(tmp_path, 1, "", code)
        assert not re.search(r"\{[a-z_]+\}", issue_problem(issue) + issue_remedy(issue))


@pytest.mark.parametrize("name", [ALPHA, BETA, GAMMA])
def test_broken_file_is_not_blamed_on_the_others(
    name: str, check: Check, folders: BundledFolders
) -> None:
    # Its provisions are of a function another document declares.
    text = FILES[ALPHA].replace("guideline/alpha", "guideline/omega").replace("p1.hub", "p1.other")
    without = text.replace(text[text.index("function: {") : text.index("provisions:\n")], "")
    (folders.content / "guideline" / "omega.md").write_text(without, encoding="utf-8")
    assert check({}) == []
    issues = check({name: FILES[name].replace("title:", "titel:", 1)})
    assert {issue.path for issue in issues} == {folders.content / f"{name}.md"}


@pytest.mark.parametrize(
    ("construct", "name"),
    [("*斜*", "斜体"), ("<b>太</b>", "HTML"), ("![図](zu.png)", "画像"), ("`x`", "コード")],
)
def test_constructs_are_named_in_japanese(construct: str, name: str, check: Check) -> None:
    issues = check({BETA: FILES[BETA].replace("本文です", construct)})
    assert issue_problem(issues[0]) == f"使えない書き方です（{name}）"
