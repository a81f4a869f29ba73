# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The first parts of the paper: the town, what the project is for, its elements and links."""

from kyosei_desk.domain.comparing.quantities import exact, exact_text
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
_COLUMNS = (
    Column("要素", 5),
    Column("圏域・数", 3),
    Column("担い手", 3),
    Column("いま", 3),
    Column("こたえる指針の項目", 5),
    Column("説明", 7),
)


def town_lines(matter: Matter) -> tuple[str, ...]:
    """Return the town's figures and how far the project has come, a line each."""
    town, status = matter.project.town, matter.project.status.label
    figures = [
        f"人口 {town.population:,}人" if town.population is not None else "",
        f"面積 {exact_text(exact(town.area_km2))}km²" if town.area_km2 is not None else "",
        f"小学校 {town.elementary_schools}校" if town.elementary_schools is not None else "",
        f"中学校 {town.junior_high_schools}校" if town.junior_high_schools is not None else "",
        f"高齢化率 {exact_text(exact(town.ageing_rate))}%" if town.ageing_rate is not None else "",
    ]
    known = "、".join(filter(None, figures))
    day = f"（{matter.day(town.as_of)}現在）" if town.as_of and known else ""
    unsaid = "（いつの数字かは、入っていません）" if known and not town.as_of else ""
    zones = "、".join(f"{known.zone.label} {known.count:,}" for known in town.zones)
    place = matter.corpus.municipalities.get(town.code or "")
    name = f"{place.prefecture}{town.name}" if place is not None else town.name
    return (
        f"まち: {name}",
        f"まちの数字: {known or 'まだ入っていません'}{day}{unsaid}",
        *([f"圏域: {zones}"] if zones else []),
        f"進みぐあい: {status}　書き出した日: {matter.day(matter.today)}",
    )


def purpose_blocks(matter: Matter) -> list[Block]:
    """Return the goals and who takes part; nothing where neither is written."""
    project = matter.project
    blocks: list[Block] = []
    if project.goals:
        goals = tuple(f"{goal.text}{_serving(matter, goal.provisions)}" for goal in project.goals)
        blocks += [Heading("めざすこと"), Bullets(goals)]
    if project.participants:
        parts = tuple(
            f"{one.role}: {one.part}" if one.part else one.role for one in project.participants
        )
        blocks += [Heading("関わる人"), Bullets(parts)]
    return blocks


def _serving(matter: Matter, provisions: tuple[str, ...]) -> str:
    labels = "、".join(map(matter.provision_label, provisions))
    return f"（指針の項目: {labels}）" if labels else ""


def design_blocks(matter: Matter) -> list[Block]:
    """Return the elements and links as tables."""
    design = matter.project.design
    if not design.elements:
        return [Heading("しくみ"), Paragraph(_NONE_YET)]
    rows = tuple(_row(matter, element) for element in design.elements)
    blocks: list[Block] = [Heading("しくみ"), Table("しくみの要素", _COLUMNS, rows)]
    if matter.project.origins:
        blocks.append(Paragraph("[1] などは、終わりにある出典の番号です。", quiet=True))
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
    name = f"{element.name}{matter.source_mark(element.id)}"
    text = "" if element.text == UNWRITTEN else element.text
    fields = [field.label for field in element.fields if field is not WelfareField.ALL]
    served = [f"分野: {'、'.join(fields)}"] if fields else []
    people = [f"人: {staffing_label(one)}" for one in element.staff]
    return Row(
        (
            f"{name}\n{element.type.label}",
            "\n".join(filter(None, (element.zone.label, count_words(element)))),
            "、".join(one.label for one in element.operators) or "決まっていません",
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
