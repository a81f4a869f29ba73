# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""``project``: finds the function for the command; what that needs is imported only then."""

import argparse

from kyosei_desk.cli.output import ExitCode, print_error
from kyosei_desk.services import Services


def run_project(arguments: argparse.Namespace, services: Services, *, as_json: bool) -> ExitCode:
    """Run one project command; 2 when a value cannot be taken."""
    from kyosei_desk.cli.project.actions import ACTIONS
    from kyosei_desk.cli.project.desk import ProjectDesk
    from kyosei_desk.cli.project.values import ValueMistakeError

    below = getattr(arguments, "below", None)
    name = f"{arguments.action} {below}" if below else arguments.action
    try:
        return ACTIONS[name](arguments, ProjectDesk(services, as_json=as_json))
    except ValueMistakeError as error:
        print_error(error.sentence)
        return ExitCode.WRONG_USE
