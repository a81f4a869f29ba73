# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A project as files: everything in it survives, every source too, and nothing is run."""

import csv
import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.errors import (
    InputFileError,
    OutputFileError,
    ProjectError,
    ProjectProblem,
)
from kyosei_desk.domain.projects.changes.answers import answer
from kyosei_desk.domain.projects.changes.elements import ElementDraft, add_element
from kyosei_desk.domain.projects.changes.projects import new_project
from kyosei_desk.domain.projects.model import ModelProject, OwnTown
from kyosei_desk.domain.projects.state import read_state
from kyosei_desk.export.diagram.colors import DiagramColors
from kyosei_desk.export.project.file import (
    ProjectFormat,
    project_bytes,
    project_json,
    read_project,
)
from kyosei_desk.export.project.hearing_part import hearing_blocks
from kyosei_desk.export.project.matter import Matter
from kyosei_desk.export.project.paper import project_report
from kyosei_desk.export.project.report import (
    Bullets,
    Heading,
    Picture,
    Plan,
    Report,
    Row,
    RowKind,
    Table,
)
from kyosei_desk.files import write_output_file
from kyosei_desk.library.locations import BundledFolders
from tests.domain.projects.strategies import projects
from tests.export.project.sample import NASTY, TODAY, worked_matter

JSON, MARKDOWN, HTML, CSV, PDF = ProjectFormat
WORDS = (
    *(
        "みどり市 支え合いモデル事業（案A）",
        "60,000人",
        "208.4km²",
        "どの相談も断らない",
        "地域福祉課",
    ),
    *("まちの保健室", "11か所", "15か所 × 60,000人 ÷ 79,357人 = 11.3 → 11か所", "月例の会"),
    *("共同募金の委員会が別に決める", "8,450", "6,300", "2,150", "2.5人 × 350,000円 × 12か月"),
    *("空き教室を使う", "小学校区に1か所ずつ置く", "歩いて行けるところに要る", "庁内検討会議"),
    *("校区ごとの集まりがある", "生活困窮者支援を基盤とした包括的支援体制（兵庫県芦屋市）"),
    *("「窓口対応・相談支援ガイドライン」の欄と上段の説明", "2026年11月23日に取り入れ"),
)


@pytest.fixture(scope="module")
def matter(corpus: Corpus) -> Matter:
    return worked_matter(corpus)


@pytest.fixture(scope="module")
def colors(bundled: BundledFolders) -> DiagramColors:
    return DiagramColors.read(bundled.resources / "themes" / "light.json")


def written(matter: Matter, file_format: ProjectFormat, colors: DiagramColors) -> str:
    def draw(report: Report, _colors: DiagramColors) -> bytes:
        return f"PDF {report.title}".encode()

    return project_bytes(matter, file_format, colors, draw).decode("utf-8-sig")


def flat(text: str) -> str:
    """Return a text without what a format puts between its signs."""
    return re.sub(r"[\s\\]|<[^>]*>", "", text)


class Tags(HTMLParser):
    """Collects the tags of a page, and what it would fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.fetched: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.fetched += [str(value) for name, value in attrs if name in ("src", "href")]


# What everyone reads


@pytest.mark.parametrize("file_format", [MARKDOWN, HTML])
@pytest.mark.parametrize("words", WORDS)
def test_everything_in_a_project_is_written(
    matter: Matter, colors: DiagramColors, file_format: ProjectFormat, words: str
) -> None:
    assert flat(words) in flat(written(matter, file_format, colors))


def test_every_part_stands_in_its_order(matter: Matter) -> None:
    blocks = project_report(matter).blocks
    headings = [one.text for one in blocks if isinstance(one, Heading) and one.level == 1]
    assert headings == [
        *("まとめ", "しくみ図", "しくみ", "指針の項目とのつきあわせ", "予算", "日程"),
        *("決めたこと", "関わる人", "出典", "はじめの聞き取り"),
    ]
    assert any(isinstance(one, Picture) for one in blocks)


def summary(report: Report) -> dict[str, str]:
    """Return the rows of the summary by what they are called."""
    table = next(one for one in report.blocks if isinstance(one, Table))
    assert table.caption == "まとめ"
    return {row.cells[0]: row.cells[1] for row in table.rows}


def test_the_first_page_tells_the_project_at_a_glance(matter: Matter) -> None:
    report = project_report(matter, with_picture=False)
    found = summary(report)
    assert found["まち"].startswith("群馬県みどり市　人口 60,000人、面積 208.4km²、小学校 12校")
    assert found["めざすこと"].startswith("どの相談も断らない（指針の項目: ")
    counts, new = found["しくみの要素"].split("\n")
    assert counts == "いま あるもの 1・新しく置くもの 3"
    assert new.startswith("新しく置くもの: まちの保健室 11か所、エリアディレクター")
    assert "しないと決めた 1" in found["つくる体制が答える指針の項目"]
    assert found["期間"] == "2026年12月～2027年9月"
    assert found["決めたこと"] == "小学校区に1か所ずつ置く"
    costs = [one for one in report.blocks if isinstance(one, Table)][1]
    assert costs.rows[-1].cells == ("合計", "18,950", "14,175", "0", "4,775")
    assert costs.rows[-1].kind is RowKind.TOTAL


def test_many_new_elements_are_counted_after_the_eighth(matter: Matter) -> None:
    project = new_project("案", OwnTown(name="ぬぬ村")).project
    for number in range(10):
        project = add_element(project, ElementDraft(name=f"窓口{number}")).project
    report = project_report(replace(matter, project=project), with_picture=False)
    names = summary(report)["しくみの要素"].split("\n")[1]
    assert names.endswith("窓口7、ほか2")


def test_an_element_tells_the_town_beside_its_source(matter: Matter) -> None:
    rows = design_rows(matter)
    assert rows[0].cells[0] == "まちの保健室\n場・拠点\nもと: 名張市[1]"
    assert "もと" not in rows[-1].cells[0]


def test_who_runs_an_element_may_be_open(matter: Matter) -> None:
    project = new_project("案", OwnTown(name="ぬぬ村")).project
    project = add_element(project, ElementDraft(name="窓口")).project
    assert design_rows(replace(matter, project=project))[0].cells[2] == "—（未定）"


def design_rows(matter: Matter) -> tuple[Row, ...]:
    tables = [one for one in project_report(matter).blocks if isinstance(one, Table)]
    return next(one.rows for one in tables if one.caption == "しくみの要素")


def test_only_what_the_paper_has_not_said_is_told_of_the_questions(matter: Matter) -> None:
    project = new_project("案", OwnTown(name="ぬぬ村")).project
    project = add_element(project, ElementDraft(name="まちの保健室")).project
    said = answer(project, "place", "まちの保健室（名張市から）、まちの保健室 3か所").project
    assert hearing_blocks(replace(matter, project=said)) == []
    said = answer(project, "place", "はい\nまちの保健室 3か所\n夜は開けない").project
    [_, told] = hearing_blocks(replace(matter, project=said))
    assert told == Bullets(("受け止める窓口: はい\n夜は開けない",))


def test_the_diagram_tells_what_exists(matter: Matter, colors: DiagramColors) -> None:
    picture = next(one for one in project_report(matter).blocks if isinstance(one, Picture))
    tagged = {card.element for card in picture.diagram.cards if card.tag is not None}
    assert tagged == set(matter.project.existing)
    page = written(matter, HTML, colors)
    assert page.count(">今ある</text>") == len(tagged) + 1  # the legend shows one, too


def test_an_empty_project_says_so(corpus: Corpus) -> None:
    project = new_project("案", OwnTown(name="ぬぬ村")).project
    report = project_report(Matter(project, corpus, TODAY, str))
    headings = [one.text for one in report.blocks if isinstance(one, Heading) and one.level == 1]
    assert headings == ["まとめ", "しくみ", "指針の項目とのつきあわせ", "出典"]
    assert summary(report) == {
        "まち": "ぬぬ村　数字は、まだ入っていません",
        "めざすこと": "まだ書かれていません",
        "しくみの要素": "いま あるもの 0・新しく置くもの 0",
        "つくる体制が答える指針の項目": (
            "17項目のうち、答えている 0、一部 0、まだ 17、しないと決めた 0"
        ),
        "期間": "まだ書かれていません",
        "決めたこと": "まだ書かれていません",
        "総事業費": "まだ書かれていません",
    }


def test_dates_are_written_as_wanted(matter: Matter) -> None:
    era = project_report(replace(matter, era_first=True), with_picture=False)
    assert "令和8年4月1日現在" in summary(era)["まち"]
    plan = next(one for one in era.blocks if isinstance(one, Plan))
    assert plan.years == (("令和8年度", 12), ("令和9年度", 12))
    assert [(bar.first, bar.last) for bar in plan.bars] == [(8, 10), (12, 17)]


def test_every_row_fits_its_table(matter: Matter) -> None:
    for block in project_report(matter, with_picture=False).blocks:
        if isinstance(block, Table):
            assert block.rows
            for row in block.rows:
                wanted = 1 if row.kind is RowKind.GROUP else len(block.columns)
                assert len(row.cells) == wanted, (block.caption, row)


# HTML and Markdown


def test_a_page_needs_nothing_else_and_runs_nothing(matter: Matter, colors: DiagramColors) -> None:
    page = written(matter, HTML, colors)
    found = Tags()
    found.feed(page)
    assert "script" not in found.tags
    assert "img" not in found.tags
    assert found.fetched == []
    assert found.tags.count("svg") == 2
    assert "default-src 'none'" in page


def test_markdown_reads_as_tables(matter: Matter, colors: DiagramColors) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(written(matter, MARKDOWN, colors))
    kinds = [token.type for token in tokens]
    assert kinds.count("table_open") == 9
    assert "html_block" not in kinds
    texts = [token for token in tokens if token.type == "inline"]
    inline = [child for token in texts for child in token.children or ()]
    assert {child.content for child in inline if child.type == "html_inline"} <= {"<br>"}
    cells = ["".join(child.content for child in token.children or ()) for token in texts]
    assert any(NASTY in cell for cell in cells)


# CSV


def test_csv_counts_elements_costs_and_shares(matter: Matter, colors: DiagramColors) -> None:
    rows = list(csv.reader(io.StringIO(written(matter, CSV, colors))))
    starts = [0, *(number + 1 for number, row in enumerate(rows) if not row), len(rows) + 1]
    tables = [rows[start + 2 : end - 1] for start, end in pairwise(starts)]
    elements, lines, shares, decisions, sources = tables
    assert [row[1] for row in elements][:3] == [
        "まちの保健室",
        "エリアディレクター",
        "統一様式（Joint-Sheet）",
    ]
    place = dict(zip(rows[1], elements[0], strict=True))
    assert (place["数"], place["単位"], place["もとの数"]) == ("11", "か所", "15")
    assert place["出典"].startswith("「地域共生社会」の実現に向けた")
    assert [row[7] for row in lines] == ["8400000", "49500", "10500000"]
    assert [row[3] for row in lines] == ["2", "1500", "2.5"]
    assert [row[6] for row in lines] == ["12", "", "12"]
    assert shares[-1] == ["合計", "", "18950", "14175", "0", "4775"]
    assert [row[2] for row in decisions] == ["小学校区に1か所ずつ置く"]
    assert [row[0] for row in sources] == [str(number + 1) for number in range(len(sources))]


def test_an_open_number_has_no_sum(matter: Matter, colors: DiagramColors) -> None:
    design = matter.project.design
    opened = design.elements[0].model_copy(update={"count": None, "unit": None})
    elements = (opened, *design.elements[1:])
    without = matter.project.model_copy(
        update={"design": design.model_copy(update={"elements": elements})}
    )
    for file_format in (MARKDOWN, CSV):
        before, after = (
            written(replace(matter, project=one), file_format, colors)
            for one in (matter.project, without)
        )
        assert "÷ 79,357人" in before
        assert "÷ 79,357人" not in after


def test_csv_holds_no_formula(matter: Matter, colors: DiagramColors) -> None:
    project = matter.project
    first = project.design.elements[-1].model_copy(update={"name": "=1+1"})
    design = project.design.model_copy(update={"elements": (first,), "links": ()})
    bare = ModelProject.model_construct(**{**dict(project), "design": design, "origins": ()})
    rows = csv.reader(io.StringIO(written(replace(matter, project=bare), CSV, colors)))
    assert "'=1+1" in next(row for row in rows if row and row[0] == first.id)


# JSON: out and in again


@given(projects())
def test_any_project_comes_back_the_same(project: ModelProject) -> None:
    assert read_state(project_json(project)) == project


def test_a_file_written_is_read_back(matter: Matter, colors: DiagramColors, tmp_path: Path) -> None:
    path = tmp_path / "案.json"
    write_output_file(path, written(matter, JSON, colors).encode())
    assert read_project(path) == matter.project
    assert "まちの保健室" in path.read_text(encoding="utf-8")
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert read_project(path) == matter.project


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"format": 2}, ProjectProblem.NEWER_FORMAT),
        ({"variant": ""}, ProjectProblem.UNREADABLE_PROJECT),
        ({"surprise": 1}, ProjectProblem.UNREADABLE_PROJECT),
        ({"existing": ["nobody"]}, ProjectProblem.UNREADABLE_PROJECT),
    ],
)
def test_what_is_no_project_is_refused(
    matter: Matter, tmp_path: Path, change: dict[str, object], problem: ProjectProblem
) -> None:
    path = tmp_path / "案.json"
    value = json.loads(project_json(matter.project)) | change
    path.write_text(json.dumps(value), encoding="utf-8")
    with pytest.raises(ProjectError) as raised:
        read_project(path)
    assert raised.value.problem is problem


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputFileError):
        read_project(tmp_path / "案.json")


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "案.json"
    path.mkdir(parents=True)
    with pytest.raises(OutputFileError):
        write_output_file(path, b"{}")


# The diagram


def test_the_diagram_of_a_project_cites_the_project(matter: Matter) -> None:
    blocks = project_report(matter).blocks
    diagram = next(one.diagram for one in blocks if isinstance(one, Picture))
    notes = "".join(line.text for line in diagram.notes)
    assert notes.startswith("線とその上の言葉は、自分たちの案のものです。")
    assert "（自分たちの案、2026年11月23日、検討中）" in notes
    assert "出典" not in notes
