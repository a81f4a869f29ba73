# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The query builder's fields: taking a query apart and putting it together loses nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.search.facets import FacetTable
from kyosei_desk.search.model import FacetName
from kyosei_desk.search.query import parse_query
from kyosei_desk.ui.search.browse import DocumentBrowser
from kyosei_desk.ui.search.builder_fields import (
    BUILDER_FACETS,
    BuilderFields,
    Choices,
    FieldChoice,
    builder_choices,
    fields_from,
    query_from,
)

CHOICES: Choices = {
    FacetName.MUNICIPALITY: (
        FieldChoice("名張市", "名張市", "242080"),
        FieldChoice("豊中市", "豊中市", "272035"),
    ),
    FacetName.FUNCTION: (FieldChoice("【2】受け止める場", "2", "p2"),),
    FacetName.YEAR: (FieldChoice("2017年", "2017", "2017"),),
}
TOWN, FUNCTION, YEAR = FacetName.MUNICIPALITY, FacetName.FUNCTION, FacetName.YEAR


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("", BuilderFields()),
        ("相談 支援", BuilderFields(words="相談 支援")),
        ('"地域の縁側" 相談', BuilderFields(words="相談", phrase="地域の縁側")),
        ('"甲" "乙"', BuilderFields(words='"乙"', phrase="甲")),
        ("CSW OR 社協", BuilderFields(either="CSW 社協")),
        ('CSW | "地域の縁側"', BuilderFields(either='CSW "地域の縁側"')),
        ("甲 OR 乙 丙 OR 丁", BuilderFields(words="丙 OR 丁", either="甲 乙")),
        ("相談 -名張", BuilderFields(words="相談", excluded="名張")),
        ("自治体:名張 相談", BuilderFields(words="相談", chosen={TOWN: ("名張市",)})),
        ("自治体:名張市 自治体:272035", BuilderFields(chosen={TOWN: ("名張市", "豊中市")})),
        ("機能:2 年:2017年", BuilderFields(chosen={FUNCTION: ("2",), YEAR: ("2017",)})),
        ("はたらき:受け止める", BuilderFields(chosen={FUNCTION: ("2",)})),
        ("-自治体:名張", BuilderFields(rest="-自治体:名張")),
        ("自治体:奈良", BuilderFields(rest="自治体:奈良")),
        ("自治体:市", BuilderFields(rest="自治体:市")),
        ("項目:周知", BuilderFields(rest="項目:周知")),
    ],
)
def test_taking_apart(text: str, fields: BuilderFields) -> None:
    assert fields_from(text, CHOICES) == fields
    assert set(parse_query(query_from(fields)).terms) == set(parse_query(text).terms)


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        (BuilderFields(), ""),
        (BuilderFields(words="相談　支援、窓口"), "相談 支援 窓口"),
        (BuilderFields(phrase="「地域の縁側」"), '"「地域の縁側」"'),
        (BuilderFields(phrase='"地域の縁側"'), '"地域の縁側"'),
        (BuilderFields(phrase="地域の 縁側"), '"地域の 縁側"'),
        (BuilderFields(either="CSW 社協 CSW"), "CSW OR 社協"),
        (BuilderFields(either="CSW"), "CSW"),
        (BuilderFields(either="CSW OR 社協"), "CSW OR 社協"),
        (BuilderFields(excluded='名張 -豊中 "地域の 縁側"'), '-名張 -豊中 -"地域の 縁側"'),
        (BuilderFields(excluded="あ い う"), "-あ -い -う"),
        (
            BuilderFields(words="相談 自治体:名張", chosen={YEAR: ("2017",)}),
            "相談 自治体:名張 年:2017",
        ),
        (BuilderFields(words='相談 "', phrase="縁側"), '相談 "縁側"'),
        (
            BuilderFields(
                chosen={TOWN: ("名張市", "豊中市"), FacetName.OPERATOR: ("住民・ボランティア",)}
            ),
            "自治体:名張市 自治体:豊中市 担い手:住民・ボランティア",
        ),
    ],
)
def test_putting_together(fields: BuilderFields, text: str) -> None:
    assert query_from(fields) == text


ODD = st.text(max_size=60) | st.text(
    alphabet='"“-－ 　OR|名張年:：20「」、・()自治体a', max_size=40
)


@given(ODD)
def test_no_part_of_any_query_is_lost(text: str) -> None:
    before = parse_query(text)
    after = parse_query(query_from(fields_from(text, CHOICES)))
    assert set(after.terms) == set(before.terms)
    assert {f.name for f in after.fields} == {f.name for f in before.fields}
    assert len(after.fields) <= len(before.fields)


@given(ODD, ODD, ODD, ODD)
def test_any_typing_makes_a_query_that_reads_back(a: str, b: str, c: str, d: str) -> None:
    made = query_from(BuilderFields(words=a, phrase=b, either=c, excluded=d))
    again = query_from(fields_from(made, CHOICES))
    assert set(parse_query(again).terms) == set(parse_query(made).terms)


def test_choices_of_the_library_are_written_as_the_library_reads_them(corpus: Corpus) -> None:
    choices = builder_choices(corpus, DocumentBrowser(corpus).browse({}).facets)
    table = FacetTable(corpus, corpus.all_passages())
    assert set(choices) == set(BUILDER_FACETS)
    for name, offered in choices.items():
        assert offered
        for choice in offered:
            text = query_from(BuilderFields(chosen={name: (choice.value,)}))
            assert fields_from(text, choices).chosen == {name: (choice.value,)}
            assert table.meaning(name, choice.value, str) == {choice.key}
