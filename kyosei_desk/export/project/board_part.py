# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The part of the paper that holds the project against the guideline, row by row."""

from kyosei_desk.domain.projects.gaps import GapAnswer, GapBoard, GapRow, GapState
from kyosei_desk.domain.vocabulary import Coverage
from kyosei_desk.export.project.matter import Matter
from kyosei_desk.export.project.report import (
    Block,
    Column,
    Heading,
    Paragraph,
    Row,
    RowKind,
    Table,
)

_COLUMNS = (
    Column("指針の項目", 6),
    Column("いま", 3),
    Column("自分たちの案", 7),
    Column("例のある事例", 6),
)
_MARKS = {
    GapState.COVERED: "● ",
    GapState.PARTLY: "△ ",
    GapState.NOT_YET: "□ ",
    GapState.LEFT_OUT: "－ ",
    GapState.PREFECTURAL: "",
}
_READING = (
    "「まだ」は、この案の要素がその項目に答えていないという意味です。よしあしではありません。"
)


def board_blocks(matter: Matter, *, with_ids: bool = False) -> list[Block]:
    """Return the board as a table, its counts above it; ``with_ids`` for who types them."""
    board = matter.board
    rows: list[Row] = []
    for group in board.groups:
        function = group.function
        head = f"{function.plain}（{function.article}）"
        rows.append(Row((head,), RowKind.GROUP, function.number))
        rows += (_row(row, with_ids=with_ids) for row in group.rows)
    return [
        Heading("指針の項目とのつきあわせ"),
        Paragraph(counts_words(board)),
        Table("指針の項目とのつきあわせ", _COLUMNS, tuple(rows)),
        Paragraph(_READING, quiet=True),
    ]


def counts_words(board: GapBoard) -> str:
    """Return how many rows stand how: ``13項目のうち、答えている 5、一部 3、まだ 5``."""
    states = [state for state in GapState if state is not GapState.PREFECTURAL]
    parts = "、".join(f"{state.label} {board.count(state)}" for state in states)
    return f"{board.total}項目のうち、{parts}"


def _row(row: GapRow, *, with_ids: bool) -> Row:
    provision = row.provision
    plain = provision.plain if provision.plain != provision.label else ""
    state = f"{_MARKS[row.state]}{row.state.label}"
    mine = [_answer(answer) for answer in row.answers]
    mine += [f"理由: {row.reason}"] if row.reason else []
    return Row(
        (
            "\n".join(filter(None, (provision.label, plain, provision.id if with_ids else ""))),
            state,
            "\n".join(mine),
            "、".join(dict.fromkeys(way.column.title for way in row.ways)),
        )
    )


def _answer(answer: GapAnswer) -> str:
    marks = [Coverage.PARTIAL.label] if answer.coverage is Coverage.PARTIAL else []
    marks += ["今ある"] if answer.existing else []
    beside = f"（{'・'.join(marks)}）" if marks else ""
    return f"{answer.element.name}{beside}"
