# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
import csv
import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.errors import IndexBrokenError
from kyosei_desk.export.results import COLUMNS
from kyosei_desk.export.results_file import ResultFormat
from kyosei_desk.search.model import FacetName, SearchRequest, SearchResponse
from kyosei_desk.ui.asking_for_files import keep_dialogs_in
from kyosei_desk.ui.background import WorkerThread
from kyosei_desk.ui.messages import Message, Severity
from kyosei_desk.ui.search.export_button import ExportButton
from kyosei_desk.ui.search.results_export import ResultsExport, results_name
from kyosei_desk.ui.search.search_controller import SearchController
from tests.ui.fake_search import FakeSearcher
from tests.ui.window_support import make_settings, make_theme

TODAY = datetime.date(2026, 11, 23)


class Bench:
    """What results are written out from."""

    def __init__(self, folder: Path, corpus: Corpus, window: QWidget):
        self.worker = WorkerThread("search", window)
        self.controller = SearchController(self.worker, window)
        self.searcher = FakeSearcher(corpus)
        self.controller.set_searcher(self.searcher)
        self.export = ResultsExport(self.controller, self.worker, make_settings(folder), window)


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path, corpus: Corpus) -> Iterator[Bench]:
    window = QWidget()
    qtbot.addWidget(window)
    made = Bench(tmp_path, corpus, window)
    yield made
    made.worker.shut_down()
    made.export.shut_down()


def write(bench: Bench, qtbot: QtBot, path: Path, file_format: ResultFormat) -> Message:
    with qtbot.waitSignal(bench.export.message_requested) as told:
        bench.export.write(path, file_format)
    message = told.args[0]
    assert isinstance(message, Message)
    return message


@pytest.mark.parametrize("file_format", ResultFormat)
def test_results_are_written_with_their_sources(
    bench: Bench, qtbot: QtBot, tmp_path: Path, file_format: ResultFormat
) -> None:
    bench.controller.ask(SearchRequest("まちの保健室", {FacetName.KIND: frozenset({"case"})}))
    path = tmp_path / f"結果.{file_format}"
    message = write(bench, qtbot, path, file_format)
    assert message.severity is Severity.SUCCESS
    assert path.name in message.text
    assert message.act_label == "フォルダーを開く"
    assert path.stat().st_size > 200
    asked = bench.searcher.asked[-1]
    assert asked.filters == {FacetName.KIND: {"case"}}
    assert asked.limit == 1000


def test_every_hit_is_written_not_only_those_shown(
    bench: Bench, qtbot: QtBot, tmp_path: Path
) -> None:
    bench.controller.ask(SearchRequest("相談"))
    write(bench, qtbot, tmp_path / "a.csv", ResultFormat.CSV)
    text = (tmp_path / "a.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.reader(text.splitlines()))
    assert rows[0] == list(COLUMNS)
    assert len(rows) - 1 == bench.searcher.search(SearchRequest("相談")).total > 60
    assert all(row[6] for row in rows)


def test_copied_as_table_and_as_text(bench: Bench, qtbot: QtBot) -> None:
    bench.controller.ask(SearchRequest("まちの保健室"))
    with qtbot.waitSignal(bench.export.message_requested):
        bench.export.copy()
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text().startswith("順位\t資料")
    assert "<table" in mime.html()
    assert "通知、省、2017年、第一" in mime.html()


def test_nothing_asked_is_told(bench: Bench, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bench.export.message_requested) as told:
        bench.export.copy()
    assert told.args[0].severity is Severity.INFO


def test_a_file_open_elsewhere_is_told_and_can_be_tried_again(
    bench: Bench, qtbot: QtBot, tmp_path: Path
) -> None:
    bench.controller.ask(SearchRequest("まちの保健室"))
    path = tmp_path / "結果.txt"
    path.mkdir()
    message = write(bench, qtbot, path, ResultFormat.CSV)
    assert message.severity is Severity.ERROR
    assert "Excel などで開いているときは" in message.text
    path.rmdir()
    assert message.act is not None
    with qtbot.waitSignal(bench.export.message_requested) as told:
        message.act()
    assert told.args[0].severity is Severity.SUCCESS
    assert path.is_file()


def test_a_broken_index_is_passed_on(
    bench: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_request: SearchRequest) -> SearchResponse:
        raise IndexBrokenError(Path("index"), "gone")

    bench.controller.ask(SearchRequest("相談"))
    monkeypatch.setattr(bench.searcher, "search", broken)
    with qtbot.waitSignal(bench.export.index_broken):
        bench.export.copy()


def test_file_is_asked_for_with_a_good_name(bench: Bench, qtbot: QtBot, tmp_path: Path) -> None:
    bench.controller.ask(SearchRequest("相談 名張"))
    dialog = bench.export.choose_file(ResultFormat.XLSX)
    assert dialog.isVisible()
    assert Path(dialog.selectedFiles()[0]).name.startswith("検索結果_相談_名張_")
    assert dialog.defaultSuffix() == "xlsx"
    with qtbot.waitSignal(bench.export.message_requested):
        dialog.fileSelected.emit(str(tmp_path / "b.xlsx"))
    dialog.reject()
    assert (tmp_path / "b.xlsx").read_bytes().startswith(b"PK")


def test_the_file_dialog_is_remembered_in_the_data_folder(tmp_path: Path) -> None:
    keep_dialogs_in(tmp_path)
    kept = QSettings(QSettings.Scope.UserScope, "QtProject").fileName()
    assert Path(kept).is_relative_to(tmp_path)


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("相談", "検索結果_相談_20261123.csv"),
        ('a/b\\c:*?"<>|d', "検索結果_a_b_c_d_20261123.csv"),
        ("...", "検索結果_20261123.csv"),
        ("あ" * 100, f"検索結果_{'あ' * 24}_20261123.csv"),
    ],
)
def test_name_of_a_file(query: str, name: str) -> None:
    assert results_name(query, ResultFormat.CSV, TODAY) == name


def test_menu_offers_every_format_and_copying(qtbot: QtBot) -> None:
    button = ExportButton(make_theme())
    qtbot.addWidget(button)
    *formats, _separator, copy = button.menu_shown.actions()
    for action, file_format in zip(formats, ResultFormat, strict=True):
        with qtbot.waitSignal(button.file_requested) as asked:
            action.trigger()
        assert asked.args[0] in ResultFormat
        assert str(asked.args[0]) == action.data()
        assert file_format in [a.data() for a in formats]
    with qtbot.waitSignal(button.copy_requested):
        copy.trigger()
