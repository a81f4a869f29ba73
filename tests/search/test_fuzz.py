# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Whatever is typed or read: no exception, and every offset leads back into the text.

With ``KYOSEI_FUZZ`` set to a number, each test tries so many cases; see CONTRIBUTING.md.
"""

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kyosei_desk.search.analyzer import Analyzer
from kyosei_desk.search.model import SearchRequest, Span
from kyosei_desk.search.normalize import MappedText, Normalizer, OffsetRuns, fold, pronunciation
from kyosei_desk.search.query import parse_query, write_query
from kyosei_desk.search.service import LibrarySearcher

PIECES = """
まちの保健室 包括的な支援体制 ごみ屋敷 引籠り 我が事・丸ごと ﾎﾞﾗﾝﾃｨｱ こーでぃねーたー
第百六条の三第一項第二号 106条の3①二 106-3-1-2 106の3 H29.12.12 平29.12.12 ㍻２９年
2017/12/12 九月 79,357人 四十万三千九百五十二人 ３．５倍 三・五倍 3/4 四分の三 ½ 15ヶ所
〇〇箇所 10万 1,000千円 36.38㎢ 五〇％ ㈱青空 （社福）青空会 髙﨑 ⺠生委員 か\u3099
葛\U000e0100飾 〜 － ー ‐ OR または | - － " “ ” 「 」 『 』 ( ) （ ） 自治体:名張 種別:事例
年: 機能:" -圏域:「小学校区」 * ? : ^ ~ [ ] { } \\ / & ! 。 、 ， 😀 👨\u200d👩\u200d👧 \ud800
\u200b \ufeff \x00 ㋿ Ａ İ ß ﬁ
""".split()
SPACES = [" ", "\u3000", "\n", "\t", "\r\n"]
TYPED = st.lists(st.sampled_from(PIECES + SPACES), max_size=9).map("".join)
SIGNS = ',，.．・/-‐−〜%％①㈱(株)（）"「」 　\n\u3099'
SCRAPS = st.text(alphabet="かﾞｶﾞｷｬッーっんは々第百六条の三項号年月日元平H12３９" + SIGNS, max_size=40)
ANYTHING = st.text(max_size=60) | SCRAPS | TYPED
KANA = st.text(alphabet="あいうえおかきこそとのほよろをんがぎょっァィゥェォオコヲー", max_size=12)


def assert_in_order(spans: Sequence[tuple[int, int]], text: str) -> None:
    assert all(0 <= start <= end <= len(text) for start, end in spans)
    assert all(a[0] <= b[0] and a[1] <= b[1] for a, b in pairwise(spans))


def assert_marks(spans: Sequence[Span], text: str) -> None:
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@given(ANYTHING)
def test_rewritten_characters_lead_back_in_order(normalizer: Normalizer, text: str) -> None:
    normalized = normalizer.normalize(text)
    for mapped in (normalized, fold(normalized)):
        assert mapped.original == text
        assert len(mapped.text) == len(mapped.starts) == len(mapped.ends)
        assert_in_order(list(zip(mapped.starts, mapped.ends, strict=True)), text)
        assert_runs(mapped)


def assert_runs(mapped: MappedText) -> None:
    runs = OffsetRuns.of(mapped)
    for start in range(0, len(mapped.text), 3):
        end = min(len(mapped.text), start + 5)
        span = runs.span(start, end)
        assert span == mapped.span(start, end)
        assert mapped.text[start:end] in runs.within(span)


@given(ANYTHING)
def test_words_and_keys_lead_back_in_order(analyzer: Analyzer, text: str) -> None:
    analysis = analyzer.analyze(text)
    assert_in_order([(token.start, token.end) for token in analysis.tokens], text)
    positions = [token.position for token in analysis.content]
    assert all(a < b for a, b in pairwise(positions))
    for found in analysis.canonical:
        assert 0 <= found.start < found.end <= len(text)


@given(ANYTHING)
def test_a_question_written_reads_the_same(text: str) -> None:
    query = parse_query(text)
    assert parse_query(write_query(query)) == query


@given(ANYTHING)
def test_any_question_is_answered(traps: LibrarySearcher, text: str) -> None:
    response = traps.search(SearchRequest(text))
    assert len(response.hits) <= response.total
    for hit in response.hits:
        assert_marks(hit.snippet.marks, hit.snippet.text)
        assert all(match.text for match in hit.matched)


@given(ANYTHING, ANYTHING)
def test_marks_are_apart_and_inside(traps: LibrarySearcher, query: str, text: str) -> None:
    own, other = traps.marks(query, (query + text, text))
    assert_marks(own, query + text)
    assert_marks(other, text)


@given(ANYTHING)
def test_any_text_can_be_completed(traps: LibrarySearcher, text: str) -> None:
    for found in traps.suggest(text, 5):
        assert found.text.strip()


@given(KANA, KANA)
def test_the_sound_of_words_in_a_row_is_the_row_of_their_sounds(one: str, other: str) -> None:
    if not other.startswith("ー"):
        assert pronunciation(one) + pronunciation(other) == pronunciation(one + other)
