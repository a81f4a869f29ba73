# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Nothing of a text is ever lost: every paragraph keeps its lines, whatever the look."""

import pytest
from pytestqt.qtbot import QtBot

from kyosei_desk.ui.reader.reader import Reader
from kyosei_desk.ui.reader.targets import Address
from kyosei_desk.ui.theme import Theme
from tests.ui.reading import height, lost_blocks, marks_are_found, marks_label

QUERY = "まちの保健室 相談 地域"
DOCUMENTS = ("cases/nabari", "cases/toyonaka", "guideline/current-framework")
LOOKS = (("dark", 100), ("contrast", 100), ("dark", 150), ("light", 125), ("light", 100))


def unmarked_height(reader: Reader) -> float:
    """Return the height the text has in the same look without marks."""
    view = reader.view
    plain = view.document().clone(view)
    plain.setTextWidth(view.document().textWidth())
    return plain.documentLayout().documentSize().height()


def assert_whole(reader: Reader, when: str) -> None:
    reader.grab()
    assert lost_blocks(reader) == [], when
    assert height(reader) == pytest.approx(unmarked_height(reader), abs=1), when


@pytest.mark.parametrize("hidden", [False, True], ids=["seen", "behind another page"])
def test_no_look_takes_text_away(reader: Reader, theme: Theme, qtbot: QtBot, hidden: bool) -> None:
    for document_id in DOCUMENTS:
        reader.way.open(Address(document_id), QUERY)
        qtbot.waitUntil(lambda: marks_label(reader) != "")
        for name, scale in LOOKS:
            reader.setVisible(not hidden)
            theme.set_choice(name, scale)
            reader.show()
            assert_whole(reader, f"{document_id} {name} {scale}")
            reader.next_mark()
            assert_whole(reader, f"{document_id} {name} {scale}, next mark")


def test_no_size_takes_text_away(reader: Reader, theme: Theme, qtbot: QtBot) -> None:
    theme.set_choice("dark", 100)
    for document_id in DOCUMENTS:
        reader.way.open(Address(document_id), QUERY)
        qtbot.waitUntil(lambda: marks_label(reader) != "")
        for step in (
            reader.zoom.larger,
            reader.zoom.larger,
            reader.zoom.reset,
            reader.zoom.smaller,
        ):
            step()
            assert_whole(reader, f"{document_id} {step.__name__}")
        for width in (1100, 460, 700):
            reader.resize(width, 600)
            qtbot.wait(1)
            assert_whole(reader, f"{document_id} {width}")
        reader.zoom.reset()


def test_marked_text_has_the_ink_of_marks(reader: Reader, theme: Theme, qtbot: QtBot) -> None:
    theme.set_choice("dark", 100)
    reader.way.open(Address("cases/nabari"), "難病")
    qtbot.waitUntil(lambda: marks_are_found(reader))
    reader.next_mark()
    inked = reader.view.extraSelections()
    assert {ink.cursor.selectedText() for ink in inked} == {"難病"}
    colors = {ink.format.foreground().color().name() for ink in inked}
    assert colors <= {theme.palette.on_mark, theme.palette.on_mark_current}
    assert theme.palette.on_mark_current in colors
    reader.way.open(Address("cases/toyonaka"))
    assert reader.view.extraSelections() == []


def test_no_query_takes_text_away(reader: Reader, theme: Theme, qtbot: QtBot) -> None:
    for document_id in DOCUMENTS:
        reader.way.open(Address(document_id), "相談")
        theme.set_choice("dark", 100)
        for query in ("地域", "", "支援 相談", "どこにもないことば"):
            reader.marks.set_query(query)
            qtbot.waitUntil(lambda: marks_are_found(reader))
            assert_whole(reader, f"{document_id} {query}")
        theme.set_choice("light", 100)
        assert_whole(reader, f"{document_id} light")
