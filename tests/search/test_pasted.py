# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Running text that was pasted: where it stands as written leads, and words alone do not."""

from pathlib import Path

import pytest

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.documents import ReportDocument
from kyosei_desk.library.locations import BundledFolders
from kyosei_desk.search.indexing import IndexSource
from kyosei_desk.search.model import SearchRequest, SearchResponse
from kyosei_desk.search.opening import SearchFolders, open_searcher
from kyosei_desk.search.ranking import Ranked, add_verbatim_share
from kyosei_desk.search.service import LibrarySearcher
from tests.domain.samples import HEAD, section
from tests.search.conftest import ignore, never

_PASSAGES = {
    "written": "週に三日は、住民の相談の場をつくりながらも、町の外から来た人も、"
    "だれでも気軽に寄れて話せます。",
    "talk": "場では談をつくります。",
    "speech": "談は場がつくる。気軽に話します。",
    "place": "つくるのは場と談です。だれでも寄れます。",
    "chat": "談と場を別につくりました。",
    "town": "まちづくりの計画です。",
    "club": "まちづくりをおこなう会です。",
    "far": "予算は議会で決まります。窓口は1108か所です。",
}


@pytest.fixture(scope="module")
def pasted(
    bundled: BundledFolders, cache: Path, tmp_path_factory: pytest.TempPathFactory
) -> LibrarySearcher:
    """An engine over passages with the same words, of which one has them in one piece."""
    documents = [
        ReportDocument.model_validate(
            {
                **HEAD,
                "id": f"reports/{name}",
                "kind": "report",
                "title": f"資料{number}",
                "summary": "見本です。",
                "sections": [section("text", "本文", text)],
            }
        )
        for number, (name, text) in enumerate(_PASSAGES.items())
    ]
    folders = SearchFolders(bundled.resources, cache, tmp_path_factory.mktemp("pasted"))
    source = IndexSource(Corpus(documents, []), "pasted")
    return open_searcher(source, folders, ignore, never).searcher


def names(response: SearchResponse) -> list[str]:
    return [hit.document_id.removeprefix("reports/") for hit in response.hits]


@pytest.mark.parametrize(
    "piece",
    [
        "だれでも気軽に寄れてのは何ですか",
        "談の場をつくりながらも、来た人ものはなぜですか",
        "住民の相談の場をつくりことについて教えて",
        "談の場をつくりながらものは何ですか",
    ],
)
def test_where_a_piece_stands_as_written_leads(pasted: LibrarySearcher, piece: str) -> None:
    assert names(pasted.search(SearchRequest(piece)))[:1] == ["written"]


def test_what_holds_no_piece_of_it_stays_out(pasted: LibrarySearcher) -> None:
    found = names(pasted.search(SearchRequest("だれでも気軽に寄れてのは何ですか")))
    assert "far" not in found


def test_a_part_of_a_number_is_no_piece(pasted: LibrarySearcher) -> None:
    assert names(pasted.search(SearchRequest("108か所"))) == []


def test_words_in_a_row_are_not_pasted(pasted: LibrarySearcher) -> None:
    assert names(pasted.search(SearchRequest("計画 まちづくり"))) == ["town"]


def test_small_pieces_that_any_passage_may_hold_count_for_nothing() -> None:
    ranked = [Ranked(0, 2.0, 1.0, (), 0.0), Ranked(1, 1.9, 0.9, (), 0.02)]
    assert [(item.score, item.verbatim) for item in add_verbatim_share(ranked)] == [
        (2.0, 0.0),
        (1.9, 0.0),
    ]


def test_a_large_piece_outweighs_words() -> None:
    ranked = [Ranked(0, 2.0, 1.0, (), 0.1), Ranked(1, 1.0, 0.5, (), 0.4)]
    first, second = add_verbatim_share(ranked)
    assert second.score > first.score
    assert (first.verbatim, second.verbatim) == (0.25, 1.0)
