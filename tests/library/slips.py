# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Mistakes in the sample content, each at its line."""

from dataclasses import dataclass
from functools import partial

from kyosei_desk.domain.errors import ContentIssueCode
from tests.library.samples import FILES

Code = ContentIssueCode
ALPHA, BETA, GAMMA = "guideline/alpha", "cases/beta", "reports/gamma"


@dataclass(frozen=True)
class Slip:
    """A mistake in one file: ``old`` is replaced by ``new``, and reported under ``key``.

    It is reported at the line that holds ``at``; where that is None, ``new``.
    """

    name: str
    code: ContentIssueCode
    old: str
    new: str
    key: str = ""
    at: str | None = None

    @property
    def text(self) -> str:
        """The file with the mistake in it."""
        whole = FILES[self.name]
        assert self.old in whole
        return whole.replace(self.old, self.new, 1)

    @property
    def line(self) -> int:
        """The line the mistake must be reported at."""
        there = self.new if self.at is None else self.at
        rows = self.text.split("\n")
        return next(number for number, row in enumerate(rows, 1) if there in row)


guideline, case, report = partial(Slip, ALPHA), partial(Slip, BETA), partial(Slip, GAMMA)
SLIPS = [
    # The file as a whole
    case(Code.NO_FRONT_MATTER, "---\nid", "id"),
    case(Code.NO_FRONT_MATTER, "---\n##", "##", at="---"),
    report(Code.NO_FRONT_MATTER, FILES[GAMMA], "", at=""),
    report(Code.NO_FRONT_MATTER, FILES[GAMMA], "---\n- x\n---\n", at="- x"),
    case(Code.YAML_SYNTAX, "title: 事例の見本", "title: [事例", at="date: 2018"),
    case(Code.YAML_SYNTAX, "kind: case", "\tkind: case"),
    report(Code.YAML_SYNTAX, "title: 報告の見本", "title: &a [*a]", "title[0]"),
    report(Code.YAML_SYNTAX, "title: 報告の見本", "title: *a"),
    case(Code.DUPLICATE_KEY, "date: 2018\n", "date: 2018\ndate: 2017\n", "date", at="date: 2017"),
    case(
        Code.DUPLICATE_KEY,
        "    unit: か所",
        "    unit: か所\n    unit: 個",
        "elements[0].unit",
        at="unit: 個",
    ),
    # Keys
    case(Code.MISSING_KEY, "title: 事例の見本\n", "", "title", at="---"),
    case(Code.MISSING_KEY, "kind: case\n", "", "kind", at="---"),
    case(Code.MISSING_KEY, "title: 事例の見本", 'title: ""', "title"),
    case(Code.MISSING_KEY, "    place: 左の欄\n", "", "elements[0].place", at="- id: salon"),
    case(
        Code.MISSING_KEY,
        "    fields: [all]\n",
        "    fields: []\n",
        "elements[0].fields",
        at="fields: []",
    ),
    case(Code.MISSING_KEY, "from: salon, ", "", "links[0].from", at="to: team"),
    case(Code.UNKNOWN_KEY, "title:", "colour: 赤\ntitle:", "colour", at="colour"),
    case(Code.UNKNOWN_KEY, "title:", "sections: []\ntitle:", "sections", at="sections"),
    case(Code.UNKNOWN_KEY, "role: 世話役", "role: 世話役, rank: 1", "elements[0].staff[0].rank"),
    guideline(Code.UNKNOWN_KEY, "summary:", "elements: []\nsummary:", "elements", at="elements"),
    # Values
    case(Code.UNKNOWN_VALUE, "zone: elementary", "zone: school", "elements[0].zone"),
    case(Code.UNKNOWN_VALUE, "[npo]", "[npo, club]", "elements[0].operators[1]"),
    case(
        Code.UNKNOWN_VALUE, "coverage: full", "coverage: half", "elements[0].provisions[0].coverage"
    ),
    case(Code.UNKNOWN_VALUE, "type: refer", "type: call", "links[0].type"),
    case(Code.UNKNOWN_VALUE, "kind: case", "kind: story", "kind"),
    report(Code.UNKNOWN_VALUE, "kind: report", "kind: guideline", "kind"),
    case(Code.WRONG_TYPE, "79357", '"79357"', "profile.population"),
    case(Code.WRONG_TYPE, "79357", "79357.5", "profile.population"),
    case(Code.WRONG_TYPE, "129.77", '"129.77"', "profile.area_km2"),
    case(Code.WRONG_TYPE, "count: 15", 'count: "15"', "elements[0].count"),
    case(Code.WRONG_TYPE, "count: 15", "count: !!int 十五", "elements[0].count"),
    case(Code.WRONG_TYPE, "count: 15", "count: 015", "elements[0].count"),
    case(Code.WRONG_TYPE, "count: 15", "count: 1:30", "elements[0].count"),
    case(Code.WRONG_TYPE, "129.77", "1:29.77", "profile.area_km2"),
    case(Code.WRONG_TYPE, '"242080"', "242080", "municipality"),
    case(Code.WRONG_TYPE, "each: true", 'each: "true"', "elements[0].staff[0].each"),
    case(Code.WRONG_TYPE, "operators: [npo]", "operators: npo", "elements[0].operators"),
    case(Code.WRONG_TYPE, "title: 事例の見本", "title: 2017", "title"),
    case(Code.WRONG_VALUE, "79357", "0", "profile.population", at="population"),
    case(Code.WRONG_VALUE, "129.77", ".inf", "profile.area_km2"),
    case(Code.WRONG_VALUE, "count: 15", "count: -1", "elements[0].count"),
    case(Code.MIN_ABOVE_MAX, "min: 2", "min: 4", "elements[0].staff[0]"),
    case(Code.COUNT_WITHOUT_UNIT, "    unit: か所\n", "", "elements[0]", at="- id: salon"),
    # Dates
    case(Code.NOT_A_DATE, "date: 2018", "date: 平成30年", "date"),
    case(Code.NOT_A_DATE, "date: 2018", "date: 2018-13", "date"),
    case(Code.NOT_A_DATE, "since: 2005", "since: 2005-02-30", "elements[0].since"),
    case(Code.FUTURE_DATE, "date: 2018", "date: 2026-01-02", "date"),
    case(Code.FUTURE_DATE, "since: 2005", "since: 2027", "elements[0].since"),
    case(Code.FUTURE_DATE, "date: 2018, l", "date: 2027, l", "sources[0].date"),
    case(Code.FUTURE_DATE, "date: 2018, l", "accessed: 2027, l", "sources[0].accessed"),
    case(Code.SOURCE_WITHOUT_DATE, "date: 2018, locator", "locator", "sources[0]"),
    case(Code.DATE_ORDER, "by: 2020", "by: 2004", "elements[0].planned.by"),
    # Ids
    case(Code.WRONG_ID, "id: cases/beta", "id: cases/delta", "id"),
    case(Code.WRONG_ID, "id: team", "id: Team", "elements[1].id"),
    guideline(Code.WRONG_ID, "id: p1.hub", "id: P1.Hub", "provisions[0].id"),
    case(Code.WRONG_MUNICIPALITY_CODE, "242080", "242081", "municipality"),
    case(Code.WRONG_MUNICIPALITY_CODE, "242080", "24208", "municipality"),
    case(Code.UNKNOWN_MUNICIPALITY, "242080", "000001", "municipality"),
    case(Code.DUPLICATE_ID, "id: team", "id: salon # 二度目", "elements[1].id"),
    case(Code.DUPLICATE_ID, "id: team", "id: overview", "elements[1].id"),
    case(Code.DUPLICATE_ID, "id: team", "id: profile", "elements[1].id"),
    report(Code.DUPLICATE_ID, "{#aim}", "{#general}", at="目的 {"),
    guideline(Code.DUPLICATE_ID, "{#overview", "{#p1.hub", "provisions[0].id", at="- id: p1.hub"),
    guideline(
        Code.DUPLICATE_ID,
        "provisions:\n",
        "provisions:\n  - {id: p1.hub, function: f1, label: 拠点, plain: 場, "
        "article: 条, text: 文, source: s1, place: 一}\n",
        "provisions[1].id",
        at="  - id: p1.hub",
    ),
    case(
        Code.DUPLICATE_ID,
        "sources:\n",
        "sources:\n  - {id: s1, title: 別の資料, publisher: 省, date: 2018, locator: 頁}\n",
        "sources[1].id",
        at="title: 資料",
    ),
    # Sources
    case(Code.UNKNOWN_SOURCE, "[@s1]", "[@s2]", at="## 概要"),
    case(
        Code.UNKNOWN_SOURCE, "type: refer, source: s1", "type: refer, source: s9", "links[0].source"
    ),
    guideline(Code.UNKNOWN_SOURCE, "第1条, source: s1", "第1条, source: s9", "function.source"),
    guideline(Code.UNKNOWN_SOURCE, "    source: s1", "    source: s9", "provisions[0].source"),
    report(
        Code.UNUSED_SOURCE,
        "---\n##",
        "  - {id: s2, title: 付録, publisher: 省, date: 2017, locator: 頁}\n---\n##",
        "sources[1]",
        at="s2",
    ),
    case(Code.MISSING_SOURCE, "[@s1]", "", at="## 概要"),
    report(Code.MISSING_SOURCE, "[@s1]", "", at="### 目的"),
    # Provisions, links and references
    case(Code.UNKNOWN_PROVISION, "id: p1.hub", "id: p9.hub", "elements[0].provisions[0].id"),
    case(
        Code.UNKNOWN_PROVISION, "id: p1.hub, reason", "id: p9.hub, reason", "not_applicable[0].id"
    ),
    case(Code.UNKNOWN_PROVISION, "{#overview}", "{#overview provisions=p9.hub}"),
    guideline(Code.UNDECLARED_FUNCTION, "function: f1", "function: f9", "provisions[0].function"),
    case(Code.UNKNOWN_LINK_END, "to: team", "to: gone", "links[0].to"),
    case(Code.UNKNOWN_LINK_END, "from: salon", "from: gone", "links[0].from"),
    guideline(Code.UNKNOWN_REFERENCE, "cases/beta#salon", "cases/beta#gone", at="## 概要"),
    guideline(Code.UNKNOWN_REFERENCE, "cases/beta#salon", "cases/gone", at="## 概要"),
    guideline(Code.UNKNOWN_REFERENCE, "cases/beta#salon", "https://example.com"),
    # The body
    case(Code.HEADING_WITHOUT_ID, " {#overview}", "", at="## 概要"),
    case(Code.HEADING_WITHOUT_ID, "## 概要", "# 概要"),
    case(Code.HEADING_WITHOUT_ID, "## 概要", "#### 概要"),
    case(Code.HEADING_WITHOUT_ID, "## 概要 {", "## {"),
    case(Code.UNSUPPORTED_MARKDOWN, "本文です", "*本文*です"),
    case(Code.UNSUPPORTED_MARKDOWN, "本文です", "本文<br>です"),
    case(Code.UNSUPPORTED_MARKDOWN, "本文です", "`本文`です"),
    case(Code.UNSUPPORTED_MARKDOWN, "本文です", "![図](zu.png)です"),
    case(Code.UNSUPPORTED_MARKDOWN, "本文です", "本文[^1]です"),
    case(Code.UNSUPPORTED_MARKDOWN, "本文です", "本文[@s1 「[欄]」]です"),
    case(Code.UNSUPPORTED_MARKDOWN, "本文です", "[](cases/beta)本文です"),
    case(Code.UNSUPPORTED_MARKDOWN, "本文です", "```\n本文\n```\nです", at="```"),
    case(Code.UNSUPPORTED_MARKDOWN, "本文です", "* * *\n本文です", at="* * *"),
    case(Code.UNSUPPORTED_MARKDOWN, "本文です", "- 一\n- 二\n  > 囲み\n\n本文です", at="> 囲み"),
    case(
        Code.UNSUPPORTED_MARKDOWN,
        "本文です",
        "|市|人口|\n|---|---|\n|名張|79|14|\n\n本文です",
        at="14|",
    ),
    case(Code.EMPTY_SECTION, "## 概要", "## 空 {#empty}\n\n## 概要", at="## 空"),
    report(Code.EMPTY_SECTION, "目的です[@s1]。", "", at="### 目的"),
    case(Code.TEXT_BEFORE_HEADING, "## 概要", "前の文です。\n\n## 概要", at="前の文"),
]
