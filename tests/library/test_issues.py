# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Everything that can be wrong with content: found, at its line, said with its mend."""

import datetime
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from kyosei_desk.domain.errors import ContentIssue, ContentIssueCode
from kyosei_desk.library.loading import check_content
from kyosei_desk.library.locations import BundledFolders
from kyosei_desk.wording.content_issues import issue_line, issue_problem, issue_remedy
from tests.library.samples import FILES, write_content

TODAY = datetime.date(2026, 1, 1)
Code = ContentIssueCode
JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-龠]")
PLACEHOLDER = re.compile(r"\{[a-z_]*\}|…")


@dataclass(frozen=True)
class Slip:
    """A mistake in one file: ``old`` is replaced by ``new``, and reported at ``at``'s line."""

    code: ContentIssueCode
    name: str
    old: str
    new: str
    at: str
    key: str = ""

    @property
    def text(self) -> str:
        """The file with the mistake in it."""
        whole = FILES[self.name]
        assert self.old in whole
        return whole.replace(self.old, self.new, 1)

    @property
    def line(self) -> int:
        """The line the mistake must be reported at."""
        rows = self.text.split("\n")
        return next(number for number, row in enumerate(rows, 1) if self.at in row)


ALPHA, BETA, GAMMA = "guideline/alpha", "cases/beta", "reports/gamma"
SLIPS = [
    # The file as a whole
    Slip(Code.NO_FRONT_MATTER, BETA, "---\nid", "id", "id:"),
    Slip(Code.NO_FRONT_MATTER, BETA, "---\n##", "##", "---"),
    Slip(Code.NO_FRONT_MATTER, GAMMA, FILES[GAMMA], "", ""),
    Slip(Code.NO_FRONT_MATTER, GAMMA, FILES[GAMMA], "---\n- x\n---\n", "- x"),
    Slip(Code.YAML_SYNTAX, BETA, "title: 事例の見本", "title: [事例", "date: 2018"),
    Slip(Code.YAML_SYNTAX, BETA, "kind: case", "\tkind: case", "\tkind"),
    Slip(Code.YAML_SYNTAX, GAMMA, "title: 報告の見本", "title: &a [*a]", "title:", "title[0]"),
    Slip(Code.YAML_SYNTAX, GAMMA, "title: 報告の見本", "title: *a", "title:"),
    Slip(
        Code.DUPLICATE_KEY, BETA, "date: 2018\n", "date: 2018\ndate: 2017\n", "date: 2017", "date"
    ),
    Slip(
        Code.DUPLICATE_KEY,
        BETA,
        "    unit: か所",
        "    unit: か所\n    unit: 個",
        "unit: 個",
        "elements[0].unit",
    ),
    # Keys
    Slip(Code.MISSING_KEY, BETA, "title: 事例の見本\n", "", "---", "title"),
    Slip(Code.MISSING_KEY, BETA, "kind: case\n", "", "---", "kind"),
    Slip(Code.MISSING_KEY, BETA, "title: 事例の見本", 'title: ""', "title:", "title"),
    Slip(Code.MISSING_KEY, BETA, "    place: 左の欄\n", "", "- id: salon", "elements[0].place"),
    Slip(
        Code.MISSING_KEY,
        BETA,
        "    fields: [all]\n",
        "    fields: []\n",
        "fields: []",
        "elements[0].fields",
    ),
    Slip(Code.MISSING_KEY, BETA, "from: salon, ", "", "to: team", "links[0].from"),
    Slip(Code.UNKNOWN_KEY, BETA, "title:", "colour: 赤\ntitle:", "colour", "colour"),
    Slip(
        Code.UNKNOWN_KEY,
        BETA,
        "role: 世話役",
        "role: 世話役, rank: 1",
        "rank",
        "elements[0].staff[0].rank",
    ),
    Slip(Code.UNKNOWN_KEY, ALPHA, "summary:", "elements: []\nsummary:", "elements", "elements"),
    # Values
    Slip(
        Code.UNKNOWN_VALUE,
        BETA,
        "zone: elementary",
        "zone: school",
        "zone: school",
        "elements[0].zone",
    ),
    Slip(Code.UNKNOWN_VALUE, BETA, "[npo]", "[npo, club]", "club", "elements[0].operators[1]"),
    Slip(
        Code.UNKNOWN_VALUE,
        BETA,
        "coverage: full",
        "coverage: half",
        "half",
        "elements[0].provisions[0].coverage",
    ),
    Slip(Code.UNKNOWN_VALUE, BETA, "type: refer", "type: call", "call", "links[0].type"),
    Slip(Code.UNKNOWN_VALUE, BETA, "kind: case", "kind: story", "kind:", "kind"),
    Slip(Code.UNKNOWN_VALUE, GAMMA, "kind: report", "kind: guideline", "kind:", "kind"),
    Slip(Code.WRONG_TYPE, BETA, "79357", '"79357"', "population", "profile.population"),
    Slip(Code.WRONG_TYPE, BETA, "79357", "79357.5", "population", "profile.population"),
    Slip(Code.WRONG_TYPE, BETA, "129.77", '"129.77"', "area_km2", "profile.area_km2"),
    Slip(Code.WRONG_TYPE, BETA, "count: 15", 'count: "15"', 'count: "15"', "elements[0].count"),
    Slip(Code.WRONG_TYPE, BETA, "count: 15", "count: !!int 十五", "十五", "elements[0].count"),
    Slip(Code.WRONG_TYPE, BETA, '"242080"', "242080", "municipality: 242080", "municipality"),
    Slip(Code.WRONG_TYPE, BETA, "each: true", 'each: "true"', "each", "elements[0].staff[0].each"),
    Slip(
        Code.WRONG_TYPE,
        BETA,
        "operators: [npo]",
        "operators: npo",
        "operators: npo",
        "elements[0].operators",
    ),
    Slip(Code.WRONG_TYPE, BETA, "title: 事例の見本", "title: 2017", "title:", "title"),
    Slip(Code.WRONG_VALUE, BETA, "79357", "0", "population", "profile.population"),
    Slip(Code.WRONG_VALUE, BETA, "129.77", ".inf", "area_km2", "profile.area_km2"),
    Slip(Code.WRONG_VALUE, BETA, "count: 15", "count: -1", "count: -1", "elements[0].count"),
    Slip(Code.MIN_ABOVE_MAX, BETA, "min: 2", "min: 4", "min: 4", "elements[0].staff[0]"),
    Slip(Code.COUNT_WITHOUT_UNIT, BETA, "    unit: か所\n", "", "- id: salon", "elements[0]"),
    # Dates
    Slip(Code.NOT_A_DATE, BETA, "date: 2018", "date: 平成30年", "平成30年", "date"),
    Slip(Code.NOT_A_DATE, BETA, "date: 2018", "date: 2018-13", "2018-13", "date"),
    Slip(Code.NOT_A_DATE, BETA, "since: 2005", "since: 2005-02-30", "02-30", "elements[0].since"),
    Slip(Code.FUTURE_DATE, BETA, "date: 2018", "date: 2026-01-02", "2026-01-02", "date"),
    Slip(Code.FUTURE_DATE, BETA, "since: 2005", "since: 2027", "since: 2027", "elements[0].since"),
    Slip(Code.FUTURE_DATE, BETA, "date: 2018, l", "date: 2027, l", "2027", "sources[0].date"),
    Slip(
        Code.FUTURE_DATE,
        BETA,
        "date: 2018, l",
        "accessed: 2027, l",
        "2027",
        "sources[0].accessed",
    ),
    Slip(Code.SOURCE_WITHOUT_DATE, BETA, "date: 2018, locator", "locator", "{id: s1", "sources[0]"),
    Slip(Code.DATE_ORDER, BETA, "by: 2020", "by: 2004", "by: 2004", "elements[0].planned.by"),
    # Ids
    Slip(Code.WRONG_ID, BETA, "id: cases/beta", "id: cases/delta", "id:", "id"),
    Slip(Code.WRONG_ID, BETA, "id: team", "id: Team", "id: Team", "elements[1].id"),
    Slip(Code.WRONG_ID, ALPHA, "id: p1.hub", "id: P1.Hub", "P1.Hub", "provisions[0].id"),
    Slip(Code.WRONG_MUNICIPALITY_CODE, BETA, "242080", "242081", "242081", "municipality"),
    Slip(Code.WRONG_MUNICIPALITY_CODE, BETA, "242080", "24208", "24208", "municipality"),
    Slip(Code.UNKNOWN_MUNICIPALITY, BETA, "242080", "000001", "000001", "municipality"),
    Slip(Code.DUPLICATE_ID, BETA, "id: team", "id: salon # 二度目", "二度目", "elements[1].id"),
    Slip(Code.DUPLICATE_ID, BETA, "id: team", "id: overview", "id: overview", "elements[1].id"),
    Slip(Code.DUPLICATE_ID, BETA, "id: team", "id: profile", "id: profile", "elements[1].id"),
    Slip(Code.DUPLICATE_ID, GAMMA, "{#aim}", "{#general}", "目的 {"),
    Slip(Code.DUPLICATE_ID, ALPHA, "{#overview", "{#p1.hub", "- id: p1.hub", "provisions[0].id"),
    Slip(
        Code.DUPLICATE_ID,
        ALPHA,
        "provisions:\n",
        "provisions:\n  - {id: p1.hub, function: f1, label: 拠点, plain: 場, "
        "article: 条, text: 文, source: s1, place: 一}\n",
        "  - id: p1.hub",
        "provisions[1].id",
    ),
    Slip(
        Code.DUPLICATE_ID,
        BETA,
        "sources:\n",
        "sources:\n  - {id: s1, title: 別の資料, publisher: 省, date: 2018, locator: 頁}\n",
        "title: 資料",
        "sources[1].id",
    ),
    # Sources
    Slip(Code.UNKNOWN_SOURCE, BETA, "[@s1]", "[@s2]", "## 概要"),
    Slip(
        Code.UNKNOWN_SOURCE,
        BETA,
        "type: refer, source: s1",
        "type: refer, source: s9",
        "s9",
        "links[0].source",
    ),
    Slip(
        Code.UNKNOWN_SOURCE,
        ALPHA,
        "第1条, source: s1",
        "第1条, source: s9",
        "s9",
        "function.source",
    ),
    Slip(
        Code.UNKNOWN_SOURCE, ALPHA, "    source: s1", "    source: s9", "s9", "provisions[0].source"
    ),
    Slip(
        Code.UNUSED_SOURCE,
        GAMMA,
        "---\n##",
        "  - {id: s2, title: 付録, publisher: 省, date: 2017, locator: 頁}\n---\n##",
        "s2",
        "sources[1]",
    ),
    Slip(Code.MISSING_SOURCE, BETA, "[@s1]", "", "## 概要"),
    Slip(Code.MISSING_SOURCE, GAMMA, "[@s1]", "", "### 目的"),
    # Provisions, links and references
    Slip(
        Code.UNKNOWN_PROVISION,
        BETA,
        "id: p1.hub",
        "id: p9.hub",
        "p9.hub",
        "elements[0].provisions[0].id",
    ),
    Slip(
        Code.UNKNOWN_PROVISION,
        BETA,
        "id: p1.hub, reason",
        "id: p9.hub, reason",
        "p9.hub",
        "not_applicable[0].id",
    ),
    Slip(Code.UNKNOWN_PROVISION, BETA, "{#overview}", "{#overview provisions=p9.hub}", "## 概要"),
    Slip(
        Code.UNDECLARED_FUNCTION,
        ALPHA,
        "function: f1",
        "function: f9",
        "f9",
        "provisions[0].function",
    ),
    Slip(Code.UNKNOWN_LINK_END, BETA, "to: team", "to: gone", "gone", "links[0].to"),
    Slip(Code.UNKNOWN_LINK_END, BETA, "from: salon", "from: gone", "gone", "links[0].from"),
    Slip(Code.UNKNOWN_REFERENCE, ALPHA, "cases/beta#salon", "cases/beta#gone", "## 概要"),
    Slip(Code.UNKNOWN_REFERENCE, ALPHA, "cases/beta#salon", "cases/gone", "## 概要"),
    Slip(Code.UNKNOWN_REFERENCE, ALPHA, "cases/beta#salon", "https://example.com", "本文です"),
    # The body
    Slip(Code.HEADING_WITHOUT_ID, BETA, " {#overview}", "", "## 概要"),
    Slip(Code.HEADING_WITHOUT_ID, BETA, "## 概要", "# 概要", "# 概要"),
    Slip(Code.HEADING_WITHOUT_ID, BETA, "## 概要", "#### 概要", "#### 概要"),
    Slip(Code.HEADING_WITHOUT_ID, BETA, "## 概要 {", "## {", "## {"),
    Slip(Code.UNSUPPORTED_MARKDOWN, BETA, "本文です", "*本文*です", "*本文*"),
    Slip(Code.UNSUPPORTED_MARKDOWN, BETA, "本文です", "本文<br>です", "<br>"),
    Slip(Code.UNSUPPORTED_MARKDOWN, BETA, "本文です", "`本文`です", "`本文`"),
    Slip(Code.UNSUPPORTED_MARKDOWN, BETA, "本文です", "![図](zu.png)です", "zu.png"),
    Slip(Code.UNSUPPORTED_MARKDOWN, BETA, "本文です", "本文[^1]です", "[^1]"),
    Slip(Code.UNSUPPORTED_MARKDOWN, BETA, "本文です", "本文[@s1 「[欄]」]です", "[欄]"),
    Slip(Code.UNSUPPORTED_MARKDOWN, BETA, "本文です", "[](cases/beta)本文です", "[](cases"),
    Slip(Code.UNSUPPORTED_MARKDOWN, BETA, "本文です", "```\n本文\n```\nです", "```"),
    Slip(Code.UNSUPPORTED_MARKDOWN, BETA, "本文です", "* * *\n本文です", "* * *"),
    Slip(Code.UNSUPPORTED_MARKDOWN, BETA, "本文です", "- 一\n- 二\n  > 囲み\n\n本文です", "> 囲み"),
    Slip(
        Code.UNSUPPORTED_MARKDOWN,
        BETA,
        "本文です",
        "|市|人口|\n|---|---|\n|名張|79|14|\n\n本文です",
        "14|",
    ),
    Slip(Code.EMPTY_SECTION, BETA, "## 概要", "## 空 {#empty}\n\n## 概要", "## 空"),
    Slip(Code.EMPTY_SECTION, GAMMA, "目的です[@s1]。", "", "### 目的"),
    Slip(Code.TEXT_BEFORE_HEADING, BETA, "## 概要", "前の文です。\n\n## 概要", "前の文"),
]


def slip_id(slip: Slip) -> str:
    return f"{slip.code}-{slip.key or slip.at}"


def issues_of(content: Path, resources: Path) -> list[ContentIssue]:
    return list(check_content(BundledFolders(content, resources), TODAY))


def test_the_samples_are_sound(folders: BundledFolders) -> None:
    assert issues_of(folders.content, folders.resources) == []


@pytest.mark.parametrize("slip", SLIPS, ids=slip_id)
def test_slip_is_found_where_it_is(slip: Slip, tmp_path: Path, bundled: BundledFolders) -> None:
    content = write_content(tmp_path / "content", **{slip.name.rsplit("/", 1)[1]: slip.text})
    path = content / f"{slip.name}.md"
    found = [i for i in issues_of(content, bundled.resources) if i.code is slip.code]
    assert (path, slip.line, slip.key) in [(i.path, i.line, i.key) for i in found]


@pytest.mark.parametrize("slip", SLIPS, ids=slip_id)
def test_slip_is_said_in_japanese(slip: Slip, tmp_path: Path, bundled: BundledFolders) -> None:
    content = write_content(tmp_path / "content", **{slip.name.rsplit("/", 1)[1]: slip.text})
    for issue in issues_of(content, bundled.resources):
        for sentence in (issue_problem(issue), issue_remedy(issue)):
            assert JAPANESE.search(sentence)
            assert not PLACEHOLDER.search(sentence)
        line = issue_line(issue, content.parent)
        assert line.startswith(f"content/{issue.path.parent.name}/{issue.path.name}:{issue.line}: ")


def test_every_code_has_a_slip() -> None:
    elsewhere = {Code.NOT_READABLE}
    assert {slip.code for slip in SLIPS} | elsewhere == set(Code)


def test_file_that_is_no_utf8(folders: BundledFolders) -> None:
    path = folders.content / "cases" / "beta.md"
    path.write_bytes("---\ntitle: 事例\n---\n".encode("shift_jis"))
    issues = [i for i in issues_of(folders.content, folders.resources) if i.path == path]
    assert [(i.code, i.line) for i in issues] == [(Code.NOT_READABLE, 1)]
    assert "UTF-8" in issue_remedy(issues[0])


def test_file_that_is_a_folder(folders: BundledFolders) -> None:
    path = folders.content / "cases" / "folder.md"
    path.mkdir()
    issues = issues_of(folders.content, folders.resources)
    assert [(i.code, i.path) for i in issues] == [(Code.NOT_READABLE, path)]


def test_function_declared_by_two_documents(folders: BundledFolders) -> None:
    text = FILES[ALPHA].replace("guideline/alpha", "guideline/omega")
    (folders.content / "guideline" / "omega.md").write_text(text, encoding="utf-8")
    issues = issues_of(folders.content, folders.resources)
    assert [(i.path.stem, i.key, i.code) for i in issues] == [
        ("omega", "function.id", Code.DUPLICATE_ID),
        ("omega", "provisions[0].id", Code.DUPLICATE_ID),
    ]


def test_issues_come_in_file_and_line_order(tmp_path: Path, bundled: BundledFolders) -> None:
    case = FILES[BETA].replace("[@s1]", "").replace("79357", '"79357"')
    content = write_content(
        tmp_path, beta=case.replace("15", '"15"'), alpha=FILES[ALPHA].replace("f1\n", "f9\n")
    )
    issues = issues_of(content, bundled.resources)
    places = [(issue.path, issue.line) for issue in issues]
    assert len(places) >= 3
    assert places == sorted(places)


def test_allowed_values_are_named(tmp_path: Path, bundled: BundledFolders) -> None:
    text = FILES[BETA].replace("coverage: full", "coverage: half")
    (issue,) = issues_of(write_content(tmp_path, beta=text), bundled.resources)
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
    name: str, tmp_path: Path, bundled: BundledFolders
) -> None:
    broken = FILES[name].replace("title:", "titel:", 1)
    content = write_content(tmp_path, **{name.rsplit("/", 1)[1]: broken})
    issues = issues_of(content, bundled.resources)
    assert {issue.path for issue in issues} == {content / f"{name}.md"}


@pytest.mark.parametrize(
    ("construct", "name"),
    [("*斜*", "斜体"), ("<b>太</b>", "HTML"), ("![図](zu.png)", "画像"), ("`x`", "コード")],
)
def test_constructs_are_named_in_japanese(
    construct: str, name: str, tmp_path: Path, bundled: BundledFolders
) -> None:
    text = FILES[BETA].replace("本文です", construct)
    issues = issues_of(write_content(tmp_path, beta=text), bundled.resources)
    assert issue_problem(issues[0]) == f"使えない書き方です（{name}）"
