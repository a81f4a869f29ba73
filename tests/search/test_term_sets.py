# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
import zlib
from pathlib import Path

import pytest

from kyosei_desk.search.bitsets import bits_of
from kyosei_desk.search.engine import IndexField, IndexTerm
from kyosei_desk.search.term_sets import TermSets, write_term_sets

MANY, FEW = IndexTerm(IndexField.BODY, "相談"), IndexTerm(IndexField.GRAM, "相談")


def test_sets_come_back_and_rare_terms_have_none(tmp_path: Path) -> None:
    bits = bits_of(range(0, 1000, 3), 1000)
    write_term_sets(tmp_path, [(MANY, bits), (IndexTerm(IndexField.NAME, "相談"), 1)], 1000)
    sets = TermSets(tmp_path)
    assert sets.get(MANY) == bits
    assert sets.get(IndexTerm(IndexField.NAME, "相談")) == 1
    assert sets.get(FEW) is None


def test_no_table_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="sets"):
        TermSets(tmp_path)


@pytest.mark.parametrize(
    ("damage", "reason"), [("", "Expecting"), ("[]", "no table"), ("{", "Expecting")]
)
def test_a_damaged_table_is_an_error(tmp_path: Path, damage: str, reason: str) -> None:
    write_term_sets(tmp_path, [(MANY, 5)], 8)
    (tmp_path / "sets.json").write_text(damage, encoding="utf-8")
    with pytest.raises(ValueError, match=reason):
        TermSets(tmp_path)


def test_damaged_data_is_an_error(tmp_path: Path) -> None:
    write_term_sets(tmp_path, [(MANY, 5)], 8)
    (tmp_path / "sets.bin").write_bytes(b"\0" * 20)
    with pytest.raises(zlib.error):
        TermSets(tmp_path).get(MANY)
