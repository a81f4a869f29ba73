# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What the gap board says."""

from collections.abc import Sequence

from kyosei_desk.domain.projects.gaps import GapAnswer, GapBoard, GapGroup, GapRow, GapState
from kyosei_desk.domain.vocabulary import Coverage
from kyosei_desk.ui.build.entries.one_line import shortened
from kyosei_desk.ui.reader.labels import function_tag

PREFECTURAL_NOTE = "都道府県に求められていることです。「まだ」には数えません。"
SUMMARY_NOTE = (
    "「○ / 17」に数えるのは「答えている」項目だけで、「一部」は数えません。"
    "「くらべる」は資料に書かれているかを見るので、「答えている」は「記載あり」と出ます。"
)
_SHOWN_NAMES = 2
_LABEL, _SHORTEST_NAME = 14, 8  # characters that fit beside the board's edge


def group_name(group: GapGroup) -> str:
    """Return the short name of a function, ``【2】受け止める場``."""
    return function_tag(group.function.number or 0)


def answer_words(row: GapRow) -> str:
    """Return the own elements that answer a row, in few words; nothing where none does."""
    names = [one.element.name for one in row.answers]
    others = len(names) - _SHOWN_NAMES
    shown = "、".join(names[:_SHOWN_NAMES])
    return f"{shown} ほか{others}" if others > 0 else shown


def row_words(row: GapRow) -> str:
    """Return what stands under a row's name beside the word of its state."""
    if row.answers:
        return answer_words(row)
    if row.state is GapState.LEFT_OUT:
        return row.reason
    return ways_words(row)


def ways_words(row: GapRow) -> str:
    """Return how many cases show a way."""
    if not row.case_count:
        return "事例に例はありません"
    return f"{row.case_count}つの事例に例があります"


def spoken_words(row: GapRow) -> str:
    """Return a row as it is read out."""
    parts = [row.provision.plain, row.state.label, row_words(row)]
    return "、".join(part for part in parts if part)


def answer_label(answer: GapAnswer) -> tuple[str, str]:
    """Return an own element on the way to it: its name, and what is to be known of it."""
    notes = ["一部"] if answer.coverage is Coverage.PARTIAL else []
    notes += ["今ある"] if answer.existing else []
    known = f"（{'・'.join(notes)}）" if notes else ""
    return shortened(answer.element.name, max(_LABEL - len(known), _SHORTEST_NAME)), known


def summary_words(board: GapBoard) -> str:
    """Return how many rows are in which state; those of which there are none are left out."""
    states: Sequence[GapState] = (GapState.COVERED, GapState.PARTLY, GapState.NOT_YET)
    counts = [(state.label, board.count(state)) for state in (*states, GapState.LEFT_OUT)]
    return "・".join(f"{label} {count}" for label, count in counts if count)
