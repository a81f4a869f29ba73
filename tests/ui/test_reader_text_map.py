# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei_desk.search.model import Span
from kyosei_desk.ui.reader.text_map import DocumentSpan, TextMap, make_run, utf16_length


@pytest.mark.parametrize(("text", "length"), [("", 0), ("相談", 2), ("𠮷野家", 4), ("😀", 2)])
def test_length_counts_utf16_units(text: str, length: int) -> None:
    assert utf16_length(text) == length


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (Span(0, 2), [(10, 12)]),
        (Span(1, 4), [(11, 13), (20, 21)]),
        (Span(3, 5), [(20, 22)]),
        (Span(0, 5), [(10, 13), (20, 22)]),
    ],
)
def test_span_over_runs_with_text_between(span: Span, expected: list[tuple[int, int]]) -> None:
    text_map = TextMap([make_run(0, "あいう", 10), make_run(3, "えお", 20)])
    assert text_map.spans(span) == tuple(DocumentSpan(*pair) for pair in expected)


def test_text_that_was_not_set_has_no_span() -> None:
    text_map = TextMap([make_run(0, "あい", 10), make_run(3, "えお", 20)])
    assert text_map.spans(Span(2, 3)) == ()


def test_runs_that_touch_are_one_span() -> None:
    text_map = TextMap([make_run(0, "相", 5), make_run(1, "談", 6)])
    assert text_map.spans(Span(0, 2)) == (DocumentSpan(5, 7),)


@given(st.text(max_size=20), st.integers(0, 20), st.integers(0, 20))
def test_positions_are_those_of_utf16(text: str, start: int, end: int) -> None:
    start, end = sorted((min(start, len(text)), min(end, len(text))))
    found = TextMap([make_run(0, text, 7)]).spans(Span(start, end))
    if start == end:
        assert found == ()
    else:
        first, last = utf16_length(text[:start]), utf16_length(text[:end])
        assert found == (DocumentSpan(7 + first, 7 + last),)
