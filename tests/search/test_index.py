# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The index as a disposable cache: built, kept, thrown away, never in the way."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.errors import CancelledError, IndexBrokenError, StorageError
from kyosei_desk.locking import exclusive
from kyosei_desk.search.analyzer import Analyzer
from kyosei_desk.search.bitsets import numbers_of
from kyosei_desk.search.candidates import Lookups, gather
from kyosei_desk.search.engine import Alternative, Clause, IndexField, IndexTerm
from kyosei_desk.search.indexing import IndexKeeper, IndexSource, OpenedIndex
from kyosei_desk.search.manifest import MANIFEST, BuildReason
from kyosei_desk.search.model import Progress
from kyosei_desk.search.records import decode
from kyosei_desk.search.service import LibrarySearcher
from kyosei_desk.search.thesaurus import Thesaurus
from kyosei_desk.search.whoosh_index import WhooshBuilder
from tests.domain.samples import small_corpus
from tests.search.conftest import never

Ensure = Callable[..., OpenedIndex]


@pytest.fixture
def small() -> Corpus:
    return small_corpus()


@pytest.fixture
def ensure(tmp_path: Path, analyzer: Analyzer, small: Corpus) -> Ensure:
    def ensure(fingerprint: str = "one", *, rebuild: bool = False) -> OpenedIndex:
        keeper = IndexKeeper(tmp_path, analyzer, WhooshBuilder())
        opened = keeper.ensure(IndexSource(small, fingerprint), rebuild=rebuild)
        opened.index.close()
        return opened

    return ensure


def folders(root: Path) -> list[str]:
    return sorted(path.name for path in root.glob("index-*"))


def test_built_once_then_ready(ensure: Ensure, tmp_path: Path) -> None:
    assert ensure().built is BuildReason.FIRST
    assert ensure().built is None
    assert len(folders(tmp_path)) == 1


def test_rebuilt_when_the_content_changed(ensure: Ensure) -> None:
    ensure("one")
    assert ensure("two").built is BuildReason.CONTENT
    assert ensure("two").built is None


def test_rebuilt_on_request(ensure: Ensure) -> None:
    ensure()
    assert ensure(rebuild=True).built is BuildReason.REQUESTED


@pytest.mark.parametrize(
    ("key", "reason"), [("analyzer", BuildReason.ANALYZER), ("schema", BuildReason.SCHEMA)]
)
def test_rebuilt_when_the_program_changed(
    ensure: Ensure, tmp_path: Path, key: str, reason: BuildReason
) -> None:
    ensure()
    path = tmp_path / MANIFEST
    manifest = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(manifest | {key: "older"}), encoding="utf-8")
    assert ensure().built is reason


def _delete_manifest(root: Path) -> None:
    (root / MANIFEST).unlink()


def _garble_manifest(root: Path) -> None:
    (root / MANIFEST).write_text("{", encoding="utf-8")


def _point_elsewhere(root: Path) -> None:
    manifest = json.loads((root / MANIFEST).read_text(encoding="utf-8"))
    (root / MANIFEST).write_text(json.dumps(manifest | {"folder": "../x"}), encoding="utf-8")


def _delete_folder(root: Path) -> None:
    for path in root.glob("index-*/*"):
        path.unlink()
    for path in root.glob("index-*"):
        if path.is_dir():
            path.rmdir()


def _delete_one_file(root: Path) -> None:
    next(root.glob("index-*/*.seg")).unlink()


def _cut_one_file(root: Path) -> None:
    path = next(root.glob("index-*/*.seg"))
    path.write_bytes(path.read_bytes()[:100])


def _garble_table(root: Path) -> None:
    path = next(root.glob("index-*/*.toc"))
    path.write_bytes(b"\x00" * path.stat().st_size)


DAMAGES = (
    _delete_manifest,
    _garble_manifest,
    _point_elsewhere,
    _delete_folder,
    _delete_one_file,
    _cut_one_file,
    _garble_table,
)


@pytest.mark.parametrize("damage", DAMAGES)
def test_rebuilt_when_damaged(
    ensure: Ensure, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    ensure()
    damage(tmp_path)
    assert ensure().built in (BuildReason.DAMAGED, BuildReason.FIRST)
    assert ensure().built is None


def test_old_folders_go_after_one_more_build(ensure: Ensure, tmp_path: Path) -> None:
    for fingerprint in "abcd":
        ensure(fingerprint)
    assert len(folders(tmp_path)) == 2


def test_cancelling_keeps_the_index_before(
    ensure: Ensure, tmp_path: Path, analyzer: Analyzer, small: Corpus
) -> None:
    ensure("one")
    seen: list[Progress] = []
    keeper = IndexKeeper(tmp_path, analyzer, WhooshBuilder(), seen.append, lambda: len(seen) > 2)
    with pytest.raises(CancelledError):
        keeper.ensure(IndexSource(small, "two"))
    assert ensure("one").built is None
    assert len(folders(tmp_path)) == 1


def test_progress_runs_from_nothing_to_everything(
    tmp_path: Path, analyzer: Analyzer, small: Corpus
) -> None:
    seen: list[Progress] = []
    keeper = IndexKeeper(tmp_path, analyzer, WhooshBuilder(), seen.append)
    keeper.ensure(IndexSource(small, "one")).index.close()
    total = len(small.all_passages())
    assert seen == [Progress(done, total) for done in range(total + 1)]


def test_who_waits_too_long_builds_for_itself(
    tmp_path: Path, analyzer: Analyzer, small: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kyosei_desk.search.indexing._WAIT_SECONDS", 0.0)
    with exclusive(tmp_path / "index.lock", 0.0, lambda: None) as held:
        assert held
        keeper = IndexKeeper(tmp_path, analyzer, WhooshBuilder())
        opened = keeper.ensure(IndexSource(small, "one"))
        assert opened.built is BuildReason.FIRST
        assert not (tmp_path / MANIFEST).exists()
        opened.index.close()


def test_waiting_can_be_cancelled(tmp_path: Path, analyzer: Analyzer, small: Corpus) -> None:
    with exclusive(tmp_path / "index.lock", 0.0, lambda: None):
        keeper = IndexKeeper(tmp_path, analyzer, WhooshBuilder(), cancelled=lambda: True)
        with pytest.raises(CancelledError):
            keeper.ensure(IndexSource(small, "one"))


def test_a_lock_left_by_a_dead_process_holds_nobody_up(tmp_path: Path) -> None:
    (tmp_path / "index.lock").write_bytes(b"999999")
    with exclusive(tmp_path / "index.lock", 0.0, lambda: None) as held:
        assert held


def test_a_folder_that_cannot_be_made_is_named(
    tmp_path: Path, analyzer: Analyzer, small: Corpus
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    keeper = IndexKeeper(blocked / "index", analyzer, WhooshBuilder(), cancelled=never)
    with pytest.raises(StorageError):
        keeper.ensure(IndexSource(small, "one"))


def test_an_empty_corpus_is_no_trouble(tmp_path: Path, analyzer: Analyzer) -> None:
    opened = IndexKeeper(tmp_path, analyzer, WhooshBuilder()).ensure(
        IndexSource(Corpus([], []), "0")
    )
    assert opened.index.passage_count == 0
    opened.index.close()


def test_an_index_of_another_corpus_is_refused(
    tmp_path: Path, analyzer: Analyzer, small: Corpus
) -> None:
    opened = IndexKeeper(tmp_path, analyzer, WhooshBuilder()).ensure(IndexSource(small, "one"))
    with pytest.raises(IndexBrokenError):
        LibrarySearcher(Corpus([], []), opened.index, analyzer, Thesaurus([]))
    opened.index.close()


def test_a_damaged_payload_is_refused() -> None:
    for payload in (b"", b"{}", b"\xff", b'{"l": 1}'):
        with pytest.raises(ValueError, match="damaged payload"):
            decode(payload)


def test_clauses_and_their_counts(tmp_path: Path, analyzer: Analyzer, small: Corpus) -> None:
    index = IndexKeeper(tmp_path, analyzer, WhooshBuilder()).ensure(IndexSource(small, "1")).index

    def clause(*words: str, required: bool = True, excluded: bool = False) -> Clause:
        ways = tuple(Alternative((IndexTerm(IndexField.BODY, word),), 1.0) for word in words)
        return Clause(ways, required, excluded)

    both = gather(Lookups(index), [clause("要約"), clause("事例", required=False)])
    assert both.complete.bit_count() == 3
    assert [bits.bit_count() for bits in both.of_clause] == [3, 1]
    assert both.best(1, -1)[0] in numbers_of(both.complete)
    without = gather(Lookups(index), [clause("要約"), clause("事例", excluded=True)])
    assert without.complete.bit_count() == 2
    assert gather(Lookups(index), [clause("無い語")]).held == 0
    assert gather(Lookups(index), []).best(5, -1) == []
    vocabulary = index.vocabulary(IndexField.BODY)
    assert list(vocabulary) == sorted(vocabulary)
    index.close()
