# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The snapshot: used when it fits, made again when not, never needed."""

import datetime
import json
import os
from pathlib import Path

import pytest

import kyosei_desk
from kyosei_desk.domain.errors import ContentError, ResourceError
from kyosei_desk.library import loading
from kyosei_desk.library.loading import content_fingerprint, latest_day, load_corpus
from kyosei_desk.library.locations import BundledFolders, bundled_folders
from tests.library.samples import CASE


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def snapshots(cache: Path) -> list[Path]:
    return sorted(cache.glob("*"))


def refuse_parsing(monkeypatch: pytest.MonkeyPatch) -> None:
    def parse(*_: object) -> None:
        raise AssertionError("parsed although the snapshot fits")

    monkeypatch.setattr(loading, "_parse_and_check", parse)


def test_first_load_leaves_a_snapshot(folders: BundledFolders, cache: Path) -> None:
    corpus = load_corpus(folders, cache)
    assert [d.id for d in corpus.documents] == ["guideline/alpha", "reports/gamma", "cases/beta"]
    (snapshot,) = snapshots(cache)
    assert snapshot.name.startswith(f"library-{content_fingerprint(folders.content)}-")
    assert {m.code for m in load_corpus(folders, cache).municipalities.values()} == {
        m.code for m in corpus.municipalities.values()
    }


def test_snapshot_follows_the_list_of_municipalities(
    folders: BundledFolders, cache: Path, tmp_path: Path
) -> None:
    load_corpus(folders, cache)
    before = snapshots(cache)
    lines = (folders.resources / "municipalities.csv").read_text(encoding="utf-8").splitlines()
    shorter = tmp_path / "resources" / "municipalities.csv"
    shorter.parent.mkdir()
    shorter.write_text("\n".join([*lines[:-1], ""]), encoding="utf-8", newline="\n")
    changed = BundledFolders(folders.content, shorter.parent)
    assert len(load_corpus(changed, cache).municipalities) == len(lines) - 2
    assert len(snapshots(cache)) == 1
    assert snapshots(cache) != before


def test_snapshot_gives_the_same_documents(
    folders: BundledFolders, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed = load_corpus(folders, cache)
    refuse_parsing(monkeypatch)
    assert load_corpus(folders, cache).documents == parsed.documents


def test_stale_snapshot_is_replaced(folders: BundledFolders, cache: Path) -> None:
    load_corpus(folders, cache)
    before = snapshots(cache)
    path = folders.content / "cases" / "beta.md"
    path.write_text(CASE.replace("事例の見本", "新しい題名"), encoding="utf-8")
    corpus = load_corpus(folders, cache)
    assert corpus.document("cases/beta").title == "新しい題名"
    assert len(snapshots(cache)) == 1
    assert snapshots(cache) != before


@pytest.mark.parametrize(
    "damage",
    [b"", b"{", b"[]]", b"null", b'[{"kind": "case"}]', b"\xff\xfe", b'[{"id": "cases/beta"}]'],
)
def test_damaged_snapshot_is_made_again(
    folders: BundledFolders, cache: Path, damage: bytes
) -> None:
    load_corpus(folders, cache)
    (snapshot,) = snapshots(cache)
    sound = snapshot.read_bytes()
    snapshot.write_bytes(damage)
    assert len(load_corpus(folders, cache).documents) == 3
    assert snapshot.read_bytes() == sound


def test_cut_snapshot_is_made_again(folders: BundledFolders, cache: Path) -> None:
    load_corpus(folders, cache)
    (snapshot,) = snapshots(cache)
    sound = snapshot.read_bytes()
    snapshot.write_bytes(sound[: len(sound) // 2])
    assert len(load_corpus(folders, cache).documents) == 3
    assert json.loads(snapshot.read_bytes())


def test_folder_that_cannot_be_made_costs_nothing(folders: BundledFolders, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert len(load_corpus(folders, tmp_path / "file" / "cache").documents) == 3


def test_full_disk_costs_nothing(
    folders: BundledFolders, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert len(load_corpus(folders, cache).documents) == 3
    assert snapshots(cache) == []


def test_broken_content_is_refused_and_not_kept(folders: BundledFolders, cache: Path) -> None:
    path = folders.content / "cases" / "beta.md"
    path.write_text(CASE.replace("[@s1]", "[@s9]"), encoding="utf-8")
    with pytest.raises(ContentError) as error:
        load_corpus(folders, cache)
    assert {issue.path for issue in error.value.issues} == {path}
    assert snapshots(cache) == []


def test_clock_that_is_wrong_does_not_stop_the_program(
    folders: BundledFolders, cache: Path
) -> None:
    path = folders.content / "cases" / "beta.md"
    path.write_text(CASE.replace("date: 2018\n", "date: 2999\n"), encoding="utf-8")
    assert len(load_corpus(folders, cache).documents) == 3


@pytest.mark.parametrize(
    ("clock", "latest"),
    [("1980-01-01", "2026-11-23"), ("2026-11-22", "2026-11-23"), ("2026-11-24", "2026-11-24")],
)
def test_content_may_be_dated_to_the_later_of_today_and_the_release(
    monkeypatch: pytest.MonkeyPatch, clock: str, latest: str
) -> None:
    monkeypatch.setattr(kyosei_desk, "__released__", "2026-11-23")
    day = datetime.date.fromisoformat(clock)
    assert latest_day(day) == datetime.date.fromisoformat(latest)


def test_unreadable_file_is_named(folders: BundledFolders, cache: Path) -> None:
    path = folders.content / "cases" / "folder.md"
    path.mkdir()
    with pytest.raises(ContentError) as error:
        load_corpus(folders, cache)
    assert [issue.path for issue in error.value.issues] == [path]


def test_empty_content_folder_is_a_broken_installation(
    tmp_path: Path, bundled: BundledFolders, cache: Path
) -> None:
    with pytest.raises(ResourceError) as error:
        load_corpus(BundledFolders(tmp_path, bundled.resources), cache)
    assert error.value.path == tmp_path


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "code,prefecture\n242080,三重県\n",
        "code,prefecture,name,kana,kind,latitude,longitude\n1,a,b,c,d,35,135\n",
        "code,prefecture,name,kana,kind,latitude,longitude\n242080,a,b,c,d,35\n",
        "code,prefecture,name,kana,kind,latitude,longitude\n242080,a,b,c,d,35,135,x\n",
    ],
)
def test_broken_list_of_municipalities(
    folders: BundledFolders, tmp_path: Path, cache: Path, text: str | None
) -> None:
    resources = tmp_path / "resources"
    resources.mkdir()
    if text is not None:
        (resources / "municipalities.csv").write_text(text, encoding="utf-8")
    with pytest.raises(ResourceError) as error:
        load_corpus(BundledFolders(folders.content, resources), cache)
    assert error.value.path == resources / "municipalities.csv"


@pytest.mark.parametrize("change", ["text", "name", "new"])
def test_fingerprint_follows_the_content(folders: BundledFolders, change: str) -> None:
    before = content_fingerprint(folders.content)
    path = folders.content / "cases" / "beta.md"
    match change:
        case "text":
            path.write_text(CASE + "\n", encoding="utf-8")
        case "name":
            path.rename(path.with_name("delta.md"))
        case "new":
            path.with_name("delta.md").write_text("", encoding="utf-8")
    assert content_fingerprint(folders.content) != before


def test_fingerprint_ignores_the_clock_and_the_place(
    folders: BundledFolders, tmp_path: Path
) -> None:
    before = content_fingerprint(folders.content)
    os.utime(folders.content / "cases" / "beta.md", (0, 0))
    moved = folders.content.rename(tmp_path / "elsewhere")
    assert content_fingerprint(moved) == before


def test_bundled_folders_of_a_checkout() -> None:
    folders = bundled_folders()
    assert (folders.content / "cases").is_dir()
    assert (folders.resources / "municipalities.csv").is_file()


def test_missing_bundle_is_a_broken_installation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kyosei_desk.library.locations._PACKAGE", tmp_path / "kyosei_desk")
    with pytest.raises(ResourceError):
        bundled_folders()


def test_installed_bundle_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "kyosei_desk"
    for root in (package / "bundled", tmp_path):
        (root / "content").mkdir(parents=True)
        (root / "resources").mkdir()
    monkeypatch.setattr("kyosei_desk.library.locations._PACKAGE", package)
    assert bundled_folders().content == package / "bundled" / "content"
