# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The variation suite says the truth: its pairs are many and apart, and failures show."""

from collections import Counter
from collections.abc import Callable

import pytest

from benchmarks import variation_rules
from benchmarks.variations import Group, Pair, Verdict, carried, describe, groups, judge, report

RULES = (
    "異体字 書き分け な・の かなでさがす 条番号 元号と日付 数と桁区切り 助数詞 略語・同義語 "
    "広い語から狭い語 打ち違い 全角・半角 かな 長音とハイフン CJK部首 行のとちゅうの改行 "
    "字の間の空白 読点"
).split()


def test_there_are_hundreds_of_pairs_of_both_kinds() -> None:
    counted = Counter(pair.wanted for group in groups() for pair in group.pairs())
    assert counted[True] >= 300
    assert counted[False] >= 300


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_of_notation_has_pairs(rule: str) -> None:
    assert any(pair.wanted for group in groups() if group.rule == rule for pair in group.pairs())


def test_no_pair_is_wanted_and_unwanted_at_once() -> None:
    for group in groups():
        wanted = {(p.query, p.words) for p in group.pairs() if p.wanted}
        unlike = {(p.query, p.words) for p in group.pairs() if not p.wanted}
        assert not wanted & unlike, group


@pytest.mark.parametrize(
    ("way", "text", "expected"),
    [
        (variation_rules.full_width, "NPO-2", "ＮＰＯ－２"),
        (variation_rules.half_width, "ボランティア", "ﾎﾞﾗﾝﾃｨｱ"),
        (variation_rules.decomposed, "ガ", "カ\u3099"),
        (variation_rules.hiragana, "サロンの日", "さろんの日"),
        (variation_rules.wrapped, "相談支援", "相談\n支援"),
        (variation_rules.spaced, "相談", "相 談"),
        (variation_rules.one_space, "相談支援", "相談 支援"),
    ],
)
def test_a_rule_rewrites_as_it_says(way: Callable[[str], str], text: str, expected: str) -> None:
    assert way(text) == expected


def test_a_group_is_judged_in_a_library_of_its_own() -> None:
    group = Group("試し", same=("地域の縁側", "地域の縁がわ"), unlike=("地球の歩き方",))
    verdicts = {(v.pair.query, v.pair.words): v for v in judge([group])}
    itself = verdicts["地域の縁側", "地域の縁側"]
    assert (itself.found, itself.marked) == (True, True)
    assert not verdicts["地域の縁側", "地球の歩き方"].found


def test_over_folding_and_misses_show_in_the_report() -> None:
    pairs = [Pair("規則", "問い", f"語{number}", wanted=number < 2) for number in range(4)]
    found = [True, False, True, False]
    verdicts = [Verdict(p, f, f or None) for p, f in zip(pairs, found, strict=True)]
    assert report(verdicts).splitlines()[-2] == "| 規則 | 2 | 50.0% | 2 | 50.0% | 100.0% |"
    assert [describe(v).split("\t")[1] for v in verdicts if not v.right] == [
        "見つからない",
        "誤って出た",
    ]


def test_words_are_carried_the_same_way_every_time() -> None:
    assert carried("相談") == carried("相談")
    assert len({carried(words) for words in ("相談", "支援", "窓口", "縁側", "会議")}) > 1
