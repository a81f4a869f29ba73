# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Writing search results to a file in the format asked for."""

import datetime
from enum import StrEnum
from pathlib import Path

from kyosei_desk.export.results import ResultTable
from kyosei_desk.export.results_text import write_csv, write_markdown
from kyosei_desk.files import write_output_file


class ResultFormat(StrEnum):
    """The formats of a file of results; the value is the suffix."""

    CSV = "csv"
    XLSX = "xlsx"
    MARKDOWN = "md"


def results_bytes(table: ResultTable, file_format: ResultFormat) -> bytes:
    """Return the content of a file of results."""
    match file_format:
        case ResultFormat.CSV:
            return write_csv(table)
        case ResultFormat.MARKDOWN:
            return write_markdown(table)
        case ResultFormat.XLSX:
            from kyosei_desk.export.results_xlsx import write_workbook

            return write_workbook(table, datetime.datetime.now())


def write_results(table: ResultTable, path: Path, file_format: ResultFormat) -> None:
    """Write results to a file: the whole of it, or the old one stays.

    Raises:
        OutputFileError: it cannot be written, for example while Excel has it open.
    """
    write_output_file(path, results_bytes(table, file_format))
