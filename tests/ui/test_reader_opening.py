# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Where a document opens, which mark is current, and which passage is in hand."""

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.ui.reader.mark_keeper import MarkStart
from kyosei_desk.ui.reader.reader import Reader
from kyosei_desk.ui.reader.reader_body import ReaderBody
from kyosei_desk.ui.reader.targets import Address
from tests.ui.reading import (
    TextOnlySearcher,
    distance_to_top,
    heading_is_on_top,
    marks_are_found,
    marks_label,
    position_of,
)

ROOM = "machi-no-hokenshitsu"
NABARI = Address("cases/nabari", ROOM)
CSW = Address("cases/toyonaka", "csw")


def open_and_mark(
    reader: Reader, qtbot: QtBot, address: Address, query: str, *, passing: bool = False
) -> None:
    reader.way.open(address, query, passing=passing)
    qtbot.waitUntil(lambda: marks_are_found(reader))
    assert marks_label(reader)


def current_text(reader: Reader) -> str:
    mark = reader.view.current_mark
    assert mark is not None
    raw = reader.view.document().toRawText()
    return "".join(raw[span.start : span.end] for span in mark)


def current_start(reader: Reader) -> int:
    mark = reader.view.current_mark
    assert mark is not None
    return mark[0].start


def copied(reader: Reader) -> str:
    reader.copy_citation()
    return QGuiApplication.clipboard().text()


# A result opened


def test_result_found_by_its_title_opens_at_its_title(reader: Reader, qtbot: QtBot) -> None:
    open_and_mark(reader, qtbot, NABARI, "まちの保健室", passing=True)
    assert heading_is_on_top(reader, ROOM)
    assert current_start(reader) == position_of(reader, ROOM)
    assert current_text(reader) == "まちの保健室"


def test_result_shows_its_heading_with_a_mark_not_far_below(reader: Reader, qtbot: QtBot) -> None:
    open_and_mark(reader, qtbot, NABARI, "難病", passing=True)
    assert heading_is_on_top(reader, ROOM)
    assert current_text(reader) == "難病"
    assert reader.view.place.is_in_view(current_start(reader))


def test_result_shows_a_mark_far_below_its_heading_with_lines_above(
    reader: Reader, qtbot: QtBot, corpus: Corpus
) -> None:
    reader.resize(700, 330)
    document = corpus.document("cases/nabari")
    passage = next(p for p in corpus.passages(document) if p.section_id == ROOM)
    last = passage.text[-6:]
    reader.set_searcher(TextOnlySearcher(corpus, {passage.text: last}))
    open_and_mark(reader, qtbot, NABARI, last, passing=True)
    assert not reader.view.place.is_in_view(position_of(reader, ROOM))
    assert 60 < distance_to_top(reader, current_start(reader)) < 250


def test_result_without_a_mark_of_its_own_stays_at_its_heading(
    reader: Reader, qtbot: QtBot
) -> None:
    open_and_mark(reader, qtbot, NABARI, "おじゃまる広場", passing=True)
    assert heading_is_on_top(reader, ROOM)
    assert current_start(reader) > position_of(reader, ROOM)


def test_mark_above_what_was_opened_is_shown_itself(reader: Reader, qtbot: QtBot) -> None:
    open_and_mark(reader, qtbot, NABARI, "まちの保健室")
    reader.marks.find("三重県", MarkStart(position_of(reader, ROOM)))
    qtbot.waitUntil(lambda: marks_are_found(reader))
    assert current_start(reader) < position_of(reader, ROOM)
    assert reader.view.place.is_in_view(current_start(reader))


# An address opened


@pytest.mark.parametrize(
    "address", ["cases/toyonaka#csw", "guideline/current-framework#numbers", "cases/nabari"]
)
def test_an_address_wins_over_the_query(reader: Reader, qtbot: QtBot, address: str) -> None:
    target = Address.parse(address)
    open_and_mark(reader, qtbot, target, "支援")
    if not target.section_id:
        assert reader.view.verticalScrollBar().value() == 0
    else:
        assert heading_is_on_top(reader, target.section_id)
        assert current_start(reader) >= position_of(reader, target.section_id)
        before = [m for m in all_starts(reader) if m < current_start(reader)]
        assert all(start < position_of(reader, target.section_id) for start in before)


def all_starts(reader: Reader) -> list[int]:
    first = current_start(reader)
    starts = [first]
    reader.marks.go_round(1)
    while current_start(reader) != first:
        starts.append(current_start(reader))
        reader.marks.go_round(1)
    return starts


def test_an_address_behind_the_last_mark_has_none_current(reader: Reader, qtbot: QtBot) -> None:
    open_and_mark(reader, qtbot, NABARI, "地域包括支援センターのブランチ")
    reader.way.follow("cases/nabari#sources")
    qtbot.waitUntil(lambda: marks_are_found(reader))
    assert marks_label(reader).startswith("一致 –")
    assert reader.view.place.is_in_view(position_of(reader, "sources"))


def test_the_outline_goes_on_from_its_section(reader: Reader, qtbot: QtBot) -> None:
    open_and_mark(reader, qtbot, Address("cases/nabari"), "相談")
    body = reader.findChild(ReaderBody)
    assert body is not None
    body.side.section_chosen.emit(ROOM)
    assert heading_is_on_top(reader, ROOM)
    assert current_start(reader) >= position_of(reader, ROOM)


# Titles are marked


def test_marks_in_titles_are_counted_in_order(reader: Reader, qtbot: QtBot) -> None:
    open_and_mark(reader, qtbot, Address("cases/nabari"), "まちの保健室")
    starts = sorted(all_starts(reader))
    assert position_of(reader, ROOM) in starts
    assert marks_label(reader).endswith(f"/ {len(starts)}")


# The passage in hand


def test_the_passage_opened_is_copied_though_another_is_at_the_edge(reader: Reader) -> None:
    reader.way.open(NABARI)
    bar = reader.view.verticalScrollBar()
    bar.setValue(bar.value() - 120)
    assert "「まちの保健室」の項" in copied(reader)


def test_the_passage_with_the_current_mark_is_copied(reader: Reader, qtbot: QtBot) -> None:
    open_and_mark(reader, qtbot, NABARI, "エリアディレクター")
    reader.next_mark()
    assert reader.view.shown is not None
    holder = reader.view.shown.passage_at(current_start(reader)).passage.title
    bar = reader.view.verticalScrollBar()
    bar.setValue(current_start_top(reader) - reader.view.viewport().height() + 80)
    assert f"「{holder}」の項" in copied(reader)


def current_start_top(reader: Reader) -> int:
    value = reader.view.verticalScrollBar().value()
    return round(distance_to_top(reader, current_start(reader)) + value)


def test_a_mark_nobody_went_to_does_not_take_the_place_of_what_was_opened(
    reader: Reader, qtbot: QtBot
) -> None:
    reader.resize(700, 1400)
    open_and_mark(reader, qtbot, NABARI, "難病 総合相談の一覧")
    reader.marks.go_on_from(position_of(reader, "sogo-sodan"))
    assert "「まちの保健室」の項" in copied(reader)


def test_what_takes_most_of_the_view_is_copied(reader: Reader) -> None:
    reader.way.open(Address("cases/nabari"))
    top = distance_to_top(reader, position_of(reader, ROOM))
    reader.view.verticalScrollBar().setValue(round(top) - 90)
    assert "「まちの保健室」の項" in copied(reader)


def test_the_way_back_leads_to_the_same_line_after_a_change_of_size(reader: Reader) -> None:
    reader.way.open(NABARI)
    bar = reader.view.verticalScrollBar()
    bar.setValue(bar.value() + 150)
    line = reader.view.place.first_line()
    reader.way.follow(str(CSW))
    reader.zoom.larger()
    assert reader.way.go_back()
    assert reader.view.place.first_line() <= line <= reader.view.place.first_line() + 40
