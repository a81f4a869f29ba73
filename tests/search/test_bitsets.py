# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from kyosei_desk.search.bitsets import Tally, bits_of, numbers_of

SIZE = 300
numbers = st.sets(st.integers(0, SIZE - 1))
weighed = st.lists(st.tuples(numbers, st.integers(0, 99)), max_size=12)


@given(numbers)
def test_a_set_comes_back_as_it_was(wanted: set[int]) -> None:
    assert numbers_of(bits_of(wanted, SIZE)) == sorted(wanted)


@given(weighed)
def test_a_tally_adds_up(additions: list[tuple[set[int], int]]) -> None:
    tally, expected = Tally(), Counter[int]()
    for wanted, weight in additions:
        tally.add(bits_of(wanted, SIZE), weight)
        expected.update(dict.fromkeys(wanted, weight))
    assert all(tally.score(number) == expected[number] for number in range(SIZE))


@given(weighed, numbers, st.integers(0, 40))
def test_the_best_are_those_with_the_highest_scores(
    additions: list[tuple[set[int], int]], among: set[int], count: int
) -> None:
    tally = Tally()
    for wanted, weight in additions:
        tally.add(bits_of(wanted, SIZE), weight)
    best = tally.best(count, bits_of(among, SIZE))
    ordered = sorted(among, key=lambda number: (-tally.score(number), number))
    assert best == sorted(ordered[:count])
