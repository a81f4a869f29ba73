# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""出典: every source of what was taken over, of rates and of decisions, once, as all cite it."""

import csv
import io
from dataclasses import replace

import pytest

from kyosei_desk.domain.citing import source_lines
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.projects.changes.decisions import put_decision
from kyosei_desk.domain.projects.model import Decision
from kyosei_desk.domain.sources import citation_line
from kyosei_desk.export.diagram.colors import DiagramColors
from kyosei_desk.export.project.csv_tables import write_project_csv
from kyosei_desk.export.project.html_report import write_report_html
from kyosei_desk.export.project.markdown_report import write_report_markdown
from kyosei_desk.export.project.matter import Matter
from kyosei_desk.export.project.paper import project_report
from kyosei_desk.export.project.report import Bullets, Heading, Report, Table
from kyosei_desk.export.project.text_report import write_report_text
from kyosei_desk.library.locations import BundledFolders
from tests.export.project.sample import worked_matter

RATE = "guideline/model-project-fy2018#community"
HEARING = "cases/toyonaka#koku-fukushi-iinkai"
GONE = "cases/nabari#nothing"


@pytest.fixture(scope="module")
def matter(corpus: Corpus) -> Matter:
    """A project with a decision that rests on a passage of its own, and one that is gone."""
    plain = worked_matter(corpus)
    passages = (HEARING, "cases/toyonaka", RATE, GONE)
    decision = Decision(id="d-2", what="委員会を置く", passages=passages)
    return replace(plain, project=put_decision(plain.project, decision).project)


@pytest.fixture(scope="module")
def report(matter: Matter) -> Report:
    return project_report(matter, with_picture=False)


def listed(report: Report) -> dict[str, tuple[str, ...]]:
    """Return the headings of 出典 with what stands below each."""
    blocks = list(report.blocks)
    start = next(n for n, one in enumerate(blocks) if one == Heading("出典")) + 1
    found: dict[str, tuple[str, ...]] = {}
    for head, below in zip(blocks[start::2], blocks[start + 1 :: 2], strict=True):
        assert isinstance(head, Heading)
        assert isinstance(below, Bullets)
        assert head.text not in found
        found[head.text] = below.items
    return found


def line_of(corpus: Corpus, address: str) -> str:
    """Return the first source of a passage, as the reader of the library cites it."""
    document = corpus.document(address.partition("#")[0])
    passages = corpus.passages(document)
    passage = next(one for one in passages if one.key == address)
    sources = {source.id: source for source in document.sources}
    return citation_line(sources[passage.sources[0].source])


def test_each_source_stands_once_with_its_number(matter: Matter, report: Report) -> None:
    found = list(listed(report))
    lines = [head.partition("] ")[2] for head in found if head.startswith("[")]
    found = found[: found.index("いまの資料に見つからない箇所") + 1]
    assert [head.partition("]")[0] for head in found[:-1]] == [
        f"[{number + 1}" for number in range(len(lines))
    ]
    assert len(set(lines)) == len(lines)
    assert lines == [citation_line(one.source) for one in matter.citations.numbered]
    assert found[-1] == "いまの資料に見つからない箇所"


def test_the_passage_behind_a_rate_is_a_source(corpus: Corpus, report: Report) -> None:
    uses = listed(report)
    head = next(head for head in uses if line_of(corpus, RATE) in head)
    [said] = [item for item in uses[head] if item.startswith("「地域力強化推進事業")]
    assert said.startswith("「地域力強化推進事業（平成30年度）」の率 … ")
    assert "（1）の欄" in said
    number = head.partition("]")[0] + "]"
    rests = [one for one in report.blocks if isinstance(one, Bullets)]
    assert any(item.endswith(number) for one in rests for item in one.items if "前提" in item)


def test_the_passages_behind_a_decision_are_sources(corpus: Corpus, report: Report) -> None:
    uses = listed(report)
    head = next(head for head in uses if line_of(corpus, HEARING) in head)
    assert any(item.startswith("決めたこと「委員会を置く」 … ") for item in uses[head])
    table = next(
        one for one in report.blocks if isinstance(one, Table) and one.caption == "決めたこと"
    )
    cell = table.rows[-1].cells[-1]
    assert head.partition("]")[0] + "]" in cell.split("\n")[0]
    taken = line_of(corpus, "cases/nabari#machi-no-hokenshitsu")
    nabari = next(head for head in uses if taken in head)
    assert any("小学校区に1か所ずつ置く" in item for item in uses[nabari])
    assert any("まちの保健室 … もとは名張市の" in item for item in uses[nabari])


def test_a_passage_that_is_gone_is_told(report: Report) -> None:
    uses = listed(report)["いまの資料に見つからない箇所"]
    assert len(uses) == 1
    assert "「委員会を置く」" in uses[0]


def test_no_title_stands_twice(matter: Matter, corpus: Corpus) -> None:
    for document in corpus.documents:
        for passage in corpus.passages(document):
            words = matter.citations.place(passage.key).words
            assert words in (document.title, f"{passage.title}（{document.title}）")
            assert words != f"{document.title}（{document.title}）"
        assert matter.citations.place(document.id).words == document.title


def test_every_format_cites_alike(
    matter: Matter, report: Report, corpus: Corpus, bundled: BundledFolders
) -> None:
    colors = DiagramColors.read(bundled.resources / "themes" / "light.json")
    rows = list(csv.reader(io.StringIO(write_project_csv(matter).decode("utf-8-sig"))))
    cells = {cell for row in rows for cell in row}
    page, text = write_report_html(report, colors), write_report_text(report)
    for one in matter.citations.numbered:
        line = citation_line(one.source)
        assert line in text
        assert line in page
        assert line in cells
    assert write_report_markdown(report).count("\n### \\[") == len(matter.citations.numbered)
    document = corpus.document("guideline/model-project-fy2018")
    passage = next(one for one in corpus.passages(document) if one.key == RATE)
    head = next(row for row in rows if "率の出典" in row)
    cost = next(row for row in rows if "相談員の人件費" in row)
    assert dict(zip(head, cost, strict=True))["率の出典"] == "／".join(
        source_lines(document, passage)
    )


def test_dates_of_sources_follow_the_setting(matter: Matter) -> None:
    era = replace(matter, era_first=True)
    assert "平成30年" in " ".join(listed(project_report(era, with_picture=False)))
    assert "令和8年11月20日" in write_project_csv(era).decode("utf-8-sig")
    assert "2026年11月20日" in write_project_csv(matter).decode("utf-8-sig")
