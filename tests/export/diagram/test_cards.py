# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
from collections.abc import Sequence

import pytest

from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.designs import Element, ProvisionCoverage
from kyosei_desk.domain.provisions import Provision, SupportFunction
from kyosei_desk.domain.vocabulary import Coverage, Operator
from kyosei_desk.export.diagram.cards import (
    Guideline,
    card_text,
    card_words,
    count_words,
    operators_line,
)
from kyosei_desk.export.diagram.model import TextRole
from tests.export.diagram.designs import element

WORDS = {"label": "項目", "plain": "やさしく", "article": "第1条", "source": "s1"}


def function(key: str, number: int | None) -> SupportFunction:
    return SupportFunction.model_validate({**WORDS, "id": key, "number": number})


def provision(key: str, of: str) -> Provision:
    more = {"text": "説明", "place": "一"}
    return Provision.model_validate({**WORDS, **more, "id": key, "function": of})


GUIDELINE = Guideline(
    {
        key: provision(key, of)
        for key, of in (
            ("p1.hub", "f1"),
            ("p2.place", "f2"),
            ("p2.early", "f2"),
            ("p3.core", "f3"),
            ("plan.zones", "plan"),
        )
    },
    {key: function(key, n) for key, n in (("f1", 1), ("f2", 2), ("f3", 3), ("plan", None))},
)


def answering(*answered: str) -> Element:
    """Return an element that answers provisions; a star says in full."""
    provisions = [
        ProvisionCoverage(
            id=key.rstrip("*"), coverage=Coverage.FULL if key.endswith("*") else Coverage.PARTIAL
        )
        for key in answered
    ]
    return element("a", provisions=provisions)


@pytest.mark.parametrize(
    ("answered", "main", "slot"),
    [
        ((), None, None),
        (("p1.hub",), 1, (1, 0)),
        (("p1.hub", "p2.place*"), 2, (2, 1)),
        (("p3.core", "p1.hub"), 3, (3, 3)),
        (("p1.hub*", "p2.place", "p2.early*"), 2, (2, 1)),
        (("plan.zones",), 0, (9, 4)),
        (("p9.other*",), None, None),
    ],
)
def test_main_function_and_slot(
    answered: Sequence[str], main: int | None, slot: tuple[int, int] | None
) -> None:
    assert GUIDELINE.main_function(answering(*answered)) == main
    assert GUIDELINE.slot(answering(*answered)) == slot


def test_a_badge_is_filled_when_one_provision_is_answered_in_full() -> None:
    text = card_text(
        answering("p2.place*", "p2.early", "p1.hub", "plan.zones"),
        GUIDELINE,
        176,
        tells_operators=True,
        ports=1,
    )
    assert [(b.mark, b.filled) for b in text.badges] == [("1", False), ("2", True), ("計", False)]


def test_a_card_tells_name_number_and_who_runs_it() -> None:
    shown = element("a", count=1200, operators=(Operator.SHAKYO, Operator.NPO))
    text = card_text(shown, GUIDELINE, 176, tells_operators=True, ports=1)
    assert [(line.text, line.role) for line in text.lines] == [
        ("まちの保健室", TextRole.NAME),
        ("1,200か所", TextRole.COUNT),
        ("社会福祉協議会ほか1", TextRole.DETAIL),
    ]


def test_operators_can_be_left_out() -> None:
    shown = element("a", operators=(Operator.SHAKYO,))
    text = card_text(shown, GUIDELINE, 176, tells_operators=False, ports=1)
    assert [line.role for line in text.lines] == [TextRole.NAME]


def test_a_card_is_high_enough_for_the_lines_that_meet_it() -> None:
    low = card_text(element("a"), GUIDELINE, 176, tells_operators=True, ports=1)
    high = card_text(element("a"), GUIDELINE, 176, tells_operators=True, ports=10)
    assert high.height >= 9 * 9 > low.height
    assert abs(high.lines[0].y - high.height / 2) < 8


def test_a_count_has_its_day_only_where_the_source_gives_one() -> None:
    plain = element("a", count=15)
    assert count_words(plain) == "15か所"
    dated = plain.model_copy(update={"count_as_of": PartialDate.parse("2017-08-31")})
    assert count_words(dated) == "15か所（2017年8月31日現在）"
    assert count_words(element("a")) == ""


def test_nobody_runs_what_the_source_says_nothing_of() -> None:
    assert operators_line(element("a")) == ""
    assert operators_line(element("a", operators=(Operator.NPO,))) == "NPO"


def test_a_card_in_words_says_all_of_it() -> None:
    shown = answering("p2.place*", "p1.hub").model_copy(
        update={"operators": (Operator.SHAKYO, Operator.NPO), "count": 3, "unit": "名"}
    )
    assert card_words(shown, GUIDELINE) == (
        "まちの保健室（場・拠点、小学校区、3名、社会福祉協議会、NPO）【1】（一部）【2】"
    )
