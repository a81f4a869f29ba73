# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""全国地方公共団体コード and their check digit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei_desk.domain.municipalities import check_digit, check_municipality_code, kana_order

five_digits = st.from_regex(r"[0-9]{5}", fullmatch=True)


@pytest.mark.parametrize(
    "code",
    # 札幌市, 豊中市, 名張市, 世田谷区, 江戸川区, 山形市, 藤沢市, 芦屋市, 大牟田市
    ["011002", "272035", "242080", "131121", "131237", "062014", "142051", "282065", "402028"],
)
def test_right_codes(code: str) -> None:
    assert check_municipality_code(code) == code


@pytest.mark.parametrize(
    "code", ["242081", "24208", "2420800", "", "24208O", "２４２０８０", "242 080", "242080\n"]
)
def test_wrong_codes(code: str) -> None:
    with pytest.raises(ValueError, match="wrong_municipality_code"):
        check_municipality_code(code)


@given(five_digits)
def test_one_check_digit_fits(code5: str) -> None:
    fitting = [digit for digit in "0123456789" if check_digit(code5) == digit]
    assert len(fitting) == 1
    assert check_municipality_code(code5 + fitting[0])


def test_kana_sort_as_in_a_word_list() -> None:
    in_order = ["かがし", "かかみし", "がまごおりし", "がまごりし", "ぎふし", "きょうとし"]
    assert sorted(set(in_order), key=kana_order) == in_order
