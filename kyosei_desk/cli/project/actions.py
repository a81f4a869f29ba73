# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Which function runs which project command."""

import argparse
from collections.abc import Callable, Mapping

from kyosei_desk.cli.output import ExitCode
from kyosei_desk.cli.project import beginning, elements, entries, files, gap_views, views
from kyosei_desk.cli.project.desk import ProjectDesk

Action = Callable[[argparse.Namespace, ProjectDesk], ExitCode]

# The names are those of the parser: the command, and where there is one, what below it.
ACTIONS: Mapping[str, Action] = {
    "new": beginning.run_new,
    "set": beginning.run_set,
    "undo": beginning.run_undo,
    "redo": beginning.run_redo,
    "delete": beginning.run_delete,
    "restore": beginning.run_restore,
    "adopt": elements.run_adopt,
    "count": elements.run_count,
    "add": elements.run_add,
    "change": elements.run_change,
    "move": elements.run_move,
    "remove": elements.run_remove,
    "link": elements.run_link,
    "unlink": elements.run_unlink,
    "leave-out": elements.run_leave_out,
    "take-up": elements.run_take_up,
    "goal": views.run_goals,
    "goal add": entries.run_goal_add,
    "goal remove": entries.run_goal_remove,
    "people": views.run_people,
    "people add": entries.run_people_add,
    "people remove": entries.run_people_remove,
    "budget": views.run_budget,
    "budget line": entries.run_budget_line,
    "budget programme": entries.run_budget_programme,
    "budget defaults": entries.run_budget_defaults,
    "budget remove": entries.run_budget_remove,
    "plan": views.run_plan,
    "plan step": entries.run_plan_step,
    "plan remove": entries.run_plan_remove,
    "decide": views.run_decisions,
    "decide add": entries.run_decide_add,
    "decide remove": entries.run_decide_remove,
    "questions": views.run_questions,
    "answer": entries.run_answer,
    "list": views.run_list,
    "show": views.run_show,
    "gap": gap_views.run_gap,
    "check": views.run_check,
    "history": views.run_history,
    "diff": views.run_diff,
    "revision": files.run_revisions,
    "revision keep": files.run_revision_keep,
    "revision restore": files.run_revision_restore,
    "export": files.run_export,
    "import": files.run_import,
}
