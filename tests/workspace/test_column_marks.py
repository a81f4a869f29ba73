# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A kept comparison knows which parts of its designs have changed since."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from kyosei_desk.domain.comparing.designs import ComparedDesign, compared_case
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.designs import Link, SupportDesign
from kyosei_desk.wording.comparisons import changes_sentence, columns_text, suggested_name
from kyosei_desk.workspace.column_marks import (
    ColumnChange,
    ColumnPart,
    KeptColumn,
    column_changes,
    kept_column,
)
from kyosei_desk.workspace.comparisons import KeptComparison
from tests.domain.comparing_samples import OTSU, PROFILE, answering, column, element

BEFORE = column("a", element("salon"), element("office"))
LINK = Link.model_validate({"from": "salon", "to": "office", "type": "refer", "source": "s1"})


def changes(before: ComparedDesign, *after: ComparedDesign) -> tuple[ColumnChange, ...]:
    known = {design.id: kept_column(design) for design in after}
    return column_changes([kept_column(before)], known)


def with_design(**parts: object) -> ComparedDesign:
    made = SupportDesign.model_validate({"elements": BEFORE.design.elements, **parts})
    return replace(BEFORE, design=made)


def test_what_is_the_same_has_not_changed() -> None:
    again = column("a", element("salon"), element("office"))
    assert changes(BEFORE, again, column("b")) == ()


@pytest.mark.parametrize(
    ("after", "part"),
    [
        (lambda: replace(BEFORE, title="別の名"), ColumnPart.PLACE),
        (lambda: replace(BEFORE, municipality=OTSU), ColumnPart.PLACE),
        (lambda: replace(BEFORE, municipality=None), ColumnPart.PLACE),
        (lambda: replace(BEFORE, profile=None), ColumnPart.FIGURES),
        (
            lambda: replace(BEFORE, profile=PROFILE.model_copy(update={"population": 1})),
            ColumnPart.FIGURES,
        ),
        (lambda: with_design(elements=[element("salon")]), ColumnPart.ELEMENTS),
        (
            lambda: with_design(elements=[answering("salon", hub="full"), element("office")]),
            ColumnPart.ELEMENTS,
        ),
        (lambda: with_design(links=[LINK]), ColumnPart.LINKS),
        (
            lambda: with_design(not_applicable=[{"id": "p1.hub", "reason": "対象でない"}]),
            ColumnPart.NOT_APPLICABLE,
        ),
        (lambda: replace(BEFORE, sources=()), ColumnPart.SOURCES),
    ],
)
def test_each_part_is_told_apart(after: Callable[[], ComparedDesign], part: ColumnPart) -> None:
    (change,) = changes(BEFORE, after())
    assert (change.parts, change.gone) == ((part,), False)


def test_several_parts_at_once_are_told_in_order() -> None:
    after = replace(with_design(elements=[]), sources=(), profile=None)
    (change,) = changes(BEFORE, after)
    assert change.parts == (ColumnPart.FIGURES, ColumnPart.ELEMENTS, ColumnPart.SOURCES)


def test_a_design_that_is_gone_is_told() -> None:
    assert changes(BEFORE, column("b")) == (ColumnChange("a", "a", gone=True),)


def test_parts_that_were_not_marked_are_not_compared() -> None:
    kept = KeptColumn("a", "a", (("colours", "x"), ("figures", "old")))
    (change,) = column_changes([kept], {"a": kept_column(BEFORE)})
    assert change.parts == (ColumnPart.FIGURES,)
    assert column_changes([KeptColumn("a", "a")], {"a": kept_column(BEFORE)}) == ()


def test_marks_are_the_same_at_every_start(corpus: Corpus) -> None:
    for case in corpus.cases:
        again = type(case).model_validate(case.model_dump(by_alias=True))
        one, other = compared_case(case, corpus), compared_case(again, corpus)
        assert kept_column(one) == kept_column(other)


# In words


def test_changes_in_words() -> None:
    told = changes_sentence(
        [
            ColumnChange("a", "名張市", (ColumnPart.ELEMENTS, ColumnPart.SOURCES)),
            ColumnChange("b", "大牟田市", gone=True),
        ]
    )
    assert told == (
        "名張市の要素・出典が、保存したあとに変わりました。大牟田市は、いまの資料にありません。"
    )
    assert changes_sentence([]) == ""


@pytest.mark.parametrize(
    ("titles", "name"),
    [
        (["名張市"], "名張市"),
        (["名張市", "藤沢市"], "名張市・藤沢市"),
        (["名張市", "藤沢市", "大牟田市"], "名張市・藤沢市 ほか1"),
        (["あ" * 30, "い" * 30], "あ" * 30 + "・" + "い" * 8 + "…"),
    ],
)
def test_suggested_names(titles: list[str], name: str) -> None:
    comparison = KeptComparison(tuple(KeptColumn(title, title) for title in titles))
    assert suggested_name(comparison) == name
    assert columns_text(comparison) == "・".join(titles)
