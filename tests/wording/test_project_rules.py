# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Sentences on scaling."""

import pytest

from kyosei_desk.domain.projects.model import ScalingRule
from kyosei_desk.domain.projects.scaling import Lack, RuleChoice
from kyosei_desk.domain.vocabulary import Zone
from kyosei_desk.wording.project_rules import lack_sentence


@pytest.mark.parametrize(
    ("rule", "lacks", "sentence"),
    [
        (ScalingRule.FIXED, (), ""),
        (
            ScalingRule.ZONE,
            (Lack.THEIR_BASE, Lack.OUR_BASE),
            "事例に地区・支所の数の記載がありません。自分のまちの地区・支所の数が入っていません。",
        ),
        (ScalingRule.POPULATION, (Lack.OUR_BASE,), "自分のまちの人口が入っていません。"),
        (
            ScalingRule.ELEMENTARY,
            (Lack.SOURCE_COUNT, Lack.OUR_BASE),
            "事例に数の記載がありません。数は自分で入れてください。",
        ),
    ],
)
def test_what_a_rule_lacks_is_said(
    rule: ScalingRule, lacks: tuple[Lack, ...], sentence: str
) -> None:
    assert lack_sentence(RuleChoice(rule, None, lacks), Zone.DISTRICT) == sentence
