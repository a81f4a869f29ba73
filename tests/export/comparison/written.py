# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What the tests of comparisons as files share: how they are written, and read as one text."""

import re

from kyosei_desk.domain.comparing.matrix import Matrix
from kyosei_desk.export.comparison.file import ComparisonFormat, comparison_bytes

FORMATS = list(ComparisonFormat)
TABLE, MARKDOWN, CSV, JSON, HTML = FORMATS


def text_of(made: Matrix, file_format: ComparisonFormat) -> str:
    return comparison_bytes(made, file_format).decode("utf-8-sig")


def flat(text: str) -> str:
    """Return a text without what a format puts between its signs."""
    return re.sub(r"[\s|\\]|<[^>]*>|&[a-z]+;", "", text)
