# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Text files become documents and passages without losing a line."""

from pathlib import Path

import pytest

from benchmarks.data_files import read_queries, read_worded
from benchmarks.measures import Judged
from benchmarks.texts import TextPart, cut_long, make_corpus, read_folder

LONG = "\n".join(f"{number}番目の段落です。" + "あ" * 300 for number in range(20))


def part(name: str, text: str, title: str = "") -> TextPart:
    return TextPart(name, name, title, text)


@pytest.mark.parametrize(
    ("written", "title", "text"),
    [
        ("# 見出し\n本文です。", "見出し", "本文です。"),
        ("短い題\n本文です。", "短い題", "本文です。"),
        ("一行だけの文書", "", "一行だけの文書"),
        ("文で始まる。\n続きです。", "", "文で始まる。\n続きです。"),
    ],
)
def test_a_short_first_line_is_the_title(
    tmp_path: Path, written: str, title: str, text: str
) -> None:
    (tmp_path / "a.txt").write_text(written, encoding="utf-8")
    (found,) = read_folder(tmp_path)
    assert (found.name, found.title, found.text) == ("a.txt", title, text)


def test_files_are_read_in_name_order_with_their_folders(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.md", "b/a.txt", "picture.png"):
        (tmp_path / name).write_text("本文。", encoding="utf-8")
    assert [found.name for found in read_folder(tmp_path)] == ["b/a.txt", "c.md"]


def test_a_long_text_is_cut_at_paragraphs_and_nothing_is_lost() -> None:
    parts = cut_long([part("long", LONG), part("short", "短い。")])
    assert len(parts) > 3
    assert {found.document for found in parts} == {"long", "short"}
    assert "\n".join(found.text for found in parts[:-1]) == LONG


def test_the_corpus_has_one_passage_a_part() -> None:
    corpus, names = make_corpus([*cut_long([part("long", LONG)]), part("short", "短い。")])
    assert sorted(names.values()) == ["long", "short"]
    assert [p.text for p in corpus.all_passages()][-1] == "短い。"
    assert len(corpus.all_passages()) == len(cut_long([part("long", LONG)])) + 1


def test_an_empty_file_is_a_passage_too() -> None:
    corpus, _ = make_corpus([part("empty", "")])
    assert len(corpus.all_passages()) == 1


def test_queries_name_one_or_several_files(tmp_path: Path) -> None:
    path = tmp_path / "q.tsv"
    path.write_text("# 覚え書き\n問い一\ta.txt|b.txt\n問い二\tc.txt\t種類\n", encoding="utf-8")
    first, second = read_queries(path)
    assert first == Judged("問い一", frozenset({"a.txt", "b.txt"}))
    assert second == Judged("問い二", frozenset({"c.txt"}), "種類")


def test_a_query_without_a_file_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "q.tsv"
    path.write_text("問い一\ta.txt\n問い二\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"q\.tsv:2"):
        read_queries(path)


def test_questions_by_words_find_every_part_with_the_words(tmp_path: Path) -> None:
    path = tmp_path / "q.tsv"
    path.write_text("問い\t答えの語句\nない問い\tどこにもない\n", encoding="utf-8")
    parts = [part("a", "答えの語句。"), part("b", "別。"), part("c", "これも答えの語句。")]
    (found,) = read_worded(path, parts)
    assert found.relevant == {"a", "c"}
