# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""``compare``: designs side by side, to the screen or into a file."""

import argparse
import shutil
import sys
from pathlib import Path

from kyosei_desk.cli.date_style import era_first
from kyosei_desk.cli.designs_asked import design_id, output_path
from kyosei_desk.cli.output import ExitCode, print_error, write_output
from kyosei_desk.cli.own_columns import own_columns
from kyosei_desk.domain.comparing.designs import chosen_columns
from kyosei_desk.domain.comparing.matrix import RowKind, build_matrix
from kyosei_desk.domain.errors import ComparedColumnsError
from kyosei_desk.export.comparison.file import (
    SUFFIXES,
    ComparisonFormat,
    comparison_bytes,
    write_comparison,
)
from kyosei_desk.export.comparison.text_table import DEFAULT_WIDTH
from kyosei_desk.services import Services
from kyosei_desk.wording.errors import error_sentence

# Formats a comparison cannot be written in yet.
LATER_FORMATS = ("xlsx", "docx", "pptx", "pdf")
_ROW_KINDS = {kind.value: kind for kind in RowKind}
_NOW = "table、md、csv、json、html"


def run_compare(arguments: argparse.Namespace, services: Services, *, as_json: bool) -> ExitCode:
    """Compare designs; 2 when the columns or the format asked for do not fit.

    Raises:
        OutputFileError: the file cannot be written, or its folder is not there.
    """
    asked = _asked_format(arguments, as_json=as_json)
    if mistake := _mistake(arguments, asked, as_json=as_json):
        print_error(mistake)
        return ExitCode.WRONG_USE
    file_format = SUFFIXES[asked]
    corpus = services.load_corpus()
    path = output_path(arguments.out) if arguments.out is not None else None
    ids = [design_id(one, corpus) for one in arguments.ids]
    try:
        own = own_columns(ids, services, corpus)
        designs = chosen_columns(ids, corpus, own)
    except ComparedColumnsError as error:
        print_error(error_sentence(error))
        return ExitCode.WRONG_USE
    era = era_first(services)
    rows = _ROW_KINDS[arguments.rows]
    matrix = build_matrix(designs, corpus.provisions, corpus.functions, rows)
    if path is None:
        write_output(comparison_bytes(matrix, file_format, era_first=era, width=_screen_width()))
        return ExitCode.OK
    write_comparison(matrix, path, file_format, era_first=era)
    if note := _other_suffix(path, file_format):
        print_error(note)
    print(f"{len(matrix.designs)} 列・{len(matrix.rows)} 行を {path} に書き出しました。")
    return ExitCode.OK


def _asked_format(arguments: argparse.Namespace, *, as_json: bool) -> str:
    """Return the name of the format asked for, or else what the file's name ends with."""
    if arguments.format is not None:
        return str(arguments.format)
    if as_json:
        return ComparisonFormat.JSON
    if arguments.out is not None:
        return Path(arguments.out).suffix.lower().removeprefix(".")
    return ComparisonFormat.TABLE


def _mistake(arguments: argparse.Namespace, asked: str, *, as_json: bool) -> str:
    """Return what is wrong with the format asked for, nothing when it can be written."""
    if as_json and asked != ComparisonFormat.JSON:
        return "--json と、JSON でない --format は、いっしょには使えません。"
    if asked in LATER_FORMATS:
        return (
            f"{asked} では、まだ書き出せません。Excel・Word・PowerPoint・PDF は、"
            f"これからの版で、画面から書き出せるようにします。"
            f"いまは --format に {_NOW} のどれかを書いてください。"
        )
    if asked not in SUFFIXES:
        return (
            "-o のファイルは .txt、.md、.csv、.json、.html のどれかで終わる名前にするか、"
            f"--format に {_NOW} のどれかを書いてください。"
        )
    return ""


def _other_suffix(path: Path, file_format: ComparisonFormat) -> str:
    """Return that a file's name tells of another format than it has; nothing where it fits."""
    suffix = path.suffix.lower().removeprefix(".")
    if not suffix or SUFFIXES.get(suffix) is file_format:
        return ""
    return f"注意: {path.name} の中身は、名前とちがって {file_format.value} の形です。"


def _screen_width() -> int:
    """Return how wide the screen is in half-width columns; a pipe is as wide as is usual."""
    if not sys.stdout.isatty():
        return DEFAULT_WIDTH
    return shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns
