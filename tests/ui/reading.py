# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What tests of the reader look at: where it stands, what can be seen."""

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.search.model import MatchRule, Span
from kyosei_desk.ui.reader.reader import Reader
from kyosei_desk.ui.reader.reader_bars import HeaderBar
from kyosei_desk.ui.reader.reading_controller import ReadingController
from kyosei_desk.ui.reader.text_geometry import line_rect
from tests.ui.fake_search import FakeSearcher


class TextOnlySearcher(FakeSearcher):
    """Marks nothing in titles, and in texts only what is given."""

    def __init__(self, corpus: Corpus, places: dict[str, str]):
        """Mark in the text that starts with a key the words that are its value."""
        super().__init__(corpus)
        self._places = places

    def marks(
        self,
        query: str,
        texts: tuple[str, ...],
        without: frozenset[MatchRule] = frozenset(),
    ) -> tuple[tuple[Span, ...], ...]:
        found: list[tuple[Span, ...]] = []
        for text in texts:
            words = next((w for key, w in self._places.items() if text.startswith(key)), None)
            at = text.rfind(words) if words else -1
            found.append((Span(at, at + len(words or "")),) if at >= 0 else ())
        return tuple(found)


def marks_label(reader: Reader) -> str:
    """Return what is said about the marks."""
    header = reader.findChild(HeaderBar)
    assert header is not None
    return header.marks_label


def marks_are_found(reader: Reader) -> bool:
    """Tell whether no answer about marks is still to come."""
    questions = reader.findChild(ReadingController)
    assert questions is not None
    return not questions.finding_marks


def position_of(reader: Reader, section_id: str) -> int:
    """Return where a passage starts."""
    assert reader.view.shown is not None
    return reader.view.shown.anchors[section_id]


def distance_to_top(reader: Reader, position: int) -> float:
    """Return how far below the edge of the view a position is."""
    line = line_rect(reader.view.document(), position)
    return line.top() - reader.view.verticalScrollBar().value()


def heading_is_on_top(reader: Reader, section_id: str) -> bool:
    """Tell whether a passage's heading is the first thing in view, with a little air."""
    return 0 <= distance_to_top(reader, position_of(reader, section_id)) <= 60


def lost_blocks(reader: Reader) -> list[str]:
    """Return the text of paragraphs that have no lines, and so cannot be seen."""
    document = reader.view.document()
    document.documentLayout().documentSize()
    lost = []
    block = document.begin()
    while block.isValid():
        if block.text() and not block.layout().lineCount():
            lost.append(block.text())
        block = block.next()
    return lost


def height(reader: Reader) -> float:
    """Return the height of the whole text."""
    return reader.view.document().documentLayout().documentSize().height()
