# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The line that is read stays where it is, whatever becomes larger, wider or darker."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from kyosei_desk.ui.reader.reader import Reader
from kyosei_desk.ui.reader.spots import AnchorLine
from kyosei_desk.ui.reader.targets import Address
from kyosei_desk.ui.theme import Theme
from tests.ui.reading import distance_to_top, marks_are_found

_CELL = "\ufdd0"  # the start of a cell or a frame in raw text
DOCUMENTS = ("cases/nabari", "cases/toyonaka", "guideline/current-framework")


def text_at_top(reader: Reader) -> str:
    first = reader.view.place.first_line()
    return reader.view.document().toRawText()[first : first + 40]


def scroll_to_prose(reader: Reader, value: int) -> None:
    """Scroll there, or on to the next running text: facts side by side are set anew when narrow."""
    bar = reader.view.verticalScrollBar()
    bar.setValue(value)
    while _CELL in text_at_top(reader):
        assert bar.value() < bar.maximum()
        bar.setValue(bar.value() + 20)


def changes(reader: Reader, theme: Theme, qtbot: QtBot) -> list[Callable[[], None]]:
    def resize(width: int) -> Callable[[], None]:
        def change() -> None:
            reader.resize(width, 600)
            qtbot.wait(1)

        return change

    def look(name: str, scale: int) -> Callable[[], None]:
        def change() -> None:
            theme.set_choice(name, scale)
            qtbot.wait(1)

        return change

    return [
        reader.zoom.larger,
        reader.zoom.larger,
        look("dark", 125),
        resize(1100),
        look("light", 150),
        resize(460),
        reader.zoom.reset,
        look("light", 100),
        resize(700),
    ]


@pytest.mark.parametrize("document_id", DOCUMENTS)
@pytest.mark.parametrize("share", [0.1, 0.4, 0.75])
def test_the_line_at_the_top_stays_there(
    reader: Reader, theme: Theme, qtbot: QtBot, document_id: str, share: float
) -> None:
    reader.way.open(Address(document_id))
    bar = reader.view.verticalScrollBar()
    reader.view.document().documentLayout().documentSize()
    scroll_to_prose(reader, round(bar.maximum() * share))
    before, words = bar.value(), text_at_top(reader)
    for change in changes(reader, theme, qtbot):
        change()
        line = reader.view.document().toRawText().find(words)
        assert line >= 0
        assert -40 <= distance_to_top(reader, line) <= 130
    assert bar.value() == before


def test_the_start_stays_the_start(reader: Reader, theme: Theme, qtbot: QtBot) -> None:
    reader.way.open(Address("cases/nabari"))
    for change in changes(reader, theme, qtbot):
        change()
        assert reader.view.verticalScrollBar().value() == 0


def test_the_current_mark_stays_in_view(reader: Reader, theme: Theme, qtbot: QtBot) -> None:
    reader.way.open(Address("cases/nabari"), "難病")
    qtbot.waitUntil(lambda: marks_are_found(reader))
    reader.next_mark()
    for change in changes(reader, theme, qtbot):
        change()
        mark = reader.view.current_mark
        assert mark is not None
        assert reader.view.place.is_in_view(mark[0].start)


def test_a_mark_scrolled_away_is_not_fetched_back(
    reader: Reader, theme: Theme, qtbot: QtBot
) -> None:
    reader.way.open(Address("cases/nabari"), "難病")
    qtbot.waitUntil(lambda: marks_are_found(reader))
    reader.next_mark()
    scroll_to_prose(reader, reader.view.verticalScrollBar().value() + 2000)
    words = text_at_top(reader)
    theme.set_choice("light", 150)
    assert distance_to_top(reader, reader.view.document().toRawText().find(words)) < 130


@pytest.mark.parametrize(
    ("position", "told"),
    [(0, ("start", 0)), (9, ("start", 9)), (10, ("mid", 0)), (99, ("mid", 89))],
)
def test_positions_are_told_by_the_last_known_place(position: int, told: tuple[str, int]) -> None:
    line = AnchorLine({"mid": 10, "start": 0})
    assert line.describe(position) == told
    assert line.find(*told) == position
