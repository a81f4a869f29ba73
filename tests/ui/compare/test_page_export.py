# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
import datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kyosei_desk.export.comparison.file import ComparisonFormat
from kyosei_desk.export.diagram.file import DiagramFormat
from kyosei_desk.export.diagram.model import Diagram
from kyosei_desk.ui.asking_for_files import file_name
from kyosei_desk.ui.compare.compare_header import CompareTab
from kyosei_desk.ui.compare.compare_page import ComparePage
from kyosei_desk.ui.compare.diagram_export import WantedDiagram
from kyosei_desk.ui.messages import Severity
from tests.ui.compare.pages import Pages, empty_diagram, no_diagrams


@pytest.mark.parametrize("file_format", ComparisonFormat)
def test_the_rows_shown_are_written(
    pages: Pages, page: ComparePage, tmp_path: Path, file_format: ComparisonFormat
) -> None:
    path = tmp_path / "くらべる.txt"
    with pages.qtbot.waitSignal(page.export.message_requested):
        page.export.write(path, file_format)
    assert pages.told[-1].severity is Severity.SUCCESS
    assert "3列・21行を くらべる.txt に" in pages.told[-1].text
    text = path.read_text(encoding="utf-8-sig")
    assert "まちの保健室" in text
    assert "厚生労働省" in text


def test_what_cannot_be_written_is_told_with_a_way_on(
    pages: Pages, page: ComparePage, tmp_path: Path
) -> None:
    with pages.qtbot.waitSignal(page.export.message_requested):
        page.export.write(tmp_path, ComparisonFormat.CSV)
    assert pages.told[-1].severity is Severity.ERROR
    assert pages.told[-1].act_label == "もう一度"


def test_the_table_is_copied_with_its_sources(pages: Pages, page: ComparePage) -> None:
    with pages.qtbot.waitSignal(page.export.message_requested):
        page.export.copy()
    mime = QGuiApplication.clipboard().mimeData()
    assert "<table" in mime.html()
    assert "まちの保健室" in mime.text()
    assert "出典" in mime.text()


def test_the_menu_offers_every_format(pages: Pages, page: ComparePage) -> None:
    asked: list[ComparisonFormat] = []
    page.header.file_requested.disconnect(page.export.choose_file)
    page.header.file_requested.connect(asked.append)
    for action in page.header.export_menu.actions():
        if action.data() is not None:
            action.trigger()
    assert set(asked) == set(ComparisonFormat)


def test_a_file_is_named_after_its_columns() -> None:
    day, first = datetime.date(2026, 11, 23), "くらべる"
    named = file_name(first, ["名張市", "藤沢市"], "csv", day)
    assert named == "くらべる_名張市_藤沢市_20261123.csv"
    named = file_name(first, ["A/B", "C", "D", "E"], "html", day)
    assert named == "くらべる_A_B_C_D_ほか_20261123.html"
    assert file_name(first, [], "md", day) == "くらべる_20261123.md"


@pytest.mark.parametrize(("suffix", "begin"), [("svg", b"<"), ("png", b"\x89PNG")])
def test_a_diagram_is_written_as_picture(
    pages: Pages,
    page: ComparePage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    suffix: str,
    begin: bytes,
) -> None:
    no_diagrams(monkeypatch)
    page.show_tab(CompareTab.DIAGRAM)
    diagrams = page.tabs.diagrams
    assert diagrams is not None
    pages.qtbot.waitUntil(lambda: diagrams.left.view.diagram is not None)
    asked: list[tuple[Diagram, str, DiagramFormat]] = []
    diagrams.left.file_requested.disconnect(diagrams.export.choose_file)
    diagrams.left.file_requested.connect(lambda *all_of_it: asked.append(all_of_it))
    actions = diagrams.left.menu_shown.actions()
    next(action for action in actions if action.data() == suffix).trigger()
    diagram, title, file_format = asked[0]
    assert title == "名張市"
    path = tmp_path / f"図.{suffix}"
    with pages.qtbot.waitSignal(diagrams.message_requested):
        diagrams.export.write(path, WantedDiagram(diagram, file_format))
    assert pages.told[-1].severity is Severity.SUCCESS
    assert path.read_bytes().startswith(begin)


def test_a_diagram_is_copied_as_a_picture(
    pages: Pages, page: ComparePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_diagrams(monkeypatch)
    page.show_tab(CompareTab.DIAGRAM)
    diagrams = page.tabs.diagrams
    assert diagrams is not None
    pages.qtbot.waitUntil(lambda: diagrams.left.view.diagram is not None)
    with pages.qtbot.waitSignal(diagrams.message_requested):
        diagrams.left.menu_shown.actions()[-1].trigger()
    assert QGuiApplication.clipboard().image().width() == 200
    assert "画像としてコピーしました" in pages.told[-1].text


def test_a_diagram_that_cannot_be_written_can_be_tried_again(
    pages: Pages, page: ComparePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_diagrams(monkeypatch)
    page.show_tab(CompareTab.DIAGRAM)
    diagrams = page.tabs.diagrams
    assert diagrams is not None
    (tmp_path / "taken").write_text("")
    path = tmp_path / "taken" / "図.svg"
    with pages.qtbot.waitSignal(diagrams.message_requested):
        diagrams.export.write(path, WantedDiagram(empty_diagram(), DiagramFormat.SVG))
    (tmp_path / "taken").unlink()
    again = pages.told[-1].act
    assert again is not None
    with pages.qtbot.waitSignal(diagrams.message_requested):
        again()
    severities = [message.severity for message in pages.told[-2:]]
    assert severities == [Severity.ERROR, Severity.SUCCESS]
    assert path.exists()


@pytest.mark.parametrize("file_format", DiagramFormat)
def test_a_diagrams_file_is_asked_for_by_the_name_of_its_design(
    pages: Pages,
    page: ComparePage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    file_format: DiagramFormat,
) -> None:
    no_diagrams(monkeypatch)
    page.show_tab(CompareTab.DIAGRAM)
    diagrams = page.tabs.diagrams
    assert diagrams is not None
    dialog = diagrams.export.choose_file(empty_diagram(), "名張市", file_format)
    assert dialog.defaultSuffix() == file_format.value
    assert Path(dialog.selectedFiles()[0]).name.startswith("しくみ図_名張市_")
    chosen = tmp_path / f"a.{file_format.value}"
    with pages.qtbot.waitSignal(diagrams.message_requested):
        dialog.fileSelected.emit(str(chosen))
    dialog.reject()
    assert chosen.exists()
