# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Index files that are damaged or gone, before they are opened and while they are in use."""

import shutil
from pathlib import Path

import pytest

from kyosei_desk.domain.errors import IndexBrokenError
from kyosei_desk.library.locations import BundledFolders
from kyosei_desk.search import manifest, whoosh_index
from kyosei_desk.search.analyzer import Analyzer
from kyosei_desk.search.engine import IndexField
from kyosei_desk.search.indexing import IndexKeeper, IndexSource, OpenedIndex
from kyosei_desk.search.manifest import BuildReason
from kyosei_desk.search.morphology import Morphology
from kyosei_desk.search.whoosh_index import WhooshBuilder
from tests.domain.samples import small_corpus


def ensure(root: Path, analyzer: Analyzer) -> OpenedIndex:
    keeper = IndexKeeper(root, analyzer, WhooshBuilder())
    return keeper.ensure(IndexSource(small_corpus(), "one"))


def segment(root: Path) -> Path:
    return next(root.glob("index-*/*.seg"))


def cut(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(100)


def test_files_taken_away_do_not_reach_an_open_index(tmp_path: Path, analyzer: Analyzer) -> None:
    index = ensure(tmp_path, analyzer).index
    cut(segment(tmp_path))
    shutil.rmtree(tmp_path)
    assert index.vocabulary(IndexField.BODY)
    assert index.stored(0).key
    index.close()


def test_a_large_file_cut_short_while_open_is_told(
    tmp_path: Path, analyzer: Analyzer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whoosh_index, "_READ_WHOLE", 0)
    index = ensure(tmp_path, analyzer).index
    cut(segment(tmp_path))
    with pytest.raises(IndexBrokenError):
        index.stored(0)
    index.close()


def test_damage_that_keeps_the_size_is_found_when_opening(
    tmp_path: Path, analyzer: Analyzer
) -> None:
    ensure(tmp_path, analyzer).index.close()
    path = segment(tmp_path)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(data)
    opened = ensure(tmp_path, analyzer)
    opened.index.close()
    assert opened.built is BuildReason.DAMAGED


def test_every_file_of_a_usual_index_is_checked_whole(tmp_path: Path) -> None:
    (tmp_path / "large").write_bytes(b"x" * 5_000_000)
    assert "-" in manifest.file_stamps(tmp_path)["large"]


@pytest.mark.parametrize("damage", [b"", b"garbage", None])
def test_a_damaged_dictionary_is_compiled_again(
    bundled: BundledFolders, tmp_path: Path, damage: bytes | None
) -> None:
    source = bundled.resources / "user_dictionary.csv"
    Morphology(source, tmp_path)
    (compiled,) = tmp_path.glob("*.dic")
    data = compiled.read_bytes()
    flipped = data[:1000] + bytes([data[1000] ^ 0xFF]) + data[1001:]
    compiled.write_bytes(flipped if damage is None else damage)
    assert [m.normalized_form for m in Morphology(source, tmp_path).morphemes("CSW")]
    (again,) = tmp_path.glob("*.dic")
    assert again != compiled
