# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Exit codes and the two ways of printing: lines for people, JSON for programs."""

import json
import sys
from enum import IntEnum


class ExitCode(IntEnum):
    """What a command ends with."""

    OK = 0
    NOTHING = 1
    WRONG_USE = 2
    BROKEN_INPUT = 3
    ENVIRONMENT = 4


def print_json(value: object) -> None:
    """Print a value as one JSON document, Japanese kept readable."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def print_json_line(value: object) -> None:
    """Print a value as one line of JSON and hand it on at once."""
    print(json.dumps(value, ensure_ascii=False), flush=True)


def print_error(sentence: str) -> None:
    """Print a sentence to the error stream."""
    print(sentence, file=sys.stderr)
