# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The parts of the paper on the system: what it is for, elements and links, who takes part."""

from kyosei_desk.domain.designs import Element
from kyosei_desk.domain.passages import staffing_label
from kyosei_desk.domain.projects.model import UNWRITTEN
from kyosei_desk.domain.vocabulary import Coverage, WelfareField
from kyosei_desk.export.project.matter import Matter, count_words
from kyosei_desk.export.project.report import (
    Block,
    Bullets,
    Column,
    Heading,
    Paragraph,
    Row,
    Table,
)

_NONE_YET = "要素は、まだありません。"
_MARKS = "「もと」は取り入れた事例のまちで、[1] などは終わりにある出典の番号です。"
_UNDECIDED = "—（未定）"
_COLUMNS = (
    Column("要素", 10),
    Column("圏域・数", 8),
    Column("担い手", 7),
    Column("いま", 5),
    Column("こたえる指針の項目", 11),
    Column("説明", 11),
)


def goal_words(matter: Matter) -> tuple[str, ...]:
    """Return what the project is for, with the rows of the guideline each goal serves."""
    return tuple(f"{goal.text}{_serving(matter, goal.provisions)}" for goal in matter.project.goals)


def _serving(matter: Matter, provisions: tuple[str, ...]) -> str:
    labels = "、".join(map(matter.provision_label, provisions))
    return f"（指針の項目: {labels}）" if labels else ""


def goal_blocks(matter: Matter) -> list[Block]:
    """Return what the project is for; nothing where nothing is written."""
    goals = goal_words(matter)
    return [Heading("めざすこと"), Bullets(goals)] if goals else []


def people_blocks(matter: Matter) -> list[Block]:
    """Return who takes part; nothing where nobody is written."""
    people = matter.project.participants
    if not people:
        return []
    parts = tuple(f"{one.role}: {one.part}" if one.part else one.role for one in people)
    return [Heading("関わる人"), Bullets(parts)]


def design_blocks(matter: Matter) -> list[Block]:
    """Return the elements and links as tables."""
    design = matter.project.design
    if not design.elements:
        return [Heading("しくみ"), Paragraph(_NONE_YET)]
    rows = tuple(_row(matter, element) for element in design.elements)
    blocks: list[Block] = [Heading("しくみ"), Table("しくみの要素", _COLUMNS, rows)]
    if matter.project.origins:
        blocks.append(Paragraph(_MARKS, quiet=True))
    if design.links:
        columns = (Column("から", 4), Column("つながり", 3), Column("へ", 4))
        links = tuple(
            Row(
                (
                    matter.name_of(link.from_),
                    _link(link.type.label, link.label),
                    matter.name_of(link.to),
                )
            )
            for link in design.links
        )
        blocks += [Heading("つながり", 2), Table("要素のつながり", columns, links)]
    return blocks


def _link(kind: str, label: str | None) -> str:
    return f"{kind}（{label}）" if label and label != kind else kind


def _row(matter: Matter, element: Element) -> Row:
    existing = element.id in matter.project.existing
    origin = matter.origin_words(element.id)
    text = "" if element.text == UNWRITTEN else element.text
    fields = [field.label for field in element.fields if field is not WelfareField.ALL]
    served = [f"分野: {'、'.join(fields)}"] if fields else []
    people = [f"人: {staffing_label(one)}" for one in element.staff]
    return Row(
        (
            "\n".join((element.name, element.type.label, *([f"もと: {origin}"] if origin else []))),
            "\n".join(filter(None, (element.zone.label, count_words(element)))),
            "、".join(one.label for one in element.operators) or _UNDECIDED,
            "今ある" if existing else "これから",
            "\n".join(map(str, _answers(matter, element))),
            "\n".join(filter(None, (text, *served, *people))),
        )
    )


def _answers(matter: Matter, element: Element) -> list[str]:
    return [
        matter.provision_label(answer.id)
        + (f"（{Coverage.PARTIAL.label}）" if answer.coverage is Coverage.PARTIAL else "")
        for answer in element.provisions
    ]
