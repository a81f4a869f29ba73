# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Words written otherwise, typed wrongly, or picked wrongly while typing."""

from pathlib import Path

import pytest

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.documents import ReportDocument
from kyosei_desk.library.locations import BundledFolders
from kyosei_desk.search.fuzzy import NearWords, SoundCutter, slips_between
from kyosei_desk.search.indexing import IndexSource
from kyosei_desk.search.model import MatchRule, SearchRequest
from kyosei_desk.search.opening import SearchFolders, open_searcher
from kyosei_desk.search.service import LibrarySearcher
from tests.domain.samples import HEAD, section
from tests.search.conftest import ignore, never

PASSAGES = {
    "uketsuke": "窓口で受け付け、職員に引き継ぎます。",
    "kosodate": "広場でこそだての相談を受けています。",
    "hokenshi": "保健師が家を訪ねました。",
    "hokenshitsu": "まちの保健室は市役所の出先です。",
    "meeting": "月に一度のミーティングを開きます。",
    "manager": "担当のケアマネージャーに伝えます。",
    "network": "地域のねっとわーくを広げます。",
    "iinkai": "経営委員が集まりました。",
    "undo": "自然の保護運動に取り組みます。",
    "chiku": "市内の17地区で行いました。",
    "koken": "成年後見制度を使います。",
    "corporation": "㈱青空が運営しています。",
    "engawa": "ひと息つける、ちいきの縁側です。",
}


@pytest.fixture(scope="module")
def library(
    bundled: BundledFolders, cache: Path, tmp_path_factory: pytest.TempPathFactory
) -> LibrarySearcher:
    documents = [
        ReportDocument.model_validate(
            {
                **HEAD,
                "id": f"reports/{name}",
                "kind": "report",
                "title": f"資料{name}",
                "summary": "見本です。",
                "sections": [section("text", "本文", text)],
            }
        )
        for name, text in PASSAGES.items()
    ]
    folders = SearchFolders(bundled.resources, cache, tmp_path_factory.mktemp("spellings"))
    source = IndexSource(Corpus(documents, []), "spellings")
    return open_searcher(source, folders, ignore, never).searcher


@pytest.mark.parametrize(
    ("query", "name", "rule", "marked"),
    [
        ("受付", "uketsuke", MatchRule.NOTATION, "受け付け"),
        ("受付け", "uketsuke", MatchRule.NOTATION, "受け付け"),
        ("引継ぎ", "uketsuke", MatchRule.NOTATION, "引き継ぎ"),
        ("子育て", "kosodate", MatchRule.NOTATION, "こそだて"),
        ("地域の縁側", "engawa", MatchRule.NOTATION, "ちいきの縁側"),
        ("ミーテイング", "meeting", MatchRule.NOTATION, "ミーティング"),
        ("ケアマネジャー", "manager", MatchRule.NOTATION, "ケアマネージャー"),
        ("ネットワーク", "network", MatchRule.NOTATION, "ねっとわーく"),
        ("株式会社青空", "corporation", MatchRule.NOTATION, "㈱青空"),
        ("けいえいいいん", "iinkai", MatchRule.READING, "経営委員"),
        ("ﾎｺﾞｳﾝﾄﾞｳ", "undo", MatchRule.READING, "保護運動"),
        ("まちの保険室", "hokenshitsu", MatchRule.FUZZY, "まちの保健室"),
        ("補健師", "hokenshi", MatchRule.FUZZY, "保健師"),
        ("せいねんこけん", "koken", MatchRule.FUZZY, "成年後見"),
    ],
)
def test_the_word_meant_is_found_and_marked(
    library: LibrarySearcher, query: str, name: str, rule: MatchRule, marked: str
) -> None:
    hit = library.search(SearchRequest(query)).hits[0]
    assert hit.document_id == f"reports/{name}"
    assert rule in {match.rule for match in hit.matched}
    (spans,) = library.marks(query, (PASSAGES[name],))
    assert [PASSAGES[name][span.start : span.end] for span in spans] == [marked]


@pytest.mark.parametrize("query", ["7地区", "７地区", "保険", "解雇", "委員会議", "しせい"])
def test_what_is_only_alike_is_not_found(library: LibrarySearcher, query: str) -> None:
    assert library.search(SearchRequest(query)).hits == ()


@pytest.mark.parametrize(
    ("query", "rule"),
    [
        ("受付", MatchRule.NOTATION),
        ("まちの保険室", MatchRule.FUZZY),
        ("けいえいいいん", MatchRule.READING),
    ],
)
def test_a_rule_switched_off_finds_nothing_by_it(
    library: LibrarySearcher, query: str, rule: MatchRule
) -> None:
    hits = library.search(SearchRequest(query, without=frozenset({rule}))).hits
    assert all(match.rule is not rule for hit in hits for match in hit.matched)


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("ひきこもり", "ひきもこり", 1),
        ("さろん", "さろん", 0),
        ("さろん", "", 3),
        ("あい", "いあう", 2),
    ],
)
def test_slips(one: str, other: str, slips: int) -> None:
    assert slips_between(one, other) == slips_between(other, one) == slips


def test_one_kanji_more_is_another_word() -> None:
    words = NearWords([("地域会館", "地域会館"), ("ひきこもり", "ひきこもり")])
    assert words.nearest("地域会議", 0.7, 3) == []
    assert [word for word, _ in words.nearest("ひきもこり", 0.7, 3)] == ["ひきこもり"]


def test_beside_a_word_almost_the_same_others_are_not_thought_of() -> None:
    words = NearWords([(word, word) for word in ("ねっとわーく", "ねっと")])
    assert [word for word, _ in words.nearest("ねっとわく", 0.5, 3)] == ["ねっとわーく"]


def test_a_whole_sound_has_no_unfinished_word() -> None:
    cutter = SoundCutter(sorted(["マチ", "ホケン", "ホケンシツ", "ノ"]))
    assert cutter.cut("マチノホケンシ", 4, whole=True) == []
    assert cutter.cut("マチノホケンシ", 4) == [("マチ", "ノ", "ホケンシツ")]
