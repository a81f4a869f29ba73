# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Runs one parsed command, and turns errors into sentences and exit codes."""

import argparse
import sys
from collections.abc import Callable, Mapping
from typing import Protocol

from kyosei_desk.cli.compare_command import run_compare
from kyosei_desk.cli.diagram_command import run_diagram
from kyosei_desk.cli.library_commands import run_check_content, run_list, run_show
from kyosei_desk.cli.maintenance_commands import run_doctor, run_index
from kyosei_desk.cli.output import ExitCode, print_error, silence_stdout, use_utf8
from kyosei_desk.cli.project.command import run_project
from kyosei_desk.cli.search_command import run_search
from kyosei_desk.domain.errors import (
    CancelledError,
    ContentError,
    InputFileError,
    KyoseiError,
    ProjectError,
    ProjectProblem,
    UnknownDocumentError,
)
from kyosei_desk.services import Services
from kyosei_desk.wording.errors import error_sentence
from kyosei_desk.wording.kept_files import settings_text


class Command(Protocol):
    """A command: takes its arguments and the services, returns the exit code."""

    def __call__(
        self, arguments: argparse.Namespace, services: Services, *, as_json: bool
    ) -> ExitCode:
        """Run the command."""
        ...


COMMANDS: Mapping[str, Command] = {
    "search": run_search,
    "list": run_list,
    "show": run_show,
    "compare": run_compare,
    "diagram": run_diagram,
    "project": run_project,
    "check-content": run_check_content,
    "index": run_index,
    "doctor": run_doctor,
}


_PROJECT_CODES = {
    ProjectProblem.UNKNOWN_PROJECT: ExitCode.NOTHING,
    ProjectProblem.IN_TRASH: ExitCode.NOTHING,
    ProjectProblem.UNKNOWN_REVISION: ExitCode.NOTHING,
    ProjectProblem.NOTHING_TO_UNDO: ExitCode.NOTHING,
    ProjectProblem.NOTHING_TO_REDO: ExitCode.NOTHING,
    ProjectProblem.UNREADABLE_PROJECT: ExitCode.BROKEN_INPUT,
    ProjectProblem.NEWER_FORMAT: ExitCode.BROKEN_INPUT,
}


def run_command(arguments: argparse.Namespace, make_services: Callable[[], Services]) -> ExitCode:
    """Run the command named in ``arguments``; errors become a sentence and an exit code.

    A damaged settings file is told here: it is set aside at once, and the window would find
    nothing to tell afterwards.
    """
    use_utf8()
    try:
        services = make_services()
        told = settings_text(services.settings) if services.settings.damaged else None
        if told is not None:
            print_error(told)
        as_json = getattr(arguments, "json", False)
        code = COMMANDS[arguments.command](arguments, services, as_json=as_json)
        sys.stdout.flush()
        return code
    except KyoseiError as error:
        print_error(error_sentence(error))
        return _exit_code(error)
    except BrokenPipeError:
        silence_stdout()
        return ExitCode.OK
    except KeyboardInterrupt:
        return ExitCode.NOTHING


def _exit_code(error: KyoseiError) -> ExitCode:
    match error:
        case UnknownDocumentError() | CancelledError():
            return ExitCode.NOTHING
        case ContentError() | InputFileError():
            return ExitCode.BROKEN_INPUT
        case ProjectError():
            return _PROJECT_CODES.get(error.problem, ExitCode.WRONG_USE)
    return ExitCode.ENVIRONMENT
