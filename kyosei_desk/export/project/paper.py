# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The whole paper on a project, in the order it is read in a meeting."""

from kyosei_desk.domain.projects.compared import compared_project
from kyosei_desk.export.diagram.layout import design_diagram
from kyosei_desk.export.project.board_part import board_blocks
from kyosei_desk.export.project.budget_part import budget_blocks
from kyosei_desk.export.project.design_part import design_blocks, people_blocks
from kyosei_desk.export.project.hearing_part import hearing_blocks
from kyosei_desk.export.project.matter import Matter
from kyosei_desk.export.project.plan_part import decision_blocks, schedule_blocks
from kyosei_desk.export.project.report import Block, Heading, Picture, Report
from kyosei_desk.export.project.sources_part import source_blocks
from kyosei_desk.export.project.summary_part import head_lines, summary_blocks

_FOOT = "きょうせいデスクで作成。事例の内容は、それぞれの出典の時点のものです。"


def project_report(matter: Matter, *, with_picture: bool = True) -> Report:
    """Return the paper; the structure diagram takes about a second to lay out."""
    return Report(
        title=matter.project.title,
        lines=head_lines(matter),
        blocks=(
            *summary_blocks(matter),
            *(_picture_blocks(matter) if with_picture else ()),
            *design_blocks(matter),
            *board_blocks(matter),
            *budget_blocks(matter),
            *schedule_blocks(matter),
            *decision_blocks(matter),
            *people_blocks(matter),
            *source_blocks(matter),
            *hearing_blocks(matter),
        ),
        foot=_FOOT,
    )


def _picture_blocks(matter: Matter) -> list[Block]:
    if not matter.project.design.elements:
        return []
    corpus = matter.corpus
    column = compared_project(matter.project, corpus.municipalities, matter.today)
    return [
        Heading("しくみ図"),
        Picture(design_diagram(column, corpus, era_first=matter.era_first)),
    ]
