# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Exit codes and the two ways of printing: lines for people, JSON for programs."""

import io
import json
import os
import sys
from enum import IntEnum


class ExitCode(IntEnum):
    """What a command ends with."""

    OK = 0
    NOTHING = 1
    WRONG_USE = 2
    BROKEN_INPUT = 3
    ENVIRONMENT = 4


def use_utf8() -> None:
    """Let pipes and files speak UTF-8 whatever the system's code page; screens know their own."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and not stream.isatty():
            errors = "strict" if stream is sys.stdin else "backslashreplace"
            stream.reconfigure(encoding="utf-8", errors=errors)


def silence_stdout() -> None:
    """Drop what is still to be written after the reader of a pipe has gone."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def print_json(value: object) -> None:
    """Print a value as one JSON document, Japanese kept readable."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def print_json_line(value: object) -> None:
    """Print a value as one line of JSON and hand it on at once."""
    print(json.dumps(value, ensure_ascii=False), flush=True)


def write_output(data: bytes) -> None:
    """Write a file's content to the standard output, byte for byte where it is no screen."""
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None or sys.stdout.isatty():
        sys.stdout.write(data.decode("utf-8-sig"))
    else:
        sys.stdout.flush()
        stream.write(data)


def print_error(sentence: str) -> None:
    """Print a sentence to the error stream."""
    print(sentence, file=sys.stderr)
