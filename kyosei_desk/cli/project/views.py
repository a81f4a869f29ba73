# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Looking at a project by command: whole, against the guideline, checked, costed, compared."""

import argparse
import json
import re
from dataclasses import replace

from kyosei_desk.cli.output import ExitCode, print_json, write_output
from kyosei_desk.cli.project.desk import ProjectDesk, project_id
from kyosei_desk.cli.project.id_blocks import id_blocks
from kyosei_desk.domain.dates import today
from kyosei_desk.domain.projects.budgeting import Shares, budget_sheet
from kyosei_desk.domain.projects.checks import remarks
from kyosei_desk.domain.projects.identifiers import ENTRY_FIELDS
from kyosei_desk.domain.projects.interview import QuestionId
from kyosei_desk.domain.projects.model import project_title
from kyosei_desk.domain.projects.parts import ProjectPart
from kyosei_desk.domain.projects.plausibility import doubts
from kyosei_desk.domain.projects.plausibility_costs import line_doubts
from kyosei_desk.domain.projects.source_changes import source_changes
from kyosei_desk.domain.projects.state import state_text
from kyosei_desk.export.project.budget_part import budget_blocks
from kyosei_desk.export.project.design_part import goal_blocks, people_blocks
from kyosei_desk.export.project.markdown_report import write_report_markdown
from kyosei_desk.export.project.matter import Matter
from kyosei_desk.export.project.paper import project_report
from kyosei_desk.export.project.plan_part import decision_blocks, schedule_blocks
from kyosei_desk.export.project.report import Block, Report
from kyosei_desk.export.project.text_report import write_report_text
from kyosei_desk.wording.project_differences import difference_groups
from kyosei_desk.wording.project_rules import (
    assumption_sentence,
    doubt_sentence,
    line_doubt_sentence,
    question_text,
    remark_sentence,
    source_change_sentence,
)
from kyosei_desk.wording.projects import change_sentence
from kyosei_desk.workspace.project_records import HistoryEntry, ProjectEntry

_SOURCE_MARK = re.compile(r"\[[0-9]+\]")
_WHERE_SOURCES = "※ [1] などの出典は、project show で見られます。\n"


def matter_of(desk: ProjectDesk, name: str) -> Matter:
    """Return a project with what a paper on it is made from.

    Raises:
        ProjectError: there is none.
    """
    return Matter(desk.read(name), desk.corpus, today(), assumption_sentence, desk.era_first)


def run_list(arguments: argparse.Namespace, desk: ProjectDesk) -> ExitCode:
    """List the projects, or those in the trash."""
    entries = desk.store.deleted() if arguments.deleted else desk.store.entries()
    if desk.as_json:
        print_json([_entry_json(entry) for entry in entries])
        return ExitCode.OK
    for entry in entries:
        day = desk.moment(entry.changed_at)
        title = project_title(entry.town, entry.name, entry.variant)
        print(f"{entry.address}\t{entry.status.label}\t{day}\t{title}")
    print(f"{len(entries)} 案")
    return ExitCode.OK


def _entry_json(entry: ProjectEntry) -> dict[str, object]:
    return {
        "id": entry.id,
        "address": entry.address,
        "name": entry.name,
        "variant": entry.variant,
        "town": entry.town,
        "status": entry.status.value,
        "made_at": entry.made_at.isoformat(),
        "changed_at": entry.changed_at.isoformat(),
    }


def run_show(arguments: argparse.Namespace, desk: ProjectDesk) -> ExitCode:
    """Show a project whole.

    Raises:
        ProjectError: there is none.
    """
    if desk.as_json or arguments.format == "json":
        print_json(json.loads(state_text(desk.read(arguments.id))))
        return ExitCode.OK
    matter = matter_of(desk, arguments.id)
    report = project_report(matter, with_picture=False)
    if arguments.format == "md":
        write_output(write_report_markdown(report).encode())
    else:
        blocks = (*report.blocks, *id_blocks(matter, tuple(ProjectPart)))
        write_output(write_report_text(replace(report, blocks=blocks)).encode())
    return ExitCode.OK


def run_check(arguments: argparse.Namespace, desk: ProjectDesk) -> ExitCode:
    """Say what is odd: figures, the design, sources that have changed; 1 when something is.

    Raises:
        ProjectError: there is none.
    """
    project, corpus = desk.read(arguments.id), desk.corpus
    place = corpus.municipalities.get(project.town.code or "")
    found = [
        *(
            ("town", one.code.value, doubt_sentence(one, era_first=desk.era_first))
            for one in doubts(project.town, today(), place)
        ),
        *(
            ("design", one.code.value, remark_sentence(one, project, corpus.provisions))
            for one in remarks(project)
        ),
        *(("budget", one.code.value, line_doubt_sentence(one)) for one in line_doubts(project)),
        *(
            ("source", one.fate.value, source_change_sentence(one))
            for one in source_changes(project, desk.cases)
        ),
    ]
    if desk.as_json:
        print_json([{"of": of, "code": code, "sentence": said} for of, code, said in found])
    else:
        for _, _, said in found:
            print(f"・{said}")
        print(f"{len(found)} 件" if found else "気になるところはありません。")
    return ExitCode.NOTHING if found else ExitCode.OK


def run_budget(arguments: argparse.Namespace, desk: ProjectDesk) -> ExitCode:
    """Show the costs of each year and who pays them.

    Raises:
        ProjectError: there is none.
    """
    matter = matter_of(desk, arguments.id)
    if not desk.as_json:
        parts = (ProjectPart.PROGRAMME, ProjectPart.LINE)
        return print_blocks(matter, budget_blocks(matter) + id_blocks(matter, parts))
    sheet = budget_sheet(matter.project)
    years = [
        {
            "fiscal_year": year.fiscal_year,
            "yen": year.yen,
            "thousands": _shares_json(year.shares),
            "programmes": [
                {
                    "programme": row.programme.id if row.programme else None,
                    "yen": row.yen,
                    "thousands": _shares_json(row.shares),
                    "lines": [{"id": one.line.id, "yen": one.yen} for one in row.lines],
                }
                for row in year.rows
            ],
        }
        for year in sheet.years
    ]
    said = [assumption_sentence(one) for one in sheet.assumptions]
    total = {"yen": sheet.yen, "thousands": _shares_json(sheet.shares)}
    print_json({"id": matter.project.id, **total, "years": years, "assumptions": said})
    return ExitCode.OK


def _shares_json(shares: Shares) -> dict[str, int]:
    return {
        "total": shares.total,
        "national": shares.national,
        "prefectural": shares.prefectural,
        "own": shares.own,
    }


def run_plan(arguments: argparse.Namespace, desk: ProjectDesk) -> ExitCode:
    """Show the schedule."""
    return _show_part(
        arguments, desk, ProjectPart.STEP, schedule_blocks(matter_of(desk, arguments.id))
    )


def run_decisions(arguments: argparse.Namespace, desk: ProjectDesk) -> ExitCode:
    """Show what was decided."""
    shown = decision_blocks(matter_of(desk, arguments.id))
    return _show_part(arguments, desk, ProjectPart.DECISION, shown)


def run_goals(arguments: argparse.Namespace, desk: ProjectDesk) -> ExitCode:
    """Show what the project is for."""
    shown = goal_blocks(matter_of(desk, arguments.id))
    return _show_part(arguments, desk, ProjectPart.GOAL, shown)


def run_people(arguments: argparse.Namespace, desk: ProjectDesk) -> ExitCode:
    """Show who takes part."""
    shown = people_blocks(matter_of(desk, arguments.id))
    return _show_part(arguments, desk, ProjectPart.PARTICIPANT, shown)


def _show_part(
    arguments: argparse.Namespace, desk: ProjectDesk, part: ProjectPart, blocks: list[Block]
) -> ExitCode:
    matter = matter_of(desk, arguments.id)
    if not desk.as_json:
        ids = id_blocks(matter, (part,)) if blocks else []
        return print_blocks(matter, blocks + ids)
    print_json(json.loads(state_text(matter.project)).get(ENTRY_FIELDS[part], []))
    return ExitCode.OK


def print_blocks(matter: Matter, blocks: list[Block]) -> ExitCode:
    """Print parts of a paper below the title of its project."""
    if not blocks:
        print(f"{matter.project.title}: まだ何も書かれていません。")
        return ExitCode.OK
    text = write_report_text(Report(matter.project.title, (), tuple(blocks), ""))
    write_output(text.encode())
    if _SOURCE_MARK.search(text):
        write_output(_WHERE_SOURCES.encode())
    return ExitCode.OK


def run_questions(arguments: argparse.Namespace, desk: ProjectDesk) -> ExitCode:
    """Show the questions of the interview with the answers given.

    Raises:
        ProjectError: there is no such project.
    """
    given = {one.question: one.text for one in desk.read(arguments.id).answers}
    asked = [(one, question_text(one), given.get(one.value)) for one in QuestionId]
    if desk.as_json:
        keys = ("question", "text", "answer")
        print_json([dict(zip(keys, (q.value, *rest), strict=True)) for q, *rest in asked])
        return ExitCode.OK
    for question, text, said in asked:
        print(f"{question.value}\t{text}\t{said or '（まだ）'}")
    return ExitCode.OK


def run_history(arguments: argparse.Namespace, desk: ProjectDesk) -> ExitCode:
    """List the changes of a project, the newest first.

    Raises:
        ProjectError: there is none.
    """
    entries = desk.store.history(project_id(arguments.id))
    if desk.as_json:
        print_json([_history_json(entry) for entry in entries])
        return ExitCode.OK
    for entry in entries:
        mark = "（取り消し中）" if entry.undone else ""
        at = desk.moment(entry.at)
        print(f"{entry.number}\t{at}\t{change_sentence(entry.kind, entry.about)}{mark}")
    return ExitCode.OK


def _history_json(entry: HistoryEntry) -> dict[str, object]:
    return {
        "number": entry.number,
        "change": entry.kind.value,
        "about": entry.about,
        "at": entry.at.isoformat(),
        "undone": entry.undone,
    }


def run_diff(arguments: argparse.Namespace, desk: ProjectDesk) -> ExitCode:
    """Say what differs between two projects or revisions; 1 when something does.

    Raises:
        ProjectError: one of them is not there.
    """
    before, after = desk.read(arguments.one), desk.read(arguments.other)
    labels = {one.id: one.plain for one in desk.corpus.provisions.values()}
    groups = difference_groups(before, after, labels, era_first=desk.era_first)
    if desk.as_json:
        print_json([{"part": one.heading, "sentences": list(one.sentences)} for one in groups])
    elif not groups:
        print("ちがいはありません。")
    else:
        for group in groups:
            print(f"【{group.heading}】")
            for sentence in group.sentences:
                print(f"・{sentence}")
    return ExitCode.NOTHING if groups else ExitCode.OK
