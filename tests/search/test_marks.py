# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei_desk.search.model import SearchRequest, Snippet, Span
from kyosei_desk.search.service import LibrarySearcher
from kyosei_desk.search.snippets import make_snippet, merge_spans


def marked(searcher: LibrarySearcher, query: str, text: str) -> list[str]:
    (spans,) = searcher.marks(query, (text,))
    return [text[span.start : span.end] for span in spans]


@pytest.mark.parametrize(
    ("query", "text", "marks"),
    [
        ("ボランティア", "市のﾎﾞﾗﾝﾃｨｱと", ["ﾎﾞﾗﾝﾃｨｱ"]),
        ("民生委員", "㈱と⺠生委員さん", ["⺠生委員"]),
        ("106条の3", "法第１０６条の３第１項第２号です", ["第１０６条の３第１項第２号"]),
        ("2017年", "昨年（平成２９年）の", ["平成２９年"]),
        ("33か所", "市内３３カ所に", ["３３カ所"]),
        ("まちのほけんしつ", "名張市のまちの保健室へ", ["まちの保健室"]),
        ("まちの保健室", "まちの保健室は、まちの中にある", ["まちの保健室"]),
        ("包括的支援体制", "住民が主体となって進める包括的な支\n援体制を", ["包括的な支\n援体制"]),
        ("我が事丸ごと", "「我が事・丸ごと」の", ["我が事・丸ごと"]),
        ("7地区", "17地区のうち七地区", ["七地区"]),
        ("コーディネーター", "こーでぃねーたーの会", ["こーでぃねーたー"]),
        ("CSW", "コミュニティソーシャルワーカーとCSW", ["CSW"]),
        ("障がい", "障害のある", ["障害"]),
        ("相談 窓口", "相談の窓口", ["相談", "窓口"]),
        ("ある市は", "相談のある市", ["ある市"]),
        ("相談がある市は", "相談のある市", ["相談"]),
        ("名張", "豊中", []),
        ("", "豊中", []),
    ],
)
def test_marks(searcher: LibrarySearcher, query: str, text: str, marks: list[str]) -> None:
    assert marked(searcher, query, text) == marks


def test_parts_are_not_marked_where_the_whole_is_found(searcher: LibrarySearcher) -> None:
    texts = ("まちの保健室があります。", "まちの人が集まります。")
    whole, part = searcher.marks("まちの保健室", texts)
    assert [texts[0][s.start : s.end] for s in whole] == ["まちの保健室"]
    assert part == ()


@given(st.text(max_size=40), st.text(max_size=80))
def test_marks_are_sorted_and_inside(traps: LibrarySearcher, query: str, text: str) -> None:
    (spans,) = traps.marks(query, (text,))
    assert list(spans) == sorted(spans)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


def test_snippet_marks_are_what_the_passage_holds(searcher: LibrarySearcher) -> None:
    for query in ("まちの保健室", "CSW", "106条の3", "33か所", "居場所", "相談 支援 名張"):
        for hit in searcher.search(SearchRequest(query)).hits:
            assert len(hit.snippet.text) <= 120
            for mark in hit.snippet.marks:
                assert hit.snippet.text[mark.start : mark.end].strip("…　 ")


def test_a_short_text_is_shown_whole() -> None:
    assert make_snippet("相談の\n窓口", [(Span(0, 2), 1.0, 0)]) == Snippet(
        "相談の　窓口", (Span(0, 2),)
    )


def test_a_cut_is_made_where_most_is_found() -> None:
    text = "甲は一つです。" * 20 + "ここに甲と乙があります。" + "丙の話です。" * 20
    at = text.index("ここに")
    found = [(Span(0, 1), 1.0, 0), (Span(at + 3, at + 4), 1.0, 0), (Span(at + 5, at + 6), 1.0, 1)]
    snippet = make_snippet(text, found)
    assert [snippet.text[m.start : m.end] for m in snippet.marks] == ["甲", "乙"]
    assert snippet.text.startswith("…ここに")
    assert snippet.text.endswith("。…")


def test_a_text_without_marks_is_cut_at_its_beginning() -> None:
    snippet = make_snippet("長い話です。" * 40, [])
    assert snippet.text.startswith("長い話です。")
    assert snippet.marks == ()


@given(st.text(alphabet="あい。\n ", max_size=400), st.lists(st.integers(0, 399), max_size=6))
def test_snippets_keep_their_bounds(text: str, starts: list[int]) -> None:
    spans = [Span(s, min(len(text), s + 3)) for s in starts if s < len(text)]
    snippet = make_snippet(text, [(span, 1.0, n) for n, span in enumerate(spans)])
    assert len(snippet.text) <= 120
    assert all(0 <= m.start < m.end <= len(snippet.text) for m in snippet.marks)


def test_merging() -> None:
    spans = [Span(4, 6), Span(0, 2), Span(1, 3), Span(3, 3), Span(6, 7)]
    assert merge_spans(spans) == (Span(0, 3), Span(4, 7))
