# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A comparison as Markdown: its tables are whole."""

from markdown_it import MarkdownIt

from kyosei_desk.domain.comparing.matrix import Matrix
from tests.export.comparison.written import (
    MARKDOWN,
    text_of,
)


def test_markdown_tables_are_whole(bundled_matrix: Matrix) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(text_of(bundled_matrix, MARKDOWN))
    count = len(bundled_matrix.designs) + 1
    rows = sum(token.type == "tr_open" for token in tokens)
    cells = sum(token.type in ("td_open", "th_open") for token in tokens)
    groups = len({row.group for row in bundled_matrix.rows})
    assert (rows, cells) == (
        len(bundled_matrix.rows) + groups,
        (len(bundled_matrix.rows) + groups) * count,
    )
