# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The YAML head of a content file, with the line of every key."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei_desk.domain.errors import ContentError, ContentIssue
from kyosei_desk.library.front_matter import ContentFile, KeyPath, format_key, read_content_file


def read(tmp_path: Path, head: str, body: str = "") -> ContentFile:
    path = tmp_path / "file.md"
    path.write_text(f"---\n{head}\n---\n{body}", encoding="utf-8")
    return read_content_file(path)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("15", 15),
        ("1_500", 1500),
        ("129.77", 129.77),
        ("true", True),
        ("null", None),
        ("", None),
        ("まちの保健室", "まちの保健室"),
        ('"242080"', "242080"),
        ("2017-09-01", "2017-09-01"),
        ("2017-09", "2017-09"),
        ("2017", 2017),
        ("[all, health]", ["all", "health"]),
        ("{min: 2}", {"min": 2}),
        ("0", 0),
        ("-5", -5),
        ("0.5", 0.5),
        ("015", "015"),
        ("012025", "012025"),
        ("-015", "-015"),
        ("00", "00"),
        ("0x1F", "0x1F"),
        ("0b101", "0b101"),
        ("1:30", "1:30"),
        ("1:30.5", "1:30.5"),
        ("!!int 015", "015"),
        ("0b_", "0b_"),
        ("!!int x", "x"),
        ("!!bool x", "x"),
        ("!!python/name:os.system x", "x"),
    ],
)
def test_values(tmp_path: Path, written: str, value: object) -> None:
    assert read(tmp_path, f"key: {written}").head == {"key": value}


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("key: >-\n  一行目。\n  二行目。", "一行目。二行目。"),
        ("key: >-\n  one\n  two", "one two"),
        ("key: >-\n  福祉\n  まるごと\nnext: 1", "福祉まるごと"),
        ("key: >-\n  一。\n  二。\n\nnext: 1", "一。二。"),
        ("key: >\n  一。\n  二。", "一。二。"),
        ("key: >-\n  一 二\n  三", "一 二三"),
        ("key: >-\n  一。\n\n  二。", "一。\n二。"),
        ("key: |-\n  一。\n  二。", "一。\n二。"),
        ("key:\n  - text: >-\n      一。\n      二。", [{"text": "一。二。"}]),
    ],
)
def test_folded_japanese_gets_no_spaces(tmp_path: Path, written: str, value: object) -> None:
    assert read(tmp_path, written).head["key"] == value


@pytest.mark.parametrize(
    ("key", "line"),
    [
        (("id",), 2),
        (("elements",), 3),
        (("elements", 0), 4),
        (("elements", 0, "name"), 5),
        (("elements", 1), 6),
        (("elements", 1, "name"), 6),
        (("elements", 0, "zone"), 4),
        (("nothing",), 1),
    ],
)
def test_lines(tmp_path: Path, key: KeyPath, line: int) -> None:
    file = read(tmp_path, "id: x\nelements:\n  - id: a\n    name: 一\n  - {id: b, name: 二}")
    assert file.line_of(key) == line


def test_body_is_what_follows(tmp_path: Path) -> None:
    file = read(tmp_path, "id: x", "\n## 概要\n---\n本文\n")
    assert file.body == "\n## 概要\n---\n本文\n"
    assert file.body_line == 4


@pytest.mark.parametrize("separator", ["\x0b", "\x0c", "\x85", "\u2028"])
def test_only_line_breaks_break_lines(tmp_path: Path, separator: str) -> None:
    file = read(tmp_path, "id: x", f"一{separator}二\n三")
    assert file.body == f"一{separator}二\n三"


def test_windows_line_ends_and_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "file.md"
    path.write_bytes("\ufeff---\r\nid: x\r\n---\r\n本文\r\n".encode())
    file = read_content_file(path)
    assert (file.head, file.body) == ({"id": "x"}, "本文\n")


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ((), ""),
        (("id",), "id"),
        (("elements", 2, "zone"), "elements[2].zone"),
        (("a", 0, 1, "b", "c"), "a[0][1].b.c"),
    ],
)
def test_key_in_words(key: KeyPath, text: str) -> None:
    assert format_key(key) == text


@given(
    st.text(st.characters(exclude_categories=["Cs"]))
    | st.text("-:[]{}&*!|>'\"# \nab0", max_size=40)
)
def test_any_head_is_read_or_refused(head: str) -> None:
    class Page(type(Path())):  # type: ignore[misc]
        def read_text(self, encoding: str) -> str:
            return f"---\n{head}\n---\n本文"

    issues: tuple[ContentIssue, ...] = ()
    try:
        file = read_content_file(Page("file.md"))
    except ContentError as error:
        issues = error.issues
    assert issues or isinstance(file.head, dict)
    assert all(issue.line >= 1 for issue in issues)
