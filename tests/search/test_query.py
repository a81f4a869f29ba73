# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.search.model import SearchRequest
from kyosei_desk.search.query import ParsedQuery, QueryTerm, parse_query
from kyosei_desk.search.service import LibrarySearcher

W = QueryTerm


def P(text: str) -> QueryTerm:  # noqa: N802 – a short name for a table
    return QueryTerm(text, quoted=True)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("相談 名張", (W("相談"), W("名張"))),
        ("相談　名張", (W("相談"), W("名張"))),
        ("相談、名張。", (W("相談"), W("名張"))),
        ("403,952人", (W("403,952人"),)),
        ('"地域の縁側" 名張', (P("地域の縁側"), W("名張"))),
        ("“地域の縁側”", (P("地域の縁側"),)),
        ('"地域の縁側', (P("地域の縁側"),)),
        ('名張"地域', (W("名張"), P("地域"))),
        ("支援 -名張", (W("支援"), QueryTerm("名張", excluded=True))),
        ("支援 －名張", (W("支援"), QueryTerm("名張", excluded=True))),
        ("Joint-Sheet 106-3", (W("Joint-Sheet"), W("106-3"))),
        ("１２９．７７km²", (W("１２９．７７km²"),)),
        ("相談．名張", (W("相談"), W("名張"))),
        ("第106条の3 第1項 第2号", (W("第106条の3第1項第2号"),)),
        ("106条 支援", (W("106条"), W("支援"))),
        ("相 談 支 援", (W("相談支援"),)),
        ("相談 相談", (W("相談"),)),
        ('""', ()),
        (" 　\n", ()),
        ("", ()),
    ],
)
def test_terms(text: str, terms: tuple[QueryTerm, ...]) -> None:
    assert parse_query(text) == ParsedQuery(terms)


@given(
    st.text(max_size=60)
    | st.text(alphabet='"“-－ 　名張106条の3・()*?:^~[]{}\\/&|!。、\ud800', max_size=40)
)
def test_any_text_is_a_question(traps: LibrarySearcher, text: str) -> None:
    response = traps.search(SearchRequest(text))
    assert response.total >= len(response.hits) or response.total == 0
    traps.marks(text, (text, "名張市の相談"))


def test_of_a_pasted_novel_only_the_beginning_is_read(searcher: LibrarySearcher) -> None:
    text = "".join(
        f"第{n}章では名張市のまちの保健室と相談支援包括化推進員を語る。" for n in range(4000)
    )
    whole, beginning = (searcher.search(SearchRequest(part)) for part in (text, text[:5000]))
    assert whole.total == beginning.total > 0
    assert whole.hits == beginning.hits


def test_of_hundreds_of_words_those_that_tell_most_are_looked_for(
    searcher: LibrarySearcher, corpus: Corpus
) -> None:
    names = [element.name for case in corpus.cases for element in case.elements]
    assert len(names) > 150
    hits = searcher.search(SearchRequest(" ".join(names), limit=500)).hits
    assert 0 < len({match.query for hit in hits for match in hit.matched}) <= 20
