# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Writing a comparison in the format asked for."""

from enum import StrEnum
from pathlib import Path

from kyosei_desk.domain.comparing.matrix import Matrix
from kyosei_desk.export.comparison.csv_table import write_csv
from kyosei_desk.export.comparison.html_page import write_html
from kyosei_desk.export.comparison.json_table import write_json
from kyosei_desk.export.comparison.markdown_table import write_markdown
from kyosei_desk.export.comparison.sheet import build_sheet
from kyosei_desk.export.comparison.text_table import DEFAULT_WIDTH, write_table
from kyosei_desk.files import write_output_file


class ComparisonFormat(StrEnum):
    """The formats of a comparison."""

    TABLE = "table"
    MARKDOWN = "md"
    CSV = "csv"
    JSON = "json"
    HTML = "html"


# The names of the formats, and what else the names of their files end with.
SUFFIXES = {known.value: known for known in ComparisonFormat} | {
    "txt": ComparisonFormat.TABLE,
    "htm": ComparisonFormat.HTML,
}


def comparison_bytes(
    matrix: Matrix,
    file_format: ComparisonFormat,
    *,
    era_first: bool = False,
    width: int = DEFAULT_WIDTH,
) -> bytes:
    """Return a comparison's file; ``width`` in half-width columns is the text table's."""
    if file_format is ComparisonFormat.JSON:
        return write_json(matrix, era_first=era_first).encode()
    sheet = build_sheet(matrix, era_first=era_first)
    match file_format:
        case ComparisonFormat.TABLE:
            return write_table(sheet, width).encode()
        case ComparisonFormat.MARKDOWN:
            return write_markdown(sheet).encode()
        case ComparisonFormat.CSV:
            return write_csv(sheet)
        case ComparisonFormat.HTML:
            return write_html(sheet).encode()


def write_comparison(
    matrix: Matrix, path: Path, file_format: ComparisonFormat, *, era_first: bool = False
) -> None:
    """Write a comparison to a file: the whole of it, or the old one stays.

    Raises:
        OutputFileError: it cannot be written, for example while Excel has it open.
    """
    write_output_file(path, comparison_bytes(matrix, file_format, era_first=era_first))
