# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.ui.background import WorkerThread
from kyosei_desk.ui.reader.reader import Reader
from kyosei_desk.ui.reader.reader_body import ReaderBody
from kyosei_desk.ui.reader.targets import Address
from kyosei_desk.workspace.settings import SettingKey
from tests.ui.reading import marks_label
from tests.ui.window_support import make_settings, make_theme

NABARI = Address("cases/nabari", "machi-no-hokenshitsu")
TOYONAKA = Address("cases/toyonaka", "csw")


def side(reader: Reader) -> ReaderBody:
    body = reader.findChild(ReaderBody)
    assert body is not None
    return body


def shown_passage(reader: Reader) -> str:
    assert reader.view.shown is not None
    return reader.view.shown.passage_at(reader.view.place.top_position()).passage.section_id


def test_opens_at_the_passage_with_marks(reader: Reader, qtbot: QtBot) -> None:
    reader.way.open(NABARI, "相談")
    qtbot.waitUntil(lambda: marks_label(reader) != "")
    assert shown_passage(reader) == "machi-no-hokenshitsu"
    assert marks_label(reader).startswith("一致 ")
    assert "–" not in marks_label(reader)


def test_steps_through_marks_in_a_circle(reader: Reader, qtbot: QtBot) -> None:
    reader.way.open(Address("cases/nabari"), "まちの保健室")
    qtbot.waitUntil(lambda: marks_label(reader).startswith("一致 1 /"))
    reader.next_mark()
    assert marks_label(reader).startswith("一致 2 /")
    reader.previous_mark()
    reader.previous_mark()
    last = marks_label(reader).split(" / ")[1]
    assert marks_label(reader) == f"一致 {last} / {last}"


def test_another_query_marks_anew_and_stays(reader: Reader, qtbot: QtBot) -> None:
    reader.way.open(NABARI, "相談")
    qtbot.waitUntil(lambda: marks_label(reader) != "")
    before = reader.view.verticalScrollBar().value()
    reader.marks.set_query("15か所")
    qtbot.waitUntil(lambda: marks_label(reader).startswith("一致 –"))
    assert reader.view.verticalScrollBar().value() == before


def test_empty_query_marks_nothing(reader: Reader, qtbot: QtBot) -> None:
    reader.way.open(NABARI, "相談")
    qtbot.waitUntil(lambda: marks_label(reader) != "")
    reader.marks.set_query("")
    assert marks_label(reader) == ""


def test_link_is_followed_and_the_way_back_leads_to_the_same_place(reader: Reader) -> None:
    reader.way.open(NABARI)
    before = reader.view.verticalScrollBar().value()
    reader.view.anchorClicked.emit(QUrl("library:cases/toyonaka#csw"))
    assert reader.way.address == TOYONAKA
    assert shown_passage(reader) == "csw"
    assert reader.way.go_back()
    assert reader.way.address == NABARI
    assert reader.view.verticalScrollBar().value() == before
    assert not reader.way.go_back()
    assert reader.way.go_forward()
    assert reader.way.address == TOYONAKA


def test_citation_leads_to_its_source_and_back(reader: Reader) -> None:
    reader.way.open(NABARI)
    before = reader.view.verticalScrollBar().value()
    reader.view.anchorClicked.emit(QUrl("source:s1"))
    assert reader.view.verticalScrollBar().value() > before
    reader.way.go_back()
    assert reader.view.verticalScrollBar().value() == before


def test_unknown_address_is_told_and_nothing_changes(reader: Reader, qtbot: QtBot) -> None:
    reader.way.open(NABARI)
    with qtbot.waitSignal(reader.message_requested) as told:
        reader.way.open(Address("cases/nowhere"))
    assert "cases/nowhere" in told.args[0].text
    assert reader.way.address == NABARI


def test_address_opened_before_the_library_is_there(
    qtbot: QtBot, corpus: Corpus, tmp_path: Path
) -> None:
    reader = Reader(make_theme(), make_settings(tmp_path), WorkerThread("search"))
    qtbot.addWidget(reader)
    reader.way.open(NABARI)
    reader.way.set_corpus(corpus)
    assert reader.view.shown is not None
    assert reader.view.shown.source.id == "cases/nabari"


def test_copies_the_passage_with_its_source(reader: Reader, qtbot: QtBot) -> None:
    reader.way.open(NABARI)
    with qtbot.waitSignal(reader.message_requested):
        reader.copy_citation()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("地域包括支援センターのブランチで、")
    assert "名張市（三重県）「まちの保健室」の項）\n出典:\n[1] " in copied
    assert "「◎まちの保健室（地域支援事業・地域力強化推進事業）」の欄" in copied
    assert "現在" not in copied
    assert "<table" in QGuiApplication.clipboard().mimeData().html()


def test_copies_what_is_selected(reader: Reader) -> None:
    reader.way.open(NABARI)
    cursor = reader.view.document().find("地域包括支援センター")
    reader.view.setTextCursor(QTextCursor(cursor))
    reader.copy_citation()
    assert QGuiApplication.clipboard().text().startswith("「地域包括支援センター」（")


def test_dates_follow_the_settings_at_once(qtbot: QtBot, corpus: Corpus, tmp_path: Path) -> None:
    settings = make_settings(tmp_path)
    reader = Reader(make_theme(), settings, WorkerThread("search"))
    qtbot.addWidget(reader)
    reader.way.set_corpus(corpus)
    reader.way.open(Address("cases/nabari", "profile"))
    assert "現在日　平成29年9月1日（2017年9月1日）" in reader.view.toPlainText()
    settings.set(SettingKey.DATE_STYLE, "western")
    reader.refresh_dates()
    assert "現在日　2017年9月1日（平成29年9月1日）" in reader.view.toPlainText()
    stamps = [label.text() for label in reader.findChildren(QLabel)]
    assert "人口などは2017年9月1日現在" in stamps


def test_zoom_keeps_the_place(reader: Reader) -> None:
    reader.way.open(NABARI)
    size = reader.view.document().defaultFont().pixelSize()
    reader.zoom.larger()
    reader.zoom.larger()
    assert reader.view.document().defaultFont().pixelSize() > size
    assert shown_passage(reader) == "machi-no-hokenshitsu"
    reader.zoom.reset()
    assert reader.view.document().defaultFont().pixelSize() == size


def test_zoom_ends_at_its_limits(reader: Reader) -> None:
    for _ in range(20):
        reader.zoom.larger()
    assert reader.zoom.factor == 2.0
    for _ in range(20):
        reader.zoom.smaller()
    assert reader.zoom.factor == 0.8


def test_measure_is_comfortable(reader: Reader) -> None:
    reader.resize(1400, 800)
    reader.way.open(NABARI)
    em = reader.view.document().defaultFont().pixelSize()
    assert 38 <= reader.view.viewport().width() / em <= 44


def test_outline_is_beside_the_text_where_there_is_room(reader: Reader) -> None:
    reader.way.open(NABARI)
    body = side(reader)
    assert body.side.isHidden()
    reader.resize(1100, 600)
    assert not body.side.isHidden()
    assert not body.side_covers_text


def test_esc_closes_the_outline_over_the_text_first(reader: Reader, qtbot: QtBot) -> None:
    reader.way.open(NABARI)
    reader.toggle_side()
    assert side(reader).side_covers_text
    QTest.keyClick(reader, Qt.Key.Key_Escape)
    assert not side(reader).side_covers_text
    with qtbot.waitSignal(reader.leave_requested):
        QTest.keyClick(reader, Qt.Key.Key_Escape)


def test_outline_opens_a_section(reader: Reader) -> None:
    reader.way.open(NABARI)
    side(reader).side.section_chosen.emit("overview")
    assert shown_passage(reader) == "overview"
    assert reader.way.go_back()


def test_related_passages_are_shown_and_opened(reader: Reader, qtbot: QtBot) -> None:
    reader.way.open(NABARI)
    related = side(reader).side.related
    qtbot.waitUntil(lambda: related.rowCount() > 0)
    assert related.address(0).document_id != "cases/nabari"


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_every_theme_sets_the_document_again_at_the_same_place(
    qtbot: QtBot, corpus: Corpus, tmp_path: Path, theme: str
) -> None:
    look = make_theme()
    reader = Reader(look, make_settings(tmp_path), WorkerThread("search"))
    qtbot.addWidget(reader)
    reader.resize(700, 600)
    reader.show()
    reader.way.set_corpus(corpus)
    reader.way.open(NABARI)
    look.set_choice(theme, 125)
    assert shown_passage(reader) == "machi-no-hokenshitsu"
    reader.grab()


def test_figures_stand_in_two_rows_where_there_is_no_room(reader: Reader, qtbot: QtBot) -> None:
    reader.way.open(NABARI, "相談")
    qtbot.waitUntil(lambda: marks_label(reader) != "")
    wide = reader.view.document().blockCount()
    marks = marks_label(reader)
    reader.resize(460, 600)
    qtbot.waitUntil(lambda: reader.view.document().blockCount() > wide)
    assert shown_passage(reader) == "machi-no-hokenshitsu"
    assert marks_label(reader) == marks
    reader.resize(700, 600)
    qtbot.waitUntil(lambda: reader.view.document().blockCount() == wide)
    assert shown_passage(reader) == "machi-no-hokenshitsu"


def test_figures_stand_in_two_rows_before_anything_is_marked(reader: Reader, qtbot: QtBot) -> None:
    reader.way.open(Address("cases/nabari"))
    wide = reader.view.document().blockCount()
    reader.resize(460, 600)
    qtbot.waitUntil(lambda: reader.view.document().blockCount() > wide)
    assert marks_label(reader) == ""
