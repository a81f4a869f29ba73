# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A project held against the guideline by command, and the ways that cases show."""

import argparse

from kyosei_desk.cli.output import ExitCode, print_json
from kyosei_desk.cli.project.desk import ProjectDesk
from kyosei_desk.cli.project.views import matter_of, print_blocks
from kyosei_desk.domain.projects.gaps import GapRow, GapWay, gap_board
from kyosei_desk.domain.vocabulary import Coverage
from kyosei_desk.export.project.board_part import board_blocks
from kyosei_desk.export.project.matter import count_words

_NO_WAYS = "例のある事例は、ありません。"


def run_gap(arguments: argparse.Namespace, desk: ProjectDesk) -> ExitCode:
    """Hold a project against the guideline, row by row, or look at one row closely.

    Raises:
        ProjectError: there is no such project, or no such row.
    """
    matter = matter_of(desk, arguments.id)
    corpus = desk.corpus
    board = gap_board(matter.project, corpus.provisions, corpus.functions, desk.cases)
    if arguments.provision is not None:
        row = board.row(arguments.provision)
        if desk.as_json:
            print_json(_row_json(row, row.provision.function))
        else:
            print("\n".join(_row_lines(row)))
        return ExitCode.OK
    if not desk.as_json:
        return print_blocks(matter, board_blocks(matter, with_ids=True))
    rows = [_row_json(row, group.function.id) for group in board.groups for row in group.rows]
    print_json(
        {"id": matter.project.id, "answered": board.answered, "total": board.total, "rows": rows}
    )
    return ExitCode.OK


def _row_lines(row: GapRow) -> list[str]:
    provision = row.provision
    lines = [f"■ {provision.label}　{row.state.label}", provision.text]
    lines += ["", *(f"？ {question}" for question in row.questions)]
    lines += [f"理由: {row.reason}"] if row.reason else []
    mine = [f"・{one.element.id}　{one.element.name}" for one in row.answers]
    lines += ["", "◆ 自分たちの案", *mine] if mine else []
    lines += ["", "◆ 例のある事例（project adopt に書く箇所）"]
    return lines + ([_way(way) for way in row.ways] or [_NO_WAYS])


def _way(way: GapWay) -> str:
    partly = f"、{Coverage.PARTIAL.label}" if way.coverage is Coverage.PARTIAL else ""
    number = count_words(way.element)
    beside = f"（{way.column.title}{f'、{number}' if number else ''}{partly}）"
    return f"・{way.address}　{way.element.name}{beside}"


def _row_json(row: GapRow, function: str) -> dict[str, object]:
    return {
        "provision": row.provision.id,
        "function": function,
        "state": row.state.value,
        "state_label": row.state.label,
        "elements": [
            {"id": one.element.id, "name": one.element.name, "coverage": one.coverage.value}
            for one in row.answers
        ],
        "reason": row.reason,
        "questions": list(row.questions),
        "ways": [
            {"address": way.address, "name": way.element.name, "coverage": way.coverage.value}
            for way in row.ways
        ],
    }
