# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The parts of the paper on time and reasons: the schedule and the decisions."""

from kyosei_desk.domain.projects.model import Decision, Step
from kyosei_desk.domain.projects.planning import plan
from kyosei_desk.export.project.matter import Matter
from kyosei_desk.export.project.report import (
    Bar,
    Block,
    Column,
    Heading,
    Plan,
    Row,
    Table,
)

_DECISIONS = (
    Column("いつ・だれが", 4),
    Column("決めたこと", 6),
    Column("理由", 6),
    Column("もとにした箇所", 5),
)


def schedule_blocks(matter: Matter) -> list[Block]:
    """Return the steps as bars over months; nothing without a step."""
    made = plan(matter.project)
    if made is None:
        return []
    years = tuple(
        (matter.fiscal_year(span.fiscal_year), span.end - span.start + 1) for span in made.years
    )
    months = tuple(made.month(index).month or 0 for index in range(made.months))
    bars = tuple(
        Bar(bar.step.name, bar.start, bar.end, _when(matter, bar.step), _beside(matter, bar.step))
        for bar in made.bars
    )
    return [Heading("日程"), Plan("日程", years, months, bars)]


def _when(matter: Matter, step: Step) -> str:
    if step.start == step.end:
        return matter.day(step.start)
    return f"{matter.day(step.start)}～{matter.day(step.end)}"


def _beside(matter: Matter, step: Step) -> str:
    names = "、".join(map(matter.name_of, step.elements))
    return "。".join(filter(None, (names, step.note)))


def decision_blocks(matter: Matter) -> list[Block]:
    """Return what was decided and why; nothing where nothing was."""
    decisions = matter.project.decisions
    if not decisions:
        return []
    rows = tuple(_decision(matter, decision) for decision in decisions)
    return [Heading("決めたこと"), Table("決めたこと", _DECISIONS, rows)]


def _decision(matter: Matter, decision: Decision) -> Row:
    day = matter.day(decision.on) if decision.on is not None else ""
    return Row(
        (
            "\n".join(filter(None, (day, decision.who))),
            decision.what,
            decision.why or "",
            "\n".join(map(matter.passage_words, decision.passages)),
        )
    )
