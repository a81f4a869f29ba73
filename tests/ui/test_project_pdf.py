# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A project on paper: no row is torn, no heading alone, the diagram on a page of its own."""

import re
from itertools import pairwise

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QSizeF
from PySide6.QtGui import QFont, QPdfWriter, QTextDocument, QTextTable
from pytestqt.qtbot import QtBot

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.export.diagram.colors import DiagramColors
from kyosei_desk.export.project.paper import project_report
from kyosei_desk.export.project.report import (
    Bar,
    Block,
    Bullets,
    Column,
    Heading,
    Paragraph,
    Plan,
    Report,
    Row,
    RowKind,
    Table,
)
from kyosei_desk.library.locations import BundledFolders
from kyosei_desk.ui.page_writing import PageWriter
from kyosei_desk.ui.project_pages import PageSetting, laid_out
from kyosei_desk.ui.project_pdf import project_pdf
from tests.export.project.sample import worked_matter

WIDE, TALL = (842, 595), (595, 842)
COLUMNS = (Column("名前", 2), Column("数", 1, is_number=True))


@pytest.fixture
def setting(qtbot: QtBot) -> PageSetting:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(150)
    font = QFont()
    font.setPointSizeF(9)
    return PageSetting(writer, font, QSizeF(900, 1000))


@pytest.fixture(scope="module")
def colors(bundled: BundledFolders) -> DiagramColors:
    return DiagramColors.read(bundled.resources / "themes" / "light.json")


def long_table(rows: int, every: int = 7) -> Table:
    """Return a table whose rows are of different height, a group before every so many."""
    made = []
    for number in range(rows):
        if number % every == 0:
            made.append(Row((f"まとまり{number}",), RowKind.GROUP))
        made.append(Row(("\n".join([f"行{number}"] * (1 + number % 5)), str(number))))
    return Table("長い表", COLUMNS, tuple(made))


def tables(document: QTextDocument) -> list[QTextTable]:
    frames = document.rootFrame().childFrames()
    return [frame for frame in frames if isinstance(frame, QTextTable)]


def pages_of_rows(document: QTextDocument, height: float) -> list[tuple[str, set[int]]]:
    """Return the first cell of every row, and the pages it stands on."""
    layout = document.documentLayout()
    found = []
    for table in tables(document):
        for row in range(table.rows()):
            cells = [table.cellAt(row, column) for column in range(table.columns())]
            rects = [layout.blockBoundingRect(cell.lastCursorPosition().block()) for cell in cells]
            edges = [y for rect in rects for y in (rect.top() + 1, rect.bottom() - 1)]
            text = cells[0].firstCursorPosition().block().text()
            found.append((text, {int(y // height) for y in edges}))
    return found


def test_no_row_is_torn_by_the_end_of_a_page(setting: PageSetting) -> None:
    blocks: list[Block] = [Heading("表"), long_table(60)]
    height = setting.size.height()
    plain = PageWriter(setting.device, setting.font, setting.size, frozenset())
    for number, block in enumerate(blocks):
        plain.write(number, block)
    plain.finish()
    assert any(len(pages) > 1 for _, pages in pages_of_rows(plain.document, height))

    document = laid_out(setting, blocks)
    rows = pages_of_rows(document, height)
    assert all(len(pages) == 1 for _, pages in rows)
    assert document.pageCount() > 2
    firsts: dict[int, str] = {}
    for text, pages in rows:
        firsts.setdefault(min(pages), text)
    assert set(firsts.values()) == {"名前"}  # every page begins with the head of the table
    texts = [text for text, _ in rows if text != "名前"]
    assert [text for text in texts if text.startswith("行")] == [
        "\u2028".join([f"行{number}"] * (1 + number % 5)) for number in range(60)
    ]


def test_a_group_stands_above_its_first_row(setting: PageSetting) -> None:
    for every in (3, 4, 5):
        document = laid_out(setting, [long_table(50, every)])
        rows = pages_of_rows(document, setting.size.height())
        for (text, page), (_, following) in pairwise(rows):
            if text.startswith("まとまり"):
                assert page == following, text


def test_a_sum_stands_below_the_row_before(setting: PageSetting) -> None:
    height = setting.size.height()
    for count in range(30, 45):
        rows = (*(Row((f"行{number}", "1")) for number in range(count)),)
        total = Row(("合計", str(count)), RowKind.TOTAL)
        document = laid_out(setting, [Table("表", COLUMNS, (*rows, total))])
        pages = dict(pages_of_rows(document, height))
        assert pages["合計"] == pages[f"行{count - 1}"], count


def test_no_page_is_left_empty_where_a_table_is_parted(setting: PageSetting) -> None:
    height = setting.size.height()
    for lines in range(20):
        above = Bullets(tuple(f"項目{number}" for number in range(lines)))
        rows = tuple(Row(("\n".join("行" * 9), str(number))) for number in range(12))
        document = laid_out(setting, [above, Table("表", COLUMNS, rows)])
        shown = {page for _, pages in pages_of_rows(document, height) for page in pages}
        shown |= set(pages_of_texts(document, height).values())
        assert shown == set(range(document.pageCount())), lines


def pages_of_texts(document: QTextDocument, height: float) -> dict[str, int]:
    """Return the page each text is drawn on first: Qt moves lines within their block."""
    layout = document.documentLayout()
    pages: dict[str, int] = {}
    for number in range(document.blockCount()):
        block = document.findBlockByNumber(number)
        top = layout.blockBoundingRect(block).top() + block.layout().lineAt(0).y()
        pages.setdefault(block.text(), int((top + 1) // height))
    return pages


@pytest.mark.parametrize("steps", [1, 2, 5])
def test_a_plan_stands_whole_below_its_heading(setting: PageSetting, steps: int) -> None:
    height, width = setting.size.height(), setting.size.width()
    bars = tuple(Bar(f"すること{number}", number, number + 2, "いつ") for number in range(steps))
    plan = Plan("日程", (("令和9年度", 12),), tuple(range(1, 13)), bars)
    for lines in range(18, 36):
        above = Bullets(tuple(f"項目{number}" for number in range(lines)))
        document = laid_out(setting, [above, Heading("日程"), plan])
        pages = pages_of_texts(document, height)
        assert pages["日程"] == pages["\ufffc"], lines
        cursor = document.find("\ufffc")
        line = cursor.block().layout().lineAt(0)
        left = document.documentLayout().blockBoundingRect(cursor.block()).left()
        assert left + line.naturalTextWidth() <= width - left + 1


def test_a_heading_below_a_table_keeps_its_distance(setting: PageSetting) -> None:
    layout = (document := laid_out(setting, [long_table(2), Heading("見出し")])).documentLayout()
    table = layout.frameBoundingRect(tables(document)[0])
    assert layout.blockBoundingRect(document.lastBlock()).top() - table.bottom() > 20


def test_a_heading_stands_above_what_follows(setting: PageSetting) -> None:
    height = setting.size.height()
    for lines in range(20, 34):
        blocks: list[Block] = [
            Bullets(tuple(f"項目{number}" for number in range(lines))),
            Heading("見出し"),
            Heading("小見出し", 2),
            long_table(2),
        ]
        pages = pages_of_texts(laid_out(setting, blocks), height)
        assert pages["見出し"] == pages["小見出し"] == pages["名前"] == pages["行0"], lines


def test_a_row_taller_than_a_page_does_not_hang(setting: PageSetting) -> None:
    tall = Row(("\n".join("行" * 120), "1"))
    document = laid_out(setting, [Heading("表"), Table("表", COLUMNS, (tall, Row(("次", "2"))))])
    assert document.pageCount() >= 2
    assert "次" in document.toPlainText()


def test_everything_of_a_report_is_on_the_pages(setting: PageSetting, corpus: Corpus) -> None:
    report = project_report(worked_matter(corpus), with_picture=False)
    text = laid_out(setting, report.blocks, (report.title, report.lines)).toPlainText()
    assert text.startswith(report.title)
    for block in report.blocks:
        match block:
            case Heading() | Paragraph():
                assert block.text in text
            case Bullets():
                assert all(item in text for item in block.items)
            case Table():
                cells = [cell for row in block.rows for cell in row.cells]
                assert all(cell in text for cell in cells)
            case Plan():
                assert all(f"{bar.name}（{bar.when}）" in text for bar in block.bars)


def test_the_diagram_has_a_page_of_its_own(
    qtbot: QtBot, corpus: Corpus, colors: DiagramColors
) -> None:
    report = project_report(worked_matter(corpus))
    data = project_pdf(report, colors)
    assert data.startswith(b"%PDF")
    sizes = page_sizes(data)
    assert sizes.count(WIDE) == 1
    assert set(sizes) == {WIDE, TALL}
    without = project_pdf(project_report(worked_matter(corpus), with_picture=False), colors)
    assert set(page_sizes(without)) == {TALL}


def test_a_plan_alone_makes_a_page(qtbot: QtBot, colors: DiagramColors) -> None:
    bars = tuple(Bar(f"すること{n}", n % 12, 12 + n % 12, "いつか") for n in range(60))
    plan = Plan("日程", (("2026年度", 12), ("2027年度", 12)), (*range(1, 13),) * 2, bars)
    data = project_pdf(Report("案", (), (Heading("日程"), plan), "きょうせいデスク"), colors)
    assert len(page_sizes(data)) >= 2


def page_sizes(data: bytes) -> list[tuple[int, int]]:
    """Return the size of every page in points."""
    boxes = re.findall(rb"/Type /Page\n.*?/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", data, re.DOTALL)
    return [(round(float(width)), round(float(height))) for width, height in boxes]
