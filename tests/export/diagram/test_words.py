# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei_desk.export.diagram.model import TextRole
from kyosei_desk.export.diagram.words import break_costs, char_width, text_width, wrap, wrap_kindly

_EM = 13 * 1.04  # a full-width character of a name


@pytest.mark.parametrize(
    ("char", "width"),
    [("あ", 1.0), ("漢", 1.0), ("Ａ", 1.0), ("①", 1.0), ("a", 0.6), ("W", 1.0), ("i", 0.4)],
)
def test_width_of_a_character(char: str, width: float) -> None:
    assert char_width(char) == width


def test_marks_that_combine_take_no_room() -> None:
    assert text_width("か\u3099", TextRole.NAME) == text_width("か", TextRole.NAME)


@pytest.mark.parametrize(
    ("text", "ems", "lines"),
    [
        ("まちの保健室", 12, ("まちの保健室",)),
        ("生活困窮者自立支援制度の自立相談支援", 12, ("生活困窮者自立支援制度の", "自立相談支援")),
        (
            "CSW（コミュニティソーシャルワーカー）",
            12,
            ("CSW（コミュニティ", "ソーシャルワーカー）"),
        ),
        ("おじゃまる広場（つつじが丘地区）", 12, ("おじゃまる広場", "（つつじが丘地区）")),
        ("あらゆる世代を対象とした相談", 8, ("あらゆる世代を", "対象とした相談")),
        ("地域包括支援センター", 6, ("地域包括支援", "センター")),
        ("大牟田市権利擁護連絡会", 7, ("大牟田市権利", "擁護連絡会")),
    ],
)
def test_lines_break_where_it_reads_well(text: str, ems: float, lines: tuple[str, ...]) -> None:
    assert wrap(text, TextRole.NAME, ems * _EM) == lines


@pytest.mark.parametrize("text", ["ー", "、", "）", "っ", "々"])
def test_no_line_begins_with(text: str) -> None:
    lines = wrap(f"ああああ{text}いいい", TextRole.NAME, 4 * _EM)
    assert not any(line.startswith(text) for line in lines)


def test_no_line_ends_with_an_opening_bracket() -> None:
    assert wrap("あああ（いい）", TextRole.NAME, 4.2 * _EM) == ("あああ", "（いい）")


def test_the_first_line_may_have_less_room() -> None:
    assert wrap("相談窓口", TextRole.NAME, 4 * _EM, first=2 * _EM) == ("相談", "窓口")


def test_more_lines_than_allowed_are_cut_with_a_sign() -> None:
    lines = wrap("あ" * 60, TextRole.NAME, 5 * _EM, most=3)
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert text_width(lines[-1], TextRole.NAME) <= 5 * _EM + 1e-6


def test_the_narrowest_width_that_divides_no_word_is_taken() -> None:
    role = TextRole.LABEL
    assert wrap_kindly("連携（バックアップ）", role, (54, 98), most=4) == (
        "連携",
        "（バックアップ）",
    )
    assert wrap_kindly("連携・協働", role, (50, 90), most=4) == ("連携・", "協働")


def test_words_are_not_begun_with_what_closes_them() -> None:
    costs = break_costs("相談支援者会議")
    assert costs[4] > costs[5] < costs[6]


_anything = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=80)


@given(_anything, st.floats(20, 200))
def test_nothing_is_lost_and_every_line_fits(text: str, width: float) -> None:
    lines = wrap(text, TextRole.NAME, width, most=200)
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        assert text_width(line, TextRole.NAME) <= width + 1e-6 or len(line) == 1
