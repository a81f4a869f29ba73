# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Full-width signs take two columns, and lines break where Japanese lines may."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei_desk.export.comparison.widths import padded, text_width, wrapped

TEXTS = st.text(alphabet="あ漢ーっ、。（）「」〔〕／abc 123,・ｶﾞ\u3099", max_size=60)


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("abc", 3), ("名張市", 6), ("15か所", 6), ("ｶﾞ", 2), ("か\u3099", 2), ("km²", 3)],
)
def test_widths(text: str, width: int) -> None:
    assert text_width(text) == width
    assert text_width(padded(text, 10)) == 10


def test_a_text_that_is_too_wide_is_not_padded() -> None:
    assert padded("名張市", 4) == "名張市"


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("名張市", 6, ["名張市"]),
        ("名張市です", 6, ["名張市", "です"]),
        ("相談、支援", 4, ["相", "談、", "支援"]),
        ("相談「場」を", 6, ["相談", "「場」", "を"]),
        ("場（拠点）", 8, ["場（拠", "点）"]),
        ("市内15か所", 6, ["市内", "15か所"]),
        ("人口 79,357人", 10, ["人口", "79,357人"]),
        ("Joint-Sheet様式", 12, ["Joint-Sheet", "様式"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("  空白 ", 10, ["空白"]),
    ],
)
def test_lines_break_where_they_may(text: str, width: int, lines: list[str]) -> None:
    assert wrapped(text, width) == lines


@given(TEXTS, st.integers(2, 40))
def test_nothing_is_lost_and_every_line_fits(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(text_width(line) <= width for line in lines)


@given(TEXTS, st.integers(1, 40))
def test_wrapping_ends(text: str, width: int) -> None:
    assert all(wrapped(text, width)[:-1])
