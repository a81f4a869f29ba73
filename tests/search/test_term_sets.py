# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Sets ready made: what is written comes back, and damage is noticed."""

from pathlib import Path

import pytest

from kyosei_desk.search.bitsets import bits_of
from kyosei_desk.search.engine import IndexField, IndexTerm
from kyosei_desk.search.term_sets import TermSets, TermSetWriter

MANY, FEW = IndexTerm(IndexField.BODY, "相談"), IndexTerm(IndexField.BODY, "縁側")
PAIR = IndexTerm(IndexField.GRAM, "縁側")
SIZE = 1000


def written(folder: Path) -> TermSets:
    """Write 相談 into every third passage and 縁側 into two."""
    writer = TermSetWriter()
    for number in range(0, SIZE, 3):
        writer.add(number, IndexField.BODY, ["相談", "縁側"] if number in (3, 9) else ["相談"])
    writer.add(999, IndexField.GRAM, ["縁側", "側で"])
    writer.write(folder, SIZE, {IndexField.BODY: 10})
    return TermSets(folder)


def test_sets_come_back(tmp_path: Path) -> None:
    sets = written(tmp_path)
    assert sets.get(MANY) == bits_of(range(0, SIZE, 3), SIZE)
    assert sets.get(PAIR) == 1 << 999
    assert sets.get(IndexTerm(IndexField.NAME, "相談")) is None


def test_rare_terms_of_a_field_kept_elsewhere_have_none(tmp_path: Path) -> None:
    sets = written(tmp_path)
    assert sets.get(FEW) is None
    assert sets.terms(IndexField.BODY) == ("相談",)
    assert sets.terms(IndexField.GRAM) == ("側で", "縁側")
    assert sets.terms(IndexField.NAME) == ()


@pytest.mark.parametrize("count", [1, 31, 32, 33, 500, 1000])
def test_a_set_of_any_size_comes_back(tmp_path: Path, count: int) -> None:
    writer = TermSetWriter()
    numbers = range(SIZE - count, SIZE)
    for number in numbers:
        writer.add(number, IndexField.GRAM, ["縁側"])
    writer.write(tmp_path, SIZE, {})
    assert TermSets(tmp_path).get(PAIR) == bits_of(numbers, SIZE)


def test_many_sets_are_read_in_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kyosei_desk.search.term_sets._READ_WHOLE", 0)
    sets = written(tmp_path)
    assert sets.get(MANY) == bits_of(range(0, SIZE, 3), SIZE)
    (tmp_path / "sets.bin").unlink()
    with pytest.raises(OSError, match="sets"):
        sets.get(PAIR)


def test_no_table_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="sets"):
        TermSets(tmp_path)


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        ("", "Expecting"),
        ("{", "Expecting"),
        ("[]", "no table"),
        ("{}", "no table"),
        ('{"size": 8, "sets": []}', "no table"),
        ('{"size": 8, "sets": {"gram": [["縁側"], []]}}', "zip"),
    ],
)
def test_a_damaged_table_is_an_error(tmp_path: Path, damage: str, reason: str) -> None:
    written(tmp_path)
    (tmp_path / "sets.json").write_text(damage, encoding="utf-8")
    with pytest.raises(ValueError, match=reason):
        TermSets(tmp_path)


@pytest.mark.parametrize("content", [b"", b"\0" * 400, b"b" * 400, b"n" * 400])
def test_damaged_data_is_an_error(tmp_path: Path, content: bytes) -> None:
    written(tmp_path)
    (tmp_path / "sets.bin").write_bytes(content)
    sets = TermSets(tmp_path)
    for term in (MANY, PAIR):
        with pytest.raises((ValueError, OSError)):
            sets.get(term)
